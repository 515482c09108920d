/*
 * The history that is open, kept on this device: its desk with a journal behind it.
 * Knows: the store, the shelf, the engine's desk. Must not know: React, what an edit says, who edits.
 *
 *   edit ─▶ desk (engine's worker) ─▶ journal ─▶ disk
 */
import { createStore } from 'zustand/vanilla';
import { fail, type Result } from '../base/result.ts';
import { askToStay } from '../document/deviceDatabase.ts';
import type { Keeping } from '../document/keeping.ts';
import {
  createJournal,
  LONG_JOURNAL,
  type Beginning,
  type Journal,
} from '../document/shelf/journal.ts';
import { own, type Ownership } from '../document/shelf/ownership.ts';
import type { Origin } from '../document/shelf/records.ts';
import { newId } from '../document/shelf/newId.ts';
import type { Shelf } from '../document/shelf/shelf.ts';
import type { SourceAddress } from '../engine/port.ts';
import type { HistoryDesk, KeptPlace } from '../engine/port/desk.ts';
import type { HistoryEdit } from '../model/edits/edits.ts';
import type { Problem } from '../model/types.ts';
import { keptUrl, type HistoryKeeping, type KeptState, type KeptStore } from './keeping.ts';
import { joinNotices } from './notices.ts';
import type { AppStore } from './store.ts';

/** A new base is made when nothing has been changed for so long. */
const AT_REST_MS = 3000;

export interface OpenKeptHistory {
  readonly state: KeptStore;
  /** The history's own title may be another one now. */
  retitle(): void;
  flush(): Promise<void>;
  /** Ends this; what this window owns is given on where the next history is the same one. */
  handOver(nextId: string | null): Ownership | null;
}

export interface KeptHistoryOptions {
  readonly store: AppStore;
  readonly shelf: Shelf;
  readonly page: Window;
  readonly desk: HistoryDesk;
  readonly kept: KeptPlace | undefined;
  /** Where this window has the history already. */
  readonly owned: Ownership | null;
  /** Whether the history may have been changed before. */
  readonly isLate: boolean;
}

