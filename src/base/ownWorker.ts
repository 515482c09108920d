/*
 * Starts workers from the program's own files, and from nothing else.
 * Knows: the page's address, Trusted Types. Must not know: what a worker does.
 */
import { oneFile } from './oneFile.ts';

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
    if (!isOwn(url)) throw new TypeError(`Not a script of this program: ${url}`);
    return oneFile()?.addressOf(url) ?? url;
  },
});

/**
 * Scripts lie beside this one, the service worker above them, so that it reaches the page; addresses come
 * from the bundler, and are never made of data.
 */
function isOwn(url: string): boolean {
  const here = new URL('.', import.meta.url);
  const { href } = new URL(url, document.baseURI);
  return (
    href.startsWith(here.href) ||
    href === new URL('../service-worker.js', here).href ||
    // The development server keeps each file in its own folder.
    (import.meta.env.DEV && href.startsWith(`${here.origin}/`))
  );
}

/**
 * A module worker from a file of the program.
 *
 * @param url as `import url from './file.ts?worker&url'` gives it
 * @param name what developers' tools call it
 */
export function startOwnWorker(url: string, name: string): Worker {
  return new Worker(ownScript(url), { type: oneFile() === null ? 'module' : 'classic', name });
}

/**
 * The address of a script of the program, passed: a TrustedScriptURL where the browser has them, which takes
 * the place of a string. Throws where it is none of the program's.
 */
export function ownScript(url: string): string {
  return policy?.createScriptURL(url) ?? oneFile()?.addressOf(url) ?? url;
}
