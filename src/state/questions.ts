/*
 * From the state to the engine's questions, in named steps; pure.
 * Knows: choices, the open history, the port. Must not know: who answers, when to ask, React.
 */
import { isSameInterval, type Interval } from '../base/interval.ts';
import type {
  DatasetAnswer,
  FacetsQuestion,
  Query,
  Ref,
  SearchQuestion,
  StatisticsQuestion,
  TimelineQuestion,
} from '../engine/port.ts';
import type { NeighboursQuestion, NetworkQuestion } from '../engine/port/network.ts';
import type { PlacesQuestion } from '../engine/port/places.ts';
import { msOfDay, partsOf } from '../model/years.ts';
import type { AppState } from './appState.ts';
import { isFiltered, queryOf, withoutFilters, type Choices, type ViewName } from './choices.ts';
import { fullWindow, shownWindow } from './window.ts';

/** More marks than can be told apart in a window, few enough that SVG draws them within a frame. */
const MARKS_LIMIT = 160;
/** A bin narrower than a fingertip's third cannot be read or hit; a wider one hides bursts. */
const BIN_PX = 14;
/** More lanes than a screen shows at once; the last gathers the others. */
const LANES_LIMIT = 24;
/** The overview strip is some 1,000 px wide: a bar about every 8 px. */
const OVERVIEW_BINS = 120;
/** A list of hits that fits under the search box without scrolling on a laptop. */
const SEARCH_LIMIT = 12;
/** Heavier ties among as many nodes say who belongs together; more are a grey felt. */
const TIES_PER_NODE = 5;
/** A list of ties that one reads, not a register. */
const NEIGHBOURS_LIMIT = 60;
const NEIGHBOUR_EVENTS_LIMIT = 12;
const PLACES_LIMIT = 400;
const ARCS_LIMIT = 200;
const STATISTICS_ACTORS = 5;
const STATISTICS_BINS_MOST = 240;
const MEAN_MONTH_MS = 31_556_952_000 / 12;

/** Values that a facet lists before "show more". */
export const FACET_LIMIT = 8;

/** While a gesture lasts, an answer still serves within this factor of the scale it was asked for. */
const SCALE_TOLERANCE = 2;
/** Asked again when less than this part of the window is left before the answer's edge. */
const MARGIN = 0.25;

export function facetsQuestionOf(state: AppState, history: DatasetAnswer): FacetsQuestion {
  return {
    query: queryOf(state.choices),
    facets: history.facets.map((facet) => ({ facet, ...state.facetRequests[facet] })),
  };
}

export function timelineQuestionOf(state: AppState, history: DatasetAnswer): TimelineQuestion {
  const { choices, timelineWidthPx } = state;
  const { selection } = choices;
  return {
    query: queryOf(choices),
    laneBy: choices.laneBy,
    window: shownWindow(choices, history),
    widthPx: timelineWidthPx,
    rest: choices.rest,
    marksLimit: MARKS_LIMIT,
    lanesLimit: LANES_LIMIT,
    binPx: BIN_PX,
    keep: selection?.kind === 'event' ? [selection.id] : [],
  };
}

export function overviewQuestionOf(state: AppState, history: DatasetAnswer): StatisticsQuestion {
  return {
    query: queryOf(state.choices),
    over: fullWindow(history),
    bins: OVERVIEW_BINS,
    actorsLimit: 0,
  };
}

/** Whether a view is chosen, and on the page already. */
function isOnPage({ choices, isSecondShown }: AppState, view: ViewName): boolean {
  const place = choices.views.indexOf(view);
  return place === 0 || (place === 1 && isSecondShown);
}

/** Null while no network is on the page. */
export function networkQuestionOf(state: AppState): NetworkQuestion | null {
  return isOnPage(state, 'network') ? chosenNetworkQuestion(state.choices) : null;
}

/** The network as it is chosen, whether it is on the page or not. */
export function chosenNetworkQuestion(choices: Choices): NetworkQuestion {
  const { network } = choices;
  return {
    query: queryOf(choices),
    window: choices.window,
    mode: network.mode,
    ties: network.ties,
    includesTentative: network.includesTentative,
    measure: network.sizeBy,
    hasCommunities: network.hasCommunities,
    ego: network.ego,
    chain: network.chain,
    nodesLimit: network.nodesLimit,
    tiesLimit: network.nodesLimit * TIES_PER_NODE,
    keep: keptActors(choices),
  };
}

/** The network that the filters are taken from; null where nothing is left out, or goes. */
export function networkRestQuestionOf(state: AppState): NetworkQuestion | null {
  const { choices } = state;
  if (!isFiltered(choices) || choices.rest === 'hide') return null;
  const question = networkQuestionOf(state);
  return question === null
    ? null
    : { ...question, query: queryOf(withoutFilters(choices)), hasCommunities: false, chain: null };
}

