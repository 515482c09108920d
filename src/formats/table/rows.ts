/*
 * Cuts a text into rows and cells, whatever is wrong with it, and remembers where each row stood.
 * Knows: papaparse, quotes, what bounds the work. Must not know: headers, what a column means.
 *
 * Papaparse is given a piece at a time, so that there is progress and no row can hold up the rest: a quote
 * that nobody closes takes its own line and no more, and a row without end is cut.
 */
import { Parser, type ParseStepResult } from 'papaparse';
import type { Row } from './types.ts';
import { cellPlace, type TableProblems } from './tableProblems.ts';

/** A row is cut after so many characters: a cell is cut at a tenth of it by the model anyway. */
const PIECE_LENGTH = 1 << 20;
/** Cells beyond are left out. */
const MOST_COLUMNS = 1_000;
/** Rows beyond are left out: what a spreadsheet holds. */
const MOST_ROWS = 1_048_576;
/** So much may be read twice for quotes that are not closed; then quotes are taken as they stand. */
const SECOND_LOOK_LENGTH = 16 * PIECE_LENGTH;

export interface CutRows {
  /** Those that hold something. */
  readonly rows: Row[];
  readonly rowsTotal: number;
  readonly blankRowsTotal: number;
}

interface Cutting {
  readonly text: string;
  readonly delimiter: string;
  readonly lineBreak: '\n' | '\r';
  readonly problems: TableProblems;
  readonly rows: Row[];
  rowsTotal: number;
  blankRowsTotal: number;
  /** Cells of the last row: what a row with a broken quote probably has too. */
  width: number;
  secondLook: number;
}

/**
 * All rows of a text. Cost is linear in its length. `onProgress` is called about once in a million
 * characters, with how many of how many are read.
 */
export function cutRows(
  text: string,
  delimiter: string,
  problems: TableProblems,
  onProgress?: (done: number, total: number) => void,
  rowLimit = MOST_ROWS,
): CutRows {
  const cutting: Cutting = {
    text,
    delimiter,
    lineBreak: text.includes('\n') ? '\n' : '\r',
    problems,
    rows: [],
    rowsTotal: 0,
    blankRowsTotal: 0,
    width: 0,
    secondLook: 0,
  };
  let at = 0;
  while (at < text.length && cutting.rows.length < rowLimit) {
    at = cutPiece(cutting, at, rowLimit);
    onProgress?.(at, text.length);
  }
  if (at < text.length && rowLimit === MOST_ROWS) {
    problems.add(() => ({
      place: cellPlace(cutting.rowsTotal + 1, null),
      found: `more than ${MOST_ROWS.toLocaleString('en-GB')} rows`,
      expected: 'as many as a spreadsheet holds',
      remedy: 'This row and those after it were left out. Take the file apart, and open the parts.',
      severity: 'error',
    }));
  }
  const { rows, rowsTotal, blankRowsTotal } = cutting;
  return { rows, rowsTotal, blankRowsTotal };
}

/** Reads rows from `at` for one piece; returns where the next one begins, which is always further on. */
function cutPiece(cutting: Cutting, at: number, rowLimit: number): number {
  const { text, delimiter, lineBreak } = cutting;
  const isLast = at + PIECE_LENGTH >= text.length;
  const piece = text.slice(at, at + PIECE_LENGTH);
  const takesQuotes = cutting.secondLook <= SECOND_LOOK_LENGTH;
  let next = at;
  const parser: Parser = new Parser({
    delimiter,
    newline: lineBreak,
    ...(takesQuotes ? {} : { fastMode: true }),
    step: ({ data, errors, meta }: ParseStepResult<unknown>) => {
      const end = at + meta.cursor;
      // A last line break begins no row of its own.
      if (next === end) return;
      const isBroken =
        errors.some(({ code }) => code === 'MissingQuotes') ||
        (errors.length > 0 && spansLines(cutting, next, end));
      if (isBroken && takesQuotes) {
        lookAgain(cutting, end - next);
        next = takeBrokenLine(cutting, next);
        parser.abort();
        return;
      }
      takeRow(cutting, textsOf(Array.isArray(data) ? data[0] : data), next, end);
      next = end;
      if (cutting.rows.length >= rowLimit) parser.abort();
    },
  });
  parser.parse(piece, 0, !isLast);
  return next > at ? next : takeEndless(cutting, at);
}

