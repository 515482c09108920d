/*
 * Packing: which row of its lane each mark stands in, and whether its name has room there.
 * Knows: an answer, a scale, widths of text. Must not know: the window's position, DOM, store.
 *
 * All x are in "scale space": pixels from `answer.covers.startMs` at the present scale. Panning
 * therefore never moves a mark to another row; only zooming packs anew.
 *
 *   lane 0  ├ ●Speech of the Prime Minister      ●Summit            row 0: the weightiest
 *           │      (●)Announced                  ├(●)First part     row 1: what found no room above;
 *           │                                    └(●)Second part    row 2: parts under their whole
 *           └ ▂▂ 12 ▂▂▂▂ 40 ▂▂                                      density: what has no row left
 */
import { min } from 'd3';
import type { TimelineAnswer, TimelineLane, TimelineMark } from '../../engine/port.ts';
import { candidateOf, type Box, type MeasureOptions } from './candidate.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import {
  byMatchAndWeight,
  byWeight,
  familyOf,
  packLane,
  type PackedBracket,
  type PackedMark,
  type Importance,
  type PackedRows,
} from './rows.ts';

const MAX_ROWS = 12;
const MAX_ROWS_SINGLE_LANE = 60;
const MIN_ROWS = 3;
/** Up to so many views full of rows one scrolls for names; beyond that the overview comes first. */
const WORTH_SCROLLING = 1.8;

export interface Packing {
  readonly originMs: number;
  readonly pxPerMs: number;
  /** The window at rest in scale space. */
  readonly rest: Box;
  readonly lanes: readonly TimelineLane[];
  /** By lane, row, x. */
  readonly marks: readonly PackedMark[];
  readonly brackets: readonly PackedBracket[];
  /** By lane: marks that found no row and are counted among the clusters. */
  readonly left: readonly (readonly TimelineMark[])[];
  readonly clusters: readonly Cluster[];
}

export interface PackOptions extends MeasureOptions {
  /** Rows that the view shows at once; fuller lanes give rows up to fit, down to a few each. */
  readonly rowsInView: number;
  /** Width of a cluster of density, in pixels. */
  readonly clusterPx: number;
  /**
   * Read from afar, without scrolling: names give way until all rows are in sight, that of the event with
   * this id last. Null where it can be scrolled.
   */
  readonly inSight: { readonly selected: string | null } | null;
}

/** Packs an answer at a scale. Cost: marks × rows; no allocation grows with the history. */
export function pack(answer: TimelineAnswer, options: PackOptions): Packing {
  const candidates = answer.marks.map((mark) => candidateOf(mark, answer, options));
  const byLane = answer.lanes.map((_, lane) => {
    const members = candidates.filter((candidate) => candidate.mark.lanes.includes(lane));
    return {
      inView: members.filter((member) => member.isAtRest),
      beside: members.filter((member) => !member.isAtRest),
    };
  });
  const most = answer.lanes.length === 1 ? MAX_ROWS_SINGLE_LANE : MAX_ROWS;
  // Where all have room, a filter moves nothing; only where room is short do matches go first.
  const natural = byLane.map(({ inView }, lane) => packLane(lane, inView, most, byWeight));
  const isCrowd = answer.bins.length > 0;
  const { inSight } = options;
  const importance: Importance =
    inSight === null
      ? byMatchAndWeight
      : (mark) => byMatchAndWeight(mark) + (mark.id === inSight.selected ? 100 : 0);
  const fitted = fitRows(
    natural,
    options.rowsInView,
    isCrowd,
    (lane, limit) => packLane(lane, byLane[lane]?.inView ?? [], limit, importance),
    options.inSight !== null,
  );
  // What lies beside the view follows, so that a pan finds it in its place.
  const packed = fitted.map((inView, lane) =>
    packLane(lane, byLane[lane]?.beside ?? [], most, byWeight, inView),
  );
  const left = packed.map((result) => result.left);
  const toX = (ms: number): number => (ms - answer.covers.startMs) * options.pxPerMs;
  return {
    originMs: answer.covers.startMs,
    pxPerMs: options.pxPerMs,
    rest: { from: toX(options.rest.startMs), to: toX(options.rest.endMs) },
    lanes: answer.lanes,
    marks: packed.flatMap((result) =>
      result.marks.toSorted((a, b) => a.row - b.row || a.x0 - b.x0),
    ),
    brackets: packed.flatMap((result) => result.brackets),
    left,
    clusters: clustersOf(answer, left, options),
  };
}

/**
 * The same rows at another scale, for the middle of a gesture: a fraction of the cost of packing. Names
 * that no longer fit beside each other give way when they are placed; clusters keep their grid in time.
 */
