/*
 * Lanes one under another: how high each is for what it shows, and where its rows stand.
 * Knows: a packing, heights. Must not know: the shapes of marks, DOM, store.
 */
import type { TimelineLane } from '../../engine/port.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import type { Box } from './candidate.ts';
import { fitLine, wrap } from './labels.ts';
import type { Packing } from './pack.ts';

const LANE_PADDING_PX = 6;
const LANE_PADDING_STAGE_PX = 3;
const LANE_HEADER_PX = 22;
const NAME_LINE_PX = 16;
export const DENSITY_PX = 22;
/** Made once: toLocaleString would make one for each number. */
const THOUSANDS = new Intl.NumberFormat('en-GB');
const ROW_MIN_PX = 22;
const ROW_MAX_PX = 34;
/** On a stage nothing is pressed: as close as names may stand, so that all of it is in sight. */
const ROW_MIN_STAGE_PX = 17;
const ROW_MAX_STAGE_PX = 44;
/** For a mouse 22 px of row will do; a finger needs more. */
const ROW_MIN_COARSE_PX = 30;
/** Room for names on two lines. */
const ROW_NARROW_PX = 36;

export interface PlacedLane {
  readonly index: number;
  readonly lane: TimelineLane;
  readonly yPx: number;
  readonly heightPx: number;
  /** How many events it holds, as it is written. */
  readonly countWords: string;
  readonly nameLines: readonly string[];
  /** The count stands on a line of its own where it finds no room behind the name. */
  readonly isCountBelow: boolean;
}

export interface LanesInput {
  readonly packing: Packing;
  /** 0 where lanes carry their names above their rows instead (narrow screens). */
  readonly gutterPx: number;
  readonly viewHeightPx: number;
  readonly isCoarse: boolean;
  readonly isOnStage: boolean;
  readonly measureName: MeasureText;
}

export interface PlacedLanes {
  readonly lanes: readonly PlacedLane[];
  readonly heightPx: number;
  /** The middle of a row, in pixels from the first lane's top. */
  readonly yOf: (lane: number, row: number) => number;
  /** Whether the lane has that row: in the middle of a gesture it may have to wait for it. */
  readonly hasRow: (lane: number, row: number) => boolean;
  /** What each lane's height came from. */
  readonly needs: readonly Need[];
}

/** On a phone one scrolls anyway: better some screens of names than a crowd of dots. */
const NARROW_SCREENS = 5;

/** How many rows the view is to show, before anything is packed. */
export function rowsInView(
  {
    viewHeightPx,
    gutterPx,
    isOnStage,
  }: Pick<LanesInput, 'viewHeightPx' | 'gutterPx' | 'isOnStage'>,
  lanes: number,
): number {
  const hasGutter = gutterPx > 0;
  const rowPx = isOnStage ? ROW_MIN_STAGE_PX : ROW_MIN_PX;
  const perLane = 2 * paddingPx({ isOnStage }) + (hasGutter ? 0 : LANE_HEADER_PX);
  const heightPx = hasGutter ? viewHeightPx : viewHeightPx * NARROW_SCREENS;
  return Math.max(lanes, Math.floor((heightPx - lanes * perLane) / rowPx));
}

interface Need {
  readonly lane: TimelineLane;
  readonly nameLines: readonly string[];
  readonly countWords: string;
  readonly isCountBelow: boolean;
  readonly rows: number;
  readonly hasDensity: boolean;
}

/**
 * Lanes as high as what they show in `view` (scale space) or at rest; rows grow where there is height to spare.
 * @param before in the middle of a gesture: the lanes as they stood before it. They keep their rows, so that
 *   what moves sideways moves sideways only, and are these very lanes unless one becomes dense.
 */
