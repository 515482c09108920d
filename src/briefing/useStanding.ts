/*
 * Tells when a slide's picture stands, and when it no longer does.
 * Knows: a fork, its element. Must not know: which views draw there.
 */
import { useEffect, type RefObject } from 'react';
import type { Fork } from '../state/fork.ts';
import { FRAMES_AT_REST, isAtRest } from '../state/standing.ts';

interface StandingOptions {
  readonly fork: Fork | null;
  readonly ground: RefObject<HTMLElement | null>;
  readonly view: string;
  /** Hears the view whose picture stands; null while one is on its way. */
  readonly onStanding: ((view: string | null) => void) | undefined;
}

export function useStanding({ fork, ground, view, onStanding }: StandingOptions): void {
  useEffect(() => {
    const element = ground.current;
    if (fork === null || element === null || onStanding === undefined) return undefined;
    let rested = 0;
    let isSaid = false;
    let frame = 0;
    const look = (): void => {
      rested = isAtRest(fork, element) ? rested + 1 : 0;
      const stands = rested >= FRAMES_AT_REST;
      if (stands !== isSaid) onStanding(stands ? view : null);
      isSaid = stands;
      // What stands is looked at again when something stirs.
      frame = stands ? 0 : requestAnimationFrame(look);
    };
    const stir = (): void => {
      rested = 0;
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    stir();
    const unsubscribe = fork.store.subscribe(stir);
    const observer = new MutationObserver(stir);
    observer.observe(element, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      observer.disconnect();
    };
  }, [fork, ground, onStanding, view]);
}
