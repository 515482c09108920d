/** Lets other questions have their turn in the middle of a long piece of work. */
export interface Turns {
  /**
   * Call it often: now and then it waits for a turn of the event loop, in which a cancel is heard and
   * quick questions are answered. Rejects where the signal has aborted.
   */
  next(): Promise<void>;
}

/** A frame or two: what a pan or a hover that is asked meanwhile waits at most. */
const SLICE_MS = 30;

export function turnsOf(signal: AbortSignal | undefined): Turns {
  let sinceMs = performance.now();
  return {
    async next() {
      if (performance.now() - sinceMs < SLICE_MS) return;
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      signal?.throwIfAborted();
      sinceMs = performance.now();
    },
  };
}
