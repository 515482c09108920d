/*
 * A history to measure with: made up, and in the database.
 * Knows: the made-up histories, the loader, the tables. Must not know: questions, how servers are started.
 *
 * The first twentieth is made up and loaded as any history is; the rest are copies of it, with ids and ranks
 * of their own, as making five million of them here would take longer than all the rest.
 */
import { eventsOf, frameOf } from '../../bench/madeUpHistory.ts';
import { EVENT_COLUMNS } from '../../src/engine/remote/columns.ts';
import { joined, named, sql, type Sql } from '../../src/engine/remote/sql.ts';
import type { HistoryEvent } from '../../src/model/types.ts';
import { finishLoad, load } from './load.ts';
import { surveyOf } from './rows.ts';
import type { Server } from './server.ts';
import { streamedSource } from './sources.ts';
import { createTables, type Target } from './tables.ts';

const COPIES = 20;

export interface NamedCluster {
  readonly name: string;
  readonly nodes: readonly Server[];
}

/** Whether a database holds a history to its end. */
export async function isLoaded(entry: Server, database: string): Promise<boolean> {
  const found = await entry.rows(
    sql`SELECT 1 FROM system.tables WHERE database = ${database} AND name = 'history'`,
  );
  if (found.length === 0) return false;
  const heads = await entry.rows(
    sql`SELECT 1 FROM ${named(database)}.history WHERE key = 'head' LIMIT 1`,
  );
  return heads.length > 0;
}

/** Replaces what the database holds. `events` is rounded to a whole number of copies. */
export async function loadMadeUp(
  events: number,
  { name, nodes }: NamedCluster,
  database: string,
  say: (line: string) => void,
): Promise<void> {
  const [entry] = nodes;
  if (entry === undefined) throw new Error('No server to load into.');
  const target: Target = { entry, database, cluster: { name, nodes } };
  const startMs = performance.now();
  const seconds = (): string => `${((performance.now() - startMs) / 1000).toFixed(0)} s`;
  const first = Math.round(events / COPIES);
  function* made(): Generator<HistoryEvent> {
    let count = 0;
    for (const event of eventsOf({ events })) {
      if (count++ === first) return;
      yield event;
    }
  }
  const source = streamedSource(frameOf({ events }), made, `made up, ${String(events)}`);
  await load(source, target, { replaces: true });
  say(`${String(first)} events loaded after ${seconds()}`);
  for (let copy = 1; copy < COPIES; copy++) {
    // One after the other: a copy reads what was loaded, and two cores have enough to do.
    for (const node of nodes) await node.run(copying(database, copy, first));
  }
  await entry.run(sql`DROP TABLE ${named(database)}.history`);
  await createTables(target);
  const { kinds } = await surveyOf(made);
  await finishLoad(source, target, { eventsTotal: first * COPIES, kinds });
  say(`${String(first * COPIES)} events are there after ${seconds()}`);
}

/** The rows of a server once more, as other events of the same times. */
function copying(database: string, copy: number, first: number): Sql {
  const suffix = `-${String(copy)}`;
  const changed: Readonly<Record<string, Sql>> = {
    seat: sql`seat + ${copy * first}`,
    root: sql`root + ${copy * first}`,
    id: sql`concat(id, ${suffix})`,
    partOf: sql`if(partOf = '', '', concat(partOf, ${suffix}))`,
    wholes: sql`arrayMap(whole -> concat(whole, ${suffix}), wholes)`,
    linksTo: sql`arrayMap(to -> concat(to, ${suffix}), linksTo)`,
    rank: sql`intDiv(rank, 4294967296) * 4294967296 + sipHash64(concat(id, ${suffix})) % 4294967296`,
    // It begins with the id.
    record: sql`concat(${'{"id":"'}, id, ${`${suffix}"`}, substring(record, length(id) + 9))`,
  };
  const names = Object.keys(EVENT_COLUMNS);
  const columns = joined(
    names.map((name) => named(name)),
    sql`, `,
  );
  const values = joined(
    names.map((name) => changed[name] ?? named(name)),
    sql`, `,
  );
  const table = sql`${named(database)}.events_here`;
  return sql`INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} WHERE seat < ${first}`;
}

/** What a server's disk and memory hold of a database, table by table. */
export async function sizesOf(node: Server, database: string): Promise<readonly string[]> {
  const rows = await node.rows(
    sql`SELECT table, sum(rows), sum(bytes_on_disk), sum(primary_key_bytes_in_memory), count() FROM system.parts
      WHERE active AND database = ${database} GROUP BY table ORDER BY table`,
  );
  return rows.map(
    ([table, events, disk, index, parts]) =>
      `${String(table)}: ${String(events)} rows, ${String(disk)} bytes on disk, ${String(index)} bytes of index in memory, ${String(parts)} parts`,
  );
}
