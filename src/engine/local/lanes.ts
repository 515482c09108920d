/*
 * The lanes of a timeline: which there are, in which order, and in which of them an event lies.
 * Knows: facets and counts. Must not know: time, marks, how a lane is drawn.
 */
import { assertNever } from '../../base/assertNever.ts';
import type { LaneBy, TimelineLane, TimelineQuestion } from '../port.ts';
import { EventSet, intersectBits, withoutBits, noBits, setListed } from './bits.ts';
import { best } from './best.ts';
import type { Columns } from './columns.ts';
import { colourOf } from './colours.ts';
import { countsOf } from './facets.ts';
import type { Filter } from './filter.ts';
import type { NameOrder } from './nameOrder.ts';
import { totalOf } from './postings.ts';
import { recently } from './recently.ts';
import type { Facet } from './vocabulary.ts';

export interface Lanes {
  readonly list: readonly TimelineLane[];
  /** Writes the lanes of an event into `into`, each once, and returns how many there are. */
  lanesAt(ordinal: number, into: number[]): number;
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
      const clause = query.clauses.find((candidate) => candidate.facet === laneBy);
      const chosen = clause === undefined ? [] : [...clause.any, ...clause.all];
      return lanesByFacet(columns, facet, {
        laneBy,
        matched,
        none: without(laneBy, () => eventsWithout(columns, facet)),
        nameRanks: nameOrder(facet),
        chosen: new Set(chosen.map((id) => facet.valueOf.get(id) ?? -1)),
        lanesLimit,
        isRestHidden: rest === 'hide',
      });
    });
}

function oneLane(count: number): Lanes {
  return {
    list: [{ id: null, name: 'All events', count, colour: null }],
    lanesAt(_ordinal, into) {
      into[0] = 0;
      return 1;
    },
  };
}

interface LaneChoice {
  readonly laneBy: Exclude<LaneBy, 'none'>;
  readonly matched: EventSet;
  /** The events that have no value of the facet. */
  readonly none: EventSet;
  readonly nameRanks: Uint32Array;
  /** Values that the query asks for: they get a lane of their own before others do. */
  readonly chosen: ReadonlySet<number>;
  readonly lanesLimit: number;
  readonly isRestHidden: boolean;
}

function lanesByFacet(columns: Columns, facet: Facet, choice: LaneChoice): Lanes {
  const { matched, none, nameRanks, chosen, isRestHidden } = choice;
  const { direct } = facet;
  const counts = countsOf(columns, direct, matched);
  const noneCount = countShared(none, matched);
  const hasNone = isRestHidden ? noneCount > 0 : none.count > 0;

  const wanted = Array.from({ length: direct.valuesTotal }, (_, value) => value).filter(
    (value) => (isRestHidden ? (counts[value] ?? 0) : totalOf(direct, value)) > 0,
  );
  const byTotal = (a: number, b: number): number =>
    totalOf(direct, b) - totalOf(direct, a) || (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0);
  const room = Math.max(1, choice.lanesLimit - (hasNone ? 1 : 0));
  const own =
    wanted.length <= room
      ? wanted
      : best(
          wanted,
          room - 1,
          (a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || byTotal(a, b),
        );
  const ordered = own.toSorted(isInFileOrder(choice.laneBy) ? (a, b) => a - b : byTotal);

  const list: TimelineLane[] = ordered.map((value) => ({
    id: facet.ids[value] ?? '',
    name: facet.names[value] ?? '',
    count: counts[value] ?? 0,
    colour: isInFileOrder(choice.laneBy) ? colourOf(value) : null,
  }));
  const laneOf = new Int32Array(direct.valuesTotal).fill(-1);
  for (const [lane, value] of ordered.entries()) laneOf[value] = lane;
  const others = wanted.filter((value) => laneOf[value] === -1);
  if (others.length > 0) {
    const lane = list.length;
    for (const value of others) laneOf[value] = lane;
    const count = countOthers(columns, facet, others, matched);
    list.push({ id: null, name: `${others.length} others`, count, colour: null });
  }
  const noneLane = hasNone ? list.length : -1;
  if (hasNone) {
    const name = `No ${choice.laneBy} stated`;
    list.push({ id: null, name, count: noneCount, colour: null });
  }
  return { list, lanesAt: lanesReader(facet, laneOf, noneLane) };
}

function lanesReader(facet: Facet, laneOf: Int32Array, noneLane: number): Lanes['lanesAt'] {
  const { offsets, values } = facet.direct;
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

/** Themes and sectors have few values, whose order means something and decides colours; others go by size. */
function isInFileOrder(laneBy: Exclude<LaneBy, 'none'>): boolean {
  switch (laneBy) {
    case 'theme':
    case 'sector':
      return true;
    case 'organisation':
    case 'person':
    case 'place':
      return false;
    default:
      return assertNever(laneBy);
  }
}

function eventsWithout(columns: Columns, { direct }: Facet): EventSet {
  const some = noBits(columns.events.length);
  setListed(some, direct.postings);
  return new EventSet(withoutBits(columns.all.bits, some));
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
  intersectBits(bits, matched.bits);
  return new EventSet(bits).count;
}

function countShared(a: EventSet, b: EventSet): number {
  const bits = a.bits.slice();
  intersectBits(bits, b.bits);
  return new EventSet(bits).count;
}
