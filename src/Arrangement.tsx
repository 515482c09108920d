/*
 * The views that are chosen: one, or two with a divider between them, each with its errors kept inside it.
 * Knows: every view. Must not know: what stands around them; it is handed to who may not import views.
 */
import { useLayoutEffect, type ComponentType, type ReactNode } from 'react';
import { arrangementWords } from './panels/header/arrangements.ts';
import type { ViewName } from './state/choices.ts';
import { SPLIT_LEAST, SPLIT_MOST } from './state/codecViews.ts';
import { useApp, useAppStore } from './state/hooks.tsx';
import type { ArrangementProps } from './ui/arrangement.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Lazy } from './ui/Lazy.tsx';
import { Split } from './ui/Split.tsx';
import { PHONE } from './ui/layouts.ts';
import { useMediaQuery } from './ui/useMediaQuery.ts';
import { OnStage } from './views/onStage.ts';
import { TimelineView } from './views/timeline/TimelineView.tsx';

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

interface Props extends ArrangementProps {
  /** What stands first in the first view's bar. */
  readonly lead?: ReactNode;
  /** Whether the second view may come yet; its place is there at once. */
  readonly hasSecond?: boolean;
  readonly onError?: () => void;
  readonly onRetry?: () => void;
}

export function Arrangement({ isStage = false, ...props }: Props) {
  return (
    <OnStage value={isStage}>
      <Views isStage={isStage} {...props} />
    </OnStage>
  );
}

function Views({
  isStage,
  lead = null,
  hasSecond = true,
  onError,
  onRetry,
}: Props & { readonly isStage: boolean }) {
  const views = useApp((state) => state.choices.views);
  const split = useApp((state) => state.choices.split);
  const { preview, settle, showSecond } = useAppStore().getState();
  // On a phone the first view has the room.
  const isPhone = useMediaQuery(PHONE);
  // Said before it is there: only then is anything asked for it.
  useLayoutEffect(() => showSecond(hasSecond && !isPhone), [showSecond, hasSecond, isPhone]);
  const show = (view: ViewName, its: ReactNode): ReactNode => (
    <View key={view} view={view} lead={its} onError={onError} onRetry={onRetry} />
  );
  const [first, second] = views;
  if (second === undefined || isPhone) return show(first, lead);
  return (
    <Split
      share={split}
      least={SPLIT_LEAST}
      most={SPLIT_MOST}
      name={isStage ? null : `Divider between ${arrangementWords(views).toLowerCase()}`}
      onMove={(share) => preview((now) => ({ ...now, split: share }))}
      onRest={settle}
      first={show(first, lead)}
      second={hasSecond ? show(second, null) : null}
    />
  );
}

interface OneViewProps {
  readonly view: ViewName;
  readonly lead: ReactNode;
  readonly onError: (() => void) | undefined;
  readonly onRetry: (() => void) | undefined;
}

/** One view, with its errors kept inside it. */
function View({ view, lead, onError, onRetry }: OneViewProps) {
  if (view === 'timeline') {
    return (
      <ErrorBoundary
        name="the timeline"
        lead={lead}
        {...(onError && { onError })}
        {...(onRetry && { onRetry })}
      >
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
      fallback={
        <div className="view-wait" aria-busy="true">
          {lead}
        </div>
      }
    />
  );
}
