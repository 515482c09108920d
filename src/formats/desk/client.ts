/*
 * The page's side of the channel to the formats' worker: starts it when it is first asked, ends it in the
 * middle of what is no longer wanted.
 * Knows: the messages. Must not know: how a worker is made, what it does with a file.
 */
import { fail, type Result } from '../../base/result.ts';
import {
  deskFailure,
  type DeskAnswers,
  type DeskAsk,
  type DeskFailure,
  type DeskMethod,
  type DeskProgress,
  type DeskQuestions,
  type FromDesk,
} from './messages.ts';

/** What this needs of a Worker. */
export interface DeskWorker {
  postMessage(message: DeskAsk): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromDesk>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  addEventListener(type: 'messageerror', listener: () => void): void;
  terminate(): void;
}

export interface Asking {
  /** Ends the work at once; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: DeskProgress) => void;
}

export interface Desk {
  ask<M extends DeskMethod>(
    method: M,
    question: DeskQuestions[M],
    asking?: Asking,
  ): Promise<Result<DeskAnswers[M], DeskFailure>>;
  /** Ends the worker; what is under way rejects with an AbortError. */
  close(): void;
}

interface Pending {
  readonly ask: DeskAsk;
  readonly settle: (result: Result<DeskAnswers[DeskMethod], DeskFailure>) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: (progress: DeskProgress) => void;
}

/** Questions are answered one after the other. */
export function createDesk(startWorker: () => DeskWorker): Desk {
  const pending = new Map<number, Pending>();
  let worker: DeskWorker | null = null;
  let lastId = 0;

  const end = (): void => {
    worker?.terminate();
    worker = null;
  };

  const crash = (reason: string): void => {
    end();
    const because = reason === '' ? 'it could not be started' : reason;
    const failure = deskFailure(
      'crashed',
      `The part of the program that reads files has stopped: ${because}. Try it again; if it stops again, reload the page.`,
    );
    const left = [...pending.values()];
    pending.clear();
    for (const { settle } of left) settle(fail(failure));
  };

  const start = (): DeskWorker => {
    const started = startWorker();
    /** Words of a worker that was ended may still be on their way. */
    const isPresent = (): boolean => worker === started;
    started.addEventListener('message', ({ data }) => {
      const asked = isPresent() ? pending.get(data.id) : undefined;
      if (asked === undefined) return;
      if (data.kind === 'progress') asked.onProgress(data.progress);
      else {
        pending.delete(data.id);
        asked.settle(data.result);
      }
    });
    started.addEventListener('error', (event) => {
      if (isPresent()) crash(event.message);
    });
    started.addEventListener('messageerror', () => {
      if (isPresent()) crash('an answer could not be read');
    });
    return started;
  };

  const send = (ask: DeskAsk): void => {
    worker ??= start();
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(ask);
  };

  const drop = (id: number): void => {
    pending.delete(id);
    end();
    // A worker hears nothing in the middle of its work: a fresh one takes up what others wait for.
    for (const { ask } of pending.values()) send(ask);
  };

  return {
    ask: <M extends DeskMethod>(
      method: M,
      question: DeskQuestions[M],
      { signal, onProgress = () => undefined }: Asking = {},
    ) =>
      new Promise<Result<DeskAnswers[M], DeskFailure>>((resolve, reject) => {
        signal?.throwIfAborted();
        const id = ++lastId;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- method and question are a pair, which the generic forgets
        const ask = { id, method, question } as DeskAsk;
        const cancel = (): void => {
          drop(id);
          reject(signal?.reason instanceof Error ? signal.reason : aborted());
        };
        pending.set(id, {
          ask,
          onProgress,
          settle: (result) => {
            signal?.removeEventListener('abort', cancel);
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a method is answered with that method's answer
            resolve(result as Result<DeskAnswers[M], DeskFailure>);
          },
          reject: (reason) => {
            signal?.removeEventListener('abort', cancel);
            reject(reason);
          },
        });
        signal?.addEventListener('abort', cancel, { once: true });
        send(ask);
      }),
    close() {
      end();
      const left = [...pending.values()];
      pending.clear();
      for (const { reject } of left) reject(aborted());
    },
  };
}

function aborted(): DOMException {
  return new DOMException('No longer wanted.', 'AbortError');
}
