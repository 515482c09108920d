/*
 * Rows as text that other programs read: CSV (RFC 4180) for files, tab-separated for the clipboard.
 * Knows: cells of text. Must not know: events, DOM.
 *
 * A spreadsheet runs a cell that begins with = + - @ as a formula, and a dataset is data from a stranger:
 * such a cell gets an apostrophe in front, which spreadsheets take for "this is text" (OWASP, "CSV
 * Injection"). So does one that begins with apostrophes and then one of those, so that taking one
 * apostrophe away from whatever begins like that gives every text back as it was.
 */
import { csvFormatRow, tsvFormatRow } from 'd3';

/** Excel takes a file for UTF-8 only with it. */
export const BYTE_ORDER_MARK = '\uFEFF';

const RISKY = /^'*[=+\-@\t\r]/u;

/** The cell as text to any spreadsheet; most cells are what they were. */
export function guarded(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell;
}

/** One line of a CSV file, with its end (CR LF, as RFC 4180 has it). */
export function csvLine(cells: readonly string[]): string {
  return `${csvFormatRow(cells.map(guarded))}\r\n`;
}

/** One line for the clipboard. */
export function tsvLine(cells: readonly string[]): string {
  return `${tsvFormatRow(cells.map(guarded))}\n`;
}
