/*
 * Copying and saving as one thing at a time, with what is said of it.
 * Knows: React, the store, takeOut. Must not know: buttons.
 */
import { useEffect, useRef, useState } from 'react';
import type { EventColumn } from '../../engine/port.ts';
import { useAppStore } from '../../state/hooks.tsx';
import type { Names } from './columns.ts';
import { COPY_MOST, copyRows, csvName, saveRows, type TakeOutOptions } from './takeOut.ts';
import { rowsQuestionOf } from './usePages.ts';

export interface TakeOut {
  /** What happens, or has happened; empty where nothing has. */
  readonly said: string;
  /** Between 0 and 1 while one waits; null where nobody does. */
  readonly progress: number | null;
  readonly copy: (range: { readonly first: number; readonly last: number } | null) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

const NUMBER = new Intl.NumberFormat('en-GB');
/** So long the word of thanks stays; nothing depends on it. */
const DONE_MS = 5000;

export function useTakeOut(
  columns: readonly EventColumn[],
  names: Names,
  matched: number | null,
): TakeOut {
  const store = useAppStore();
  const [said, setSaid] = useState('');
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (said === '' || progress !== null) return undefined;
    const timer = setTimeout(() => setSaid(''), DONE_MS);
    return () => clearTimeout(timer);
  }, [said, progress]);

  const run = async (
    doing: string,
    act: (options: TakeOutOptions) => Promise<string>,
    range: TakeOutOptions['range'],
  ): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const isMine = (): boolean => running.current === mine && !mine.signal.aborted;
    setSaid(`${doing} …`);
    setProgress(0);
    let outcome: string;
    try {
      outcome = await act({
        ask: (question, signal) => store.getState().askEvents(question, signal),
        question: rowsQuestionOf(store.getState()),
        columns,
        names,
        range,
        onProgress: (done, of) => {
          if (isMine()) setProgress(of === 0 ? 1 : done / of);
        },
        signal: mine.signal,
      });
    } catch (error) {
      outcome = error instanceof Error ? `${doing} failed: ${error.message}` : `${doing} failed.`;
    }
    if (!isMine()) return;
    running.current = null;
    setProgress(null);
    setSaid(outcome);
  };

  return {
    said,
    progress,
    copy: (range) => {
      const rows = range === null ? (matched ?? 0) : range.last - range.first + 1;
      if (rows > COPY_MOST) {
        setSaid(`${NUMBER.format(rows)} events are too many to copy. Download them as CSV.`);
        return;
      }
      void run(
        'Copying',
        async (options) => `${rowsWords(await copyRows(options))} copied`,
        range ?? undefined,
      );
    },
    save: () => {
      const title = store.getState().history?.title ?? '';
      void run(
        'Saving',
        async (options) => `${rowsWords(await saveRows(options, csvName(title)))} saved`,
        undefined,
      );
    },
    cancel: () => {
      running.current?.abort();
      running.current = null;
      setProgress(null);
      setSaid('Cancelled');
    },
  };
}

function rowsWords(count: number): string {
  return `${NUMBER.format(count)} ${count === 1 ? 'event' : 'events'}`;
}
