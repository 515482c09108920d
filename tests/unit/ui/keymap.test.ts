import { describe, expect, test } from 'vitest';
import { SHELL_KEYS } from '../../../src/panels/shortcuts.ts';
import { commandOf, type KeyPress } from '../../../src/ui/keymap.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('the keys of the page', () => {
  test.each([
    [press('/'), 'search'],
    [press('?', { shiftKey: true }), 'help'],
    [press('f'), 'focus'],
    [press('F', { shiftKey: true }), 'focus'],
    [press('Escape'), 'back'],
    [press('z', { ctrlKey: true }), 'undo'],
    [press('z', { metaKey: true }), 'undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('z'), null],
    [press('f', { ctrlKey: true }), null],
    [press('/', { altKey: true }), null],
  ])('%o', (key, command) => {
    expect(commandOf(SHELL_KEYS, key, true)).toBe(command);
  });

  test('single letters can be switched off; the others stay', () => {
    const off = ['/', '?', 'f'].map((key) => commandOf(SHELL_KEYS, press(key), false));
    expect(off).toEqual([null, null, null]);
    expect(commandOf(SHELL_KEYS, press('Escape'), false)).toBe('back');
    expect(commandOf(SHELL_KEYS, press('z', { ctrlKey: true }), false)).toBe('undo');
  });
});
