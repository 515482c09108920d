/*
 * How long each question takes over two servers: a table for docs/clickhouse.md.
 * Knows: the made-up histories, the engine. Must not know: how servers are started.
 *
 * The events are made up and loaded as any are; the last nineteen parts in twenty are copies of the first,
 * with ids and ranks of their own, as making five million of them here would take longer than all the rest.
 */
import { eventsOf, frameOf } from '../../bench/madeUpHistory.ts';
import type { Engine, Query, TimelineQuestion } from '../../src/engine/port.ts';
import { EVENT_COLUMNS } from '../../src/engine/remote/columns.ts';
import { openHistory } from '../../src/engine/remote/openHistory.ts';
import { joined, named, sql, type Sql } from '../../src/engine/remote/sql.ts';
import type { HistoryEvent } from '../../src/model/types.ts';
import { finishLoad, load } from './load.ts';
import { surveyOf } from './rows.ts';
import type { Server } from './server.ts';
import { streamedSource } from './sources.ts';
import { createTables, type Target } from './tables.ts';

export const versionQuery = sql`SELECT version()`;

const COPIES = 20;
const DATABASE = 'measured';

export interface Measured {
  readonly question: string;
  readonly ms: number;
}

export async function measure(
  events: number,
  cluster: { readonly name: string; readonly nodes: readonly Server[] },
  say: (line: string) => void,
): Promise<readonly Measured[]> {
  const [entry] = cluster.nodes;
  if (entry === undefined) throw new Error('No server to measure.');
  const target: Target = { entry, database: DATABASE, cluster };
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
  await load(source, target);
  say(`${String(first)} events loaded after ${seconds()}`);
  for (let copy = 1; copy < COPIES; copy++) {
    // One after the other: a copy reads what was loaded, and two cores have enough to do.
    for (const node of cluster.nodes) await node.run(copying(copy, first));
  }
  await entry.run(sql`DROP TABLE ${named(DATABASE)}.history`);
  await createTables(target);
  const { kinds } = await surveyOf(made);
  await finishLoad(source, target, { eventsTotal: first * COPIES, kinds });
  say(`${String(first * COPIES)} events are there after ${seconds()}`);

  for (const node of cluster.nodes) {
    const [parts] = await node.rows(
      sql`SELECT sum(bytes_on_disk), sum(rows), sum(primary_key_bytes_in_memory) FROM system.parts WHERE active AND database = ${DATABASE}`,
    );
    say(
      `on disk: ${(parts ?? []).map(String).join(' bytes, ')} (bytes, rows, bytes of index in memory)`,
    );
  }

  const opened = await openHistory(
    `clickhouse:${entry.url.replace('//', '//reader@')}/${DATABASE}`,
  );
  if (!opened.ok) throw new Error(opened.error.message);
  return askAll(opened.value, say);
}

/** The rows of a server once more, as other events of the same times. */
function copying(copy: number, first: number): Sql {
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
  const table = sql`${named(DATABASE)}.events_here`;
  return sql`INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} WHERE seat < ${first}`;
}

