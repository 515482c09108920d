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
import type { Query } from '../port.ts';
import type { Connection, Rows } from './connection.ts';
import { countingFrom, type Counting } from './counting.ts';
import type { HistoryHead } from './head.ts';
import { inParts, isAt, keysOf, type RowKey } from './refs.ts';
import { sql, type Sql } from './sql.ts';
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

export interface RemoteHistory extends Counting {
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
  /**
   * The whole events at these places, as the local engine has them; with all that they are parts of,
   * whose places they inherit, or without, where that makes no difference.
   */
  eventsAt(keys: readonly RowKey[], isWithWholes: boolean, signal: Signal): Promise<Fetched>;
  /** The whole events that meet all conditions; ask only where there are few. */
  eventsWhere(conditions: readonly Sql[], signal: Signal): Promise<Fetched>;
}

export function remoteHistory(connection: Connection, head: HistoryHead): RemoteHistory {
  const vocabularies = vocabulariesOf(head.dataset, head.kinds);
  const ask: RemoteHistory['ask'] = (query, signal) => connection.ask(query, signal);

  const counting = countingFrom(vocabularies, ask);

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
    ...counting,
    async matched(query, signal) {
      if (isWhole(query)) return head.eventsTotal;
      return counting.total(matching(vocabularies, query), signal);
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
