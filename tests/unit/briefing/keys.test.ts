import { describe, expect, it } from 'vitest';
import { briefingCommandOf, digitOf, type KeyPress } from '../../../src/briefing/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('the keys of a briefing', () => {
  it.each([
    ['next', ['PageDown', 'ArrowRight', ' ', 'n', 'N']],
    ['back', ['PageUp', 'ArrowLeft', 'p', 'P']],
    ['first', ['Home']],
    ['last', ['End']],
    ['black', ['b', 'B', '.']],
    ['fullscreen', ['f']],
    ['presenter', ['s']],
    ['jump', ['g']],
    ['overview', ['o']],
    ['leave', ['Escape']],
    ['start', ['F5']],
  ])('%s', (command, keys) => {
    expect(keys.map((key) => briefingCommandOf(press(key), true))).toEqual(keys.map(() => command));
  });

  it('goes back with Shift and the space bar', () => {
    expect(briefingCommandOf(press(' ', { shiftKey: true }), true)).toBe('back');
  });

  it('leaves the browser its own', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(briefingCommandOf(press('b', more), true)).toBeNull();
      expect(digitOf(press('1', more))).toBeNull();
    }
  });

  it('keeps what a clicker sends where single letters are switched off', () => {
    const kept = ['PageDown', 'PageUp', '.', 'F5', 'Escape', ' '];
    expect(kept.map((key) => briefingCommandOf(press(key), false))).not.toContain(null);
    expect(['n', 'p', 'b', 's'].map((key) => briefingCommandOf(press(key), false))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('reads digits', () => {
    expect(['0', '7', 'a', 'Enter'].map((key) => digitOf(press(key)))).toEqual([
      '0',
      '7',
      null,
      null,
    ]);
  });
});
