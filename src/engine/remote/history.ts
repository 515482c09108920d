/*
 * A history that lies in a database: what is held of it here, and the ways in which questions ask for more.
 * Knows: the connection, the head, the local engine's columns. Must not know: any one question.
 */
import { EventSet, noBits, setBit } from '../local/bits.ts';
import { columnsOf, type Columns } from '../local/columns.ts';
import { nameOrderOf, type NameOrder } from '../local/nameOrder.ts';
import { vocabulariesOf, type Vocabularies } from '../local/vocabulary.ts';
import { parseEvents } from '../../model/parse.ts';
import type { HistoryEvent } from '../../model/types.ts';
import type { FacetName, Query } from '../port.ts';
import { askedRecently } from './askedRecently.ts';
import { FACET_COLUMNS } from './columns.ts';
import type { Connection, Rows } from './connection.ts';
import type { HistoryHead } from './head.ts';
import { inParts, isAt, keysOf, type RowKey } from './refs.ts';
import { joined, sql, type Sql } from './sql.ts';
import { isWhole, matching, where } from './where.ts';

export type Signal = AbortSignal | undefined;

/** Some events, whole, as the local engine has them. */
export interface Fetched {
  readonly columns: Columns;
  /** The ordinal of the event at a place; -1 for one that could not be read. */
  readonly ordinalOf: (key: Pick<RowKey, 'seat'>) => number;
  /** The events that were asked for: others are here only as something they are parts of. */
  readonly found: EventSet;
}

export interface RemoteHistory {
  readonly head: HistoryHead;
  readonly vocabularies: Vocabularies;
  readonly nameOrder: NameOrder;
  /** The alphabetical place of each actor. */
  readonly actorRanks: () => Uint32Array;
  /** Vocabularies and head as the local engine has them, without any event. */
  readonly frame: Columns;
  readonly ask: (query: Sql, signal: Signal) => Promise<Rows>;
  /** How many events a query means. */
  matched(query: Query, signal: Signal): Promise<number>;
  /** How many of the events that meet all conditions have each value of a list in a column. */
  counts(
    column: Sql,
    valuesTotal: number,
    conditions: readonly Sql[],
    signal: Signal,
  ): Promise<Uint32Array>;
  /**
   * How many of the events that meet all conditions have each value of some facets, counted in one walk
   * through them.
   */
  facetCounts(
    facets: readonly FacetName[],
    way: 'direct' | 'all',
    conditions: readonly Sql[],
    signal: Signal,
  ): Promise<FacetCounts>;
  /**
   * The whole events at these places, as the local engine has them; with all that they are parts of,
   * whose places they inherit, or without, where that makes no difference.
   */
  eventsAt(keys: readonly RowKey[], isWithWholes: boolean, signal: Signal): Promise<Fetched>;
  /** The whole events that meet all conditions; ask only where there are few. */
  eventsWhere(conditions: readonly Sql[], signal: Signal): Promise<Fetched>;
}

export interface FacetCounts {
  /** How many events there are. */
  readonly matched: number;
  /** By facet: how many have each value, and how many have none. */
  readonly counts: ReadonlyMap<FacetName, Uint32Array>;
  readonly none: ReadonlyMap<FacetName, number>;
}

