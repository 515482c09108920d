/*
 * The page's side of the channel: an engine whose answers come from a worker.
 * Knows: the port and its messages. Must not know: how the worker is made, what it answers from.
 */
import { assertNever } from '../base/assertNever.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { unpackNetwork } from './packedNetwork.ts';
import type { RecordKey, RecordList, RecordOf } from '../model/edits/edits.ts';
import type { Engine } from './port.ts';
import type { HistoryDesk } from './port/desk.ts';
import {
  unpackTimeline,
  type End,
  type FromWorker,
  type HistoryPlace,
  type Method,
  type Questions,
  type TellsProgress,
  type ToWorker,
  type Unopened,
  type WireAnswers,
} from './wire.ts';

/** What this needs of a Worker. */
export interface WorkerEnd extends End<ToWorker, FromWorker> {
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  addEventListener(type: 'messageerror', listener: () => void): void;
  terminate(): void;
}

interface Opening {
  readonly onProgress: TellsProgress;
  readonly onOpened: (engine: Engine) => void;
  readonly onFailed: (failure: Unopened) => void;
}

interface Pending {
  readonly resolve: (answer: WireAnswers[Method]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Has a worker of its own open what stands at an absolute address. The worker ends when this fails, when
 * `signal` aborts before it is done (rejects with the signal's reason), and when the engine is closed; `end`
 * is for one that needs another way.
 */
export function openWorkerEngine(
  worker: WorkerEnd,
  place: HistoryPlace,
  signal: AbortSignal,
  onProgress: TellsProgress = () => undefined,
  end: () => void = () => worker.terminate(),
): Promise<Result<Engine, Unopened>> {
  return new Promise((resolve, reject) => {
    const client = new Client(worker, end, {
      onProgress,
      onOpened(engine) {
        signal.removeEventListener('abort', abort);
        resolve(ok(engine));
      },
      onFailed(failure) {
        signal.removeEventListener('abort', abort);
        resolve(fail(failure));
      },
    });
    const abort = (): void => {
      client.close();
      // What aborts a signal may give any reason.
      reject(signal.reason instanceof Error ? signal.reason : aborted());
    };
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    client.open(place);
  });
}

class Client implements Engine {
  readonly #worker: WorkerEnd;
  readonly #endWorker: () => void;
  readonly #on: Opening;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #isOpen = false;
  /** Why nothing is answered any more. */
  #ended: Error | null = null;

  constructor(worker: WorkerEnd, endWorker: () => void, on: Opening) {
    this.#worker = worker;
    this.#endWorker = endWorker;
    this.#on = on;
    worker.addEventListener('message', ({ data }) => this.#receive(data));
    worker.addEventListener('error', (event) => this.#crash(event.message));
    worker.addEventListener('messageerror', () => this.#crash('an answer could not be read'));
  }

  open(place: HistoryPlace): void {
    this.#send({ kind: 'open', ...place });
  }

  dataset(signal?: AbortSignal) {
    return this.#ask('dataset', null, signal);
  }

  facets(question: Questions['facets'], signal?: AbortSignal) {
    return this.#ask('facets', question, signal);
  }

  async timeline(question: Questions['timeline'], signal?: AbortSignal) {
    return unpackTimeline(await this.#ask('timeline', question, signal));
  }

  statistics(question: Questions['statistics'], signal?: AbortSignal) {
    return this.#ask('statistics', question, signal);
  }

  events(question: Questions['events'], signal?: AbortSignal) {
    return this.#ask('events', question, signal);
  }

  related(highlight: Questions['related'], signal?: AbortSignal) {
    return this.#ask('related', highlight, signal);
  }

  async network(question: Questions['network'], signal?: AbortSignal) {
    return unpackNetwork(await this.#ask('network', question, signal));
  }

  neighbours(question: Questions['neighbours'], signal?: AbortSignal) {
    return this.#ask('neighbours', question, signal);
  }

  places(question: Questions['places'], signal?: AbortSignal) {
    return this.#ask('places', question, signal);
  }

  details(ref: Questions['details'], signal?: AbortSignal) {
    return this.#ask('details', ref, signal);
  }

  search(question: Questions['search'], signal?: AbortSignal) {
    return this.#ask('search', question, signal);
  }

  desk: HistoryDesk | null = {
    edit: (edit) => this.#ask('edit', edit),
    record: async <List extends RecordList>(list: List, key: RecordKey) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list holds its own records
      (await this.#ask('record', { list, key })) as RecordOf[List] | null,
    plan: (wish) => this.#ask('plan', wish),
    whole: () => this.#ask('whole', null),
  };

  close(): void {
    this.#end(aborted());
  }

  #ask<M extends Method>(
    method: M,
    question: Questions[M],
    signal?: AbortSignal,
  ): Promise<WireAnswers[M]> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#ended !== null) throw this.#ended;
      const id = ++this.#lastId;
      const cancel = (): void => {
        this.#pending.delete(id);
        this.#send({ kind: 'cancel', id });
        reject(signal?.reason instanceof Error ? signal.reason : aborted());
      };
      this.#pending.set(id, {
        resolve: (answer) => {
          signal?.removeEventListener('abort', cancel);
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a method is answered with that method's answer
          resolve(answer as WireAnswers[M]);
        },
        reject: (error) => {
          signal?.removeEventListener('abort', cancel);
          reject(error);
        },
      });
      signal?.addEventListener('abort', cancel, { once: true });
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- method and question are a pair, which the generic forgets
      this.#send({ kind: 'ask', id, method, question } as ToWorker);
    });
  }

  #send(message: ToWorker): void {
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'progress':
        if (this.#ended === null) this.#on.onProgress(message.progress);
        return;
      case 'opened':
        if (!message.hasDesk) this.desk = null;
        this.#isOpen = true;
        this.#on.onOpened(this);
        return;
      case 'failed':
        this.#end(new Error(message.failure.message));
        this.#on.onFailed(message.failure);
        return;
      case 'answer':
        this.#taken(message.id)?.resolve(message.answer);
        return;
      case 'refused':
        this.#taken(message.id)?.reject(new Error(message.message));
        return;
      default:
        assertNever(message);
    }
  }

  /** None where the question was cancelled while its answer was on its way. */
  #taken(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #crash(reason: string): void {
    if (this.#ended !== null) return;
    // A worker that cannot be loaded at all gives no reason.
    const because = reason === '' ? 'it could not be started' : reason;
    const message = `The part of the program that reads histories has stopped: ${because}. Reload the page to go on.`;
    this.#end(new Error(message));
    if (!this.#isOpen) {
      this.#on.onFailed({ kind: 'crashed', message, problems: [], problemsTotal: 0 });
    }
  }

  #end(why: Error): void {
    if (this.#ended !== null) return;
    this.#ended = why;
    this.#endWorker();
    const left = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of left) reject(why);
  }
}

function aborted(): DOMException {
  return new DOMException('No longer wanted.', 'AbortError');
}
