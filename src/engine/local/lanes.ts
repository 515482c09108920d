/*
 * The lanes of a timeline: which there are, in which order, and in which of them an event lies.
 * Knows: facets and counts. Must not know: time, marks, how a lane is drawn.
 */
import type { TimelineLane, TimelineQuestion } from '../port.ts';
import { EventSet, shared, without, noBits, setListed } from './bits.ts';
import type { Columns } from './columns.ts';
import { countsOf } from './facets.ts';
import type { Filter } from './filter.ts';
import { listLanes, planLanes, type LaneCounts, type LanePlan, type LaneWish } from './lanePlan.ts';
import type { NameOrder } from './nameOrder.ts';
import { totalOf } from './postings.ts';
import { recently } from './recently.ts';
import type { Facet } from './vocabulary.ts';

export interface Lanes {
  readonly list: readonly TimelineLane[];
  /** Writes the lanes of an event into `into`, each once, and returns how many there are. */
  readonly lanesAt: (ordinal: number, into: number[]) => number;
}

export type LanesOf = (
  question: Pick<TimelineQuestion, 'query' | 'laneBy' | 'lanesLimit' | 'rest'>,
) => Lanes;

/** Lanes do not depend on the window: while one pans and zooms they are remembered. */
export function lanesFrom(columns: Columns, filter: Filter, nameOrder: NameOrder): LanesOf {
  const remembered = recently<Lanes>(4);
  const without = recently<EventSet>(8);
  return ({ query, laneBy, lanesLimit, rest }) =>
    remembered(JSON.stringify([query, laneBy, lanesLimit, rest]), () => {
      const matched = filter.match(query);
      if (laneBy === 'none') return oneLane(matched.count);
      const facet = columns.facets[laneBy];
      const sets = { matched, none: without(laneBy, () => eventsWithout(columns, facet)) };
      const nameRanks = nameOrder(facet);
      return lanesByFacet(columns, facet, sets, { query, laneBy, lanesLimit, rest, nameRanks });
    });
}

/** The lane of all events. */
export function oneLane(count: number): Lanes {
  return {
    list: [{ id: null, name: 'All events', count, colour: null }],
    lanesAt(_ordinal, into) {
      into[0] = 0;
      return 1;
    },
  };
}

interface LaneSets {
  readonly matched: EventSet;
  /** The events that have no value of the facet. */
  readonly none: EventSet;
}

function lanesByFacet(
  columns: Columns,
  facet: Facet,
  { matched, none }: LaneSets,
  wish: LaneWish,
): Lanes {
  const { direct } = facet;
  const counted: LaneCounts = {
    counts: countsOf(columns, direct, matched),
    totalOf: (value) => totalOf(direct, value),
    noneCount: shared(none, matched).count,
    noneTotal: none.count,
  };
  const plan = planLanes(facet, counted, wish);
  const othersCount =
    plan.others.length === 0 ? 0 : countOthers(columns, facet, plan.others, matched);
  return {
    list: listLanes(facet, counted, plan, othersCount),
    lanesAt: lanesReader(facet, plan),
  };
}

/** Where events lie in lanes that are planned. */
export function lanesReader(
  { direct: { offsets, values } }: Facet,
  { laneOf, noneLane }: Pick<LanePlan, 'laneOf' | 'noneLane'>,
): Lanes['lanesAt'] {
  return (ordinal, into) => {
    const start = offsets[ordinal] ?? 0;
    const end = offsets[ordinal + 1] ?? 0;
    let length = 0;
    if (start === end && noneLane >= 0) into[length++] = noneLane;
    for (let i = start; i < end; i++) {
      const lane = laneOf[values[i] ?? 0] ?? -1;
      if (lane < 0) continue;
      // Two values may share the lane of all others.
      let known = 0;
      while (known < length && into[known] !== lane) known++;
      if (known === length) into[length++] = lane;
    }
    return length;
  };
}

function eventsWithout(columns: Columns, { direct }: Facet): EventSet {
  const some = noBits(columns.events.length);
  setListed(some, direct.postings);
  return without(columns.all, new EventSet(some));
}

function countOthers(
  columns: Columns,
  { direct }: Facet,
  others: readonly number[],
  matched: EventSet,
): number {
  const bits = noBits(columns.events.length);
  for (const value of others) {
    const { postingOffsets } = direct;
    setListed(bits, direct.postings, postingOffsets[value], postingOffsets[value + 1]);
  }
  return shared(new EventSet(bits), matched).count;
}
