/*
 * What can wait until the first picture stands: finding what was kept, keeping the program on the device.
 * Knows: everything. Must not be known: mount.tsx fetches it.
 */
import { createRoot } from 'react-dom/client';
import { indexedDbStorage, noStorage } from './document/deviceStorage.ts';
import { deviceShelf, FROM_FILE } from './document/shelf/shelf.ts';
import { LaterNotices } from './panels/update/LaterNotices.tsx';
import { connectServiceWorker, isKeptOnDevice } from './panels/update/serviceWorkerClient.ts';
import { AppStoreProvider } from './state/hooks.tsx';
import { keepBriefing } from './state/keepBriefing.ts';
import { keepHistory } from './state/keepHistory.ts';
import { isPresenterWindow } from './state/source.ts';
import type { PreferencesStore } from './state/preferences.ts';
import type { AppStore } from './state/store.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';

/** The first moments belong to whoever has just opened the page; the line is free after. */
const AT_REST_MS = 2000;

export function startLater(store: AppStore, preferences: PreferencesStore): void {
  // The presenter's window shows what the other one has open, and changes nothing.
  if (!isPresenterWindow(location.search)) keepHistory(store, deviceShelf());
  keepBriefing(
    store,
    // All pages from files share one storage: one would find what was kept for another.
    location.protocol === 'file:' ? noStorage(FROM_FILE) : indexedDbStorage('briefings'),
  );
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  const draw = (updates: Parameters<typeof LaterNotices>[0]['updates']): void => {
    root.render(
      <ErrorBoundary name="the notices">
        <AppStoreProvider store={store} preferences={preferences}>
          <LaterNotices updates={updates} />
        </AppStoreProvider>
      </ErrorBoundary>,
    );
  };
  draw(null);
  if (isKeptOnDevice()) {
    setTimeout(() => {
      // A browser that forbids it shows the same page, only not without a network.
      connectServiceWorker().then(draw, () => undefined);
    }, AT_REST_MS);
  }
}
