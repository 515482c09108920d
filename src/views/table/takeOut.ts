/*
 * Rows out of the program: to the clipboard as tab-separated text, to a file as CSV.
 * Knows: pages of rows, the browser's clipboard and downloads. Must not know: React, the store.
 */
import type { EventColumn, EventsAnswer, EventsQuestion } from '../../engine/port.ts';
import { allRows } from './allRows.ts';
import { fileCells, fileHeader, type Names } from './columns.ts';
import { BYTE_ORDER_MARK, csvLine, tsvLine } from './delimited.ts';
import type { RowsQuestion } from './pages.ts';

export interface TakeOutOptions {
  readonly ask: (question: EventsQuestion, signal?: AbortSignal) => Promise<EventsAnswer>;
  readonly question: RowsQuestion;
  readonly columns: readonly EventColumn[];
  readonly names: Names;
  /** The rows from one to the other; all where nothing is said. */
  readonly range?: { readonly first: number; readonly last: number } | undefined;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** More than this a clipboard takes badly; a file holds any number. */
export const COPY_MOST = 50_000;

/** Resolves with the number of rows copied; rejects where the browser refuses, or the signal aborts. */
export async function copyRows(options: TakeOutOptions): Promise<number> {
  let rows = 0;
  const gather = async (): Promise<string> => {
    const lines = [tsvLine(fileHeader(options.columns))];
    rows = await allRows({
      ...options,
      onRows: (more) => {
        for (const row of more) lines.push(tsvLine(fileCells(row, options.columns, options.names)));
      },
    });
    return lines.join('');
  };
  const text = gather();
  // A browser forgets the press of a key within seconds: the text is promised at once, and comes later.
  if (typeof ClipboardItem === 'function') {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })),
      }),
    ]);
  } else {
    await navigator.clipboard.writeText(await text);
  }
  return rows;
}

/** Resolves with the number of rows saved. */
export async function saveRows(options: TakeOutOptions, fileName: string): Promise<number> {
  // As blobs a browser may keep them off the page's memory.
  const pieces: Blob[] = [new Blob([BYTE_ORDER_MARK, csvLine(fileHeader(options.columns))])];
  const rows = await allRows({
    ...options,
    onRows: (more) => {
      const lines = more.map((row) => csvLine(fileCells(row, options.columns, options.names)));
      pieces.push(new Blob(lines));
    },
  });
  download(new Blob(pieces, { type: 'text/csv;charset=utf-8' }), fileName);
  return rows;
}

/** "the-history-of-weprotect-events.csv". */
export function csvName(title: string): string {
  const words = title
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '');
  return words === '' ? 'events.csv' : `${words}-events.csv`;
}

function download(content: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  // The browser has taken the content by then; until it is revoked, it holds memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
