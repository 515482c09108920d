import { describe, expect, test } from 'vitest';
import { withUse, type Choices } from '../../../src/state/choices.ts';
import type { HistoryDesk } from '../../../src/engine/port/desk.ts';
import {
  facetsAnswer,
  fakeEngine,
  openStore,
  settled,
  storeWithOpenings,
  timelineAnswer,
  BUNDLED,
  type FakeEngine,
} from './fakeEngine.ts';
import type { AppStore } from '../../../src/state/store.ts';

const choose = (id: string) => (choices: Choices) => withUse(choices, 'organisation', id, 'any');
const letGo = (id: string) => (choices: Choices) => withUse(choices, 'organisation', id, null);

/** A store over an engine on this device, whose first questions are answered. */
async function localStore(): Promise<{ readonly store: AppStore; readonly engine: FakeEngine }> {
  const { store, openings } = storeWithOpenings();
  // Only whether there is one is looked at.
  const desk = {} as HistoryDesk;
  const engine = { ...fakeEngine(), desk };
  store.getState().setTimelineWidth(1000);
  store.getState().open(BUNDLED);
  await openings[0]?.stand(engine);
  await engine.asked.facets[0]?.answer(facetsAnswer(26));
  await engine.asked.timeline[0]?.answer(timelineAnswer());
  return { store, engine };
}

describe('what was answered is remembered', () => {
  test('a filter that is let go is answered before the step is over, and asks nothing', async () => {
    const { store, engine } = await openStore();
    const first = timelineAnswer();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    await engine.asked.timeline[0]?.answer(first);
    store.getState().choose(choose('google'));
    await engine.asked.facets[1]?.answer(facetsAnswer(3));
    await engine.asked.timeline[1]?.answer(timelineAnswer());
    store.getState().choose(letGo('google'));
    expect(store.getState().facets?.matched).toBe(26);
    expect(store.getState().timeline).toBe(first);
    store.getState().undo();
    expect(store.getState().facets?.matched).toBe(3);
    expect(engine.asked.facets).toHaveLength(2);
    expect(engine.asked.timeline).toHaveLength(2);
  });

  test('what is on its way when something known is asked comes too late', async () => {
    const { store, engine } = await openStore();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    store.getState().choose(choose('google'));
    store.getState().choose(letGo('google'));
    expect(engine.asked.facets[1]?.signal?.aborted).toBe(true);
    await engine.asked.facets[1]?.answer(facetsAnswer(3));
    expect(store.getState().facets?.matched).toBe(26);
  });

  test('not beyond an edit: everything is asked afresh', async () => {
    const { store, engine } = await openStore();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    store.getState().refresh(() => undefined);
    expect(engine.asked.facets).toHaveLength(2);
    await engine.asked.facets[1]?.answer(facetsAnswer(27));
    expect(store.getState().facets?.matched).toBe(27);
  });

  test('not for ever', async () => {
    const { store, engine } = await openStore();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    for (let nth = 1; nth <= 9; nth += 1) {
      store.getState().choose((choices) => ({ ...choices, words: `word${String(nth)}` }));
      await engine.asked.facets[nth]?.answer(facetsAnswer(nth));
    }
    store.getState().choose((choices) => ({ ...choices, words: '' }));
    expect(engine.asked.facets).toHaveLength(11);
  });
});

describe('what is expected', () => {
  test('is answered ahead, and shown by the step that comes', async () => {
    const { store, engine } = await localStore();
    store.getState().expect(choose('google'));
    await engine.asked.facets[1]?.answer(facetsAnswer(3));
    const timeline = timelineAnswer();
    await engine.asked.timeline[1]?.answer(timeline);
    expect(store.getState().facets?.matched).toBe(26);
    store.getState().choose(choose('google'));
    expect(store.getState().facets?.matched).toBe(3);
    expect(store.getState().timeline).toBe(timeline);
    expect(engine.asked.facets).toHaveLength(2);
  });

  test('is not asked twice where the step comes before the answer', async () => {
    const { store, engine } = await localStore();
    store.getState().expect(choose('google'));
    store.getState().choose(choose('google'));
    // What is expected next does not take the answer away.
    store.getState().expect(letGo('google'));
    store.getState().expect(choose('cabinet'));
    expect(engine.asked.facets[1]?.signal?.aborted).toBe(false);
    await engine.asked.facets[1]?.answer(facetsAnswer(3));
    expect(store.getState().facets?.matched).toBe(3);
    expect(engine.asked.facets.map(({ question }) => question.query.clauses.length)).toEqual([
      0, 1, 1,
    ]);
  });

  test('is given up for what is expected next, and for another step', async () => {
    const { store, engine } = await localStore();
    store.getState().expect(choose('google'));
    store.getState().expect(choose('cabinet'));
    expect(engine.asked.facets[1]?.signal?.aborted).toBe(true);
    store.getState().choose((choices) => ({ ...choices, words: 'other' }));
    expect(engine.asked.facets[2]?.signal?.aborted).toBe(true);
    await settled();
    expect(store.getState().answerFailure).toBeNull();
    await engine.asked.facets[3]?.answer(facetsAnswer(1));
    expect(store.getState().facets?.matched).toBe(1);
  });

  test('fails for whoever asks, not for whoever points', async () => {
    const { store, engine } = await localStore();
    store.getState().expect(choose('google'));
    await engine.asked.facets[1]?.fail(new Error('The worker stopped.'));
    expect(store.getState().answerFailure).toBeNull();
    store.getState().choose(choose('google'));
    expect(engine.asked.facets).toHaveLength(3);
  });

  test('is not asked of an engine over a network', async () => {
    const { store, engine } = await openStore();
    store.getState().expect(choose('google'));
    expect(engine.asked.facets).toHaveLength(1);
    expect(engine.asked.timeline).toHaveLength(1);
  });
});
