/*
 * Which events are drawn by themselves, and what is left to be counted in bins.
 * Knows: sets, lanes, the grid, ranks. Must not know: what an event is called, how a mark is drawn.
 *
 * An event has a cell in each of its lanes: the lane and the bin of its middle.
 *
 *   lane 0 |  ·  | ··· | ·×× |     |       · drawn, × counted: a cell holds a few marks, the weightiest
 *   lane 1 |     |  ·  |     | ·   |
 *
 * Room is given by rank, which neither zoom nor filter changes: what is drawn stays drawn as one zooms in.
 */
import { intersects, type Interval } from '../../base/interval.ts';
import type { EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import { binOf, binStart, type Grid } from './grid.ts';
import type { Lanes } from './lanes.ts';

/** Marks beyond these in one cell could not be told apart. */
const MARKS_PER_CELL = 3;

/** Events per lane and bin: the cell of a lane and a bin is lane * bins + bin. */
export type CellCounts = Uint32Array;

/** What is being drawn on. */
export interface Frame {
  readonly lanesTotal: number;
  readonly grid: Grid;
  readonly window: Interval;
}

/** Where events lie: when, and in which lanes. */
export interface Spots {
  readonly time: Pick<Columns['time'], 'starts' | 'ends' | 'anchors'>;
  readonly lanesAt: Lanes['lanesAt'];
}

export interface Field {
  readonly columns: Columns;
  readonly lanes: Lanes;
  readonly grid: Grid;
  readonly window: Interval;
}

export function countCells({ columns, lanes, grid }: Field, set: EventSet): CellCounts {
  const counts = new Uint32Array(lanes.list.length * grid.bins);
  const { anchors } = columns.time;
  const at: number[] = [];
  set.forEach((ordinal) => {
    const bin = binOf(grid, anchors[ordinal] ?? 0);
    const length = lanes.lanesAt(ordinal, at);
    for (let i = 0; i < length; i++) {
      const cell = (at[i] ?? 0) * grid.bins + bin;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  });
  return counts;
}

/**
 * Takes marks out of the events that are in reach, first those to keep, then each set of `sets` in turn by
 * rank: `marksLimit` in the window and as many on either side of it, a few a cell. Each mark is taken off
 * the `left` counts of its set. Returns ordinals in the order taken.
 */
export function chooseMarks(
  field: Field,
  sets: readonly { readonly set: EventSet; readonly left: CellCounts }[],
  kept: readonly number[],
  marksLimit: number,
): readonly number[] {
  const { columns, lanes, grid, window } = field;
  const marks: number[] = [];
  const room = new Room({ lanesTotal: lanes.list.length, grid, window }, marksLimit);
  const spots: Spots = { time: columns.time, lanesAt: lanes.lanesAt };
  const keptSet = new Set(kept);
  for (const ordinal of keptSet) {
    const left = sets.find(({ set }) => set.has(ordinal))?.left ?? null;
    room.take(spots, ordinal, left);
    marks.push(ordinal);
  }
  const isRoomForAll = sets.reduce((sum, { set }) => sum + set.count, 0) <= marksLimit;
  for (const { set, left } of sets) {
    room.begin(left);
    eachByRank(columns, set, marksLimit, (ordinal) => {
      if (keptSet.has(ordinal)) return true;
      if (isRoomForAll || room.fits(spots, ordinal)) {
        room.take(spots, ordinal, left);
        marks.push(ordinal);
      }
      return isRoomForAll || room.isSome();
    });
  }
  return marks;
}

/** The window, before it, after it. */
type Zone = 0 | 1 | 2;
const ZONES: readonly Zone[] = [0, 1, 2];

/** How much room is left: marks in each zone, and marks in each cell. */
export class Room {
  readonly #frame: Frame;
  readonly #marksLimit: number;
  readonly #marksIn = new Uint32Array(3);
  readonly #marksAt: Uint8Array;
  /** Cells of each zone that could take another mark and have another event. */
  readonly #openIn = new Int32Array(3);
  readonly #zoneOfBin: readonly Zone[];
  readonly #at: number[] = [];

  constructor(frame: Frame, marksLimit: number) {
    const { lanesTotal, grid, window } = frame;
    this.#frame = frame;
    this.#marksLimit = marksLimit;
    this.#marksAt = new Uint8Array(lanesTotal * grid.bins);
    this.#zoneOfBin = Array.from({ length: grid.bins }, (_, bin) => {
      const startMs = binStart(grid, bin);
      return zoneOf(window, startMs, startMs + grid.stepMs);
    });
  }

  /** Counts the open cells for a set of which these events are left. */
  begin(left: CellCounts): void {
    const { bins } = this.#frame.grid;
    this.#openIn.fill(0);
    for (let cell = 0; cell < left.length; cell++) {
      if (this.#isOpen(cell, left)) this.#open(cell % bins, 1);
    }
  }

  isSome(): boolean {
    return ZONES.some((zone) => this.#isZoneFree(zone) && (this.#openIn[zone] ?? 0) > 0);
  }

  /** Zones that could take another mark. */
  freeZones(): readonly number[] {
    return ZONES.filter((zone) => this.#isZoneFree(zone));
  }

  /** Cells that could take another mark and have another event. */
  openCells(left: CellCounts): readonly number[] {
    return [...left.keys()].filter((cell) => this.#isOpen(cell, left));
  }

  fits({ time: { starts, ends, anchors }, lanesAt }: Spots, ordinal: number): boolean {
    const { grid, window } = this.#frame;
    if (!this.#isZoneFree(zoneOf(window, starts[ordinal] ?? 0, ends[ordinal] ?? 0))) return false;
    const bin = binOf(grid, anchors[ordinal] ?? 0);
    const length = lanesAt(ordinal, this.#at);
    for (let i = 0; i < length; i++) {
      const cell = (this.#at[i] ?? 0) * grid.bins + bin;
      if ((this.#marksAt[cell] ?? 0) < MARKS_PER_CELL) return true;
    }
    return false;
  }

  /** Makes an event a mark; `left` is null for one out of reach, which takes no room. */
  take(spots: Spots, ordinal: number, left: CellCounts | null): void {
    if (left === null) return;
    const { time, lanesAt } = spots;
    const { starts, ends, anchors } = time;
    const { grid, window } = this.#frame;
    const zone = zoneOf(window, starts[ordinal] ?? 0, ends[ordinal] ?? 0);
    this.#marksIn[zone] = (this.#marksIn[zone] ?? 0) + 1;
    const bin = binOf(grid, anchors[ordinal] ?? 0);
    const length = lanesAt(ordinal, this.#at);
    for (let i = 0; i < length; i++) {
      const cell = (this.#at[i] ?? 0) * grid.bins + bin;
      const wasOpen = this.#isOpen(cell, left);
      // Where all are drawn, many a cell, there is no need to count further than this.
      this.#marksAt[cell] = Math.min(255, (this.#marksAt[cell] ?? 0) + 1);
      left[cell] = (left[cell] ?? 0) - 1;
      if (wasOpen && !this.#isOpen(cell, left)) this.#open(bin, -1);
    }
  }

  #isZoneFree(zone: Zone): boolean {
    return (this.#marksIn[zone] ?? 0) < this.#marksLimit;
  }

  #isOpen(cell: number, left: CellCounts): boolean {
    return (left[cell] ?? 0) > 0 && (this.#marksAt[cell] ?? 0) < MARKS_PER_CELL;
  }

  #open(bin: number, change: number): void {
    const zone = this.#zoneOfBin[bin] ?? 0;
    this.#openIn[zone] = (this.#openIn[zone] ?? 0) + change;
  }
}

function zoneOf(window: Interval, startMs: number, endMs: number): Zone {
  if (intersects(window, { startMs, endMs })) return 0;
  return startMs < window.startMs ? 1 : 2;
}

/**
 * Visits a set by rank until `visit` returns false. A small set is sorted; of a large one the first in
 * rank are soon found among all events.
 */
function eachByRank(
  { byRank, rankOf }: Columns,
  set: EventSet,
  marksLimit: number,
  visit: (ordinal: number) => boolean,
): void {
  if (set.count ** 2 < byRank.length * marksLimit || set.count < 256) {
    const ranks = set
      .toArray()
      .map((ordinal) => rankOf[ordinal] ?? 0)
      .toSorted();
    for (const rank of ranks) if (!visit(byRank[rank] ?? 0)) return;
    return;
  }
  for (const ordinal of byRank) if (set.has(ordinal) && !visit(ordinal)) return;
}
