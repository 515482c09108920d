/*
 * The first answers that the build puts into the page: what an engine says, at every width; and the engine
 * that gives them until the other one is there.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { firstAnswers } from '../../../scripts/firstAnswers.ts';
import {
  createFirstEngine,
  saysTheSame,
  type FirstAnswers,
} from '../../../src/engine/firstAnswers.ts';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import type { Engine } from '../../../src/engine/port.ts';
import { readText } from '../../../src/formats/readText.ts';

const BUNDLED = readFileSync('public/datasets/weprotect.json', 'utf8');

function engineOf(text: string): Engine {
  const read = readText(text);
  if (!read.ok) throw new Error(read.error.message);
  return createLocalEngine(read.value.dataset, read.value.warnings);
}

function firstOf(json: string | null): FirstAnswers {
  if (json === null) throw new Error('Nothing was prepared.');
  return JSON.parse(json) as FirstAnswers;
}

let first: FirstAnswers;
beforeAll(async () => {
  first = firstOf(await firstAnswers(BUNDLED));
});

test('what is prepared of the bundled history is what its engine says, at every width', async () => {
  const engine = engineOf(BUNDLED);
  expect(await engine.dataset()).toEqual(first.dataset);
  expect(await engine.facets(first.facets.question)).toEqual(first.facets.answer);
  expect(await engine.statistics(first.statistics.question)).toEqual(first.statistics.answer);
  for (const widthPx of [200, 390, 1000, 3000]) {
    const question = { ...first.timeline.question, widthPx };
    expect(await engine.timeline(question)).toEqual(first.timeline.answer);
  }
  expect(await saysTheSame(first, engine)).toBe(true);
});

test('a history that says otherwise anywhere is told apart', async () => {
  const title = 'UK–US taskforce announced';
  expect(BUNDLED).toContain(title);
  expect(await saysTheSame(first, engineOf(BUNDLED.replace(title, 'Another title')))).toBe(false);
});

test('of a history with more events than are drawn by themselves nothing is prepared', async () => {
  const events = Array.from({ length: 400 }, (_, i) => ({
    id: `e${String(i)}`,
    title: `Event ${String(i)}`,
    date: `2014-01-${String((i % 28) + 1).padStart(2, '0')}`,
  }));
  expect(await firstAnswers(JSON.stringify({ version: 1, title: 'Many', events }))).toBeNull();
});

test('the first questions are answered without the other engine, any other opens it, once', async () => {
  const open = vi.fn<() => Promise<Engine>>(() => Promise.resolve(engineOf(BUNDLED)));
  const engine = createFirstEngine(first, open);
  expect(await engine.dataset()).toBe(first.dataset);
  expect(await engine.facets(first.facets.question)).toBe(first.facets.answer);
  const question = { ...first.timeline.question, widthPx: 777 };
  expect(await engine.timeline(question)).toBe(first.timeline.answer);
  expect(open).not.toHaveBeenCalled();

  const narrowed = { ...question, window: { startMs: 0, endMs: 1 } };
  const other = await engine.timeline(narrowed);
  expect(other).toEqual(await engineOf(BUNDLED).timeline(narrowed));
  expect(await engine.search({ text: 'taskforce', limit: 3 })).toMatchObject({
    hits: [{}, {}, {}],
  });
  expect(open).toHaveBeenCalledTimes(1);
});

test('once the other engine is there it answers everything, since it may have been changed', async () => {
  const changed = engineOf(BUNDLED.replace('UK–US taskforce announced', 'Another title'));
  const engine = createFirstEngine(first, () => Promise.resolve(changed));
  await engine.search({ text: 'taskforce', limit: 1 });
  const { marks } = await engine.timeline(first.timeline.question);
  expect(marks.map((mark) => mark.title)).toContain('Another title');
});

test('where the other engine cannot be opened, what needs it says why', async () => {
  const engine = createFirstEngine(first, () => Promise.reject(new Error('It is gone.')));
  await expect(engine.search({ text: 'a', limit: 1 })).rejects.toThrow('It is gone.');
  await expect(engine.desk?.whole()).rejects.toThrow('It is gone.');
  expect(await engine.facets(first.facets.question)).toBe(first.facets.answer);
});

test('an engine that is closed while the other one is on its way closes that too', async () => {
  const close = vi.fn<() => void>();
  const engine = createFirstEngine(first, () => Promise.resolve({ ...engineOf(BUNDLED), close }));
  const asked = engine.search({ text: 'a', limit: 1 });
  engine.close();
  await asked;
  expect(close).toHaveBeenCalledTimes(1);
});
