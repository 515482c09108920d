/*
 * A window's briefing for React.
 * Knows: the live briefing. Must not know: what is drawn.
 */
import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand/react';
import { useApp, useAppStore } from '../state/hooks.tsx';
import { startBriefing, type BriefingState, type LiveBriefing } from './briefing.ts';
import type { Role } from './messages.ts';
import { newSession } from './session.ts';

export interface BriefingInUse extends BriefingState {
  readonly live: LiveBriefing;
}

/** While there is none, so that hooks stay in their order. */
const NOTHING = createStore<BriefingState>()(() => ({
  session: newSession('', { scene: '', step: 0 }, 0),
  isOtherHere: false,
  pointerAt: null,
}));

/** Null until a history is open. */
export function useBriefing(role: Role): BriefingInUse | null {
  const store = useAppStore();
  const hasHistory = useApp((state) => state.history !== null);
  const [live, setLive] = useState<LiveBriefing | null>(null);
  useEffect(() => {
    if (!hasHistory) return undefined;
    const started = startBriefing({ store, role });
    // It begins with the page's being there, and ends with it: a window, a channel, a storage.
    // oxlint-disable-next-line react/set-state-in-effect
    setLive(started);
    return () => {
      started.close();
      setLive(null);
    };
  }, [hasHistory, role, store]);
  const state = useStore(live?.state ?? NOTHING);
  return live === null ? null : { live, ...state };
}
