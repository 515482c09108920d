/*
 * The service worker: keeps the built program on the device, so that it opens without a network.
 * Knows: the list of built files, which the build fills in (scripts/serviceWorker.ts). Must not know: the program.
 * A new version waits until the page asks for it (panels/update): nothing changes under somebody who presents.
 */
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** Path of each file and the hash of what is in it; null where the path itself has it. */
declare const __BUILT_FILES__: { url: string; revision: string | null }[];

/** Of a service worker's global scope, which the DOM's types do not have. */
declare function skipWaiting(): Promise<void>;

precacheAndRoute(__BUILT_FILES__, {
  // What stands after "?" is for the page's script: the page is the same file for every history.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});
cleanupOutdatedCaches();

addEventListener('message', ({ data }) => {
  if (data === 'take-over') void skipWaiting();
});
