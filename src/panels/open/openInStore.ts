/*
 * Opens a history in the store and waits how that ends.
 * Knows: the store. Must not know: what is opened, who waits.
 */
import type { OpenFailure, SourceAddress } from '../../engine/port.ts';
import type { Asking } from '../../formats/desk/client.ts';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/store.ts';

/**
 * Null once it stands, else why it does not. The signal stops the opening; then this rejects with the
 * signal's reason.
 */
export function openInStore(
  store: AppStore,
  address: SourceAddress,
  { signal, onProgress }: Required<Asking>,
): Promise<OpenFailure | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      unsubscribe();
      signal.removeEventListener('abort', cancel);
    };
    const cancel = (): void => {
      stop();
      store.getState().cancelOpening();
      reject(signal.reason instanceof Error ? signal.reason : new Error('Cancelled.'));
    };
    const follow = (state: AppState): void => {
      if (state.opening === address) {
        if (state.openingProgress !== null) onProgress(state.openingProgress);
        return;
      }
      stop();
      // Another opening, begun elsewhere, takes the place of this one.
      if (state.opening !== null) reject(new Error('Another history is being opened.'));
      else {
        const { openFailure } = state;
        // It is told here; the page need not tell it again.
        if (openFailure !== null) state.dismissOpenFailure();
        resolve(openFailure);
      }
    };
    const unsubscribe = store.subscribe(follow);
    signal.addEventListener('abort', cancel, { once: true });
    store.getState().open(address);
  });
}
