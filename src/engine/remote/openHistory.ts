/*
 * Opens a history that lies in a database, and answers the port's questions about it.
 * Knows: the parts in this folder. Must not know: workers, the page.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { describeHistory } from '../local/describe.ts';
import type { Engine, OpenFailure } from '../port.ts';
import { readDatabaseAddress } from './address.ts';
import { KEYS } from './columns.ts';
import { connectTo, type Connection } from './connection.ts';
import { DatabaseError, noDatabase } from './faults.ts';
import { facetsWithValues, readHead, type HistoryHead } from './head.ts';
import { askDetails } from './details.ts';
import { askEvents } from './events.ts';
import { askFacets } from './facets.ts';
import { remoteHistory, type RemoteHistory } from './history.ts';
import { networksFrom } from './network.ts';
import { placesFrom } from './places.ts';
import { askRelated } from './related.ts';
import { askSearch } from './search.ts';
import { sql } from './sql.ts';
import { statisticsFrom } from './statistics.ts';
import { timelineFrom } from './timeline.ts';

/** How much is fetched rather than counted there. */
export interface RemoteLimits {
  /** Events whose whole network is worked out here. */
  readonly networkEvents: number;
  /** The weightiest of more events, where one actor or two kinds of nodes are told from a part. */
  readonly sampleEvents: number;
  /** Actors among whom ties are counted where there are more events than that. */
  readonly networkActors: number;
  /** Pairs of actors that are counted in all. */
  readonly pairs: number;
  /** Events that are looked at in one go for those that are drawn by themselves. */
  readonly marksBatch: number;
  /** From this row on, a page in order of time is looked up where it lies, not counted up to. */
  readonly seekFrom: number;
}

export const LIMITS: RemoteLimits = {
  networkEvents: 3000,
  sampleEvents: 1000,
  networkActors: 300,
  pairs: 1_000_000,
  // Several times what is drawn: of bursts, most find their cell full.
  marksBatch: 1000,
  seekFrom: 20_000,
};

/** Fails in words: no address, no answer, no history there. */
export async function openHistory(
  address: string,
  limits: RemoteLimits = LIMITS,
): Promise<Result<Engine, OpenFailure>> {
  const read = readDatabaseAddress(address);
  if (!read.ok) return fail(failure('unreachable', read.error));
  const connection = connectTo(read.value);
  try {
    const head = await readHistoryHead(connection);
    if (head.ok) return ok(remoteEngine(remoteHistory(connection, head.value), connection, limits));
    return fail(failure('invalid', head.error));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { message } = await moreOf(error, connection);
    return fail(failure('unreachable', message));
  }
}

/** Old servers refuse a database before they let a page read why: whether they answer at all tells it. */
async function moreOf(error: DatabaseError, connection: Connection): Promise<DatabaseError> {
  if (!error.isSilence) return error;
  try {
    await connection.askServer(sql`SELECT 1`, undefined);
    return noDatabase(connection.address);
  } catch (other) {
    if (other instanceof DatabaseError) return error;
    throw other;
  }
}

async function readHistoryHead(connection: Connection): Promise<Result<HistoryHead, string>> {
  const { database } = connection.address;
  const rows = await connection.ask(
    sql`SELECT key, value FROM history WHERE key IN ${[KEYS.head, KEYS.load]} ORDER BY key`,
    undefined,
  );
  const head = rows.find(([key]) => key === KEYS.head);
  if (head !== undefined) return readHead(String(head[1]));
  return fail(
    rows.length === 0
      ? `The database “${database}” holds no history yet. Load one (docs/clickhouse.md).`
      : `The history in the database “${database}” is not loaded to its end. Wait for the loader, or start it again: it goes on where it stopped.`,
  );
}

function remoteEngine(
  history: RemoteHistory,
  connection: Connection,
  limits: RemoteLimits,
): Engine {
  const { head, frame } = history;
  const timeline = timelineFrom(history, limits.marksBatch);
  const statistics = statisticsFrom(history, limits);
  const networks = networksFrom(history, limits);
  const places = placesFrom(history);
  return {
    dataset: (signal) =>
      new Promise((resolve) => {
        signal?.throwIfAborted();
        const { extent, eventsTotal } = head;
        const facets = facetsWithValues(head);
        resolve(describeHistory(frame, head.warnings, { extent, eventsTotal, facets }));
      }),
    facets: (question, signal) => askFacets(history, question, signal),
    timeline,
    statistics,
    events: (question, signal) => askEvents(history, question, limits.seekFrom, signal),
    related: (highlight, signal) => askRelated(history, highlight, signal),
    network: networks.network,
    neighbours: networks.neighbours,
    places,
    details: (ref, signal) => askDetails(history, ref, signal),
    search: (question, signal) => askSearch(history, question, signal),
    // It is read here and changed where it is.
    desk: null,
    close: () => connection.close(),
  };
}

function failure(kind: OpenFailure['kind'], message: string): OpenFailure {
  return { kind, message, problems: [], problemsTotal: 0 };
}
