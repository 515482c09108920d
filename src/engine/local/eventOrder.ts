/*
 * All events in the order of a column, worked out once a column and direction, so that a page of any query
 * is read off without sorting.
 * Knows: columns and the alphabet. Must not know: queries, pages.
 */
import { assertNever } from '../../base/assertNever.ts';
import type { EventColumn } from '../port.ts';
import type { Columns } from './columns.ts';
import type { NameOrder } from './nameOrder.ts';
import type { Forward } from './postings.ts';
import { radixOrder } from './radix.ts';
import { recently } from './recently.ts';
import type { Facet } from './vocabulary.ts';

type SortedColumn = Exclude<EventColumn, 'date'>;

/**
 * Ordinals, sorted by the column's first value: names as the history's language sorts them, statuses from
 * happened to postponed. Equals are in order of time, and events without a value last, either way.
 */
export type EventOrder = (by: SortedColumn, isDescending: boolean) => Uint32Array;

/** Each takes four bytes for each event; one looks at few at a time. */
const ORDERS_KEPT = 6;
const NONE = 0xffff_ffff;

export function eventOrderOf(columns: Columns, nameOrder: NameOrder): EventOrder {
  const orders = recently<Uint32Array>(ORDERS_KEPT);
  const ranks = recently<Uint32Array>(ORDERS_KEPT);
  return (by, isDescending) =>
    orders(`${by} ${isDescending}`, () => {
      const ascending = ranks(by, () => ranksBy(columns, nameOrder, by));
      const keys = isDescending
        ? ascending.map((rank) => (rank === NONE ? NONE : NONE - 1 - rank))
        : ascending;
      return radixOrder(keys.length, [keys]);
    });
}

/** The rank of each event's value; equal values have equal ranks. */
function ranksBy(columns: Columns, nameOrder: NameOrder, by: SortedColumn): Uint32Array {
  const { facets, weights, dataset } = columns;
  switch (by) {
    case 'weight':
      return Uint32Array.from(weights);
    case 'status':
      return firstValues(facets.status.direct, (value) => value);
    case 'kind':
      return firstNames(facets.kind, nameOrder);
    case 'places':
      return firstNames(facets.place, nameOrder);
    case 'themes':
      return firstNames(facets.theme, nameOrder);
    case 'actors': {
      const names = (dataset.actors ?? []).map(({ name }) => name);
      const ranks = ranksOfNames(names, nameOrder);
      return firstValues(columns.cast, (entry) => ranks[entry >>> 1] ?? NONE);
    }
    case 'title': {
      const titles = Array.from({ length: columns.events.length }, () => '');
      columns.each(({ title }, ordinal) => {
        titles[ordinal] = title;
      });
      return ranksOfNames(titles, nameOrder);
    }
    default:
      return assertNever(by);
  }
}

function firstNames(facet: Facet, nameOrder: NameOrder): Uint32Array {
  const ranks = nameOrder(facet);
  return firstValues(facet.direct, (value) => ranks[value] ?? NONE);
}

/** An event's values stand in the order in which it names them. */
function firstValues({ offsets, values }: Forward, rankOf: (value: number) => number): Uint32Array {
  const ranks = new Uint32Array(offsets.length - 1).fill(NONE);
  for (let event = 0; event < ranks.length; event++) {
    const first = offsets[event] ?? 0;
    if (first < (offsets[event + 1] ?? 0)) ranks[event] = rankOf(values[first] ?? 0);
  }
  return ranks;
}

/** Sorts each name once, however many events bear it. */
function ranksOfNames(names: readonly string[], nameOrder: NameOrder): Uint32Array {
  const places = new Map<string, number>();
  const placeOf = Uint32Array.from(names, (name) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
  const ranks = nameOrder({ names: [...places.keys()] });
  return placeOf.map((place) => ranks[place] ?? NONE);
}
