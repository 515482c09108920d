/*
 * Starts a worker for each history that is opened and hands out its engine.
 * Knows: the page's address, the workers' files. Must not know: what the workers do.
 */
import { oneFile } from './base/oneFile.ts';
import { startOwnWorker } from './base/ownWorker.ts';
import { fail, ok, type Result } from './base/result.ts';
import { createFirstEngine, saysTheSame, type FirstAnswers } from './engine/firstAnswers.ts';
import type { Engine, OpenFailure, SourceAddress } from './engine/port.ts';
import type { HistoryPlace, ToWorker } from './engine/wire.ts';
import { openWorkerEngine } from './engine/workerEngine.ts';
import type { OpeningEars, OpenSource } from './state/appState.ts';
import type { MeasureName } from './state/measure.ts';
// The addresses by themselves: `new Worker(new URL(…))` would pass no policy (base/ownWorker.ts).
// oxlint-disable-next-line import/default -- Vite makes it
import formatsWorkerUrl from './formatsWorker.ts?worker&url';
// oxlint-disable-next-line import/default -- Vite makes it
import workerUrl from './worker.ts?worker&url';
// oxlint-disable-next-line import/default -- Vite makes it
import clickhouseUrl from './clickhouseWorker.ts?worker&url';

/** The worker that reads and writes files of all formats; formats/desk speaks with it. */
export function startFormatsWorker(): Worker {
  return startOwnWorker(formatsWorkerUrl, 'threadline formats');
}

/**
 * As openInWorker, but the bundled history stands at once, by the answers that came with the page; the worker
 * opens it after the first picture, or when something else is asked. Where the worker cannot, or says otherwise (the file beside the page is another by now),
 * `again` is told to open it once more, and that opening waits for the worker.
 */
export function openAtOnce(
  first: FirstAnswers,
  again: (address: SourceAddress) => void,
): OpenSource {
  let isTrusted = true;
  return (address, signal, ears) => {
    if (!isTrusted || !address.isBundled || address.content !== undefined) {
      return openInWorker(address, signal, ears);
    }
    const open = async (): Promise<Engine> => {
      const opened = await openInWorker(address, signal, ears);
      if (opened.ok && (await saysTheSame(first, opened.value))) return opened.value;
      isTrusted = false;
      again(address);
      if (!opened.ok) throw new Error(opened.error.message);
      opened.value.close();
      // Whoever still waits is asked again by the other opening.
      return new Promise(() => undefined);
    };
    let opening: Promise<Engine> | null = null;
    const once = (): Promise<Engine> => (opening ??= open());
    // Whoever waits for it is told of its failure.
    void loaded()
      .then(once)
      .catch(() => undefined);
    return Promise.resolve(ok(createFirstEngine(first, once)));
  };
}

/** Once the first picture stands: until then the processor is its own. */
function loaded(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((measures) => {
      if (measures.getEntriesByName('load' satisfies MeasureName).length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'measure', buffered: true });
  });
}

/**
 * Opens the history at an address, relative to the page's own. Fails in words; rejects with an AbortError
 * when the signal aborts first.
 */
export async function openInWorker(
  address: SourceAddress,
  signal: AbortSignal,
  ears: OpeningEars,
): Promise<Result<Engine, OpenFailure>> {
  signal.throwIfAborted();
  if (address.url.startsWith('kept:')) {
    const { openKept } = await import('./state/openKept.ts');
    return openKept(address.url, (content) => openAt({ url: address.url, content }, signal, ears));
  }
  if (address.url.startsWith('clickhouse:')) {
    if (oneFile() !== null) {
      return refused(
        'This file holds all of the program and connects to nowhere, so it can ask no database. Open the address in the program on the web.',
      );
    }
    const asker = startOwnWorker(clickhouseUrl, 'threadline-database');
    const place = { url: address.url, content: null };
    const opened = await openWorkerEngine(asker, place, signal, ears.onProgress, () =>
      sendOff(asker),
    );
    return opened.ok ? opened : fail(opened.error);
  }
  const place = placeOf(address);
  if (!place.ok) return place;
  const opened = await openAt(place.value, signal, ears);
  if (opened.ok) return opened;
  const { content, ...failure } = opened.error;
  if (content === undefined) return fail(failure);
  const { readOther } = await import('./panels/open/readOther.ts');
  const file = { url: place.value.url, content };
  const read = await readOther(startFormatsWorker, file, failure, signal, ears);
  return read.ok ? openAt({ ...place.value, content: read.value }, signal, ears) : read;
}

/** How long a worker may still tell a database what nobody waits for any more. */
const GOODBYE_MS = 2000;

function sendOff(asker: Worker): void {
  const close: ToWorker = { kind: 'close' };
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  asker.postMessage(close);
  setTimeout(() => asker.terminate(), GOODBYE_MS);
}

function openAt(
  place: HistoryPlace,
  signal: AbortSignal,
  { onProgress }: OpeningEars,
): ReturnType<typeof openWorkerEngine> {
  return openWorkerEngine(startOwnWorker(workerUrl, 'threadline'), place, signal, onProgress);
}

function placeOf({ url, isBundled, content }: SourceAddress): Result<HistoryPlace, OpenFailure> {
  if (content !== undefined) return ok({ url, content });
  if (url.startsWith('local:')) {
    return refused(
      'This history was open in a page that has been closed or reloaded, and was not kept on this device. Open its file again.',
    );
  }
  const parsed = URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : null;
  const within = isBundled ? (oneFile()?.history() ?? null) : null;
  if (parsed === null || (within === null && !isFetchable(parsed))) {
    return refused(
      `“${url.slice(0, 200)}” is not an address that can be opened. Use one that begins with https:// or http://, or the path of a file beside this page.`,
    );
  }
  return ok({ url: parsed.href, content: within });
}

function refused(message: string): Result<never, OpenFailure> {
  return fail({ kind: 'unreachable', message, problems: [], problemsTotal: 0 });
}

function isFetchable({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}
