/*
 * The histories on this device: each a base, the edits since, the last state and the one before.
 * Knows: the device's database, its records. Must not know: what an edit or a base says, who writes, the page.
 */
import type { DBSchema, IDBPObjectStore } from 'idb';
import { fail, ok, type Result } from '../../base/result.ts';
import {
  deviceDatabase,
  hearWindows,
  ON_DISK,
  settled,
  tellWindows,
  type DeviceDatabase,
} from '../deviceDatabase.ts';
import { NotKept } from '../deviceStorage.ts';
import { Overtaken } from '../keeping.ts';
import {
  readHistory,
  type HistoryMeta,
  type KeptHistory,
  type NewerHistory,
  type Steps,
} from './records.ts';

/** The last state, or the one before it. */
export type Which = 'last' | 'before';

/** A state as it is put together again: the base, then the edits in their order. */
export interface StoredState {
  readonly history: KeptHistory;
  /** The project's own JSON. */
  readonly base: Blob;
  readonly edits: readonly unknown[];
}

export interface Shelf {
  /** The newest first, without what was removed. Rejects where the browser allows no storage. */
  list(): Promise<readonly (KeptHistory | NewerHistory)[]>;
  /** Puts a history on the shelf, under an id that nothing stands under (newId). */
  add(id: string, base: Blob, meta: HistoryMeta): Promise<void>;
  /** Fails in words. */
  open(id: string, which: Which): Promise<Result<StoredState, string>>;
  /**
   * Appends edits after number `seq` and gives the number of the last one. Rejects with Overtaken where
   * another window was faster. `isNewSitting`: what stood before these edits becomes the state before.
   */
  append(
    id: string,
    seq: number,
    edits: readonly unknown[],
    isNewSitting: boolean,
  ): Promise<number>;
  /** A base that holds all edits up to number `seq`; does nothing where there are newer ones. */
  compact(id: string, seq: number, base: Blob): Promise<void>;
  /** Goes on from another base, as the next edit would; what was last becomes the state before. */
  replace(id: string, seq: number, base: Blob): Promise<number>;
  /** The title of the history has changed. */
  retitle(id: string, title: string): Promise<void>;
  /** Takes it off the shelf; it can be put back until it is cleared away. */
  remove(id: string): Promise<void>;
  putBack(id: string): Promise<void>;
  /** Clears away what was removed longer ago than this. */
  clearRemoved(olderThanMs: number): Promise<void>;
  /** Calls back when another window has changed this history; the result ends that. */
  listen(id: string, onChange: () => void): () => void;
}

interface Schema extends DBSchema {
  histories: { key: string; value: unknown };
  bases: { key: [id: string, seq: number]; value: Blob };
  edits: { key: [id: string, seq: number]; value: unknown };
}

type StoreName = 'histories' | 'bases' | 'edits';
type Store<Name extends StoreName> = IDBPObjectStore<Schema, StoreName[], Name, 'readwrite'>;

interface Stores {
  readonly histories: Store<'histories'>;
  readonly bases: Store<'bases'>;
  readonly edits: Store<'edits'>;
}

const DATABASE = 'threadline.shelf';
const STORES: StoreName[] = ['histories', 'bases', 'edits'];

export interface ShelfOptions {
  readonly nowMs?: () => number;
  /** Why nothing can be kept here, in words; null where it can. */
  readonly refusal?: string | null;
  /** The program's own unless a test brings others. */
  readonly steps?: Steps;
}

