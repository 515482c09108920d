/*
 * An engine whose answers come when a test says so, and a store over it.
 * Knows: the port. Must not know: how a real engine answers.
 */
import { ok, type Result } from '../../../src/base/result.ts';
import type {
  DatasetAnswer,
  Details,
  Engine,
  EventsAnswer,
  FacetsAnswer,
  FacetsQuestion,
  Highlight,
  OpenFailure,
  Ref,
  RelatedAnswer,
  SearchAnswer,
  SearchQuestion,
  SourceAddress,
  StatisticsAnswer,
  StatisticsQuestion,
  TimelineAnswer,
  TimelineQuestion,
} from '../../../src/engine/port.ts';
import type {
  NeighboursAnswer,
  NeighboursQuestion,
  NetworkAnswer,
  NetworkQuestion,
} from '../../../src/engine/port/network.ts';
import type { PlacesAnswer, PlacesQuestion } from '../../../src/engine/port/places.ts';
import type { OpeningEars } from '../../../src/state/appState.ts';
import type { Clock } from '../../../src/state/measure.ts';
import { createAppStore, type AppStore } from '../../../src/state/store.ts';

/** One question on its way: a test answers it, or lets it fail. */
export interface Call<Q, A> {
  readonly question: Q;
  readonly signal: AbortSignal | undefined;
  readonly answer: (value: A) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** Lets what hangs on settled promises run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function recorder<Q, A>(): {
  readonly calls: Call<Q, A>[];
  readonly ask: (question: Q, signal?: AbortSignal) => Promise<A>;
} {
  const calls: Call<Q, A>[] = [];
  return {
    calls,
    ask: (question, signal) =>
      new Promise<A>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        calls.push({
          question,
          signal,
          answer: (value) => {
            resolve(value);
            return settled();
          },
          fail: (error) => {
            reject(error);
            return settled();
          },
        });
      }),
  };
}

export interface FakeEngine extends Engine {
  readonly asked: {
    readonly facets: Call<FacetsQuestion, FacetsAnswer>[];
    readonly timeline: Call<TimelineQuestion, TimelineAnswer>[];
    readonly overview: Call<StatisticsQuestion, StatisticsAnswer>[];
    readonly details: Call<Ref, Details | null>[];
    readonly search: Call<SearchQuestion, SearchAnswer>[];
    readonly network: Call<NetworkQuestion, NetworkAnswer>[];
    readonly neighbours: Call<NeighboursQuestion, NeighboursAnswer>[];
    readonly places: Call<PlacesQuestion, PlacesAnswer>[];
    readonly related: Call<Highlight, RelatedAnswer>[];
  };
  isClosed: boolean;
}

export function fakeEngine(history: DatasetAnswer = HISTORY): FakeEngine {
  const facets = recorder<FacetsQuestion, FacetsAnswer>();
  const timeline = recorder<TimelineQuestion, TimelineAnswer>();
  const overview = recorder<StatisticsQuestion, StatisticsAnswer>();
  const details = recorder<Ref, Details | null>();
  const search = recorder<SearchQuestion, SearchAnswer>();
  const network = recorder<NetworkQuestion, NetworkAnswer>();
  const neighbours = recorder<NeighboursQuestion, NeighboursAnswer>();
  const places = recorder<PlacesQuestion, PlacesAnswer>();
  const related = recorder<Highlight, RelatedAnswer>();
  const engine: FakeEngine = {
    asked: {
      facets: facets.calls,
      timeline: timeline.calls,
      overview: overview.calls,
      details: details.calls,
      search: search.calls,
      network: network.calls,
      neighbours: neighbours.calls,
      places: places.calls,
      related: related.calls,
    },
    isClosed: false,
    dataset: () => Promise.resolve(history),
    facets: facets.ask,
    timeline: timeline.ask,
    statistics: overview.ask,
    events: () => Promise.resolve<EventsAnswer>({ matched: 1, total: 1, rows: [] }),
    details: details.ask,
    search: search.ask,
    network: network.ask,
    neighbours: neighbours.ask,
    places: places.ask,
    related: related.ask,
    desk: null,
    close: () => {
      engine.isClosed = true;
    },
  };
  return engine;
}

