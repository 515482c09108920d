/**
 * Two engines, one history, the same questions: what the local engine works out in memory and what a
 * database on two servers counts must be the same, to the last count.
 */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { load } from '../../scripts/clickhouse/load.ts';
import { serverAt } from '../../scripts/clickhouse/server.ts';
import { sourceOf } from '../../scripts/clickhouse/sources.ts';
import { createLocalEngine } from '../../src/engine/local/localEngine.ts';
import type { Engine } from '../../src/engine/port.ts';
import { openHistory } from '../../src/engine/remote/openHistory.ts';
import type { Dataset } from '../../src/model/types.ts';
import { oddHistory } from './histories.ts';
import { questionsAbout } from './questions.ts';

const QUESTIONS = 400;
const EVENTS = 4000;

const servers = inject('servers');
const nodes = servers.map((url) => serverAt(url));
const entry = serverAt(servers[0] ?? '');
const addressOf = (database: string): string =>
  `clickhouse:${(servers[0] ?? '').replace('//', '//reader@')}${database}`;

/** What does not depend on what else happens now. */
async function engineFor(dataset: Dataset, database: string): Promise<Engine> {
  const target = { entry, database, cluster: { name: inject('cluster'), nodes } };
  await load(sourceOf(dataset, database), target);
  const opened = await openHistory(addressOf(database));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe('a history on two servers', () => {
  const dataset = oddHistory(EVENTS, 1);
  const local = createLocalEngine(dataset, []);
  let remote: Engine;

  beforeAll(async () => {
    remote = await engineFor(dataset, 'contract');
  });
  afterAll(() => remote.close());

  test('says the same of itself', async () => {
    expect(await remote.dataset()).toEqual(await local.dataset());
  });

  test(`answers ${String(QUESTIONS)} questions as the local engine does`, async () => {
    const ids = dataset.events.map(({ id }) => id);
    const questions = questionsAbout(await local.dataset(), ids, 2026);
    for (let i = 0; i < QUESTIONS; i++) {
      const { kind, question, ask } = questions.next().value;
      const [here, there] = await Promise.all([ask(local), ask(remote)]);
      expect({ i, kind, question, answer: there }).toEqual({ i, kind, question, answer: here });
    }
  });
});
