/*
 * How things went over time: events and new ties in equal stretches of it, and who was most active.
 * Knows: the columns of time, who took part in what. Must not know: what the numbers are drawn as.
 */
import type { Interval } from '../../base/interval.ts';
import type { Actor } from '../../model/types.ts';
import type { StatisticsAnswer, StatisticsQuestion } from '../port.ts';
import { best } from './best.ts';
import type { EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import type { Matching } from './matching.ts';
import { firstMeetings } from './network/firstMeetings.ts';
import { eventCounts, type Participation } from './network/participation.ts';
import { recently } from './recently.ts';

export type Statistics = (question: StatisticsQuestion) => StatisticsAnswer;

/** What actors are counted from; made when they are first asked for. */
export interface Actors {
  readonly matching: Matching;
  readonly participation: () => Participation;
  readonly nameRanks: () => Uint32Array;
}

/** The totals of a range stay the same from filter to filter, first meetings from range to range. */
export function statisticsOf(columns: Columns, filter: Filter, actors: Actors): Statistics {
  const totals = recently<readonly number[]>(4);
  const meetings = recently<readonly number[]>(2);
  return ({ query, over, bins, actorsLimit }) => {
    const all = totals(`${over.startMs} ${over.endMs} ${bins}`, () =>
      eventsBinned(columns, columns.all, over, bins),
    );
    const set = filter.match(query);
    const counts = set === columns.all ? all : eventsBinned(columns, set, over, bins);
    if (actorsLimit === 0) return { over, counts, totals: all, actors: [], newTies: [] };
    const firstsMs = meetings(JSON.stringify(query), () =>
      firstMeetings(actors.participation(), set, columns.time),
    );
    return {
      over,
      counts,
      totals: all,
      actors: mostActive(
        actors.participation().actors,
        eventCounts(actors.participation(), {
          set: actors.matching(query, over),
          includesTentative: false,
        }),
        actors.nameRanks(),
        actorsLimit,
      ),
      newTies: binned(over, bins, (add) => firstsMs.forEach(add)),
    };
  };
}

/** Those with the most events, by name among equals; `counts` by place in `actors`. */
export function mostActive(
  actors: readonly Actor[],
  counts: Uint32Array,
  nameRanks: Uint32Array,
  limit: number,
): StatisticsAnswer['actors'] {
  const active = [...counts.keys()].filter((actor) => (counts[actor] ?? 0) > 0);
  return best(
    active,
    limit,
    (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0),
  ).flatMap((place) => {
    const actor = actors[place];
    if (actor === undefined) return [];
    const { id, name, kind, sector = null } = actor;
    return [{ id, name, kind, sector, events: counts[place] ?? 0 }];
  });
}

function eventsBinned(
  { time }: Columns,
  set: EventSet,
  over: Interval,
  bins: number,
): readonly number[] {
  return binned(over, bins, (add) => {
    set.forEach((event) => add(time.anchors[event] ?? Number.NaN));
  });
}

/** How many instants fall into each bin; one that is not known (NaN) falls into none. */
function binned(
  { startMs, endMs }: Interval,
  bins: number,
  each: (add: (ms: number) => void) => void,
): readonly number[] {
  const counts = new Uint32Array(bins);
  const binsPerMs = bins / (endMs - startMs);
  each((ms) => {
    if (!(ms >= startMs && ms < endMs)) return;
    const bin = Math.min(bins - 1, Math.floor((ms - startMs) * binsPerMs));
    counts[bin] = (counts[bin] ?? 0) + 1;
  });
  return [...counts];
}
