/*
 * Which events are drawn by themselves, found by the database a batch at a time.
 * Knows: the room for marks, ranks, how events are found by rank. Must not know: what an event is called.
 *
 * Marks are chosen as the local engine does it: by rank, a few a cell. It looks at every event; here only
 * those are asked for that can still find room: first the best ranked, then, where some cells are full and
 * others not, the best ranked with a cell that is open. Full cells never open again, so nothing is missed.
 */
import { Room, type CellCounts, type Frame, type Spots } from '../local/marks.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { isAt, KEY_COLUMNS, KEY_LENGTH, keyIn, keysOf, type RowKey } from './refs.ts';
import { sql, type Sql } from './sql.ts';
import { where, whereFirst } from './where.ts';

/** A set of events out of which marks are taken. */
export interface MarkSet {
  readonly isMatching: boolean;
  readonly conditions: readonly Sql[];
  /** How many there are. */
  readonly count: number;
  /** How many are not drawn by themselves, per cell; marks are taken off it. */
  readonly left: CellCounts;
}

/** An event that must be drawn, and the set that it is in; null: none, it lies out of reach. */
export interface KeptMark {
  readonly spot: Spot;
  readonly isMatching: boolean;
  readonly set: MarkSet | null;
}

/** Where an event lies. */
export interface Spot {
  readonly key: RowKey;
  readonly rank: number;
  readonly startMs: number;
  readonly anchorMs: number;
  readonly lanes: readonly number[];
}

export interface MarksQuestion {
  readonly frame: Frame;
  /** The lanes of an event and its bin, in SQL. */
  readonly lanes: Sql;
  readonly bin: Sql;
  /** First those that match. */
  readonly sets: readonly MarkSet[];
  readonly kept: readonly KeptMark[];
  readonly marksLimit: number;
  /** Events that are looked at in one go. */
  readonly batchSize: number;
}

export interface ChosenMark {
  readonly key: RowKey;
  readonly isMatching: boolean;
}

export async function chooseMarks(
  history: RemoteHistory,
  question: MarksQuestion,
  signal: Signal,
): Promise<readonly ChosenMark[]> {
  const { frame, sets, kept, marksLimit, batchSize } = question;
  const chosen = new Map<number, ChosenMark>();
  const room = new Room(frame, marksLimit);
  for (const { spot, isMatching, set } of kept) {
    room.take(spotsOf([spot]), 0, set?.left ?? null);
    chosen.set(spot.key.seat, { key: spot.key, isMatching });
  }
  const keptSeats = new Set(chosen.keys());
  const isRoomForAll = sets.reduce((sum, { count }) => sum + count, 0) <= marksLimit;
  for (const { conditions, count, left, isMatching } of sets) {
    room.begin(left);
    if (count === 0 || (!isRoomForAll && room.freeZones().length === 0)) continue;
    const passed = new Set(keptSeats);
    /** False where the set is through with, or nothing more finds room. */
    const visit = (spots: readonly Spot[]): boolean => {
      const places = spotsOf(spots);
      for (const [i, { key }] of spots.entries()) {
        if (passed.has(key.seat)) continue;
        passed.add(key.seat);
        if (isRoomForAll || room.fits(places, i)) {
          room.take(places, i, left);
          chosen.set(key.seat, { key, isMatching });
        }
        if (!isRoomForAll && !room.isSome()) return false;
      }
      return true;
    };

    let from = 0;
    let open: readonly number[] | null = null;
    for (;;) {
      const within = open === null ? count : sumOf(left, open);
      const below: number = isRoomForAll ? Infinity : rankBelow(history, from, batchSize / within);
      // oxlint-disable-next-line no-await-in-loop -- what is asked for next depends on what came
      const batch = await askSpots(
        history,
        question,
        [
          ...(from === 0 ? [] : [sql`rank >= ${from}`]),
          ...(below === Infinity ? [] : [sql`rank < ${below}`]),
        ],
        [
          ...conditions,
          ...(open === null ? [] : [isInCells(question, open), isInZones(frame, room.freeZones())]),
        ],
        signal,
      );
      const isAll = batch.length < batchSize;
      // Events of one rank may be torn apart by the limit: those that are seen again are passed over.
      const next: number = isAll ? below : (batch.at(-1)?.rank ?? below);
      if (!visit(batch) || next === Infinity || next === from) break;
      from = next;
      if (isRoomForAll) continue;
      open = room.openCells(left);
      if (open.length === 0) break;
    }
  }
  return [...chosen.values()];
}

