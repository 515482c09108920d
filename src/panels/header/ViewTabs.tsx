import { useRef, type KeyboardEvent } from 'react';
import { VIEWS, type ViewName } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';

const VIEW_WORDS: Readonly<Record<ViewName, string>> = { timeline: 'Timeline' };

/** The panel that the tabs belong to. */
export const VIEW_PANEL_ID = 'view-panel';
export const viewTabId = (view: ViewName): string => `view-tab-${view}`;

/** The views that there are; one tab stop, arrows walk. */
export function ViewTabs() {
  const shown = useApp((state) => VIEWS.indexOf(state.choices.view));
  const choose = useApp((state) => state.choose);
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepTo(event.key, shown);
    const view = next === null ? undefined : VIEWS[next];
    if (view === undefined) return;
    event.preventDefault();
    choose((now) => ({ ...now, view }));
    list.current?.querySelector<HTMLElement>(`#${viewTabId(view)}`)?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label="Views" className="tabs">
      {VIEWS.map((view, index) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={viewTabId(view)}
          className="tab"
          aria-selected={index === shown}
          aria-controls={VIEW_PANEL_ID}
          tabIndex={index === shown ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => choose((now) => ({ ...now, view }))}
        >
          {VIEW_WORDS[view]}
        </button>
      ))}
    </div>
  );
}

/** Where a key leads in a row of tabs that has no ends; null for other keys. */
function stepTo(key: string, from: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % VIEWS.length;
    case 'ArrowLeft':
      return (from - 1 + VIEWS.length) % VIEWS.length;
    case 'Home':
      return 0;
    case 'End':
      return VIEWS.length - 1;
    default:
      return null;
  }
}
