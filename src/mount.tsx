/*
 * React's part of the boot: the app with its store, inside the last of the error boundaries.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startFormatsWorker } from './openSource.ts';
import { AppStoreProvider } from './state/hooks.tsx';
import type { MeasureName } from './state/measure.ts';
import type { PreferencesStore } from './state/preferences.ts';
import { bundledSource } from './state/source.ts';
import type { AppStore } from './state/store.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';

export function mount(root: HTMLElement, store: AppStore, preferences: PreferencesStore): void {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary name="Threadline">
        <AppStoreProvider store={store} preferences={preferences}>
          <App bundled={bundledSource(document.baseURI)} startFormats={startFormatsWorker} />
        </AppStoreProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
  fetchLater(store, preferences);
}

/**
 * What can wait is fetched once a first picture was measured; where none is to come, as on the stage or with
 * the table alone, with the first answer.
 */
function fetchLater(store: AppStore, preferences: PreferencesStore): void {
  const fetchIt = async (): Promise<void> => {
    observer.disconnect();
    unsubscribe();
    const { startLater } = await import('./later.tsx');
    startLater(store, preferences);
  };
  const observer = new PerformanceObserver((measures) => {
    if (measures.getEntriesByName('load' satisfies MeasureName).length > 0) void fetchIt();
  });
  observer.observe({ type: 'measure', buffered: true });
  const unsubscribe = store.subscribe(({ history, facets, choices: { presenting, views } }) => {
    const isPictured = presenting === null && views.includes('timeline');
    if (history !== null && (presenting !== null || facets !== null) && !isPictured) void fetchIt();
  });
}
