/*
 * What to say of a file that is no history in any format: what it is, and what to do instead.
 * Knows: what people open by mistake. Must not know: any one format.
 */
import { isRecord } from '../model/schemaPart.ts';
import { isUtf16 } from './decode.ts';
import type { ReadFailure, SourceFile } from './format.ts';

const CAN_READ =
  'Files that can be opened: tables (CSV, TSV), TimelineJS, GEXF, GraphML, graphology JSON, and this program’s own JSON.';

type Kind = readonly [bytes: readonly number[], words: string];

const bytesOf = (letters: string): number[] =>
  Array.from(letters, (letter) => letter.charCodeAt(0));

/** By their first bytes. */
const KINDS: readonly Kind[] = [
  [
    bytesOf('%PDF'),
    'This is a PDF. Open the table or the data that it was made from; a table in a PDF can be copied into a spreadsheet and saved as CSV.',
  ],
  [[0x1f, 0x8b], 'This file is packed (gzip). Unpack it, then open what is in it.'],
  [bytesOf('7z\u00BC\u00AF'), 'This file is packed (7-Zip). Unpack it, then open what is in it.'],
  [bytesOf('Rar!'), 'This file is packed (RAR). Unpack it, then open what is in it.'],
  [bytesOf('BZh'), 'This file is packed (bzip2). Unpack it, then open what is in it.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'This file is packed (xz). Unpack it, then open what is in it.'],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an office file of the old kind, such as an Excel workbook (.xls). Open it in a spreadsheet, save the sheet as CSV, then open that.',
  ],
  [
    bytesOf('SQLite format 3'),
    'This is an SQLite database. Export the table as CSV, then open that.',
  ],
  [bytesOf('PAR1'), 'This is a Parquet file. Convert it to CSV, then open that.'],
  [bytesOf('{\\rtf'), 'This is a text document (RTF), and no data.'],
  [[0x89, ...bytesOf('PNG')], 'This is a picture (PNG), and no data.'],
  [[0xff, 0xd8, 0xff], 'This is a picture (JPEG), and no data.'],
  [bytesOf('GIF8'), 'This is a picture (GIF), and no data.'],
  [[0x4d, 0x5a], 'This is a program, and no data.'],
  [[0x7f, ...bytesOf('ELF')], 'This is a program, and no data.'],
];

/** What a zip holds is told by the names within, near its beginning. */
const IN_ZIP: readonly (readonly [name: string, words: string])[] = [
  [
    'xl/',
    'This is an Excel workbook. Open it in a spreadsheet, save the sheet as CSV (UTF-8), then open that.',
  ],
  [
    'word/',
    'This is a Word document, and no data. A table in it can be copied into a spreadsheet and saved as CSV.',
  ],
  ['ppt/', 'This is a PowerPoint presentation, and no data.'],
  [
    'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    'This is an OpenDocument spreadsheet. Open it in a spreadsheet, save the sheet as CSV (UTF-8), then open that.',
  ],
  [
    'mimetypeapplication/vnd.oasis',
    'This is an OpenDocument file, and no table. Save its data as CSV, then open that.',
  ],
  ['.gephi', 'This is a Gephi project. In Gephi, export the graph as GEXF, then open that.'],
];

/** Null for what may yet be text in some format. */
export function binaryFile({ bytes }: SourceFile): ReadFailure | null {
  if (
    startsWith(bytes, bytesOf('PK\u0003\u0004')) ||
    startsWith(bytes, bytesOf('PK\u0005\u0006'))
  ) {
    return refusal('invalid', zipWords(bytes));
  }
  const kind = KINDS.find(([start]) => startsWith(bytes, start));
  if (kind !== undefined) return refusal('invalid', kind[1]);
  return isBinary(bytes)
    ? refusal('invalid', `This file is not text: what it is could not be told. ${CAN_READ}`)
    : null;
}

export function unknownFile(source: SourceFile): ReadFailure {
  const binary = binaryFile(source);
  if (binary !== null) return binary;
  const head = source.head().trim();
  if (head === '') {
    return refusal(
      'not-json',
      'The file is empty. Check that it was saved and uploaded whole, then open it again.',
    );
  }
  if (isWebPage(head)) {
    return refusal(
      'not-json',
      'This is a web page, not a dataset. The file may have moved, or one must sign in to see it: open its address in the browser, and save the file itself.',
    );
  }
  if (/^<\?xml|^<[a-z]/iu.test(head)) {
    const [, root = ''] = /<(?![?!])([\w:.-]{1,80})/u.exec(head) ?? [];
    return refusal('invalid', `This is XML (“${root}”), but neither GEXF nor GraphML. ${CAN_READ}`);
  }
  if (/^[[{]/u.test(head)) return unknownJson(source);
  if (head.length > LONGEST_LINE && !/[\r\n]/u.test(head)) {
    return refusal(
      'invalid',
      `The first line of this file is longer than ${LONGEST_LINE.toLocaleString('en-GB')} characters: no table has so many columns. Check how it was exported, and that its lines end where its rows do.`,
    );
  }
  return refusal('invalid', `What kind of file this is could not be told. ${CAN_READ}`);
}

const LONGEST_LINE = 60_000;

/** A page of HTML, by how it begins. */
function isWebPage(head: string): boolean {
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(
    head.trimStart(),
  );
}

function unknownJson(source: SourceFile): ReadFailure {
  const json = source.json();
  if (!json.ok) {
    return {
      kind: 'not-json',
      message:
        'This begins like JSON and then is not. The place where it goes wrong is below: mend it there, or check that this is the right file.',
      problems: [json.error],
      problemsTotal: 1,
    };
  }
  const keys = isRecord(json.value) ? Object.keys(json.value).slice(0, 8) : [];
  const found = Array.isArray(json.value)
    ? 'a list'
    : keys.length === 0
      ? 'nothing that has a name'
      : `“${keys.map((key) => key.slice(0, 40)).join('”, “')}”`;
  return {
    kind: 'invalid',
    message: `This is JSON, but of none of the kinds that can be opened. ${CAN_READ}`,
    problems: [
      {
        place: 'the file',
        found,
        expected: '“version”, “title” and “events”; “timeline”; or “nodes” and “edges”',
        remedy: 'Open another file, or save this one as CSV.',
        severity: 'error',
      },
    ],
    problemsTotal: 1,
  };
}

function zipWords(bytes: Uint8Array): string {
  const names = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8_192));
  return (
    IN_ZIP.find(([name]) => names.includes(name))?.[1] ??
    'This is a zip archive. Unpack it, then open what is in it.'
  );
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** Zero bytes are in no text but UTF-16, whose are every other one; a few are a slip of whoever wrote it. */
function isBinary(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return false;
  const sample = bytes.subarray(0, 4_096);
  const odd = sample.reduce((sum, byte) => sum + (isOdd(byte) ? 1 : 0), 0);
  return odd > sample.length * 0.1;
}

/** Control characters but line ends, tabs, form feeds and what begins a terminal's colours. */
function isOdd(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;
}

function refusal(kind: ReadFailure['kind'], message: string): ReadFailure {
  return { kind, message, problems: [], problemsTotal: 0 };
}
