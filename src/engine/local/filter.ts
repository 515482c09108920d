/*
 * Which events a query means, as a set.
 * Knows: posting lists and the query. Must not know: what is counted or drawn from the set.
 *
 * Each part of a query (a clause, the time, a word) becomes bits on its own, from posting lists where it
 * can; the set is what all parts share. Parts are remembered, so that one more choice costs one more part,
 * and a facet that leaves its own clause out costs none.
 */
import type { Clause, FacetName, Query } from '../port.ts';
import { EventSet, intersectBits, clearListed, noBits, setListed } from './bits.ts';
import type { Columns } from './columns.ts';
import { wordsOf } from './fold.ts';
import type { ValueIndex } from './postings.ts';
import { recently } from './recently.ts';
import type { Texts } from './texts.ts';
import { overlapping } from './time.ts';

export interface Filter {
  /** The events that a query means; `leaveOut` ignores that facet's clause. */
  match(query: Query, leaveOut?: FacetName): EventSet;
}

interface Part {
  readonly key: string;
  readonly bits: () => Uint32Array;
}

/** Parts and sets remembered; a set of a million events takes 125 kB. */
const PARTS_KEPT = 32;

export function filterOf(columns: Columns, texts: Texts): Filter {
  const partBits = recently<Uint32Array>(PARTS_KEPT);
  const sets = recently<EventSet>(PARTS_KEPT);

  const partsOf = (query: Query, leaveOut: FacetName | undefined): readonly Part[] => {
    const parts: Part[] = [];
    for (const clause of query.clauses) {
      if (clause.facet === leaveOut) continue;
      const key = JSON.stringify([clause, query.includesParts]);
      parts.push({ key, bits: () => clauseBits(columns, clause, query.includesParts) });
    }
    const { during } = query;
    if (during !== null) {
      const key = `during ${during.startMs} ${during.endMs}`;
      parts.push({ key, bits: () => overlapping(columns.time, during) });
    }
    for (const word of wordsOf(query.words)) {
      parts.push({ key: `word ${word}`, bits: () => texts.withWord(word) });
    }
    return parts;
  };

  return {
    match(query, leaveOut) {
      const parts = partsOf(query, leaveOut);
      if (parts.length === 0) return columns.all;
      return sets(parts.map(({ key }) => key).join('\n'), () => {
        const [first, ...others] = parts.map(({ key, bits }) => partBits(key, bits));
        const shared = (first ?? columns.all.bits).slice();
        for (const bits of others) intersectBits(shared, bits);
        return new EventSet(shared);
      });
    },
  };
}

/** A value that the history does not have matches nothing, wherever an address got it from. */
function clauseBits(columns: Columns, clause: Clause, includesParts: boolean): Uint32Array {
  const { valueOf, direct, withParts } = columns.facets[clause.facet];
  const index = includesParts ? withParts : direct;
  const valuesOf = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => valueOf.get(id) ?? -1);

  const bits =
    clause.any.length === 0
      ? columns.all.bits.slice()
      : anyBits(columns, index, valuesOf(clause.any));
  for (const value of valuesOf(clause.all)) {
    intersectBits(bits, anyBits(columns, index, [value]));
  }
  for (const value of valuesOf(clause.none)) {
    if (value >= 0) clearListed(bits, index.postings, ...postingRange(index, value));
  }
  return bits;
}

function anyBits(columns: Columns, index: ValueIndex, values: readonly number[]): Uint32Array {
  const bits = noBits(columns.events.length);
  for (const value of values) {
    if (value >= 0) setListed(bits, index.postings, ...postingRange(index, value));
  }
  return bits;
}

function postingRange(index: ValueIndex, value: number): [from: number, to: number] {
  return [index.postingOffsets[value] ?? 0, index.postingOffsets[value + 1] ?? 0];
}
