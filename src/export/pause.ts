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
