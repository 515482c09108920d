/*
 * The bundled history passes the border unchanged, and the views of its scenes show what they name.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { parseDataset } from '../../../src/model/parse.ts';
import type { Dataset } from '../../../src/model/types.ts';
import { decodeChoices } from '../../../src/state/codec.ts';
import { fitToHistory } from '../../../src/state/fit.ts';

function bundled(): Dataset {
  const text = readFileSync('public/datasets/weprotect.json', 'utf8');
  const parsed = parseDataset(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.problems));
  expect(parsed.value.warnings).toEqual([]);
  return parsed.value.dataset;
}

test('the bundled history is read without a warning', () => {
  expect(bundled().events.length).toBeGreaterThanOrEqual(24);
});

test('each scene, and each step of one, is a view of this history', async () => {
  const dataset = bundled();
  const engine = createLocalEngine(dataset, []);
  const history = await engine.dataset();
  const views = (dataset.scenes ?? []).flatMap(({ view, steps }) => [
    view,
    ...(steps ?? []).flatMap((step) => step.view ?? []),
  ]);
  expect(views.length).toBeGreaterThanOrEqual(8);
  for (const view of views) {
    const { choices, problems } = decodeChoices(view);
    expect([view, ...problems, ...fitToHistory(choices, history).problems]).toEqual([view]);
    const { selection } = choices;
    expect(selection === null || (await engine.details(selection)) !== null).toBe(true);
  }
});
