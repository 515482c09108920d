import { useEffect, useState } from 'react';
import type { HistoryEditor } from '../../state/appState.ts';
import { useApp } from '../../state/hooks.tsx';
import type { Candidate } from './useCandidates.ts';

export interface TieEntry extends Candidate {
  /** Its index in the list: ties have no ids. */
  readonly key: number;
}

/** As many as are read through; a history with more is edited where its ties come from. */
const TIES_LIMIT = 500;

/** The ties that the history states; none until they are wanted. */
export function useTies(editor: HistoryEditor, areWanted: boolean): readonly TieEntry[] {
  const history = useApp((state) => state.history);
  const [ties, setTies] = useState<readonly TieEntry[]>([]);
  useEffect(() => {
    if (!areWanted || history === null) return undefined;
    let isAwaited = true;
    const names = new Map(history.actors.map(({ id, name }) => [id, name]));
    const ask = async (): Promise<void> => {
      const found: TieEntry[] = [];
      for (let key = 0; key < TIES_LIMIT; key += 1) {
        // The list ends where one is missing.
        // oxlint-disable-next-line no-await-in-loop
        const tie = await editor.desk().record('ties', key);
        if (tie === null || !isAwaited) break;
        const [from, to] = [names.get(tie.from) ?? tie.from, names.get(tie.to) ?? tie.to];
        found.push({ key, id: String(key), name: `${from} – ${to}`, detail: tie.kind ?? '' });
      }
      if (isAwaited) setTies(found);
    };
    void ask();
    return () => {
      isAwaited = false;
    };
  }, [editor, areWanted, history]);
  return areWanted ? ties : [];
}
