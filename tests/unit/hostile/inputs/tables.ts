/** Tables with everything that a table can hold. */
import type { Dataset } from '../../../../src/model/types.ts';
import { bytes, text, type HostileInput } from '../hostileInput.ts';

const read = (
  what: string,
  content: HostileInput['content'],
  events: number,
  says: string | null,
  holds: (dataset: Dataset) => boolean = () => true,
  leftOut = 0,
): HostileInput => ({
  what: `a table: ${what}`,
  name: 'table.csv',
  content,
  gets: { format: 'table', events, says, leftOut, holds },
});

const titles = ({ events }: Dataset) => events.map(({ title }) => title);
const utf16 = (letters: string): number[] =>
  Array.from(letters).flatMap((letter) => [letter.charCodeAt(0), 0]);

export const TABLES: readonly HostileInput[] = [
  read(
    'HTML, scripts and javascript: in its cells',
    text(
      'Title,Date,URL\nTalk<script>run()</script>,2014-01-02,javascript:run()\n<img src=x onerror=run()>,2015,data:text/html\n',
    ),
    2,
    null,
    (dataset) =>
      titles(dataset)[0] === 'Talk' &&
      (dataset.sources ?? []).every(({ url }) => url === undefined),
  ),
  read(
    '__proto__, constructor and toString as headers',
    text('Title,Date,__proto__,constructor,toString\nA,2014-01-02,x,y,z\n'),
    1,
    null,
    ({ events }) => events[0]?.title === 'A',
  ),
  read(
    'formulas',
    text(
      'Title,Date\n"=HYPERLINK(""https://evil.test"",""x"")",2014-01-02\n+1,2014-01-03\n@x,2014-01-04\n',
    ),
    3,
    null,
    (dataset) => titles(dataset)[0]?.startsWith('=HYPERLINK') === true,
  ),
  read(
    'dates such as 2024-02-30, 12, 0000 and ten thousand digits',
    text(
      `Title,Date\nA,2024-02-30\nB,12\nC,0000\nD,${'9'.repeat(10_000)}\nE,2014-05-06\nF,2014-05-07\nG,2014-05-08\n`,
    ),
    7,
    'kept',
  ),
  read(
    'a date that may be two days, 02/03/2024',
    text('Title,Date\nA,02/03/2024\nB,04/05/2024\n'),
    2,
    'leaves both open',
  ),
  read(
    'quotation marks that are not closed',
    text('Title,Date\n"A,2014-01-02\nB,2014-01-03\nC,2014-01-04\n'),
    3,
    'quot',
  ),
  read(
    'rows with more cells than headers, and with fewer',
    text('Title,Date\nA,2014-01-02,x,y,z\nB\nC,2014-01-04\n'),
    3,
    'cells',
  ),
  read(
    'headers that are all the same',
    text('Title,Title,Title\nA,B,2014-01-02\nC,D,2014-01-03\n'),
    2,
    null,
  ),
  read(
    'zero bytes among its letters',
    text('Title,Date\nA\u0000B,2014-01-02\nC,2014-01-03\n'),
    2,
    null,
  ),
  read(
    'UTF-16 without a mark',
    bytes(utf16('Title,Date\r\nÉmile,2014-01-02\r\nB,2014-01-03\r\n')),
    2,
    'UTF-16 LE',
    (dataset) => titles(dataset)[0] === 'Émile',
  ),
  read(
    'Windows-1252',
    bytes('Title,Date\n', [0xc9], 'mile ', [0x96], ' x,2014-01-02\nB,2014-01-03\n'),
    2,
    'Windows-1252',
    (dataset) => titles(dataset)[0] === 'Émile – x',
  ),
  read(
    'bytes that are no text in any encoding',
    bytes('Title,Date\n', [0xc3, 0x28, 0x81, 0xff], ',2014-01-02\nB,2014-01-03\n'),
    2,
    'Windows-1252',
  ),
  read(
    'line ends of three kinds',
    text('Title,Date\rA,2014-01-02\r\nB,2014-01-03\nC,2014-01-04\r'),
    3,
    null,
  ),
  read(
    'what turns the writing direction',
    text('Title,Date\nabc\u202Egnp.exe,2014-01-02\nB,2014-01-03\n'),
    2,
    null,
    (dataset) => titles(dataset)[0] === 'abc\u202Egnp.exe\u202C',
  ),
  read(
    'a cell of 200 MB',
    () => `Title,Date,Description\nA,2014-01-02,${'W'.repeat(2e8)}\nB,2014-01-03,x\n`,
    2,
    '100,000',
  ),
  read(
    'a million empty rows',
    () => `Title,Date\nA,2014-01-02\n${'\n'.repeat(1e6)}B,2014-01-03\n`,
    2,
    null,
  ),
  {
    what: 'a table: ten million columns',
    name: 'table.csv',
    content: () => `Title,Date${','.repeat(1e7)}\nA,2014-01-02${','.repeat(1e7)}\n`,
    gets: { refused: 'no table has so many columns' },
  },
  {
    what: 'a table: headers and not one row',
    name: 'table.csv',
    content: text('Title,Date,Description\n'),
    gets: { refused: 'could not be told' },
  },
];
