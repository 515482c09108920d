/*
 * One picture of the timeline from the state: packing, layout, axis, easing, drawing, with what can be
 * kept from the last frame kept.
 * Knows: layout and draw. Must not know: React, gestures, when a frame is due.
 */
import { least } from 'd3';
import { isSameInterval, type Interval } from '../../base/interval.ts';
import type { TimelineAnswer } from '../../engine/port.ts';
import type { DateInfo } from '../../model/types.ts';
import type { PeriodEntry } from '../../engine/port.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import { layoutAxis, placeAfter, type Axis } from './axis.ts';
import { draw, movePlot, type Layers, type TimelineLook } from './draw.ts';
import { AFTER_ACCOUNT, createAxisDrawing } from './drawAxis.ts';
import { rowsInView, type PlacedLanes } from './lanes.ts';
import { layout, type TimelineGeometry } from './layout.ts';
import { ease, type ShownHeights } from './motion.ts';
import { focusItems } from './roving.ts';
import { pack, rescale, type Packing, type PackOptions } from './pack.ts';

export interface Fonts {
  readonly label: MeasureText;
  readonly name: MeasureText;
  readonly axis: MeasureText;
}

export interface Sizes {
  readonly widthPx: number;
  readonly gutterPx: number;
  readonly viewHeightPx: number;
  readonly isCoarse: boolean;
  /** Read from afar and not scrolled: rows stand closer. */
  readonly isOnStage: boolean;
}

export interface PictureInput {
  readonly answer: TimelineAnswer;
  readonly window: Interval;
  /** The window that was last settled: what names are placed for. */
  readonly rest: Interval;
  readonly asOf: DateInfo | null;
  readonly periods: readonly PeriodEntry[];
  readonly sizes: Sizes;
  readonly fonts: Fonts;
  readonly look: TimelineLook;
  /** Share of the way that heights go in this frame; 1 where nothing is to glide. */
  readonly glide: number;
}

export interface Picture {
  /** Draws a frame; tells the geometry as shown and whether heights are still on their way. */
  render(input: PictureInput): { readonly geometry: TimelineGeometry; readonly isSettled: boolean };
}

/** About so many clusters at most, whatever the number of lanes: the picture stays bounded. */
const CLUSTERS_LIMIT = 110;
const CLUSTER_MIN_PX = 38;
/** How far beyond the window a frame of a pan is laid out, as a part of its width: so far the next ones only move it. */
const REACH = 0.35;
/** On a narrow picture a longer name than this part of it finds room on neither side of most marks. */
const NARROW_LINE = 0.42;

/** What rows were decided from. */
interface PackedFrom {
  readonly answer: TimelineAnswer;
  readonly options: PackOptions;
}

/** What a frame was drawn from, and how far it reaches. */
interface Frame {
  readonly input: PictureInput;
  readonly geometry: TimelineGeometry;
  /** Laid out so far on either side of its window. */
  readonly reachPx: number;
  readonly isSettled: boolean;
}

