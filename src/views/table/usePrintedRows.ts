/*
 * The rows that are printed: all that match, up to a number that one still prints, and not only those in
 * sight. A browser asks for them without waiting, so they are fetched beforehand, when nothing else is due.
 * Knows: React, the store. Must not know: how rows look.
 */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { EventRow } from '../../engine/port.ts';
import { useAppStore } from '../../state/hooks.tsx';
import type { PagesSnapshot } from './pages.ts';
import { rowsQuestionOf } from './usePages.ts';

/** Some sixty sheets; who wants more takes the CSV. */
const PRINTED_MOST = 2000;
/** So long a choice stands before its rows are fetched: while one tries filters, nobody prints. */
const REST_MS = 400;

/** The rows while the page is printed, in the table's order; null at any other time. */
export function usePrintedRows({ isStale }: PagesSnapshot): readonly EventRow[] | null {
  const store = useAppStore();
  const ready = useRef<readonly EventRow[] | null>(null);
  const [printed, setPrinted] = useState<readonly EventRow[] | null>(null);

  useEffect(() => {
    ready.current = null;
    if (isStale) return undefined;
    const control = new AbortController();
    const fetchRows = async (): Promise<void> => {
      const question = { ...rowsQuestionOf(store.getState()), offset: 0, limit: PRINTED_MOST };
      try {
        ready.current = (await store.getState().askEvents(question, control.signal)).rows;
      } catch {
        // Not now: then what is in sight is printed. The table itself says what it could not read.
        ready.current = null;
      }
    };
    const timer = setTimeout(() => void fetchRows(), REST_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [store, isStale]);

  useEffect(() => {
    // The browser takes the page as it is when the listener returns.
    const onBefore = (): void => flushSync(() => setPrinted(ready.current));
    const onAfter = (): void => setPrinted(null);
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
    };
  }, []);
  return printed;
}
