/** Shorthand for tests of the engine: questions with everything that a test does not care about. */
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import type {
  Clause,
  Engine,
  FacetName,
  FacetValue,
  Query,
  TimelineAnswer,
  TimelineQuestion,
} from '../../../src/engine/port.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';

export function engineOf(text: string): Engine {
  return createLocalEngine(historyFromText(text), []);
}

export const EVERYTHING: Query = { clauses: [], during: null, words: '', includesParts: true };

export function clause(facet: FacetName, use: Partial<Omit<Clause, 'facet'>>): Clause {
  return { facet, any: [], all: [], none: [], ...use };
}

export function where(...clauses: readonly Clause[]): Query {
  return { ...EVERYTHING, clauses };
}

/** From the first instant of one UTC day to that of another. */
export function between(start: string, end: string): { startMs: number; endMs: number } {
  return { startMs: Date.parse(start), endMs: Date.parse(end) };
}

/** The ids of the events that a query means, in order of time. */
export async function idsOf(engine: Engine, query: Query): Promise<readonly string[]> {
  const sort = { by: 'date', isDescending: false } as const;
  const { rows } = await engine.events({ query, sort, offset: 0, limit: 1e9 });
  return rows.map(({ id }) => id);
}

/** "Google 2/3": a facet's values with their counts and totals. */
export async function valuesOf(
  engine: Engine,
  facet: FacetName,
  query: Query = EVERYTHING,
  { find = '', limit = 100 }: { readonly find?: string; readonly limit?: number } = {},
): Promise<readonly string[]> {
  const { facets } = await engine.facets({ query, facets: [{ facet, find, limit }] });
  return (facets[0]?.values ?? []).map(
    ({ name, count, total }: FacetValue) => `${name} ${count}/${total}`,
  );
}

export async function timelineOf(
  engine: Engine,
  question: Partial<TimelineQuestion> = {},
): Promise<TimelineAnswer> {
  const { extent } = await engine.dataset();
  return engine.timeline({
    query: EVERYTHING,
    laneBy: 'theme',
    window: extent,
    widthPx: 1000,
    rest: 'fade',
    marksLimit: 100,
    lanesLimit: 20,
    binPx: 10,
    keep: [],
    ...question,
  });
}
