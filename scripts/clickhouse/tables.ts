/*
 * The tables of a history: on one server, or spread over those of a cluster.
 * Knows: the columns, ClickHouse's engines. Must not know: what is written into them.
 */
import { EVENT_COLUMNS, REF_COLUMNS, REFS } from '../../src/engine/remote/columns.ts';
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
  const events = columnsOf(EVENT_COLUMNS);
  const refs = columnsOf(REF_COLUMNS);
  // Small granules: single events are looked up all over the table, and each costs a whole granule.
  const orderedBy = (key: Sql): Sql =>
    sql`ENGINE = MergeTree() PARTITION BY tuple() ORDER BY ${key} SETTINGS index_granularity = 1024`;
  const storedEvents = orderedBy(sql`(span, ord, endMs, seat)`);
  const storedRefs = orderedBy(sql`(ref, refKind)`);
  for (const server of new Set([entry, ...(cluster?.nodes ?? [])])) {
    await server.run(sql`CREATE DATABASE IF NOT EXISTS ${base}`);
  }
  await entry.run(
    sql`CREATE TABLE IF NOT EXISTS ${base}.history (key String, value String) ENGINE = MergeTree() PARTITION BY tuple() ORDER BY key`,
  );
  if (cluster === null) {
    await entry.run(sql`CREATE TABLE IF NOT EXISTS ${base}.events (${events}) ${storedEvents}`);
    await entry.run(sql`CREATE TABLE IF NOT EXISTS ${base}.refs (${refs}) ${storedRefs}`);
    return;
  }
  for (const node of cluster.nodes) {
    await node.run(sql`CREATE TABLE IF NOT EXISTS ${base}.events_here (${events}) ${storedEvents}`);
    await node.run(sql`CREATE TABLE IF NOT EXISTS ${base}.refs_here (${refs}) ${storedRefs}`);
  }
  await entry.run(
    sql`CREATE TABLE IF NOT EXISTS ${base}.events (${events}) ENGINE = Distributed(${named(cluster.name)}, ${base}, events_here, root)`,
  );
  await entry.run(
    sql`CREATE TABLE IF NOT EXISTS ${base}.refs (${refs}) ENGINE = Distributed(${named(cluster.name)}, ${base}, refs_here)`,
  );
}

/** Writes where which event lies, on each server from what it holds; what was written before goes. */
export async function fillRefs({ entry, database, cluster }: Target): Promise<void> {
  const base = named(database);
  const { own, partOf, linksTo } = REFS;
  const fill = async (server: Server, events: Sql, refs: Sql): Promise<void> => {
    await server.run(sql`TRUNCATE TABLE ${refs}`);
    await server.run(
      sql`INSERT INTO ${refs} (ref, refKind, span, ord, endMs, seat)
        SELECT ref, refKind, span, ord, endMs, seat FROM ${events}
        ARRAY JOIN arrayConcat([id, partOf], linksTo) AS ref,
          arrayConcat([toUInt8(${own}), toUInt8(${partOf})], arrayMap(to -> toUInt8(${linksTo}), linksTo)) AS refKind
        WHERE ref != ''`,
    );
  };
  if (cluster === null) return fill(entry, sql`${base}.events`, sql`${base}.refs`);
  await Promise.all(
    cluster.nodes.map((node) => fill(node, sql`${base}.events_here`, sql`${base}.refs_here`)),
  );
}

export async function dropTables({ entry, database, cluster }: Target): Promise<void> {
  const base = named(database);
  for (const server of new Set([entry, ...(cluster?.nodes ?? [])])) {
    await server.run(sql`CREATE DATABASE IF NOT EXISTS ${base}`);
    for (const table of ['events', 'events_here', 'refs', 'refs_here', 'history']) {
      await server.run(sql`DROP TABLE IF EXISTS ${base}.${named(table)}`);
    }
  }
}

function columnsOf(columns: typeof EVENT_COLUMNS | typeof REF_COLUMNS): Sql {
  return joined(
    Object.entries(columns).map(([name, type]) => sql`${named(name)} ${typeOf(type)}`),
    sql`, `,
  );
}

function typeOf(type: (typeof EVENT_COLUMNS)[keyof typeof EVENT_COLUMNS]): Sql {
  const item = /^Array\((\w+)\)$/.exec(type)?.[1];
  return item === undefined ? named(type) : sql`Array(${named(item)})`;
}
