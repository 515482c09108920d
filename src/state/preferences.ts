/*
 * What a reader prefers on this device and no link carries: theme, single-letter keys.
 * Knows: storage, the root element. Must not know: choices, views.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';

/** In the order in which the switch goes through them; 'auto' follows the system. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  readonly theme: Theme;
  readonly hasLetterKeys: boolean;
  readonly setTheme: (theme: Theme) => void;
  readonly setLetterKeys: (areOn: boolean) => void;
}

export type PreferencesStore = StoreApi<Preferences>;

/** The same name stands in public/theme.js, which sets the theme before the first paint. */
const THEME_KEY = 'threadline.theme';
const LETTER_KEYS_KEY = 'threadline.letterKeys';

export interface PreferencesOptions {
  /** May throw when it is touched: a browser can deny it. */
  readonly storage?: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly root?: HTMLElement;
}

export function createPreferences({
  storage = () => globalThis.localStorage,
  root = document.documentElement,
}: PreferencesOptions = {}): PreferencesStore {
  const kept = read(storage, THEME_KEY);
  const theme = THEMES.find((candidate) => candidate === kept) ?? 'auto';
  applyTheme(root, theme);
  return createStore<Preferences>()((set) => ({
    theme,
    hasLetterKeys: read(storage, LETTER_KEYS_KEY) !== 'off',
    setTheme: (next) => {
      set({ theme: next });
      applyTheme(root, next);
      write(storage, THEME_KEY, next);
    },
    setLetterKeys: (hasLetterKeys) => {
      set({ hasLetterKeys });
      write(storage, LETTER_KEYS_KEY, hasLetterKeys ? 'on' : 'off');
    },
  }));
}

function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

type StorageOf = NonNullable<PreferencesOptions['storage']>;

function read(storage: StorageOf, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    // Storage is denied: the defaults hold.
    return null;
  }
}

function write(storage: StorageOf, key: string, value: string): void {
  try {
    storage().setItem(key, value);
  } catch {
    // Storage is denied or full: the preference holds until the page is left, which loses nothing.
  }
}
