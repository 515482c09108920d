/** Short cuts of the tests of tables. */
import { guessMapping } from '../../../../src/formats/table/guess.ts';
import { applyMapping } from '../../../../src/formats/table/apply.ts';
import type { TableMapping } from '../../../../src/formats/table/mapping.ts';
import { profileColumns } from '../../../../src/formats/table/profile.ts';
import { readTable } from '../../../../src/formats/table/readTable.ts';
import type { Reading } from '../../../../src/formats/format.ts';

export function guessOf(text: string, fileName: string | null = null): TableMapping {
  const table = readTable(text);
  return guessMapping(table, profileColumns(table), fileName);
}

/** As guessed, with what a person would change. */
export function read(
  text: string,
  change: (guess: TableMapping) => Partial<TableMapping> = () => ({}),
  fileName: string | null = null,
): Reading {
  const table = readTable(text);
  const guess = guessMapping(table, profileColumns(table), fileName);
  const applied = applyMapping(table, { ...guess, ...change(guess) });
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value;
}
