/*
 * Who is named in which event, and whether they took part: what acting together is counted from.
 * Knows: the history's events and actors. Must not know: queries, networks, what is counted.
 *
 *   event   0        1     2        A number holds two things: an actor (or an event) × 2, plus 1 where the
 *   named   A! B!    A! C  B!       actor took part (!), so that whoever walks a list learns both at once.
 */
import type { Actor, HistoryEvent } from '../../../model/types.ts';
import { EventSet, hasBit, intersectBits, noBits, setListed } from '../bits.ts';
import type { Columns } from '../columns.ts';
import { eventsOf, forwardOf, reordered, type AddValue, type Forward } from '../postings.ts';
import { radixOrder } from '../radix.ts';
import { TREE_DEPTH } from '../vocabulary.ts';

export interface Participation {
  readonly actors: readonly Actor[];
  /** The place of an actor in `actors`, by id. */
  readonly actorAt: ReadonlyMap<string, number>;
  /** The actors of each event, each once. */
  readonly named: Forward;
  /** The events of each actor, those of one whole side by side. */
  readonly events: Forward;
  /** What an event is a part of in the end; an event that is part of nothing is its own root. */
  readonly rootOf: Uint32Array;
  readonly happened: EventSet;
}

/** Which evidence counts. */
export interface Scope {
  readonly set: EventSet;
  /** Whether planned and other events that did not happen, and actors who did not take part, count too. */
  readonly includesTentative: boolean;
}

/** Reads every event once; what it makes takes 8 bytes for each actor named, and 8 for each event. */
export function participationOf(columns: Columns): Participation {
  const { dataset, time } = columns;
  const actors = dataset.actors ?? [];
  const actorAt = new Map(actors.map(({ id }, place) => [id, place]));
  const rootOf = rootsOf(columns);
  const adder = namedAdder(actorAt, actors.length);
  const named = reordered(
    // In the order of the file, as events lie in memory.
    forwardOf(dataset.events.length, actors.length * 2, (place, add) => {
      const event = dataset.events[place];
      if (event !== undefined) adder(event, place, add);
    }),
    time.places,
  );
  return {
    actors,
    actorAt,
    named,
    events: byActor(named, actors.length, rootOf),
    rootOf,
    happened: happenedOf(columns),
  };
}

/** Adds the actors of an event. One who is named twice is named by the stronger part. */
function namedAdder(
  actorAt: ReadonlyMap<string, number>,
  actorsTotal: number,
): (event: HistoryEvent, place: number, add: AddValue) => void {
  const tookPartLast = new Int32Array(actorsTotal).fill(-1);
  return ({ actors = [] }, place, add) => {
    for (const { actor: id, part = 'took-part' } of actors) {
      const actor = actorAt.get(id);
      if (actor === undefined || part !== 'took-part') continue;
      add(actor * 2 + 1);
      tookPartLast[actor] = place;
    }
    for (const { actor: id } of actors) {
      const actor = actorAt.get(id);
      if (actor !== undefined && tookPartLast[actor] !== place) add(actor * 2);
    }
  };
}

function rootsOf({ dataset, events, ordinalOf }: Columns): Uint32Array {
  const roots = Uint32Array.from(events.keys());
  const above = (event: HistoryEvent | undefined): number =>
    event?.partOf === undefined ? -1 : (ordinalOf.get(event.partOf) ?? -1);
  for (const event of dataset.events) {
    let root = above(event);
    if (root < 0) continue;
    for (let depth = 1; depth < TREE_DEPTH; depth++) {
      const whole = above(events[root]);
      if (whole < 0) break;
      root = whole;
    }
    roots[ordinalOf.get(event.id) ?? 0] = root;
  }
  return roots;
}

/** The way back, from an actor to its events, in the order of their roots: a counting sort. */
function byActor(named: Forward, actorsTotal: number, rootOf: Uint32Array): Forward {
  const offsets = new Uint32Array(actorsTotal + 1);
  for (const entry of named.values) {
    const actor = entry >>> 1;
    offsets[actor + 1] = (offsets[actor + 1] ?? 0) + 1;
  }
  for (let actor = 0; actor < actorsTotal; actor++) {
    offsets[actor + 1] = (offsets[actor + 1] ?? 0) + (offsets[actor] ?? 0);
  }
  const next = offsets.slice(0, actorsTotal);
  const values = new Uint32Array(named.values.length);
  for (const event of radixOrder(rootOf.length, [rootOf])) {
    const end = named.offsets[event + 1] ?? 0;
    for (let i = named.offsets[event] ?? 0; i < end; i++) {
      const entry = named.values[i] ?? 0;
      const actor = entry >>> 1;
      const at = next[actor] ?? 0;
      values[at] = event * 2 + (entry & 1);
      next[actor] = at + 1;
    }
  }
  return { offsets, values };
}

function happenedOf({ events, facets: { status } }: Columns): EventSet {
  const bits = noBits(events.length);
  setListed(bits, eventsOf(status.direct, status.valueOf.get('happened') ?? -1));
  return new EventSet(bits);
}

/** The events of a scope that can be evidence at all. */
export function evidenceOf({ happened }: Participation, scope: Scope): EventSet {
  if (scope.includesTentative) return scope.set;
  const bits = happened.bits.slice();
  intersectBits(bits, scope.set.bits);
  return new EventSet(bits);
}

/** Whether no event of the whole history names the actor. */
export function isEventless({ events: { offsets } }: Participation, actor: number): boolean {
  return offsets[actor] === offsets[actor + 1];
}

/**
 * Visits the events that count for an actor, those of one whole one after another. `isFirm` says that the
 * event happened and the actor took part; without tentative evidence there are no others.
 */
export function eachEventOf(
  { events, happened }: Participation,
  actor: number,
  { set, includesTentative }: Scope,
  visit: (event: number, isFirm: boolean) => void,
): void {
  const end = events.offsets[actor + 1] ?? 0;
  for (let i = events.offsets[actor] ?? 0; i < end; i++) {
    const entry = events.values[i] ?? 0;
    const event = entry >>> 1;
    if (!hasBit(set.bits, event)) continue;
    const isFirm = (entry & 1) === 1 && hasBit(happened.bits, event);
    if (isFirm || includesTentative) visit(event, isFirm);
  }
}

/** How many events count for each actor. */
export function eventCounts(participation: Participation, scope: Scope): Uint32Array {
  const { actors, named } = participation;
  const counts = new Uint32Array(actors.length);
  evidenceOf(participation, scope).forEach((event) => {
    const end = named.offsets[event + 1] ?? 0;
    for (let i = named.offsets[event] ?? 0; i < end; i++) {
      const entry = named.values[i] ?? 0;
      if ((entry & 1) === 0 && !scope.includesTentative) continue;
      counts[entry >>> 1] = (counts[entry >>> 1] ?? 0) + 1;
    }
  });
  return counts;
}
