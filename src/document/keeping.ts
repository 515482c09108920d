/*
 * Keeps a value on this device soon after each change, says how that stands, and never overwrites what
 * another window has kept since.
 * Knows: the device's storage, revisions. Must not know: what the value is, React.
 */
import { storageReason, type DeviceStorage } from './deviceStorage.ts';

/** Changes wait this long for others to go along; with the writing itself well under half a second. */
const GATHER_MS = 200;

/** What a full disk refused is tried again, so that room made elsewhere is found by itself. */
const AGAIN_MS = 5000;

export type Keeping =
  /** All that there is to keep is kept. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another window kept something else since. */
  | { readonly kind: 'overtaken' };

export interface Writer<Waiting> {
  /** Written soon, together with what waits already. */
  put(waiting: Waiting): void;
  /** What waits is written now, as when the page is left. */
  flush(): Promise<void>;
  /** After a failure: once more. Over another window's: this one's counts. */
  insist(): Promise<void>;
  /** What waits is not to be written any more. */
  drop(): void;
  /** Whether something is not written yet. */
  isPending(): boolean;
}

export interface WriterOptions<Waiting> {
  /** Resolves when it is on the disk. Rejects with Overtaken where another window was faster, unless it insists. */
  readonly write: (waiting: Waiting, isInsisting: boolean) => Promise<void>;
  /** What is to be written when `next` comes while `before` waits. */
  readonly join: (before: Waiting, next: Waiting) => Waiting;
  readonly gatherMs: number;
  readonly onChange: (keeping: Keeping) => void;
}

/** Writes one after the other what is to be kept, and says how that stands. */
export function createWriter<Waiting>({
  write,
  join,
  gatherMs,
  onChange,
}: WriterOptions<Waiting>): Writer<Waiting> {
  /** Nothing, or one value that all that waits was joined to. */
  let waiting: readonly Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> | null = null;
  let state: 'well' | 'failed' | 'overtaken' = 'well';
  /** Counts the drops, so that a writing that was under way then does not bring back what it had. */
  let drops = 0;

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const startTimer = (ms: number): void => {
    timer ??= setTimeout(() => void begin(false), ms);
  };
  const wait = (values: readonly Waiting[]): void => {
    waiting = values.length < 2 ? values : [values.reduce(join)];
  };

  const writeAll = async (isInsisting: boolean): Promise<void> => {
    const mine = waiting;
    const dropsBefore = drops;
    waiting = [];
    try {
      await Promise.all(mine.map((value) => write(value, isInsisting)));
      state = 'well';
      onChange({ kind: waiting.length === 0 ? 'kept' : 'waiting' });
    } catch (error) {
      if (dropsBefore === drops) {
        wait([...mine, ...waiting]);
        state = error instanceof Overtaken ? 'overtaken' : 'failed';
        if (state === 'failed') startTimer(AGAIN_MS);
        onChange(
          error instanceof Overtaken
            ? { kind: 'overtaken' }
            : { kind: 'failed', reason: storageReason(error) },
        );
      }
    }
    // What came meanwhile is written after it.
    if (state === 'well' && waiting.length > 0) await writeAll(false);
    writing = null;
  };
  const begin = (isInsisting: boolean): Promise<void> => {
    stopTimer();
    if (writing !== null) return writing;
    if (waiting.length === 0 || (state === 'overtaken' && !isInsisting)) return Promise.resolve();
    writing = writeAll(isInsisting);
    return writing;
  };

  return {
    put(value) {
      wait([...waiting, value]);
      if (state === 'overtaken') return;
      // After a failure the next change is a reason to try sooner.
      if (state === 'failed') stopTimer();
      startTimer(gatherMs);
      onChange({ kind: 'waiting' });
    },
    flush: () => begin(false),
    insist: () => begin(true),
    drop() {
      waiting = [];
      drops += 1;
      state = 'well';
      stopTimer();
      onChange({ kind: 'kept' });
    },
    isPending: () => waiting.length > 0 || writing !== null,
  };
}

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

/** Keeps one value, the newest. */
export function createKeeper({ storage, key, onChange }: KeeperOptions): Keeper {
  let revision = 0;
  const writer = createWriter<unknown>({
    write: async (value, isInsisting) => {
      let written = revision;
      await storage.update(key, (before) => {
        const theirs = revisionOf(before);
        if (theirs > revision && !isInsisting) throw new Overtaken();
        written = theirs + 1;
        return { version: 1, revision: written, value } satisfies KeptRecord;
      });
      revision = written;
    },
    join: (_, next) => next,
    gatherMs: GATHER_MS,
    onChange,
  });
  return {
    keep: (value) => writer.put(value),
    flush: () => writer.flush(),
    insist: () => writer.insist(),
    accept(record) {
      revision = record?.revision ?? 0;
      writer.drop();
    },
    isPending: () => writer.isPending(),
    revision: () => revision,
  };
}

/** Another window has written since. */
export class Overtaken extends Error {}

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