/** What the user has named must be seen, however little it weighs. */
function keptActors({ selection, clauses, network }: Choices): readonly string[] {
  const chosen = clauses
    .filter(({ facet }) => facet === 'organisation' || facet === 'person')
    .flatMap(({ any, all }) => [...any, ...all]);
  const pinned = Object.keys(network.pins)
    .filter((key) => key.startsWith('actor:'))
    .map((key) => key.slice('actor:'.length));
  return [
    ...new Set([...(selection?.kind === 'actor' ? [selection.id] : []), ...chosen, ...pinned]),
  ];
}

/** Null while no actor is selected. */
export function neighboursQuestionOf(state: AppState): NeighboursQuestion | null {
  const { choices } = state;
  const { selection, network } = choices;
  if (selection?.kind !== 'actor') return null;
  return {
    actor: selection.id,
    query: queryOf(choices),
    window: isOnPage(state, 'network') ? choices.window : null,
    ties: network.ties,
    includesTentative: network.includesTentative,
    limit: NEIGHBOURS_LIMIT,
    eventsLimit: NEIGHBOUR_EVENTS_LIMIT,
  };
}

/** Null while no map is on the page. */
export function placesQuestionOf(state: AppState): PlacesQuestion | null {
  const { choices } = state;
  if (!isOnPage(state, 'map')) return null;
  return {
    query: queryOf(choices),
    window: choices.window,
    placesLimit: PLACES_LIMIT,
    arcsLimit: ARCS_LIMIT,
  };
}

/** Null while the strip is not on the page. */
export function statisticsQuestionOf(
  state: AppState,
  history: DatasetAnswer,
): StatisticsQuestion | null {
  if (!state.isStatisticsShown) return null;
  const over = monthsAround(history.extent);
  return {
    query: queryOf(state.choices),
    over,
    bins: Math.min(
      STATISTICS_BINS_MOST,
      Math.max(1, Math.round((over.endMs - over.startMs) / MEAN_MONTH_MS)),
    ),
    actorsLimit: STATISTICS_ACTORS,
  };
}

/** Whole months around the history. */
function monthsAround(extent: Interval): Interval {
  const first = partsOf(extent.startMs);
  const last = partsOf(extent.endMs);
  return {
    startMs: msOfDay(first.year, first.month, 1),
    endMs: msOfDay(last.year, last.month + 1, 1),
  };
}

/** Two questions that hold the same values, whatever object they are. */
export function isSameQuestion(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Null for an empty search box. */
export function searchQuestionOf(state: AppState): SearchQuestion | null {
  const text = state.searchText.trim();
  return text === '' ? null : { text, limit: SEARCH_LIMIT };
}

export function isSameRef(a: Ref | null, b: Ref | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}

export function isSameQuery(a: Query, b: Query): boolean {
  return (
    a.clauses === b.clauses &&
    a.words === b.words &&
    a.includesParts === b.includesParts &&
    isSameInterval(a.during, b.during)
  );
}

/**
 * One step to another filter, and nothing else: it shows in the answer to it. To draw what stands once more
 * would only keep that waiting, since it comes after the frame.
 */
export function isOnlyOtherQuery(
  { choices, settled }: AppState,
  { choices: next, settled: nextSettled }: AppState,
): boolean {
  return (
    choices === settled &&
    next === nextSettled &&
    isSameInterval(choices.window, next.window) &&
    isSameRef(choices.selection, next.selection) &&
    !isSameQuery(queryOf(choices), queryOf(next))
  );
}

/** Whether two timeline questions differ in their window and width only: moving the picture serves both. */
export function isSameTimelineContent(a: TimelineQuestion, b: TimelineQuestion): boolean {
  return (
    isSameQuery(a.query, b.query) &&
    a.laneBy === b.laneBy &&
    a.rest === b.rest &&
    a.keep[0] === b.keep[0]
  );
}

/**
 * Whether the answer to `asked` still serves for `next` in the middle of a gesture: its content is
 * the same, the scale is near, and what it covers (the window and as much on either side) reaches
 * beyond the new window by a margin that gives the next answer time to come. What was only just asked
 * serves at any scale: an eye does not read what is replaced before it has been seen.
 */
export function servesMeanwhile(
  asked: TimelineQuestion,
  next: TimelineQuestion,
  isJustAsked: boolean,
): boolean {
  if (!isSameTimelineContent(asked, next) || asked.widthPx === 0) return false;
  const askedMs = asked.window.endMs - asked.window.startMs;
  const nextMs = next.window.endMs - next.window.startMs;
  const zoom = nextMs / next.widthPx / (askedMs / asked.widthPx);
  const marginMs = nextMs * MARGIN;
  return (
    (isJustAsked || (zoom <= SCALE_TOLERANCE && zoom >= 1 / SCALE_TOLERANCE)) &&
    next.window.startMs - marginMs >= asked.window.startMs - askedMs &&
    next.window.endMs + marginMs <= asked.window.endMs + askedMs
  );
}

export function isSameTimelineQuestion(a: TimelineQuestion, b: TimelineQuestion): boolean {
  return (
    isSameTimelineContent(a, b) && a.widthPx === b.widthPx && isSameInterval(a.window, b.window)
  );
}
