/*
 * Asks a ClickHouse server over HTTP and reads its rows.
 * Knows: requests, answers, cancelling. Must not know: tables, questions.
 *
 * A request is one that a page may send without asking first (a plain POST of text): old servers do not
 * answer such a preflight. So the user stands in the address of the request, never in a header.
 */
import type { DatabaseAddress } from './address.ts';
import { notClickHouse, serverFault, silent, tooSlow, unreachable } from './faults.ts';
import { sql, type Sql } from './sql.ts';

export type Rows = readonly (readonly unknown[])[];

export interface Connection {
  readonly address: DatabaseAddress;
  /** Rejects with an AbortError where the signal aborts, and then stops the query at the server too. */
  ask(query: Sql, signal: AbortSignal | undefined): Promise<Rows>;
  /** The same of the server, not of its database. */
  askServer(query: Sql, signal: AbortSignal | undefined): Promise<Rows>;
  close(): void;
}

/** Longer than the server's own limit, which has the better words. */
const PATIENCE_SECONDS = 60;

export function connectTo(
  address: DatabaseAddress,
  patienceSeconds: number = PATIENCE_SECONDS,
): Connection {
  /** One for each question that is under way. */
  const leavings = new Set<AbortController>();
  const closing = new AbortController();
  let hasAnswered = false;
  const askIn = async (
    database: string | null,
    query: Sql,
    signal: AbortSignal | undefined,
  ): Promise<Rows> => {
    signal?.throwIfAborted();
    closing.signal.throwIfAborted();
    const patience = AbortSignal.timeout(patienceSeconds * 1000);
    const leaving = new AbortController();
    const leave = (): void => leaving.abort();
    leavings.add(leaving);
    patience.addEventListener('abort', leave);
    signal?.addEventListener('abort', leave);
    const id = queryId();
    try {
      const rows = await read(address, await post(address, database, id, query, leaving.signal));
      hasAnswered = true;
      return rows;
    } catch (error) {
      // A server only sees that nobody listens when it next has something to say: it is told.
      if (leaving.signal.aborted) stop(address, id);
      signal?.throwIfAborted();
      closing.signal.throwIfAborted();
      if (patience.aborted) throw tooSlow(address, patienceSeconds);
      if (!(error instanceof TypeError)) throw error;
      throw hasAnswered ? silent(address) : unreachable(address);
    } finally {
      leavings.delete(leaving);
      patience.removeEventListener('abort', leave);
      signal?.removeEventListener('abort', leave);
    }
  };
  return {
    address,
    ask: (query, signal) => askIn(address.database, query, signal),
    askServer: (query, signal) => askIn(null, query, signal),
    close() {
      closing.abort(new DOMException('The history was closed.', 'AbortError'));
      for (const leaving of leavings) leaving.abort();
    },
  };
}

/** As randomUUID, which pages have only where they came by https. */
function queryId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(numbers, (each) => each.toString(16).padStart(8, '0')).join('');
}

function post(
  address: DatabaseAddress,
  database: string | null,
  id: string,
  query: Sql,
  signal: AbortSignal | null,
): Promise<Response> {
  const { url, user, password } = address;
  const given = new URLSearchParams({
    query_id: id,
    default_format: 'JSONCompact',
    ...(database === null ? {} : { database }),
  });
  if (user !== '') given.set('user', user);
  if (password !== '') given.set('password', password);
  return fetch(`${url}?${given.toString()}`, {
    method: 'POST',
    body: query.text,
    headers: { 'Content-Type': 'text/plain' },
    credentials: 'omit',
    signal,
  });
}

async function read(address: DatabaseAddress, response: Response): Promise<Rows> {
  const text = await response.text();
  if (!response.ok) throw serverFault(address, text) ?? notClickHouse(address, response.status);
  const answer = parsed(text);
  // What fails after its first rows has been sent says so at the end of them.
  if (answer === null) {
    const fault = serverFault(address, text.slice(Math.max(0, text.lastIndexOf('Code: '))));
    throw fault ?? notClickHouse(address, response.status);
  }
  return answer;
}

/** Null for what is not an answer in the format JSONCompact. */
function parsed(text: string): Rows | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('data' in value)) return null;
  const { data } = value;
  return Array.isArray(data) && data.every((row) => Array.isArray(row)) ? data : null;
}

/** Whoever may ask may also stop what they asked. That it comes too late is no fault. */
function stop(address: DatabaseAddress, id: string): void {
  const kill = sql`KILL QUERY WHERE query_id = ${id} ASYNC`;
  post(address, null, queryId(), kill, null).then(
    (response) => response.body?.cancel(),
    () => undefined,
  );
}