/**
 * The rank below which about this share of all events lie, counted from another rank on: a guess that
 * spares the database sorting what will not be drawn. Weights are counted; within one, ranks lie evenly.
 */
function rankBelow({ head }: RemoteHistory, from: number, share: number): number {
  // Twice as many as wanted, as events may lie otherwise under a filter; then they come in another batch.
  let wanted = head.eventsTotal * share * 2;
  for (const [weight, count] of head.weights) {
    const first = (255 - weight) * 2 ** 32;
    const begin = Math.max(first, from);
    const here = count * (1 - (begin - first) / 2 ** 32);
    if (here <= 0) continue;
    if (wanted < here) return Math.ceil(begin + (wanted / count) * 2 ** 32);
    wanted -= here;
  }
  return Infinity;
}

function isInCells({ lanes, bin, frame }: MarksQuestion, cells: readonly number[]): Sql {
  return sql`arrayExists(lane -> (lane * ${frame.grid.bins} + ${bin}) IN ${cells}, ${lanes})`;
}

/** Marks in the window, before it and after it have each their own room. */
function isInZones({ window: { startMs, endMs } }: Frame, zones: readonly number[]): Sql {
  const zone = sql`multiIf(startMs < ${endMs} AND endMs > ${startMs}, 0, startMs < ${startMs}, 1, 2)`;
  return sql`${zone} IN ${zones}`;
}

function sumOf(left: CellCounts, cells: readonly number[]): number {
  return cells.reduce((sum, cell) => sum + (left[cell] ?? 0), 0);
}

/** What spots are read from; the lanes are the last of the columns. */
function spotColumns(lanes: Sql): Sql {
  return sql`${KEY_COLUMNS}, rank, startMs, anchorMs, ${lanes} AS lanes`;
}

async function askSpots(
  history: RemoteHistory,
  { lanes, batchSize }: MarksQuestion,
  ranks: readonly Sql[],
  conditions: readonly Sql[],
  signal: Signal,
): Promise<readonly Spot[]> {
  // Few events are in a stretch of ranks.
  const chosen = ranks.length === 0 ? where(conditions) : whereFirst(ranks, conditions);
  const rows = await history.ask(
    sql`SELECT ${spotColumns(lanes)} FROM events ${chosen} ORDER BY rank, ord, endMs, seat LIMIT ${batchSize}`,
    signal,
  );
  return rows.map(spotIn);
}

function spotIn(row: readonly unknown[]): Spot {
  const [rank, startMs, anchorMs, lanes] = row.slice(KEY_LENGTH);
  return {
    key: keyIn(row),
    rank: Number(rank),
    startMs: startMs === null ? -Infinity : Number(startMs),
    anchorMs: Number(anchorMs),
    lanes: Array.isArray(lanes) ? lanes.map(Number) : [],
  };
}

/** Events that are drawn whatever the room, where they lie, and whether each of the conditions holds. */
export async function askKept(
  history: RemoteHistory,
  ids: readonly string[],
  lanes: Sql,
  conditions: readonly Sql[],
  signal: Signal,
): Promise<readonly { readonly spot: Spot; readonly holds: readonly boolean[] }[]> {
  const keys = await keysOf(history.ask, { own: ids }, signal);
  if (keys.length === 0) return [];
  const columns = conditions
    .map((condition) => sql`, ${condition}`)
    .reduce((all, each) => sql`${all}${each}`, sql``);
  const rows = await history.ask(
    sql`SELECT ${spotColumns(lanes)}${columns} FROM events WHERE ${isAt(keys)}`,
    signal,
  );
  return rows.map((row) => ({
    spot: spotIn(row),
    holds: row.slice(KEY_LENGTH + 4).map((each) => Number(each) === 1),
  }));
}

function spotsOf(spots: readonly Spot[]): Spots {
  return {
    time: {
      starts: Float64Array.from(spots, ({ startMs }) => startMs),
      ends: Float64Array.from(spots, ({ key }) => key.endMs),
      anchors: Float64Array.from(spots, ({ anchorMs }) => anchorMs),
    },
    lanesAt(place, into) {
      const lanes = spots[place]?.lanes ?? [];
      for (const [i, lane] of lanes.entries()) into[i] = lane;
      return lanes.length;
    },
  };
}
