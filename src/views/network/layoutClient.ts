/*
 * The page's side of the layout's worker: starts it, sends networks, hands on what comes back.
 * Knows: the worker's file, messages. Must not know: what is done with places and pictures.
 */
// The address by itself: `new Worker(new URL(…))` would pass no policy (base/ownWorker.ts).
// oxlint-disable-next-line import/default -- Vite makes it
import workerUrl from './layoutWorker.ts?worker&url';
import { startOwnWorker } from '../../base/ownWorker.ts';
import type { LayoutReport, LayoutRequest } from './layoutMessages.ts';

export interface LayoutClient {
  send(request: LayoutRequest): void;
  close(): void;
}

/** @param onReport called for each report, in order, never while `send` runs */
export function connectLayout(onReport: (report: LayoutReport) => void): LayoutClient {
  if (typeof Worker === 'undefined') return connectHere(onReport);
  const worker = startOwnWorker(workerUrl, 'network layout');
  let here: LayoutClient | null = null;
  const last = new Map<LayoutRequest['kind'], LayoutRequest>();
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutReport>) => onReport(data));
  // A worker that does not start (its file is gone after an update) must not leave the view empty.
  worker.addEventListener('error', (event) => {
    reportError(event.error ?? new Error(`The network's layout stopped: ${event.message}`));
    worker.terminate();
    here ??= connectHere(onReport);
    for (const request of last.values()) here.send(request);
  });
  return {
    send(request) {
      last.set(request.kind, request);
      if (here === null) worker.postMessage(request, []);
      else here.send(request);
    },
    close() {
      worker.terminate();
      here?.close();
    },
  };
}

/** The same work on the page's own thread, where there is no worker. */
function connectHere(onReport: (report: LayoutReport) => void): LayoutClient {
  let isOpen = true;
  const served = import('./layoutServer.ts').then(({ serveLayout }) =>
    serveLayout((report) => {
      if (isOpen) onReport(report);
    }),
  );
  return {
    send(request) {
      void served.then((receive) => {
        if (isOpen) receive(request);
        return null;
      });
    },
    close() {
      isOpen = false;
    },
  };
}
