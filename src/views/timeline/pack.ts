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
import type { TimelineAnswer, TimelineLane, TimelineMark } from '../../engine/port.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import { labelLines, shortTitle } from './labels.ts';
import { clustersOf, type Cluster } from './clusters.ts';

export const DOT_RADIUS_PX = 5.5;
/** From the shape to its name. */
export const LABEL_GAP_PX = 6;
/** A wide shape narrower than this still shows as pill with a dot and its name beside it. */
export const INSIDE_PADDING_PX = 10;
/** How far an open end fades out. */
export const OPEN_FADE_PX = 56;
const BOX_GAP_PX = 10;
const MAX_ROWS = 12;
const MAX_ROWS_SINGLE_LANE = 60;
const MIN_ROWS = 3;
/** So many views full of rows are still scrolled rather than gathered into density. */
const WORTH_SCROLLING = 2.2;

/** Where the name stands: after the shape, before it, within it, or nowhere for want of room. */
export type LabelSide = 'end' | 'start' | 'inside' | 'none';

export interface PackedMark {
  /** Unique: one event may stand in several lanes. */
  readonly key: string;
  readonly mark: TimelineMark;
  readonly lane: number;
  readonly row: number;
  /** The shape's ends, fades included; a dot's are those of its circle. */
  readonly x0: number;
  readonly x1: number;
  readonly fade0: number;
  readonly fade1: number;
  /** One line, or two where the picture is narrow. */
  readonly lines: readonly string[];
  readonly labelWidth: number;
  readonly side: LabelSide;
}

export interface PackedLane {
  readonly index: number;
  readonly lane: TimelineLane;
  readonly rows: number;
  readonly hasDensity: boolean;
}

/** A whole with its parts in the same lane: joined by a bracket. */
export interface PackedBracket {
  readonly key: string;
  readonly lane: number;
  readonly x: number;
  readonly fromRow: number;
  readonly toRow: number;
}

export interface Packing {
  readonly originMs: number;
  readonly pxPerMs: number;
  readonly lanes: readonly PackedLane[];
  /** By lane, row, x. */
  readonly marks: readonly PackedMark[];
  readonly brackets: readonly PackedBracket[];
  readonly clusters: readonly Cluster[];
}

export interface PackOptions {
  readonly pxPerMs: number;
  readonly measure: MeasureText;
  /** Names near the latest instant one can pan to stand before their marks. */
  readonly latestMs: number;
  /** Rows that the view shows at once; fuller lanes give rows up to fit, down to a few each. */
  readonly rowsInView: number;
  /** Width of a cluster of density, in pixels. */
  readonly clusterPx: number;
  /** Longer names take two lines; Infinity where rows have room for one only. */
  readonly lineWidthPx: number;
}

interface Box {
  readonly from: number;
  readonly to: number;
}

type Candidate = Omit<PackedMark, 'row' | 'lane' | 'key'>;

/** Packs an answer at a scale. Cost: marks × rows; no allocation grows with the history. */
export function pack(answer: TimelineAnswer, options: PackOptions): Packing {
  const candidates = answer.marks.map((mark) => candidateOf(mark, answer, options));
  const byLane = answer.lanes.map((_, lane) =>
    candidates.filter((candidate) => candidate.mark.lanes.includes(lane)),
  );
  const most = answer.lanes.length === 1 ? MAX_ROWS_SINGLE_LANE : MAX_ROWS;
  // Where all have room, a filter moves nothing; only where room is short do matches go first.
  const natural = byLane.map((members, lane) => packLane(lane, members, most, byWeight));
  const packed = fitRows(natural, options.rowsInView, (lane, limit) =>
    packLane(lane, byLane[lane] ?? [], limit, byMatchAndWeight),
  );
  const clusters = clustersOf(
    answer,
    packed.map((result) => result.left),
    { pxPerMs: options.pxPerMs, clusterPx: options.clusterPx },
  );
  const denseLanes = new Set(clusters.map((cluster) => cluster.lane));
  return {
    originMs: answer.covers.startMs,
    pxPerMs: options.pxPerMs,
    lanes: answer.lanes.map((lane, index) => ({
      index,
      lane,
      rows: packed[index]?.rows ?? 0,
      hasDensity: denseLanes.has(index),
    })),
    marks: packed.flatMap((result) => result.marks.toSorted((a, b) => a.row - b.row || a.x0 - b.x0)),
    brackets: packed.flatMap((result) => result.brackets),
    clusters,
  };
}

/**
 * Takes rows from the lanes until the view shows them all. While not much more than the view holds is
 * there, only the names of lighter events give way, those that matter least first, and no mark is lost,
 * even where that leaves some rows to scroll to. A crowd is fitted whole, down to a few rows a lane, and
 * becomes density.
 */
