/** The journal: an edit is on its way at once, and whatever fails in between, all are there in their order. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Keeping } from '../../../../src/document/keeping.ts';
import { createJournal } from '../../../../src/document/shelf/journal.ts';
import { createShelf, type Shelf } from '../../../../src/document/shelf/shelf.ts';
import { randomFrom } from '../../../fixtures/random.ts';
import { stubNewDevice } from '../../../fixtures/indexedDb.ts';

const META = { title: 'A history', origin: { kind: 'bundled' } } as const;

beforeEach(() => stubNewDevice());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function journalOn(shelf: Shelf, onChange: (keeping: Keeping) => void = () => undefined) {
  const beginning = { kind: 'add', base: new Blob(['B']), meta: META } as const;
  return createJournal({ shelf, id: 'a', seq: 0, length: 0, beginning, onChange });
}

test('an edit is written at once: no time has to pass', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const said: string[] = [];
  const journal = journalOn(createShelf(), ({ kind }) => said.push(kind));
  await journal.append('e1');
  await journal.append('e2');
  await journal.flush();
  expect(journal.seq()).toBe(2);
  expect(said.at(-1)).toBe('kept');
});

test('it is said to be kept only when all of it is', async () => {
  const kept: number[] = [];
  const journal = journalOn(createShelf(), ({ kind }) => {
    if (kind === 'kept') kept.push(journal.seq());
  });
  await Promise.all(['e1', 'e2', 'e3'].map((edit) => journal.append(edit)));
  await journal.flush();
  expect(kept.at(-1)).toBe(3);
  expect(journal.isPending()).toBe(false);
});

test.each([1, 2, 3, 4, 5])(
  'with a device that fails now and then, nothing is lost or twice there (seed %i)',
  async (seed) => {
    const random = randomFrom(seed);
    const shelf = createShelf();
    const moody: Shelf = {
      ...shelf,
      add: (...all) => failing() ?? shelf.add(...all),
      append: (...all) => failing() ?? shelf.append(...all),
      compact: (...all) => failing() ?? shelf.compact(...all),
    };
    const failing = (): Promise<never> | null =>
      random.below(3) === 0 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : null;
    const journal = journalOn(moody);
    const edits = Array.from({ length: 40 }, (_, i) => i + 1);
    for (const edit of edits) {
      void journal.append(edit);
      if (random.below(2) === 0) await journal.flush();
      if (random.below(8) === 0) await journal.compact(new Blob([`to ${String(journal.seq())}`]));
    }
    while (journal.isPending()) await journal.insist();
    const found = await shelf.open('a', 'last');
    if (!found.ok) throw new Error(found.error);
    const base = await found.value.base.text();
    const from = base === 'B' ? 0 : Number(base.slice(3));
    expect(found.value.history.lastSeq).toBe(40);
    expect(found.value.edits).toEqual(edits.slice(from));
  },
);
