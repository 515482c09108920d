/*
 * Clusters: what is not drawn by itself, gathered per lane into stretches wide enough for a count.
 * Knows: bins of an answer, marks that found no row. Must not know: rows, DOM, store.
 */
import { intersects, type Interval } from '../../base/interval.ts';
import type { TimelineAnswer, TimelineMark } from '../../engine/port.ts';

export interface Cluster {
  readonly key: string;
  readonly lane: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Matching events. */
  readonly count: number;
  readonly rest: number;
  /** Share of the fullest cluster of the picture, 0 to 1, square-rooted as areas are read. */
  readonly level: number;
}

/** The grid's step: a power of two of a millisecond. */
function clusterStepMs({
  pxPerMs,
  clusterPx,
}: Pick<ClusterOptions, 'pxPerMs' | 'clusterPx'>): number {
  return 2 ** Math.ceil(Math.log2(clusterPx / pxPerMs));
}

interface ClusterOptions {
  readonly pxPerMs: number;
  readonly clusterPx: number;
  /** The window at rest. */
  readonly rest: Interval;
}

/**
 * Bins and left-over marks summed on a grid that is fixed in time (steps are powers of two of a
 * millisecond times the scale), so that clusters keep their places while one pans.
 */
export function clustersOf(
  answer: TimelineAnswer,
  left: readonly (readonly TimelineMark[])[],
  options: ClusterOptions,
): Cluster[] {
  const { rest: window } = options;
  const stepMs = clusterStepMs(options);
  const sums = new Map<string, { lane: number; cell: number; count: number; rest: number }>();
  const add = (lane: number, atMs: number, count: number, rest: number): void => {
    const cell = Math.floor(atMs / stepMs);
    const key = `${String(lane)}/${String(cell)}`;
    const sum = sums.get(key);
    if (sum === undefined) {
      sums.set(key, { lane, cell, count, rest });
    } else {
      sum.count += count;
      sum.rest += rest;
    }
  };
  for (const bin of answer.bins) add(bin.lane, (bin.startMs + bin.endMs) / 2, bin.count, bin.rest);
  left.forEach((marks, lane) => {
    for (const mark of marks) {
      // What reaches out of the picture (an open end always does) is counted in the part that is seen.
      const within = intersects(mark, window) ? window : answer.covers;
      const startMs = Math.max(mark.startMs, within.startMs);
      const endMs = Math.min(mark.endMs, within.endMs);
      add(lane, (startMs + endMs) / 2, mark.matches ? 1 : 0, mark.matches ? 0 : 1);
    }
  });
  const most = Math.max(1, ...[...sums.values()].map((sum) => sum.count + sum.rest));
  return [...sums].map(([key, { lane, cell, count, rest }]) => ({
    key,
    lane,
    startMs: cell * stepMs,
    endMs: (cell + 1) * stepMs,
    count,
    rest,
    level: Math.sqrt((count + rest) / most),
  }));
}
