/*
 * The selected actor's ties as a list box: the arrows walk and light up the other end, Enter goes there,
 * and the list is then that actor's.
 * Knows: the answer about neighbours, choices. Must not know: the stage.
 */
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Neighbour, NeighboursAnswer } from '../../engine/port/network.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { OptionList, optionId, walkedTo, type Option } from './Options.tsx';
import { numberWords } from './words.ts';

/** So many events are named below a tie; the details list them all. */
const EVENTS_SHOWN = 2;

export function TieList(): ReactNode {
  const store = useAppStore();
  const answer = useApp((state) => state.neighbours);
  const name = useApp(
    (state) => state.history?.actors.find(({ id }) => id === answer?.actor)?.name ?? null,
  );
  const [active, setActive] = useState<{ of: string; key: string } | null>(null);
  const listId = useId();
  // Until the next actor's ties are here, the last one's stay: the focus is on the list.
  const of = answer?.actor ?? '';
  const options = (answer?.neighbours ?? []).map(optionOf);
  // The active one is of this actor's list; in another's, the first is.
  const activeKey = (active?.of === of ? active.key : options[0]?.key) ?? null;

  const point = (key: string): void => {
    setActive({ of, key });
    store.getState().setHighlight({ kind: 'actor', id: key });
  };
  const pick = (key: string): void => {
    store.getState().choose((now) => ({ ...now, selection: { kind: 'actor', id: key } }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = walkedTo(event, options, activeKey);
    if (next !== null) {
      event.preventDefault();
      point(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && activeKey !== null) {
      event.preventDefault();
      pick(activeKey);
    }
  };

  return (
    <>
      <div
        id={listId}
        role="listbox"
        className="network-choices"
        aria-label={`Ties of ${name ?? ''}`}
        aria-activedescendant={activeKey === null ? undefined : optionId(listId, activeKey)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (activeKey !== null) point(activeKey);
        }}
        onBlur={() => store.getState().setHighlight(null)}
        onPointerLeave={() => store.getState().setHighlight(null)}
      >
        <OptionList
          id={listId}
          options={options}
          activeKey={activeKey}
          onPoint={point}
          onPick={pick}
        />
      </div>
      <p className="network-hint">{hintOf(answer)}</p>
    </>
  );
}

function hintOf(answer: NeighboursAnswer | null): string {
  if (answer === null) return 'Looking for ties …';
  const { neighbours, total, countedAmong } = answer;
  if (total === 0) return 'No ties in what is shown.';
  if (countedAmong !== undefined) {
    return `The ${numberWords(neighbours.length)} closest, counted in the ${numberWords(countedAmong.total)} weightiest events.`;
  }
  return total > neighbours.length
    ? `The ${numberWords(neighbours.length)} closest of ${numberWords(total)}.`
    : 'Arrow keys light each one up, Enter goes there.';
}

function optionOf({ id, name, ties, isTentative, events, eventsTotal }: Neighbour): Option {
  const detail = [...ties, ...(isTentative ? ['planned or mentioned'] : [])].join(', ');
  const titles = events.slice(0, EVENTS_SHOWN).map(({ title }) => title);
  const others = eventsTotal - titles.length;
  if (titles.length === 0) return { key: id, name, detail };
  const more = others > 0 ? [...titles, `and ${numberWords(others)} more`] : titles;
  return { key: id, name, detail, more: more.join(' · ') };
}
