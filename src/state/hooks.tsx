/*
 * The store and the preferences for React: a provider and hooks.
 * Knows: React's context. Must not know: what the components do with it.
 */
import { createContext, use, useState, type ReactNode } from 'react';
import { useStore } from 'zustand/react';
import type { AppState } from './appState.ts';
import { createPreferences, type Preferences, type PreferencesStore } from './preferences.ts';
import type { AppStore } from './store.ts';

const AppStoreContext = createContext<AppStore | null>(null);
const PreferencesContext = createContext<PreferencesStore | null>(null);

export interface AppStoreProviderProps {
  readonly store: AppStore;
  /** Those of the provider around it where none are handed in, else made afresh. */
  readonly preferences?: PreferencesStore;
  readonly children: ReactNode;
}

export function AppStoreProvider({
  store,
  preferences,
  children,
}: AppStoreProviderProps): ReactNode {
  const outer = use(PreferencesContext);
  const [own] = useState(() => preferences ?? outer ?? createPreferences());
  return (
    <AppStoreContext value={store}>
      <PreferencesContext value={own}>{children}</PreferencesContext>
    </AppStoreContext>
  );
}

/** The store itself, for handlers that read or act without being drawn again. */
export function useAppStore(): AppStore {
  return provided(use(AppStoreContext));
}

/**
 * One narrow part of the state; drawn again only when that part is another. A selector that builds
 * an object or an array is wrapped in zustand's useShallow.
 */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useAppStore(), selector);
}

export function usePreferences<T>(selector: (preferences: Preferences) => T): T {
  return useStore(provided(use(PreferencesContext)), selector);
}

function provided<T>(value: T | null): T {
  if (value === null) throw new Error('This needs an <AppStoreProvider> around it.');
  return value;
}
