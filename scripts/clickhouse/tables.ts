/*
 * The tables of a history: on one server, or spread over those of a cluster.
 * Knows: the columns, ClickHouse's engines. Must not know: what is written into them.
 */
import { EVENT_COLUMNS } from '../../src/engine/remote/columns.ts';
import { joined, named, sql, type Sql } from '../../src/engine/remote/sql.ts';
import type { Server } from './server.ts';

/** Where a history goes. */
export interface Target {
  /** The server that is asked later on. */
  readonly entry: Server;
  readonly database: string;
  /** Null: all of it lies on that server. */
  readonly cluster: { readonly name: string; readonly nodes: readonly Server[] } | null;
}

export async function createTables({ entry, database, cluster }: Target): Promise<void> {
  const base = named(database);
  const columns = joined(
    Object.entries(EVENT_COLUMNS).map(([name, type]) => sql`${named(name)} ${typeOf(type)}`),
    sql`, `,
  );
  // Small granules: single events are looked up all over the table, and each costs a whole granule.
  const stored = sql`ENGINE = MergeTree() PARTITION BY tuple() ORDER BY (span, ord, endMs, seat) SETTINGS index_granularity = 1024`;
  for (const server of new Set([entry, ...(cluster?.nodes ?? [])])) {
    await server.run(sql`CREATE DATABASE IF NOT EXISTS ${base}`);
  }
  await entry.run(
    sql`CREATE TABLE IF NOT EXISTS ${base}.history (key String, value String) ENGINE = MergeTree() PARTITION BY tuple() ORDER BY key`,
  );
  if (cluster === null) {
    await entry.run(sql`CREATE TABLE IF NOT EXISTS ${base}.events (${columns}) ${stored}`);
    return;
  }
  for (const node of cluster.nodes) {
    await node.run(sql`CREATE TABLE IF NOT EXISTS ${base}.events_here (${columns}) ${stored}`);
  }
  await entry.run(
    sql`CREATE TABLE IF NOT EXISTS ${base}.events (${columns}) ENGINE = Distributed(${named(cluster.name)}, ${base}, events_here, root)`,
  );
}

export async function dropTables({ entry, database, cluster }: Target): Promise<void> {
  const base = named(database);
  for (const server of new Set([entry, ...(cluster?.nodes ?? [])])) {
    await server.run(sql`CREATE DATABASE IF NOT EXISTS ${base}`);
    for (const table of ['events', 'events_here', 'history']) {
      await server.run(sql`DROP TABLE IF EXISTS ${base}.${named(table)}`);
    }
  }
}

function typeOf(type: (typeof EVENT_COLUMNS)[keyof typeof EVENT_COLUMNS]): Sql {
  const item = /^Array\((\w+)\)$/.exec(type)?.[1];
  return item === undefined ? named(type) : sql`Array(${named(item)})`;
}
