/*
 * The formats' worker without a worker: both ends in this thread, since jsdom has none and clones no Blob.
 */
import type { DeskWorker } from '../../src/formats/desk/client.ts';
import type { DeskAsk, FromDesk } from '../../src/formats/desk/messages.ts';
import { serveDesk } from '../../src/formats/desk/server.ts';

export function localDesk(): DeskWorker {
  const toPage: ((event: MessageEvent<FromDesk>) => void)[] = [];
  const toWorker: ((event: MessageEvent<DeskAsk>) => void)[] = [];
  let isEnded = false;
  const deliver = <T>(listeners: readonly ((event: MessageEvent<T>) => void)[], data: T): void => {
    setTimeout(() => {
      if (isEnded) return;
      for (const listener of listeners) listener(new MessageEvent('message', { data }));
    });
  };
  serveDesk({
    postMessage: (message) => deliver(toPage, message),
    addEventListener: (_, listener) => void toWorker.push(listener),
  });
  function addEventListener(
    ...[type, listener]:
      | [type: 'message', listener: (event: MessageEvent<FromDesk>) => void]
      | [type: 'error', listener: (event: ErrorEvent) => void]
      | [type: 'messageerror', listener: () => void]
  ): void {
    if (type === 'message') toPage.push(listener);
  }
  return {
    postMessage: (message) => deliver(toWorker, message),
    addEventListener,
    terminate: () => {
      isEnded = true;
    },
  };
}
