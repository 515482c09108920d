/*
 * Writes on each answer that leaves this worker when its question was heard and when it was handed over.
 * Knows: the messages' kinds. Must not know: the engine.
 */
import type { FromWorker, ToWorker } from '../../../src/engine/wire.ts';

export interface Stamps {
  readonly heardMs: number;
  readonly handedOverMs: number;
}

const heard = new Map<number, number>();
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'ask') heard.set(data.id, performance.now());
});

const post = self.postMessage.bind(self);
self.postMessage = (message: FromWorker, options?: unknown): void => {
  const heardMs = message.kind === 'answer' ? heard.get(message.id) : undefined;
  const stamps =
    heardMs === undefined ? {} : ({ heardMs, handedOverMs: performance.now() } satisfies Stamps);
  // A worker's own postMessage: the page's takes a target, and the compiler knows only that one.
  post({ ...message, ...stamps }, options as never);
};
