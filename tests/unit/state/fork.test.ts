import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '../../../src/state/choices.ts';
import { forkStore } from '../../../src/state/fork.ts';
import { facetsAnswer, openStore, settled, storeWithOpenings } from './fakeEngine.ts';

const CHOICES = { ...DEFAULT_CHOICES, words: 'summit', presenting: { scene: 'a', step: 1 } };

describe('a fork', () => {
  it('shows the same history with choices of its own, and presents nothing', async () => {
    const { store } = await openStore();
    const fork = forkStore(store, CHOICES);
    await settled();
    const state = fork.store.getState();
    expect(state.history).toBe(store.getState().history);
    expect(state.choices).toMatchObject({ words: 'summit', presenting: null });
    expect(state.past).toEqual([]);
    state.choose((choices) => ({ ...choices, words: 'pledge' }));
    expect(store.getState().choices.words).toBe('');
  });

  it('asks the engine that is open, and counts what is on its way', async () => {
    const { store, engine } = await openStore();
    const before = engine.asked.facets.length;
    const fork = forkStore(store, CHOICES);
    await settled();
    expect(engine.asked.facets.length).toBe(before + 1);
    const pending = fork.pending();
    expect(pending).toBeGreaterThan(0);
    await engine.asked.facets.at(-1)?.answer(facetsAnswer(3));
    expect(fork.pending()).toBe(pending - 1);
    expect(fork.store.getState().facets?.matched).toBe(3);
    expect(store.getState().facets?.matched).not.toBe(3);
  });

  it('drops its own questions at its end, and leaves the engine to its owner', async () => {
    const { store, engine } = await openStore();
    const fork = forkStore(store, CHOICES);
    await settled();
    fork.close();
    await settled();
    expect(fork.pending()).toBe(0);
    expect(engine.isClosed).toBe(false);
    store.getState().choose((choices) => ({ ...choices, words: 'still' }));
    expect(engine.asked.facets.at(-1)?.question.query.words).toBe('still');
  });

  it('needs a history that is open', () => {
    expect(() => forkStore(storeWithOpenings().store, CHOICES)).toThrow('no history yet');
  });
});
