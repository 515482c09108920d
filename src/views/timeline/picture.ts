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
import { layoutAxis, placeAfter } from './axis.ts';
import { draw, type Layers, type TimelineLook } from './draw.ts';
import { AFTER_ACCOUNT, drawAxis } from './drawAxis.ts';
import { rowsInView } from './lanes.ts';
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
/** Within this factor of the scale at which rows were decided, a zoom goes on with them. */
const RESCALE_MOST = 2.1;
/** On a narrow picture a longer name than this part of it finds room on neither side of most marks. */
const NARROW_LINE = 0.42;

export function createPicture(layers: Layers, axisSvg: SVGSVGElement): Picture {
  let packing: Packing | null = null;
  /** What rows were last decided from; a gesture goes on with them at other scales. */
  let packedFrom: { answer: TimelineAnswer; options: PackOptions } | null = null;
  let shown: ShownHeights | null = null;
  let stageRows: { answer: TimelineAnswer; heightPx: number; rows: number } | null = null;

  const packed = (answer: TimelineAnswer, options: PackOptions): Packing => {
    if (packing !== null && packedFrom !== null && isSamePack(packedFrom, { answer, options })) {
      // Scales that differ by rounding only are the same: a pan costs nothing here.
      if (Math.abs(packing.pxPerMs / options.pxPerMs - 1) < 1e-9) return packing;
      const zoom = options.pxPerMs / packedFrom.options.pxPerMs;
      if (zoom < RESCALE_MOST && zoom > 1 / RESCALE_MOST) {
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

  return {
    render({ answer, window, rest, asOf, periods, sizes, fonts, look, glide }) {
      const plotWidthPx = Math.max(1, sizes.widthPx - sizes.gutterPx);
      const lanes = Math.max(1, answer.lanes.length);
      const optionsOf = (rows: number): PackOptions => ({
        pxPerMs: plotWidthPx / (window.endMs - window.startMs),
        measure: fonts.label,
        rest,
        rowsInView: rows,
        lineWidthPx: sizes.gutterPx > 0 ? Infinity : plotWidthPx * NARROW_LINE,
        clusterPx: Math.max(CLUSTER_MIN_PX, (plotWidthPx * lanes) / CLUSTERS_LIMIT),
        inSight: sizes.isOnStage ? { selected: look.selected } : null,
      });
      const placed = (rows: number): TimelineGeometry =>
        layout({
          packing: packed(answer, optionsOf(rows)),
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
        });
      const target = sizes.isOnStage
        ? inSight(placed, isSameInterval(window, rest), answer, sizes, lanes)
        : placed(rowsInView(sizes, lanes));
      const eased = ease(target, shown, glide);
      shown = eased.shown;
      const axis = layoutAxis(window, plotWidthPx, fonts.axis);
      draw(
        layers,
        eased.geometry,
        axis,
        { ...look, focusKey: tabStop(eased.geometry, look) },
        sizes,
      );
      const { hatch } = eased.geometry;
      const afterPx =
        hatch === null
          ? null
          : placeAfter(
              hatch.softTo - eased.geometry.offsetPx,
              axis,
              plotWidthPx,
              fonts.axis(AFTER_ACCOUNT),
              fonts.axis,
            );
      drawAxis(axisSvg, axis, { gutterPx: sizes.gutterPx, plotWidthPx }, afterPx);
      return { geometry: eased.geometry, isSettled: eased.isSettled };
    },
  };
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
function isSamePack(
  a: { answer: TimelineAnswer; options: PackOptions },
  b: { answer: TimelineAnswer; options: PackOptions },
): boolean {
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
