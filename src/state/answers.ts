/*
 * The only caller of the engine: asks when the state has changed so that a question is another one,
 * and puts the newest answers into the store.
 * Knows: the store, the port, when an old answer still serves. Must not know: views, which engine.
 */
import type { StoreApi } from 'zustand/vanilla';
import type {
  DatasetAnswer,
  Engine,
  EventsAnswer,
  EventsQuestion,
  FacetsQuestion,
  Highlight,
  Ref,
  SearchQuestion,
  StatisticsQuestion,
  TimelineQuestion,
} from '../engine/port.ts';
import type { NeighboursQuestion, NetworkQuestion } from '../engine/port/network.ts';
import type { PlacesQuestion } from '../engine/port/places.ts';
import type { Answers, AppState } from './appState.ts';
import { createChannel, type Channel } from './channel.ts';
import { queryOf, type Choices } from './choices.ts';
import type { Clock, MeasureName, Measures } from './measure.ts';
import { joinNotices } from './notices.ts';
import * as questions from './questions.ts';
import { noticeSlow } from './slow.ts';

export interface AnswersControl {
  /**
   * From now on this engine is asked: closes the one before, calls `change` (which puts the new
   * history into the store), then asks everything afresh. `openedAtMs` is the act that began it.
   */
  attach(engine: Engine, openedAtMs: number, change: () => void): void;
  /** The engine's history has changed: calls `change`, then asks everything afresh; old answers stand meanwhile. */
  refresh(change: () => void): void;
  events(question: EventsQuestion, signal?: AbortSignal): Promise<EventsAnswer>;
  /** Has the engine answer ahead what these choices would ask, where it is on this device. */
  expect(choices: Choices): void;
  /** Null until the first history stands. */
  engine(): Engine | null;
}

/** What the user did, and which answers must be seen before its work is done. */
interface Act {
  readonly name: Extract<MeasureName, 'load' | 'filter'>;
  readonly atMs: number;
  readonly awaits: Set<keyof Answers>;
}

interface Asked<Q> {
  readonly question: Q;
  readonly askedAtMs: number;
  /** The change of filter that asks; null where something else does. */
  readonly act: Act | null;
}

/** In the middle of a zoom what is shown by itself is decided anew about as often as one can follow. */
const ASKED_AGAIN_MS = 250;

/** Answers in which the user sees a filter or a new history at work. */
const SEEN_WORK = ['facets', 'timeline'] as const;
/** Answers remembered of each question that a filter asks: some filters put on and let go again. */
const KEPT = 8;

