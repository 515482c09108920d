import { useEffect } from 'react';
import { usePreferences } from '../state/hooks.tsx';
import { commandOf, isTyping } from '../ui/keymap.ts';
import { SHELL_KEYS, type ShellCommand } from './shortcuts.ts';

/** What each command does; says whether there was something to do. */
export type ShellCommands = Readonly<Record<ShellCommand, () => boolean>>;

/** These listen to keys of their own while they are open. */
const OWN_KEYS = 'dialog, [role="menu"], [popover]';

/** Listens to the keys of the page while it is in sight; whatever has dealt with a key before says so by preventDefault. */
export function useShellKeys(commands: ShellCommands, isAway: boolean): void {
  const hasLetterKeys = usePreferences((state) => state.hasLetterKeys);
  useEffect(() => {
    if (isAway) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { target } = event;
      if (target instanceof Element && target.closest(OWN_KEYS) !== null) return;
      const command = commandOf(SHELL_KEYS, event, hasLetterKeys);
      // While somebody types, letters are letters and undo is the field's own.
      if (command === null || (isTyping(target) && command !== 'back')) return;
      if (commands[command]()) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands, hasLetterKeys, isAway]);
}
