/*
 * Starts a worker for each history that is opened and hands out its engine.
 * Knows: the page's address, the worker's file. Must not know: what the worker does.
 */
import { oneFile } from './base/oneFile.ts';
import { startOwnWorker } from './base/ownWorker.ts';
import { fail, type Result } from './base/result.ts';
import type { Engine, OpenFailure, SourceAddress } from './engine/port.ts';
import { openWorkerEngine } from './engine/workerEngine.ts';
// The address by itself: `new Worker(new URL(…))` would pass no policy (base/ownWorker.ts).
// oxlint-disable-next-line import/default -- Vite makes it
import workerUrl from './worker.ts?worker&url';
// oxlint-disable-next-line import/default -- Vite makes it
import clickhouseUrl from './clickhouseWorker.ts?worker&url';

/**
 * Opens the history at an address, relative to the page's own. Fails in words; rejects with an AbortError
 * when the signal aborts first.
 */
export async function openInWorker(
  address: SourceAddress,
  signal: AbortSignal,
): Promise<Result<Engine, OpenFailure>> {
  signal.throwIfAborted();
  const url = URL.canParse(address.url, document.baseURI)
    ? new URL(address.url, document.baseURI)
    : null;
  const within = address.isBundled ? (oneFile()?.history() ?? null) : null;
  if (url === null || (within === null && !isFetchable(url))) {
    return fail({
      kind: 'unreachable',
      message: `“${address.url.slice(0, 200)}” is not an address that can be opened. Use one that begins with https:// or http://, or the path of a file beside this page.`,
      problems: [],
      problemsTotal: 0,
    });
  }
  if (isDatabase(url)) {
    const asker = startOwnWorker(clickhouseUrl, 'threadline-database');
    return openWorkerEngine(asker, { url: address.url, text: null }, signal);
  }
  const worker = startOwnWorker(workerUrl, 'threadline');
  return openWorkerEngine(worker, { url: url.href, text: within }, signal);
}

function isFetchable({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:' || protocol === 'clickhouse:';
}

function isDatabase({ protocol }: URL): boolean {
  return protocol === 'clickhouse:';
}
