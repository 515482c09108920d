/*
 * What the dataset says in one direction only, read the other way: parts, links to an event, parts of an
 * actor. Knows: the dataset's references. Must not know: what is asked.
 */
import type { Actor, Link, Place, Source } from '../../model/types.ts';
import type { Columns } from './columns.ts';
import { lazily } from './lazily.ts';

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

export function relationsOf(columns: Columns): Relations {
  const { dataset, events, ordinalOf } = columns;
  const parts = lazily(() => partsIn(columns));
  const linked = lazily(() => linkedIn(columns));
  const at = (lists: ReadonlyMap<number, readonly number[]>, id: string): readonly number[] =>
    lists.get(ordinalOf.get(id) ?? -1) ?? [];
  const order = (ordinal: number): number => events.at(ordinal)?.order ?? Infinity;
  return {
    ...byId(dataset),
    partsOf: (id) => at(parts(), id).toSorted((a, b) => compare(order(a), order(b)) || a - b),
    linksTo: (id) =>
      at(linked(), id).flatMap((ordinal) => {
        const { id: from = '', links = [] } = events.at(ordinal) ?? {};
        return links.filter(({ to }) => to === id).map((link) => ({ from, link }));
      }),
    actorPartsOf: reversedParts(dataset.actors ?? []),
  };
}

/** The parts of each event that has some, by time. */
function partsIn({ wholes }: Columns): ReadonlyMap<number, readonly number[]> {
  const parts = new Map<number, number[]>();
  for (const [part, whole] of wholes.entries()) if (whole >= 0) pushTo(parts, whole, part);
  return parts;
}

/** The events that link to each that is linked to, each once, by time. */
function linkedIn({ linksFrom, linksTo }: Columns): ReadonlyMap<number, readonly number[]> {
  const linked = new Map<number, number[]>();
  for (const [i, to] of linksTo.entries()) pushTo(linked, to, linksFrom[i] ?? 0);
  return new Map(
    [...linked].map(([to, from]) => [to, [...new Set(from)].toSorted((a, b) => a - b)]),
  );
}

function byId(dataset: Columns['dataset']): Pick<Relations, 'actors' | 'places' | 'sources'> {
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

function pushTo<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

/** Infinity minus Infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
