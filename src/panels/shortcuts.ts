/*
 * The keys of the page and the gestures of its views, as data: the listener and the help read the same list.
 * Knows: names of commands. Must not know: what a command does.
 */
import type { KeyBinding } from '../ui/keymap.ts';

export type ShellCommand =
  'search' | 'help' | 'focus' | 'table' | 'present' | 'undo' | 'redo' | 'back';

const plain = { withModifier: false, withShift: false } as const;
const modified = { withModifier: true, withShift: false } as const;

export const SHELL_KEYS: readonly KeyBinding<ShellCommand>[] = [
  { key: '/', ...plain, command: 'search' },
  { key: '?', ...plain, command: 'help' },
  { key: 'f', ...plain, command: 'focus' },
  { key: 't', ...plain, command: 'table' },
  { key: 'p', ...plain, command: 'present' },
  // What a clicker sends to start; Ctrl+R still loads the page again.
  { key: 'F5', ...plain, command: 'present' },
  { key: 'Escape', ...plain, command: 'back' },
  { key: 'z', ...modified, command: 'undo' },
  { key: 'z', withModifier: true, withShift: true, command: 'redo' },
];

export interface KeyHelp {
  /** Alternatives, each a combination of keys pressed together. */
  readonly keys: readonly (readonly string[])[];
  readonly does: string;
}

export const KEYS_HELP: readonly KeyHelp[] = [
  { keys: [['/']], does: 'Search' },
  { keys: [['+'], ['−']], does: 'Zoom in, zoom out' },
  { keys: [['0']], does: 'Fit all' },
  { keys: [['←'], ['→'], ['↑'], ['↓']], does: 'Move among what is drawn' },
  { keys: [['Home'], ['End']], does: 'First, last of what is drawn' },
  { keys: [['Enter']], does: 'Open what has the focus' },
  { keys: [['f']], does: 'Bring the chosen one to the middle' },
  { keys: [['t']], does: 'All events in rows, and back to the pictures' },
  { keys: [['p'], ['F5']], does: 'Present the briefing' },
  { keys: [['Esc']], does: 'One level back' },
  {
    keys: [
      ['Ctrl', 'Z'],
      ['⌘', 'Z'],
    ],
    does: 'Undo',
  },
  {
    keys: [
      ['Shift', 'Ctrl', 'Z'],
      ['Shift', '⌘', 'Z'],
    ],
    does: 'Redo',
  },
  { keys: [['F2']], does: 'While editing: write a cell of the table; Tab saves it and goes on' },
  {
    keys: [
      ['Ctrl', 'S'],
      ['⌘', 'S'],
    ],
    does: 'While editing: save the form',
  },
  { keys: [['?']], does: 'This help' },
];

export interface GestureHelp {
  readonly gesture: string;
  readonly does: string;
}

export const GESTURES_HELP: readonly GestureHelp[] = [
  { gesture: 'Ctrl or ⌘ and the wheel, or pinch', does: 'Zoom at the pointer' },
  { gesture: 'Shift and the wheel, or the wheel sideways', does: 'Pan' },
  { gesture: 'Drag the background', does: 'Pan' },
  { gesture: 'Shift and drag', does: 'Choose a time range' },
  { gesture: 'Double-click a cluster', does: 'Zoom into it' },
  { gesture: 'Drag or resize the strip below', does: 'Move or change the visible range' },
];
