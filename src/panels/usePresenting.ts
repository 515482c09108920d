import { useEffect, useRef } from 'react';
import type { BriefingPlace } from '../state/choices.ts';
import { useApp, useAppStore } from '../state/hooks.tsx';

export interface Presenting {
  readonly isPresenting: boolean;
  /** Starts the briefing, or goes on where it was left; false where there is no scene. */
  readonly present: () => boolean;
  /** Goes on, as a clicker asks with Esc, if nothing else was done since the stage was left. */
  readonly resume: () => boolean;
}

export function usePresenting(): Presenting {
  const store = useAppStore();
  const place = useApp((state) => state.choices.presenting);
  const last = useRef<BriefingPlace | null>(null);
  const isJustLeft = useRef(false);

  useEffect(() => {
    if (place !== null) {
      last.current = place;
      return undefined;
    }
    if (last.current === null) return undefined;
    isJustLeft.current = true;
    const stop = new AbortController();
    const onOther = (event: Event): void => {
      if (!(event instanceof KeyboardEvent && event.key === 'Escape')) isJustLeft.current = false;
    };
    for (const name of ['pointerdown', 'keydown']) {
      document.addEventListener(name, onOther, { capture: true, signal: stop.signal });
    }
    return () => stop.abort();
  }, [place]);

  const present = (): boolean => {
    const { briefing, amend } = store.getState();
    const shown = briefing.scenes.filter(({ hidden }) => hidden !== true);
    const left = shown.some(({ id }) => id === last.current?.scene) ? last.current : null;
    const presenting = left ?? (shown[0] ? { scene: shown[0].id, step: 0 } : null);
    if (presenting === null) return false;
    amend((now) => ({ ...now, presenting }));
    return true;
  };
  return {
    isPresenting: place !== null,
    present,
    resume: () => isJustLeft.current && present(),
  };
}
