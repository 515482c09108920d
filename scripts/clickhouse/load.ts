/*
 * Brings a history into ClickHouse, part by part. Broken off, it goes on where it stopped.
 * Knows: the tables, rows, what was loaded before. Must not know: files.
 */
import { vocabulariesOf } from '../../src/engine/local/vocabulary.ts';
import { EVENT_COLUMNS, FACET_COLUMNS, FORMAT, KEYS } from '../../src/engine/remote/columns.ts';
import type { Head } from '../../src/engine/remote/head.ts';
import { joined, named, sql, type Sql } from '../../src/engine/remote/sql.ts';
import { FACETS, type FacetName } from '../../src/engine/port.ts';
import type { HistoryEvent, Problem } from '../../src/model/types.ts';
import { RowBinary } from './rowBinary.ts';
import { rowMakerOf, surveyOf, type HistoryFrame, type Survey } from './rows.ts';
import { createTables, dropTables, fillRefs, type Target } from './tables.ts';

/** What is loaded: it can be read more than once, and says the same each time. */
export interface HistorySource {
  /** Tells this content from any other. */
  readonly fingerprint: string;
  /** The events, one by one, in the order of the file. */
  events(): Iterable<HistoryEvent> | AsyncIterable<HistoryEvent>;
  /** All the rest; asked for when the events have been read through once. */
  frame(): HistoryFrame;
  warnings(): readonly Problem[];
}

