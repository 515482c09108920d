/*
 * Layout of the timeline: a packing and a window become geometry.
 * Knows: packing, widths, heights. Must not know: React, DOM, store.
 *
 *   gutter │ plot: x in scale space, shown from offsetPx on; y in pixels from the first lane's top
 *   ───────┼──────────────────────────────────────────────
 *   Lane   │ ●Name          (  ●  )Name      ━━━━━━ Name
 *   name   │     ░░3░░░░12░░
 */
import type { Interval } from '../../base/interval.ts';
import type { TimelineAnswer, TimelineLane } from '../../engine/port.ts';
import type { DateInfo } from '../../model/types.ts';
import type { PeriodEntry } from '../../engine/port.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import type { Cluster } from './clusters.ts';
import { layoutThreads, type PlacedThread } from './threads.ts';
import {
  anchorOf,
  DOTTED_PX,
  INSIDE_PADDING_PX,
  LABEL_GAP_PX,
  type LabelSide,
} from './candidate.ts';
import { wrap } from './labels.ts';
import type { Packing } from './pack.ts';
import type { PackedBracket, PackedMark } from './rows.ts';

const LANE_PADDING_PX = 6;
const LANE_HEADER_PX = 22;
const NAME_LINE_PX = 16;
export const DENSITY_PX = 22;
const ROW_MIN_PX = 22;
const ROW_MAX_PX = 34;
/** For a mouse 22 px of row will do; a finger needs more. */
const ROW_MIN_COARSE_PX = 30;
/** Room for names on two lines. */
const ROW_NARROW_PX = 36;

export interface LayoutInput {
  readonly packing: Packing;
  readonly answer: TimelineAnswer;
  readonly window: Interval;
  readonly plotWidthPx: number;
  /** 0 where lanes carry their names above their rows instead (narrow screens). */
  readonly gutterPx: number;
  readonly viewHeightPx: number;
  readonly isCoarse: boolean;
  readonly measureName: MeasureText;
  readonly asOf: DateInfo | null;
  readonly periods: readonly PeriodEntry[];
}

export interface PlacedLane {
  readonly index: number;
  readonly lane: TimelineLane;
  readonly yPx: number;
  readonly heightPx: number;
  readonly nameLines: readonly string[];
  /** The count stands on a line of its own where it finds no room behind the name. */
  readonly isCountBelow: boolean;
}

export interface PlacedMark extends PackedMark {
  readonly yPx: number;
  /** Scale space; where the name begins (or ends, for 'start'). */
  readonly labelX: number;
  /** 'none' also where the name would run out of the picture just now. */
  readonly labelSide: LabelSide;
  /** Scale space; where a pill's dot stands. Null for a bar, and for a pill too wide to have a middle. */
  readonly dotX: number | null;
}

export interface PlacedCluster extends Cluster {
  readonly x0: number;
  readonly x1: number;
  readonly yPx: number;
  readonly heightPx: number;
}

export interface PlacedBracket extends PackedBracket {
  readonly y0: number;
  readonly y1: number;
}

export interface PlacedPeriod {
  readonly id: string;
  readonly title: string;
  readonly x0: number;
  readonly x1: number;
  readonly titleX: number | null;
}

/** What lies after the account's own date; between softFrom and softTo the date itself is not certain. */
export interface PlacedHatch {
  readonly softFrom: number;
  readonly softTo: number;
  readonly x1: number;
}

export interface TimelineGeometry {
  /** x of scale space that stands at the plot's left edge. */
  readonly offsetPx: number;
  readonly plotWidthPx: number;
  readonly heightPx: number;
  readonly lanes: readonly PlacedLane[];
  /** Only what is in view. */
  readonly marks: readonly PlacedMark[];
  readonly clusters: readonly PlacedCluster[];
  readonly brackets: readonly PlacedBracket[];
  readonly threads: readonly PlacedThread[];
  readonly periods: readonly PlacedPeriod[];
  readonly hatch: PlacedHatch | null;
}

/** On a phone one scrolls anyway: better some screens of names than a crowd of dots. */
const NARROW_SCREENS = 5;

/** How many rows the view is to show, before anything is packed. */
export function rowsInView(viewHeightPx: number, lanes: number, hasGutter: boolean): number {
  const perLane = 2 * LANE_PADDING_PX + (hasGutter ? 0 : LANE_HEADER_PX);
  const heightPx = hasGutter ? viewHeightPx : viewHeightPx * NARROW_SCREENS;
  return Math.max(lanes, Math.floor((heightPx - lanes * perLane) / ROW_MIN_PX));
}

