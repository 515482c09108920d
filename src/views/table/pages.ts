/*
 * Rows in pages: asked for when they come into sight, kept while they may be seen again, bounded.
 * Knows: the port's question for events. Must not know: React, who answers, how rows look.
 *
 * Another query or order begins anew; what stood before stays until the first page of it has come, so
 * that nothing flickers while an answer is on its way.
 */
import type { EventRow, EventsAnswer, EventsQuestion } from '../../engine/port.ts';

export const PAGE_ROWS = 100;
/** Some ten screens: scrolling back and forth asks nothing anew. */
const PAGES_KEPT = 40;

export type RowsQuestion = Pick<EventsQuestion, 'query' | 'sort'>;

export interface PagesSnapshot {
  /** Grows by one for each new query or order that has begun to show. */
  readonly generation: number;
  /** Null until the first answer. */
  readonly matched: number | null;
  /** What is shown is of a query or an order before the one that was asked for last. */
  readonly isStale: boolean;
  /** Why the last page could not be had, in words. */
  readonly failure: string | null;
  /** Null for a row that is on its way. */
  readonly row: (index: number) => EventRow | null;
  /** Where an event stands; null where none of the rows at hand is of it. */
  readonly indexOf: (id: string) => number | null;
}

export interface Pages {
  /** `isOther`: of another history, whose rows have nothing to do with those that stand. */
  setQuestion(question: RowsQuestion, isOther: boolean): void;
  /** The history has changed: rows in sight stand until their new ones have come. */
  refresh(): void;
  /** Resolves when no row is on its way. */
  readonly atRest: () => Promise<void>;
  /** The rows from `first` up to, and without, `end` are in sight. */
  setInSight(first: number, end: number): void;
  retry(): void;
  readonly snapshot: () => PagesSnapshot;
  /** Returns what ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Gives up what is on its way. */
  destroy(): void;
}

type Ask = (question: EventsQuestion, signal: AbortSignal) => Promise<EventsAnswer>;

export function createPages(ask: Ask): Pages {
  let question: RowsQuestion | null = null;
  let isStale = false;
  /** In the order in which they were last in sight. */
  let pages = new Map<number, readonly EventRow[]>();
  /** Those of them that are of the history before it changed. */
  let outdated: ReadonlySet<number> = new Set();
  const onTheirWay = new Map<number, AbortController>();
  let inSight = { first: 0, end: PAGE_ROWS };
  let generation = 0;
  let matched: number | null = null;
  let failure: string | null = null;
  const listeners = new Set<() => void>();
  let snapshot = take();

  function take(): PagesSnapshot {
    const held = pages;
    return {
      generation,
      matched,
      isStale,
      failure,
      row: (index) => held.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] ?? null,
      indexOf: (id) => {
        for (const [page, rows] of held) {
          const at = rows.findIndex((row) => row.id === id);
          if (at >= 0) return page * PAGE_ROWS + at;
        }
        return null;
      },
    };
  }

  const tell = (): void => {
    snapshot = take();
    for (const listener of listeners) listener();
  };

  const wanted = (): number[] => {
    // The rows of another question are wanted from its beginning.
    if (isStale) return [0];
    const last = Math.max(inSight.first, Math.min(inSight.end, matched ?? inSight.end) - 1);
    const from = Math.floor(inSight.first / PAGE_ROWS);
    return Array.from({ length: Math.floor(last / PAGE_ROWS) - from + 1 }, (_, i) => from + i);
  };

  const cancel = (isKept: (page: number) => boolean): void => {
    for (const [page, controller] of onTheirWay) {
      if (isKept(page)) continue;
      onTheirWay.delete(page);
      controller.abort();
    }
  };

  const fetchPage = async (asked: RowsQuestion, page: number): Promise<void> => {
    const controller = new AbortController();
    onTheirWay.set(page, controller);
    const range = { offset: page * PAGE_ROWS, limit: PAGE_ROWS };
    let answer: EventsAnswer;
    try {
      answer = await ask({ ...asked, ...range }, controller.signal);
    } catch (error) {
      // An aborted page has been given up on purpose.
      if (onTheirWay.get(page) !== controller) return;
      onTheirWay.delete(page);
      failure = error instanceof Error ? error.message : String(error);
      tell();
      return;
    }
    if (onTheirWay.get(page) !== controller) return;
    onTheirWay.delete(page);
    land(page, answer);
  };

  const land = (page: number, answer: EventsAnswer): void => {
    if (isStale) {
      isStale = false;
      generation += 1;
      pages = new Map();
      inSight = { first: 0, end: inSight.end - inSight.first };
    }
    failure = null;
    matched = answer.matched;
    outdated = new Set([...outdated].filter((other) => other !== page));
    const kept = [...pages].filter(([other]) => other !== page).slice(1 - PAGES_KEPT);
    pages = new Map([...kept, [page, answer.rows]]);
    tell();
    fetchWanted();
  };

  const fetchWanted = (): void => {
    if (question === null || failure !== null) return;
    for (const page of wanted()) {
      const isWanted = isStale || outdated.has(page) || !pages.has(page);
      if (isWanted && !onTheirWay.has(page)) void fetchPage(question, page);
    }
  };

  return {
    setQuestion(next, isOther) {
      question = next;
      isStale = true;
      failure = null;
      if (isOther) {
        pages = new Map();
        matched = null;
      }
      cancel(() => false);
      tell();
      fetchWanted();
    },
    refresh() {
      cancel(() => false);
      const inSightNow = new Set(wanted());
      pages = new Map([...pages].filter(([page]) => inSightNow.has(page)));
      outdated = new Set(pages.keys());
      failure = null;
      fetchWanted();
    },
    atRest: () =>
      new Promise((resolve) => {
        const look = (): void => {
          if (onTheirWay.size > 0) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    setInSight(first, end) {
      inSight = { first, end };
      if (isStale) return;
      const pagesWanted = new Set(wanted());
      cancel((page) => pagesWanted.has(page));
      // Seen last, dropped last.
      for (const page of pagesWanted) {
        const rows = pages.get(page);
        if (rows === undefined) continue;
        pages.delete(page);
        pages.set(page, rows);
      }
      fetchWanted();
    },
    retry() {
      failure = null;
      tell();
      fetchWanted();
    },
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      cancel(() => false);
    },
  };
}
