import { describe, expect, test } from 'vitest';
import type { EventRow, EventsAnswer, EventsQuestion } from '../../../src/engine/port.ts';
import { createPages, PAGE_ROWS, type RowsQuestion } from '../../../src/views/table/pages.ts';
import { allRows } from '../../../src/views/table/allRows.ts';
import { eventRow } from './tableRows.ts';

interface Call {
  readonly question: EventsQuestion;
  readonly signal: AbortSignal;
  readonly answer: (matched: number, prefix?: string) => Promise<void>;
  readonly fail: (message: string) => Promise<void>;
}

const QUESTION: RowsQuestion = {
  query: { clauses: [], during: null, words: '', includesParts: true },
  sort: { by: 'date', isDescending: false },
};

function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function rowsOf({ offset, limit }: EventsQuestion, matched: number, prefix: string): EventRow[] {
  const end = Math.min(matched, offset + limit);
  return Array.from({ length: Math.max(0, end - offset) }, (_, i) =>
    eventRow(`${prefix}${String(offset + i)}`),
  );
}

/** Pages whose questions a test answers by hand. */
function pagesByHand() {
  const calls: Call[] = [];
  const pages = createPages(
    (question, signal) =>
      new Promise<EventsAnswer>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        calls.push({
          question,
          signal,
          answer: (matched, prefix = 'e') => {
            resolve({ matched, total: matched, rows: rowsOf(question, matched, prefix) });
            return settled();
          },
          fail: (message) => {
            reject(new Error(message));
            return settled();
          },
        });
      }),
  );
  const offsets = (): number[] => calls.map(({ question }) => question.offset / PAGE_ROWS);
  return { calls, pages, offsets };
}

async function openPages(matched: number) {
  const byHand = pagesByHand();
  byHand.pages.setQuestion(QUESTION, true);
  await byHand.calls[0]?.answer(matched);
  return byHand;
}

describe('pages', () => {
  test('are asked for when they come into sight, once', async () => {
    const { pages, calls, offsets } = await openPages(100_000);
    expect(offsets()).toEqual([0]);
    expect(pages.snapshot().row(99)?.id).toBe('e99');
    expect(pages.snapshot().row(100)).toBeNull();
    pages.setInSight(90, 120);
    pages.setInSight(91, 121);
    expect(offsets()).toEqual([0, 1]);
    await calls[1]?.answer(100_000);
    expect(pages.snapshot().row(100)?.id).toBe('e100');
  });

  test('that go out of sight before they come are given up', async () => {
    const { pages, calls, offsets } = await openPages(100_000);
    pages.setInSight(5000, 5020);
    pages.setInSight(90_000, 90_020);
    expect(offsets()).toEqual([0, 50, 900]);
    expect(calls[1]?.signal.aborted).toBe(true);
    await settled();
    expect(pages.snapshot().failure).toBeNull();
    await calls[2]?.answer(100_000);
    expect(pages.snapshot().row(90_000)?.id).toBe('e90000');
  });

  test('are held in bounded number, the ones longest out of sight going first', async () => {
    const { pages, calls } = await openPages(1_000_000);
    for (let page = 1; page <= 60; page += 1) {
      pages.setInSight(page * PAGE_ROWS, page * PAGE_ROWS + 20);
      await calls.at(-1)?.answer(1_000_000);
    }
    expect(pages.snapshot().row(0)).toBeNull();
    expect(pages.snapshot().row(60 * PAGE_ROWS)?.id).toBe('e6000');
    const held = Array.from({ length: 61 }, (_, page) => pages.snapshot().row(page * PAGE_ROWS));
    expect(held.filter((row) => row !== null)).toHaveLength(40);
  });
});

describe('another question', () => {
  test('leaves what stands until its first page has come, then begins at the top', async () => {
    const { pages, calls } = await openPages(500);
    pages.setInSight(320, 340);
    await calls.at(-1)?.answer(500);
    pages.setQuestion({ ...QUESTION, sort: { by: 'title', isDescending: false } }, false);
    expect(pages.snapshot()).toMatchObject({ isStale: true, matched: 500, generation: 1 });
    expect(pages.snapshot().row(330)?.id).toBe('e330');
    expect(calls.at(-1)?.question).toMatchObject({ offset: 0, sort: { by: 'title' } });
    await calls.at(-1)?.answer(7, 'by title ');
    expect(pages.snapshot()).toMatchObject({ isStale: false, matched: 7, generation: 2 });
    expect(pages.snapshot().row(0)?.id).toBe('by title 0');
    expect(pages.snapshot().row(330)).toBeNull();
  });

  test('of another history leaves nothing', async () => {
    const { pages } = await openPages(500);
    pages.setQuestion(QUESTION, true);
    expect(pages.snapshot().matched).toBeNull();
    expect(pages.snapshot().row(0)).toBeNull();
  });

  test('overtakes the one before: its answer is not shown when it comes late', async () => {
    const { pages, calls } = pagesByHand();
    pages.setQuestion(QUESTION, true);
    pages.setQuestion({ ...QUESTION, sort: { by: 'weight', isDescending: true } }, false);
    expect(calls[0]?.signal.aborted).toBe(true);
    await calls[0]?.answer(5, 'late ');
    expect(pages.snapshot().matched).toBeNull();
    await calls[1]?.answer(5);
    expect(pages.snapshot().row(0)?.id).toBe('e0');
  });
});

