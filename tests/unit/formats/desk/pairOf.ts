/*
 * A formats' worker that is none: both ends in this thread, over real channels, so that messages are cloned.
 */
import type { DeskWorker } from '../../../../src/formats/desk/client.ts';
import type { DeskAsk, FromDesk } from '../../../../src/formats/desk/messages.ts';
import { serveDesk, type DeskPage } from '../../../../src/formats/desk/server.ts';

export interface Workers {
  readonly start: () => DeskWorker;
  /** How many were started, and how many of them have ended. */
  readonly started: () => number;
  readonly ended: () => number;
  /** What the browser does when a worker's script throws, or cannot be loaded. */
  readonly crash: (message: string) => void;
}

export function workersOf(serve: (page: DeskPage) => void = serveDesk): Workers {
  let [started, ended] = [0, 0];
  let onError: ((event: ErrorEvent) => void)[] = [];
  const start = (): DeskWorker => {
    const { port1, port2 } = new MessageChannel();
    started += 1;
    onError = [];
    serve({
      postMessage: (message: FromDesk) => port2.postMessage(message),
      addEventListener: (_type, listener: (event: MessageEvent<DeskAsk>) => void) => {
        port2.addEventListener('message', listener);
        port2.start();
      },
    });
    function addEventListener(
      ...[type, listener]:
        | [type: 'message', listener: (event: MessageEvent<FromDesk>) => void]
        | [type: 'error', listener: (event: ErrorEvent) => void]
        | [type: 'messageerror', listener: () => void]
    ): void {
      if (type === 'error') onError.push(listener);
      else if (type === 'message') {
        port1.addEventListener('message', listener);
        port1.start();
      }
    }
    return {
      postMessage: (message) => port1.postMessage(message),
      addEventListener,
      terminate: () => {
        ended += 1;
        port1.close();
        port2.close();
      },
    };
  };
  return {
    start,
    started: () => started,
    ended: () => ended,
    crash: (message) => onError.forEach((listener) => listener({ message } as ErrorEvent)),
  };
}
