/*
 * The worker's boot. Vite makes a file of its own of it; layoutClient.ts starts it.
 */
import type { LayoutRequest } from './layoutMessages.ts';
import { serveLayout } from './layoutServer.ts';

const receive = serveLayout((report, transfer) => self.postMessage(report, { transfer }));
self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => receive(data));