describe('a page that cannot be had', () => {
  test('says why, keeps what stands, and comes when asked again', async () => {
    const { pages, calls } = await openPages(500);
    pages.setInSight(200, 220);
    await calls.at(-1)?.fail('The line is down.');
    expect(pages.snapshot().failure).toBe('The line is down.');
    expect(pages.snapshot().row(0)?.id).toBe('e0');
    pages.retry();
    expect(pages.snapshot().failure).toBeNull();
    await calls.at(-1)?.answer(500);
    expect(pages.snapshot().row(200)?.id).toBe('e200');
  });
});

test('listeners hear of every change, until they end it', async () => {
  const { pages, calls } = pagesByHand();
  let heard = 0;
  const end = pages.subscribe(() => {
    heard += 1;
  });
  pages.setQuestion(QUESTION, true);
  await calls[0]?.answer(3);
  expect(heard).toBe(2);
  end();
  pages.setQuestion(QUESTION, true);
  expect(heard).toBe(2);
});

describe('all rows', () => {
  const ask = (matched: number) => (question: EventsQuestion) =>
    Promise.resolve({ matched, total: matched, rows: rowsOf(question, matched, 'e') });
  const gathered = async (matched: number, range?: { first: number; last: number }) => {
    const ids: string[] = [];
    const progress: number[] = [];
    const count = await allRows({
      ask: ask(matched),
      question: QUESTION,
      range,
      onRows: (rows) => ids.push(...rows.map(({ id }) => id)),
      onProgress: (done, of) => progress.push(done / of),
      signal: new AbortController().signal,
    });
    return { ids, progress, count };
  };

  test('come in their order, piece by piece', async () => {
    const { ids, progress, count } = await gathered(4500);
    expect(count).toBe(4500);
    expect(ids).toEqual(Array.from({ length: 4500 }, (_, i) => `e${String(i)}`));
    expect(progress).toHaveLength(3);
    expect(progress.at(-1)).toBe(1);
  });

  test('of a range are those of the range', async () => {
    const { ids } = await gathered(4500, { first: 1998, last: 2001 });
    expect(ids).toEqual(['e1998', 'e1999', 'e2000', 'e2001']);
  });

  test('of nothing are none', async () => {
    expect((await gathered(0)).count).toBe(0);
  });

  test('end when they are given up', async () => {
    const controller = new AbortController();
    const rows = allRows({
      ask: ask(10_000),
      question: QUESTION,
      onRows: () => controller.abort(),
      onProgress: () => undefined,
      signal: controller.signal,
    });
    await expect(rows).rejects.toThrow(/abort/i);
  });
});

describe('a history that has changed', () => {
  test('leaves the rows in sight and their place until the new ones have come, and forgets the others', async () => {
    const { pages, calls, offsets } = await openPages(500);
    pages.setInSight(320, 340);
    await calls.at(-1)?.answer(500);
    pages.refresh();
    expect(offsets()).toEqual([0, 3, 3]);
    expect(pages.snapshot()).toMatchObject({ isStale: false, matched: 500, generation: 1 });
    expect(pages.snapshot().row(330)?.id).toBe('e330');
    let isAtRest = false;
    const rest = (async () => {
      await pages.atRest();
      isAtRest = true;
    })();
    await settled();
    expect(isAtRest).toBe(false);
    await calls.at(-1)?.answer(501, 'n');
    await rest;
    await pages.atRest();
    expect(pages.snapshot()).toMatchObject({ matched: 501, generation: 1 });
    expect(pages.snapshot().row(330)?.id).toBe('n330');
    expect(pages.snapshot().row(0)).toBeNull();
    pages.setInSight(0, 20);
    expect(offsets()).toEqual([0, 3, 3, 0]);
  });

  test('twice in a row is asked for what it is in the end', async () => {
    const { pages, calls } = await openPages(50);
    pages.refresh();
    pages.refresh();
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
    await calls.at(-1)?.answer(51, 'n');
    expect(pages.snapshot().row(0)?.id).toBe('n0');
    expect(pages.snapshot().failure).toBeNull();
  });
});