export function createPicture(layers: Layers, axisSvg: SVGSVGElement): Picture {
  const axisDrawing = createAxisDrawing(axisSvg);
  let packing: Packing | null = null;
  /** What rows were last decided from; a gesture goes on with them at other scales. */
  let packedFrom: PackedFrom | null = null;
  let shown: ShownHeights | null = null;
  let stageRows: { answer: TimelineAnswer; heightPx: number; rows: number } | null = null;
  let last: Frame | null = null;
  /** The lanes as they stand, and for what: a gesture goes on with them. */
  let standing: { readonly lanes: PlacedLanes; readonly input: PictureInput } | null = null;

  const packed = (answer: TimelineAnswer, options: PackOptions, isMoving: boolean): Packing => {
    if (packing !== null && packedFrom !== null && isSamePack(packedFrom, { answer, options })) {
      // Scales that differ by rounding only are the same: a pan costs nothing here.
      if (isSameScale(packing.pxPerMs, options.pxPerMs)) return packing;
      if (isMoving) {
        packing = rescale(packing, answer, options);
        return packing;
      }
    }
    // Another way of grouping is another picture: nothing glides from the one to the other.
    if (packedFrom?.answer.laneBy !== answer.laneBy) shown = null;
    packing = pack(answer, options);
    packedFrom = { answer, options };
    return packing;
  };

  /** On a stage: with as few rows as are all in sight, found where the window rests and kept on the way. */
  const inSight = (
    placed: (rows: number) => TimelineGeometry,
    isAtRest: boolean,
    answer: TimelineAnswer,
    sizes: Sizes,
    lanes: number,
  ): TimelineGeometry => {
    const known = stageRows;
    const isKnown = known?.answer === answer && known.heightPx === sizes.viewHeightPx;
    let rows = isKnown ? known.rows : rowsInView(sizes, lanes);
    let geometry = placed(rows);
    if (!isAtRest) return geometry;
    while (geometry.heightPx > sizes.viewHeightPx + 1 && rows > lanes) {
      rows -= 1;
      geometry = placed(rows);
    }
    stageRows = { answer, heightPx: sizes.viewHeightPx, rows };
    return geometry;
  };

  const drawContexts = (
    { fonts }: PictureInput,
    contexts: Axis['contexts'],
    { hatch, offsetPx, plotWidthPx }: TimelineGeometry,
  ): void => {
    const labelPx = fonts.axis(AFTER_ACCOUNT);
    const startPx = (hatch?.softTo ?? Infinity) - offsetPx;
    const afterPx = placeAfter(startPx, contexts, plotWidthPx, labelPx, fonts.axis);
    axisDrawing.drawContexts(contexts, afterPx);
  };

  /** A pan within what the last frame reached: the last picture is moved. Null where that does not do. */
  const moved = (input: PictureInput): TimelineGeometry | null => {
    if (last === null || !last.isSettled || !isSameButWindow(last.input, input)) return null;
    const { geometry, reachPx } = last;
    const { window, sizes } = input;
    const { originMs, pxPerMs, plotWidthPx } = geometry;
    if (!isSameScale(pxPerMs, plotWidthOf(sizes) / (window.endMs - window.startMs))) return null;
    const offsetPx = (window.startMs - originMs) * pxPerMs;
    if (Math.abs(offsetPx - geometry.offsetPx) > reachPx) return null;
    const next = { ...geometry, offsetPx };
    movePlot(layers, next);
    axisDrawing.move(offsetPx);
    drawContexts(input, layoutAxis(window, plotWidthPx, input.fonts.axis).contexts, next);
    return next;
  };

  return {
    render(input) {
      const panned = moved(input);
      if (panned !== null) return { geometry: panned, isSettled: true };
      const { answer, window, rest, asOf, periods, sizes, fonts, look, glide } = input;
      const plotWidthPx = plotWidthOf(sizes);
      const pxPerMs = plotWidthPx / (window.endMs - window.startMs);
      const isMoving = look.sight !== null;
      const isPan = isMoving && last !== null && isSameScale(last.geometry.pxPerMs, pxPerMs);
      const reachPx = isPan ? plotWidthPx * REACH : 0;
      const isStanding = isMoving && standing !== null && haveSameLanes(standing.input, input);
      const lanesBefore = isStanding ? (standing?.lanes ?? null) : null;
      const lanes = Math.max(1, answer.lanes.length);
      const optionsOf = (rows: number): PackOptions => ({
        pxPerMs,
        measure: fonts.label,
        rest,
        rowsInView: rows,
        lineWidthPx: sizes.gutterPx > 0 ? Infinity : plotWidthPx * NARROW_LINE,
        clusterPx: Math.max(CLUSTER_MIN_PX, (plotWidthPx * lanes) / CLUSTERS_LIMIT),
        inSight: sizes.isOnStage ? { selected: look.selected } : null,
      });
      const placed = (rows: number): TimelineGeometry => {
        const packing = packed(answer, optionsOf(rows), isMoving);
        return layout({
          packing,
          answer,
          window,
          plotWidthPx,
          gutterPx: sizes.gutterPx,
          viewHeightPx: sizes.viewHeightPx,
          isCoarse: sizes.isCoarse,
          isOnStage: sizes.isOnStage,
          measureName: fonts.name,
          asOf,
          periods,
          reachPx,
          lanesBefore,
        });
      };
      const target = sizes.isOnStage
        ? inSight(placed, isSameInterval(window, rest), answer, sizes, lanes)
        : placed(rowsInView(sizes, lanes));
      standing = { input, lanes: target.placedLanes };
      const eased = ease(target, shown, glide);
      const { geometry, isSettled } = eased;
      shown = eased.shown;
      last = { input, geometry, reachPx, isSettled };
      const axis = layoutAxis(window, plotWidthPx, fonts.axis, reachPx);
      draw(layers, geometry, axis, { ...look, focusKey: tabStop(geometry, look) }, sizes);
      const size = { gutterPx: sizes.gutterPx, plotWidthPx };
      axisDrawing.draw(axis, size, geometry.offsetPx);
      drawContexts(input, axis.contexts, geometry);
      return { geometry, isSettled };
    },
  };
}

