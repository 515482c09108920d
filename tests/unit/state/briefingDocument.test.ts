/** A briefing on this device: kept soon, found again, never lost without a word. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBriefing, type BriefingStore } from '../../../src/state/briefingDocument.ts';
import {
  indexedDbStorage,
  noStorage,
  type DeviceStorage,
} from '../../../src/document/deviceStorage.ts';
import { changeScene, deleteScene } from '../../../src/document/sceneCommands.ts';
import type { Scene } from '../../../src/model/types.ts';
import { stubNewDevice } from '../../fixtures/indexedDb.ts';

const SPEECH: Scene = { id: 'speech', title: 'A speech', view: 'v=1' };
const SUMMIT: Scene = { id: 'summit', title: 'A summit', view: 'v=1' };
const ORIGINAL = [SPEECH, SUMMIT];

let key = '';
let storage: DeviceStorage;
let count = 0;
const opened: BriefingStore[] = [];

beforeEach(() => {
  stubNewDevice();
  count += 1;
  key = `https://example.org/${String(count)}.json`;
  storage = indexedDbStorage('briefings');
});

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(on: DeviceStorage = storage): Promise<BriefingStore> {
  const store = await openBriefing({ key, original: ORIGINAL, storage: on });
  opened.push(store);
  return store;
}

function rename(store: BriefingStore, title: string): void {
  const [scene = SPEECH] = store.getState().scenes;
  store.getState().perform(changeScene(scene, { title }, { isWriting: true }));
}

async function keptIn(store: BriefingStore): Promise<void> {
  await vi.waitFor(() => expect(store.getState().keeping).toEqual({ kind: 'kept' }));
}

describe('on this device', () => {
  test('it begins with the history’s own scenes', async () => {
    const store = await open();
    expect(store.getState().scenes).toEqual(ORIGINAL);
    expect(store.getState().keeping).toEqual({ kind: 'kept' });
  });

  test('a change is there again after the page was left', async () => {
    const store = await open();
    rename(store, 'Another title');
    expect(store.getState().keeping).toEqual({ kind: 'waiting' });
    await store.close();
    expect((await open()).getState().scenes[0]?.title).toBe('Another title');
  });

  test('a change is written within half a second, without waiting for the writing to end', async () => {
    vi.useFakeTimers();
    const writes: unknown[] = [];
    const store = await open({
      get: () => Promise.resolve(undefined),
      update: (_, change) => Promise.resolve(void writes.push(change(undefined))),
      listen: () => () => undefined,
    });
    for (let letters = 1; letters <= 10; letters += 1) {
      rename(store, 'x'.repeat(letters));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(writes.length).toBeGreaterThan(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(writes.at(-1)).toMatchObject({ value: [{ title: 'xxxxxxxxxx' }, {}] });
    expect(store.getState().keeping).toEqual({ kind: 'kept' });
  });

  test('another history has a briefing of its own', async () => {
    const store = await open();
    rename(store, 'Another title');
    await store.close();
    const other = await openBriefing({ key: `${key}?other`, original: ORIGINAL, storage });
    opened.push(other);
    expect(other.getState().scenes).toEqual(ORIGINAL);
  });

  test('put back, it follows the history’s own scenes again, and undo brings the changes back', async () => {
    const store = await open();
    rename(store, 'Another title');
    store.getState().seal();
    store.getState().putBack();
    expect(store.getState().scenes).toEqual(ORIGINAL);
    await store.flush();
    const newer = [{ ...SPEECH, text: 'New words in the history' }, SUMMIT];
    const later = await openBriefing({ key, original: newer, storage });
    opened.push(later);
    expect(later.getState().scenes).toEqual(newer);
    store.getState().undo();
    expect(store.getState().scenes[0]?.title).toBe('Another title');
    store.getState().redo();
    expect(store.getState().scenes).toEqual(ORIGINAL);
  });
});

describe('two windows', () => {
  test('the one at rest follows the other, and can undo that', async () => {
    const [mine, theirs] = [await open(), await open()];
    rename(theirs, 'Written in the other window');
    await vi.waitFor(() => {
      expect(mine.getState().scenes[0]?.title).toBe('Written in the other window');
    });
    expect(mine.getState().past.at(-1)?.words).toBe('take over another window’s changes');
    mine.getState().undo();
    await keptIn(mine);
    await vi.waitFor(() => expect(theirs.getState().scenes).toEqual(ORIGINAL));
  });

  test('neither overwrites the other in silence', async () => {
    // Without word from one to the other, as when both write at the same moment.
    const deaf = (): DeviceStorage => ({ ...storage, listen: () => () => undefined });
    const [mine, theirs] = [await open(deaf()), await open(deaf())];
    rename(theirs, 'Theirs');
    await theirs.flush();
    rename(mine, 'Mine');
    await mine.flush();
    expect(mine.getState().keeping).toEqual({ kind: 'overtaken' });
    expect(mine.getState().scenes[0]?.title).toBe('Mine');
    expect((await open(deaf())).getState().scenes[0]?.title).toBe('Theirs');

    await mine.getState().insist();
    expect(mine.getState().keeping).toEqual({ kind: 'kept' });
    expect((await open(deaf())).getState().scenes[0]?.title).toBe('Mine');
  });

  test('or theirs are taken over, and mine are an undo away', async () => {
    const deaf = (): DeviceStorage => ({ ...storage, listen: () => () => undefined });
    const [mine, theirs] = [await open(deaf()), await open(deaf())];
    theirs.getState().perform(deleteScene(SUMMIT));
    await theirs.flush();
    rename(mine, 'Mine');
    await mine.flush();
    await mine.getState().takeTheirs();
    expect(mine.getState().keeping).toEqual({ kind: 'kept' });
    expect(mine.getState().scenes).toEqual([SPEECH]);
    mine.getState().undo();
    expect(mine.getState().scenes).toEqual([{ ...SPEECH, title: 'Mine' }, SUMMIT]);
    await keptIn(mine);
  });
});

describe('where nothing can be kept', () => {
  test('it says why from the start, and goes on', async () => {
    const denied: DeviceStorage = {
      get: () => Promise.reject(new DOMException('denied', 'SecurityError')),
      update: () => Promise.reject(new DOMException('denied', 'SecurityError')),
      listen: () => () => undefined,
    };
    const store = await open(denied);
    expect(store.getState().keeping).toMatchObject({ kind: 'failed', reason: /private window/ });
    rename(store, 'Still written');
    await store.flush();
    expect(store.getState().keeping).toMatchObject({ kind: 'failed' });
    expect(store.getState().scenes[0]?.title).toBe('Still written');
  });

  test('a full device says so, and keeps it once there is room', async () => {
    let isFull = true;
    const store = await open({
      ...storage,
      update: (at, change) =>
        isFull
          ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
          : storage.update(at, change),
    });
    rename(store, 'A title');
    await store.flush();
    expect(store.getState().keeping).toEqual({
      kind: 'failed',
      reason: 'This device has no room left for it.',
    });
    isFull = false;
    await store.getState().insist();
    expect(store.getState().keeping).toEqual({ kind: 'kept' });
    expect((await open()).getState().scenes[0]?.title).toBe('A title');
  });

  test('a page from a file says that it keeps nothing once there is something to lose', async () => {
    const store = await open(noStorage('This page was opened from a file.'));
    expect(store.getState().keeping).toEqual({ kind: 'kept' });
    rename(store, 'A title');
    await store.flush();
    expect(store.getState().keeping).toEqual({
      kind: 'failed',
      reason: 'This page was opened from a file.',
    });
  });
});

test('what was kept and cannot be read is not thrown away', async () => {
  const kept = [SPEECH, { id: 'bad', title: 7 }];
  await storage.update(key, () => ({ version: 1, revision: 3, value: kept }));
  const store = await open();
  expect(store.getState().scenes).toEqual([SPEECH]);
  expect(store.getState().unreadable).toMatchObject({ kept });
  expect(store.getState().unreadable?.problems[0]?.place).toBe('scenes[1].title');
  store.getState().dismissUnreadable();
  expect(store.getState().unreadable).toBeNull();
});
