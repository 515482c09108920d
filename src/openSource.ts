/*
 * Starts a worker for each history that is opened and hands out its engine.
 * Knows: the page's address, the worker's file. Must not know: what the worker does.
 */
import { fail, type Result } from './base/result.ts';
import type { Engine, OpenFailure, SourceAddress } from './engine/port.ts';
import { openWorkerEngine } from './engine/workerEngine.ts';
// The address by itself: `new Worker(new URL(…))` would leave no room for the policy below.
// oxlint-disable-next-line import/default -- Vite makes it
import workerUrl from './worker.ts?worker&url';

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
  if (url === null || !isFetchable(url)) {
    return fail({
      kind: 'unreachable',
      message: `“${address.url.slice(0, 200)}” is not an address that can be opened. Use one that begins with https:// or http://, or the path of a file beside this page.`,
      problems: [],
      problemsTotal: 0,
    });
  }
  const worker = new Worker(trustedWorkerUrl(), { type: 'module', name: 'threadline' });
  return openWorkerEngine(worker, url.href, signal);
}

function isFetchable({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

/** The part of the Trusted Types API that is used; TypeScript's own library does not have it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * The one thing that the page lets run beside its own script: under `require-trusted-types-for 'script'`
 * a worker starts only from an address that a policy has passed.
 */
const policy = globalThis.trustedTypes?.createPolicy('threadline', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`Not a script of this program: ${url}`);
    return url;
  },
});

/** A TrustedScriptURL where the browser has them, which Worker takes for a string. */
function trustedWorkerUrl(): string {
  return policy?.createScriptURL(workerUrl) ?? workerUrl;
}