export function layout(input: LayoutInput): TimelineGeometry {
  const { packing, window, plotWidthPx } = input;
  const offsetPx = (window.startMs - packing.originMs) * packing.pxPerMs;
  const view = { from: offsetPx, to: offsetPx + plotWidthPx };
  const { lanes, rowPx, heightPx } = layoutLanes(input);
  const yOf = (lane: number, row: number): number =>
    firstRowTop(lanes[lane], input.gutterPx) + (row + 0.5) * rowPx;
  const toX = (ms: number): number => (ms - packing.originMs) * packing.pxPerMs;

  const marks = placeMarks(packing.marks, view, yOf);
  return {
    offsetPx,
    plotWidthPx,
    heightPx,
    lanes,
    marks,
    clusters: packing.clusters
      .map((cluster) => {
        const lane = lanes[cluster.lane];
        const bottom = (lane?.yPx ?? 0) + (lane?.heightPx ?? 0) - 5;
        const heightOf = 4 + cluster.level * (DENSITY_PX - 4);
        return {
          ...cluster,
          x0: toX(cluster.startMs) + 1,
          x1: toX(cluster.endMs) - 1,
          yPx: bottom - heightOf,
          heightPx: heightOf,
        };
      })
      .filter((cluster) => cluster.x1 > view.from && cluster.x0 < view.to),
    brackets: packing.brackets.map((bracket) => ({
      ...bracket,
      y0: yOf(bracket.lane, bracket.fromRow),
      y1: yOf(bracket.lane, bracket.toRow),
    })),
    threads: layoutThreads(input.answer.links, packing.marks, yOf, view),
    periods: input.periods.map((period) => placePeriod(period, toX, view, input.measureName)),
    hatch: placeHatch(input.asOf, toX, view),
  };
}

function firstRowTop(lane: PlacedLane | undefined, gutterPx: number): number {
  return (lane?.yPx ?? 0) + LANE_PADDING_PX + (gutterPx === 0 ? LANE_HEADER_PX : 0);
}

/** Lanes one under another; rows grow a little where the view has height to spare. */
function layoutLanes(input: LayoutInput): {
  lanes: PlacedLane[];
  rowPx: number;
  heightPx: number;
} {
  const { packing, gutterPx, viewHeightPx, measureName } = input;
  const hasGutter = gutterPx > 0;
  const names = packing.lanes.map(({ lane }) =>
    hasGutter ? wrap(lane.name, gutterPx - 24, measureName) : [lane.name],
  );
  const countBelow = packing.lanes.map(({ lane }, i) => {
    const last = names[i]?.at(-1) ?? '';
    return hasGutter && measureName(`${last}  ${String(lane.count)}`) > gutterPx - 20;
  });
  const heightsAt = (rowPx: number): number[] =>
    packing.lanes.map((lane, i) => {
      const header = hasGutter ? 0 : LANE_HEADER_PX;
      const rows = Math.max(lane.rows, lane.hasDensity ? 0 : 1) * rowPx;
      const body = rows + (lane.hasDensity ? DENSITY_PX + 4 : 0);
      const lines = (names[i]?.length ?? 1) + (countBelow[i] === true ? 1 : 0);
      const forName = hasGutter ? lines * NAME_LINE_PX + 2 : 0;
      return header + 2 * LANE_PADDING_PX + Math.max(body, forName);
    });
  const total = (heights: readonly number[]): number => heights.reduce((sum, h) => sum + h, 0);
  const least = !hasGutter ? ROW_NARROW_PX : input.isCoarse ? ROW_MIN_COARSE_PX : ROW_MIN_PX;
  const rowsTotal = packing.lanes.reduce((sum, lane) => sum + Math.max(lane.rows, 1), 0);
  const spare = Math.max(0, viewHeightPx - total(heightsAt(least)));
  const rowPx = Math.min(Math.max(ROW_MAX_PX, least), least + spare / Math.max(rowsTotal, 1));
  let yPx = 0;
  const lanes = heightsAt(rowPx).map((heightPx, i): PlacedLane => {
    const top = yPx;
    yPx += heightPx;
    const packed = packing.lanes[i];
    if (packed === undefined) throw new Error('A lane has a height but was not packed.');
    return {
      index: i,
      lane: packed.lane,
      yPx: top,
      heightPx,
      nameLines: names[i] ?? [],
      isCountBelow: countBelow[i] === true,
    };
  });
  return { lanes, rowPx, heightPx: yPx };
}

