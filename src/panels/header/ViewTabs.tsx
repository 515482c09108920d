import { useRef, type KeyboardEvent } from 'react';
import type { Arrangement } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';
import {
  arrangementKey,
  arrangementWords,
  besides,
  offeredWith,
  singles,
  VIEW_WORDS,
} from './arrangements.ts';

/** The panel that the tabs belong to. */
export const VIEW_PANEL_ID = 'view-panel';
export const viewTabId = (views: Arrangement): string => `view-tab-${arrangementKey(views)}`;

interface ViewTabsProps {
  /** Where there is room for one view at a time. */
  readonly isSingle: boolean;
}

/** The views that there are; one tab stop, arrows walk. */
export function ViewTabs({ isSingle }: ViewTabsProps) {
  const views = useApp((state) => state.choices.views);
  const present: Arrangement = isSingle ? [views[0]] : views;
  const choose = useApp((state) => state.choose);
  const list = useRef<HTMLDivElement>(null);
  const offered = isSingle ? singles : offeredWith(present);
  const shown = offered.findIndex((views) => arrangementKey(views) === arrangementKey(present));

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepTo(event.key, shown, offered.length);
    const views = next === null ? undefined : offered[next];
    if (views === undefined) return;
    event.preventDefault();
    choose((now) => ({ ...now, views }));
    list.current?.querySelector<HTMLElement>(`#${viewTabId(views)}`)?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label="Views" className="tabs">
      {offered.map((views, index) => (
        <button
          key={arrangementKey(views)}
          type="button"
          role="tab"
          id={viewTabId(views)}
          className="tab"
          aria-selected={index === shown}
          aria-controls={VIEW_PANEL_ID}
          tabIndex={index === shown ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => choose((now) => ({ ...now, views }))}
        >
          {arrangementWords(views)}
        </button>
      ))}
    </div>
  );
}

/** Which view stands below the first one; any two share the window. */
export function BesideSelect() {
  const present = useApp((state) => state.choices.views);
  const choose = useApp((state) => state.choose);
  return (
    <label className="beside">
      <span className="visually-hidden">Second view, below the first</span>
      <select
        className="select"
        value={present[1] ?? ''}
        onChange={(event) => {
          const below = besides(present).find((view) => view === event.target.value);
          const views: Arrangement = below === undefined ? [present[0]] : [present[0], below];
          choose((now) => ({ ...now, views }));
        }}
      >
        <option value="">One view</option>
        {besides(present).map((view) => (
          <option key={view} value={view}>
            and {VIEW_WORDS[view].toLowerCase()}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where a key leads in a row of tabs that has no ends; null for other keys. */
function stepTo(key: string, from: number, length: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % length;
    case 'ArrowLeft':
      return (from - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
