import type { RefObject } from 'react';
import { DEFAULT_CHOICES } from '../state/choices.ts';
import { useAppStore } from '../state/hooks.tsx';
import { focusWindow } from './focusWindow.ts';
import type { Presenting } from './usePresenting.ts';
import type { ShellCommands } from './useShellKeys.ts';

/** What the keys of the page do, and a few buttons beside them. */
export function useShellCommands(
  search: RefObject<HTMLInputElement | null>,
  onHelp: () => void,
  { present, resume }: Pick<Presenting, 'present' | 'resume'>,
): ShellCommands & { readonly close: () => void } {
  const store = useAppStore();

  const close = (): void => store.getState().choose((now) => ({ ...now, selection: null }));

  return {
    close,
    search: () => {
      search.current?.focus();
      search.current?.select();
      return true;
    },
    help: () => {
      onHelp();
      return true;
    },
    present,
    undo: () => {
      store.getState().undo();
      return true;
    },
    redo: () => {
      store.getState().redo();
      return true;
    },
    focus: () => {
      const { details, history, choose } = store.getState();
      const window = details && history ? focusWindow(details, history.extent) : null;
      if (window === null) return false;
      choose((now) => ({ ...now, window }));
      return true;
    },
    table: () => {
      store.getState().choose((now) => {
        const isTable = now.views.length === 1 && now.views[0] === 'table';
        return { ...now, views: isTable ? DEFAULT_CHOICES.views : ['table'] };
      });
      return true;
    },
    back: () => {
      const { searchText, setSearchText, choices } = store.getState();
      if (searchText !== '') setSearchText('');
      else if (choices.selection !== null) close();
      else return resume();
      return true;
    },
  };
}
