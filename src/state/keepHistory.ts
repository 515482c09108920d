/*
 * Keeps whatever history is open on this device from its first change on.
 * Knows: the store, the shelf, when the page is left. Must not know: React, what an edit says, who edits.
 */
import type { Shelf } from '../document/shelf/shelf.ts';
import type { Engine } from '../engine/port.ts';
import { createKeptHistory, type OpenKeptHistory } from './keptHistory.ts';
import type { AppStore } from './store.ts';

/** Keeps `state.kept` equal to how the open history stands, from now on; the result ends that. */
export function keepHistory(store: AppStore, shelf: Shelf, page: Window = window): () => void {
  let engine: Engine | null = null;
  let open: OpenKeptHistory | null = null;
  /** Histories that were open before and are not saved yet, as while the device is full. */
  const left = new Set<OpenKeptHistory>();

  const follow = (isLate: boolean): void => {
    const next = store.getState().lendEngine();
    if (next === engine) {
      open?.retitle();
      return;
    }
    const owned = open?.handOver(next?.kept?.id ?? null) ?? null;
    if (open?.state.isUnsaved() === true) left.add(open);
    engine = next;
    const desk = next?.desk ?? null;
    open =
      desk === null
        ? null
        : createKeptHistory({ store, shelf, page, desk, kept: next?.kept, owned, isLate });
    store.setState({ kept: open?.state ?? null });
  };
  const unsubscribe = store.subscribe((state, before) => {
    // The engine is handed over a moment after the history.
    if (state.history !== before.history) queueMicrotask(() => follow(false));
  });
  // An editor that is there already may have changed the history.
  follow(store.getState().editor !== null);

  const flush = (): void => void open?.flush();
  /** The browser asks before it leaves what would be lost. */
  const onLeave = (event: BeforeUnloadEvent): void => {
    const all = [...left, ...(open === null ? [] : [open])];
    if (all.some(({ state }) => state.isUnsaved())) event.preventDefault();
  };
  page.addEventListener('pagehide', flush);
  page.addEventListener('beforeunload', onLeave);
  return () => {
    unsubscribe();
    page.removeEventListener('pagehide', flush);
    page.removeEventListener('beforeunload', onLeave);
    open?.handOver(null);
    open = null;
  };
}