export function createKeptHistory(options: KeptHistoryOptions): OpenKeptHistory {
  const { store, shelf, page, desk: inner, kept } = options;
  const { source, history } = store.getState();
  let { owned: ownership } = options;
  let journal: Journal | null = null;
  let knownTitle = kept?.title ?? history?.title ?? '';
  let hasEnded = false;
  let restTimer: ReturnType<typeof setTimeout> | null = null;
  let unlisten = (): void => undefined;

  const show = (keeping: HistoryKeeping): void => {
    if (!hasEnded) state.setState({ keeping });
  };
  const onKeeping = (keeping: Keeping): void => {
    switch (keeping.kind) {
      case 'kept':
        return show({ kind: 'saved', atMs: Date.now() });
      case 'waiting':
        return show({ kind: 'saving' });
      case 'failed':
        return show(keeping);
      case 'overtaken':
        return lose(true);
    }
  };
  /** Another window writes from now on. */
  const lose = (isUnsaved: boolean): void => {
    journal?.giveUp();
    ownership?.release();
    ownership = null;
    show({ kind: 'elsewhere', isUnsaved, isBehind: isUnsaved });
  };
  /** Takes the history for this window; false where another has it. */
  const take = async (id: string, isForced: boolean): Promise<boolean> => {
    ownership ??= await own(id, isForced);
    if (hasEnded) ownership?.release();
    else if (ownership !== null) ownership.onLost = () => void onLost();
    return ownership !== null;
  };
  const onLost = async (): Promise<void> => {
    ownership = null;
    // What is on its way may still arrive before the other window's first change.
    await journal?.flush();
    lose(journal?.isPending() ?? false);
  };

  /** From here on there is a journal; `beginning` is what it begins with where the shelf lacks that. */
  const begin = (id: string, seq: number, length: number, beginning: Beginning | null): Journal => {
    unlisten();
    unlisten = shelf.listen(id, () => {
      const { keeping } = state.getState();
      if (keeping.kind === 'elsewhere') show({ ...keeping, isBehind: true });
    });
    journal = createJournal({ shelf, id, seq, length, beginning, onChange: onKeeping });
    return journal;
  };
  /** The address is that of the device's own from now on. */
  const move = (id: string): void => {
    if (hasEnded) return;
    store.setState({ source: { url: keptUrl(id), isBundled: false } });
  };
  const beginNew = async (base: Blob, from: SourceAddress | null): Promise<Journal> => {
    const id = newId();
    const title = store.getState().history?.title ?? knownTitle;
    knownTitle = title;
    const begun = begin(id, 0, 0, { kind: 'add', base, meta: { title, origin: originOf(from) } });
    ownership?.release();
    ownership = null;
    await take(id, false);
    move(id);
    return begun;
  };

  const blobOfWhole = async (): Promise<Blob> =>
    new Blob([await inner.whole()], { type: 'application/json' });

  /** The journal that the next edit belongs into, with what is to be there before it. */
  const journalFor = async (base: Promise<Blob> | null): Promise<Journal | null> => {
    if (base === null) return journal;
    if (kept !== undefined) {
      const begun = begin(kept.id, kept.seq, 0, { kind: 'replace', base: await base });
      move(kept.id);
      return begun;
    }
    const copyOf = source?.isBundled === true ? 'bundled' : 'address';
    const begun = await beginNew(await base, source);
    if (!hasEnded) state.setState({ copyOf });
    return begun;
  };
  const edit = async (change: HistoryEdit): Promise<Awaited<ReturnType<HistoryDesk['edit']>>> => {
    if (state.getState().keeping.kind === 'elsewhere') return refused();
    // Asked for first, so that it holds the history as it was before the change.
    const base = journal === null ? blobOfWhole() : null;
    base?.catch(() => undefined);
    const edited = await inner.edit(change);
    if (edited.ok) {
      const into = await journalFor(base);
      void into?.append(change);
      askToStay(page);
      restSoon();
    }
    return edited;
  };

  /** The history is kept as it is now, whatever was done to it before this was there. */
  const keepWhole = async (): Promise<void> => {
    const base = await blobOfWhole();
    if (kept === undefined) {
      await beginNew(base, source);
    } else {
      begin(kept.id, kept.seq, 0, { kind: 'replace', base });
      move(kept.id);
    }
  };

  /** A long journal becomes a base once nothing more is changed. */
  const restSoon = (): void => {
    if (restTimer !== null) clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      void inTurn(async () => {
        if (hasEnded || journal === null || journal.length() < LONG_JOURNAL) return;
        // A base would do away with what this version could not apply.
        if (kept !== undefined && kept.refused.length > 0) return;
        await journal.compact(await blobOfWhole());
      });
    }, AT_REST_MS);
  };

  /** What changes the history or needs all of it stands in a row, so that the journal has the same order. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const result = last.then(act);
    last = result.catch(() => undefined);
    return result;
  };

  const reopen = (): void => {
    const { open, choices, source: present } = store.getState();
    if (present !== null) open(present, choices);
  };
  const state: KeptStore = {
    ...createStore<KeptState>()(() => ({
      keeping: kept === undefined ? { kind: 'original' } : standing(kept),
      copyOf: null,
      refused: kept?.refused ?? [],
      desk: {
        edit: (change) => inTurn(() => edit(change)),
        record: (list, key) => inner.record(list, key),
        plan: (wish) => inner.plan(wish),
        whole: () => inner.whole(),
      },
      insist: async () => journal?.insist(),
      takeOver: async () => {
        const id = journal?.id ?? kept?.id;
        if (id === undefined) return;
        await take(id, true);
        reopen();
      },
      showTheirs: reopen,
      keepCopy: () =>
        inTurn(async () => {
          show({ kind: 'saving' });
          await beginNew(await blobOfWhole(), store.getState().source);
        }),
    })),
    isUnsaved: () => {
      const { keeping } = state.getState();
      return keeping.kind === 'elsewhere' ? keeping.isUnsaved : (journal?.isPending() ?? false);
    },
  };

  const claim = async ({ id }: KeptPlace): Promise<void> => {
    if (!(await take(id, false))) show({ kind: 'elsewhere', isUnsaved: false, isBehind: false });
  };
  if (kept?.which === 'last') {
    begin(kept.id, kept.seq, kept.length, null);
    if (kept.length >= LONG_JOURNAL) restSoon();
  }
  if (kept !== undefined) void inTurn(() => claim(kept));
  const content = source?.content;
  if (options.isLate) void inTurn(keepWhole);
  else if (kept === undefined && content !== undefined) {
    void inTurn(() => beginNew(content, source));
  }

  /** Another history is open: what this one lacks is still tried, without a notice of its own. */
  const tellUnsaved = (): void => {
    const words = `Changes to “${knownTitle}” are not saved. They will be once this device has room, as long as this page stays open.`;
    store.setState((present) => ({ notice: joinNotices(present.notice, [words]) }));
  };

  return {
    state,
    retitle() {
      const title = store.getState().history?.title;
      if (journal === null || title === undefined || title === knownTitle) return;
      knownTitle = title;
      // The list's name for it is brought up to date with the next change where this one fails.
      shelf.retitle(journal.id, title).catch(() => undefined);
    },
    flush: () => journal?.flush() ?? Promise.resolve(),
    handOver(nextId) {
      hasEnded = true;
      unlisten();
      if (restTimer !== null) clearTimeout(restTimer);
      void journal?.flush();
      if (state.getState().keeping.kind === 'failed') tellUnsaved();
      const isSame = nextId !== null && nextId === (journal?.id ?? kept?.id);
      if (!isSame) ownership?.release();
      return isSame ? ownership : null;
    },
  };
}

function standing({ which, savedAtMs }: KeptPlace): HistoryKeeping {
  return which === 'last' ? { kind: 'saved', atMs: savedAtMs } : { kind: 'before', savedAtMs };
}

function originOf(source: SourceAddress | null): Origin {
  if (source === null || source.isBundled) return { kind: 'bundled' };
  const { url } = source;
  return url.startsWith('local:')
    ? { kind: 'file', name: decodeURIComponent(url.slice('local:'.length)) }
    : { kind: 'address', url };
}

/** Nothing is changed here that could not be kept beside the other window's changes. */
function refused(): Result<never, readonly Problem[]> {
  return fail([
    {
      place: 'this window',
      found: 'a history that is open in another window',
      expected: 'one window that changes it',
      remedy: 'Edit it there, or choose “Edit here” or “Edit a copy” in the notice.',
      severity: 'error',
    },
  ]);
}
