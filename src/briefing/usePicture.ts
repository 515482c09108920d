/*
 * The store behind a slide's picture: a fork of the page's, whose choices follow what the scene says.
 * Knows: forks, the codec. Must not know: words, windows.
 */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { AppState } from '../state/appState.ts';
import { decodeChoices, encodeChoices } from '../state/codec.ts';
import { fitToHistory } from '../state/fit.ts';
import { forkStore, type Fork } from '../state/fork.ts';
import { useApp, useAppStore } from '../state/hooks.tsx';
import type { Choices } from '../state/choices.ts';

export interface PictureOptions {
  /** The choices' string that is shown. */
  readonly view: string;
  /** Hears the choices' string where somebody has looked closer. */
  readonly onLook: ((look: string) => void) | null;
  /** Inside it somebody's hand is heard. */
  readonly ground: RefObject<HTMLElement | null>;
}

/** What a hand does to a picture; without one of these its choices are the scene's own. */
const HAND = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const;

/** Null until a history is open, and for the moment in which the fork is made. */
export function usePicture({ view, onLook, ground }: PictureOptions): Fork | null {
  const parent = useAppStore();
  const history = useApp((state) => state.history);
  const [fork, setFork] = useState<Fork | null>(null);
  const viewNow = useRef(view);
  const isHandled = useRef(false);
  const hear = useRef(onLook);

  useEffect(() => {
    hear.current = onLook;
  }, [onLook]);

  useEffect(() => {
    if (history === null) return undefined;
    const made = forkStore(parent, choicesOf(viewNow.current, history));
    setFork(made);
    return () => {
      made.close();
      setFork(null);
    };
  }, [parent, history]);

  useEffect(() => {
    viewNow.current = view;
    if (fork === null || history === null) return;
    const choices = choicesOf(view, history);
    isHandled.current = false;
    const { settled, amend } = fork.store.getState();
    // No step: whoever presents does not undo, and a step would bring what is selected into view by itself.
    if (encodeChoices(settled) !== encodeChoices(choices)) amend(() => choices);
  }, [fork, history, view]);

  useEffect(() => {
    if (fork === null) return undefined;
    return fork.store.subscribe(({ settled }, before) => {
      if (settled !== before.settled && isHandled.current) hear.current?.(encodeChoices(settled));
    });
  }, [fork]);

  useEffect(() => {
    const element = ground.current;
    if (element === null) return undefined;
    const onHand = (): void => {
      isHandled.current = true;
    };
    for (const name of HAND) {
      element.addEventListener(name, onHand, { capture: true, passive: true });
    }
    return () => {
      for (const name of HAND) element.removeEventListener(name, onHand, { capture: true });
    };
  }, [ground]);

  return fork;
}

function choicesOf(view: string, history: NonNullable<AppState['history']>): Choices {
  const { choices } = decodeChoices(view);
  return { ...fitToHistory(choices, history).choices, presenting: null };
}
