/**
 * Whatever is typed, or stands in an address, is a value and nothing else: both engines answer it alike, and
 * the tables are as they were.
 */
import { isDeepStrictEqual } from 'node:util';
import { array, constantFrom, oneof, sample, string } from 'fast-check';
import { beforeAll, expect, inject, test } from 'vitest';
import { load } from '../../scripts/clickhouse/load.ts';
import { serverAt } from '../../scripts/clickhouse/server.ts';
import { sourceOf } from '../../scripts/clickhouse/sources.ts';
import { createLocalEngine } from '../../src/engine/local/localEngine.ts';
import { FACETS, type Engine, type Query } from '../../src/engine/port.ts';
import { openHistory } from '../../src/engine/remote/openHistory.ts';
import { sql } from '../../src/engine/remote/sql.ts';
import { oddHistory } from './histories.ts';

const TEXTS = 60;
const url = inject('servers')[0] ?? '';
const entry = serverAt(url);
const dataset = oddHistory(300, 11);

const pieces = constantFrom(
  "'",
  "\\'",
  "''",
  "') OR 1=1 --",
  "'; DROP TABLE hostile.events; --",
  "' UNION ALL SELECT name FROM system.tables --",
  '\\',
  '\\\\',
  '\0',
  '\n',
  '`',
  '"',
  '/*',
  '{x:String}',
  '%',
  '_',
  '⁠',
  'ß',
  'İ',
);
const texts = sample(
  array(oneof(pieces, string({ unit: 'binary', maxLength: 6 })), { minLength: 1, maxLength: 4 }),
  { numRuns: TEXTS, seed: 6 },
).map((some) => some.join(''));

/** Every place of a question that a text gets into. */
function questionsWith(text: string): Readonly<Record<string, (engine: Engine) => unknown>> {
  const all: Query = { clauses: [], during: null, words: '', includesParts: true };
  const words: Query = { ...all, words: text };
  const clauses: Query = {
    ...all,
    clauses: [
      { facet: 'organisation', any: [text], all: [], none: [] },
      { facet: 'theme', any: [], all: [text], none: [text] },
    ],
  };
  const window = { startMs: Date.UTC(1990, 0), endMs: Date.UTC(2030, 0) };
  const facets = FACETS.map((facet) => ({ facet, find: text, limit: 5 }));
  const network = {
    query: all,
    window: null,
    mode: 'actors',
    ties: ['together', 'stated'],
    includesTentative: true,
    measure: 'events',
    hasCommunities: false,
    ego: { actor: text, depth: 1 },
    chain: { from: text, to: text },
    nodesLimit: 20,
    tiesLimit: 20,
    keep: [text],
  } as const;
  const page = { sort: { by: 'title', isDescending: false }, offset: 0, limit: 9 } as const;
  return {
    facets: (engine) => engine.facets({ query: words, facets }),
    clauses: (engine) => engine.facets({ query: clauses, facets }),
    events: (engine) => engine.events({ ...page, query: words }),
    timeline: (engine) =>
      engine.timeline({
        query: words,
        laneBy: 'theme',
        window,
        widthPx: 900,
        rest: 'fade',
        marksLimit: 9,
        lanesLimit: 4,
        binPx: 14,
        keep: [text],
      }),
    search: (engine) => engine.search({ text, limit: 9 }),
    event: (engine) => engine.details({ kind: 'event', id: text }),
    actor: (engine) => engine.details({ kind: 'actor', id: text }),
    relatedEvent: (engine) => engine.related({ kind: 'event', id: text }),
    relatedPlace: (engine) => engine.related({ kind: 'place', id: text }),
    network: (engine) => engine.network(network),
    neighbours: (engine) =>
      engine.neighbours({ ...network, actor: text, limit: 9, eventsLimit: 9 }),
  };
}

let remote: Engine;

beforeAll(async () => {
  const nodes = inject('servers').map((each) => serverAt(each));
  const cluster = { name: inject('cluster'), nodes };
  await load(sourceOf(dataset, 'hostile'), { entry, database: 'hostile', cluster });
  const opened = await openHistory(`clickhouse:${url.replace('//', '//reader@')}hostile`);
  if (!opened.ok) throw new Error(opened.error.message);
  remote = opened.value;
});

test(`${String(TEXTS)} hostile texts are answered as the local engine does, wherever they stand`, async () => {
  const local = createLocalEngine(dataset, []);
  const differing: string[] = [];
  const waiting = [...texts];
  const lane = async (): Promise<void> => {
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
      for (const [kind, ask] of Object.entries(questionsWith(text))) {
        const answers = await Promise.allSettled([ask(local), ask(remote)]);
        const [here, there] = answers;
        if (!isDeepStrictEqual(here, there)) {
          differing.push(`${kind} ${JSON.stringify(text)}: ${JSON.stringify(there).slice(0, 200)}`);
        }
      }
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  expect(differing).toEqual([]);
  const [row] = await entry.rows(sql`SELECT count(), uniqExact(id) FROM hostile.events`);
  expect(row?.map(Number)).toEqual([300, 300]);
});
