/*
 * Rows as text that other programs read: CSV (RFC 4180) for files, tab-separated for the clipboard; no cell
 * in it runs as a formula (base/guardedCells.ts).
 * Knows: cells of text. Must not know: events, DOM.
 */
import { csvFormatRow, tsvFormatRow } from 'd3';
import { guarded } from '../../base/guardedCells.ts';

/** Excel takes a file for UTF-8 only with it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of a CSV file, with its end (CR LF, as RFC 4180 has it). */
export function csvLine(cells: readonly string[]): string {
  return `${csvFormatRow(cells.map(guarded))}\r\n`;
}

/** One line for the clipboard. */
export function tsvLine(cells: readonly string[]): string {
  return `${tsvFormatRow(cells.map(guarded))}\n`;
}
