/*
 * Keeps a value on this device soon after each change, says how that stands, and never overwrites what
 * another window has kept since.
 * Knows: the device's storage, revisions. Must not know: what the value is, React.
 */
import { storageReason, type DeviceStorage } from './deviceStorage.ts';

/** Changes wait this long for others to go along; with the writing itself well under half a second. */
const GATHER_MS = 200;

export type Keeping =
  /** All that there is to keep is kept. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another window kept something else since. */
  | { readonly kind: 'overtaken' };

/** What stands in the storage. */
export interface KeptRecord {
  readonly version: 1;
  /** Counts the writes, whichever window made them. */
  readonly revision: number;
  readonly value: unknown;
}

export interface Keeper {
  keep(value: unknown): void;
  /** What waits is written now, as when the page is left. */
  flush(): Promise<void>;
  /** After a failure: once more. Over another window's: this one's counts. */
  insist(): Promise<void>;
  /** This window has taken over what stands in the storage. */
  accept(record: KeptRecord | null): void;
  /** Whether something is not kept yet. */
  isPending(): boolean;
  /** The revision that this window knows. */
  revision(): number;
}

export interface KeeperOptions {
  readonly storage: DeviceStorage;
  readonly key: string;
  readonly onChange: (keeping: Keeping) => void;
}

export function createKeeper({ storage, key, onChange }: KeeperOptions): Keeper {
  let revision = 0;
  let waiting: { readonly value: unknown } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isWriting = false;
  let isOvertaken = false;

  const write = async (isInsisting: boolean): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null || isWriting || (isOvertaken && !isInsisting)) return;
    const mine = waiting;
    isWriting = true;
    let written = revision;
    try {
      await storage.update(key, (before) => {
        const theirs = revisionOf(before);
        if (theirs > revision && !isInsisting) throw new Overtaken();
        written = theirs + 1;
        return { version: 1, revision: written, value: mine.value } satisfies KeptRecord;
      });
      revision = written;
      isOvertaken = false;
      if (waiting === mine) waiting = null;
      onChange({ kind: waiting === null ? 'kept' : 'waiting' });
    } catch (error) {
      isOvertaken = error instanceof Overtaken;
      onChange(
        isOvertaken ? { kind: 'overtaken' } : { kind: 'failed', reason: storageReason(error) },
      );
      return;
    } finally {
      isWriting = false;
    }
    // Something newer came while this was on its way.
    if (waiting !== null) await write(false);
  };

  return {
    keep(value) {
      waiting = { value };
      if (isOvertaken) return;
      timer ??= setTimeout(() => void write(false), GATHER_MS);
      onChange({ kind: 'waiting' });
    },
    flush: () => write(false),
    insist: () => write(true),
    accept(record) {
      revision = record?.revision ?? 0;
      waiting = null;
      isOvertaken = false;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      onChange({ kind: 'kept' });
    },
    isPending: () => waiting !== null,
    revision: () => revision,
  };
}

class Overtaken extends Error {}

/** A record that this version of the program wrote; null for anything else. */
export function keptRecord(found: unknown): KeptRecord | null {
  if (typeof found !== 'object' || found === null) return null;
  if (!('version' in found) || found.version !== 1) return null;
  if (!('revision' in found) || typeof found.revision !== 'number') return null;
  return { version: 1, revision: found.revision, value: 'value' in found ? found.value : null };
}

function revisionOf(found: unknown): number {
  return keptRecord(found)?.revision ?? 0;
}
