/*
 * One piece of work at a time: how far it is, how it ended, and stopping it.
 * Knows: React. Must not know: what is made.
 */
import { useEffect, useRef, useState } from 'react';
import type { Progress, Work } from '../../export/takeAlong.ts';

export type WorkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string };

export interface WorkControl {
  readonly state: WorkState;
  /** `run` tells in words what it has done; nothing starts while something is under way. */
  readonly start: (run: (work: Work) => Promise<string>) => void;
  readonly cancel: () => void;
}

export function useWork(): WorkControl {
  const [state, setState] = useState<WorkState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  // Whoever closes the dialog wants no file any more.
  useEffect(() => () => running.current?.abort(), []);

  const start = async (run: (work: Work) => Promise<string>): Promise<void> => {
    if (running.current !== null) return;
    const abort = new AbortController();
    running.current = abort;
    setState({ kind: 'busy', progress: { words: 'Starting', share: 0 } });
    try {
      const words = await run({
        signal: abort.signal,
        onProgress: (progress) => {
          if (!abort.signal.aborted) setState({ kind: 'busy', progress });
        },
      });
      setState({ kind: 'done', words });
    } catch (error) {
      if (abort.signal.aborted) setState({ kind: 'done', words: 'Cancelled; nothing was saved.' });
      else {
        reportError(error);
        const why = error instanceof Error ? error.message : String(error);
        setState({ kind: 'failed', words: `The file could not be made: ${why}` });
      }
    } finally {
      running.current = null;
    }
  };

  return {
    state,
    start: (run) => void start(run),
    cancel: () => running.current?.abort(),
  };
}
