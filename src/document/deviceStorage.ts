/*
 * A place on this device that outlives the page: IndexedDB, with word to the other windows of the program.
 * Knows: IndexedDB, BroadcastChannel. Must not know: what is kept.
 */
import { createStore, get, update, type UseStore } from 'idb-keyval';

export interface DeviceStorage {
  /** Undefined where nothing is kept. Rejects where the browser allows no storage. */
  get(key: string): Promise<unknown>;
  /** Reads and writes in one go, so that no other window comes between; what `change` throws, rejects. */
  update(key: string, change: (before: unknown) => unknown): Promise<void>;
  /** Calls back when another window has changed what is kept under the key; the result ends that. */
  listen(key: string, onChange: () => void): () => void;
}

const DATABASE = 'threadline';

export function indexedDbStorage(list: string): DeviceStorage {
  let opened: UseStore | null = null;
  // Opened when first used: a browser that allows no storage throws here, and the caller tells it.
  const store = (): UseStore => {
    opened ??= createStore(`${DATABASE}.${list}`, list);
    return opened;
  };
  const channelName = `${DATABASE}.${list}`;
  return {
    // Async, so that whatever the browser throws at once becomes a rejection too.
    get: async (key) => get<unknown>(key, store()),
    update: async (key, change) => {
      await update<unknown>(key, change, store());
      const channel = new BroadcastChannel(channelName);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin by itself
      channel.postMessage(key);
      channel.close();
    },
    listen: (key, onChange) => {
      const channel = new BroadcastChannel(channelName);
      channel.addEventListener('message', ({ data }) => {
        if (data === key) onChange();
      });
      return () => channel.close();
    },
  };
}

/** Where nothing can be kept, with the reason in words. */
export function noStorage(reason: string): DeviceStorage {
  return {
    get: () => Promise.resolve(undefined),
    update: () => Promise.reject(new NotKept(reason)),
    listen: () => () => undefined,
  };
}

/** A failure that already says in words why nothing is kept. */
class NotKept extends Error {}

/** Why the device refuses, as the user reads it. */
export function storageReason(error: unknown): string {
  if (error instanceof NotKept) return error.message;
  if (error instanceof Error && error.name === 'QuotaExceededError') {
    return 'This device has no room left for it.';
  }
  return 'The browser keeps nothing for this page: a private window, or storage is switched off.';
}
