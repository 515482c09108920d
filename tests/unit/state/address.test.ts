// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectAddress } from '../../../src/state/address.ts';
import { DEFAULT_CHOICES, withUse, type Choices } from '../../../src/state/choices.ts';
import { isEmbedded } from '../../../src/state/source.ts';
import type { AppStore } from '../../../src/state/store.ts';
import { days, fakeEngine, settled, storeWithOpenings, type Opening } from './fakeEngine.ts';

const lanes = (laneBy: Choices['laneBy']) => (choices: Choices) => ({ ...choices, laneBy });
const google = (choices: Choices): Choices => withUse(choices, 'organisation', 'google', 'any');

let disconnect: (() => void) | null = null;

/** A page at this address, with its history standing. */
async function pageAt(
  address: string,
): Promise<{ readonly store: AppStore; readonly openings: Opening[] }> {
  history.pushState(null, '', address);
  const { store, openings } = storeWithOpenings();
  disconnect = connectAddress(store, window, (work) => work());
  await openings[0]?.stand(fakeEngine());
  return { store, openings };
}

function arrival(move: () => void): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('popstate', () => setTimeout(resolve, 0), { once: true });
    move();
  });
}

beforeEach(() => {
  history.pushState(null, '', '/app/');
});
afterEach(() => {
  disconnect?.();
  disconnect = null;
  vi.useRealTimers();
});

describe('what the address opens', () => {
  test('none: the bundled history beside the page', async () => {
    const { openings, store } = await pageAt('/app/');
    expect(openings[0]?.address).toEqual({
      url: 'http://localhost:3000/app/datasets/weprotect.json',
      isBundled: true,
    });
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
    expect(location.href).toBe('http://localhost:3000/app/');
  });

  test.each([
    ['?data=https://example.org/a.json', 'https://example.org/a.json', false],
    ['?data=mine.json&embed', 'http://localhost:3000/app/mine.json', false],
    [
      '?data=/app/datasets/weprotect.json',
      'http://localhost:3000/app/datasets/weprotect.json',
      true,
    ],
    ['?data=clickhouse:https://example.org/db', 'clickhouse:https://example.org/db', false],
  ])('%s', async (search, url, isBundled) => {
    const { openings } = await pageAt(`/app/${search}`);
    expect(openings[0]?.address).toEqual({ url, isBundled });
    expect(location.search).toBe(search);
  });

  test.each([
    ['?data=javascript:alert(1)', /http/],
    ['?data=data:application/json,{}', /http/],
    ['?data=file:///etc/passwd', /http/],
    ['?data=http://[', /not an address/],
  ])('%s is refused in words', async (search, words) => {
    const { openings, store } = await pageAt(`/app/${search}`);
    expect(openings).toEqual([]);
    expect(store.getState().openFailure?.message).toMatch(words);
    expect(store.getState().opening).toBeNull();
  });

  test('what stands after # is shown, and what cannot be read is told once', async () => {
    const { store } = await pageAt('/app/#v=1&lanes=place&org=google,atlantis&rest=vanish&x=1');
    expect(store.getState().choices).toEqual(google(lanes('place')(DEFAULT_CHOICES)));
    expect(store.getState().notice).toMatch(/vanish.*atlantis/);
    expect(location.hash).toBe('#v=1&lanes=place&org=google');
  });

  test.each([
    ['?embed', true],
    ['?data=a.json&embed=1', true],
    ['?data=embed', false],
    ['', false],
  ])('%s is embedded: %s', (search, isIt) => {
    expect(isEmbedded(search)).toBe(isIt);
  });

  test('after a refused address, the bundled history opens and the address says so', async () => {
    const { store, openings } = await pageAt('/app/?embed&data=javascript:1');
    store.getState().open({
      url: 'http://localhost:3000/app/datasets/weprotect.json',
      isBundled: true,
    });
    await openings[0]?.stand(fakeEngine());
    expect(location.search).toBe('?embed');
  });
});

