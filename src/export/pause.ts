/*
 * Leaves the page its turn in the middle of long work.
 * Knows: the event loop. Must not know: the work.
 */

/** Comes back when the page has drawn and heard what was due; rejects with an AbortError where none is wanted. */
export function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      if (signal.aborted) reject(new DOMException('No longer wanted.', 'AbortError'));
      else resolve();
    }, 0);
  });
}

/** So long work may go on before the page gets its turn: well within a frame that nobody notices. */
const TURN_MS = 12;

/** A turn of work, by the clock. */
export interface Turn {
  readonly isOver: () => boolean;
  /** Leaves the page its turn, then begins another. */
  readonly pass: () => Promise<void>;
}

export function createTurn(signal: AbortSignal): Turn {
  let endMs = performance.now() + TURN_MS;
  return {
    isOver: () => performance.now() >= endMs,
    async pass() {
      await pause(signal);
      endMs = performance.now() + TURN_MS;
    },
  };
}
