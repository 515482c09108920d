/*
 * Tries the present mapping in the worker, one at a time, the newest last.
 * Knows: the desk. Must not know: how a trial is shown, how a mapping is applied.
 */
import { useEffect, useRef, useState } from 'react';
import { newestOnly, type Newest } from '../../../base/newest.ts';
import type { Result } from '../../../base/result.ts';
import type { Desk } from '../../../formats/desk/client.ts';
import type { DeskFailure, Trial, TrialQuestion } from '../../../formats/desk/messages.ts';

/** Typing a word is one change. */
const PAUSE_MS = 120;

export interface TrialState {
  /** The last one; null until the first has come. */
  readonly result: Result<Trial, DeskFailure> | null;
  /** Whether it is of an older mapping than the present one. */
  readonly isAwaited: boolean;
}

export function useTrial(desk: () => Desk, question: TrialQuestion): TrialState {
  const [answered, setAnswered] = useState<{
    readonly question: TrialQuestion;
    readonly result: Result<Trial, DeskFailure>;
  } | null>(null);
  const trials = useRef<Newest<TrialQuestion> | null>(null);

  useEffect(() => {
    const newest = newestOnly<TrialQuestion, Result<Trial, DeskFailure>>({
      // Not aborted by a newer one: the worker has the table in hand, and a trial is short.
      ask: (asked) => desk().ask('trial', asked),
      onAnswer: (result, asked) => setAnswered({ question: asked, result }),
      onFailure: reportError,
    });
    trials.current = newest;
    return () => {
      newest.cancel();
      trials.current = null;
    };
  }, [desk]);

  useEffect(() => {
    const timer = window.setTimeout(() => trials.current?.ask(question, false), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [question]);

  return { result: answered?.result ?? null, isAwaited: answered?.question !== question };
}
