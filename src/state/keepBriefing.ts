/*
 * The briefing of whatever history is open: what was kept of it on this device, and every change since.
 * Knows: the store, the document. Must not know: where it is kept, React, who edits.
 */
import type { DeviceStorage } from '../document/deviceStorage.ts';
import type { AppState } from './appState.ts';
import { openBriefing, type BriefingStore } from './briefingDocument.ts';
import type { AppStore } from './store.ts';

/** Keeps `state.briefing` equal to the document of the open history, from now on; the result ends that. */
export function keepBriefing(
  store: AppStore,
  storage: DeviceStorage,
  page: Window = window,
): () => void {
  let openings = 0;
  let document: BriefingStore | null = null;

  const follow = async ({ history, source, ...state }: AppState): Promise<void> => {
    // An edit makes another `history` of the same one.
    if (state.openings === openings) return;
    openings = state.openings;
    const before = document;
    document = null;
    await before?.close();
    if (history === null || source === null) return;
    const opened = await openBriefing({ key: source.url, original: history.scenes, storage });
    if (openings !== state.openings) {
      await opened.close();
      return;
    }
    document = opened;
    const show = (): void => {
      store.setState({ briefing: { scenes: opened.getState().scenes, document: opened } });
    };
    show();
    opened.subscribe((present, last) => {
      if (present.scenes === last.scenes || document !== opened) return;
      show();
      askToStay();
    });
  };

  /** That the browser does not clear it away for want of room; a refusal changes nothing else. */
  const askToStay = once(() => {
    if ('storage' in page.navigator) page.navigator.storage.persist().catch(() => undefined);
  });
  const flush = (): void => void document?.flush();
  const onHidden = (): void => {
    if (page.document.visibilityState === 'hidden') flush();
  };
  /** The browser asks before it leaves what would be lost. */
  const onLeave = (event: BeforeUnloadEvent): void => {
    const isLost = document !== null && document.getState().keeping.kind !== 'kept';
    flush();
    if (isLost && document?.getState().past.length !== 0) event.preventDefault();
  };

  void follow(store.getState());
  const unsubscribe = store.subscribe((state) => void follow(state));
  page.addEventListener('pagehide', flush);
  page.addEventListener('beforeunload', onLeave);
  page.document.addEventListener('visibilitychange', onHidden);
  return () => {
    unsubscribe();
    page.removeEventListener('pagehide', flush);
    page.removeEventListener('beforeunload', onLeave);
    page.document.removeEventListener('visibilitychange', onHidden);
    void document?.close();
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
