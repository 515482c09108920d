/*
 * Whose surroundings are shown, how far they reach, and the way out.
 * Knows: choices, names. Must not know: the stage.
 */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { changedNetwork } from './acts.ts';

const DEPTHS = [
  { depth: 1, words: 'its neighbours' },
  { depth: 2, words: 'and theirs' },
  { depth: 3, words: 'and theirs again' },
] as const;

export function EgoBar(): ReactNode {
  const store = useAppStore();
  const ego = useApp((state) => state.choices.network.ego);
  const name = useApp(
    (state) => state.history?.actors.find(({ id }) => id === ego?.actor)?.name ?? null,
  );
  if (ego === null) return null;
  const { choose } = store.getState();
  return (
    <div className="network-ego" role="group" aria-label={`Only around ${name ?? ego.actor}`}>
      <span className="network-ego-name" dir="auto">
        Around <strong>{name ?? ego.actor}</strong>
      </span>
      <select
        className="select"
        aria-label="How far around"
        value={ego.depth}
        onChange={(event) =>
          choose(
            changedNetwork({ ego: { actor: ego.actor, depth: Number(event.currentTarget.value) } }),
          )
        }
      >
        {DEPTHS.map(({ depth, words }) => (
          <option key={depth} value={depth}>
            {words}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button is-icon is-quiet"
        aria-label="Show everyone again"
        onClick={() => choose(changedNetwork({ ego: null }))}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
