/*
 * Every kind of question that the page asks of a history, to be measured.
 * Knows: the port, what a made-up history holds. Must not know: engines, servers.
 */
import type { DatasetAnswer, Engine, Query, TimelineQuestion } from '../../src/engine/port.ts';

export interface MeasuredQuestion {
  readonly name: string;
  readonly ask: (engine: Engine) => Promise<unknown>;
}

export function questionsFor(history: DatasetAnswer): readonly MeasuredQuestion[] {
  const organisations = history.actors.filter(({ kind }) => kind === 'organisation');
  const organisation = organisations[0]?.id ?? '';
  const person = history.actors.find(({ kind }) => kind === 'person')?.id ?? '';
  const all: Query = { clauses: [], during: null, words: '', includesParts: true };
  const ofOrganisation = (id: string): Query => ({
    ...all,
    clauses: [{ facet: 'organisation', any: [id], all: [], none: [] }],
  });
  const filtered = ofOrganisation(organisation);
  const twice: Query = {
    ...filtered,
    clauses: [...filtered.clauses, { facet: 'theme', any: ['t0', 't1'], all: [], none: [] }],
  };
  // More than half of all events.
  const common: Query = {
    ...all,
    clauses: [{ facet: 'theme', any: ['t0'], all: [], none: [] }],
  };
  const next = ofOrganisation(organisations[1]?.id ?? '');
  const year = { startMs: Date.UTC(2010, 0), endMs: Date.UTC(2011, 0) };
  const month = { startMs: year.startMs, endMs: Date.UTC(2010, 1) };
  const facets = history.facets.map((facet) => ({ facet, find: '', limit: 8 }));
  const timeline: TimelineQuestion = {
    query: all,
    laneBy: 'theme',
    window: history.extent,
    widthPx: 1440,
    rest: 'fade',
    marksLimit: 160,
    lanesLimit: 24,
    binPx: 14,
    keep: [],
  };
  const network = {
    query: all,
    window: null,
    mode: 'actors',
    ties: ['together', 'role', 'part', 'stated'],
    includesTentative: false,
    measure: 'events',
    hasCommunities: true,
    ego: null,
    chain: null,
    nodesLimit: 400,
    tiesLimit: 1600,
    keep: [],
  } as const;
  const overview = { over: history.extent, bins: 240, actorsLimit: 0 };
  const statistics = { ...overview, actorsLimit: 12 };
  const places = { query: all, window: null, placesLimit: 400, arcsLimit: 200 };
  const page = { query: all, offset: 0, limit: 60 };
  const byDate = { by: 'date', isDescending: false } as const;
  const byTitle = { by: 'title', isDescending: true } as const;
  const middle = Math.round(history.eventsTotal / 2);

  const questions: Readonly<Record<string, MeasuredQuestion['ask']>> = {
    'facets, unfiltered': (engine) => engine.facets({ query: all, facets }),
    'facets, one organisation': (engine) => engine.facets({ query: filtered, facets }),
    'facets, an organisation and a theme': (engine) => engine.facets({ query: twice, facets }),
    'facets, the commonest theme': (engine) => engine.facets({ query: common, facets }),
    'facets, a word': (engine) => engine.facets({ query: { ...all, words: 'funds' }, facets }),
    'timeline, all time': (engine) => engine.timeline(timeline),
    'timeline, one year': (engine) => engine.timeline({ ...timeline, window: year }),
    'timeline, one month': (engine) => engine.timeline({ ...timeline, window: month }),
    'timeline, one organisation, the rest faded': (engine) =>
      engine.timeline({ ...timeline, query: filtered }),
    'timeline, one organisation, the rest hidden': (engine) =>
      engine.timeline({ ...timeline, query: filtered, rest: 'hide' }),
    'timeline, the commonest theme, the rest faded': (engine) =>
      engine.timeline({ ...timeline, query: common }),
    'timeline, a word, the rest faded': (engine) =>
      engine.timeline({ ...timeline, query: { ...all, words: 'funds' } }),
    'timeline, a word, lanes of places for the first time': (engine) =>
      engine.timeline({ ...timeline, laneBy: 'place', query: { ...all, words: 'funds' } }),
    'timeline, lanes of organisations': (engine) =>
      engine.timeline({ ...timeline, laneBy: 'organisation', window: year }),
    'events, first page by date': (engine) => engine.events({ ...page, sort: byDate }),
    'events, by title under a filter': (engine) =>
      engine.events({ ...page, query: filtered, sort: byTitle }),
    'events, page at 100,000': (engine) =>
      engine.events({ ...page, sort: byDate, offset: 100_000 }),
    'events, page in the middle': (engine) =>
      engine.events({ ...page, sort: byDate, offset: middle }),
    'events, by title, all': (engine) => engine.events({ ...page, sort: byTitle }),
    'overview strip, 240 bins': (engine) => engine.statistics({ query: filtered, ...overview }),
    'statistics, all': (engine) => engine.statistics({ query: all, ...statistics }),
    'statistics, one organisation': (engine) =>
      engine.statistics({ query: filtered, ...statistics }),
    'statistics, the commonest theme': (engine) =>
      engine.statistics({ query: common, ...statistics }),
    'network, all time': (engine) => engine.network(network),
    'network, one year': (engine) => engine.network({ ...network, window: year }),
    'network, one organisation': (engine) => engine.network({ ...network, query: filtered }),
    'network, the commonest theme': (engine) => engine.network({ ...network, query: common }),
    'network around one person': (engine) =>
      engine.network({ ...network, ego: { actor: person, depth: 1 } }),
    'network of actors and events': (engine) => engine.network({ ...network, mode: 'events' }),
    'neighbours of one person': (engine) =>
      engine.neighbours({ ...network, actor: person, limit: 60, eventsLimit: 12 }),
    'places, all': (engine) => engine.places(places),
    'places, the commonest theme': (engine) => engine.places({ ...places, query: common }),
    'places, one organisation in one year': (engine) =>
      engine.places({ ...places, query: filtered, window: year }),
    'related, an actor': (engine) => engine.related({ kind: 'actor', id: person }),
    'related, an event': (engine) => engine.related({ kind: 'event', id: 'e1000' }),
    'details, an event': (engine) => engine.details({ kind: 'event', id: 'e1000' }),
    'details, an actor': (engine) => engine.details({ kind: 'actor', id: person }),
    'search, a common word': (engine) => engine.search({ text: 'summit', limit: 12 }),
    'search, a rare one': (engine) => engine.search({ text: 'number 123456', limit: 12 }),
    'another filter, all that the page asks at once': (engine) =>
      Promise.all([
        engine.facets({ query: next, facets }),
        engine.statistics({ query: next, ...overview }),
        engine.timeline({ ...timeline, query: next }),
      ]),
  };
  return Object.entries(questions).map(([name, ask]) => ({ name, ask }));
}
