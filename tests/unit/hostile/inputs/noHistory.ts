/** Files that are no history in any format: each is told what it is. */
import { bytes, json, text, type HostileInput } from '../hostileInput.ts';

const LOGIN =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Sign in</title><script>run()</script></head>' +
  '<body><form action="/login"><input name="user"></form></body></html>';

const zip = (name: string, more = '') =>
  bytes('PK\u0003\u0004', [20, 0, 0, 0, 8, 0], '\u0000'.repeat(16), name, more);

const refused = (
  what: string,
  name: string,
  content: HostileInput['content'],
  words: string,
): HostileInput => ({ what, name, content, gets: { refused: words } });

export const NO_HISTORY: readonly HostileInput[] = [
  refused('an empty file', 'history.json', text(''), 'The file is empty'),
  refused('spaces and empty lines', 'table.csv', text(' \n\t\r\n \n'), 'The file is empty'),
  refused(
    'a byte order mark and nothing else',
    'table.csv',
    bytes([0xef, 0xbb, 0xbf]),
    'The file is empty',
  ),
  refused('a login page named .csv', 'export.csv', text(LOGIN), 'This is a web page'),
  refused('a login page named .json', 'history.json', text(`\n\n${LOGIN}`), 'This is a web page'),
  refused('a login page named .gexf', 'net.gexf', text(LOGIN), 'This is a web page'),
  refused(
    'XHTML with an XML declaration',
    'data.xml',
    text('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html><body/></html>'),
    'This is a web page',
  ),
  refused(
    'a zip named .json',
    'history.json',
    zip('data.json', '{"events": []}'),
    'This is a zip archive',
  ),
  refused(
    'an Excel workbook named .csv',
    'table.csv',
    zip('xl/workbook.xml'),
    'This is an Excel workbook',
  ),
  refused('a Word document', 'report.docx', zip('word/document.xml'), 'This is a Word document'),
  refused(
    'an OpenDocument spreadsheet',
    'table.ods',
    zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    'This is an OpenDocument spreadsheet',
  ),
  refused(
    'an Excel workbook of the old kind',
    'table.xls',
    bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], '\u0000'.repeat(100)),
    'save the sheet as CSV',
  ),
  refused('a PDF named .csv', 'table.csv', text('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'This is a PDF'),
  refused('a packed file (gzip)', 'history.json', bytes([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'Unpack it'),
  refused(
    'a picture (PNG)',
    'table.csv',
    bytes([0x89], 'PNG\r\n\u001a\n', [0, 0, 0, 13]),
    'This is a picture',
  ),
  refused(
    'a picture (JPEG)',
    'history.json',
    bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    'This is a picture',
  ),
  refused(
    'an SQLite database',
    'history.db',
    bytes('SQLite format 3\u0000', [16, 0]),
    'SQLite database',
  ),
  refused(
    'a text document (RTF)',
    'table.csv',
    text('{\\rtf1\\ansi Hello}'),
    'text document (RTF)',
  ),
  refused(
    'bytes at random',
    'table.csv',
    () => Uint8Array.from({ length: 20_000 }, (_, i) => (i * i * 31 + i * 7) % 251),
    'This file is not text',
  ),
  refused('ten thousand zeros', 'table.csv', () => new Uint8Array(10_000), 'This file is not text'),
  refused(
    'a drawing (SVG) with a script',
    'net.graphml',
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="run()"><script>run()</script></svg>'),
    'This is XML (“svg”)',
  ),
  refused(
    'a news feed (RSS)',
    'events.xml',
    text('<?xml version="1.0"?><rss version="2.0"><channel/></rss>'),
    'neither GEXF nor GraphML',
  ),
  refused('a number', 'history.json', text('7'), 'No row of the table becomes an event'),
  refused('null', 'history.json', text('null'), 'could not be told'),
  refused('an empty object', 'history.json', text('{}'), 'of none of the kinds'),
  refused('an empty list', 'history.json', text('[]'), 'of none of the kinds'),
  refused(
    'a map (GeoJSON)',
    'places.json',
    json({ type: 'FeatureCollection', features: [] }),
    'of none of the kinds',
  ),
  refused(
    'JSON that breaks off',
    'history.json',
    text('{"version": 1, "title": "A", "events": [{"id": "a", "ti'),
    'begins like JSON and then is not',
  ),
  refused(
    'lists 100,000 deep',
    'history.json',
    () => '['.repeat(1e5) + ']'.repeat(1e5),
    'of none of the kinds',
  ),
  refused(
    'lists 100,000 deep that are not closed',
    'history.json',
    () => '['.repeat(1e5),
    'begins like JSON',
  ),
  refused(
    'objects 100,000 deep',
    'history.json',
    () => `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`,
    'of none of the kinds',
  ),
  refused(
    'a script in place of a callback',
    'timeline.js',
    text('window.hasRun = 1; alert("x")'),
    'could not be told',
  ),
  refused(
    'a callback with a script after it',
    'timeline.jsonp',
    text('onJSONP({"timeline": {"date": []}}); window.hasRun = 1'),
    'could not be told',
  ),
];
