/*
 * Opening a history: what was open stays until the new one stands, the newest opening wins.
 * Knows: the function that opens a source, the port. Must not know: which engine, what is asked later.
 */
import type { StoreApi } from 'zustand/vanilla';
import { newestOnly } from '../base/newest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { DatasetAnswer, Engine, OpenFailure, SourceAddress } from '../engine/port.ts';
import type { ReadReport } from '../model/readReport.ts';
import type { Answers, AppState, OpeningEars, OpenSource } from './appState.ts';
import type { AnswersControl } from './answers.ts';
import { DEFAULT_CHOICES, type Choices } from './choices.ts';
import { fitToHistory } from './fit.ts';
import type { Clock } from './measure.ts';
import { joinNotices } from './notices.ts';
import { isSameChoices, stepsFrom } from './undo.ts';

interface Request {
  readonly address: SourceAddress;
  readonly choices: Choices;
  readonly askedAtMs: number;
}

interface Opened {
  readonly engine: Engine;
  readonly history: DatasetAnswer;
  readonly report: ReadReport | null;
}

export interface Opening {
  open(address: SourceAddress, choices: Choices): void;
  cancel(): void;
}

export interface OpeningOptions {
  readonly store: StoreApi<AppState>;
  readonly openSource: OpenSource;
  readonly answers: AnswersControl;
  readonly clock: Clock;
}

const NO_ANSWERS: Answers = {
  facets: null,
  timeline: null,
  overview: null,
  details: null,
  search: null,
  network: null,
  networkRest: null,
  neighbours: null,
  places: null,
  statistics: null,
  related: null,
};

export function createOpening({ store, openSource, answers, clock }: OpeningOptions): Opening {
  const openings = newestOnly<Request, Result<Opened, OpenFailure>>({
    ask: ({ address }, signal) =>
      openEngine(openSource, address, signal, (openingProgress) => {
        if (!signal.aborted) store.setState({ openingProgress });
      }),
    onAnswer: (result, request) => {
      if (result.ok) stand(result.value, request);
      else fall(result.error);
    },
    onFailure: (error) => fall(crashed(error)),
  });

  const fall = (openFailure: OpenFailure): void =>
    store.setState({ opening: null, openingProgress: null, openFailure });

  const stand = (
    { engine, history, report }: Opened,
    { address, choices, askedAtMs }: Request,
  ): void => {
    const state = store.getState();
    // What was chosen while the first history was on its way is kept; another history starts afresh.
    const arriving = state.history === null ? state.choices : choices;
    const fitted = fitToHistory(seenAtFirst(arriving, history), history);
    answers.attach(engine, askedAtMs, () =>
      store.setState({
        ...NO_ANSWERS,
        ...stepsFrom(fitted.choices),
        history,
        briefing: { scenes: history.scenes },
        source: address,
        openings: state.openings + 1,
        editor: null,
        edits: { past: [], future: [] },
        drafts: {},
        report,
        opening: null,
        openingProgress: null,
        openFailure: null,
        answerFailure: null,
        highlight: null,
        searchText: '',
        facetRequests: store.getInitialState().facetRequests,
        notice: joinNotices(state.notice, fitted.problems),
      }),
    );
  };

  /** What is nowhere but in this page, for the browser's back and forward. */
  const locals = new Map<string, SourceAddress>();

  return {
    open(asked, choices) {
      if (asked.content !== undefined) locals.set(asked.url, asked);
      const address = locals.get(asked.url) ?? asked;
      const isFirst = store.getState().history === null;
      store.setState({
        opening: address,
        openingProgress: null,
        openFailure: null,
        ...(isFirst ? stepsFrom(choices) : {}),
      });
      // The user's act that begins the first history is coming to the page: the time origin.
      openings.ask({ address, choices, askedAtMs: isFirst ? 0 : clock.now() }, true);
    },
    cancel() {
      if (store.getState().opening === null) return;
      openings.cancel();
      if (store.getState().history === null) fall(CANCELLED);
      else store.setState({ opening: null, openingProgress: null });
    },
  };
}

/** An engine that stands and has said what it holds; closed again if it comes too late. */
async function openEngine(
  openSource: OpenSource,
  address: SourceAddress,
  signal: AbortSignal,
  onProgress: OpeningEars['onProgress'],
): Promise<Result<Opened, OpenFailure>> {
  let report = address.report ?? null;
  const onReport = (told: ReadReport): void => {
    report = told;
  };
  const opened = await openSource(address, signal, { onProgress, onReport });
  if (!opened.ok) return opened;
  const engine = opened.value;
  if (signal.aborted) {
    engine.close();
    signal.throwIfAborted();
  }
  signal.addEventListener('abort', () => engine.close(), { once: true });
  try {
    return ok({ engine, history: await engine.dataset(signal), report });
  } catch (error) {
    if (!signal.aborted) engine.close();
    return fail(crashed(error));
  }
}

/**
 * A network without events has nothing to show on a timeline, and its ties tell its actors apart; whoever
 * has chosen a view gets that one.
 */
function seenAtFirst(choices: Choices, { eventsTotal }: DatasetAnswer): Choices {
  return eventsTotal === 0 && isSameChoices(choices, DEFAULT_CHOICES)
    ? { ...choices, views: ['network'], network: { ...choices.network, sizeBy: 'degree' } }
    : choices;
}

const CANCELLED: OpenFailure = {
  kind: 'unreachable',
  message: 'The opening was cancelled, so nothing is open. Try it again, or open another history.',
  problems: [],
  problemsTotal: 0,
};

function crashed(error: unknown): OpenFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    kind: 'crashed',
    message: `The history could not be opened: ${reason}`,
    problems: [],
    problemsTotal: 0,
  };
}
