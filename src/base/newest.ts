/*
 * Only the newest answer counts: at most one question in flight, at most one waiting behind it.
 * Knows: promises and abort signals. Must not know: what is asked, or of whom.
 */

export interface Newest<Q> {
  /**
   * Asks, or waits behind the one in flight; whatever waited before is dropped. `overtakes` aborts
   * the one in flight, for when its answer would be of no use; without it, a fast series of
   * questions (a pan) still shows an answer as often as one can be had.
   */
  ask(question: Q, overtakes: boolean): void;
  /** Aborts the one in flight and drops the waiting one; neither is reported. */
  cancel(): void;
}

export interface NewestOptions<Q, A> {
  readonly ask: (question: Q, signal: AbortSignal) => Promise<A>;
  /** Answers arrive in the order of their questions. */
  readonly onAnswer: (answer: A, question: Q) => void;
  /** Not called for what was aborted, nor where a newer question already waits. */
  readonly onFailure: (error: unknown, question: Q) => void;
}

export function newestOnly<Q, A>({ ask, onAnswer, onFailure }: NewestOptions<Q, A>): Newest<Q> {
  let inFlight: AbortController | null = null;
  let waiting: { readonly question: Q } | null = null;

  const cancel = (): void => {
    waiting = null;
    const overtaken = inFlight;
    inFlight = null;
    overtaken?.abort();
  };

  const send = async (question: Q): Promise<void> => {
    const mine = new AbortController();
    inFlight = mine;
    /** Whether the answer still counts; if so the way is free, and the waiting question goes first. */
    const land = (): boolean => {
      if (inFlight !== mine) return false;
      inFlight = null;
      return true;
    };
    const sendWaiting = (): boolean => {
      if (waiting === null) return false;
      const next = waiting.question;
      waiting = null;
      void send(next);
      return true;
    };
    let answer: A;
    try {
      answer = await ask(question, mine.signal);
    } catch (error) {
      if (land() && !sendWaiting()) onFailure(error, question);
      return;
    }
    if (!land()) return;
    sendWaiting();
    onAnswer(answer, question);
  };

  return {
    ask(question, overtakes) {
      if (overtakes) cancel();
      if (inFlight === null) void send(question);
      else waiting = { question };
    },
    cancel,
  };
}
