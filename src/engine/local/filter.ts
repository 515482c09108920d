/*
 * Which events a query means, as a set.
 * Knows: posting lists and the query. Must not know: what is counted or drawn from the set.
 *
 * Each part of a query (a clause, the time, a word) becomes bits on its own, from posting lists where it
 * can; the set is what all parts share. Parts are remembered, so that one more choice costs one more part,
 * and a facet that leaves its own clause out costs none.
 */
import type { Clause, FacetName, Query } from '../port.ts';
import { anyOf, EventSet, shared, without } from './bits.ts';
import type { Columns } from './columns.ts';
import { wordsOf } from './fold.ts';
import { eventsOf } from './postings.ts';
import { recently } from './recently.ts';
import type { Texts } from './texts.ts';
import { overlapping } from './time.ts';

export interface Filter {
  /** The events that a query means; `leaveOut` ignores that facet's clause. */
  match(query: Query, leaveOut?: FacetName): EventSet;
}

interface Part {
  readonly key: string;
  readonly events: () => EventSet;
}

/** Parts and sets remembered; a set of a million events takes 125 kB. */
const PARTS_KEPT = 32;

export function filterOf(columns: Columns, texts: Texts): Filter {
  const partSets = recently<EventSet>(PARTS_KEPT);
  const sets = recently<EventSet>(PARTS_KEPT);

  const partsOf = (query: Query, leaveOut: FacetName | undefined): readonly Part[] => {
    const parts: Part[] = [];
    for (const clause of query.clauses) {
      if (clause.facet === leaveOut) continue;
      const key = JSON.stringify([clause, query.includesParts]);
      parts.push({ key, events: () => clauseEvents(columns, clause, query.includesParts) });
    }
    const { during } = query;
    if (during !== null) {
      const key = `during ${during.startMs} ${during.endMs}`;
      parts.push({ key, events: () => new EventSet(overlapping(columns.time, during)) });
    }
    for (const word of wordsOf(query.words)) {
      parts.push({ key: `word ${word}`, events: () => new EventSet(texts.withWord(word)) });
    }
    return parts;
  };

  return {
    match(query, leaveOut) {
      const parts = partsOf(query, leaveOut);
      if (parts.length === 0) return columns.all;
      return sets(parts.map(({ key }) => key).join('\n'), () => {
        const [first, ...others] = parts.map(({ key, events }) => partSets(key, events));
        return shared(first ?? columns.all, ...others);
      });
    },
  };
}

/** A value that the history does not have matches nothing, wherever an address got it from. */
function clauseEvents(columns: Columns, clause: Clause, includesParts: boolean): EventSet {
  const { valueOf, direct, withParts } = columns.facets[clause.facet];
  const index = includesParts ? withParts : direct;
  const eventsWith = (ids: readonly string[]): EventSet =>
    anyOf(
      ids.map((id) => eventsOf(index, valueOf.get(id) ?? -1)),
      columns.events.length,
    );
  const demands = clause.all.map((id) => eventsWith([id]));
  if (clause.any.length > 0) demands.push(eventsWith(clause.any));
  const [first = columns.all, ...others] = demands;
  const wanted = shared(first, ...others);
  return clause.none.length === 0 ? wanted : without(wanted, eventsWith(clause.none));
}
