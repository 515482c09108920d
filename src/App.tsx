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
import { useEffect, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { Arrangement } from './Arrangement.tsx';
import type { SourceAddress } from './engine/port.ts';
import { StatusBar } from './panels/bar/StatusBar.tsx';
import { DetailsPanel } from './panels/details/DetailsPanel.tsx';
import { ShellDialog, type Bringing } from './panels/dialogs/ShellDialog.tsx';
import { Notices } from './panels/failure/Notices.tsx';
import { useLastOpening } from './panels/failure/useLastOpening.ts';
import { Filters } from './panels/filters/Filters.tsx';
import { Header, type DialogName } from './panels/header/Header.tsx';
import { BRIEFING_BUTTON_ID } from './panels/header/HeaderButtons.tsx';
import { VIEW_PANEL_ID, viewTabId } from './panels/header/ViewTabs.tsx';
import type { Brought } from './panels/open/brought.ts';
import type { StartsFormats } from './panels/open/OpenDialog.tsx';
import { useIsBusy, useIsSeen } from './panels/firstPicture.ts';
import { useShellCommands } from './panels/useShellCommands.ts';
import { usePresenting, type Presenting } from './panels/usePresenting.ts';
import { useShellKeys } from './panels/useShellKeys.ts';
import { useApp, useAppStore } from './state/hooks.tsx';
import { isEmbedded, isPresenterWindow } from './state/source.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Lazy } from './ui/Lazy.tsx';
import { PHONE } from './ui/layouts.ts';
import { useMediaQuery } from './ui/useMediaQuery.ts';
import './App.css';

const loadStatistics = () =>
  import('./panels/statistics/StatisticsStrip.tsx').then((module) => module.StatisticsStrip);
const loadMaking = () =>
  import('./panels/briefing/BriefingPanel.tsx').then((module) => module.BriefingPanel);
const loadStage = () => import('./briefing/Stage.tsx').then((module) => module.Stage);
const loadPresenter = () =>
  import('./briefing/PresenterWindow.tsx').then((module) => module.PresenterWindow);
const loadNoMatch = () => import('./panels/bar/NoMatch.tsx').then((module) => module.NoMatch);
const loadFailure = () =>
  import('./panels/failure/OpenFailureNotice.tsx').then((module) => module.OpenFailureNotice);
const loadBringIn = () => import('./panels/open/BringIn.tsx').then((module) => module.BringIn);
const NO_PROPS = {};
const STAGE_PROPS = { Arrangement };

interface AppProps {
  /** What "Open the bundled history" opens. */
  readonly bundled: SourceAddress;
  readonly startFormats: StartsFormats;
}

export function App({ bundled, startFormats }: AppProps) {
  return isPresenterWindow(location.search) ? (
    <Lazy
      name="the presenter’s window"
      load={loadPresenter}
      props={STAGE_PROPS}
      fallback={<main aria-label="Presenter" aria-busy="true" />}
    />
  ) : (
    <PageAndStage bundled={bundled} startFormats={startFormats} />
  );
}

/** Each comes when it is first wanted, and stays. */
function PageAndStage({ bundled, startFormats }: AppProps) {
  const presenting = usePresenting();
  // A history that cannot be opened is told on the page.
  const hasFailed = useApp((state) => state.history === null && state.openFailure !== null);
  const isOnStage = presenting.isPresenting && !hasFailed;
  const [has, setHas] = useState({ stage: isOnStage, page: !isOnStage });
  if (isOnStage ? !has.stage : !has.page) {
    setHas({ stage: has.stage || isOnStage, page: has.page || !isOnStage });
  }
  useTitle();
  return (
    <>
      {has.page ? (
        <Page
          bundled={bundled}
          startFormats={startFormats}
          presenting={presenting}
          isAway={isOnStage}
        />
      ) : null}
      {has.stage ? (
        <Lazy
          name="the stage"
          load={loadStage}
          props={STAGE_PROPS}
          fallback={
            isOnStage ? <main className="stage" aria-label="Stage" aria-busy="true" /> : null
          }
        />
      ) : null}
    </>
  );
}

interface PageProps extends AppProps {
  readonly presenting: Presenting;
  /** Behind the stage: it keeps how it stands, and is neither seen nor heard. */
  readonly isAway: boolean;
}

function Page({ bundled, startFormats, presenting, isAway }: PageProps) {
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [bringing, setBringing] = useState<Bringing | null>(null);
  const [isMakingWanted, setMaking] = useState(false);
  // Both stand where the details do.
  const isEditing = useApp((state) => state.isEditing);
  const setEditing = useApp((state) => state.setEditing);
  const isMaking = isMakingWanted && !isEditing;
  const isPhone = useMediaQuery(PHONE);
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const commands = useShellCommands(search, () => setDialog('help'), presenting);
  useShellKeys(commands, isAway);
  const title = useApp((state) => state.history?.title);

  const bring = (brought: Brought): void => {
    setBringing((before) => ({ brought, nth: (before?.nth ?? 0) + 1 }));
    setDialog('open');
  };
  const closeDialog = (): void => {
    setDialog(null);
    setBringing(null);
  };
  const toView = (): void => main.current?.focus();
  const wasAway = useRef(isAway);
  useEffect(() => {
    // Whoever comes back from the stage goes on where the views are.
    if (wasAway.current && !isAway) main.current?.focus();
    wasAway.current = isAway;
  }, [isAway]);
  const stopMaking = (): void => {
    setMaking(false);
    // Where its button is out of sight, as on a phone, the view is next.
    (document.getElementById(BRIEFING_BUTTON_ID) ?? main.current)?.focus();
  };
  return (
    <div className="app" hidden={isAway} data-making={isMaking || undefined}>
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
          <Header
            searchRef={search}
            onLeaveSearch={toView}
            onDialog={setDialog}
            onPresent={presenting.present}
            isMaking={isMaking}
            onMake={() => {
              setMaking(!isMaking);
              setEditing(false);
            }}
          />
        )}
      </ErrorBoundary>
      {isPhone ? null : (
        <ErrorBoundary name="the filters">
          <Filters />
        </ErrorBoundary>
      )}
      <Main
        ref={main}
        bundled={bundled}
        isFailureShown={dialog !== 'open'}
        onReport={() => setDialog('report')}
        onBring={isAway ? null : bring}
      />
      <ErrorBoundary name="the details">
        <DetailsPanel onClose={commands.close} onFocus={commands.focus} />
      </ErrorBoundary>
      {isMaking ? (
        <Lazy
          name="the briefing"
          load={loadMaking}
          props={{ onClose: stopMaking }}
          fallback={<div className="making" />}
        />
      ) : null}
      <ShellDialog
        name={dialog}
        isPhone={isPhone}
        Arrangement={Arrangement}
        bringing={bringing}
        onBring={bring}
        startFormats={startFormats}
        onClose={closeDialog}
      />
    </div>
  );
}

