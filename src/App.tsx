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
import './ui/viewToolbar.css';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
  type Ref,
} from 'react';
import { assertNever } from './base/assertNever.ts';
import type { SourceAddress } from './engine/port.ts';
import { StatusBar } from './panels/bar/StatusBar.tsx';
import { DetailsPanel } from './panels/details/DetailsPanel.tsx';
import { ShellDialog } from './panels/dialogs/ShellDialog.tsx';
import { Notices } from './panels/failure/Notices.tsx';
import { useLastOpening } from './panels/failure/useLastOpening.ts';
import { Filters } from './panels/filters/Filters.tsx';
import { Header, type DialogName } from './panels/header/Header.tsx';
import { arrangementWords } from './panels/header/arrangements.ts';
import { VIEW_PANEL_ID, viewTabId } from './panels/header/ViewTabs.tsx';
import { useShellCommands } from './panels/useShellCommands.ts';
import { useShellKeys } from './panels/useShellKeys.ts';
import type { AppState } from './state/appState.ts';
import type { ViewName } from './state/choices.ts';
import { SPLIT_LEAST, SPLIT_MOST } from './state/codecViews.ts';
import { useApp, useAppStore } from './state/hooks.tsx';
import { isEmbedded } from './state/source.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Lazy } from './ui/Lazy.tsx';
import { Split } from './ui/Split.tsx';
import { PHONE, useMediaQuery } from './ui/useMediaQuery.ts';
import { TimelineView } from './views/timeline/TimelineView.tsx';
import './App.css';

interface ViewProps {
  /** What stands first in the view's bar. */
  readonly lead?: ReactNode;
}

interface ViewEntry {
  /** In words that continue "Something went wrong in …". */
  readonly name: string;
  readonly load: () => Promise<ComponentType<ViewProps>>;
}

/** Fetched when first shown; the timeline comes with the page, so that nothing stands before its picture. */
const FETCHED_VIEWS: Readonly<Record<Exclude<ViewName, 'timeline'>, ViewEntry>> = {
  network: {
    name: 'the network',
    load: () => import('./views/network/NetworkView.tsx').then((module) => module.NetworkView),
  },
  map: {
    name: 'the map',
    load: () => import('./views/map/MapView.tsx').then((module) => module.MapView),
  },
  table: {
    name: 'the table',
    load: () => import('./views/table/TableView.tsx').then((module) => module.TableView),
  },
};

const loadStatistics = () =>
  import('./panels/statistics/StatisticsStrip.tsx').then((module) => module.StatisticsStrip);
const loadNoMatch = () => import('./panels/bar/NoMatch.tsx').then((module) => module.NoMatch);
const loadFailure = () =>
  import('./panels/failure/OpenFailureNotice.tsx').then((module) => module.OpenFailureNotice);
const NO_PROPS = {};

interface AppProps {
  /** What "Open the bundled history" opens. */
  readonly bundled: SourceAddress;
}

