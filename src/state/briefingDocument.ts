/*
 * The briefing being edited: its scenes with undo and redo, kept on this device, one for each history.
 * Knows: the document's commands, the device's storage. Must not know: the page's store, the engine, React.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem, Scene } from '../model/types.ts';
import { readScenes } from '../document/briefingFile.ts';
import { storageReason, type DeviceStorage } from '../document/deviceStorage.ts';
import * as editing from '../document/editing.ts';
import type { Editing, SceneCommand } from '../document/editing.ts';
import { createKeeper, keptRecord, type Keeping, type KeptRecord } from '../document/keeping.ts';
import { replaceAll } from '../document/sceneCommands.ts';
import { isSameValue } from '../document/sceneEdits.ts';

/** What was kept and cannot be read again, so that it can at least be saved. */
export interface Unreadable {
  readonly problems: readonly Problem[];
  /** As it stood in the storage. */
  readonly kept: unknown;
}

export interface BriefingDocument extends Editing {
  /** The history's own scenes. */
  readonly original: readonly Scene[];
  readonly keeping: Keeping;
  readonly unreadable: Unreadable | null;

  readonly perform: (command: SceneCommand) => void;
  /** Ends what is being written: the next letter begins a step of its own. */
  readonly seal: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The history's own scenes again; can be undone. */
  readonly putBack: () => void;
  /** Keeps it once more after a failure; after an overtaking, this window's scenes count. */
  readonly insist: () => Promise<void>;
  /** After an overtaking: the other window's scenes count. Can be undone. */
  readonly takeTheirs: () => Promise<void>;
  readonly dismissUnreadable: () => void;
}

export interface BriefingStore extends StoreApi<BriefingDocument> {
  /** What waits is kept now, as when the page is left. */
  flush(): Promise<void>;
  /** Flushes, and no longer listens to other windows. */
  close(): Promise<void>;
}

export interface BriefingOptions {
  /** The history's address. */
  readonly key: string;
  readonly original: readonly Scene[];
  readonly storage: DeviceStorage;
}

/** Opens what is kept for this history, or the history's own scenes where nothing is. Never rejects. */
export async function openBriefing({
  key,
  original,
  storage,
}: BriefingOptions): Promise<BriefingStore> {
  let found: unknown;
  let refusal: string | null = null;
  try {
    found = await storage.get(key);
  } catch (error) {
    refusal = storageReason(error);
  }
  const record = keptRecord(found);
  const kept = scenesOf(record, original);

  const keeper = createKeeper({
    storage,
    key,
    onChange: (keeping) => store.setState({ keeping }),
  });
  const store = createStore<BriefingDocument>()((set, get) => {
    /** Moves on to another state of the editing, and keeps it. */
    const move = (change: (present: Editing) => Editing): void => {
      const before = get();
      const { scenes, past, future } = change(before);
      if (past === before.past && future === before.future) return;
      set({ scenes, past, future });
      if (scenes !== before.scenes) {
        keeper.keep(isSameValue(scenes, original) ? null : scenes);
      }
    };
    return {
      ...editing.editingFrom(kept.scenes),
      original,
      // Nothing is lost before something is changed: a refusal is told when there is something to lose.
      keeping: { kind: 'kept' },
      unreadable: kept.unreadable,
      perform: (command) => move((present) => editing.perform(present, command)),
      seal: () => move(editing.seal),
      undo: () => move(editing.undo),
      redo: () => move(editing.redo),
      putBack: () =>
        move((present) => editing.perform(present, replaceAll(original, 'put back the original'))),
      insist: () => keeper.insist(),
      takeTheirs: () => follow(),
      dismissUnreadable: () => set({ unreadable: null }),
    };
  });
  keeper.accept(record);
  if (refusal !== null) store.setState({ keeping: { kind: 'failed', reason: refusal } });

  /** Takes over what another window has kept, as a step that can be undone here. */
  const follow = async (): Promise<void> => {
    const theirs = keptRecord(await storage.get(key));
    if (theirs === null || theirs.revision <= keeper.revision()) return;
    const { scenes } = scenesOf(theirs, original);
    const { perform } = editing;
    const next = perform(
      store.getState(),
      replaceAll(scenes, 'take over another window’s changes'),
    );
    store.setState({ scenes: next.scenes, past: next.past, future: next.future });
    keeper.accept(theirs);
  };
  const unlisten = storage.listen(key, () => {
    // What is being changed here is settled by its own writing, which finds out that it was overtaken.
    if (!keeper.isPending()) void follow();
  });

  return {
    ...store,
    flush: () => keeper.flush(),
    async close() {
      unlisten();
      await keeper.flush();
    },
  };
}

/** Null among what is kept stands for the history's own scenes. */
function scenesOf(
  record: KeptRecord | null,
  original: readonly Scene[],
): { readonly scenes: readonly Scene[]; readonly unreadable: Unreadable | null } {
  if (record === null || record.value === null) return { scenes: original, unreadable: null };
  if (!Array.isArray(record.value)) {
    return { scenes: original, unreadable: { problems: [], kept: record.value } };
  }
  const { scenes, problems } = readScenes(record.value);
  return { scenes, unreadable: problems.length === 0 ? null : { problems, kept: record.value } };
}
