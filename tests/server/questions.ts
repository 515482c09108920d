/*
 * Seeded questions of every kind that the port has.
 * Knows: the port, a history's vocabularies. Must not know: engines.
 */
import { randomFrom } from '../../bench/madeUpHistory.ts';
import {
  EVENT_COLUMNS,
  FACETS,
  LANE_FACETS,
  type Clause,
  type DatasetAnswer,
  type Engine,
  type FacetName,
  type Highlight,
  type Query,
} from '../../src/engine/port.ts';
import { NETWORK_MODES, NODE_MEASURES, TIE_KINDS } from '../../src/engine/port/network.ts';
import type { Interval } from '../../src/base/interval.ts';

export interface AskedQuestion {
  readonly kind: Exclude<keyof Engine, 'close' | 'dataset'>;
  /** What is asked, for the report of one that differs. */
  readonly question: unknown;
  readonly ask: (engine: Engine) => Promise<unknown>;
}

const DAY_MS = 86_400_000;
const WORDS = [
  'institute',
  'été',
  'online',
  'shared lists',
  'zurich',
  "it's",
  '%',
  'numb',
  '東京',
  'tools 1',
];

export function questionsAbout(
  history: DatasetAnswer,
  eventIds: readonly string[],
  total: number,
  seed: number,
): readonly AskedQuestion[] {
  const random = randomFrom(seed);
  const chance = (share: number): boolean => random() < share;
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  };
  const some = <T>(list: readonly T[], most: number): readonly T[] => [
    ...new Set(Array.from({ length: upTo(most) }, () => pick(list))),
  ];
  const idsOf: Readonly<Record<FacetName, readonly string[]>> = {
    organisation: history.actors
      .filter(({ kind }) => kind === 'organisation' || kind === 'group')
      .map(({ id }) => id),
    person: history.actors
      .filter(({ kind }) => kind === 'person' || kind === 'office')
      .map(({ id }) => id),
    place: history.places.map(({ id }) => id),
    theme: history.themes.map(({ id }) => id),
    sector: history.sectors,
    kind: ['meeting', 'speech', 'summit', 'report'],
    status: ['happened', 'planned', 'cancelled'],
  };
  const window = (): Interval => {
    const { startMs, endMs } = history.extent;
    // Most of the events lie near the end of this history, whatever its extent.
    const fromMs = chance(0.2) ? startMs : Date.UTC(1988 + upTo(38), upTo(11), 1 + upTo(27));
    return { startMs: fromMs, endMs: chance(0.2) ? endMs : fromMs + DAY_MS * 10 ** (random() * 4) };
  };
  const idIn = (facet: FacetName): string => (chance(0.03) ? 'nobody' : pick(idsOf[facet]));
  const clause = (facet: FacetName): Clause => ({
    facet,
    any: chance(0.7) ? Array.from({ length: 1 + upTo(2) }, () => idIn(facet)) : [],
    all: chance(0.25) ? [idIn(facet)] : [],
    none: chance(0.2) ? [idIn(facet)] : [],
  });
  const query = (): Query => ({
    clauses: chance(0.3) ? [] : FACETS.filter(() => chance(0.25)).map(clause),
    during: chance(0.25) ? window() : null,
    words: chance(0.15) ? pick(WORDS) : '',
    includesParts: chance(0.6),
  });
  const actor = (): string => pick(history.actors).id;
  const windowOrNot = (): Interval | null => (chance(0.5) ? window() : null);
  const ties = () => TIE_KINDS.filter(() => chance(0.7));

  const kinds: readonly (() => AskedQuestion)[] = [
    () => {
      const question = {
        query: query(),
        facets: FACETS.map((facet) => ({
          facet,
          find: chance(0.2) ? pick(['a', 'inst', 'été', '1']) : '',
          limit: pick([3, 8, 100]),
        })),
      };
      return { kind: 'facets', question, ask: (engine) => engine.facets(question) };
    },
    () => {
      const question = {
        query: query(),
        laneBy: pick(LANE_FACETS),
        window: window(),
        widthPx: pick([400, 1000, 1440]),
        rest: pick(['fade', 'hide'] as const),
        marksLimit: pick([5, 40, 160]),
        lanesLimit: pick([3, 6, 24]),
        binPx: 14,
        keep: chance(0.3) ? some(eventIds, 2) : [],
      };
      return { kind: 'timeline', question, ask: (engine) => engine.timeline(question) };
    },
    () => {
      const question = {
        query: query(),
        sort: { by: pick(EVENT_COLUMNS), isDescending: chance(0.5) },
        offset: chance(0.5) ? 0 : upTo(400),
        limit: pick([0, 10, 60]),
      };
      return { kind: 'events', question, ask: (engine) => engine.events(question) };
    },
    () => {
      const question = {
        query: query(),
        over: window(),
        bins: 1 + upTo(239),
        actorsLimit: pick([0, 5, 12]),
      };
      return { kind: 'statistics', question, ask: (engine) => engine.statistics(question) };
    },
    () => {
      const question = pick<() => Highlight>([
        () => ({ kind: 'event', id: pick(eventIds) }),
        () => ({ kind: 'actor', id: actor() }),
        () => ({ kind: 'place', id: idIn('place') }),
        () => ({ kind: 'theme', id: idIn('theme') }),
      ])();
      return { kind: 'related', question, ask: (engine) => engine.related(question) };
    },
    () => {
      const question = {
        query: query(),
        window: windowOrNot(),
        mode: pick(NETWORK_MODES),
        ties: ties(),
        includesTentative: chance(0.4),
        measure: pick(NODE_MEASURES),
        hasCommunities: chance(0.3),
        ego: chance(0.3) ? { actor: actor(), depth: 1 + upTo(1) } : null,
        chain: chance(0.2) ? { from: actor(), to: actor() } : null,
        nodesLimit: pick([10, 50, 400]),
        tiesLimit: pick([20, 200, 1200]),
        keep: chance(0.2) ? [actor()] : [],
      };
      return { kind: 'network', question, ask: (engine) => engine.network(question) };
    },
    () => {
      const question = {
        actor: actor(),
        query: query(),
        window: windowOrNot(),
        ties: ties(),
        includesTentative: chance(0.4),
        limit: pick([5, 60]),
        eventsLimit: pick([2, 12]),
      };
      return { kind: 'neighbours', question, ask: (engine) => engine.neighbours(question) };
    },
    () => {
      const question = {
        query: query(),
        window: windowOrNot(),
        placesLimit: pick([5, 400]),
        arcsLimit: pick([5, 200]),
      };
      return { kind: 'places', question, ask: (engine) => engine.places(question) };
    },
    () => {
      const question = chance(0.6)
        ? ({ kind: 'event', id: chance(0.05) ? 'nothing' : pick(eventIds) } as const)
        : ({ kind: 'actor', id: chance(0.05) ? 'nobody' : actor() } as const);
      return { kind: 'details', question, ask: (engine) => engine.details(question) };
    },
    () => {
      const question = { text: pick(WORDS), limit: pick([3, 12, 50]) };
      return { kind: 'search', question, ask: (engine) => engine.search(question) };
    },
  ];
  return Array.from({ length: total }, (_, i) => (kinds[i % kinds.length] ?? pick(kinds))());
}
