/**
 * What a query means, written down as plainly as possible and with nothing shared with the engine but the
 * reading of dates: the measure for the engine in property tests.
 */
import { dateOf } from '../../../src/model/dates.ts';
import type { Dataset, Edtf, HistoryEvent } from '../../../src/model/types.ts';
import type { FacetName, Query } from '../../../src/engine/port.ts';

export function matches(history: Dataset, event: HistoryEvent, query: Query): boolean {
  const { startMs, endMs } = dateOf(event.date);
  const { during } = query;
  if (during !== null && !(startMs < during.endMs && during.startMs < endMs)) return false;
  for (const { facet, any, all, none } of query.clauses) {
    const values = valuesOf(history, event, facet, query.includesParts);
    if (any.length > 0 && !any.some((value) => values.has(value))) return false;
    if (!all.every((value) => values.has(value))) return false;
    if (none.some((value) => values.has(value))) return false;
  }
  const text = textOf(history, event);
  return plain(query.words)
    .split(' ')
    .every((word) => text.includes(word));
}

export function valuesOf(
  history: Dataset,
  event: HistoryEvent,
  facet: FacetName,
  includesParts: boolean,
): ReadonlySet<string> {
  const actors = history.actors ?? [];
  const ofKind = (...kinds: readonly string[]): ReadonlySet<string> => {
    const all = includesParts ? actorsAbove(history, event) : ownActors(event);
    return new Set(
      [...all].filter((id) => kinds.includes(actors.find((actor) => actor.id === id)?.kind ?? '')),
    );
  };
  switch (facet) {
    case 'organisation':
      return ofKind('organisation', 'group');
    case 'person':
      return ofKind('person', 'office');
    case 'place':
      return above(placesOf(history, event), history.places ?? [], 'within', includesParts);
    case 'theme':
      return above(event.themes ?? [], history.themes ?? [], 'broader', includesParts);
    case 'sector':
      return new Set(
        [...ownActors(event)]
          .map((id) => actors.find((actor) => actor.id === id)?.sector)
          .filter((sector) => sector !== undefined),
      );
    case 'kind':
      return new Set(event.kind === undefined ? [] : [event.kind]);
    case 'status':
      return new Set([event.status ?? 'happened']);
    default:
      return facet satisfies never;
  }
}

function ownActors(event: HistoryEvent): ReadonlySet<string> {
  return new Set((event.actors ?? []).map(({ actor }) => actor));
}

function actorsAbove(history: Dataset, event: HistoryEvent): ReadonlySet<string> {
  const found = new Set(ownActors(event));
  for (const id of found) {
    const actor = history.actors?.find((candidate) => candidate.id === id);
    for (const { actor: whole, date } of actor?.partOf ?? []) {
      if (date === undefined || overlap(date, event.date)) found.add(whole);
    }
  }
  return found;
}

function overlap(a: Edtf, b: Edtf): boolean {
  return dateOf(a).startMs < dateOf(b).endMs && dateOf(b).startMs < dateOf(a).endMs;
}

function placesOf(history: Dataset, event: HistoryEvent): readonly string[] {
  if ((event.places ?? []).length > 0) return event.places ?? [];
  const whole = history.events.find(({ id }) => id === event.partOf);
  return whole === undefined ? [] : placesOf(history, whole);
}

function above<K extends 'within' | 'broader'>(
  ids: readonly string[],
  list: readonly ({ readonly id: string } & { readonly [key in K]?: string })[],
  key: K,
  includesParts: boolean,
): ReadonlySet<string> {
  const found = new Set(ids);
  if (!includesParts) return found;
  for (const id of found) {
    const whole = list.find((candidate) => candidate.id === id)?.[key];
    if (whole !== undefined) found.add(whole);
  }
  return found;
}

function textOf(history: Dataset, event: HistoryEvent): string {
  const ids = new Set([...ownActors(event), ...placesOf(history, event), ...(event.themes ?? [])]);
  const named = [...(history.actors ?? []), ...(history.places ?? []), ...(history.themes ?? [])];
  const names = named
    .filter(({ id }) => ids.has(id))
    .flatMap((item) => [item.name, ...('aliases' in item ? (item.aliases ?? []) : [])]);
  const quotes = (event.citations ?? []).map(({ quote = '' }) => quote);
  return plain([event.title, event.summary ?? '', ...quotes, ...names].join(' | '));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