export function layoutLanes(
  input: LanesInput,
  view: Box,
  before: PlacedLanes | null = null,
): PlacedLanes {
  const hasGutter = input.gutterPx > 0;
  const needs = needsOf(input, view, before?.needs ?? []);
  if (before !== null && needs.every((need, i) => need === before.needs[i])) return before;
  const heightOf = (need: Need, rowPx: number): number => {
    const header = hasGutter ? 0 : LANE_HEADER_PX;
    const rows = Math.max(need.rows, need.hasDensity ? 0 : 1) * rowPx;
    const body = rows + (need.hasDensity ? DENSITY_PX + 4 : 0);
    const lines = need.nameLines.length + (need.isCountBelow ? 1 : 0);
    const forName = hasGutter ? lines * NAME_LINE_PX + 2 : 0;
    return header + 2 * paddingPx(input) + Math.max(body, forName);
  };
  const least = leastRowPx(input);
  const atLeast = needs.reduce((sum, need) => sum + heightOf(need, least), 0);
  const rowsTotal = needs.reduce((sum, need) => sum + Math.max(need.rows, 1), 0);
  const spare = Math.max(0, input.viewHeightPx - atLeast);
  const most = input.isOnStage ? ROW_MAX_STAGE_PX : Math.max(ROW_MAX_PX, least);
  const rowPx = Math.min(most, least + spare / Math.max(rowsTotal, 1));
  // Seen from afar, lanes fill what height there is.
  const sparePx = input.viewHeightPx - needs.reduce((sum, need) => sum + heightOf(need, rowPx), 0);
  const beneathPx = input.isOnStage ? Math.max(0, sparePx / Math.max(1, needs.length)) : 0;
  let heightPx = 0;
  const lanes = needs.map((need, index): PlacedLane => {
    const yPx = heightPx;
    heightPx += heightOf(need, rowPx) + beneathPx;
    const { lane, nameLines, countWords, isCountBelow } = need;
    return { index, lane, yPx, heightPx: heightPx - yPx, countWords, nameLines, isCountBelow };
  });
  const firstRow = paddingPx(input) + (hasGutter ? 0 : LANE_HEADER_PX);
  return {
    lanes,
    heightPx,
    yOf: (lane, row) => (lanes[lane]?.yPx ?? 0) + firstRow + (row + 0.5) * rowPx,
    hasRow: (lane, row) => row < Math.max(1, needs[lane]?.rows ?? 0),
    needs,
  };
}

/** Above and below what a lane holds. */
function paddingPx({ isOnStage }: Pick<LanesInput, 'isOnStage'>): number {
  return isOnStage ? LANE_PADDING_STAGE_PX : LANE_PADDING_PX;
}

function leastRowPx({ gutterPx, isCoarse, isOnStage }: LanesInput): number {
  if (gutterPx === 0) return ROW_NARROW_PX;
  if (isOnStage) return ROW_MIN_STAGE_PX;
  return isCoarse ? ROW_MIN_COARSE_PX : ROW_MIN_PX;
}

/** `before`: what was needed, which stands unless a lane becomes dense. */
function needsOf(
  { packing, gutterPx, measureName }: LanesInput,
  view: Box,
  before: readonly Need[],
): Need[] {
  const isShown = (from: number, to: number): boolean =>
    (to >= view.from && from <= view.to) || (to >= packing.rest.from && from <= packing.rest.to);
  const rows = packing.lanes.map(() => 0);
  for (const { lane, row, x0, x1 } of packing.marks) {
    if (isShown(x0, x1)) rows[lane] = Math.max(rows[lane] ?? 0, row + 1);
  }
  const toX = (ms: number): number => (ms - packing.originMs) * packing.pxPerMs;
  const dense = new Set(
    packing.clusters
      .filter((cluster) => isShown(toX(cluster.startMs), toX(cluster.endMs)))
      .map((cluster) => cluster.lane),
  );
  return packing.lanes.map((lane, i) => {
    const known = before[i];
    const hasDensity = dense.has(i);
    if (known !== undefined) {
      return known.hasDensity || !hasDensity ? known : { ...known, hasDensity };
    }
    const countWords = THOUSANDS.format(lane.count);
    const count = `  ${countWords}`;
    const nameLines =
      gutterPx > 0
        ? wrap(lane.name, gutterPx - 24, measureName)
        : [fitLine(lane.name, view.to - view.from - 24 - measureName(count), measureName)];
    const lastLine = `${nameLines.at(-1) ?? ''}${count}`;
    return {
      lane,
      nameLines,
      countWords,
      isCountBelow: gutterPx > 0 && measureName(lastLine) > gutterPx - 20,
      rows: rows[i] ?? 0,
      hasDensity,
    };
  });
}