function fitRows(
  natural: readonly PackedRows[],
  rowsInView: number,
  repack: (lane: number, limit: number) => PackedRows,
): PackedRows[] {
  const fitted = natural.map((result, lane) =>
    result.isShort ? repack(lane, Math.max(result.rows, MIN_ROWS)) : result,
  );
  let total = fitted.reduce((sum, result) => sum + Math.max(result.rows, 1), 0);
  const mayLose = total > rowsInView * WORTH_SCROLLING;
  /** What each lane would be with fewer rows, and what that would cost; only the last one taken is stale. */
  const offers: (Offer | undefined)[] = [];
  while (total > rowsInView) {
    const step = mayLose ? Math.ceil((total - rowsInView) / 4) : 1;
    let best: (Offer & { readonly lane: number }) | null = null;
    for (const [lane, before] of fitted.entries()) {
      const offer = (offers[lane] ??= offerOf(before, lane, step, mayLose, repack));
      if (offer.cost < (best?.cost ?? Infinity)) best = { ...offer, lane };
    }
    if (best === null) break;
    total += best.next.rows - (fitted[best.lane]?.rows ?? 0);
    fitted[best.lane] = best.next;
    offers[best.lane] = undefined;
  }
  return fitted;
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
  mayLose: boolean,
  repack: (lane: number, limit: number) => PackedRows,
): Offer {
  if (before.rows <= MIN_ROWS) return { next: before, cost: Infinity };
  const next = repack(lane, Math.max(MIN_ROWS, before.rows - step));
  if (next.rows >= before.rows) return { next, cost: Infinity };
  // A crowd gives way where it is densest, whatever it loses.
  if (mayLose) return { next, cost: -before.rows };
  const losesMarks = next.left.length > before.left.length;
  const cost = namelessCost(next) - namelessCost(before);
  return { next, cost: losesMarks || cost >= HEAVY_COST ? Infinity : cost };
}

/** Each step of weight counts four times the one below. */
function namelessCost(packed: PackedRows): number {
  return packed.marks.reduce(
    (sum, { side, mark }) => sum + (side === 'none' ? 4 ** (mark.weight + (mark.matches ? 0 : -2)) : 0),
    0,
  );
}

/** The name of one event of weight 4 is worth scrolling for. */
const HEAVY_COST = 4 ** 4;

/** Where a mark's dot stands, and threads end: the middle, or the known end of an open date. */
export function anchorOf({ mark, x0, x1, fade0, fade1 }: Pick<PackedMark, 'mark' | 'x0' | 'x1' | 'fade0' | 'fade1'>): number {
  if (mark.startMs === -Infinity && mark.endMs !== Infinity) {
    return Math.max(x0 + fade0, x1 - DOT_RADIUS_PX);
  }
  if (mark.endMs === Infinity && mark.startMs !== -Infinity) {
    return Math.min(x1 - fade1, x0 + DOT_RADIUS_PX);
  }
  return (x0 + x1) / 2;
}

/** A shape wider than this has no middle that one could see as its place. */
export const DOTTED_PX = 48;

function candidateOf(mark: TimelineMark, answer: TimelineAnswer, options: PackOptions): Candidate {
  const { covers } = answer;
  const toX = (ms: number): number => (ms - covers.startMs) * options.pxPerMs;
  const isOpenStart = mark.startMs === -Infinity;
  const isOpenEnd = mark.endMs === Infinity;
  const lines = labelLines(shortTitle(mark.title), options.lineWidthPx, options.measure);
  const labelWidth = Math.max(...lines.map(options.measure));
  if (!mark.isWide && !isOpenStart && !isOpenEnd) {
    const x = toX((mark.startMs + mark.endMs) / 2);
    return withSide({ mark, x0: x - DOT_RADIUS_PX, x1: x + DOT_RADIUS_PX, fade0: 0, fade1: 0, lines, labelWidth }, options, toX);
  }
  const known0 = isOpenStart ? toX(isOpenEnd ? covers.startMs : mark.endMs) : toX(mark.startMs);
  const known1 = isOpenEnd ? toX(isOpenStart ? covers.endMs : mark.startMs) : toX(mark.endMs);
  const grown = Math.max(0, 2 * DOT_RADIUS_PX - (known1 - known0)) / 2;
  const length = Math.max(known1 - known0, 2 * DOT_RADIUS_PX);
  const soft = Math.min(22, length * 0.4);
  const far = (covers.endMs - covers.startMs) * options.pxPerMs;
  return withSide(
    {
      mark,
      // Ends far outside what is covered would only cost precision.
      x0: Math.max(known0 - (isOpenStart ? OPEN_FADE_PX : grown), -far),
      x1: Math.min(known1 + (isOpenEnd ? OPEN_FADE_PX : grown), 2 * far),
      fade0: isOpenStart ? OPEN_FADE_PX : mark.isStartApproximate ? soft : 0,
      fade1: isOpenEnd ? OPEN_FADE_PX : mark.isEndApproximate ? soft : 0,
      lines,
      labelWidth,
    },
    options,
    toX,
  );
}

