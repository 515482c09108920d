/*
 * Keys as data: which key stands for which command, and when a key press is somebody's typing.
 * Knows: keyboard events. Must not know: what a command does, the store.
 */

export interface KeyBinding<Command extends string> {
  /** As KeyboardEvent.key gives it; letters in lower case. */
  readonly key: string;
  /** With Ctrl or Cmd. Without: a single character, which a reader may switch off. */
  readonly withModifier: boolean;
  /** Matters with a modifier only: a character already says whether Shift made it. */
  readonly withShift: boolean;
  readonly command: Command;
}

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The command that a key press stands for; null where it stands for none. */
export function commandOf<Command extends string>(
  bindings: readonly KeyBinding<Command>[],
  press: KeyPress,
  areLettersOn: boolean,
): Command | null {
  if (press.altKey) return null;
  const hasModifier = press.ctrlKey || press.metaKey;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const isLetter = key.length === 1 && !hasModifier;
  if (isLetter && !areLettersOn) return null;
  const found = bindings.find(
    (binding) =>
      binding.key === key &&
      binding.withModifier === hasModifier &&
      (!hasModifier || binding.withShift === press.shiftKey),
  );
  return found?.command ?? null;
}

const TEXT_INPUTS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const WORDLESS_INPUTS =
  'input:is([type="checkbox"], [type="radio"], [type="range"], [type="button"], [type="submit"])';

/** Whether a key pressed here is part of somebody's typing. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.matches(TEXT_INPUTS) && !target.matches(WORDLESS_INPUTS)
  );
}