function plotWidthOf({ widthPx, gutterPx }: Sizes): number {
  return Math.max(1, widthPx - gutterPx);
}

function isSameScale(a: number, b: number): boolean {
  return Math.abs(a / b - 1) < 1e-9;
}

/** Whether a gesture can go on with the lanes of before. */
function haveSameLanes(a: PictureInput, b: PictureInput): boolean {
  const [before, now] = [a.answer.lanes, b.answer.lanes];
  return (
    a.sizes === b.sizes &&
    a.answer.laneBy === b.answer.laneBy &&
    before.length === now.length &&
    before.every(({ id, count }, i) => id === now[i]?.id && count === now[i].count)
  );
}

/** Whether a gesture has changed the window alone. */
function isSameButWindow(a: PictureInput, b: PictureInput): boolean {
  const [before, now] = [a.look, b.look];
  return (
    before.sight !== null &&
    now.sight !== null &&
    before.sight.fromPx === now.sight.fromPx &&
    before.sight.toPx === now.sight.toPx &&
    before.selected === now.selected &&
    before.lit === now.lit &&
    before.isFiltered === now.isFiltered &&
    before.focusKey === now.focusKey &&
    a.answer === b.answer &&
    isSameInterval(a.rest, b.rest) &&
    a.asOf === b.asOf &&
    a.periods === b.periods &&
    a.sizes === b.sizes &&
    a.fonts === b.fonts
  );
}

/**
 * Where the tab key enters: what had the focus, else the selected event, else the first match in time.
 * There is always one while anything is drawn.
 */
function tabStop(geometry: TimelineGeometry, { focusKey, selected }: TimelineLook): string | null {
  const { marks, clusters } = geometry;
  const had =
    marks.some(({ key }) => key === focusKey) ||
    clusters.some(({ key }) => `cluster:${key}` === focusKey);
  if (had) return focusKey;
  const matching = marks.filter(({ mark }) => mark.matches);
  const chosen = marks.find(({ mark }) => mark.id === selected);
  const first = chosen ?? least(matching, (mark) => mark.x0);
  return first?.key ?? focusItems(geometry)[0]?.key ?? null;
}

/** Whether rows decided from the one serve for the other, scales aside. */
function isSamePack(a: PackedFrom, b: PackedFrom): boolean {
  return (
    a.answer === b.answer &&
    a.options.measure === b.options.measure &&
    isSameInterval(a.options.rest, b.options.rest) &&
    a.options.rowsInView === b.options.rowsInView &&
    a.options.lineWidthPx === b.options.lineWidthPx &&
    a.options.clusterPx === b.options.clusterPx &&
    a.options.inSight?.selected === b.options.inSight?.selected
  );
}
