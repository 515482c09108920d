/*
 * How many events fall into each of some equal stretches of time.
 * Knows: the columns of time. Must not know: what the counts are drawn as.
 */
import type { StatisticsAnswer, StatisticsQuestion } from '../port.ts';
import type { EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import { recently } from './recently.ts';

export type Statistics = (question: StatisticsQuestion) => StatisticsAnswer;

/** The totals of a range stay the same from filter to filter: they are counted once. */
export function statisticsOf(columns: Columns, filter: Filter): Statistics {
  const totals = recently<readonly number[]>(4);
  return ({ query, over, bins }) => {
    const all = totals(`${over.startMs} ${over.endMs} ${bins}`, () =>
      binned(columns, columns.all, over, bins),
    );
    const set = filter.match(query);
    const counts = set === columns.all ? all : binned(columns, set, over, bins);
    return { over, counts, totals: all };
  };
}

function binned(
  { time }: Columns,
  set: EventSet,
  { startMs, endMs }: StatisticsQuestion['over'],
  bins: number,
): readonly number[] {
  const counts = new Uint32Array(bins);
  const binsPerMs = bins / (endMs - startMs);
  set.forEach((event) => {
    const anchorMs = time.anchors[event] ?? Number.NaN;
    // An event without any known time (NaN) is in no bin.
    if (!(anchorMs >= startMs && anchorMs < endMs)) return;
    const bin = Math.min(bins - 1, Math.floor((anchorMs - startMs) * binsPerMs));
    counts[bin] = (counts[bin] ?? 0) + 1;
  });
  return [...counts];
}
