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
  question: EventsQuestion,
): EventsAnswer {
  const set = filter.match(question.query);
  return {
    matched: set.count,
    total: columns.events.length,
    rows: Array.from(page(columns, set, titleRanks, question), (ordinal) => columns.events[ordinal])
      .filter((event) => event !== undefined)
      .map((event) => rowOf(columns, event)),
  };
}

/** By title or weight, equals are in order of time, whichever way the rest is sorted. */
function page(
  columns: Columns,
  set: EventSet,
  titleRanks: () => Uint32Array,
  { sort: { by, isDescending }, offset, limit }: EventsQuestion,
): Iterable<number> {
  if (by === 'date') {
    if (!isDescending) return set.slice(offset, offset + limit);
    const end = Math.max(0, set.count - offset);
    return set.slice(Math.max(0, end - limit), end).toReversed();
  }
  const ranks = by === 'title' ? titleRanks() : columns.weights;
  const sign = isDescending ? -1 : 1;
  return set
    .toArray()
    .toSorted((a, b) => sign * ((ranks[a] ?? 0) - (ranks[b] ?? 0)) || a - b)
    .subarray(offset, offset + limit);
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
