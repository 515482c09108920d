/*
 * The bins of time in which events are counted that are not drawn by themselves.
 * Knows: a window and the width on which it is drawn. Must not know: events, lanes.
 *
 *   time      … 0      step    2 step …          bins begin at whole multiples of the step
 *   covers        |········[ window ]········|   the window, and as much on either side
 *   bins       |  0  |  1  |  2  |  …     |
 */
import type { Interval } from '../../base/interval.ts';

export interface Grid {
  /** A power of two, so that multiples of it are exact however far from 1970. */
  readonly stepMs: number;
  /** The multiple of the step at which bin 0 begins. */
  readonly firstStep: number;
  readonly bins: number;
}

/**
 * Bins are within a factor of the square root of two of `binPx`. As they depend on the scale alone, a pan
 * leaves them where they are, and a zoom splits each in two or joins two.
 */
export function gridOf(window: Interval, widthPx: number, binPx: number): Grid {
  const msPerPx = Math.max(1, window.endMs - window.startMs) / Math.max(1, widthPx);
  const stepMs = 2 ** Math.round(Math.log2(msPerPx * Math.max(1, binPx)));
  const covers = coversOf(window);
  const firstStep = Math.floor(covers.startMs / stepMs);
  return { stepMs, firstStep, bins: Math.max(1, Math.ceil(covers.endMs / stepMs) - firstStep) };
}

/** The window and as much again on either side. */
export function coversOf({ startMs, endMs }: Interval): Interval {
  const widthMs = endMs - startMs;
  return { startMs: startMs - widthMs, endMs: endMs + widthMs };
}

/** The bin of an instant; what lies outside is counted in the first or the last. */
export function binOf({ stepMs, firstStep, bins }: Grid, ms: number): number {
  return Math.max(0, Math.min(bins - 1, Math.floor(ms / stepMs) - firstStep));
}

export function binStart({ stepMs, firstStep }: Grid, bin: number): number {
  return (firstStep + bin) * stepMs;
}
