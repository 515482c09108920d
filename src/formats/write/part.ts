/*
 * A part of a history by itself: some of its events, with what they refer to and nothing else.
 * Knows: which fields refer to what. Must not know: filters, files.
 */
import type { Actor, Citation, Dataset, HistoryEvent, Place, Theme } from '../../model/types.ts';

/**
 * The events with these ids, in their order; links to others and to a whole among the others are left out.
 * Actors, places, themes and sources stay as far as something refers to them, periods as they are, ties where
 * both ends stay. A briefing is of the whole, and stays out.
 */
export function partOfHistory(dataset: Dataset, ids: ReadonlySet<string>): Dataset {
  const { scenes: _, ...history } = dataset;
  const events = dataset.events.filter(({ id }) => ids.has(id)).map((each) => within(each, ids));

  const actorsById = byId(dataset.actors);
  const actorIds = closure(
    events.flatMap(({ actors = [] }) => actors.map(({ actor }) => actor)),
    (id) => wholesOf(actorsById.get(id)),
  );
  const actors = (dataset.actors ?? []).filter(({ id }) => actorIds.has(id));
  const ties = (dataset.ties ?? []).filter(
    ({ from, to }) => actorIds.has(from) && actorIds.has(to),
  );

  const placesById = byId<Place>(dataset.places);
  const placeIds = closure(
    [
      ...events.flatMap((event) => event.places ?? []),
      ...actors.flatMap(({ place }) => (place === undefined ? [] : [place])),
    ],
    (id) => maybe(placesById.get(id)?.within),
  );
  const themesById = byId<Theme>(dataset.themes);
  const themeIds = closure(
    events.flatMap((event) => event.themes ?? []),
    (id) => maybe(themesById.get(id)?.broader),
  );
  const sourceIds = new Set(
    [
      ...events.flatMap((event) => event.citations ?? []),
      ...actors.flatMap(({ roles = [] }) => roles.flatMap((role) => role.citations ?? [])),
      ...ties.flatMap((tie) => tie.citations ?? []),
    ].flatMap(({ source, cites = [] }: Citation) => [source, ...cites]),
  );
  return {
    ...history,
    events,
    actors,
    ties,
    places: (dataset.places ?? []).filter(({ id }) => placeIds.has(id)),
    themes: (dataset.themes ?? []).filter(({ id }) => themeIds.has(id)),
    sources: (dataset.sources ?? []).filter(({ id }) => sourceIds.has(id)),
  };
}

function within({ partOf, links, ...event }: HistoryEvent, ids: ReadonlySet<string>): HistoryEvent {
  return {
    ...event,
    ...(partOf === undefined || !ids.has(partOf) ? {} : { partOf }),
    ...(links === undefined ? {} : { links: links.filter(({ to }) => ids.has(to)) }),
  };
}

function wholesOf(actor: Actor | undefined): readonly string[] {
  return [
    ...(actor?.partOf ?? []).map((whole) => whole.actor),
    ...(actor?.roles ?? []).flatMap(({ organisation }) => maybe(organisation)),
  ];
}

function maybe(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

function byId<T extends { readonly id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [each.id, each]));
}

/** These and all that they lead to. */
function closure(
  from: readonly string[],
  next: (id: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...next(id));
  }
  return reached;
}
