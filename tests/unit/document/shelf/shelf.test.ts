/** The shelf: what was written is there again, in order and whole; what is not needed any more is let go. */
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storageReason } from '../../../../src/document/deviceStorage.ts';
import { Overtaken } from '../../../../src/document/keeping.ts';
import { createShelf, type Shelf, type Which } from '../../../../src/document/shelf/shelf.ts';
import { stubNewDevice } from '../../../fixtures/indexedDb.ts';

const META = { title: 'A history', origin: { kind: 'file', name: 'a.csv' } } as const;

let nowMs = 0;
let shelf: Shelf;

beforeEach(() => {
  stubNewDevice();
  nowMs = 1000;
  shelf = createShelf({ nowMs: () => nowMs });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function base(text: string): Blob {
  return new Blob([text]);
}

/** "base + e1 e2" as it would be put together again. */
async function read(id: string, which: Which = 'last', on: Shelf = shelf): Promise<string> {
  const found = await on.open(id, which);
  if (!found.ok) return found.error;
  return [await found.value.base.text(), ...found.value.edits.map(String)].join(' ');
}

/** All keys of a store, as the database has them. */
async function keys(store: string): Promise<readonly unknown[]> {
  const database = await openDB('threadline.shelf');
  const found = await database.getAllKeys(store);
  database.close();
  return found;
}

describe('a history', () => {
  test('is there again for another page, with its edits in their order', async () => {
    await shelf.add('a', base('B'), META);
    const seq = await shelf.append('a', 0, ['e1', 'e2'], true);
    expect(await shelf.append('a', seq, ['e3'], false)).toBe(3);
    const later = createShelf();
    expect(await read('a', 'last', later)).toBe('B e1 e2 e3');
    expect(await later.list()).toMatchObject([{ ...META, id: 'a', lastSeq: 3, savedAtMs: 1000 }]);
  });

  test('is never put over another one', async () => {
    await shelf.add('a', base('B'), META);
    await expect(shelf.add('a', base('C'), META)).rejects.toThrow(/constraint/);
    expect(await read('a')).toBe('B');
  });

  test('of two windows the slower one is told, and nothing of either is overwritten', async () => {
    await shelf.add('a', base('B'), META);
    await shelf.append('a', 0, ['mine'], true);
    await expect(shelf.append('a', 0, ['theirs'], true)).rejects.toThrow(Overtaken);
    await expect(shelf.replace('a', 0, base('X'))).rejects.toThrow(Overtaken);
    expect(await read('a')).toBe('B mine');
  });

  test('that is not here is said to be not here', async () => {
    expect(await read('gone')).toMatch(/no such history on this device/);
  });

  test('lists the newest first', async () => {
    await shelf.add('a', base('B'), META);
    nowMs = 2000;
    await shelf.add('b', base('B'), META);
    nowMs = 3000;
    await shelf.append('a', 0, ['e'], true);
    expect((await shelf.list()).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('the state before', () => {
  test('is where the last sitting ended', async () => {
    await shelf.add('a', base('B'), META);
    expect(await read('a', 'before')).toMatch(/no state before/);
    await shelf.append('a', 0, ['e1'], true);
    await shelf.append('a', 1, ['e2'], false);
    expect(await read('a', 'before')).toBe('B');
    nowMs = 2000;
    await shelf.append('a', 2, ['e3'], true);
    expect(await read('a', 'before')).toBe('B e1 e2');
    expect(await read('a')).toBe('B e1 e2 e3');
    expect((await shelf.list())[0]).toMatchObject({ before: { seq: 2, savedAtMs: 1000 } });
  });

  test('outlives a new base, and what no state needs is let go', async () => {
    await shelf.add('a', base('B'), META);
    await shelf.append('a', 0, ['e1', 'e2'], true);
    await shelf.append('a', 2, ['e3', 'e4'], true);
    await shelf.compact('a', 4, base('B1234'));
    expect(await read('a')).toBe('B1234');
    expect(await read('a', 'before')).toBe('B e1 e2');
    expect(await keys('edits')).toEqual([
      ['a', 1],
      ['a', 2],
    ]);
    await shelf.append('a', 4, ['e5'], true);
    expect(await read('a')).toBe('B1234 e5');
    expect(await read('a', 'before')).toBe('B1234');
    expect(await keys('bases')).toEqual([['a', 4]]);
    expect(await keys('edits')).toEqual([['a', 5]]);
  });

  test('a base that comes late changes nothing', async () => {
    await shelf.add('a', base('B'), META);
    await shelf.append('a', 0, ['e1', 'e2'], true);
    await shelf.compact('a', 1, base('B1'));
    expect(await read('a')).toBe('B e1 e2');
  });

  test('can be gone on from, and then what was last is the state before', async () => {
    await shelf.add('a', base('B'), META);
    await shelf.append('a', 0, ['e1'], true);
    const seq = await shelf.replace('a', 1, base('B'));
    await shelf.append('a', seq, ['other'], false);
    expect(await read('a')).toBe('B other');
    expect(await read('a', 'before')).toBe('B e1');
  });
});

describe('taken off the shelf', () => {
  test('it can be put back, and is cleared away later', async () => {
    await shelf.add('a', base('B'), META);
    await shelf.append('a', 0, ['e1'], true);
    await shelf.remove('a');
    expect(await shelf.list()).toEqual([]);
    // As if it had been cleared away already.
    expect((await shelf.open('a', 'last')).ok).toBe(false);
    await shelf.putBack('a');
    expect(await read('a')).toBe('B e1');
    await shelf.remove('a');
    nowMs += 500;
    await shelf.clearRemoved(1000);
    expect(await keys('histories')).toEqual(['a']);
    await shelf.clearRemoved(0);
    for (const store of ['histories', 'bases', 'edits']) expect(await keys(store)).toEqual([]);
  });

  test('an edit in another window puts it back', async () => {
    await shelf.add('a', base('B'), META);
    await shelf.remove('a');
    await shelf.append('a', 0, ['e1'], true);
    await shelf.clearRemoved(0);
    expect(await read('a')).toBe('B e1');
  });
});

describe('other versions of the program', () => {
  async function tamper(change: object): Promise<void> {
    const database = await openDB('threadline.shelf');
    const found: unknown = await database.get('histories', 'a');
    await database.put('histories', Object.assign({}, found, change), 'a');
    database.close();
  }

  test('what an older one kept is brought up to date, and kept so with the next edit', async () => {
    await shelf.add('a', base('B'), META);
    await tamper({ version: 0, title: undefined, name: 'Its old title' });
    const steps = new Map([
      [
        0,
        ({ name, ...rest }: object & { name?: unknown }) => ({ ...rest, version: 1, title: name }),
      ],
    ]);
    const upgraded = createShelf({ steps });
    expect(await upgraded.list()).toMatchObject([{ title: 'Its old title' }]);
    await upgraded.append('a', 0, ['e1'], true);
    expect(await read('a')).toBe('B e1');
    expect((await shelf.list())[0]).toMatchObject({ version: 1, title: 'Its old title' });
  });

  test('what a newer one kept is shown by name and left as it is', async () => {
    await shelf.add('a', base('B'), META);
    await tamper({ version: 2 });
    expect(await shelf.list()).toEqual([{ version: 'newer', id: 'a', title: 'A history' }]);
    expect(await read('a')).toMatch(/newer version of the program/);
    const refusal = await shelf.append('a', 0, ['e1'], true).catch(storageReason);
    expect(refusal).toMatch(/newer version of the program/);
    await expect(shelf.remove('a')).rejects.toThrow(/newer version/);
    await shelf.clearRemoved(0);
    expect(await keys('edits')).toEqual([]);
    expect(await keys('bases')).toEqual([['a', 0]]);
  });

  test('a newer one in another window takes the whole shelf over, and this one says so', async () => {
    await shelf.add('a', base('B'), META);
    const newer = await openDB('threadline.shelf', 2);
    expect(await newer.getAllKeys('bases')).toEqual([['a', 0]]);
    const refusal = await shelf.append('a', 0, ['e1'], true).catch(storageReason);
    expect(refusal).toMatch(/newer version of the program/);
    newer.close();
  });
});

describe('where nothing can be kept', () => {
  test('it says why', async () => {
    const refusing = createShelf({ refusal: 'A page from a file keeps nothing.' });
    expect(await refusing.list().catch(storageReason)).toBe('A page from a file keeps nothing.');
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(await createShelf().add('a', base('B'), META).catch(storageReason)).toMatch(
      /private window, or storage is switched off/,
    );
  });

  test('a write that fails half way leaves all as it was', async () => {
    await shelf.add('a', base('B'), META);
    await expect(shelf.append('a', 0, ['e1', () => 'no data'], true)).rejects.toThrow(
      /could not be cloned/,
    );
    expect(await read('a')).toBe('B');
    expect(await shelf.append('a', 0, ['e1'], true)).toBe(1);
  });
});
