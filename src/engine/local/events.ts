/*
 * A page of events in an order.
 * Knows: sets and orders. Must not know: how rows are shown.
 */
import type { HistoryEvent } from '../../model/types.ts';
import type { EventRow, EventsAnswer, EventsQuestion } from '../port.ts';
import type { EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import type { EventOrder } from './eventOrder.ts';
import type { Filter } from './filter.ts';
import { DEFAULT_WEIGHT } from './gather.ts';

export function answerEvents(
  columns: Columns,
  filter: Filter,
  eventOrder: EventOrder,
  question: EventsQuestion,
): EventsAnswer {
  const set = filter.match(question.query);
  return {
    matched: set.count,
    total: columns.events.length,
    rows: page(set, eventOrder, question)
      .map((ordinal) => columns.events.at(ordinal))
      .filter((event) => event !== undefined)
      .map((event) => rowOf(columns, event)),
  };
}

function page(
  set: EventSet,
  eventOrder: EventOrder,
  { sort: { by, isDescending }, offset, limit }: EventsQuestion,
): readonly number[] {
  if (by !== 'date') return pageOf(set, eventOrder(by, isDescending), offset, limit);
  if (!isDescending) return set.slice(offset, offset + limit);
  const end = Math.max(0, set.count - offset);
  return set.slice(Math.max(0, end - limit), end).toReversed();
}

function pageOf(
  set: EventSet,
  order: Uint32Array,
  offset: number,
  limit: number,
): readonly number[] {
  const rows: number[] = [];
  let passed = 0;
  for (let i = 0; i < order.length && rows.length < limit; i++) {
    const event = order[i] ?? 0;
    if (set.has(event) && passed++ >= offset) rows.push(event);
  }
  return rows;
}

export function rowOf(columns: Columns, event: HistoryEvent): EventRow {
  return {
    id: event.id,
    title: event.title,
    date: columns.dateOf(event.date),
    status: event.status ?? 'happened',
    kind: event.kind ?? null,
    weight: event.weight ?? DEFAULT_WEIGHT,
    actors: [...new Set((event.actors ?? []).map(({ actor }) => actor))],
    places: columns.placesOf(event),
    themes: event.themes ?? [],
  };
}
