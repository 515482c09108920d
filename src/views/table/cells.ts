/*
 * Cells and what stands for them on the page.
 * Knows: elements of the grid. Must not know: React, the store, what rows hold.
 */
import { EVENT_COLUMNS, type EventColumn } from '../../engine/port.ts';
import { HEAD, type Cursor } from './cursor.ts';

/** The rows in sight, and the one with the focus wherever it stands. */
export function rangeWith(first: number, end: number, row: number): number[] {
  const indices = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  if (row === HEAD || (row >= first && row < end)) return indices;
  return row < first ? [row, ...indices] : [...indices, row];
}

/** Gives the focus to the cell, or to the button that names its column. */
export function focusCell(scroller: HTMLElement | null, { row, column }: Cursor): void {
  const cell = scroller?.querySelector<HTMLElement>(
    `[data-index="${String(row)}"] [data-column="${column}"]`,
  );
  const target = row === HEAD ? cell?.querySelector<HTMLElement>('button') : cell;
  target?.focus({ preventScroll: true });
}

/** The cell that holds an element; null beside all cells. */
export function cellAt(
  target: EventTarget,
): { readonly row: number; readonly column: EventColumn } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-index]')?.dataset['index'];
  const column = EVENT_COLUMNS.find((each) => each === cell?.dataset['column']);
  return row === undefined || column === undefined ? null : { row: Number(row), column };
}

/** Text that somebody has selected by hand is the browser's to copy, and no press on a row. */
export function isNothingSelected(): boolean {
  return document.getSelection()?.isCollapsed !== false;
}
