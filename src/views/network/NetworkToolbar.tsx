/*
 * The network's bar: what is shown or selected, and its own controls.
 * Knows: choices, answers in words. Must not know: the stage, drawing.
 */
import { Minus, Play, Plus, SlidersHorizontal, Users } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useApp } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { EgoBar } from './EgoBar.tsx';
import type { ZoomCommand } from './gestures.ts';
import { NodeBar, selectedNode } from './NodeBar.tsx';
import { shownWords } from './leftOut.ts';
import { MODE_WORDS } from './words.ts';

const loadOptions = () => import('./NetworkOptions.tsx').then((module) => module.NetworkOptions);
const loadPicker = () => import('./ActorPicker.tsx').then((module) => module.ActorPicker);

export interface NetworkToolbarProps {
  readonly lead: ReactNode;
  readonly isTiesOpen: boolean;
  readonly onTies: () => void;
  readonly isPlayerOpen: boolean;
  readonly onPlayer: () => void;
  readonly onZoom: (command: ZoomCommand) => void;
  /** A node was picked from the list. */
  readonly onPick: (key: string) => void;
  readonly onRearrange: () => void;
}

export function NetworkToolbar(props: NetworkToolbarProps): ReactNode {
  const { lead, isTiesOpen, onTies, isPlayerOpen, onPlayer, onZoom, onPick, onRearrange } = props;
  const mode = useApp((state) => state.choices.network.mode);
  const hasNodeBar = useApp((state) => selectedNode(state) !== undefined);
  const hasEgo = useApp((state) => state.choices.network.ego !== null);
  const optionsRef = useRef<HTMLButtonElement>(null);
  const pickerRef = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<'options' | 'picker' | null>(null);
  const close = (): void => setOpened(null);
  return (
    <div className="view-toolbar">
      {lead}
      {hasNodeBar ? (
        <NodeBar isTiesOpen={isTiesOpen} onTies={onTies} />
      ) : (
        <>
          {(lead === null || lead === undefined) && !hasEgo ? (
            <p className="network-title">{MODE_WORDS[mode].title}</p>
          ) : null}
          <EgoBar />
          <Shown />
        </>
      )}
      <div className="view-tools">
        <button
          ref={pickerRef}
          type="button"
          className="button is-quiet"
          aria-label="Pick an actor"
          aria-haspopup="dialog"
          aria-expanded={opened === 'picker'}
          onClick={() => setOpened(opened === 'picker' ? null : 'picker')}
        >
          <Users aria-hidden="true" />
          <span className="network-tool-words">Pick an actor</span>
        </button>
        <button
          type="button"
          className="button is-quiet"
          aria-label="Play through time"
          aria-pressed={isPlayerOpen}
          onClick={onPlayer}
        >
          <Play aria-hidden="true" />
          <span className="network-tool-words">Play through time</span>
        </button>
        <button
          ref={optionsRef}
          type="button"
          className="button is-quiet"
          aria-label="Network options"
          aria-haspopup="dialog"
          aria-expanded={opened === 'options'}
          onClick={() => setOpened(opened === 'options' ? null : 'options')}
        >
          <SlidersHorizontal aria-hidden="true" />
          <span className="network-tool-words">Options</span>
        </button>
        <button
          type="button"
          className="button is-icon"
          aria-label="Zoom out"
          onClick={() => onZoom('zoom-out')}
        >
          <Minus aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button is-icon"
          aria-label="Zoom in"
          onClick={() => onZoom('zoom-in')}
        >
          <Plus aria-hidden="true" />
        </button>
        <button type="button" className="button" onClick={() => onZoom('fit')}>
          Fit all
        </button>
      </div>
      {opened === 'options' ? (
        <Lazy
          name="the options"
          load={loadOptions}
          props={{ anchor: optionsRef, onClose: close, onRearrange }}
          fallback={null}
        />
      ) : null}
      {opened === 'picker' ? (
        <Lazy
          name="the list of actors"
          load={loadPicker}
          props={{ anchor: pickerRef, title: 'Pick an actor', onClose: close, onPick }}
          fallback={null}
        />
      ) : null}
    </div>
  );
}

/** How many stand in the picture, and which where some were left out. */
function Shown(): ReactNode {
  const answer = useApp((state) => state.network);
  const sizeBy = useApp((state) => state.choices.network.sizeBy);
  return <p className="network-shown">{answer === null ? '' : shownWords(answer, sizeBy)}</p>;
}
