/*
 * Who took part in an event.
 * Knows: names, what a mapping says of their columns. Must not know: the rest of an event.
 */
import type { Participation } from '../../model/types.ts';
import { lineOf } from './making.ts';
import type { ActorsMapping } from './mapping.ts';
import type { RowCells } from './rowCells.ts';
import { splitNames } from './separators.ts';
import type { Vocabulary } from './vocabulary.ts';

/** So many different cells are read once only: most name the same few over and over. */
const MOST_KEPT = 100_000;

/** Each actor once, as the first row has it, in the order of rows and of the mapping's columns. */
export function actorsReader(
  columns: readonly ActorsMapping[],
  vocabulary: Vocabulary,
): (rows: readonly RowCells[]) => readonly Participation[] {
  const readers = columns.map((column) => {
    const kept = new Map<string, readonly Participation[]>();
    return ({ row, cell }: RowCells): readonly Participation[] => {
      const text = cell(column.column);
      if (text === '') return [];
      const title = cell(column.titleColumn);
      const key = `${text}\n${title}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const taking = participationsIn(text, title, column, vocabulary, row.number);
      if (kept.size < MOST_KEPT) kept.set(key, taking);
      return taking;
    };
  });
  return (rows) => {
    const taking = new Map<string, Participation>();
    for (const row of rows) {
      for (const read of readers) {
        for (const one of read(row)) if (!taking.has(one.actor)) taking.set(one.actor, one);
      }
    }
    return [...taking.values()];
  };
}

function participationsIn(
  text: string,
  heldTitle: string,
  { separators, kind, role, part }: ActorsMapping,
  vocabulary: Vocabulary,
  row: number,
): readonly Participation[] {
  const names = splitNames(text, separators);
  const title = names.length === 1 ? lineOf(heldTitle) : '';
  return names.map((name) => ({
    actor: vocabulary.actor(lineOf(name) || name, kind, row),
    ...(role === null || role === '' ? {} : { role }),
    ...(title === '' ? {} : { title }),
    ...(part === 'took-part' ? {} : { part }),
  }));
}