export function createShelf({ nowMs = Date.now, refusal = null, steps }: ShelfOptions = {}): Shelf {
  const database: DeviceDatabase<Schema> =
    refusal === null
      ? deviceDatabase({
          name: DATABASE,
          version: 1,
          upgrade: (db) => {
            for (const store of STORES) db.createObjectStore(store);
          },
        })
      : () => Promise.reject(new NotKept(refusal));

  /** All or nothing, and on the disk when it resolves. */
  const write = async <T>(id: string, act: (stores: Stores) => Promise<T>): Promise<T> => {
    const transaction = (await database()).transaction(STORES, 'readwrite', ON_DISK);
    const result = await settled(transaction, () =>
      act({
        histories: transaction.objectStore('histories'),
        bases: transaction.objectStore('bases'),
        edits: transaction.objectStore('edits'),
      }),
    );
    tellWindows(DATABASE, id);
    return result;
  };
  const own = async ({ histories }: Pick<Stores, 'histories'>, id: string) => {
    const history = readHistory(await histories.get(id), steps);
    if (history === null) throw new NotKept('It was deleted from this device, in another window.');
    if (history.version === 'newer') throw new NotKept(NEWER);
    return history;
  };
  /** Changes what is known of a history, and lets go what no state needs any more. */
  const put = async (stores: Stores, history: KeptHistory): Promise<void> => {
    await stores.histories.put(history, history.id);
    const { id, lastSeq, before } = history;
    const keys = await stores.bases.getAllKeys(upTo(id, Infinity));
    const seqs = keys.map(([, seq]) => seq);
    const last = Math.max(...seqs.filter((seq) => seq <= lastSeq));
    const first = before === null ? last : Math.max(...seqs.filter((seq) => seq <= before.seq));
    await Promise.all(
      keys
        .filter(([, seq]) => seq !== last && seq !== first)
        .map((key) => stores.bases.delete(key)),
    );
    await stores.edits.delete(between(id, -Infinity, first));
    const kept = before?.seq ?? last;
    if (kept < last) await stores.edits.delete(between(id, kept, last));
  };

  return {
    async list() {
      const found = await (await database()).getAll('histories');
      return found
        .map((record) => readHistory(record, steps))
        .filter((history) => history !== null)
        .filter((history) => history.version === 'newer' || history.removedAtMs === null)
        .toSorted((a, b) => savedAt(b) - savedAt(a));
    },
    add: (id, base, meta) =>
      write(id, async ({ histories, bases }) => {
        const history: KeptHistory = {
          ...meta,
          version: 1,
          id,
          savedAtMs: nowMs(),
          lastSeq: 0,
          before: null,
          removedAtMs: null,
        };
        // `add` and not `put`: what is there already is never overwritten.
        await histories.add(history, id);
        await bases.add(base, [id, 0]);
      }),
    async open(id, which) {
      const transaction = (await database()).transaction(STORES);
      const history = readHistory(await transaction.objectStore('histories').get(id), steps);
      if (history === null) return fail(GONE);
      if (history.version === 'newer') return fail(NEWER);
      // Until it is put back, as if it had been cleared away already.
      if (history.removedAtMs !== null) return fail(GONE);
      const seq = which === 'last' ? history.lastSeq : history.before?.seq;
      if (seq === undefined) return fail('There is no state before the last one yet.');
      const bases = transaction.objectStore('bases');
      const keys = await bases.getAllKeys(upTo(id, seq));
      const key = keys.at(-1);
      const base = key === undefined ? undefined : await bases.get(key);
      if (key === undefined || base === undefined) return fail(DAMAGED);
      const edits =
        key[1] === seq
          ? []
          : await transaction.objectStore('edits').getAll(between(id, key[1], seq));
      if (edits.length !== seq - key[1]) return fail(DAMAGED);
      return ok({ history, base, edits });
    },
    append: (id, seq, edits, isNewSitting) =>
      write(id, async (stores) => {
        const history = await own(stores, id);
        if (history.lastSeq !== seq) throw new Overtaken();
        // Async, so that what cannot be copied is a rejection among the others.
        await Promise.all(edits.map(async (edit, i) => stores.edits.add(edit, [id, seq + i + 1])));
        const lastSeq = seq + edits.length;
        const before = isNewSitting ? { seq, savedAtMs: history.savedAtMs } : history.before;
        const next = { ...history, lastSeq, before, savedAtMs: nowMs(), removedAtMs: null };
        // Within a sitting no state is given up: there is nothing to let go.
        if (isNewSitting) await put(stores, next);
        else await stores.histories.put(next, id);
        return lastSeq;
      }),
    compact: (id, seq, base) =>
      write(id, async (stores) => {
        const history = await own(stores, id);
        if (history.lastSeq !== seq) return;
        await stores.bases.put(base, [id, seq]);
        await put(stores, history);
      }),
    replace: (id, seq, base) =>
      write(id, async (stores) => {
        const history = await own(stores, id);
        if (history.lastSeq !== seq) throw new Overtaken();
        const lastSeq = seq + 1;
        await stores.bases.add(base, [id, lastSeq]);
        const before = { seq, savedAtMs: history.savedAtMs };
        await put(stores, { ...history, lastSeq, before, savedAtMs: nowMs() });
        return lastSeq;
      }),
    retitle: (id, title) =>
      write(id, async (stores) => {
        await stores.histories.put({ ...(await own(stores, id)), title }, id);
      }),
    remove: (id) =>
      write(id, async (stores) => {
        await stores.histories.put({ ...(await own(stores, id)), removedAtMs: nowMs() }, id);
      }),
    putBack: (id) =>
      write(id, async (stores) => {
        await stores.histories.put({ ...(await own(stores, id)), removedAtMs: null }, id);
      }),
    async clearRemoved(olderThanMs) {
      const found = await (await database()).getAll('histories');
      const due = found
        .map((record) => readHistory(record, steps))
        .filter((history) => history !== null && history.version !== 'newer')
        .filter(({ removedAtMs }) => removedAtMs !== null && removedAtMs <= nowMs() - olderThanMs);
      await Promise.all(
        due.map(({ id }) =>
          write(id, async (stores) => {
            // Another window may have put it back a moment ago.
            if ((await own(stores, id)).removedAtMs === null) return;
            await stores.histories.delete(id);
            await stores.bases.delete(between(id, -Infinity, Infinity));
            await stores.edits.delete(between(id, -Infinity, Infinity));
          }),
        ),
      );
    },
    listen: (id, onChange) => hearWindows(DATABASE, id, onChange),
  };
}

/** The shelf of the device that the page is on. */
export function deviceShelf(): Shelf {
  // All pages from files share one storage: one would find what was kept for another.
  return createShelf({
    refusal: location.protocol === 'file:' ? FROM_FILE : null,
  });
}

export const FROM_FILE = 'A page that was opened from a file keeps nothing on this device.';
const GONE =
  'There is no such history on this device. It was deleted here, or it is kept in another browser or on another device.';
const NEWER =
  'It was kept by a newer version of the program, and is left as it is. Reload the page to get that version.';
const DAMAGED = 'What is kept of it on this device is not complete, and is left as it is.';

function savedAt(history: KeptHistory | NewerHistory): number {
  return history.version === 'newer' ? Infinity : history.savedAtMs;
}

/** Numbers after `after`, up to and with a greater `to`, of one history. */
function between(id: string, after: number, to: number): IDBKeyRange {
  return IDBKeyRange.bound([id, after], [id, to], true);
}

function upTo(id: string, to: number): IDBKeyRange {
  return IDBKeyRange.bound([id, -Infinity], [id, to]);
}
