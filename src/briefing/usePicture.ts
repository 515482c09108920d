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
  const reported = useRef<string | null>(null);
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
    // What this very picture has reported stands already, and may be on its way further.
    if (fork === null || history === null || view === reported.current) return;
    const choices = choicesOf(view, history);
    isHandled.current = false;
    reported.current = null;
    const { settled, choices: present, amend, dismissNotice } = fork.store.getState();
    dismissNotice();
    const isShown = settled === present && encodeChoices(settled) === encodeChoices(choices);
    // No step: whoever presents does not undo, and a step would bring what is selected into view by itself.
    if (!isShown) amend(() => choices);
  }, [fork, history, view]);

  useEffect(() => {
    if (fork === null) return undefined;
    let frame = 0;
    const report = (): void => {
      frame = 0;
      // Since then the scene may have been returned to.
      if (!isHandled.current) return;
      const look = encodeChoices(fork.store.getState().choices);
      if (look === reported.current) return;
      reported.current = look;
      hear.current?.(look);
    };
    const unsubscribe = fork.store.subscribe(({ choices }, before) => {
      if (choices === before.choices || !isHandled.current || frame !== 0) return;
      frame = requestAnimationFrame(report);
    });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
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