interface View {
  readonly from: number;
  readonly to: number;
}

/**
 * Marks in view, each name where it stands whole within the picture: beside its mark, else on the
 * other side where the row is free there, else nowhere. Names of wide shapes keep to their visible part.
 */
function placeMarks(
  marks: readonly PackedMark[],
  view: View,
  yOf: (lane: number, row: number) => number,
): PlacedMark[] {
  const placed: PlacedMark[] = [];
  let row = '';
  let takenUntil = -Infinity;
  marks.forEach((mark, i) => {
    const name = `${String(mark.lane)}/${String(mark.row)}`;
    if (name !== row) takenUntil = -Infinity;
    row = name;
    const next = marks[i + 1];
    const isNextInRow = next !== undefined && next.lane === mark.lane && next.row === mark.row;
    const freeUntil = isNextInRow ? next.x0 - LABEL_GAP_PX : Infinity;
    if (mark.x1 < view.from || mark.x0 > view.to) return;
    const { side, x } = placeLabel(mark, view, takenUntil, freeUntil);
    const ends = side === 'end' || side === 'inside' ? x + mark.labelWidth : mark.x1;
    takenUntil = Math.max(takenUntil, mark.x1, ends);
    const isOpen = mark.mark.startMs === -Infinity || mark.mark.endMs === Infinity;
    const hasDot =
      mark.mark.extent === 'within' &&
      (isOpen || (side !== 'inside' && mark.x1 - mark.x0 < 3 * DOTTED_PX));
    placed.push({
      ...mark,
      yPx: yOf(mark.lane, mark.row),
      labelX: x,
      labelSide: side,
      dotX: hasDot ? anchorOf(mark) : null,
    });
  });
  return placed;
}

function placeLabel(
  mark: PackedMark,
  view: View,
  takenUntil: number,
  freeUntil: number,
): { side: LabelSide; x: number } {
  const shape0 = Math.max(mark.x0, view.from);
  const shape1 = Math.min(mark.x1, view.to);
  const width = mark.labelWidth;
  const inside = shape0 + INSIDE_PADDING_PX;
  const after = mark.x1 + LABEL_GAP_PX;
  const before = mark.x0 - LABEL_GAP_PX;
  const fits: Record<LabelSide, boolean> = {
    inside: mark.lines.length === 1 && inside + width + INSIDE_PADDING_PX <= shape1,
    end: after >= view.from && after + width <= view.to && after + width <= freeUntil,
    start: before <= view.to && before - width >= view.from && before - width >= takenUntil,
    none: true,
  };
  const order: readonly LabelSide[] =
    mark.side === 'none'
      ? ['inside', 'none']
      : mark.side === 'start'
        ? ['inside', 'start', 'end', 'none']
        : ['inside', 'end', 'start', 'none'];
  const side = order.find((candidate) => fits[candidate]) ?? 'none';
  return { side, x: side === 'inside' ? inside : side === 'start' ? before : after };
}

function placePeriod(
  period: PeriodEntry,
  toX: (ms: number) => number,
  view: View,
  measure: MeasureText,
): PlacedPeriod {
  const x0 = Math.max(toX(period.date.startMs), view.from - 2);
  const x1 = Math.min(toX(period.date.endMs), view.to + 2);
  const titleX = Math.max(x0, view.from) + 8;
  const hasRoom = titleX + measure(period.title) + 8 <= Math.min(x1, view.to);
  return { id: period.id, title: period.title, x0, x1, titleX: hasRoom ? titleX : null };
}

function placeHatch(
  asOf: DateInfo | null,
  toX: (ms: number) => number,
  view: View,
): PlacedHatch | null {
  if (asOf === null || !Number.isFinite(asOf.endMs)) return null;
  const softTo = toX(asOf.endMs);
  const softFrom = Number.isFinite(asOf.startMs) ? toX(asOf.startMs) : softTo;
  if (softFrom > view.to) return null;
  return {
    softFrom: Math.max(softFrom, view.from - 4000),
    softTo: Math.max(softTo, view.from - 4),
    x1: view.to + 4,
  };
}
