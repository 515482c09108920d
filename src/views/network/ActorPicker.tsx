/*
 * All actors of the network as a list: type to narrow it, arrows walk, Enter picks.
 * Knows: the answer's nodes. Must not know: what is done with the one that is picked.
 */
import { useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useApp } from '../../state/hooks.tsx';
import { NetworkPopover } from './NetworkPopover.tsx';
import { optionId, OptionList, walkedTo, type Option } from './Options.tsx';
import { counted, numberWords } from './words.ts';

interface ActorPickerProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly title: string;
  /** The id of one that cannot be picked. */
  readonly except?: string;
  readonly onClose: () => void;
  /** Its node key. */
  readonly onPick: (key: string) => void;
}

/** A list that is read, not a register: typing finds the others. */
const SHOWN_LIMIT = 100;

export function ActorPicker({
  anchor,
  title,
  except,
  onClose,
  onPick,
}: ActorPickerProps): ReactNode {
  const nodes = useApp((state) => state.network?.nodes ?? null);
  const [text, setText] = useState('');
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const listId = useId();
  const found = (nodes ?? []).filter(
    ({ kind, id, name }) => kind === 'actor' && id !== except && hasWords(name, text),
  );
  const options = found
    .slice(0, SHOWN_LIMIT)
    .map(({ key, name, events }): Option => ({ key, name, detail: counted(events, 'event') }));
  const active = options.find(({ key }) => key === activeKey) ?? options[0];

  const pick = (key: string): void => {
    onClose();
    onPick(key);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === 'Home' || event.key === 'End') return;
    const next = walkedTo(event, options, active?.key ?? null);
    if (next !== null) {
      event.preventDefault();
      setActiveKey(next);
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      pick(active.key);
    }
  };

  return (
    <NetworkPopover anchor={anchor} title={title} className="network-picker" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        className="field"
        aria-label="Find an actor"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : optionId(listId, active.key)}
        placeholder="Find an actor"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActiveKey(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={title} className="network-choices">
        <OptionList
          id={listId}
          options={options}
          activeKey={active?.key ?? null}
          onPoint={setActiveKey}
          onPick={pick}
        />
      </div>
      {found.length === 0 ? <p className="network-hint">No actor here has this name.</p> : null}
      {found.length > options.length ? (
        <p className="network-hint">
          The first {SHOWN_LIMIT} of {numberWords(found.length)}: type to find others.
        </p>
      ) : null}
    </NetworkPopover>
  );
}

/** Every word begins some word of the name; case and accents aside. */
function hasWords(name: string, text: string): boolean {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u);
  return plain(text)
    .split(/\s+/u)
    .every((wanted) => wanted === '' || words.some((word) => word.startsWith(wanted)));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
