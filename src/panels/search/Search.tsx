/*
 * The search box and its list of hits: focus stays in the box, arrows walk the list.
 * Knows: the search answer, choices. Must not know: how a search is done.
 */
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { Search as SearchIcon } from 'lucide-react';
import { useApp } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { numberWords } from '../names.ts';
import { optionId, searchOptions, type SearchOption } from './searchOptions.ts';
import './search.css';

const loadHits = () => import('./SearchHits.tsx').then((module) => module.SearchHits);

interface SearchProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** The user leaves the box by Esc. */
  readonly onLeave: () => void;
}

export function Search({ inputRef, onLeave }: SearchProps) {
  const text = useApp((state) => state.searchText);
  const answer = useApp((state) => state.search);
  const setSearchText = useApp((state) => state.setSearchText);
  const choose = useApp((state) => state.choose);
  const [isOpen, setOpen] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const listId = useId();

  const options = searchOptions(text, answer);
  const active = options.findIndex((option) => option.key === activeKey);
  const isShown = isOpen && options.length > 0;

  const run = (option: SearchOption): void => {
    choose(option.choose);
    setSearchText('');
    setOpen(false);
    setActiveKey(null);
  };

  const walk: Readonly<Record<string, (() => number) | undefined>> = {
    ArrowDown: () => (active + 1) % options.length,
    ArrowUp: () => (active <= 0 ? options.length : active) - 1,
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = walk[event.key]?.();
    if (next !== undefined && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActiveKey(options[next]?.key ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // With nothing picked, Enter means the words as they stand: the last option.
      const option = isShown ? options[active === -1 ? options.length - 1 : active] : undefined;
      if (option !== undefined) run(option);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setOpen(false);
      if (text === '') onLeave();
      else setSearchText('');
    }
  };

  return (
    <search
      className="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <SearchIcon aria-hidden className="search-icon" />
      <input
        ref={inputRef}
        type="search"
        className="field search-field"
        aria-label="Search"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isShown ? listId : undefined}
        aria-activedescendant={
          isShown && active !== -1 ? optionId(listId, options[active]) : undefined
        }
        aria-keyshortcuts="/"
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setSearchText(event.currentTarget.value);
          setOpen(true);
          setActiveKey(null);
        }}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd className="key search-key" aria-hidden>
        /
      </kbd>
      {isShown ? (
        <Lazy
          name="the list of hits"
          load={loadHits}
          props={{
            id: listId,
            options,
            found: answer?.found ?? 0,
            shown: answer?.hits.length ?? 0,
            activeKey,
            onKeyDown,
            onRun: run,
          }}
          fallback={null}
        />
      ) : null}
      <span className="visually-hidden" aria-live="polite">
        {isShown && answer !== null ? foundWords(answer.found) : ''}
      </span>
    </search>
  );
}

function foundWords(found: number): string {
  return found === 1 ? '1 result' : `${numberWords(found)} results`;
}
