/*
 * Beside the picture: the ties of the selected actor, or the chain between two, in words.
 * Knows: which of both is shown. Must not know: the stage.
 */
import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useApp } from '../../state/hooks.tsx';
import { ChainSteps } from './ChainSteps.tsx';
import { TieList } from './TieList.tsx';
import type { AsideName } from './useAside.ts';

interface NetworkAsideProps {
  readonly shown: AsideName;
  readonly onClose: () => void;
}

export function NetworkAside({ shown, onClose }: NetworkAsideProps): ReactNode {
  const aside = useRef<HTMLElement>(null);
  const title = useTitle(shown);

  // Whoever opens it by key wants to go on inside it.
  useEffect(() => {
    const first = '[role="listbox"], .network-chain button';
    const element = aside.current;
    (element?.querySelector<HTMLElement>(first) ?? element?.querySelector('button'))?.focus();
  }, []);

  useEffect(() => {
    const element = aside.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  return (
    <aside ref={aside} className="network-aside" aria-label={title}>
      <header className="network-aside-header">
        <h2 className="network-aside-title" dir="auto">
          {title}
        </h2>
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label={shown === 'chain' ? 'Leave the chain' : 'Close the ties'}
          onClick={onClose}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      {shown === 'chain' ? <ChainSteps /> : <TieList />}
    </aside>
  );
}

function useTitle(shown: AsideName): string {
  return useApp(({ choices, history }) => {
    const nameOf = (id: string): string =>
      history?.actors.find((actor) => actor.id === id)?.name ?? id;
    const { chain } = choices.network;
    if (shown === 'chain' && chain !== null) {
      return `From ${nameOf(chain.from)} to ${nameOf(chain.to)}`;
    }
    return choices.selection === null ? 'Ties' : `Ties of ${nameOf(choices.selection.id)}`;
  });
}