const DAY_MS = 86_400_000;

/** A hundred days from 1970-01-01 on; two organisations, a person, a place, a theme, a sector. */
export const HISTORY: DatasetAnswer = {
  title: 'A history',
  subtitle: null,
  description: null,
  language: null,
  licence: null,
  asOf: null,
  extent: { startMs: 0, endMs: 100 * DAY_MS },
  eventsTotal: 26,
  sources: [],
  scenes: [],
  actors: [
    { id: 'google', name: 'Google', kind: 'organisation', sector: 'industry' },
    { id: 'cabinet', name: 'Cabinet', kind: 'group', sector: 'government' },
    { id: 'shields', name: 'Joanna Shields', kind: 'person', sector: null },
  ],
  places: [{ id: 'london', name: 'London' }],
  themes: [{ id: 'images', name: 'Images' }],
  sectors: ['government', 'industry'],
  periods: [],
  facets: ['organisation', 'person', 'place', 'theme', 'sector'],
  warnings: [],
};

export const BUNDLED: SourceAddress = {
  url: 'http://localhost:3000/datasets/weprotect.json',
  isBundled: true,
};
export const ELSEWHERE: SourceAddress = { url: 'https://example.org/other.json', isBundled: false };

export function days(
  from: number,
  to: number,
): { readonly startMs: number; readonly endMs: number } {
  return { startMs: from * DAY_MS, endMs: to * DAY_MS };
}

export function facetsAnswer(matched: number): FacetsAnswer {
  return { matched, total: 26, facets: [] };
}

export function timelineAnswer(): TimelineAnswer {
  return { laneBy: 'theme', covers: days(0, 100), lanes: [], marks: [], bins: [], links: [] };
}

export function actorDetails(id: string): Details {
  return {
    kind: 'actor',
    id,
    name: id,
    actorKind: 'organisation',
    sector: null,
    aliases: [],
    description: null,
    roles: [],
    wholes: [],
    parts: [],
    events: [],
    eventsTotal: 0,
  };
}

/** Time that a test moves, and frames that come when it says so. */
export function fakeClock(): Clock & { nowMs: number; frame(): void } {
  let waiting: (() => void)[] = [];
  const clock = {
    nowMs: 1000,
    now: () => clock.nowMs,
    nextFrame: (callback: () => void) => {
      waiting.push(callback);
    },
    frame: () => {
      const due = waiting;
      waiting = [];
      for (const callback of due) callback();
    },
  };
  return clock;
}

/** Openings on their way, in the order in which they were asked for. */
export interface Opening {
  readonly address: SourceAddress;
  readonly signal: AbortSignal;
  readonly ears: OpeningEars;
  stand(engine: Engine): Promise<void>;
  end(result: Result<Engine, OpenFailure>): Promise<void>;
}

export function storeWithOpenings(clock: Clock = fakeClock()): {
  readonly store: AppStore;
  readonly openings: Opening[];
} {
  const openings: Opening[] = [];
  const store = createAppStore({
    clock,
    openSource: (address, signal, ears) =>
      new Promise((resolve) => {
        const end = (result: Result<Engine, OpenFailure>): Promise<void> => {
          resolve(result);
          return settled();
        };
        openings.push({ address, signal, ears, end, stand: (engine) => end(ok(engine)) });
      }),
  });
  return { store, openings };
}

/** A store with a history that stands and a timeline 1,000 px wide; its first questions are asked. */
export async function openStore(
  history: DatasetAnswer = HISTORY,
  clock: Clock = fakeClock(),
): Promise<{
  readonly store: AppStore;
  readonly engine: FakeEngine;
  readonly openings: Opening[];
}> {
  const { store, openings } = storeWithOpenings(clock);
  const engine = fakeEngine(history);
  store.getState().setTimelineWidth(1000);
  store.getState().open(BUNDLED);
  await openings[0]?.stand(engine);
  return { store, engine, openings };
}
