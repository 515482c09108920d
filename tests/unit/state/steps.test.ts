import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICES, withUse, type Choices } from '../../../src/state/choices.ts';
import type { AppStore } from '../../../src/state/store.ts';
import { STEPS_LIMIT } from '../../../src/state/undo.ts';
import { days, storeWithOpenings } from './fakeEngine.ts';

const words = (text: string) => (choices: Choices) => ({ ...choices, words: text });
const pan = (from: number, to: number) => (choices: Choices) => ({
  ...choices,
  window: days(from, to),
});
const setUp = (): AppStore => storeWithOpenings().store;

describe('steps', () => {
  test('each choice is a step that undo takes back and redo brings again', () => {
    const store = setUp();
    store.getState().choose(words('a'));
    store.getState().choose(words('b'));
    store.getState().undo();
    expect(store.getState().choices.words).toBe('a');
    store.getState().undo();
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
    store.getState().redo();
    store.getState().redo();
    expect(store.getState().choices.words).toBe('b');
    expect(store.getState().future).toEqual([]);
  });

  test('nothing to undo or redo changes nothing', () => {
    const store = setUp();
    const before = store.getState();
    store.getState().undo();
    store.getState().redo();
    expect(store.getState()).toEqual(before);
  });

  test('a change that changes nothing is no step', () => {
    const store = setUp();
    store.getState().choose((choices) => ({ ...choices, clauses: [] }));
    expect(store.getState().past).toEqual([]);
    store.getState().choose(words('a'));
    store.getState().undo();
    store.getState().choose((choices) => ({ ...choices }));
    expect(store.getState().future).toHaveLength(1);
  });

  test('a new step forgets what was undone', () => {
    const store = setUp();
    store.getState().choose(words('a'));
    store.getState().undo();
    store.getState().choose(words('b'));
    expect(store.getState().future).toEqual([]);
    store.getState().redo();
    expect(store.getState().choices.words).toBe('b');
  });

  test('a pan of a hundred frames is shown at once and is one step', () => {
    const store = setUp();
    for (let frame = 1; frame <= 100; frame += 1) {
      store.getState().preview(pan(frame, frame + 10));
      expect(store.getState().choices.window).toEqual(days(frame, frame + 10));
      expect(store.getState().past).toEqual([]);
    }
    store.getState().settle();
    expect(store.getState().past).toEqual([DEFAULT_CHOICES]);
    store.getState().undo();
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
    store.getState().redo();
    expect(store.getState().choices.window).toEqual(days(100, 110));
  });

  test('a gesture that ends where it began is no step', () => {
    const store = setUp();
    store.getState().choose(pan(0, 10));
    const { choices } = store.getState();
    store.getState().preview(pan(1, 11));
    store.getState().preview(pan(0, 10));
    store.getState().settle();
    expect(store.getState().past).toHaveLength(1);
    expect(store.getState().choices).toBe(choices);
  });

  test('a choice in the middle of a gesture leaves the gesture a step of its own', () => {
    const store = setUp();
    store.getState().preview(pan(0, 10));
    store.getState().choose((choices) => withUse(choices, 'theme', 'images', 'any'));
    store.getState().undo();
    expect(store.getState().choices).toEqual(pan(0, 10)(DEFAULT_CHOICES));
    store.getState().undo();
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
  });

  test('undo in the middle of a gesture takes the gesture back, and redo brings it again', () => {
    const store = setUp();
    store.getState().choose(words('a'));
    store.getState().preview(pan(0, 10));
    store.getState().undo();
    expect(store.getState().choices).toEqual(words('a')(DEFAULT_CHOICES));
    store.getState().redo();
    expect(store.getState().choices.window).toEqual(days(0, 10));
  });

  test('an amendment belongs to the last step', () => {
    const store = setUp();
    store.getState().choose(words('a'));
    store.getState().choose(words('b'));
    store.getState().amend(pan(0, 10));
    expect(store.getState().past).toHaveLength(2);
    store.getState().undo();
    expect(store.getState().choices).toEqual(words('a')(DEFAULT_CHOICES));
    store.getState().amend(pan(5, 15));
    store.getState().redo();
    expect(store.getState().choices).toEqual(pan(0, 10)(words('b')(DEFAULT_CHOICES)));
  });

  test('the past is bounded and keeps the newest', () => {
    const store = setUp();
    for (let step = 1; step <= STEPS_LIMIT + 50; step += 1)
      store.getState().choose(words(`${step}`));
    expect(store.getState().past).toHaveLength(STEPS_LIMIT);
    store.getState().undo();
    expect(store.getState().choices.words).toBe(`${STEPS_LIMIT + 49}`);
  });

  test('a settled window reads well and moves by less than can be seen', () => {
    const store = setUp();
    const startMs = Date.UTC(2013, 6, 22, 10, 31, 7, 123) + 0.25;
    const endMs = startMs + 400 * 86_400_000;
    store.getState().choose((choices) => ({ ...choices, window: { startMs, endMs } }));
    const { window } = store.getState().choices;
    expect(window?.startMs).toBe(Date.UTC(2013, 6, 22, 11));
    expect(Math.abs((window?.endMs ?? 0) - endMs)).toBeLessThan((endMs - startMs) / 8000);
  });

  test('windows of deep time are rounded to few digits', () => {
    const store = setUp();
    const yearMs = 31_556_952_000;
    const window = { startMs: -13.8e9 * yearMs, endMs: -4.54321987654e9 * yearMs };
    store.getState().choose((choices) => ({ ...choices, window }));
    const chosen = store.getState().choices.window;
    expect(`${chosen?.startMs}`.replace(/0+$/, '').length).toBeLessThan(10);
    expect(Math.abs((chosen?.startMs ?? 0) - window.startMs)).toBeLessThan(
      (window.endMs - window.startMs) / 8000,
    );
  });
});
