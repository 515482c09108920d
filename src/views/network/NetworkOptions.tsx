/*
 * How the network is to be made: what is shown, which ties, what size means, communities, how many.
 * Knows: choices. Must not know: the stage, drawing.
 */
import type { ReactNode, RefObject } from 'react';
import { NETWORK_MODES, NODE_MEASURES, TIE_KINDS } from '../../engine/port/network.ts';
import { NODES_LIMITS } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { changedNetwork } from './acts.ts';
import { NetworkPopover } from './NetworkPopover.tsx';
import { counted, MEASURE_WORDS, MODE_WORDS, numberWords, TIE_WORDS } from './words.ts';

interface NetworkOptionsProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onRearrange: () => void;
}

export function NetworkOptions({ anchor, onClose, onRearrange }: NetworkOptionsProps): ReactNode {
  return (
    <NetworkPopover
      anchor={anchor}
      title="Network options"
      className="network-options"
      onClose={onClose}
    >
      <ModeChoice />
      <TieChoice />
      <SizeChoice />
      <OtherChoices />
      <Arranging onRearrange={onRearrange} />
    </NetworkPopover>
  );
}

function ModeChoice(): ReactNode {
  const mode = useApp((state) => state.choices.network.mode);
  const choose = useApp((state) => state.choose);
  return (
    <fieldset className="network-option">
      <legend>Show</legend>
      {NETWORK_MODES.map((candidate) => (
        <label key={candidate} className="network-check">
          <input
            type="radio"
            className="network-radio"
            name="network-mode"
            checked={mode === candidate}
            onChange={() => choose(changedNetwork({ mode: candidate }))}
          />
          {MODE_WORDS[candidate].choice}
        </label>
      ))}
    </fieldset>
  );
}

function TieChoice(): ReactNode {
  const { mode, ties, includesTentative } = useApp((state) => state.choices.network);
  const choose = useApp((state) => state.choose);
  return (
    <fieldset className="network-option">
      <legend>Ties</legend>
      {mode === 'actors' ? (
        TIE_KINDS.map((kind) => (
          <label key={kind} className="network-check" title={TIE_WORDS[kind].meaning}>
            <input
              type="checkbox"
              className="checkbox"
              checked={ties.includes(kind)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                choose(
                  changedNetwork({
                    ties: TIE_KINDS.filter((tie) => (tie === kind ? isOn : ties.includes(tie))),
                  }),
                );
              }}
            />
            {TIE_WORDS[kind].choice}
          </label>
        ))
      ) : (
        <p className="network-hint">
          {mode === 'events'
            ? 'Each line is one actor taking part in one event.'
            : 'Each line is one actor taking part in events on one theme.'}
        </p>
      )}
      <Switch
        label="Planned or mentioned too"
        hint="Dashed: what had not happened, and who was only mentioned."
        isOn={includesTentative}
        onChange={(isOn) => choose(changedNetwork({ includesTentative: isOn }))}
      />
    </fieldset>
  );
}

function SizeChoice(): ReactNode {
  const sizeBy = useApp((state) => state.choices.network.sizeBy);
  const choose = useApp((state) => state.choose);
  return (
    <div className="network-option">
      <label className="network-select">
        <span>Size by</span>
        <select
          className="select"
          aria-describedby="network-size-meaning"
          value={sizeBy}
          onChange={(event) => {
            const next = NODE_MEASURES.find((measure) => measure === event.currentTarget.value);
            if (next !== undefined) choose(changedNetwork({ sizeBy: next }));
          }}
        >
          {NODE_MEASURES.map((measure) => (
            <option key={measure} value={measure}>
              {MEASURE_WORDS[measure].choice}
            </option>
          ))}
        </select>
      </label>
      <p id="network-size-meaning" className="network-hint">
        {MEASURE_WORDS[sizeBy].meaning}
      </p>
    </div>
  );
}

function OtherChoices(): ReactNode {
  const { hasCommunities, nodesLimit } = useApp((state) => state.choices.network);
  const choose = useApp((state) => state.choose);
  const total = useApp((state) => state.network?.nodesTotal ?? 0);
  return (
    <div className="network-option">
      <Switch
        label="Communities"
        hint="Outlines those who act together more than with others."
        isOn={hasCommunities}
        onChange={(isOn) => choose(changedNetwork({ hasCommunities: isOn }))}
      />
      {total <= NODES_LIMITS[0] && nodesLimit === NODES_LIMITS[0] ? null : (
        <label className="network-select">
          <span>At most</span>
          <select
            className="select"
            value={nodesLimit}
            onChange={(event) => {
              const value = Number(event.currentTarget.value);
              const next = NODES_LIMITS.find((limit) => limit === value);
              if (next !== undefined) choose(changedNetwork({ nodesLimit: next }));
            }}
          >
            {NODES_LIMITS.map((limit) => (
              <option key={limit} value={limit}>
                {numberWords(limit)} shown
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function Arranging({ onRearrange }: { readonly onRearrange: () => void }): ReactNode {
  const pins = useApp((state) => Object.keys(state.choices.network.pins).length);
  const choose = useApp((state) => state.choose);
  return (
    <div className="network-option is-buttons">
      <button
        type="button"
        className="button"
        aria-disabled={pins === 0}
        onClick={() => {
          if (pins > 0) choose(changedNetwork({ pins: {} }));
        }}
      >
        Unpin all
        {pins === 0 ? null : <span className="button-aside">{counted(pins, 'pin')}</span>}
      </button>
      <button type="button" className="button" onClick={onRearrange}>
        Arrange anew
      </button>
    </div>
  );
}