/** A row that does not end within a piece: a quote that takes in all that follows, or one line without end. */
function takeEndless(cutting: Cutting, at: number): number {
  const lineEnd = cutting.text.indexOf(cutting.lineBreak, at);
  if (lineEnd !== -1 && lineEnd < at + PIECE_LENGTH) {
    lookAgain(cutting, PIECE_LENGTH);
    return takeBrokenLine(cutting, at);
  }
  const end = lineEnd === -1 ? cutting.text.length : lineEnd + 1;
  const number = cutting.rowsTotal + 1;
  takeRow(cutting, cellsOfLine(cutting, at, at + PIECE_LENGTH), at, end);
  cutting.problems.add(() => ({
    place: cellPlace(number, null),
    found: `a row of ${(end - at).toLocaleString('en-GB')} characters`,
    expected: `at most ${PIECE_LENGTH.toLocaleString('en-GB')}`,
    remedy: 'It was cut there.',
    severity: 'warning',
  }));
  return end;
}

function lookAgain(cutting: Cutting, length: number): void {
  cutting.secondLook += length;
  if (cutting.secondLook <= SECOND_LOOK_LENGTH) return;
  const number = cutting.rowsTotal + 2;
  cutting.problems.add(() => ({
    place: cellPlace(number, null),
    found: 'too many quotation marks that are not closed',
    expected: 'quotation marks around whole cells',
    remedy:
      'From here on quotation marks are taken as they stand. Save the table again, and open that.',
    severity: 'warning',
  }));
}

function spansLines({ text, lineBreak }: Cutting, from: number, to: number): boolean {
  const lineEnd = text.indexOf(lineBreak, from);
  return lineEnd !== -1 && lineEnd < to - 1;
}

/** A line in which a quote is opened and never rightly closed, by itself. */
function takeBrokenLine(cutting: Cutting, at: number): number {
  const lineEnd = cutting.text.indexOf(cutting.lineBreak, at);
  const end = lineEnd === -1 ? cutting.text.length : lineEnd + 1;
  const number = cutting.rowsTotal + 1;
  takeRow(cutting, cellsOfLine(cutting, at, lineEnd === -1 ? end : lineEnd), at, end);
  cutting.problems.add(() => ({
    place: cellPlace(number, null),
    found: 'a quotation mark that is opened and not closed',
    expected: 'a closing quotation mark before the next delimiter or line break',
    remedy: 'The line was read by itself, so that it takes no other row with it. Check its cells.',
    severity: 'warning',
  }));
  return end;
}

/** By the delimiters alone if that gives as many cells as the row before has, else as far as quotes help. */
function cellsOfLine({ text, delimiter, width }: Cutting, from: number, to: number): string[] {
  const line = text.slice(from, to);
  const plain = line.split(delimiter, MOST_COLUMNS + 1);
  if (plain.length === width) return plain;
  const parsed: unknown = new Parser({ delimiter, newline: '\n' }).parse(line, 0, false);
  const rows: unknown =
    typeof parsed === 'object' && parsed !== null && Reflect.get(parsed, 'data');
  return Array.isArray(rows) ? textsOf(rows[0]) : plain;
}

/** Papaparse's types know neither a step's row nor what a parser returns. */
function textsOf(row: unknown): string[] {
  return Array.isArray(row) ? row.map(String) : [];
}

function takeRow(cutting: Cutting, cells: string[], from: number, end: number): void {
  const { text, rows, problems } = cutting;
  cutting.rowsTotal += 1;
  const number = cutting.rowsTotal;
  let to = end;
  while (to > from && isLineBreak(text.charCodeAt(to - 1))) to -= 1;
  const last = cells.length - 1;
  // The break is "\r\n" in many files, of which papaparse was told the second half.
  if (cells[last]?.endsWith('\r') === true) cells[last] = cells[last].slice(0, -1);
  if (cells.every((cell) => cell.trim() === '')) {
    cutting.blankRowsTotal += 1;
    return;
  }
  const found = cells.length;
  if (found > MOST_COLUMNS) {
    cells.length = MOST_COLUMNS;
    problems.add(() => ({
      place: cellPlace(number, null),
      found: `${found > 500_000 ? 'more than 500,000' : found.toLocaleString('en-GB')} cells`,
      expected: `at most ${MOST_COLUMNS.toLocaleString('en-GB')}`,
      remedy: 'Those beyond were left out.',
      severity: 'warning',
    }));
  }
  cutting.width = cells.length;
  rows.push({ number, cells, from, to });
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
