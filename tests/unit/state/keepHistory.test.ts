/** The history that is open, kept: nothing that was shown as saved is lost, and it says when something is not. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { createShelf, type Shelf } from '../../../src/document/shelf/shelf.ts';
import { createEditableEngine } from '../../../src/engine/local/editableEngine.ts';
import type { SourceAddress } from '../../../src/engine/port.ts';
import { readText } from '../../../src/formats/readText.ts';
import type { HistoryEdit } from '../../../src/model/edits/edits.ts';
import { keepHistory } from '../../../src/state/keepHistory.ts';
import type { HistoryKeeping } from '../../../src/state/keeping.ts';
import { openKept } from '../../../src/state/openKept.ts';
import { createAppStore, type AppStore } from '../../../src/state/store.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';
import { stubNewDevice } from '../../fixtures/indexedDb.ts';

const BUNDLED: SourceAddress = { url: 'https://example.org/history.json', isBundled: true };
const TEXT = JSON.stringify(historyFromText('title A history\n2013-07-22 speech: David Cameron'));

/** Locks as the windows of one browser share them. */
class FakeLocks {
  readonly #held = new Map<string, (error: Error) => void>();

  request(
    name: string,
    { steal = false }: LockOptions,
    act: (lock: object | null) => unknown,
  ): Promise<unknown> {
    if (this.#held.has(name) && !steal) return Promise.resolve(act(null));
    this.#held.get(name)?.(new DOMException('stolen', 'AbortError'));
    return new Promise((resolve, reject) => {
      this.#held.set(name, reject);
      void Promise.resolve(act({})).then((value) => {
        if (this.#held.get(name) === reject) this.#held.delete(name);
        resolve(value);
      });
    });
  }
}

function until(isSo: () => boolean, words: string): Promise<void> {
  return vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`waited for ${words}`);
    },
    { interval: 5 },
  );
}

class Win {
  readonly store: AppStore;
  readonly shelf: Shelf;
  // Of the window it hears events and asks for nothing else.
  readonly page = Object.assign(new EventTarget(), { navigator: {} }) as unknown as Window;
  readonly close: () => void;

  constructor(shelf: Shelf = createShelf()) {
    this.shelf = shelf;
    const openText = async (base: Blob) => {
      const read = readText(await base.text());
      if (!read.ok) throw new Error(read.error.message);
      return ok(createEditableEngine(read.value.dataset, []));
    };
    this.store = createAppStore({
      openSource: ({ url, content }) =>
        url.startsWith('kept:')
          ? openKept(url, openText, shelf)
          : openText(content ?? new Blob([TEXT])),
      clock: { now: () => 0, nextFrame: () => undefined },
    });
    this.close = keepHistory(this.store, shelf, this.page);
  }

  async open(address: SourceAddress | string = BUNDLED): Promise<this> {
    const source = typeof address === 'string' ? { url: address, isBundled: false } : address;
    const { openings } = this.store.getState();
    this.store.getState().open(source);
    await until(() => {
      const { openings: now, openFailure, kept } = this.store.getState();
      if (openFailure !== null) throw new Error(openFailure.message);
      return now > openings && kept !== null;
    }, 'the history to stand');
    return this;
  }

  async edit(title: string): Promise<boolean> {
    const edit: HistoryEdit = { kind: 'head', fields: { title } };
    const edited = await this.kept.getState().desk.edit(edit);
    return edited.ok;
  }

  is(kind: HistoryKeeping['kind']): Promise<void> {
    return until(() => this.keeping.kind === kind, `${kind} instead of ${this.keeping.kind}`);
  }

  async title(): Promise<string> {
    const whole = await this.kept.getState().desk.whole();
    return (JSON.parse(new TextDecoder().decode(whole)) as { title: string }).title;
  }

  get kept() {
    const { kept } = this.store.getState();
    if (kept === null) throw new Error('nothing is open');
    return kept;
  }

  get keeping(): HistoryKeeping {
    return this.kept.getState().keeping;
  }

  get url(): string {
    return this.store.getState().source?.url ?? '';
  }

  /** Whether the browser would ask before it leaves. */
  get asks(): boolean {
    const event = new Event('beforeunload', { cancelable: true });
    this.page.dispatchEvent(event);
    return event.defaultPrevented;
  }
}

const windows: Win[] = [];

function newWindow(shelf?: Shelf): Win {
  const made = new Win(shelf);
  windows.push(made);
  return made;
}

beforeEach(() => {
  stubNewDevice();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});

afterEach(() => {
  for (const each of windows.splice(0)) each.close();
  vi.unstubAllGlobals();
});

/** A shelf with a device that is full as long as one says so. */
function fullShelf(): { readonly shelf: Shelf; isFull: boolean } {
  const shelf = createShelf();
  const full = {
    isFull: true,
    shelf: {
      ...shelf,
      add: (...all) => refuseOr(() => shelf.add(...all)),
      append: (...all) => refuseOr(() => shelf.append(...all)),
    } satisfies Shelf,
  };
  const refuseOr = <T>(act: () => Promise<T>): Promise<T> =>
    full.isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : act();
  return full;
}

