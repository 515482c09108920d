/*
 * What can be done with the selected actor: filter by it, see only its neighbours, find a chain, list its
 * ties, let go of its pin.
 * Knows: choices, the answer's nodes. Must not know: the stage.
 */
import { ListTree, Filter, Network, PinOff, Route } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { NetworkNode } from '../../engine/port/network.ts';
import type { AppState } from '../../state/appState.ts';
import { valueUse } from '../../state/choices.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { changedNetwork, facetOf, toggleFilter, unpinned } from './acts.ts';

const loadPicker = () => import('./ActorPicker.tsx').then((module) => module.ActorPicker);

export interface NodeBarProps {
  readonly isTiesOpen: boolean;
  readonly onTies: () => void;
}

/** The selected actor, where the picture shows it. */
export function selectedNode(state: AppState): NetworkNode | undefined {
  const { selection } = state.choices;
  if (selection?.kind !== 'actor') return undefined;
  const isSelected = ({ kind, id }: NetworkNode): boolean =>
    kind === 'actor' && id === selection.id;
  return state.network?.nodes.find(isSelected) ?? state.networkRest?.nodes.find(isSelected);
}

export function NodeBar({ isTiesOpen, onTies }: NodeBarProps): ReactNode {
  const store = useAppStore();
  const node = useApp(selectedNode);
  const chainRef = useRef<HTMLButtonElement>(null);
  const [isPicking, setPicking] = useState(false);
  const facet = node === undefined ? null : facetOf(node);
  const isFilter = useApp(
    ({ choices }) =>
      node !== undefined && facet !== null && valueUse(choices, facet, node.id) !== null,
  );
  const isEgo = useApp(({ choices }) => choices.network.ego?.actor === node?.id);
  const isPinned = useApp(
    ({ choices }) => node !== undefined && choices.network.pins[node.key] !== undefined,
  );
  if (node === undefined) return null;
  const { id, key, name } = node;
  const { choose } = store.getState();
  return (
    <div className="network-node-bar" role="group" aria-label={`With ${name}`}>
      <strong className="network-node-name" dir="auto">
        {name}
      </strong>
      <button
        type="button"
        className="button is-quiet"
        aria-label={`Filter by ${name}`}
        title={`Filter by ${name}`}
        aria-pressed={isFilter}
        onClick={() => choose(toggleFilter(node))}
      >
        <Filter aria-hidden="true" />
        <span>Filter</span>
      </button>
      <button
        type="button"
        className="button is-quiet"
        aria-label={`Only neighbours of ${name}`}
        title={`Only neighbours of ${name}`}
        aria-pressed={isEgo}
        onClick={() => choose(changedNetwork({ ego: isEgo ? null : { actor: id, depth: 1 } }))}
      >
        <Network aria-hidden="true" />
        <span>Only neighbours</span>
      </button>
      <button
        ref={chainRef}
        type="button"
        className="button is-quiet"
        aria-label="Chain to…"
        title="Chain to…"
        aria-haspopup="dialog"
        aria-expanded={isPicking}
        onClick={() => setPicking(!isPicking)}
      >
        <Route aria-hidden="true" />
        <span>Chain to…</span>
      </button>
      <button
        type="button"
        className="button is-quiet"
        aria-label={`Ties of ${name}`}
        title={`Ties of ${name}`}
        aria-expanded={isTiesOpen}
        onClick={onTies}
      >
        <ListTree aria-hidden="true" />
        <span>Ties</span>
      </button>
      {isPinned ? (
        <button
          type="button"
          className="button is-quiet"
          aria-label="Unpin"
          title="Unpin"
          onClick={() => choose(unpinned(key))}
        >
          <PinOff aria-hidden="true" />
          <span>Unpin</span>
        </button>
      ) : null}
      {isPicking ? (
        <Lazy
          name="the list of actors"
          load={loadPicker}
          props={{
            anchor: chainRef,
            title: `Chain from ${name} to`,
            except: id,
            onClose: () => setPicking(false),
            onPick: (picked) =>
              choose(changedNetwork({ chain: { from: id, to: picked.slice('actor:'.length) } })),
          }}
          fallback={null}
        />
      ) : null}
    </div>
  );
}
