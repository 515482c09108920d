/*
 * What the dataset says in one direction only, read the other way: parts, links to an event, parts of an
 * actor. Knows: the dataset's references. Must not know: what is asked.
 */
import type { Actor, Dataset, Link, Place, Source } from '../../model/types.ts';
import type { Columns } from './columns.ts';

export interface LinkFrom {
  readonly from: string;
  readonly link: Link;
}

export interface Relations {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, Place>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The ordinals of the parts of an event, by their order, then by time. */
  partsOf(eventId: string): readonly number[];
  linksTo(eventId: string): readonly LinkFrom[];
  actorPartsOf(actorId: string): readonly Actor[];
}

export function relationsOf({ dataset, events }: Columns): Relations {
  const parts = new Map<string, number[]>();
  const links = new Map<string, LinkFrom[]>();
  for (const [ordinal, event] of events.entries()) {
    if (event.partOf !== undefined) pushTo(parts, event.partOf, ordinal);
    for (const link of event.links ?? []) pushTo(links, link.to, { from: event.id, link });
  }
  const place = (ordinal: number): number => events[ordinal]?.order ?? Infinity;
  for (const list of parts.values()) list.sort((a, b) => compare(place(a), place(b)) || a - b);
  return {
    ...byId(dataset),
    partsOf: (id) => parts.get(id) ?? [],
    linksTo: (id) => links.get(id) ?? [],
    actorPartsOf: reversedParts(dataset.actors ?? []),
  };
}

function byId(dataset: Dataset): Pick<Relations, 'actors' | 'places' | 'sources'> {
  const map = <T extends { readonly id: string }>(
    list: readonly T[] = [],
  ): ReadonlyMap<string, T> => new Map(list.map((item) => [item.id, item]));
  return {
    actors: map(dataset.actors),
    places: map(dataset.places),
    sources: map(dataset.sources),
  };
}

function reversedParts(actors: readonly Actor[]): Relations['actorPartsOf'] {
  const parts = new Map<string, Actor[]>();
  for (const actor of actors) {
    for (const whole of new Set((actor.partOf ?? []).map((part) => part.actor))) {
      pushTo(parts, whole, actor);
    }
  }
  return (id) => parts.get(id) ?? [];
}

function pushTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

/** Infinity minus Infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