/** Counts of the values of a facet, 80 kB for 20,000 of them. */
const COUNTS_KEPT = 48;
export function remoteHistory(connection: Connection, head: HistoryHead): RemoteHistory {
  const vocabularies = vocabulariesOf(head.dataset, head.kinds);
  const countsKept = askedRecently<Uint32Array>(COUNTS_KEPT);
  const numbersKept = askedRecently<number>(COUNTS_KEPT);
  const ask: RemoteHistory['ask'] = (query, signal) => connection.ask(query, signal);

  const counts: RemoteHistory['counts'] = (column, valuesTotal, conditions, signal) => {
    const query = sql`SELECT value, count() FROM events ARRAY JOIN ${column} AS value ${where(conditions)} GROUP BY value`;
    return countsKept(query.text, async () => countsIn(await ask(query, signal), valuesTotal));
  };

  const recordsAt = async (keys: readonly RowKey[], signal: Signal): Promise<Rows> => {
    const rows = await Promise.all(
      inParts(keys).map((some) =>
        ask(sql`SELECT seat, wholes, record FROM events WHERE ${isAt(some)}`, signal),
      ),
    );
    return rows.flat();
  };

  const eventsOf = async (
    records: Rows,
    isWithWholes: boolean,
    signal: Signal,
  ): Promise<Fetched> => {
    const read = eventsIn(records);
    const asked = read.map(({ event }) => event.id);
    const known = new Set(asked);
    // Each event names all that it is a part of, at any remove.
    const parts = isWithWholes ? read : [];
    const missing = [...new Set(parts.flatMap(({ wholes }) => wholes))].filter(
      (id) => !known.has(id),
    );
    const wholes = await keysOf(ask, { own: missing }, signal);
    read.push(...eventsIn(await recordsAt(wholes, signal)));
    const events = read.toSorted((a, b) => a.seat - b.seat).map(({ event }) => event);
    const columns = columnsOf({ ...head.dataset, events }, vocabularies);
    const idOf = new Map(read.map(({ seat, event }) => [seat, event.id]));
    return {
      columns,
      found: setOf(columns, asked),
      ordinalOf: ({ seat }) => columns.ordinalOf.get(idOf.get(seat) ?? '') ?? -1,
    };
  };

  const nameOrder = nameOrderOf(head.dataset);
  const actorNames = { names: (head.dataset.actors ?? []).map(({ name }) => name) };
  return {
    head,
    vocabularies,
    nameOrder,
    actorRanks: () => nameOrder(actorNames),
    frame: columnsOf(head.dataset, vocabularies),
    ask,
    counts,
    async matched(query, signal) {
      if (isWhole(query)) return head.eventsTotal;
      const asked = sql`SELECT count() FROM events ${where(matching(vocabularies, query))}`;
      return numbersKept(asked.text, async () => {
        const [row] = await ask(asked, signal);
        return Number(row?.[0] ?? 0);
      });
    },
    async facetCounts(facets, way, conditions, signal) {
      // One list of numbers holds the values of all facets, each in a stretch of its own, with one more
      // for having none; and the last number is every event's.
      const parts: Sql[] = [];
      const starts: number[] = [];
      let next = 0;
      for (const facet of facets) {
        const column = FACET_COLUMNS[facet][way];
        const total = vocabularies[facet].ids.length;
        parts.push(
          sql`if(empty(${column}), [toUInt32(${next + total})], arrayMap(value -> toUInt32(value + ${next}), ${column}))`,
        );
        starts.push(next);
        next += total + 1;
      }
      const list = sql`arrayConcat(${joined([...parts, sql`[toUInt32(${next})]`], sql`, `)})`;
      const all = await counts(list, next + 1, conditions, signal);
      const ends = facets.map((facet, i) => (starts[i] ?? 0) + vocabularies[facet].ids.length);
      return {
        matched: all[next] ?? 0,
        counts: new Map(facets.map((facet, i) => [facet, all.subarray(starts[i], ends[i])])),
        none: new Map(facets.map((facet, i) => [facet, all[ends[i] ?? 0] ?? 0])),
      };
    },
    async eventsAt(keys, isWithWholes, signal) {
      return eventsOf(await recordsAt(keys, signal), isWithWholes, signal);
    },
    async eventsWhere(conditions, signal) {
      const query = sql`SELECT seat, wholes, record FROM events ${where(conditions)}`;
      return eventsOf(await ask(query, signal), true, signal);
    },
  };
}

function setOf(columns: Columns, ids: readonly string[]): EventSet {
  const bits = noBits(columns.events.length);
  for (const id of ids) {
    const ordinal = columns.ordinalOf.get(id);
    if (ordinal !== undefined) setBit(bits, ordinal);
  }
  return new EventSet(bits);
}

function countsIn(rows: Rows, valuesTotal: number): Uint32Array {
  const counts = new Uint32Array(valuesTotal);
  for (const [value, count] of rows) counts[Number(value)] = Number(count);
  return counts;
}

interface ReadEvent {
  readonly event: HistoryEvent;
  readonly seat: number;
  readonly wholes: readonly string[];
}

/** A database is a stranger as a file is: what cannot be read is left out. */
function eventsIn(rows: Rows): ReadEvent[] {
  const { events, origins } = parseEvents(rows.map(([, , record]) => jsonIn(record)));
  return events.map((event, i) => {
    const [seat, wholes] = rows[origins[i] ?? -1] ?? [];
    return { event, seat: Number(seat), wholes: Array.isArray(wholes) ? wholes.map(String) : [] };
  });
}

function jsonIn(record: unknown): unknown {
  try {
    return JSON.parse(String(record));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
