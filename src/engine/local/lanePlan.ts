/*
 * Which lanes a timeline has, and in which order, from how many events each value has.
 * Knows: a facet's values and counts. Must not know: events, who counted them, how a lane is drawn.
 */
import { assertNever } from '../../base/assertNever.ts';
import type { LaneBy, TimelineLane, TimelineQuestion } from '../port.ts';
import { best } from './best.ts';
import { colourOf } from './colours.ts';
import type { Counted } from './facets.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface LaneCounts extends Counted {
  /** Events without any value of the facet: among those that match, and in the whole history. */
  readonly noneCount: number;
  readonly noneTotal: number;
}

export interface LaneWish extends Pick<TimelineQuestion, 'query' | 'lanesLimit' | 'rest'> {
  readonly laneBy: Exclude<LaneBy, 'none'>;
  readonly nameRanks: Uint32Array;
}

export interface LanePlan {
  readonly laneBy: LaneWish['laneBy'];
  /** Values with a lane of their own, in the order of their lanes. */
  readonly own: readonly number[];
  /** Values that share one. */
  readonly others: readonly number[];
  /** The lane of each value; -1 where it has none. */
  readonly laneOf: Int32Array;
  /** The lane of events without a value; -1: there is none. */
  readonly noneLane: number;
}

export function planLanes(facet: Vocabulary, counted: LaneCounts, wish: LaneWish): LanePlan {
  const { counts, totalOf, noneCount, noneTotal } = counted;
  const { laneBy, query, nameRanks } = wish;
  const isRestHidden = wish.rest === 'hide';
  const hasNone = isRestHidden ? noneCount > 0 : noneTotal > 0;
  const clause = query.clauses.find((candidate) => candidate.facet === laneBy);
  const chosenIds = clause === undefined ? [] : [...clause.any, ...clause.all];
  // Values that the query asks for get a lane of their own before others do.
  const chosen = new Set(chosenIds.map((id) => facet.valueOf.get(id) ?? -1));

  const wanted = [...facet.ids.keys()].filter(
    (value) => (isRestHidden ? (counts[value] ?? 0) : totalOf(value)) > 0,
  );
  const byTotal = (a: number, b: number): number =>
    totalOf(b) - totalOf(a) || (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0);
  const room = Math.max(1, wish.lanesLimit - (hasNone ? 1 : 0));
  const roomy =
    wanted.length <= room
      ? wanted
      : best(
          wanted,
          room - 1,
          (a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || byTotal(a, b),
        );
  const own = roomy.toSorted(isInFileOrder(laneBy) ? (a, b) => a - b : byTotal);

  const laneOf = new Int32Array(facet.ids.length).fill(-1);
  for (const [lane, value] of own.entries()) laneOf[value] = lane;
  const others = wanted.filter((value) => laneOf[value] === -1);
  for (const value of others) laneOf[value] = own.length;
  const noneLane = hasNone ? own.length + (others.length > 0 ? 1 : 0) : -1;
  return { laneBy, own, others, laneOf, noneLane };
}

/** `othersCount`: matching events that have one of the other values. */
export function listLanes(
  facet: Vocabulary,
  { counts, noneCount }: LaneCounts,
  { laneBy, own, others, noneLane }: LanePlan,
  othersCount: number,
): readonly TimelineLane[] {
  const lanes: TimelineLane[] = own.map((value) => ({
    id: facet.ids[value] ?? '',
    name: facet.names[value] ?? '',
    count: counts[value] ?? 0,
    colour: isInFileOrder(laneBy) ? colourOf(value) : null,
  }));
  if (others.length > 0) {
    lanes.push({ id: null, name: `${others.length} others`, count: othersCount, colour: null });
  }
  if (noneLane >= 0) {
    lanes.push({ id: null, name: `No ${laneBy} stated`, count: noneCount, colour: null });
  }
  return lanes;
}

/** Themes and sectors have few values, whose order means something and decides colours; others go by size. */
function isInFileOrder(laneBy: LaneWish['laneBy']): boolean {
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
