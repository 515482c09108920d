/*
 * Places views and panels, and keeps an error inside the one that it happens in.
 * Knows: everything. Must not be known: nothing imports the page.
 *
 *   ┌ header ─────────────────────────────┐
 *   ├ filters ┬ main: bar, view ┬ details ┤
 *   └─────────┴─────────────────┴─────────┘
 */
import './ui/base.css';
import './ui/controls.css';
import { useEffect, useRef, useState, type ComponentType, type ReactNode, type Ref } from 'react';
import type { SourceAddress } from './engine/port.ts';
import { NoMatch } from './panels/bar/NoMatch.tsx';
import { StatusBar } from './panels/bar/StatusBar.tsx';
import { DetailsPanel } from './panels/details/DetailsPanel.tsx';
import { ShellDialog } from './panels/dialogs/ShellDialog.tsx';
import { Notices } from './panels/failure/Notices.tsx';
import { OpenFailureNotice } from './panels/failure/OpenFailureNotice.tsx';
import { Filters } from './panels/filters/Filters.tsx';
import { Header, type DialogName } from './panels/header/Header.tsx';
import { VIEW_PANEL_ID, viewTabId } from './panels/header/ViewTabs.tsx';
import { useShellCommands } from './panels/useShellCommands.ts';
import { useShellKeys } from './panels/useShellKeys.ts';
import type { ViewName } from './state/choices.ts';
import { useApp } from './state/hooks.tsx';
import { isEmbedded } from './state/source.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { PHONE, useMediaQuery } from './ui/useMediaQuery.ts';
import { TimelineView } from './views/timeline/TimelineView.tsx';
import './App.css';

interface ViewEntry {
  /** In words that continue "Something went wrong in …". */
  readonly name: string;
  readonly View: ComponentType<{ readonly lead: ReactNode }>;
}

const VIEWS: Readonly<Record<ViewName, ViewEntry>> = {
  timeline: { name: 'the timeline', View: TimelineView },
};

interface AppProps {
  /** What "Open the bundled history" opens. */
  readonly bundled: SourceAddress;
}

export function App({ bundled }: AppProps) {
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const isPhone = useMediaQuery(PHONE);
  const isDetailed = useApp((state) => state.choices.selection !== null);
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const commands = useShellCommands(search, () => setDialog('help'));
  useShellKeys(commands);
  const title = useTitle();

  const toView = (): void => main.current?.focus();
  return (
    <div className="app" data-detailed={isDetailed || undefined}>
      <a
        className="skip-link"
        href="#view"
        onClick={(event) => {
          // The part of the address after # belongs to the choices.
          event.preventDefault();
          toView();
        }}
      >
        Skip to the view
      </a>
      <ErrorBoundary name="the header">
        {isEmbedded(location.search) ? (
          <h1 className="visually-hidden">{title}</h1>
        ) : (
          <Header searchRef={search} onLeaveSearch={toView} onDialog={setDialog} />
        )}
      </ErrorBoundary>
      {isPhone ? null : (
        <ErrorBoundary name="the filters">
          <Filters />
        </ErrorBoundary>
      )}
      <Main ref={main} bundled={bundled} isFailureShown={dialog !== 'open'} />
      <ErrorBoundary name="the details">
        <DetailsPanel onClose={commands.close} onFocus={commands.focus} />
      </ErrorBoundary>
      <ShellDialog name={dialog} isPhone={isPhone} onClose={() => setDialog(null)} />
    </div>
  );
}

interface MainProps {
  readonly ref: Ref<HTMLElement>;
  readonly bundled: SourceAddress;
  readonly isFailureShown: boolean;
}

/** The middle of the page: what filters, what is to be told, the view. */
function Main({ ref, bundled, isFailureShown }: MainProps) {
  const view = useApp((state) => state.choices.view);
  const hasHistory = useApp((state) => state.history !== null);
  const [hasViewFailed, setViewFailed] = useState(false);
  const isBusy = useIsBusy() && !hasViewFailed;
  const { name, View } = VIEWS[view];
  // What filters stands in the view's own bar, so that the picture has the room of a second one.
  const status = <StatusBar />;
  return (
    <main ref={ref} id="view" className="main" tabIndex={-1} aria-busy={isBusy}>
      <ErrorBoundary name="the filters in words">
        <Notices />
        {isFailureShown ? <OpenFailureNotice bundled={bundled} /> : null}
        <NoMatch />
      </ErrorBoundary>
      <div id={VIEW_PANEL_ID} role="tabpanel" aria-labelledby={viewTabId(view)} className="view">
        <ErrorBoundary
          key={view}
          name={name}
          lead={status}
          onError={() => setViewFailed(true)}
          onRetry={() => setViewFailed(false)}
        >
          {hasHistory ? <View lead={status} /> : status}
        </ErrorBoundary>
      </div>
    </main>
  );
}

/** Until the first picture stands, and while another history is on its way. */
function useIsBusy(): boolean {
  return useApp(
    (state) =>
      state.opening !== null ||
      (state.history !== null && state.timeline === null && state.answerFailure === null),
  );
}

/** The first thing that a tab, a bookmark or a screen reader says is the history's own title. */
function useTitle(): string | undefined {
  const title = useApp((state) => state.history?.title);
  useEffect(() => {
    document.title = title === undefined ? 'Threadline' : `${title} – Threadline`;
  }, [title]);
  return title;
}
