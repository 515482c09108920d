/*
 * Reads a text as a table: by which delimiter, which row holds the headers, what the columns are called.
 * Knows: what tables look like. Must not know: what a column means, datasets.
 */
import { cutRows, type CutRows } from './rows.ts';
import { cellPlace, TableProblems } from './tableProblems.ts';
import type { Column, LeftOutRow, Row, Table, TableCut } from './types.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** As much of a text as it takes to see how it is cut. */
const HEAD_LENGTH = 65_536;
const HEAD_ROWS = 200;
/** A header stands among the first so many rows, or there is none. */
const HEADER_SOUGHT = 25;
const HEADER_LENGTH = 100;
/** Of what a person chose as the header, though it is not like one. */
const LONGEST_HEADER = 1_000;

/**
 * Reads a text into rows under named columns. Never throws for what is in it, and its cost is linear in its
 * length. `cut` holds what is known of how it is cut; the rest is guessed.
 */
export function readTable(
  text: string,
  cut: Partial<TableCut> = {},
  onProgress?: (done: number, total: number) => void,
): Table {
  const problems = new TableProblems();
  const stated = cut.delimiter ?? '';
  const delimiter = stated === '' ? guessDelimiter(text) : stated;
  const { rows, rowsTotal, blankRowsTotal } = cutRows(text, delimiter, problems, onProgress);
  const headerRow = cut.headerRow === undefined ? guessHeaderRow(rows) : cut.headerRow;
  const rawOf = ({ from, to }: Row): string => text.slice(from, to);
  const header = rows.find(({ number }) => number === headerRow) ?? null;
  const leftOut: LeftOutRow[] = [];
  const body = rows.filter((row) => {
    if (row === header) return false;
    if (header === null || (row.number > header.number && !isSameRow(row, header))) return true;
    leftOut.push({ number: row.number, raw: rawOf(row) });
    return false;
  });
  reportLeftOut(leftOut, header, problems);
  const columns = columnsOf(header?.cells ?? [], body);
  if (header !== null) reportLongRows(header, body, columns, problems);
  return {
    cut: { delimiter, headerRow: header?.number ?? null },
    columns,
    rows: body,
    rowsTotal,
    blankRowsTotal,
    leftOut,
    headerRaw: header === null ? null : rawOf(header),
    problems: problems.kept,
    problemsTotal: problems.total,
    rawOf,
  };
}

/** A look at the beginning of a text, for telling whether it is a table at all. */
export function headOfTable(text: string): Table {
  // The last line may be cut in the middle.
  const head = text.slice(0, HEAD_LENGTH);
  const lineEnd = head.lastIndexOf('\n');
  return readTable(head.length < text.length && lineEnd > 0 ? head.slice(0, lineEnd) : head);
}

/**
 * The delimiter by which most rows of the beginning have the same number of cells, the more cells the
 * better. A first line such as "sep=;", which Excel understands, has the last word.
 */
function guessDelimiter(text: string): string {
  const stated = /^\uFEFF?"?sep=([^"])"?[\r\n]/iu.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const head = text.slice(0, HEAD_LENGTH);
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(cutRows(head, delimiter, new TableProblems(), undefined, HEAD_ROWS));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** From 0 to 1: the share of rows that have the commonest number of cells, less for few cells. */
function evenness({ rows }: CutRows): number {
  const times = new Map<number, number>();
  for (const { cells } of rows) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [cells, count] of times) {
    if (cells > 1) best = Math.max(best, (count / rows.length) * (1 - 1 / cells));
  }
  return best;
}

/** The first row that fills most of the table's width with short words, and with nothing like a value. */
function guessHeaderRow(rows: readonly Row[]): number | null {
  const widths = rows
    .slice(0, HEAD_ROWS)
    .map(({ cells }) => filledCells(cells).length)
    .toSorted((a, b) => a - b);
  const width = widths[widths.length >> 1] ?? 0;
  const header = rows.slice(0, HEADER_SOUGHT).find(({ cells }) => {
    const filled = filledCells(cells);
    return filled.length >= Math.max(1, width * 0.6) && filled.every(isLikeHeader);
  });
  // Further down it is a line of words in a table without a header, unless what is above is narrower.
  const isAbove = header !== undefined && rows.indexOf(header) > 0;
  const above = isAbove ? rows.slice(0, rows.indexOf(header)) : [];
  const isPreamble = above.every(({ cells }) => filledCells(cells).length < Math.max(2, width));
  return header !== undefined && isPreamble ? header.number : null;
}

function filledCells(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

/** Neither a number nor a date nor an address, and short. */
function isLikeHeader(cell: string): boolean {
  const text = cell.trim();
  return (
    text.length <= HEADER_LENGTH &&
    /\p{L}/u.test(text) &&
    !/^https?:/iu.test(text) &&
    !/^sep=.$/iu.test(text) &&
    !/\d{4}|\d[/.:-]\d/u.test(text)
  );
}

function isSameRow({ cells }: Row, header: Row): boolean {
  return (
    cells.length === header.cells.length &&
    cells.every((cell, i) => cell.trim() === header.cells[i]?.trim())
  );
}

/** Columns that hold something or have a header, each with a name that no other has. */
function columnsOf(header: readonly string[], body: readonly Row[]): readonly Column[] {
  const isFilled: (boolean | undefined)[] = header.map((cell) => cell.trim() !== '');
  for (const { cells } of body) {
    for (let i = 0; i < cells.length; i += 1) {
      if (isFilled[i] !== true && cells[i]?.trim() !== '') isFilled[i] = true;
    }
  }
  const taken = new Set<string>();
  return Array.from(isFilled, (filled, index): Column | null => {
    if (filled !== true) return null;
    const text = (header[index] ?? '').trim().replace(/\s+/gu, ' ');
    const base = text === '' ? `column ${index + 1}` : text.slice(0, HEADER_LENGTH);
    let name = base;
    for (let nth = 2; taken.has(name); nth += 1) name = `${base} (${nth})`;
    taken.add(name);
    return { name, header: text.slice(0, LONGEST_HEADER), index };
  }).filter((column) => column !== null);
}

function reportLeftOut(
  leftOut: readonly LeftOutRow[],
  header: Row | null,
  problems: TableProblems,
): void {
  for (const { number } of leftOut) {
    const isAbove = header !== null && number < header.number;
    problems.add(() => ({
      place: cellPlace(number, null),
      found: isAbove ? 'a row above the header' : 'the header once more',
      expected: 'an event',
      remedy: 'The row was left out.',
      severity: 'error',
    }));
  }
}

/** A row with more cells than the header often has a delimiter in a cell that lacks its quotes. */
function reportLongRows(
  header: Row,
  body: readonly Row[],
  columns: readonly Column[],
  problems: TableProblems,
): void {
  const width = header.cells.length;
  if ((columns.at(-1)?.index ?? 0) < width) return;
  for (const { number, cells } of body) {
    const extra = cells.slice(width).filter((cell) => cell.trim() !== '');
    if (extra.length === 0) continue;
    problems.add(() => ({
      place: cellPlace(number, null),
      found: `${cells.length} cells`,
      expected: `${width}, as the header has`,
      remedy: `What is beyond stands in columns of its own, from "column ${width + 1}" on. A cell that holds the delimiter needs quotation marks.`,
      severity: 'warning',
    }));
  }
}
