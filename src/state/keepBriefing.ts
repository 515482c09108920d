/*
 * The briefing of whatever history is open: what was kept of it on this device, and every change since.
 * Knows: the store, the document. Must not know: where it is kept, React, who edits.
 */
import { askToStay } from '../document/deviceDatabase.ts';
import type { DeviceStorage } from '../document/deviceStorage.ts';
import { replaceAll } from '../document/sceneCommands.ts';
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
  let key: string | null = null;
  let document: BriefingStore | null = null;

  const follow = async ({ history, source, ...state }: AppState): Promise<void> => {
    // An edit makes another `history` of the same one; the first makes a copy, under an address of its own.
    const isSame = state.openings === openings;
    if (isSame && (source === null || source.url === key)) return;
    openings = state.openings;
    key = source?.url ?? null;
    const before = document;
    document = null;
    await before?.close();
    if (history === null || key === null) return;
    const opened = await openBriefing({ key, original: history.scenes, storage });
    if (openings !== state.openings || key !== source?.url) {
      await opened.close();
      return;
    }
    if (isSame && before !== null) {
      const { scenes } = before.getState();
      opened.getState().perform(replaceAll(scenes, 'take the briefing along into the copy'));
    }
    document = opened;
    const show = (): void => {
      store.setState({ briefing: { scenes: opened.getState().scenes, document: opened } });
    };
    show();
    opened.subscribe((present, last) => {
      if (present.scenes === last.scenes || document !== opened) return;
      show();
      askToStay(page);
    });
  };

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