describe('a history that came from elsewhere', () => {
  test('is left alone until it is changed; then a copy is kept under an address of its own', async () => {
    const mine = await newWindow().open();
    expect(mine.keeping).toEqual({ kind: 'original' });
    expect(await mine.shelf.list()).toEqual([]);
    expect(await mine.edit('Changed')).toBe(true);
    await mine.is('saved');
    expect(mine.url).toMatch(/^kept:\w+$/);
    expect(mine.kept.getState().copyOf).toBe('bundled');
    expect(mine.asks).toBe(false);

    const later = await newWindow().open(mine.url);
    expect(await later.title()).toBe('Changed');
    expect(await mine.shelf.list()).toMatchObject([{ origin: { kind: 'bundled' }, lastSeq: 1 }]);
    const before = await newWindow().open(`${mine.url}/before`);
    expect(await before.title()).toBe('A history');
  });

  test('an edit that is refused keeps nothing', async () => {
    const mine = await newWindow().open();
    const edited = await mine.kept
      .getState()
      .desk.edit({ kind: 'remove', list: 'events', key: 'not-there' });
    expect(edited.ok).toBe(false);
    expect(await mine.shelf.list()).toEqual([]);
    expect(mine.keeping).toEqual({ kind: 'original' });
  });

  test('one that was opened from a file is kept at once', async () => {
    const content = new Blob([TEXT]);
    const mine = await newWindow().open({ url: 'local:a%20b.csv', isBundled: false, content });
    await mine.is('saved');
    expect(await mine.shelf.list()).toMatchObject([
      { title: 'A history', origin: { kind: 'file', name: 'a b.csv' } },
    ]);
    expect(await (await newWindow().open(mine.url)).title()).toBe('A history');
  });

  test('edits that come all at once are all there, in their order', async () => {
    const mine = await newWindow().open();
    await Promise.all(['One', 'Two', 'Three'].map((title) => mine.edit(title)));
    await mine.is('saved');
    expect(await (await newWindow().open(mine.url)).title()).toBe('Three');
  });

  test('what was changed before the keeping was there is kept too', async () => {
    const mine = await newWindow().open();
    mine.close();
    await mine.store
      .getState()
      .lendEngine()
      ?.desk?.edit({ kind: 'head', fields: { title: 'Early' } });
    // That there is one is all that is looked at.
    mine.store.setState({ editor: {} as never });
    const close = keepHistory(mine.store, mine.shelf, mine.page);
    await mine.is('saved');
    expect(await (await newWindow().open(mine.url)).title()).toBe('Early');
    close();
  });
});

test('a long journal becomes a base when nothing is changed any more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const mine = await newWindow().open();
  for (let n = 0; n < 205; n += 1) await mine.edit(`Title ${String(n)}`);
  await mine.is('saved');
  const id = mine.url.replace('kept:', '');
  await vi.advanceTimersByTimeAsync(4000);
  await vi.waitFor(async () => {
    const found = await mine.shelf.open(id, 'last');
    expect(found.ok && found.value.edits).toEqual([]);
  });
  vi.useRealTimers();
  expect(await (await newWindow().open(mine.url)).title()).toBe('Title 204');
  expect(await (await newWindow().open(`${mine.url}/before`)).title()).toBe('A history');
});

describe('the state before', () => {
  test('is looked at without a change, and gone on from with one', async () => {
    const mine = await newWindow().open();
    await mine.edit('First sitting');
    await mine.is('saved');
    const { url } = mine;
    mine.close();

    const before = await newWindow().open(`${url}/before`);
    expect(before.keeping.kind).toBe('before');
    expect(await before.title()).toBe('A history');
    await before.edit('Another way');
    await before.is('saved');
    expect(before.url).toBe(url);
    before.close();
    expect(await (await newWindow().open(url)).title()).toBe('Another way');
    expect(await (await newWindow().open(`${url}/before`)).title()).toBe('First sitting');
  });
});

