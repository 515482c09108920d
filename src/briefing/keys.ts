/*
 * The keys of a briefing as data; the same in both windows. A clicker is a keyboard: it sends PageDown,
 * PageUp, a full stop or B, and F5 and Esc in turn.
 * Knows: keyboard events. Must not know: what a command does.
 */

export type BriefingCommand =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'black'
  | 'fullscreen'
  | 'presenter'
  | 'jump'
  | 'overview'
  | 'leave'
  | 'start'
  | 'freeze'
  | 'cover'
  | 'pointer'
  | 'notes'
  | 'return';

interface Binding {
  /** As KeyboardEvent.key gives it; letters in lower case. */
  readonly key: string;
  /** Undefined: with or without it. */
  readonly withShift?: boolean;
  readonly command: BriefingCommand;
}

const BINDINGS: readonly Binding[] = [
  { key: 'PageDown', command: 'next' },
  { key: 'ArrowRight', command: 'next' },
  { key: ' ', withShift: false, command: 'next' },
  { key: 'n', command: 'next' },
  { key: 'PageUp', command: 'back' },
  { key: 'ArrowLeft', command: 'back' },
  { key: ' ', withShift: true, command: 'back' },
  { key: 'p', command: 'back' },
  { key: 'Home', command: 'first' },
  { key: 'End', command: 'last' },
  { key: 'b', command: 'black' },
  { key: '.', command: 'black' },
  { key: 'f', command: 'fullscreen' },
  { key: 's', command: 'presenter' },
  { key: 'g', command: 'jump' },
  { key: 'o', command: 'overview' },
  { key: 'Escape', command: 'leave' },
  { key: 'F5', command: 'start' },
  { key: 'z', command: 'freeze' },
  { key: 'c', command: 'cover' },
  { key: 'l', command: 'pointer' },
  { key: 't', command: 'notes' },
  { key: 'r', command: 'return' },
];

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The command that a key press stands for; null where it stands for none. */
export function briefingCommandOf(press: KeyPress, areLettersOn: boolean): BriefingCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  // The space bar and the full stop of clickers are no letters that somebody's voice control sends.
  if (/^[a-z]$/.test(key) && !areLettersOn) return null;
  const found = BINDINGS.find(
    (binding) =>
      binding.key === key &&
      (binding.withShift === undefined || binding.withShift === press.shiftKey),
  );
  return found?.command ?? null;
}

/** The digit of a number that is being typed; null for any other key. */
export function digitOf({ key, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  return !ctrlKey && !metaKey && !altKey && /^\d$/.test(key) ? key : null;
}
