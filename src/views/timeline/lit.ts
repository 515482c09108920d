/*
 * Which events are lit: those on the thread of what is pointed at or selected, and what another view's
 * highlight goes with.
 * Knows: the answers in the store, threads. Must not know: DOM, how lit is drawn.
 */
import type { AppState } from '../../state/appState.ts';
import { threadThrough } from './threads.ts';

const EMPTY: ReadonlySet<string> = new Set();

/** The very same set as long as it comes from the same: a frame that only moves sees it at a glance. */
export function createLit(): (state: AppState, centre: string | null) => ReadonlySet<string> {
  let from: readonly unknown[] = [];
  let lit = EMPTY;
  return (state, centre) => {
    const now = [centre, state.timeline, state.highlight, state.related];
    if (now.some((part, i) => part !== from[i])) {
      from = now;
      lit = litEvents(state, centre);
    }
    return lit;
  };
}

function litEvents(state: AppState, centre: string | null): ReadonlySet<string> {
  const { highlight, related, timeline } = state;
  const thread = centre === null ? EMPTY : threadThrough(centre, timeline?.links ?? []);
  if (related === null || highlight === null || highlight.kind === 'event') return thread;
  return new Set([...thread, ...related.events]);
}