export function App({ bundled }: AppProps) {
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const isPhone = useMediaQuery(PHONE);
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const commands = useShellCommands(search, () => setDialog('help'));
  useShellKeys(commands);
  const title = useTitle();

  const toView = (): void => main.current?.focus();
  return (
    <div className="app">
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

/** The middle of the page: what filters, what is to be told, one view or two. */
function Main({ ref, bundled, isFailureShown }: MainProps) {
  const views = useApp((state) => state.choices.views);
  const split = useApp((state) => state.choices.split);
  const { preview, settle } = useAppStore().getState();
  const hasHistory = useApp((state) => state.history !== null);
  const isNothingLeft = useApp(({ facets }) => facets?.matched === 0 && facets.total > 0);
  const last = useLastOpening();
  const hasFailed = useApp((state) => state.openFailure !== null);
  const isPhone = useMediaQuery(PHONE);
  const [hasViewFailed, setViewFailed] = useState(false);
  const isBusy = useIsBusy() && !hasViewFailed;
  const isSeen = useIsSeen(hasHistory && !isBusy);
  useRoom(isSeen, isPhone);
  // What filters stands in the first view's own bar, so that the picture has the room of a second one.
  const status = <StatusBar />;
  const show = (view: ViewName, lead: ReactNode): ReactNode => (
    <View
      key={view}
      view={view}
      lead={lead}
      onError={() => setViewFailed(true)}
      onRetry={() => setViewFailed(false)}
    />
  );
  const [first, second] = views;
  return (
    <main ref={ref} id="view" className="main" tabIndex={-1} aria-busy={isBusy}>
      <ErrorBoundary name="the filters in words">
        <Notices />
        {isFailureShown && (isSeen || hasFailed) ? (
          // Fetched before it is needed: what fails may be the line itself.
          <Lazy name="the opening" load={loadFailure} props={{ bundled, last }} fallback={null} />
        ) : null}
        {isNothingLeft ? (
          <Lazy name="what matches" load={loadNoMatch} props={NO_PROPS} fallback={null} />
        ) : null}
      </ErrorBoundary>
      <div
        id={VIEW_PANEL_ID}
        role="tabpanel"
        aria-labelledby={viewTabId(isPhone ? [first] : views)}
        className="view"
      >
        {!hasHistory ? (
          <div className="view-wait">{status}</div>
        ) : second === undefined || isPhone ? (
          show(first, status)
        ) : (
          <Split
            share={split}
            least={SPLIT_LEAST}
            most={SPLIT_MOST}
            name={`Divider between ${arrangementWords(views).toLowerCase()}`}
            onMove={(share) => preview((now) => ({ ...now, split: share }))}
            onRest={settle}
            first={show(first, status)}
            second={isSeen ? show(second, null) : null}
          />
        )}
      </div>
      {isSeen ? (
        <ErrorBoundary name="the statistics">
          <Lazy
            name="the statistics"
            load={loadStatistics}
            props={NO_PROPS}
            fallback={<div className="statistics-wait" />}
          />
        </ErrorBoundary>
      ) : (
        <div className="statistics-wait" />
      )}
    </main>
  );
}

interface OneViewProps {
  readonly view: ViewName;
  readonly lead: ReactNode;
  readonly onError: () => void;
  readonly onRetry: () => void;
}

/** One view, with its errors kept inside it. */
function View({ view, lead, onError, onRetry }: OneViewProps) {
  if (view === 'timeline') {
    return (
      <ErrorBoundary name="the timeline" lead={lead} onError={onError} onRetry={onRetry}>
        <TimelineView lead={lead} />
      </ErrorBoundary>
    );
  }
  const { name, load } = FETCHED_VIEWS[view];
  return (
    <Lazy
      name={name}
      load={load}
      props={{ lead }}
      fallback={<div className="view-wait">{lead}</div>}
    />
  );
}

/** Until the first picture stands, and while another history is on its way. */
function useIsBusy(): boolean {
  return useApp(
    (state) =>
      state.opening !== null ||
      (state.history !== null &&
        state.answerFailure === null &&
        isAwaited(state, state.choices.views[0])),
  );
}

/**
 * Whether the first picture has been on the screen: then what stands beside it is fetched and asked for,
 * so that neither its script nor its answers come before those that one waits for.
 */
function useIsSeen(isStanding: boolean): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!isStanding || isSeen) return undefined;
    // The next frame shows it; what follows that frame's callbacks comes after it.
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setSeen(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [isStanding, isSeen]);
  return isSeen;
}

/**
 * Says what else is on the page, before it is: only then is anything asked for it. On a phone the first
 * view has the room, and the statistics wait until somebody unfolds them.
 */
function useRoom(isSeen: boolean, isPhone: boolean): void {
  const { showSecond, showStatistics } = useAppStore().getState();
  useLayoutEffect(() => {
    showSecond(isSeen && !isPhone);
    showStatistics(isSeen && !isPhone);
  }, [showSecond, showStatistics, isSeen, isPhone]);
}

/** Whether a view still lacks the answer that it draws; the table asks for its rows itself. */
function isAwaited(state: AppState, view: ViewName): boolean {
  switch (view) {
    case 'timeline':
      return state.timeline === null;
    case 'network':
      return state.network === null;
    case 'map':
      return state.places === null;
    case 'table':
      return state.facets === null;
    default:
      return assertNever(view);
  }
}

/** The first thing that a tab, a bookmark or a screen reader says is the history's own title. */
function useTitle(): string | undefined {
  const title = useApp((state) => state.history?.title);
  useEffect(() => {
    document.title = title === undefined ? 'Threadline' : `${title} – Threadline`;
  }, [title]);
  return title;
}