async function askAll(engine: Engine, say: (line: string) => void): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  const time = async (question: string, ask: () => Promise<unknown>): Promise<void> => {
    const startMs = performance.now();
    await ask();
    const ms = performance.now() - startMs;
    measured.push({ question, ms });
    say(`${question}: ${ms.toFixed(0)} ms`);
  };
  const history = await engine.dataset();
  const organisation = history.actors.find(({ kind }) => kind === 'organisation')?.id ?? '';
  const person = history.actors.find(({ kind }) => kind === 'person')?.id ?? '';
  const all: Query = { clauses: [], during: null, words: '', includesParts: true };
  const filtered: Query = {
    ...all,
    clauses: [{ facet: 'organisation', any: [organisation], all: [], none: [] }],
  };
  const twice: Query = {
    ...filtered,
    clauses: [...filtered.clauses, { facet: 'theme', any: ['t0', 't1'], all: [], none: [] }],
  };
  const year = { startMs: Date.UTC(2010, 0), endMs: Date.UTC(2011, 0) };
  const facets = history.facets.map((facet) => ({ facet, find: '', limit: 8 }));
  const timeline: TimelineQuestion = {
    query: all,
    laneBy: 'theme',
    window: history.extent,
    widthPx: 1440,
    rest: 'fade',
    marksLimit: 160,
    lanesLimit: 24,
    binPx: 14,
    keep: [],
  };
  const network = {
    query: all,
    window: null,
    mode: 'actors',
    ties: ['together', 'role', 'part', 'stated'],
    includesTentative: false,
    measure: 'events',
    hasCommunities: true,
    ego: null,
    chain: null,
    nodesLimit: 400,
    tiesLimit: 1600,
    keep: [],
  } as const;
  const sort = { by: 'date', isDescending: false } as const;

  await time('facets, unfiltered', () => engine.facets({ query: all, facets }));
  await time('facets, one organisation', () => engine.facets({ query: filtered, facets }));
  await time('facets, an organisation and a theme', () => engine.facets({ query: twice, facets }));
  await time('timeline, all time', () => engine.timeline(timeline));
  await time('timeline, one year', () => engine.timeline({ ...timeline, window: year }));
  const month = { startMs: year.startMs, endMs: Date.UTC(2010, 1) };
  await time('timeline, one month', () => engine.timeline({ ...timeline, window: month }));
  await time('timeline, one organisation, the rest faded', () =>
    engine.timeline({ ...timeline, query: filtered }),
  );
  await time('timeline, one organisation, the rest hidden', () =>
    engine.timeline({ ...timeline, query: filtered, rest: 'hide' }),
  );
  await time('timeline, lanes of organisations', () =>
    engine.timeline({ ...timeline, laneBy: 'organisation', window: year }),
  );
  await time('events, first page by date', () =>
    engine.events({ query: all, sort, offset: 0, limit: 60 }),
  );
  await time('events, by title under a filter', () =>
    engine.events({
      query: filtered,
      sort: { by: 'title', isDescending: true },
      offset: 0,
      limit: 60,
    }),
  );
  await time('events, page at 100,000', () =>
    engine.events({ query: all, sort, offset: 100_000, limit: 60 }),
  );
  await time('events, page in the middle', () =>
    engine.events({ query: all, sort, offset: Math.round(history.eventsTotal / 2), limit: 60 }),
  );
  await time('overview strip, 240 bins', () =>
    engine.statistics({ query: filtered, over: history.extent, bins: 240, actorsLimit: 0 }),
  );
  await time('statistics, all', () =>
    engine.statistics({ query: all, over: history.extent, bins: 240, actorsLimit: 12 }),
  );
  await time('statistics, one organisation', () =>
    engine.statistics({ query: filtered, over: history.extent, bins: 240, actorsLimit: 12 }),
  );
  await time('network, all time', () => engine.network(network));
  await time('network, one year', () => engine.network({ ...network, window: year }));
  await time('network, one organisation', () => engine.network({ ...network, query: filtered }));
  await time('network around one person', () =>
    engine.network({ ...network, ego: { actor: person, depth: 1 } }),
  );
  await time('neighbours of one person', () =>
    engine.neighbours({ ...network, actor: person, limit: 60, eventsLimit: 12 }),
  );
  await time('places, all', () =>
    engine.places({ query: all, window: null, placesLimit: 400, arcsLimit: 200 }),
  );
  await time('places, one organisation in one year', () =>
    engine.places({ query: filtered, window: year, placesLimit: 400, arcsLimit: 200 }),
  );
  await time('related, an actor', () => engine.related({ kind: 'actor', id: person }));
  await time('related, an event', () => engine.related({ kind: 'event', id: 'e1000' }));
  await time('details, an event', () => engine.details({ kind: 'event', id: 'e1000' }));
  await time('details, an actor', () => engine.details({ kind: 'actor', id: person }));
  await time('search, a common word', () => engine.search({ text: 'summit', limit: 12 }));
  await time('search, a rare one', () => engine.search({ text: 'number 123456', limit: 12 }));
  engine.close();
  return measured;
}
