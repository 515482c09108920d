/*
 * Collects what is wrong with a table, in the words of whoever has it open in a spreadsheet.
 * Knows: rows and columns. Must not know: mappings, datasets.
 */
import type { Problem } from '../../model/types.ts';

/** So many are kept with their words; the others are only counted. */
const PROBLEMS_KEPT = 10_000;

export class TableProblems {
  readonly kept: Problem[] = [];
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Takes a function, since a million bad cells should not make a million sentences. */
  add(problem: () => Problem): void {
    this.#total += 1;
    if (this.kept.length < PROBLEMS_KEPT) this.kept.push(problem());
  }
}

/** "row 12, Start Date". */
export function cellPlace(row: number, column: string | null): string {
  return column === null ? `row ${row}` : `row ${row}, ${column}`;
}
