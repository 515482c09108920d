/*
 * Where in the table an event lies of which only the id is known, and who names that id.
 * Knows: the tables `refs` and `events`, how rows are sorted. Must not know: what is done with events.
 *
 * Events are sorted by time: to look for an id among them would read them all. `refs` is sorted by ids.
 */
import { REFS } from './columns.ts';
import type { Rows } from './connection.ts';
import { anyOf, joined, sql, type Sql } from './sql.ts';

type Signal = AbortSignal | undefined;
type Ask = (query: Sql, signal: Signal) => Promise<Rows>;

/** Where a row lies in the table: what it is sorted by, so that few rows are read to find it again. */
export interface RowKey {
  readonly span: number;
  readonly ord: number;
  readonly endMs: number;
  readonly seat: number;
}

/** What every list of rows begins with; what follows is the question's own. */
export const KEY_COLUMNS = sql`span, ord, endMs, seat`;
export const KEY_LENGTH = 4;
/** Keys in one question: a server reads no more than 256 KiB of it. */
const KEYS_AT_ONCE = 1000;

/** Numbers that may be beyond all numbers, which JSON does not have: ends that are open. */
export function keyIn(row: readonly unknown[]): RowKey {
  const [span, ord, endMs, seat] = row;
  return { span: Number(span), ord: openable(ord), endMs: openable(endMs), seat: Number(seat) };
}

function openable(value: unknown): number {
  return value === null ? Number.POSITIVE_INFINITY : Number(value);
}

/** That a row lies at one of these places; `keys` is not empty. */
export function isAt(keys: readonly RowKey[]): Sql {
  const places = joined(
    keys.map(({ span, ord, endMs, seat }) => sql`${[span, ord, endMs, seat]}`),
    sql`,`,
  );
  return sql`(${KEY_COLUMNS}) IN (${places})`;
}

/** What an id is looked for as. */
export interface Refs {
  readonly own?: readonly string[];
  readonly partOf?: readonly string[];
  readonly linksTo?: readonly string[];
}

/** The places of all events that are one of these, are a part of one or link to one; each once. */
export async function keysOf(
  ask: Ask,
  { own = [], partOf = [], linksTo = [] }: Refs,
  signal: Signal,
): Promise<readonly RowKey[]> {
  const wanted = [
    { refKind: REFS.own, ids: own },
    { refKind: REFS.partOf, ids: partOf },
    { refKind: REFS.linksTo, ids: linksTo },
  ].flatMap(({ refKind, ids }) => inParts(ids).map((some) => ({ refKind, some })));
  if (wanted.length === 0) return [];
  const isWanted = wanted.map(({ refKind, some }) => sql`ref IN ${some} AND refKind = ${refKind}`);
  const rows = await ask(
    sql`SELECT DISTINCT ${KEY_COLUMNS} FROM refs WHERE ${anyOf(isWanted)}`,
    signal,
  );
  return rows.map(keyIn);
}

export function inParts<T>(items: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let i = 0; i < items.length; i += KEYS_AT_ONCE) parts.push(items.slice(i, i + KEYS_AT_ONCE));
  return parts;
}
