/*
 * The lanes of a timeline, from counts that the database made, and in which of them an event lies, in SQL.
 * Knows: how lanes are planned, the columns of facets. Must not know: time, marks.
 */
import { lanesReader, oneLane, type Lanes } from '../local/lanes.ts';
import { listLanes, planLanes, type LaneCounts, type LanePlan } from '../local/lanePlan.ts';
import type { Columns } from '../local/columns.ts';
import type { TimelineLane, TimelineQuestion } from '../port.ts';
import { askedRecently } from './askedRecently.ts';
import { FACET_COLUMNS } from './columns.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { arrayOf, sql, type Sql } from './sql.ts';
import { isWhole, matching } from './where.ts';

export interface RemoteLanes {
  readonly list: readonly TimelineLane[];
  /** The lanes of an event, as an array of numbers, each once. */
  readonly column: Sql;
  /** The same for events that are here. */
  readerIn(columns: Columns): Lanes['lanesAt'];
}

export type LanesQuestion = Pick<TimelineQuestion, 'query' | 'laneBy' | 'lanesLimit' | 'rest'>;

/** Lanes do not depend on the window: while one pans and zooms they are remembered. */
export function lanesFrom(
  history: RemoteHistory,
): (question: LanesQuestion, signal: Signal) => Promise<RemoteLanes> {
  const remembered = askedRecently<RemoteLanes>(4);
  return (question, signal) => {
    const { query, laneBy, lanesLimit, rest } = question;
    const key = JSON.stringify([query, laneBy, lanesLimit, rest]);
    return remembered(key, () => askLanes(history, question, signal));
  };
}

type CountedLanes = Pick<LaneCounts, 'counts' | 'noneCount'>;

async function askLanes(
  history: RemoteHistory,
  { query, laneBy, lanesLimit, rest }: LanesQuestion,
  signal: Signal,
): Promise<RemoteLanes> {
  if (laneBy === 'none') {
    const { list, lanesAt } = oneLane(await history.matched(query, signal));
    return { list, column: sql`[toUInt32(0)]`, readerIn: () => lanesAt };
  }
  const { head, vocabularies, nameOrder } = history;
  const vocabulary = vocabularies[laneBy];
  const { direct } = FACET_COLUMNS[laneBy];
  const totals = head.totals[laneBy];
  const conditions = matching(vocabularies, query);
  const whole: CountedLanes = { counts: Uint32Array.from(totals.direct), noneCount: totals.none };
  const countLanes = async (): Promise<CountedLanes> => {
    const found = await history.facetCounts([laneBy], 'direct', conditions, signal);
    return {
      counts: found.counts.get(laneBy) ?? new Uint32Array(),
      noneCount: found.none.get(laneBy) ?? 0,
    };
  };

  const withTotals = (its: CountedLanes): LaneCounts => ({
    ...its,
    totalOf: (value) => totals.direct[value] ?? 0,
    noneTotal: totals.none,
  });
  const nameRanks = nameOrder(vocabulary);
  const planFrom = (its: CountedLanes): LanePlan =>
    planLanes(vocabulary, withTotals(its), { query, laneBy, lanesLimit, rest, nameRanks });
  const planned = (plan: LanePlan, its: CountedLanes, othersCount: number): RemoteLanes => ({
    list: listLanes(vocabulary, withTotals(its), plan, othersCount),
    column: laneColumn(plan, direct, vocabulary.ids.length),
    readerIn: (columns) => lanesReader(columns.facets[laneBy], plan),
  });

  if (rest === 'fade' && !isWhole(query)) {
    // What does not match stays in its lane: which lanes there are is known, and how many match in each is
    // counted in one walk.
    const plan = planFrom(whole);
    const column = laneColumn(plan, direct, vocabulary.ids.length);
    const inLanes = await history.counts(column, plan.own.length + 2, conditions, signal);
    const counts = new Uint32Array(vocabulary.ids.length);
    for (const [lane, value] of plan.own.entries()) counts[value] = inLanes[lane] ?? 0;
    const others = plan.others.length === 0 ? 0 : (inLanes[plan.own.length] ?? 0);
    return planned(plan, { counts, noneCount: inLanes[plan.noneLane] ?? 0 }, others);
  }
  const its = isWhole(query) ? whole : await countLanes();
  const plan = planFrom(its);
  const isOthers = plan.others.length > 0;
  const others = isOthers ? await history.total([...conditions, isOther(plan, direct)], signal) : 0;
  return planned(plan, its, others);
}

/** Whether an event has a value that has no lane of its own. */
function isOther(plan: LanePlan, direct: Sql): Sql {
  return sql`arrayExists(value -> value NOT IN ${ownValues(plan)}, ${direct})`;
}

/** A list that SQL can take even where it is empty: no value is so great. */
function ownValues({ own }: LanePlan): readonly number[] {
  return own.length === 0 ? [0xffff_ffff] : own;
}

/** Every value without a lane of its own is one of the others: what has no lane at all is never asked for. */
function laneColumn(plan: LanePlan, direct: Sql, valuesTotal: number): Sql {
  const { own, noneLane } = plan;
  const withNone = (some: Sql): Sql =>
    noneLane < 0 ? some : sql`if(empty(${direct}), [toUInt32(${noneLane})], ${some})`;
  // Each value has the lane of its own number, as themes and sectors mostly have: there is nothing to do.
  if (own.length === valuesTotal && own.every((value, lane) => value === lane)) {
    return withNone(direct);
  }
  const lanes = own.map((_, lane) => lane);
  const laneOf =
    own.length === 0
      ? sql`toUInt32(0)`
      : sql`toUInt32(transform(value, ${arrayOf(own)}, ${arrayOf(lanes)}, ${own.length}))`;
  return withNone(sql`arrayDistinct(arrayMap(value -> ${laneOf}, ${direct}))`);
}
