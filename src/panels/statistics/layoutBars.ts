/*
 * A row of tiny bars, one for each stretch of time: what matches, before all that there is.
 * Knows: counts and a size. Must not know: React, the store, DOM.
 *
 *   ▁ ▂   █     all
 *   ▁ ▁ ▅ ▆     of them, what matches
 */
import { scaleBand, scaleLinear } from 'd3';

export interface BarsInput {
  readonly counts: readonly number[];
  /** All that could match; null where only the counts themselves are known. */
  readonly totals: readonly number[] | null;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface BarsGeometry {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly all: readonly Bar[];
  readonly matches: readonly Bar[];
}

/** A single event is still seen beside hundreds. */
const LEAST_PX = 1.5;
const GAP = 0.22;

export function layoutBars({ counts, totals, widthPx, heightPx }: BarsInput): BarsGeometry {
  const most = Math.max(1, ...counts, ...(totals ?? []));
  const x = scaleBand<number>()
    .domain(counts.map((_, i) => i))
    .range([0, widthPx])
    // Where a bar is a pixel wide, a gap would take it away.
    .paddingInner(widthPx / Math.max(1, counts.length) < 4 ? 0 : GAP);
  const height = scaleLinear([0, most], [0, heightPx]);
  const bars = (values: readonly number[]): Bar[] =>
    values.flatMap((value, i) => {
      if (value <= 0) return [];
      const barPx = Math.max(LEAST_PX, height(value));
      return [{ x: x(i) ?? 0, y: heightPx - barPx, widthPx: x.bandwidth(), heightPx: barPx }];
    });
  return { widthPx, heightPx, all: bars(totals ?? []), matches: bars(counts) };
}