function withSide(
  candidate: Omit<Candidate, 'side'>,
  options: PackOptions,
  toX: (ms: number) => number,
): Candidate {
  const { x0, x1, lines, labelWidth } = candidate;
  // A shape is one line high; what it can hold it holds on one line.
  const line = lines.join(' ');
  const lineWidth = options.measure(line);
  if (x1 - x0 >= lineWidth + 2 * INSIDE_PADDING_PX) {
    return { ...candidate, lines: [line], labelWidth: lineWidth, side: 'inside' };
  }
  const runsOut = x1 + LABEL_GAP_PX + labelWidth > toX(options.latestMs);
  return { ...candidate, side: runsOut ? 'start' : 'end' };
}

function boxOf(candidate: Candidate, side: LabelSide): Box {
  const room = candidate.labelWidth + LABEL_GAP_PX;
  return {
    from: candidate.x0 - (side === 'start' ? room : 0) - BOX_GAP_PX / 2,
    to: candidate.x1 + (side === 'end' ? room : 0) + BOX_GAP_PX / 2,
  };
}

interface PackedRows {
  readonly rows: number;
  readonly marks: PackedMark[];
  readonly brackets: PackedBracket[];
  /** No row was left for these, not even without their names. */
  readonly left: TimelineMark[];
  /** Some found no room, or none for their names. */
  readonly isShort: boolean;
}

type Importance = (mark: TimelineMark) => number;

const byWeight: Importance = (mark) => mark.weight;
const byMatchAndWeight: Importance = (mark) => mark.weight + (mark.matches ? 10 : 0);

/**
 * Greedy, the weightiest first, each in the first row with room: with its name, else without. A
 * whole and its parts take consecutive rows together, where there are that many.
 */
function packLane(
  lane: number,
  members: readonly Candidate[],
  limit: number,
  importance: Importance,
): PackedRows {
  const rows: Box[][] = [];
  const marks: PackedMark[] = [];
  const brackets: PackedBracket[] = [];
  const left: TimelineMark[] = [];
  let isShort = false;
  const isFree = (row: number, box: Box): boolean =>
    (rows[row] ?? []).every((other) => box.to <= other.from || other.to <= box.from);
  const put = (candidate: Candidate, row: number, side: LabelSide): void => {
    while (rows.length <= row) rows.push([]);
    rows[row]?.push(boxOf(candidate, side));
    marks.push({ ...candidate, key: `${String(lane)}/${candidate.mark.id}`, lane, row, side });
  };
  const firstRow = (boxes: readonly Box[]): number => {
    for (let row = 0; row + boxes.length <= limit; row += 1) {
      if (boxes.every((box, i) => isFree(row + i, box))) return row;
    }
    return -1;
  };
  const putAlone = (candidate: Candidate): void => {
    for (const side of sidesToTry(candidate.side)) {
      const row = firstRow([boxOf(candidate, side)]);
      if (row >= 0) {
        put(candidate, row, side);
        return;
      }
      isShort = true;
    }
    left.push(candidate.mark);
  };
  for (const family of familiesOf(members, importance)) {
    const row = family.length === 1 ? -1 : firstRow(family.map((member) => boxOf(member, member.side)));
    if (row < 0) {
      family.forEach(putAlone);
      continue;
    }
    family.forEach((member, i) => {
      put(member, row + i, member.side);
    });
    brackets.push({
      key: `${String(lane)}/${family[0]?.mark.id ?? ''}`,
      lane,
      x: Math.min(...family.map((member) => member.x0)),
      fromRow: row,
      toRow: row + family.length - 1,
    });
  }
  return { rows: rows.length, marks, brackets, left, isShort };
}

function sidesToTry(side: LabelSide): readonly LabelSide[] {
  return side === 'inside' ? ['inside'] : [side, 'none'];
}

/** Wholes with their parts (or parts of one absent whole), each family in order, weightiest first. */
function familiesOf(members: readonly Candidate[], importance: Importance): Candidate[][] {
  const families = new Map<string, Candidate[]>();
  for (const member of members) {
    const name = member.mark.partOf ?? member.mark.id;
    const family = families.get(name);
    if (family === undefined) families.set(name, [member]);
    else family.push(member);
  }
  const weightOf = (family: readonly Candidate[]): number =>
    Math.max(...family.map((member) => importance(member.mark)));
  return [...families.values()]
    .map((family) => ({ family: family.toSorted(byFamilyOrder), weight: weightOf(family) }))
    .toSorted(
      (a, b) =>
        b.weight - a.weight || (a.family[0]?.x0 ?? 0) - (b.family[0]?.x0 ?? 0),
    )
    .map(({ family }) => family);
}

function byFamilyOrder(a: Candidate, b: Candidate): number {
  const rank = (candidate: Candidate): number =>
    candidate.mark.partOf === null ? -Infinity : (candidate.mark.order ?? 1000);
  return rank(a) - rank(b) || a.x0 - b.x0 || (a.mark.id < b.mark.id ? -1 : 1);
}
