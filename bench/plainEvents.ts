/*
 * A made-up history as other libraries take it: titles, and dates as milliseconds.
 * Knows: the generator, dates. Must not know: which library.
 */
import { dateOf } from '../src/model/dates.ts';
import { madeUpHistory } from './madeUpHistory.ts';
import type { PlainEvent } from './peers/history.js';

const DAY_MS = 86_400_000;

/** The events of the made-up history of this size; the filter chooses the organisation most often there. */
export function plainEvents(events: number): PlainEvent[] {
  const history = madeUpHistory({ events });
  const counts = new Map<string, number>();
  for (const event of history.events) {
    for (const { actor } of event.actors ?? []) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  const organisations = (history.actors ?? [])
    .filter(({ kind }) => kind === 'organisation' || kind === 'group')
    .toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  const chosen = organisations[0]?.id;
  return history.events.map((event) => {
    const date = dateOf(event.date);
    // Open ends are no numbers for most libraries: such an event stands at the end that is known.
    const startMs = Number.isFinite(date.startMs) ? date.startMs : date.endMs;
    const endMs = Number.isFinite(date.endMs) ? date.endMs : startMs;
    return {
      id: event.id,
      title: event.title,
      startMs,
      endMs,
      isDay: endMs - startMs <= DAY_MS,
      isChosen: (event.actors ?? []).some(({ actor }) => actor === chosen),
    };
  });
}
