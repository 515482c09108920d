/*
 * Opening a history: what was open stays until the new one stands, the newest opening wins.
 * Knows: the function that opens a source, the port. Must not know: which engine, what is asked later.
 */
import type { StoreApi } from 'zustand/vanilla';
import { newestOnly } from '../base/newest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { DatasetAnswer, Engine, OpenFailure, SourceAddress } from '../engine/port.ts';
import type { Answers, AppState, OpenSource } from './appState.ts';
import type { AnswersControl } from './answers.ts';
import type { Choices } from './choices.ts';
import { fitToHistory } from './fit.ts';
import type { Clock } from './measure.ts';
import { joinNotices } from './notices.ts';
import { stepsFrom } from './undo.ts';

interface Request {
  readonly address: SourceAddress;
  readonly choices: Choices;
  readonly askedAtMs: number;
}

interface Opened {
  readonly engine: Engine;
  readonly history: DatasetAnswer;
}

export interface Opening {
  open(address: SourceAddress, choices: Choices): void;
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
    ask: ({ address }, signal) => openEngine(openSource, address, signal),
    onAnswer: (result, request) => {
      if (result.ok) stand(result.value, request);
      else store.setState({ opening: null, openFailure: result.error });
    },
    onFailure: (error) => store.setState({ opening: null, openFailure: crashed(error) }),
  });

  const stand = ({ engine, history }: Opened, { address, choices, askedAtMs }: Request): void => {
    const state = store.getState();
    // What was chosen while the first history was on its way is kept; another history starts afresh.
    const arriving = state.history === null ? state.choices : choices;
    const fitted = fitToHistory(arriving, history);
    answers.attach(engine, askedAtMs, () =>
      store.setState({
        ...NO_ANSWERS,
        ...stepsFrom(fitted.choices),
        history,
        briefing: { scenes: history.scenes },
        source: address,
        opening: null,
        openFailure: null,
        answerFailure: null,
        highlight: null,
        searchText: '',
        facetRequests: store.getInitialState().facetRequests,
        notice: joinNotices(state.notice, fitted.problems),
      }),
    );
  };

  return {
    open(address, choices) {
      const isFirst = store.getState().history === null;
      store.setState({
        opening: address,
        openFailure: null,
        ...(isFirst ? stepsFrom(choices) : {}),
      });
      // The user's act that begins the first history is coming to the page: the time origin.
      openings.ask({ address, choices, askedAtMs: isFirst ? 0 : clock.now() }, true);
    },
  };
}

/** An engine that stands and has said what it holds; closed again if it comes too late. */
async function openEngine(
  openSource: OpenSource,
  address: SourceAddress,
  signal: AbortSignal,
): Promise<Result<Opened, OpenFailure>> {
  const opened = await openSource(address, signal);
  if (!opened.ok) return opened;
  const engine = opened.value;
  if (signal.aborted) {
    engine.close();
    signal.throwIfAborted();
  }
  signal.addEventListener('abort', () => engine.close(), { once: true });
  try {
    return ok({ engine, history: await engine.dataset(signal) });
  } catch (error) {
    if (!signal.aborted) engine.close();
    return fail(crashed(error));
  }
}

function crashed(error: unknown): OpenFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    kind: 'crashed',
    message: `The history could not be opened: ${reason}`,
    problems: [],
    problemsTotal: 0,
  };
}
