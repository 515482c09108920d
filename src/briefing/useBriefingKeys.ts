/*
 * Listens to the keys of a briefing, before anything else on the page does.
 * Knows: keyboard events. Must not know: what a command does.
 */
import { useEffect, useState } from 'react';
import { usePreferences } from '../state/hooks.tsx';
import { isTyping } from '../ui/keymap.ts';
import { briefingCommandOf, digitOf, type BriefingCommand } from './keys.ts';

export interface BriefingKeys {
  /** Says whether there was something to do. */
  readonly command: (command: BriefingCommand) => boolean;
  /** A number was typed and Enter pressed. */
  readonly jump: (number: number) => void;
  /** Arrows, Home and End move inside something that is open. */
  readonly areArrowsTaken: boolean;
  readonly isListening: boolean;
}

/** Longer numbers than any briefing has scenes are mistyped. */
const DIGITS_MOST = 3;
const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
/** These are pressed with the space bar and Enter, and moved by arrows. */
const PRESSED = 'button, a[href], summary, select, input';

export interface TypedNumber {
  /** What has been typed so far; null while no number is awaited. */
  readonly typed: string | null;
  readonly start: () => void;
  readonly stop: () => void;
}

export function useBriefingKeys({
  command,
  jump,
  areArrowsTaken,
  isListening,
}: BriefingKeys): TypedNumber {
  const hasLetterKeys = usePreferences((preferences) => preferences.hasLetterKeys);
  const [typed, setTyped] = useState<string | null>(null);

  useEffect(() => {
    if (!isListening) return undefined;
    const take = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (event.isComposing || isTyping(target)) return;
      const isPressed = target instanceof Element && target.matches(PRESSED);
      const digit = digitOf(event);
      if (digit !== null) {
        take(event);
        setTyped(((typed ?? '') + digit).slice(-DIGITS_MOST));
        return;
      }
      if (typed !== null && (key === 'Enter' || key === 'Backspace' || key === 'Escape')) {
        take(event);
        if (key === 'Backspace') setTyped(typed.slice(0, -1));
        else setTyped(null);
        if (key === 'Enter' && typed !== '') jump(Number(typed));
        return;
      }
      if (isPressed && key === ' ') return;
      if (ARROWS.has(key)) {
        const isMovedByArrows = target instanceof Element && target.matches('select, input');
        if (areArrowsTaken || isMovedByArrows) return;
      }
      const its = briefingCommandOf(event, hasLetterKeys);
      if (its === null) return;
      take(event);
      // A key held down goes on and back, as a clicker's may; it does not flicker what goes on and off.
      if (event.repeat && its !== 'next' && its !== 'back') return;
      if (its !== 'jump') setTyped(null);
      command(its);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [areArrowsTaken, command, hasLetterKeys, isListening, jump, typed]);

  return { typed, start: () => setTyped(''), stop: () => setTyped(null) };
}
