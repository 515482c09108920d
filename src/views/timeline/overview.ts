/*
 * The overview strip: all of the history's time, what matches against all, and the visible window as a
 * brush that can be dragged and resized.
 * Knows: counts, d3-brush. Must not know: React, store.
 */
import { brushX, scaleLinear, select, type D3BrushEvent } from 'd3';
import type { Interval } from '../../base/interval.ts';
import type { StatisticsAnswer } from '../../engine/port.ts';
import { setBox } from './drawMark.ts';
import { makeNode, setAttr } from '../svg.ts';

const OVERVIEW_PX = 54;
const PADDING_PX = 6;
/** In the middle of a gesture the window is shown in one of so many frames: the eye is on the picture. */
const FRAMES_A_SHOWING = 3;

export interface OverviewInput {
  readonly counts: StatisticsAnswer | null;
  readonly window: Interval;
  readonly limits: Interval;
  readonly during: Interval | null;
  /** The window is not in the middle of a gesture or a flight. */
  readonly isAtRest: boolean;
  readonly gutterPx: number;
  readonly plotWidthPx: number;
}

export interface Overview {
  render(input: OverviewInput): void;
  destroy(): void;
}

export interface OverviewOptions {
  readonly onMove: (window: Interval) => void;
  readonly onRest: () => void;
}

export function createOverview(svg: SVGSVGElement, { onMove, onRest }: OverviewOptions): Overview {
  const root = select(svg);
  root.selectAll('*').remove();
  const moving = root.append('g');
  const bars = moving.append('g').attr('class', 'overview-bars');
  const during = moving.append('rect').attr('class', 'overview-during');
  const brushGroup = moving.append('g').attr('class', 'overview-brush');
  const sign = createWindowSign(moving.append('g').attr('class', 'overview-window').node() ?? svg);
  const scale = scaleLinear();
  let widthPx = 0;
  let drawnBars: { counts: StatisticsAnswer | null; widthPx: number } | null = null;
  let isSetting = false;
  let isDragging = false;
  let framesPassed = 0;

  const brush = brushX<unknown>()
    .handleSize(10)
    .on('start', () => {
      if (!isSetting) isDragging = true;
    })
    .on('brush', (event: D3BrushEvent<unknown>) => {
      if (isSetting || !Array.isArray(event.selection)) return;
      const [x0, x1] = event.selection;
      if (typeof x0 === 'number' && typeof x1 === 'number' && x1 > x0) {
        onMove({ startMs: scale.invert(x0), endMs: scale.invert(x1) });
      }
    })
    .on('end', () => {
      if (isSetting) return;
      isDragging = false;
      onRest();
    });

  return {
    render({ counts, window, limits, during: chosen, isAtRest, gutterPx, plotWidthPx }) {
      framesPassed = isAtRest || isDragging ? 0 : framesPassed + 1;
      if (framesPassed % FRAMES_A_SHOWING !== 0) return;
      setAttr(svg, 'width', gutterPx + plotWidthPx);
      setAttr(svg, 'height', OVERVIEW_PX);
      setAttr(moving.node() ?? svg, 'transform', `translate(${String(gutterPx)},0)`);
      const inner = plotWidthPx - 12;
      scale.domain([limits.startMs, limits.endMs]).range([0, inner]);
      // They stand over all of the time: moving the window leaves them as they are.
      if (drawnBars?.counts !== counts || drawnBars.widthPx !== inner) {
        drawBars(bars.node(), counts, scale);
        drawnBars = { counts, widthPx: inner };
      }
      const band = during.node();
      if (band !== null) {
        const x0 = chosen === null ? 0 : scale(Math.max(chosen.startMs, limits.startMs));
        const x1 = chosen === null ? 0 : scale(Math.min(chosen.endMs, limits.endMs));
        setBox(band, x0, OVERVIEW_PX - 5, Math.max(0, x1 - x0), 3, 1.5);
      }
      const from = Math.max(0, scale(window.startMs));
      const to = Math.max(from + 1, Math.min(inner, scale(window.endMs)));
      sign(from, to);
      // While the hand is on the brush, the brush leads; while the picture moves, it need not follow.
      if (isDragging || !isAtRest) return;
      isSetting = true;
      if (widthPx !== inner) {
        widthPx = inner;
        brush.extent([
          [0, 3],
          [Math.max(1, inner), OVERVIEW_PX - 3],
        ]);
        brushGroup.call(brush);
      }
      brushGroup.call((group) => brush.move(group, [from, to]));
      isSetting = false;
    },
    destroy() {
      brush.on('start brush end', null);
      root.selectAll('*').remove();
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
  group: SVGGElement | null,
  counts: StatisticsAnswer | null,
  scale: (ms: number) => number,
): void {
  if (group === null || counts === null) return;
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
