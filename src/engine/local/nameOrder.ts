/*
 * The alphabetical order of names in the history's own language.
 * Knows: names. Must not know: what they name.
 */
import type { Dataset } from '../../model/types.ts';

/** The place of each name in alphabetical order; worked out once a list. */
export type NameOrder = (list: { readonly names: readonly string[] }) => Uint32Array;

export function nameOrderOf({ language }: Pick<Dataset, 'language'>): NameOrder {
  const collator = collatorOf(language);
  const known = new WeakMap<object, Uint32Array>();
  return (list) => {
    const ranks = known.get(list.names) ?? ranksOf(list.names, collator);
    known.set(list.names, ranks);
    return ranks;
  };
}

function ranksOf(names: readonly string[], collator: Intl.Collator): Uint32Array {
  const order = Array.from(names.keys()).toSorted(
    (a, b) => collator.compare(names[a] ?? '', names[b] ?? '') || a - b,
  );
  const ranks = new Uint32Array(names.length);
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  return ranks;
}

/** Numbers within names sort as numbers. A language that is none (the file says it) sorts as English. */
function collatorOf(language: string | undefined): Intl.Collator {
  try {
    return new Intl.Collator([language ?? 'en', 'en'], { numeric: true });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Collator('en', { numeric: true });
    throw error;
  }
}
