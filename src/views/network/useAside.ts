/*
 * What stands beside the picture: the ties of the selected actor, the steps of a chain, or nothing.
 * Knows: choices. Must not know: what either looks like.
 */
import { useState } from 'react';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { changedNetwork } from './acts.ts';

export type AsideName = 'ties' | 'chain';

export interface Aside {
  readonly shown: AsideName | null;
  readonly openTies: () => void;
  readonly toggleTies: () => void;
  /** Closes what is open; the key of the node that the focus goes back to. */
  readonly close: () => string | null;
}

/** A chain shows its steps as long as it is asked for; ties show for whoever is selected. */
export function useAside(): Aside {
  const store = useAppStore();
  const [areTiesOpen, setTiesOpen] = useState(false);
  const hasChain = useApp((state) => state.choices.network.chain !== null);
  const hasActor = useApp((state) => state.choices.selection?.kind === 'actor');
  const shown = hasChain ? 'chain' : areTiesOpen && hasActor ? 'ties' : null;
  return {
    shown,
    openTies: () => setTiesOpen(true),
    toggleTies: () => setTiesOpen(!areTiesOpen),
    close: () => {
      const { choices, choose } = store.getState();
      const { selection, network } = choices;
      if (network.chain !== null) {
        choose(changedNetwork({ chain: null }));
        return `actor:${network.chain.from}`;
      }
      setTiesOpen(false);
      return selection === null ? null : `${selection.kind}:${selection.id}`;
    },
  };
}
