/**
 * Two engines, one history, the same questions: what the local engine works out in memory and what a
 * database on two servers counts must be the same, to the last count.
 */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { load } from '../../scripts/clickhouse/load.ts';
import { serverAt } from '../../scripts/clickhouse/server.ts';
import { sourceOf } from '../../scripts/clickhouse/sources.ts';
import { createLocalEngine } from '../../src/engine/local/localEngine.ts';
import { vocabulariesOf } from '../../src/engine/local/vocabulary.ts';
import type { Engine, StatisticsQuestion } from '../../src/engine/port.ts';
import type { NetworkQuestion } from '../../src/engine/port/network.ts';
import { readHead } from '../../src/engine/remote/head.ts';
import { LIMITS, openHistory, type RemoteLimits } from '../../src/engine/remote/openHistory.ts';
import { sql } from '../../src/engine/remote/sql.ts';
import { matching, where } from '../../src/engine/remote/where.ts';
import { oddHistory } from './histories.ts';
import { questionsAbout, type AskedQuestion } from './questions.ts';

/** Where two values differ: "rows[3].title: "a" here, "b" there". */
function differencesBetween(here: unknown, there: unknown, path = ''): readonly string[] {
  if (isDeepStrictEqual(here, there)) return [];
  if (typeof here !== 'object' || typeof there !== 'object' || here === null || there === null) {
    return [`${path}: ${JSON.stringify(here)} here, ${JSON.stringify(there)} there`];
  }
  const parts = new Map(Object.entries(there));
  return [...new Set([...Object.keys(here), ...parts.keys()])].flatMap((key) =>
    differencesBetween(new Map(Object.entries(here)).get(key), parts.get(key), `${path}.${key}`),
  );
}

const QUESTIONS = 300;
/** As many as are fetched whole for a network: all measures are of everything then. */
const EVENTS = LIMITS.networkEvents;

const servers = inject('servers');
const nodes = servers.map((url) => serverAt(url));
const entry = serverAt(servers[0] ?? '');
const addressOf = (database: string): string =>
  `clickhouse:${(servers[0] ?? '').replace('//', '//reader@')}${database}`;

async function opened(database: string, limits?: RemoteLimits): Promise<Engine> {
  const engine = await openHistory(addressOf(database), limits);
  if (!engine.ok) throw new Error(engine.error.message);
  return engine.value;
}