export function createAnswers(
  store: StoreApi<AppState>,
  clock: Clock,
  measures: Measures,
): AnswersControl {
  let engine: Engine | null = null;
  let isChanging = false;
  let loading: Act | null = null;
  /** The last question asked, answered or not: what is on its way serves as well as what is here. */
  let askedTimeline: TimelineQuestion | null = null;
  let askedTimelineAtMs = -Infinity;

  const watched = noticeSlow((isSlow) => store.setState({ isSlow }));

  const channel = <K extends keyof Answers, Q>(
    key: K,
    ask: (engine: Engine, question: Q, signal: AbortSignal) => Promise<Answers[K]>,
    kept = 0,
    onFailure?: () => void,
  ): Channel<Q, Asked<Q>> =>
    createChannel<Q, Asked<Q>, Answers[K]>({
      kept,
      ask: (question, signal) => ask(opened(engine), question, signal),
      watched,
      onAnswer: (answer, { act, askedAtMs }) => {
        store.setState((state) => ({
          [key]: answer,
          answerFailure: state.answerFailure?.question === key ? null : state.answerFailure,
        }));
        measure(key, act, askedAtMs);
      },
      onFailure: (error) => {
        onFailure?.();
        const message = error instanceof Error ? error.message : String(error);
        store.setState({ answerFailure: { question: key, message } });
      },
    });

  const facets = channel(
    'facets',
    (engine, question: FacetsQuestion, signal) => engine.facets(question, signal),
    KEPT,
  );
  const overview = channel(
    'overview',
    (engine, question: StatisticsQuestion, signal) => engine.statistics(question, signal),
    KEPT,
  );
  const search = channel('search', (engine, question: SearchQuestion, signal) =>
    engine.search(question, signal),
  );
  const timeline = channel(
    'timeline',
    (engine, question: TimelineQuestion, signal) => engine.timeline(question, signal),
    KEPT,
    () => {
      askedTimeline = null;
    },
  );
  const network = channel('network', (engine, question: NetworkQuestion, signal) =>
    engine.network(question, signal),
  );
  const networkRest = channel('networkRest', (engine, question: NetworkQuestion, signal) =>
    engine.network(question, signal),
  );
  const neighbours = channel('neighbours', (engine, question: NeighboursQuestion, signal) =>
    engine.neighbours(question, signal),
  );
  const places = channel('places', (engine, question: PlacesQuestion, signal) =>
    engine.places(question, signal),
  );
  const statistics = channel('statistics', (engine, question: StatisticsQuestion, signal) =>
    engine.statistics(question, signal),
  );
  const related = channel('related', (engine, highlight: Highlight, signal) =>
    engine.related(highlight, signal),
  );
  /** The last questions of what is only asked while it is on the page. */
  const asked = new Map<keyof Answers, unknown>();
  const details = channel('details', async (engine, ref: Ref, signal) => {
    const answer = await engine.details(ref, signal);
    if (answer === null && !signal.aborted) dropSelection(ref);
    return answer;
  });

  /** An address may name an event that this history lacks: it is told, and is no step. */
  const dropSelection = (ref: Ref): void => {
    const without = (choices: Choices): Choices =>
      questions.isSameRef(choices.selection, ref) ? { ...choices, selection: null } : choices;
    store.setState(({ choices, settled, notice }) => {
      const nextSettled = without(settled);
      return {
        settled: nextSettled,
        choices: choices === settled ? nextSettled : without(choices),
        notice: joinNotices(notice, [`This history has no ${ref.kind} “${ref.id.slice(0, 40)}”.`]),
      };
    });
  };

  const measure = (key: keyof Answers, act: Act | null, askedAtMs: number): void => {
    const detail = { events: store.getState().history?.eventsTotal ?? 0 };
    if (key === 'timeline' || key === 'network') measures.done(key, askedAtMs, detail);
    for (const work of [act, loading]) {
      if (work?.awaits.delete(key) === true && work.awaits.size === 0) {
        measures.done(work.name, work.atMs, detail);
      }
    }
  };

  /** Asks what another question is than it was before; everything where nothing was before. */
  const ask = (state: AppState, before: AppState | null, history: DatasetAnswer): void => {
    const isPreviewing = state.choices !== state.settled;
    const isOtherQuery =
      before === null || !questions.isSameQuery(queryOf(state.choices), queryOf(before.choices));
    const askedAtMs = clock.now();
    const act: Act | null =
      isOtherQuery && before !== null
        ? {
            name: 'filter',
            atMs: askedAtMs,
            awaits: new Set(
              SEEN_WORK.filter((key) => key !== 'timeline' || state.timelineWidthPx > 0),
            ),
          }
        : null;

    // What the picture is drawn from first: it is what one looks at, and takes the longest to draw.
    if (isOtherQuery) {
      const question = questions.overviewQuestionOf(state, history);
      overview.ask({ question, askedAtMs, act }, !isPreviewing);
    }
    askTimeline(questions.timelineQuestionOf(state, history), isPreviewing, askedAtMs, act);
    if (isOtherQuery || state.facetRequests !== before.facetRequests) {
      const question = questions.facetsQuestionOf(state, history);
      facets.ask({ question, askedAtMs, act }, !isPreviewing);
    }

    const ref = state.choices.selection;
    if (before === null || !questions.isSameRef(ref, before.choices.selection)) {
      if (ref === null) details.cancel();
      else details.ask({ question: ref, askedAtMs, act: null }, true);
    }
    if (before === null || state.searchText !== before.searchText) askSearch(state, askedAtMs);

    const askOther = <Q>(
      key: keyof Answers,
      its: Channel<Q, Asked<Q>>,
      question: Q | null,
      overtakes: boolean,
    ): void => {
      if (questions.isSameQuestion(asked.get(key) ?? null, question)) return;
      asked.set(key, question);
      if (question !== null) its.ask({ question, askedAtMs, act: null }, overtakes);
      else its.cancel();
    };
    askOther('network', network, questions.networkQuestionOf(state), !isPreviewing);
    askOther('networkRest', networkRest, questions.networkRestQuestionOf(state), !isPreviewing);
    askOther('neighbours', neighbours, questions.neighboursQuestionOf(state), !isPreviewing);
    askOther('places', places, questions.placesQuestionOf(state), !isPreviewing);
    askOther(
      'statistics',
      statistics,
      questions.statisticsQuestionOf(state, history),
      !isPreviewing,
    );
    askOther('related', related, state.highlight, true);
  };

  const askTimeline = (
    question: TimelineQuestion,
    isPreviewing: boolean,
    askedAtMs: number,
    act: Act | null,
  ): void => {
    if (question.widthPx === 0) return;
    const isJustAsked = askedAtMs - askedTimelineAtMs < ASKED_AGAIN_MS;
    const serves = (asked: TimelineQuestion): boolean =>
      isPreviewing
        ? questions.servesMeanwhile(asked, question, isJustAsked)
        : questions.isSameTimelineQuestion(asked, question);
    if (askedTimeline !== null && serves(askedTimeline)) return;
    // Where only the window moves, an answer to where it was a moment ago is still worth showing.
    const isMove =
      askedTimeline !== null && questions.isSameTimelineContent(askedTimeline, question);
    askedTimeline = question;
    askedTimelineAtMs = askedAtMs;
    timeline.ask({ question, askedAtMs, act }, !isPreviewing && !isMove);
  };

  const askSearch = (state: AppState, askedAtMs: number): void => {
    const question = questions.searchQuestionOf(state);
    if (question !== null) {
      search.ask({ question, askedAtMs, act: null }, true);
      return;
    }
    search.cancel();
    if (state.search !== null) store.setState({ search: null });
  };

  store.subscribe((state, before) => {
    if (engine === null || state.history === null || isChanging) return;
    const isOther =
      state.choices !== before.choices ||
      state.settled !== before.settled ||
      state.facetRequests !== before.facetRequests ||
      state.searchText !== before.searchText ||
      state.timelineWidthPx !== before.timelineWidthPx ||
      state.highlight !== before.highlight ||
      state.isSecondShown !== before.isSecondShown ||
      state.isStatisticsShown !== before.isStatisticsShown;
    if (isOther) ask(state, before, state.history);
  });

  const forgetAll = (): void => {
    const shown = [facets, overview, search, timeline, details];
    for (const each of [...shown, network, networkRest, neighbours, places, statistics, related])
      each.forget();
    asked.clear();
    askedTimeline = null;
  };

  /** Nothing is asked while the state changes; everything is after. */
  const changed = (next: Engine | null, change: () => void): void => {
    forgetAll();
    engine = next;
    isChanging = true;
    try {
      change();
    } finally {
      isChanging = false;
    }
    const state = store.getState();
    if (state.history !== null) ask(state, null, state.history);
  };

  return {
    attach(next, openedAtMs, change) {
      engine?.close();
      changed(next, () => {
        change();
        loading = { name: 'load', atMs: openedAtMs, awaits: new Set(SEEN_WORK) };
      });
    },
    refresh: (change) => changed(engine, change),
    async events(question, signal) {
      return opened(engine).events(question, signal);
    },
    expect(choices) {
      const state = { ...store.getState(), choices };
      const { history } = state;
      // Over a network a guess would cost others something.
      if (history === null || (engine?.desk ?? null) === null) return;
      if (questions.isSameQuery(queryOf(choices), queryOf(store.getState().choices))) return;
      overview.expect(questions.overviewQuestionOf(state, history));
      if (state.timelineWidthPx > 0) timeline.expect(questions.timelineQuestionOf(state, history));
      facets.expect(questions.facetsQuestionOf(state, history));
    },
    engine: () => engine,
  };
}

function opened(engine: Engine | null): Engine {
  if (engine === null) throw new Error('No history is open yet.');
  return engine;
}
