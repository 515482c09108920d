/*
 * The pages of rows for the choices as they stand: another filter, order or history asks anew.
 * Knows: React, the store, pages. Must not know: how rows look.
 */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AppState } from '../../state/appState.ts';
import { queryOf } from '../../state/choices.ts';
import { useAppStore } from '../../state/hooks.tsx';
import { isSameQuery } from '../../state/questions.ts';
import { createPages, type Pages, type PagesSnapshot, type RowsQuestion } from './pages.ts';

export function rowsQuestionOf({ choices }: AppState): RowsQuestion {
  return { query: queryOf(choices), sort: choices.table.sort };
}

export function usePages(): readonly [Pages, PagesSnapshot] {
  const store = useAppStore();
  const [pages] = useState(() =>
    createPages((question, signal) => store.getState().askEvents(question, signal)),
  );
  useEffect(() => {
    const ask = (isOther: boolean): void =>
      pages.setQuestion(rowsQuestionOf(store.getState()), isOther);
    const unsubscribe = store.subscribe((state, before) => {
      if (state.history === null) return;
      const isOther = state.openings !== before.openings;
      if (!isOther && state.history !== before.history) pages.refresh();
      if (isOther || !isSameRows(rowsQuestionOf(state), rowsQuestionOf(before))) ask(isOther);
    });
    if (store.getState().history !== null) ask(true);
    return () => {
      unsubscribe();
      pages.destroy();
    };
  }, [store, pages]);
  return [pages, useSyncExternalStore(pages.subscribe, pages.snapshot)];
}

function isSameRows(a: RowsQuestion, b: RowsQuestion): boolean {
  return (
    isSameQuery(a.query, b.query) &&
    a.sort.by === b.sort.by &&
    a.sort.isDescending === b.sort.isDescending
  );
}
