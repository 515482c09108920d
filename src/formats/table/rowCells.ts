/*
 * The cells of a row under the names of their columns, with what a mapping fills in where they are blank.
 * Knows: columns, what is carried down, constants. Must not know: what a cell means.
 */
import { unguarded } from '../../base/guardedCells.ts';
import { wellFormedText } from '../wellFormed.ts';
import type { ConstantMapping } from './mapping.ts';
import type { Row, Table } from './types.ts';

export interface RowCells {
  readonly row: Row;
  /** Trimmed; empty where there is nothing, or no such column. */
  readonly cell: (column: string | null) => string;
}

export interface RowFillings {
  readonly carryDown: readonly string[];
  readonly constants: readonly ConstantMapping[];
}

/** Reads rows one after the other: what is carried down comes from the rows that were read before. */
export function rowReader(
  { columns }: Pick<Table, 'columns'>,
  { carryDown, constants }: RowFillings,
): (row: Row) => RowCells {
  const indexOf = new Map(columns.map(({ name, index }) => [name, index]));
  const constantOf = new Map(constants.map(({ column, value }) => [column, value.trim()]));
  const above = new Map<string, string>();

  return (row) => {
    const own = (column: string): string => {
      const index = indexOf.get(column);
      return index === undefined ? '' : textOf(row.cells[index] ?? '');
    };
    const carried = new Map<string, string>();
    for (const column of carryDown) {
      const text = own(column);
      if (text !== '') above.set(column, text);
      else carried.set(column, above.get(column) ?? '');
    }
    return {
      row,
      cell: (column) =>
        column === null
          ? ''
          : own(column) || (carried.get(column) ?? '') || (constantOf.get(column) ?? ''),
    };
  };
}

/** Halves of characters, and what turns the direction of writing. */
const SUSPECT = /[\p{Surrogate}\u202A-\u202E\u2066-\u2069]/u;

/** Spreadsheets take an apostrophe before = + - @ for "this is text", and so it is no part of it. */
function textOf(cell: string): string {
  const text = unguarded(cell.trim());
  return SUSPECT.test(text) ? wellFormedText(text) : text;
}
