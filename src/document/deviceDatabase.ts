/*
 * A database on this device, opened when it is first needed and again after the browser has closed it.
 * Knows: IndexedDB, versions of a database. Must not know: what is kept in it.
 */
import { openDB, type IDBPDatabase, type OpenDBCallbacks } from 'idb';

/** What is written is on the disk when the browser says so, and not only on its way there. */
export const ON_DISK = { durability: 'strict' } as const;

export interface DatabaseOptions<Schema> {
  readonly name: string;
  /** Raised when stores are added; a program of an older version then no longer opens it. */
  readonly version: number;
  readonly upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>;
}

/** The open database; rejects where the browser allows no storage. */
export type DeviceDatabase<Schema> = () => Promise<IDBPDatabase<Schema>>;

export function deviceDatabase<Schema>({
  name,
  version,
  upgrade,
}: DatabaseOptions<Schema>): DeviceDatabase<Schema> {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = (): void => {
    opened = null;
  };
  // Async, so that whatever the browser throws at once becomes a rejection too.
  const open = async (): Promise<IDBPDatabase<Schema>> => {
    const database = await openDB<Schema>(name, version, {
      upgrade,
      // A newer program, in another window, waits for this one to let go; what is being written is finished first.
      blocking: () => {
        forget();
        database.close();
      },
      terminated: forget,
    });
    return database;
  };
  return () => {
    opened ??= open().catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}

interface Settling {
  readonly done: Promise<void>;
  abort(): void;
}

/** Resolves when the transaction is complete; whatever fails in it undoes all of it, and is what rejects. */
export async function settled<T>(transaction: Settling, act: () => Promise<T>): Promise<T> {
  // The first cause is told: until it is awaited below, the rejection of the whole is nobody's.
  transaction.done.catch(() => undefined);
  let result: T;
  try {
    result = await act();
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself, as after a request that failed.
    }
    throw error;
  }
  await transaction.done;
  return result;
}

/** Word to the other windows of the program that something under a key has changed. */
export function tellWindows(channelName: string, key: string): void {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin by itself
  channel.postMessage(key);
  channel.close();
}

/** Calls back when another window has told of this key; the result ends that. */
export function hearWindows(channelName: string, key: string, onChange: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => {
    if (data === key) onChange();
  });
  return () => channel.close();
}

/** Asks that the browser does not clear it away for want of room; a refusal changes nothing else. */
export function askToStay({ navigator }: Window): void {
  if ('storage' in navigator) navigator.storage.persist().catch(() => undefined);
}
