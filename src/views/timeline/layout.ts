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
import type { TimelineAnswer } from '../../engine/port.ts';
import type { DateInfo } from '../../model/types.ts';
import type { PeriodEntry } from '../../engine/port.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import type { Cluster } from './clusters.ts';
import { layoutThreads, type PlacedThread } from './threads.ts';
import {
  anchorOf,
  DOT_RADIUS_PX,
  type Box,
  DOTTED_PX,
  INSIDE_PADDING_PX,
  LABEL_GAP_PX,
  type LabelSide,
} from './candidate.ts';
import {
  DENSITY_PX,
  layoutLanes,
  type LanesInput,
  type PlacedLane,
  type PlacedLanes,
} from './lanes.ts';
import type { PackedBracket, PackedMark } from './rows.ts';

export interface LayoutInput extends LanesInput {
  readonly answer: TimelineAnswer;
  readonly window: Interval;
  readonly plotWidthPx: number;
  readonly asOf: DateInfo | null;
  readonly periods: readonly PeriodEntry[];
  /** So far on either side of the window marks are placed too, for a pan to find them there; 0 at rest. */
  readonly reachPx?: number;
  /** In the middle of a gesture: the lanes as they stood before it. */
  readonly lanesBefore?: PlacedLanes | null;
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
  /** The instant at x 0 of scale space, and its scale. */
  readonly originMs: number;
  readonly pxPerMs: number;
  /** x of scale space that stands at the plot's left edge. */
  readonly offsetPx: number;
  readonly plotWidthPx: number;
  readonly heightPx: number;
  readonly lanes: readonly PlacedLane[];
  readonly placedLanes: PlacedLanes;
  /** Only what is in view, or within reach of it. */
  readonly marks: readonly PlacedMark[];
  readonly clusters: readonly PlacedCluster[];
  readonly brackets: readonly PlacedBracket[];
  readonly threads: readonly PlacedThread[];
  readonly periods: readonly PlacedPeriod[];
  readonly hatch: PlacedHatch | null;
}

export function layout(input: LayoutInput): TimelineGeometry {
  const { packing, window, plotWidthPx, reachPx = 0 } = input;
  const offsetPx = (window.startMs - packing.originMs) * packing.pxPerMs;
  const view = { from: offsetPx, to: offsetPx + plotWidthPx };
  const reach = { from: view.from - reachPx, to: view.to + reachPx };
  const placedLanes = layoutLanes(input, reach, input.lanesBefore ?? null);
  const { lanes, heightPx, yOf, hasRow } = placedLanes;
  const toX = (ms: number): number => (ms - packing.originMs) * packing.pxPerMs;

  const packed = packing.marks.filter(({ lane, row }) => hasRow(lane, row));
  const marks = placeMarks(packed, view, reach, yOf);
  return {
    originMs: packing.originMs,
    pxPerMs: packing.pxPerMs,
    offsetPx,
    plotWidthPx,
    heightPx,
    lanes,
    placedLanes,
    marks,
    clusters: packing.clusters
      .map((cluster) => {
        const lane = lanes[cluster.lane];
        const bottom = (lane?.yPx ?? 0) + (lane?.heightPx ?? 0) - 5;
        const heightOf = 4 + cluster.level * (DENSITY_PX - 4);
        const x0 = toX(cluster.startMs) + 1;
        const x1 = toX(cluster.endMs) - 1;
        // The part in view, so that its count never runs out of the picture.
        const part = x1 > view.from && x0 < view.to ? view : reach;
        return {
          ...cluster,
          x0: Math.max(x0, part.from),
          x1: Math.min(x1, part.to),
          yPx: bottom - heightOf,
          heightPx: heightOf,
        };
      })
      .filter((cluster) => cluster.x1 > cluster.x0),
    brackets: packing.brackets
      .filter(({ lane, toRow }) => hasRow(lane, toRow))
      .map((bracket) => ({
        ...bracket,
        y0: yOf(bracket.lane, bracket.fromRow),
        y1: yOf(bracket.lane, bracket.toRow),
      })),
    threads: layoutThreads(input.answer.links, packed, yOf, reach),
    periods: input.periods.map((period) =>
      placePeriod(period, toX, view, reach, input.measureName),
    ),
    hatch: placeHatch(input.asOf, toX, reach),
  };
}

/**
 * Marks in view, each name where it stands whole within the picture: beside its mark, else on the
 * other side where the row is free there, else nowhere. Names of wide shapes keep to their visible part.
 */
function placeMarks(
  marks: readonly PackedMark[],
  view: Box,
  reach: Box,
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
    if (mark.x1 < reach.from || mark.x0 > reach.to) return;
    const visible = mark.x1 >= view.from && mark.x0 <= view.to ? view : reach;
    const { side, x } = placeLabel(mark, { reach, visible }, takenUntil, freeUntil);
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
      // At the edge of the picture half a dot says nothing: it stays whole as long as its shape is seen.
      dotX: hasDot ? within(anchorOf(mark), mark, visible) : null,
    });
  });
  return placed;
}

function within(x: number, { x0, x1 }: PackedMark, view: Box): number {
  const least = Math.min(view.from + DOT_RADIUS_PX + 2, x1);
  const most = Math.max(view.to - DOT_RADIUS_PX - 2, x0);
  return Math.min(Math.max(x, least), most);
}

function placeLabel(
  mark: PackedMark,
  { reach, visible }: { readonly reach: Box; readonly visible: Box },
  takenUntil: number,
  freeUntil: number,
): { side: LabelSide; x: number } {
  const shape0 = Math.max(mark.x0, visible.from);
  const shape1 = Math.min(mark.x1, visible.to);
  const width = mark.labelWidth;
  const inside = shape0 + INSIDE_PADDING_PX;
  const after = mark.x1 + LABEL_GAP_PX;
  const before = mark.x0 - LABEL_GAP_PX;
  const fits: Record<LabelSide, boolean> = {
    inside: mark.lines.length === 1 && inside + width + INSIDE_PADDING_PX <= shape1,
    end: after >= reach.from && after + width <= reach.to && after + width <= freeUntil,
    start: before <= reach.to && before - width >= reach.from && before - width >= takenUntil,
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
  view: Box,
  reach: Box,
  measure: MeasureText,
): PlacedPeriod {
  const x0 = Math.max(toX(period.date.startMs), reach.from - 2);
  const x1 = Math.min(toX(period.date.endMs), reach.to + 2);
  const titleX = Math.max(x0, view.from) + 8;
  const hasRoom = titleX + measure(period.title) + 8 <= Math.min(x1, view.to);
  return { id: period.id, title: period.title, x0, x1, titleX: hasRoom ? titleX : null };
}

function placeHatch(
  asOf: DateInfo | null,
  toX: (ms: number) => number,
  view: Box,
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