/** Asks both the same, a few at a time, and says where they differ. */
async function differencesIn(
  questions: readonly AskedQuestion[],
  local: Engine,
  remote: Engine,
  comparable: (answer: unknown) => unknown = (answer) => answer,
): Promise<readonly string[]> {
  const waiting = [...questions.entries()];
  const differing: string[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [i, { kind, question, ask }] = next;
      const [here, there] = (await Promise.all([ask(local), ask(remote)])).map(comparable);
      const where = differencesBetween(here, there).slice(0, 5);
      if (where.length > 0) {
        differing.push([`${String(i)} ${kind} ${JSON.stringify(question)}`, ...where].join('\n  '));
      }
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  return differing;
}

describe('a history on two servers', () => {
  const dataset = oddHistory(EVENTS, 1);
  const local = createLocalEngine(dataset, []);
  let remote: Engine;

  beforeAll(async () => {
    const target = { entry, database: 'contract', cluster: { name: inject('cluster'), nodes } };
    await load(sourceOf(dataset, 'contract'), target);
    remote = await opened('contract');
  });
  afterAll(() => remote.close());

  const seeded = async (total: number, seed: number): Promise<readonly AskedQuestion[]> => {
    const ids = dataset.events.map(({ id }) => id);
    return questionsAbout(await local.dataset(), ids, total, seed);
  };

  test('lies on both', async () => {
    const counts = await Promise.all(
      nodes.map((node) => node.rows(sql`SELECT count() FROM contract.events_here`)),
    );
    const events = counts.map(([row]) => Number(row?.[0]));
    expect(events.reduce((sum, each) => sum + each, 0)).toBe(EVENTS);
    expect(Math.min(...events)).toBeGreaterThan(EVENTS / 3);
  });

  test('says the same of itself', async () => {
    expect(await remote.dataset()).toEqual(await local.dataset());
  });

  test(`answers ${String(QUESTIONS)} questions as the local engine does`, async () => {
    const questions = await seeded(QUESTIONS, 2026);
    expect(new Set(questions.map(({ kind }) => kind)).size).toBe(10);
    expect(await differencesIn(questions, local, remote)).toEqual([]);
  });

  test('finds a word in names whether it lists them or reads them', async () => {
    const head = await entry.rows(sql`SELECT value FROM contract.history WHERE key = 'head'`);
    const read = readHead(String(head[0]?.[0]));
    if (!read.ok) throw new Error(read.error);
    const vocabularies = vocabulariesOf(read.value.dataset, read.value.kinds);
    const countOf = async (words: string, listedMost?: number): Promise<number> => {
      const query = { clauses: [], during: null, words, includesParts: true };
      const conditions = matching(vocabularies, query, null, listedMost);
      const [row] = await entry.rows(sql`SELECT count() FROM contract.events ${where(conditions)}`);
      return Number(row?.[0]);
    };
    const words = ['institute', 'été', 'online', 'city', 'diplomacy', 'shared institute', 'x'];
    const listed = await Promise.all(words.map((word) => countOf(word)));
    expect(listed.filter((count) => count > 0).length).toBeGreaterThan(5);
    expect(await Promise.all(words.map((word) => countOf(word, 0)))).toEqual(listed);
  });

  test('finds marks a few at a time, and pages far down the list, as it does in large ones', async () => {
    const patient = await opened('contract', { ...LIMITS, marksBatch: 25, seekFrom: 1 });
    const questions = (await seeded(250, 99)).filter(
      ({ kind }) => kind === 'timeline' || kind === 'events',
    );
    expect(questions).toHaveLength(50);
    expect(await differencesIn(questions, local, patient)).toEqual([]);
    patient.close();
  });

  /*
   * Where more events match than are fetched, pairs are counted there. Among all actors they must be the
   * same; only which of equally heavy ties is listed first is not the database's to know.
   */
  test('counts pairs of actors as the local engine does', async () => {
    const counting = await opened('contract', {
      ...LIMITS,
      networkEvents: 1,
      networkActors: 1e5,
      pairs: 0,
    });
    const questions = (await seeded(300, 7))
      .map(withCountedPairs)
      .filter((question) => question !== null);
    expect(questions).toHaveLength(60);
    const comparable = (answer: unknown): unknown => sortedTies(answer);
    expect(await differencesIn(questions, local, counting, comparable)).toEqual([]);
    counting.close();
  });
});

/** A question about pairs in a form that leaves nothing to the order of ties; null for any other. */
function withCountedPairs({ kind, question }: AskedQuestion): AskedQuestion | null {
  if (kind === 'statistics') {
    const asked = { ...(question as StatisticsQuestion), actorsLimit: 5 };
    return { kind, question: asked, ask: (engine) => engine.statistics(asked) };
  }
  if (kind !== 'network') return null;
  const asked: NetworkQuestion = {
    ...(question as NetworkQuestion),
    mode: 'actors',
    measure: 'degree',
    hasCommunities: false,
    chain: null,
    tiesLimit: 1e6,
  };
  return { kind, question: asked, ask: (engine) => engine.network(asked) };
}

function sortedTies(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  // What is said only where not all was counted.
  const {
    countedAmong: _,
    newTiesAmong: __,
    ...rest
  } = {
    countedAmong: null,
    newTiesAmong: null,
    ...answer,
  };
  if (!('ties' in rest) || !Array.isArray(rest.ties)) return rest;
  return { ...rest, ties: rest.ties.map((tie) => JSON.stringify(tie)).toSorted() };
}
