/*
 * All rows of a query, piece by piece: for a file or the clipboard.
 * Knows: the port's question for events. Must not know: what becomes of the rows, DOM.
 */
import type { EventRow, EventsAnswer, EventsQuestion } from '../../engine/port.ts';
import type { RowsQuestion } from './pages.ts';

/** Few enough that the page stays awake between two pieces, enough that a million are five hundred. */
const PIECE_ROWS = 2000;

export interface AllRowsOptions {
  readonly ask: (question: EventsQuestion, signal?: AbortSignal) => Promise<EventsAnswer>;
  readonly question: RowsQuestion;
  /** The rows from one to the other, the last one included; all where nothing is said. */
  readonly range?: { readonly first: number; readonly last: number } | undefined;
  readonly onRows: (rows: readonly EventRow[]) => void;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** Resolves with the number of rows; rejects with an AbortError where the signal aborts. */
export async function allRows(options: AllRowsOptions): Promise<number> {
  const { ask, question, range, onRows, onProgress, signal } = options;
  const first = range?.first ?? 0;
  let end = range === undefined ? Infinity : range.last + 1;
  let done = 0;
  while (first + done < end) {
    const limit = Math.min(PIECE_ROWS, end - first - done);
    // One piece after another, so that they come in their order and no more than one is held.
    // oxlint-disable-next-line no-await-in-loop -- the next piece is asked for when this one is done
    const answer = await ask({ ...question, offset: first + done, limit }, signal);
    signal.throwIfAborted();
    end = Math.min(end, answer.matched);
    if (answer.rows.length === 0) break;
    onRows(answer.rows);
    done += answer.rows.length;
    onProgress(done, end - first);
  }
  return done;
}
