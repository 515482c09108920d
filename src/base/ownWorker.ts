/*
 * Starts workers from the program's own files, and from nothing else.
 * Knows: the page's address, Trusted Types. Must not know: what a worker does.
 */

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
    return url;
  },
});

/** Scripts lie beside this one; addresses come from the bundler, and are never made of data. */
function isOwn(url: string): boolean {
  const here = new URL('.', import.meta.url);
  const { origin, pathname } = new URL(url, document.baseURI);
  // The development server keeps each file in its own folder.
  return origin === here.origin && (import.meta.env.DEV || pathname.startsWith(here.pathname));
}

/**
 * A module worker from a file of the program.
 *
 * @param url as `import url from './file.ts?worker&url'` gives it
 * @param name what developers' tools call it
 */
export function startOwnWorker(url: string, name: string): Worker {
  // A TrustedScriptURL where the browser has them, which Worker takes for a string.
  return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module', name });
}
