/*
 * How far the page is: whether something is awaited, and whether a first picture has been seen.
 * Knows: the store. Must not know: views, how they draw.
 */
import { useEffect, useState } from 'react';
import { assertNever } from '../base/assertNever.ts';
import type { AppState } from '../state/appState.ts';
import type { ViewName } from '../state/choices.ts';
import { useApp } from '../state/hooks.tsx';

/** Until the first picture stands, and while another history is on its way. */
export function useIsBusy(): boolean {
  return useApp(
    (state) =>
      state.opening !== null ||
      (state.history !== null &&
        state.answerFailure === null &&
        isAwaited(state, state.choices.views[0])),
  );
}

/**
 * Whether the first picture has been on the screen: then what stands beside it is fetched and asked for,
 * so that neither its script nor its answers come before those that one waits for.
 */
export function useIsSeen(isStanding: boolean): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!isStanding || isSeen) return undefined;
    // The next frame shows it; what follows that frame's callbacks comes after it.
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setSeen(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [isStanding, isSeen]);
  return isSeen;
}

/** Whether a view still lacks the answer that it draws; the table asks for its rows itself. */
function isAwaited(state: AppState, view: ViewName): boolean {
  switch (view) {
    case 'timeline':
      return state.timeline === null;
    case 'network':
      return state.network === null;
    case 'map':
      return state.places === null;
    case 'table':
      return state.facets === null;
    default:
      return assertNever(view);
  }
}
