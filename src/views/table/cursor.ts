/*
 * Where the focus stands in the table, which rows are marked, and where a key leads.
 * Knows: indices and columns. Must not know: DOM, what rows hold.
 */
import type { EventColumn } from '../../engine/port.ts';

/** The row of column names, above the first event. */
export const HEAD = -1;

export interface Cursor {
  /** Index of an event's row, or HEAD. */
  readonly row: number;
  readonly column: EventColumn;
  /** Marked rows lie between this one and `row` where a range is being marked; else only `marked` counts. */
  readonly marked: Marked | null;
}

/** Rows that are marked, for copying: from the one to the other, in either order. */
export interface Marked {
  readonly anchor: number;
  readonly end: number;
}

export interface Grid {
  readonly columns: readonly EventColumn[];
  readonly count: number;
  /** Rows that PageUp and PageDown go over. */
  readonly pageRows: number;
}

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
}

export const START: Cursor = { row: 0, column: 'title', marked: null };

/** The cursor that a key leads to; null for a key that leads nowhere. */
export function moved(cursor: Cursor, press: Press, grid: Grid): Cursor | null {
  const column = columnAfter(cursor, press.key, grid);
  if (column !== null) return { ...cursor, column };
  const row = rowAfter(cursor.row, press.key, grid);
  if (row === null) return null;
  if (!press.shiftKey || row === HEAD || cursor.row === HEAD) return { ...cursor, row };
  return { ...cursor, row, marked: { anchor: cursor.marked?.anchor ?? cursor.row, end: row } };
}

/** The cursor on a row that is marked by itself, or up to which a range is marked. */
export function markedAt(cursor: Cursor, row: number, isRange: boolean): Cursor {
  const anchor = isRange ? (cursor.marked?.anchor ?? Math.max(0, cursor.row)) : row;
  return { ...cursor, row, marked: { anchor, end: row } };
}

export function allMarked(cursor: Cursor, count: number): Cursor {
  return { ...cursor, marked: count === 0 ? null : { anchor: 0, end: count - 1 } };
}

/** Columns whose cells are written in place; lists of names have the form for that. */
const WRITTEN: ReadonlySet<EventColumn> = new Set(['date', 'title', 'status', 'kind', 'weight']);

export function isWritten(column: EventColumn): boolean {
  return WRITTEN.has(column);
}

/** The cell that is written after this one, or before it; null at either end of the table. */
export function writtenNext(cursor: Cursor, step: 1 | -1, { columns, count }: Grid): Cursor | null {
  const written = columns.filter(isWritten);
  const at = written.indexOf(cursor.column) + step;
  const row = cursor.row + (at < 0 ? -1 : at >= written.length ? 1 : 0);
  const column = written.at(at % written.length);
  if (column === undefined || row < 0 || row >= count) return null;
  return { ...cursor, row, column, marked: null };
}

/** First and last marked row; null where none is. */
export function rangeOf({
  marked,
}: Cursor): { readonly first: number; readonly last: number } | null {
  if (marked === null) return null;
  const { anchor, end } = marked;
  return { first: Math.min(anchor, end), last: Math.max(anchor, end) };
}

/** The cursor within the rows that there are now, on a column that stands. */
export function within(cursor: Cursor, { columns, count }: Grid): Cursor {
  const row = cursor.row === HEAD ? HEAD : Math.min(cursor.row, Math.max(0, count - 1));
  const column = columns.includes(cursor.column) ? cursor.column : 'title';
  const isSame = row === cursor.row && column === cursor.column;
  return isSame ? cursor : { ...cursor, row, column };
}

function columnAfter({ column }: Cursor, key: string, { columns }: Grid): EventColumn | null {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const at = columns.indexOf(column);
  return columns[at + (key === 'ArrowRight' ? 1 : -1)] ?? column;
}

function rowAfter(row: number, key: string, { count, pageRows }: Grid): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowUp':
      return Math.max(HEAD, row - 1);
    case 'ArrowDown':
      return Math.min(last, row + 1);
    case 'PageUp':
      return Math.min(last, Math.max(0, row - pageRows));
    case 'PageDown':
      return Math.min(last, row + pageRows);
    case 'Home':
      return Math.min(last, 0);
    case 'End':
      return last;
    default:
      return null;
  }
}
