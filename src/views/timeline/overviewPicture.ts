/*
 * What is to be seen of the overview strip: all of the history's time, what matches against all, the
 * visible window; and the place of the brush that moves it.
 * Knows: counts. Must not know: the brush, React, store.
 */
import { scaleLinear, select, type ScaleLinear } from 'd3';
import type { Interval } from '../../base/interval.ts';
import type { StatisticsAnswer } from '../../engine/port.ts';
import { setBox } from './drawMark.ts';
import { makeNode, setAttr } from '../svg.ts';

export const OVERVIEW_PX = 54;
const PADDING_PX = 6;

export interface OverviewShown {
  readonly counts: StatisticsAnswer | null;
  readonly window: Interval;
  readonly limits: Interval;
  readonly during: Interval | null;
  readonly gutterPx: number;
  readonly plotWidthPx: number;
}

export interface OverviewPicture {
  /** Empty: between what lies under the hand and what shows the window. */
  readonly brush: SVGGElement;
  /** Milliseconds to pixels within the strip, as last drawn. */
  readonly scale: ScaleLinear<number, number>;
  /** Where the window stands, and how wide the strip is, in pixels. */
  render(shown: OverviewShown): {
    readonly fromPx: number;
    readonly toPx: number;
    readonly widthPx: number;
  };
}

/** Builds it into an SVG, in place of what is there. */
export function createOverviewPicture(svg: SVGSVGElement): OverviewPicture {
  const group = (name: string): SVGGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    made.setAttribute('class', name);
    return made;
  };
  const moving = group('overview-moving');
  const bars = group('overview-bars');
  const band = makeNode('rect', { class: 'overview-during' });
  const brush = group('overview-brush');
  const sign = group('overview-window');
  moving.append(bars, band, brush, sign);
  svg.replaceChildren(moving);
  const showWindow = createWindowSign(sign);
  const scale = scaleLinear();
  let drawnBars: { counts: StatisticsAnswer | null; widthPx: number } | null = null;

  return {
    brush,
    scale,
    render({ counts, window, limits, during, gutterPx, plotWidthPx }) {
      setAttr(svg, 'width', gutterPx + plotWidthPx);
      setAttr(svg, 'height', OVERVIEW_PX);
      setAttr(moving, 'transform', `translate(${String(gutterPx)},0)`);
      const widthPx = plotWidthPx - 12;
      scale.domain([limits.startMs, limits.endMs]).range([0, widthPx]);
      // They stand over all of the time: moving the window leaves them as they are.
      if (drawnBars?.counts !== counts || drawnBars.widthPx !== widthPx) {
        drawBars(bars, counts, scale);
        drawnBars = { counts, widthPx };
      }
      const x0 = during === null ? 0 : scale(Math.max(during.startMs, limits.startMs));
      const x1 = during === null ? 0 : scale(Math.min(during.endMs, limits.endMs));
      setBox(band, x0, OVERVIEW_PX - 5, Math.max(0, x1 - x0), 3, 1.5);
      const fromPx = Math.max(0, scale(window.startMs));
      const toPx = Math.max(fromPx + 1, Math.min(widthPx, scale(window.endMs)));
      showWindow(fromPx, toPx);
      return { fromPx, toPx, widthPx };
    },
  };
}

/**
 * What shows the window: a frame and its two handles, moved by transforms alone, so that a frame of a
 * gesture lays nothing out. d3's own brush lies unseen in the same place, for the hand.
 */
function createWindowSign(group: SVGElement): (fromPx: number, toPx: number) => void {
  const band = makeNode('rect', {
    class: 'selection',
    y: '3.5',
    width: '1',
    height: String(OVERVIEW_PX - 7),
  });
  const handle = { class: 'handle', x: '-2.5', y: '16', width: '5', height: '22', rx: '2.5' };
  const start = makeNode('rect', handle);
  const end = makeNode('rect', handle);
  group.append(band, start, end);
  return (fromPx, toPx) => {
    const width = (toPx - fromPx).toFixed(1);
    setAttr(band, 'transform', `translate(${fromPx.toFixed(1)},0)scale(${width},1)`);
    setAttr(start, 'transform', `translate(${fromPx.toFixed(1)},0)`);
    setAttr(end, 'transform', `translate(${toPx.toFixed(1)},0)`);
  };
}

/** Two paths, however many bars: all events, and those that match before them. */
function drawBars(
  group: SVGGElement,
  counts: StatisticsAnswer | null,
  scale: (ms: number) => number,
): void {
  if (counts === null) return;
  const { over, totals } = counts;
  const stepMs = (over.endMs - over.startMs) / Math.max(1, totals.length);
  const most = Math.max(1, ...totals);
  const bar = (count: number, i: number): string => {
    if (count === 0) return '';
    const x = scale(over.startMs + i * stepMs);
    const width = Math.max(1, scale(over.startMs + (i + 1) * stepMs) - x - 1);
    const height = Math.max(2, (count / most) * (OVERVIEW_PX - 2 * PADDING_PX - 4));
    const y = OVERVIEW_PX - PADDING_PX - height;
    return `M${x.toFixed(1)},${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h-${width.toFixed(1)}z`;
  };
  const paths: readonly [string, readonly number[]][] = [
    ['overview-all', totals],
    ['overview-match', counts.counts],
  ];
  select(group)
    .selectAll<SVGPathElement, (typeof paths)[number]>('path')
    .data(paths)
    .join('path')
    .each(function drawPath([name, values]) {
      setAttr(this, 'class', name);
      setAttr(this, 'd', values.map(bar).join(''));
    });
}
