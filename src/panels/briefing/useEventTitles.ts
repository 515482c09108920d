import { useEffect, useMemo, useState } from 'react';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import type { EventTitles } from './viewWords.ts';

const NONE: EventTitles = new Map();

/** The titles of these events, as far as they have been heard of yet; asked for once each. */
export function useEventTitles(ids: readonly string[]): EventTitles {
  const store = useAppStore();
  const history = useApp((state) => state.history);
  const wanted = useMemo(() => [...new Set(ids)].toSorted().join('\n'), [ids]);
  const [heard, setHeard] = useState({ history, titles: NONE });
  const titles = heard.history === history ? heard.titles : NONE;

  useEffect(() => {
    const engine = store.getState().lendEngine();
    const missing = wanted.split('\n').filter((id) => id !== '' && !titles.has(id));
    if (engine === null || missing.length === 0) return undefined;
    const stop = new AbortController();
    const ask = async (id: string): Promise<readonly [string, string | null] | null> => {
      try {
        const found = await engine.details({ kind: 'event', id }, stop.signal);
        return [id, found?.kind === 'event' ? found.title : null];
      } catch {
        // No answer says nothing about the event: it is not called missing.
        return null;
      }
    };
    void Promise.all(missing.map(ask)).then((found) => {
      if (stop.signal.aborted) return;
      setHeard({
        history,
        titles: new Map([...titles, ...found.filter((entry) => entry !== null)]),
      });
    });
    return () => stop.abort();
  }, [store, history, wanted, titles]);
  return titles;
}
