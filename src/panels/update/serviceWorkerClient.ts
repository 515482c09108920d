/*
 * The page's side of the service worker: registers it, hears of a new version, lets it take over when asked.
 * Knows: the browser's service workers. Must not know: what a version holds, React.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { ownScript } from '../../base/ownWorker.ts';
import { whileUnused } from './inUse.ts';

export type Update =
  /** This is the newest version, as far as is known. */
  | 'none'
  | 'ready'
  /** It was asked for, and a window is in use. */
  | 'held-up'
  /** Another window has let it take over: this page is of the version before. */
  | 'elsewhere';

export interface UpdateState {
  readonly update: Update;
  /** Lets the new version take over and reloads the page, where no window is in use. */
  readonly apply: () => Promise<void>;
}

/** Asked for at most this often by a page that stays open. */
const ASK_AGAIN_MS = 3_600_000;

/** Registers the service worker that the build wrote beside the page. */
export async function connectServiceWorker(): Promise<StoreApi<UpdateState>> {
  const { serviceWorker } = navigator;
  const url = new URL('service-worker.js', document.baseURI).href;
  const registration = await serviceWorker.register(ownScript(url), { updateViaCache: 'none' });
  let isApplying = false;

  const store = createStore<UpdateState>()((set) => ({
    update: 'none',
    apply: async () => {
      const { waiting } = registration;
      if (waiting === null) return location.reload();
      isApplying = true;
      const isDone = await whileUnused(async () => {
        const taken = new Promise((resolve) => {
          serviceWorker.addEventListener('controllerchange', resolve, { once: true });
        });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has its page's own
        waiting.postMessage('take-over');
        await taken;
        location.reload();
      });
      isApplying = false;
      if (!isDone) set({ update: 'held-up' });
    },
  }));

  const look = (): void => {
    // The first version of all has nobody to take over from.
    if (registration.waiting !== null && serviceWorker.controller !== null) {
      store.setState({ update: 'ready' });
    }
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  const hadVersion = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadVersion && !isApplying) store.setState({ update: 'elsewhere' });
  });

  let askedAtMs = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') return;
    if (performance.now() - askedAtMs < ASK_AGAIN_MS) return;
    askedAtMs = performance.now();
    // Without a network there is no newer version to be had, and nobody to tell.
    registration.update().catch(() => undefined);
  });
  return store;
}

/**
 * Whether this page is one to keep: served as built, over http or https, in a window of its own. The
 * development server changes its files, a file has no server, and a frame belongs to somebody else's page.
 */
export function isKeptOnDevice(): boolean {
  return (
    import.meta.env.PROD &&
    location.protocol.startsWith('http') &&
    'serviceWorker' in navigator &&
    window.top === window
  );
}
