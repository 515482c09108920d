/*
 * How things went over time, counted by the database.
 * Knows: bins, how the most active are listed. Must not know: what the numbers are drawn as.
 */
import { best } from '../local/best.ts';
import { mostActive } from '../local/statistics.ts';
import type { Interval } from '../../base/interval.ts';
import type { StatisticsAnswer, StatisticsQuestion } from '../port.ts';
import type { RemoteHistory, Signal } from './history.ts';
import type { RemoteLimits } from './openHistory.ts';
import { askActing, evidence, pairColumns, pairsJoin, type PairsScope } from './pairs.ts';
import { sql, type Sql } from './sql.ts';
import { IS_DATED, isWhole, matching, overlappingIn, where } from './where.ts';

export function statisticsFrom(
  history: RemoteHistory,
  limits: RemoteLimits,
): (question: StatisticsQuestion, signal: Signal) => Promise<StatisticsAnswer> {
  const { head, vocabularies } = history;
  return async ({ query, over, bins, actorsLimit }, signal) => {
    const conditions = matching(vocabularies, query);
    const eventsBinned = (of: readonly Sql[]): Promise<Uint32Array> =>
      history.counts(
        sql`[${binOf(sql`anchorMs`, over, bins)}]`,
        bins,
        [...of, isIn(sql`anchorMs`, over)],
        signal,
      );
    // Both are remembered: the totals of a range stay the same from filter to filter.
    const [totals, filtered] = await Promise.all([
      eventsBinned([]),
      isWhole(query) ? null : eventsBinned(conditions),
    ]);
    const counts = [...(filtered ?? totals)];
    if (actorsLimit === 0) return { over, counts, totals: [...totals], actors: [], newTies: [] };

    const scope: PairsScope = { conditions, includesTentative: false };
    const during = { ...scope, conditions: [...conditions, ...overlappingIn(head.extent, over)] };
    const [acting, met] = await Promise.all([
      askActing(history, during, signal),
      askFirstMeetings(history, limits, scope, { over, bins, signal }),
    ]);
    return {
      over,
      counts,
      totals: [...totals],
      actors: mostActive(head.dataset.actors ?? [], acting, history.actorRanks(), actorsLimit),
      ...met,
    };
  };
}

/** Among all actors where their pairs are not too many to tell apart; else among the most active. */
async function askFirstMeetings(
  history: RemoteHistory,
  limits: RemoteLimits,
  scope: PairsScope,
  { over, bins, signal }: { over: Interval; bins: number; signal: Signal },
): Promise<Pick<StatisticsAnswer, 'newTies' | 'newTiesAmong'>> {
  const conditions = [...evidence(scope), IS_DATED, sql`length(tookPart) > 1`];
  const [row] = await history.ask(
    sql`SELECT sum(length(tookPart) * (length(tookPart) - 1) / 2) FROM events ${where(conditions)}`,
    signal,
  );
  const isAll = Number(row?.[0] ?? 0) <= limits.pairs;
  const among = isAll ? null : await mostActiveIn(history, limits.networkActors, scope, signal);
  const some =
    among === null ? sql`tookPart` : sql`arrayFilter(actor -> actor IN ${among}, tookPart)`;
  const rows = await history.ask(
    sql`SELECT ${binOf(sql`firstMs`, over, bins)} AS bin, count() FROM
      (SELECT ${pairColumns(some)}, min(anchorMs) AS firstMs FROM events ${pairsJoin(some)}
        ${where(conditions)} GROUP BY first, second)
      WHERE ${isIn(sql`firstMs`, over)} GROUP BY bin`,
    signal,
  );
  const newTies = Array.from({ length: bins }, () => 0);
  for (const [bin, count] of rows) newTies[Number(bin)] = Number(count);
  return among === null ? { newTies } : { newTies, newTiesAmong: among.length };
}

async function mostActiveIn(
  history: RemoteHistory,
  limit: number,
  scope: PairsScope,
  signal: Signal,
): Promise<readonly number[]> {
  const counts = await askActing(history, scope, signal);
  return best(counts.keys(), limit, (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
}

/** Which of equal bins an instant within falls into; the same arithmetic as the local engine's, to the bit. */
function binOf(ms: Sql, { startMs, endMs }: Interval, bins: number): Sql {
  const binsPerMs = bins / (endMs - startMs);
  return sql`toUInt32(least(${bins - 1}, floor((${ms} - ${startMs}) * ${binsPerMs})))`;
}

function isIn(ms: Sql, { startMs, endMs }: Interval): Sql {
  return sql`${ms} >= ${startMs} AND ${ms} < ${endMs}`;
}
