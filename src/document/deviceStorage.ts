/*
 * A place on this device that outlives the page: values under keys, with word to the program's other windows.
 * Knows: the device's databases. Must not know: what is kept.
 */
import { deviceDatabase, hearWindows, ON_DISK, settled, tellWindows } from './deviceDatabase.ts';

export interface DeviceStorage {
  /** Undefined where nothing is kept. Rejects where the browser allows no storage. */
  get(key: string): Promise<unknown>;
  /** Reads and writes in one go, so that no other window comes between; what `change` throws, rejects. */
  update(key: string, change: (before: unknown) => unknown): Promise<void>;
  /** Calls back when another window has changed what is kept under the key; the result ends that. */
  listen(key: string, onChange: () => void): () => void;
}

export function indexedDbStorage(list: string): DeviceStorage {
  const name = `threadline.${list}`;
  const database = deviceDatabase<unknown>({
    name,
    version: 1,
    upgrade: (db) => void db.createObjectStore(list),
  });
  return {
    get: async (key): Promise<unknown> => (await database()).get(list, key),
    update: async (key, change) => {
      const transaction = (await database()).transaction(list, 'readwrite', ON_DISK);
      await settled(transaction, async () => {
        await transaction.store.put(change(await transaction.store.get(key)), key);
      });
      tellWindows(name, key);
    },
    listen: (key, onChange) => hearWindows(name, key, onChange),
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
export class NotKept extends Error {}

/** Why the device refuses, as the user reads it. */
export function storageReason(error: unknown): string {
  if (error instanceof NotKept) return error.message;
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'This device has no room left for it.';
  if (name === 'VersionError') {
    return 'A newer version of the program has been here: reload the page to go on with that one.';
  }
  return 'The browser keeps nothing for this page: a private window, or storage is switched off.';
}