describe('what is written', () => {
  test('each step is an entry; the default is a bare address', async () => {
    const { store } = await pageAt('/app/?embed');
    const { length } = history;
    store.getState().choose(lanes('place'));
    expect(location.href).toBe('http://localhost:3000/app/?embed#v=1&lanes=place');
    store.getState().choose(google);
    expect(location.hash).toBe('#v=1&lanes=place&org=google');
    store.getState().choose(() => DEFAULT_CHOICES);
    expect(location.href).toBe('http://localhost:3000/app/?embed');
    expect(history.length).toBe(length + 3);
  });

  test('a gesture is one entry, however many frames it has, and the one before it stays as it was', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(lanes('place'));
    const { length } = history;
    vi.useFakeTimers();
    for (let frame = 1; frame <= 100; frame += 1) {
      store.getState().preview((choices) => ({ ...choices, window: days(0, frame) }));
      vi.advanceTimersByTime(16);
    }
    expect(history.length).toBe(length);
    expect(location.hash).toMatch(/^#v=1&lanes=place&from=1970-01-01&to=1970-/);
    store.getState().settle();
    vi.useRealTimers();
    expect(location.hash).toBe('#v=1&lanes=place&from=1970-01-01&to=1970-04-11');
    expect(history.length).toBe(length + 1);
    await arrival(() => history.back());
    expect(location.hash).toBe('#v=1&lanes=place');
    expect(store.getState().choices).toEqual(lanes('place')(DEFAULT_CHOICES));
  });

  test('previews rewrite the address at most a few times a second', async () => {
    const { store } = await pageAt('/app/');
    vi.useFakeTimers();
    const replaced = vi.spyOn(history, 'replaceState');
    for (let frame = 1; frame <= 60; frame += 1) {
      store.getState().preview((choices) => ({ ...choices, window: days(0, frame) }));
      vi.advanceTimersByTime(1000 / 60);
    }
    expect(replaced.mock.calls.length).toBeGreaterThan(0);
    expect(replaced.mock.calls.length).toBeLessThanOrEqual(3);
    replaced.mockRestore();
  });

  test('a gesture that ends where it began leaves the address as it was', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(lanes('place'));
    const { length } = history;
    vi.useFakeTimers();
    store.getState().preview(lanes('none'));
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#v=1&lanes=none');
    store.getState().preview(lanes('place'));
    store.getState().settle();
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#v=1&lanes=place');
    expect(history.length).toBe(length);
  });

  test('an amendment rewrites its step’s entry', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(lanes('place'));
    const { length } = history;
    store.getState().amend(google);
    expect(location.hash).toBe('#v=1&lanes=place&org=google');
    expect(history.length).toBe(length);
  });

  test('a browser that refuses the entry keeps the choice', async () => {
    const { store } = await pageAt('/app/');
    const refusing = vi.spyOn(history, 'pushState').mockImplementation(() => {
      throw new DOMException('Too many calls', 'SecurityError');
    });
    store.getState().choose(lanes('place'));
    expect(store.getState().choices.laneBy).toBe('place');
    refusing.mockRestore();
    store.getState().choose(google);
    expect(location.hash).toBe('#v=1&lanes=place&org=google');
  });
});

describe('back and forward', () => {
  test('walk the same steps as undo and redo', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(lanes('place'));
    store.getState().choose(google);
    const { length } = history;
    await arrival(() => history.back());
    expect(store.getState().choices).toEqual(lanes('place')(DEFAULT_CHOICES));
    expect(store.getState().past).toHaveLength(1);
    expect(store.getState().future).toHaveLength(1);
    await arrival(() => history.back());
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
    expect(store.getState().past).toEqual([]);
    await arrival(() => history.go(2));
    expect(store.getState().choices).toEqual(google(lanes('place')(DEFAULT_CHOICES)));
    expect(history.length).toBe(length);
  });

  test('an undo is an entry too: back returns to what was undone', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(lanes('place'));
    store.getState().undo();
    expect(location.hash).toBe('');
    await arrival(() => history.back());
    expect(store.getState().choices.laneBy).toBe('place');
    expect(store.getState().past).toHaveLength(1);
    expect(store.getState().future).toEqual([]);
  });

  test('a filter switched on and off again is walked both ways without losing a step', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(google);
    store.getState().choose(() => DEFAULT_CHOICES);
    await arrival(() => history.back());
    await arrival(() => history.back());
    expect(store.getState().past).toEqual([]);
    await arrival(() => history.forward());
    await arrival(() => history.forward());
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
    expect(store.getState().past).toHaveLength(2);
  });

  test('a hash pasted by hand is a step that undo takes back', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(google);
    await arrival(() => {
      location.hash = '#lanes=place&org=google,atlantis';
    });
    expect(store.getState().choices).toEqual(google(lanes('place')(DEFAULT_CHOICES)));
    expect(store.getState().notice).toMatch(/atlantis/);
    expect(location.hash).toBe('#v=1&lanes=place&org=google');
    store.getState().undo();
    expect(store.getState().choices).toEqual(google(DEFAULT_CHOICES));
  });

  test('going back in the middle of a gesture shows what the address says', async () => {
    const { store } = await pageAt('/app/');
    store.getState().choose(google);
    store.getState().preview(lanes('none'));
    await arrival(() => history.back());
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
    expect(store.getState().settled).toBe(store.getState().choices);
    await settled();
    expect(location.hash).toBe('');
  });

  test('another history is an entry of its own, and back opens the first one again', async () => {
    const { store, openings } = await pageAt('/app/');
    store.getState().choose(google);
    store.getState().open({ url: 'https://example.org/other.json', isBundled: false });
    expect(location.search).toBe('');
    await openings[1]?.stand(fakeEngine());
    expect(location.href).toBe('http://localhost:3000/app/?data=https://example.org/other.json');
    store.getState().choose(lanes('place'));
    await arrival(() => history.back());
    expect(store.getState().choices).toEqual(DEFAULT_CHOICES);
    await arrival(() => history.back());
    expect(openings[2]?.address.isBundled).toBe(true);
    await openings[2]?.stand(fakeEngine());
    expect(store.getState().choices).toEqual(google(DEFAULT_CHOICES));
    expect(location.href).toBe('http://localhost:3000/app/#v=1&org=google');
  });
});
