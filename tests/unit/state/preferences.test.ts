// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPreferences } from '../../../src/state/preferences.ts';

const root = document.documentElement;

beforeEach(() => {
  localStorage.clear();
  delete root.dataset['theme'];
});

describe('preferences', () => {
  test('follow the system and know the letter keys until something else is said', () => {
    const preferences = createPreferences().getState();
    expect(preferences).toMatchObject({ theme: 'auto', hasLetterKeys: true });
    expect(root.dataset['theme']).toBeUndefined();
  });

  test('stay on this device', () => {
    createPreferences().getState().setTheme('dark');
    createPreferences().getState().setLetterKeys(false);
    delete root.dataset['theme'];
    expect(createPreferences().getState()).toMatchObject({ theme: 'dark', hasLetterKeys: false });
    expect(root.dataset['theme']).toBe('dark');
  });

  test('going back to the system’s theme takes the mark off the page', () => {
    const { setTheme } = createPreferences().getState();
    setTheme('light');
    expect(root.dataset['theme']).toBe('light');
    setTheme('auto');
    expect(root.dataset['theme']).toBeUndefined();
  });

  test('hold for the visit where storage is denied', () => {
    const preferences = createPreferences({
      storage: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    preferences.getState().setTheme('dark');
    preferences.getState().setLetterKeys(false);
    expect(preferences.getState()).toMatchObject({ theme: 'dark', hasLetterKeys: false });
    expect(root.dataset['theme']).toBe('dark');
  });

  test('nonsense in storage is the default', () => {
    localStorage.setItem('threadline.theme', '<script>');
    expect(createPreferences().getState().theme).toBe('auto');
  });

  test('what is kept is what the script before the first paint reads', () => {
    createPreferences().getState().setTheme('dark');
    delete root.dataset['theme'];
    // The page runs it as a plain script, before everything else.
    runInThisContext(readFileSync('public/theme.js', 'utf8'));
    expect(root.dataset['theme']).toBe('dark');
  });
});
