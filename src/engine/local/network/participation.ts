/*
 * Who is named in which event, and whether they took part: what acting together is counted from.
 * Knows: the history's events and actors. Must not know: queries, networks, what is counted.
 *
 *   event   0        1     2        A number holds two things: an actor (or an event) × 2, plus 1 where the
 *   named   A! B!    A! C  B!       actor took part (!), so that whoever walks a list learns both at once.
 */
import type { Actor } from '../../../model/types.ts';
import { EventSet, hasBit, intersectBits, noBits, setListed } from '../bits.ts';
import type { Columns } from '../columns.ts';
import { eventsOf, forwardOf, type Forward } from '../postings.ts';
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

/** What it makes takes 8 bytes for each actor named, and 8 for each event. */
export function participationOf(columns: Columns): Participation {
  const actors = columns.dataset.actors ?? [];
  const rootOf = rootsOf(columns.wholes);
  const named = namedIn(columns.cast, actors.length);
  return {
    actors,
    actorAt: new Map(actors.map(({ id }, place) => [id, place])),
    named,
    events: byActor(named, actors.length, rootOf),
    rootOf,
    happened: happenedOf(columns),
  };
}

/** Those who took part first. One who is named twice is named by the stronger part. */
function namedIn({ offsets, values }: Forward, actorsTotal: number): Forward {
  const tookPartLast = new Int32Array(actorsTotal).fill(-1);
  return forwardOf(offsets.length - 1, actorsTotal * 2, (event, add) => {
    const cast = values.subarray(offsets[event], offsets[event + 1]);
    for (const entry of cast) {
      if ((entry & 1) === 0) continue;
      add(entry);
      tookPartLast[entry >>> 1] = event;
    }
    for (const entry of cast) {
      if ((entry & 1) === 0 && tookPartLast[entry >>> 1] !== event) add(entry);
    }
  });
}

function rootsOf(wholes: Int32Array): Uint32Array {
  const roots = new Uint32Array(wholes.length);
  for (let event = 0; event < roots.length; event++) {
    let root = event;
    for (let depth = 0; depth < TREE_DEPTH; depth++) {
      const whole = wholes[root] ?? -1;
      if (whole < 0) break;
      root = whole;
    }
    roots[event] = root;
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