export interface LoadOptions {
  /** Throws away what the database holds of another history. */
  readonly replaces?: boolean;
  /** Events to an insert: what is lost at most when a load is broken off. */
  readonly partSize?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Rejects in words. */
export async function load(
  source: HistorySource,
  target: Target,
  { replaces = false, partSize = 20_000, onProgress = () => undefined }: LoadOptions = {},
): Promise<{ readonly events: number; readonly added: number }> {
  if (replaces) await dropTables(target);
  await createTables(target);
  await claim(source, target);
  const survey = await surveyOf(() => source.events());
  const rows = rowMakerOf(source.frame(), survey);
  const there = await seatsThere(target, partSize);
  const insert = sql`INSERT INTO ${tableOf(target, 'events')} (${joined(
    Object.keys(EVENT_COLUMNS).map((name) => named(name)),
    sql`, `,
  )}) FORMAT RowBinary`;

  let added = 0;
  let running: Promise<void> = Promise.resolve();
  for await (const { events, firstSeat } of partsOf(source, partSize)) {
    const known = await there(firstSeat, events.length);
    if (known.size < events.length) {
      const bytes = new RowBinary();
      for (const row of rows.rows(events, firstSeat)) {
        if (known.has(row.seat)) continue;
        bytes.addEvent(row);
        added++;
      }
      // One part is written while the next one is made.
      await running;
      running = target.entry.insert(insert, bytes.bytes);
      running.catch(() => undefined);
    }
    onProgress(firstSeat + events.length, survey.eventsTotal);
  }
  await running;
  if (!(await hasKey(target, KEYS.head))) await finishLoad(source, target, survey);
  return { events: survey.eventsTotal, added };
}

function tableOf({ database }: Target, table: string): Sql {
  return sql`${named(database)}.${named(table)}`;
}

/** Marks the database as this history's, or sees that it is. */
async function claim(source: HistorySource, target: Target): Promise<void> {
  const history = tableOf(target, 'history');
  const [found] = await target.entry.rows(
    sql`SELECT value FROM ${history} WHERE key = ${KEYS.load} LIMIT 1`,
  );
  // What another version of the loader wrote has other columns: nothing can be added to it.
  const own = `${String(FORMAT)} ${source.fingerprint}`;
  if (found === undefined) return put(target, KEYS.load, own);
  if (found[0] !== own) {
    throw new Error(
      `The database “${target.database}” holds another history, an earlier version of this one, or one that another version of the loader brought there. Choose another name, or add --replace to throw that one away.`,
    );
  }
}

async function hasKey(target: Target, key: string): Promise<boolean> {
  const history = tableOf(target, 'history');
  const found = await target.entry.rows(sql`SELECT 1 FROM ${history} WHERE key = ${key} LIMIT 1`);
  return found.length > 0;
}

function put(target: Target, key: string, value: string): Promise<void> {
  const bytes = new RowBinary();
  bytes.addTexts([key, value]);
  const history = tableOf(target, 'history');
  return target.entry.insert(
    sql`INSERT INTO ${history} (key, value) FORMAT RowBinary`,
    bytes.bytes,
  );
}

async function* partsOf(
  source: HistorySource,
  partSize: number,
): AsyncGenerator<{ readonly events: readonly HistoryEvent[]; readonly firstSeat: number }> {
  let events: HistoryEvent[] = [];
  let firstSeat = 0;
  for await (const event of source.events()) {
    events.push(event);
    if (events.length < partSize) continue;
    yield { events, firstSeat };
    firstSeat += events.length;
    events = [];
  }
  if (events.length > 0) yield { events, firstSeat };
}

/** Which seats of a part are taken: an insert that was broken off may have reached one server of two. */
async function seatsThere(
  target: Target,
  partSize: number,
): Promise<(firstSeat: number, total: number) => Promise<ReadonlySet<number>>> {
  const events = tableOf(target, 'events');
  const counted = await target.entry.rows(
    sql`SELECT intDiv(seat, ${partSize}) AS part, count() FROM ${events} GROUP BY part`,
  );
  const counts = new Map(counted.map(([part, count]) => [Number(part), Number(count)]));
  return async (firstSeat, total) => {
    const count = counts.get(firstSeat / partSize) ?? 0;
    if (count === 0) return new Set();
    const seats = await target.entry.rows(
      sql`SELECT seat FROM ${events} WHERE seat >= ${firstSeat} AND seat < ${firstSeat + total}`,
    );
    return new Set(seats.map(([seat]) => Number(seat)));
  };
}

/** Counts once what never changes, and writes what makes the history complete. */
export async function finishLoad(
  source: HistorySource,
  target: Target,
  survey: Pick<Survey, 'eventsTotal' | 'kinds'>,
): Promise<void> {
  const events = tableOf(target, 'events');
  const [sums] = await target.entry.rows(
    sql`SELECT count(), uniqExact(seat), uniqExact(id) FROM ${events}`,
  );
  const [rows, seats, ids] = (sums ?? []).map(Number);
  if (rows !== survey.eventsTotal || seats !== rows) {
    throw new Error(
      `${String(rows)} events are there instead of ${String(survey.eventsTotal)}. Load it again with --replace.`,
    );
  }
  if (ids !== rows) {
    throw new Error(
      `Only ${String(ids)} of ${String(rows)} events have an id of their own. Give each another one, then load again with --replace.`,
    );
  }
  await fillRefs(target);
  const frame = source.frame();
  const vocabularies = vocabulariesOf(frame, survey.kinds);
  const totals: Partial<Record<FacetName, Head['totals'][FacetName]>> = {};
  for (const facet of FACETS) {
    const { direct, all } = FACET_COLUMNS[facet];
    const values = vocabularies[facet].ids.length;
    const [none] = await target.entry.rows(
      sql`SELECT count() FROM ${events} WHERE empty(${direct})`,
    );
    totals[facet] = {
      direct: await countsOf(target, direct, values),
      all: await countsOf(target, all, values),
      none: Number(none?.[0] ?? 0),
    };
  }
  const weighed = await target.entry.rows(
    sql`SELECT weight, count() FROM ${events} GROUP BY weight ORDER BY weight DESC`,
  );
  const named = await target.entry.rows(
    sql`SELECT actor, count() FROM ${events} ARRAY JOIN arrayConcat(tookPart, mentioned) AS actor GROUP BY actor`,
  );
  const acting = await target.entry.rows(
    sql`SELECT actor, count() FROM ${events} ARRAY JOIN tookPart AS actor WHERE happened = 1 GROUP BY actor`,
  );
  const head: Head = {
    format: FORMAT,
    frame: { ...frame },
    kinds: survey.kinds,
    eventsTotal: survey.eventsTotal,
    extent: await extentOf(target),
    // Six facets out of seven never have another value than the vocabularies say.
    totals: totals as Head['totals'],
    acting: dense(acting, frame.actors?.length ?? 0),
    named: dense(named, frame.actors?.length ?? 0),
    weights: weighed.map(([weight, count]) => [Number(weight), Number(count)]),
    warnings: source.warnings(),
  };
  await put(target, KEYS.head, JSON.stringify(head));
}

async function countsOf(target: Target, column: Sql, values: number): Promise<readonly number[]> {
  const events = tableOf(target, 'events');
  const rows = await target.entry.rows(
    sql`SELECT value, count() FROM ${events} ARRAY JOIN ${column} AS value GROUP BY value`,
  );
  return dense(rows, values);
}

function dense(rows: readonly (readonly unknown[])[], total: number): readonly number[] {
  const counts = Array.from({ length: total }, () => 0);
  for (const [value, count] of rows) counts[Number(value)] = Number(count);
  return counts;
}

/** As the local engine has it: where one end is open, a day beside the other. */
async function extentOf(target: Target): Promise<Head['extent']> {
  const events = tableOf(target, 'events');
  const infinite = Number.POSITIVE_INFINITY;
  const isOpen = { start: sql`startMs = ${-infinite}`, end: sql`endMs = ${infinite}` };
  const known = sql`if(${isOpen.start}, endMs, startMs)`;
  const dayMs = sql`greatest(toFloat64(${86_400_000}), abs(${known}) * ${Number.EPSILON * 4})`;
  const [row] = await target.entry.rows(
    sql`SELECT count(), min(if(${isOpen.start}, endMs - ${dayMs}, startMs)), max(if(${isOpen.end}, startMs + ${dayMs}, endMs))
      FROM ${events} WHERE NOT (${isOpen.start} AND ${isOpen.end})`,
  );
  const [count, startMs, endMs] = (row ?? []).map(Number);
  if (count === 0 || startMs === undefined || endMs === undefined || startMs >= endMs) return null;
  return { startMs, endMs };
}
