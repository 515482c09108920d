/*
 * The shortest chain between two actors, a step at a time, with the events that make each step.
 * Knows: the answer's chain, choices. Must not know: the stage.
 */
import type { ReactNode } from 'react';
import type { ChainStep } from '../../engine/port/network.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { counted, numberWords } from './words.ts';

export function ChainSteps(): ReactNode {
  const chain = useApp((state) => state.network?.chain ?? null);
  if (chain === null) return <p className="network-hint">Looking for a chain …</p>;
  if (!chain.isConnected) {
    return (
      <p className="network-hint">
        No chain of ties leads from one to the other in what is shown. Show more time, or take a
        filter away.
      </p>
    );
  }
  return (
    <div className="network-chain">
      <p className="network-hint">
        {chain.steps.length === 0 ? 'Both are the same.' : counted(chain.steps.length, 'step')}
      </p>
      <ol className="network-steps">
        {chain.steps.map((step) => (
          <Step key={`${step.from.id} ${step.to.id}`} step={step} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step }: { readonly step: ChainStep }): ReactNode {
  const { from, to, ties, events, eventsTotal } = step;
  return (
    <li className="network-step">
      <p className="network-step-ends">
        <Opens to={{ kind: 'actor', id: from.id }}>{from.name}</Opens>
        <span className="network-step-ties">{ties.join(', ')}</span>
        <Opens to={{ kind: 'actor', id: to.id }}>{to.name}</Opens>
      </p>
      {events.length === 0 ? null : (
        <ul className="network-step-events">
          {events.map(({ id, title, dateWords }) => (
            <li key={id}>
              <Opens to={{ kind: 'event', id }}>{title}</Opens>
              <span className="network-step-date">{dateWords}</span>
            </li>
          ))}
          {eventsTotal > events.length ? (
            <li className="network-step-date">
              and {numberWords(eventsTotal - events.length)} more
            </li>
          ) : null}
        </ul>
      )}
    </li>
  );
}

interface OpensProps {
  readonly to: { readonly kind: 'actor' | 'event'; readonly id: string };
  readonly children: string;
}

function Opens({ to, children }: OpensProps): ReactNode {
  const store = useAppStore();
  const light = (isLit: boolean): void => store.getState().setHighlight(isLit ? to : null);
  return (
    <button
      type="button"
      className="text-button is-plain"
      dir="auto"
      onClick={() => store.getState().choose((now) => ({ ...now, selection: to }))}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
      onFocus={() => light(true)}
      onBlur={() => light(false)}
    >
      {children}
    </button>
  );
}