describe('a full device', () => {
  test('says so for as long as it lasts, goes on, and saves all of it once there is room', async () => {
    const full = fullShelf();
    const mine = await newWindow(full.shelf).open();
    await mine.edit('One');
    await mine.is('failed');
    expect(mine.keeping).toMatchObject({ reason: 'This device has no room left for it.' });
    expect(mine.asks).toBe(true);
    await mine.edit('Two');
    await mine.is('failed');
    expect(await mine.title()).toBe('Two');

    full.isFull = false;
    await mine.kept.getState().insist();
    expect(mine.keeping.kind).toBe('saved');
    expect(mine.asks).toBe(false);
    const later = await newWindow().open(mine.url);
    expect(await later.title()).toBe('Two');
  });

  test('is tried again by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const full = fullShelf();
    const mine = await newWindow(full.shelf).open();
    await mine.edit('One');
    await mine.is('failed');
    full.isFull = false;
    await vi.advanceTimersByTimeAsync(6000);
    await mine.is('saved');
    expect(mine.asks).toBe(false);
    vi.useRealTimers();
  });

  test('does not lose what was changed when another history is opened', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const full = fullShelf();
    const mine = await newWindow(full.shelf).open();
    await mine.edit('One');
    await mine.is('failed');
    const { url } = mine;
    await mine.open();
    expect(mine.store.getState().notice).toMatch(/Changes to “A history” are not saved/);
    expect(mine.asks).toBe(true);
    full.isFull = false;
    await vi.advanceTimersByTimeAsync(6000);
    await vi.waitFor(() => expect(mine.asks).toBe(false));
    vi.useRealTimers();
    expect(await (await newWindow().open(url)).title()).toBe('One');
  });

  test('and a page that may keep nothing says why, and goes on', async () => {
    const mine = await newWindow(createShelf({ refusal: 'A page from a file.' })).open();
    await mine.edit('One');
    await mine.is('failed');
    expect(mine.keeping).toEqual({ kind: 'failed', reason: 'A page from a file.' });
    expect(await mine.title()).toBe('One');
  });
});

describe('two windows', () => {
  async function two(): Promise<readonly [Win, Win]> {
    const mine = await newWindow().open();
    await mine.edit('Mine');
    await mine.is('saved');
    const theirs = await newWindow().open(mine.url);
    await theirs.is('elsewhere');
    return [mine, theirs];
  }

  test('the second is told, reads, and changes nothing', async () => {
    const [mine, theirs] = await two();
    expect(await theirs.title()).toBe('Mine');
    expect(await theirs.edit('Theirs')).toBe(false);
    expect(theirs.keeping).toEqual({ kind: 'elsewhere', isUnsaved: false, isBehind: false });
    await mine.edit('Mine again');
    await vi.waitFor(() => expect(theirs.keeping).toMatchObject({ isBehind: true }));
    theirs.kept.getState().showTheirs();
    await vi.waitFor(async () => expect(await theirs.title()).toBe('Mine again'));
    await theirs.is('elsewhere');
  });

  test('the second takes over, and the first is told', async () => {
    const [mine, theirs] = await two();
    await theirs.kept.getState().takeOver();
    await mine.is('elsewhere');
    await theirs.is('saved');
    expect(await theirs.edit('Theirs')).toBe(true);
    await theirs.is('saved');
    expect(await mine.edit('Mine')).toBe(false);
    expect(await (await newWindow().open(mine.url)).title()).toBe('Theirs');
    // And back again, as often as one likes.
    await mine.kept.getState().takeOver();
    await theirs.is('elsewhere');
    expect(theirs.keeping).toMatchObject({ isUnsaved: false });
    await mine.is('saved');
    expect(await mine.title()).toBe('Theirs');
    expect(await mine.edit('Mine again')).toBe(true);
  });

  test('the second goes on in a copy', async () => {
    const [mine, theirs] = await two();
    await theirs.kept.getState().keepCopy();
    await theirs.is('saved');
    await theirs.edit('Theirs');
    await theirs.is('saved');
    expect(theirs.url).not.toBe(mine.url);
    await mine.edit('Mine again');
    await mine.is('saved');
    expect(await (await newWindow().open(theirs.url)).title()).toBe('Theirs');
    expect(await (await newWindow().open(mine.url)).title()).toBe('Mine again');
  });

  test('without locks neither overwrites the other, and what came too late can be kept', async () => {
    vi.stubGlobal('navigator', {});
    const mine = await newWindow().open();
    await mine.edit('Mine');
    await mine.is('saved');
    const theirs = await newWindow().open(mine.url);
    await theirs.edit('Theirs');
    await theirs.is('saved');
    await mine.edit('Too late');
    await mine.is('elsewhere');
    expect(mine.keeping).toEqual({ kind: 'elsewhere', isUnsaved: true, isBehind: true });
    expect(mine.asks).toBe(true);
    expect(await (await newWindow().open(theirs.url)).title()).toBe('Theirs');
    await mine.kept.getState().keepCopy();
    await mine.is('saved');
    expect(mine.asks).toBe(false);
    expect(await (await newWindow().open(mine.url)).title()).toBe('Too late');
  });
});

test('edits that this version cannot apply are neither lost nor in the way', async () => {
  const mine = await newWindow().open();
  await mine.edit('One');
  await mine.is('saved');
  const [found] = await mine.shelf.list();
  const id = found?.id ?? '';
  mine.close();
  const strange = { kind: 'remove', list: 'events', key: 'not-there' };
  const last = { kind: 'head', fields: { title: 'Two' } };
  await mine.shelf.append(id, 1, [strange, last], true);
  const later = await newWindow().open(mine.url);
  expect(await later.title()).toBe('Two');
  expect(later.kept.getState().refused).toEqual([strange]);
});