interface MainProps {
  readonly ref: Ref<HTMLElement>;
  readonly bundled: SourceAddress;
  readonly isFailureShown: boolean;
  readonly onReport: () => void;
  /** Null while nothing is to be brought in. */
  readonly onBring: ((brought: Brought) => void) | null;
}

/** The middle of the page: what filters, what is to be told, one view or two. */
function Main({ ref, bundled, isFailureShown, onReport, onBring }: MainProps) {
  const views = useApp((state) => state.choices.views);
  const hasHistory = useApp((state) => state.history !== null);
  const isNothingLeft = useApp(({ facets }) => facets?.matched === 0 && facets.total > 0);
  const last = useLastOpening();
  const hasFailed = useApp((state) => state.openFailure !== null);
  const isPhone = useMediaQuery(PHONE);
  const [hasViewFailed, setViewFailed] = useState(false);
  const isBusy = useIsBusy() && !hasViewFailed;
  const isSeen = useIsSeen(hasHistory && !isBusy);
  useStatistics(isSeen, isPhone);
  // What filters stands in the first view's own bar, so that the picture has the room of a second one.
  const status = <StatusBar onReport={onReport} />;
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
        {onBring !== null && (isSeen || hasFailed) ? (
          <Lazy name="what is dropped" load={loadBringIn} props={{ onBring }} fallback={null} />
        ) : null}
      </ErrorBoundary>
      <div
        id={VIEW_PANEL_ID}
        role="tabpanel"
        aria-labelledby={viewTabId(isPhone ? [views[0]] : views)}
        className="view"
      >
        {!hasHistory ? (
          <div className="view-wait">{status}</div>
        ) : (
          <Arrangement
            lead={status}
            hasSecond={isSeen}
            onError={() => setViewFailed(true)}
            onRetry={() => setViewFailed(false)}
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

/** Statistics are asked for when there is a place for them; on a phone they wait until somebody unfolds them. */
function useStatistics(isSeen: boolean, isPhone: boolean): void {
  const { showStatistics } = useAppStore().getState();
  useLayoutEffect(() => {
    showStatistics(isSeen && !isPhone);
  }, [showStatistics, isSeen, isPhone]);
}

/** The first thing that a tab, a bookmark or a screen reader says is the history's own title. */
function useTitle(): void {
  const title = useApp((state) => state.history?.title);
  useEffect(() => {
    document.title = title === undefined ? 'Threadline' : `${title} – Threadline`;
  }, [title]);
}