export function rescale(packing: Packing, answer: TimelineAnswer, options: PackOptions): Packing {
  const marks = packing.marks
    .map((mark): PackedMark => {
      const now = candidateOf(mark.mark, answer, options);
      const isInside = now.side === 'inside' || mark.side === 'inside';
      const { key, lane, row } = mark;
      return { ...now, key, lane, row, side: isInside ? now.side : mark.side };
    })
    .toSorted((a, b) => a.lane - b.lane || a.row - b.row || a.x0 - b.x0);
  const toX = (ms: number): number => (ms - answer.covers.startMs) * options.pxPerMs;
  return {
    ...packing,
    pxPerMs: options.pxPerMs,
    rest: { from: toX(options.rest.startMs), to: toX(options.rest.endMs) },
    marks,
    brackets: packing.brackets.map((bracket) => {
      const { lane, family } = bracket;
      const members = marks.filter((mark) => mark.lane === lane && familyOf(mark.mark) === family);
      return { ...bracket, x: min(members, (mark) => mark.x0) ?? bracket.x };
    }),
  };
}

/**
 * Takes rows from the lanes until the view shows them all. While not much more than the view holds is
 * there, only the names of lighter events give way, those that matter least first, and no mark is lost,
 * even where that leaves some rows to scroll to. A crowd (more than the answer holds by themselves) is
 * fitted whole, down to a few rows a lane, and becomes density.
 */
function fitRows(
  natural: readonly PackedRows[],
  rowsInView: number,
  isCrowd: boolean,
  repack: (lane: number, limit: number) => PackedRows,
  isInSight: boolean,
): PackedRows[] {
  // Where the lanes alone are more than the view shows one scrolls anyway, and may as well read names.
  if (!isInSight && !isCrowd && natural.length > rowsInView) return [...natural];
  const fitted = natural.map((result, lane) =>
    result.isShort ? repack(lane, Math.max(result.rows, MIN_ROWS)) : result,
  );
  let total = fitted.reduce((sum, result) => sum + Math.max(result.rows, 1), 0);
  const isFar = total > rowsInView * WORTH_SCROLLING;
  const rules: Rules = {
    mayLose: isCrowd && isFar,
    costLimit: isFar || isInSight ? Infinity : HEAVY_COST,
    rowsLeast: isInSight ? 1 : MIN_ROWS,
  };
  /** What each lane would be with fewer rows, and what that would cost; only the last one taken is stale. */
  const offers: (Offer | undefined)[] = [];
  while (total > rowsInView) {
    const step = rules.mayLose ? Math.ceil((total - rowsInView) / 4) : 1;
    let best: (Offer & { readonly lane: number }) | null = null;
    for (const [lane, before] of fitted.entries()) {
      const offer = (offers[lane] ??= offerOf(before, lane, step, rules, repack));
      if (offer.cost < (best?.cost ?? Infinity)) best = { ...offer, lane };
    }
    if (best === null) break;
    total += best.next.rows - (fitted[best.lane]?.rows ?? 0);
    fitted[best.lane] = best.next;
    offers[best.lane] = undefined;
  }
  return fitted;
}

interface Rules {
  /** Whether marks may become density. */
  readonly mayLose: boolean;
  /** Names that cost so much together are not given up for a row. */
  readonly costLimit: number;
  /** What a lane keeps. */
  readonly rowsLeast: number;
}

interface Offer {
  readonly next: PackedRows;
  /** Infinity: this lane gives nothing more. */
  readonly cost: number;
}

function offerOf(
  before: PackedRows,
  lane: number,
  step: number,
  { mayLose, costLimit, rowsLeast }: Rules,
  repack: (lane: number, limit: number) => PackedRows,
): Offer {
  if (before.rows <= rowsLeast) return { next: before, cost: Infinity };
  const next = repack(lane, Math.max(rowsLeast, before.rows - step));
  if (next.rows >= before.rows) return { next, cost: Infinity };
  // A crowd gives way where it is densest, whatever it loses.
  if (mayLose) return { next, cost: -before.rows };
  const losesMarks = next.left.length > before.left.length;
  const cost = namelessCost(next) - namelessCost(before);
  return { next, cost: losesMarks || cost >= costLimit ? Infinity : cost };
}

/** Each step of weight counts four times the one below. */
function namelessCost(packed: PackedRows): number {
  return packed.marks.reduce(
    (sum, { side, mark }) =>
      sum + (side === 'none' ? 4 ** (mark.weight + (mark.matches ? 0 : -2)) : 0),
    0,
  );
}

/** The name of one event of weight 4 is worth a little scrolling. */
const HEAVY_COST = 4 ** 4;
