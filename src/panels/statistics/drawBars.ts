/*
 * Draws bars into an SVG.
 * Knows: geometry. Must not know: React, the store, what is counted.
 */
import { select } from 'd3';
import type { Bar, BarsGeometry } from './layoutBars.ts';

export function drawBars(svg: SVGSVGElement, geometry: BarsGeometry): void {
  const root = select(svg).attr('width', geometry.widthPx).attr('height', geometry.heightPx);
  const path = (bars: readonly Bar[]): string =>
    bars
      .map(
        ({ x, y, widthPx, heightPx }) =>
          `M${r(x)},${r(y)}h${r(widthPx)}v${r(heightPx)}h${r(-widthPx)}z`,
      )
      .join('');
  root
    .selectAll<SVGPathElement, readonly [string, readonly Bar[]]>('path')
    .data([
      ['bars-all', geometry.all],
      ['bars-matches', geometry.matches],
    ] as const)
    .join('path')
    .attr('class', ([name]) => name)
    .attr('d', ([, bars]) => path(bars));
}

function r(value: number): string {
  return value.toFixed(1);
}
