/*
 * A page of events in an order.
 * Knows: sets and orders. Must not know: how rows are shown.
 */
import type { HistoryEvent } from '../../model/types.ts';
import type { EventRow, EventsAnswer, EventsQuestion } from '../port.ts';
import type { EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import type { NameOrder } from './nameOrder.ts';

export function answerEvents(
  columns: Columns,
  filter: Filter,
  titleRanks: () => Uint32Array,
  { query, sort, offset, limit }: EventsQuestion,
): EventsAnswer {
  const set = filter.match(query);
  const page = sorted(columns, set, titleRanks, sort).subarray(offset, offset + limit);
  return {
    matched: set.count,
    total: columns.events.length,
    rows: Array.from(page, (ordinal) => columns.events[ordinal])
      .filter((event) => event !== undefined)
      .map((event) => rowOf(columns, event)),
  };
}

/** By title or weight, equals are in order of time, whichever way the rest is sorted. */
function sorted(
  columns: Columns,
  set: EventSet,
  titleRanks: () => Uint32Array,
  { by, isDescending }: EventsQuestion['sort'],
): Uint32Array {
  if (by === 'date') return isDescending ? set.ordinals.toReversed() : set.ordinals;
  const ranks = by === 'title' ? titleRanks() : columns.weights;
  const sign = isDescending ? -1 : 1;
  return set.ordinals.toSorted((a, b) => sign * ((ranks[a] ?? 0) - (ranks[b] ?? 0)) || a - b);
}

export function titleRanksOf(columns: Columns, nameOrder: NameOrder): () => Uint32Array {
  let list: { readonly names: readonly string[] } | null = null;
  return () => {
    list ??= { names: columns.events.map(({ title }) => title) };
    return nameOrder(list);
  };
}

function rowOf(columns: Columns, event: HistoryEvent): EventRow {
  return {
    id: event.id,
    title: event.title,
    date: columns.dateOf(event.date),
    status: event.status ?? 'happened',
    kind: event.kind ?? null,
    actors: [...new Set((event.actors ?? []).map(({ actor }) => actor))],
    places: columns.placesOf(event),
    themes: event.themes ?? [],
  };
}
