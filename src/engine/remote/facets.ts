/*
 * How many events each value of a facet has, counted by the database.
 * Knows: the history's ways of counting, how a facet is listed. Must not know: SQL.
 */
import { listValues } from '../local/facets.ts';
import type { FacetsAnswer, FacetsQuestion } from '../port.ts';
import type { RemoteHistory, Signal } from './history.ts';

export async function askFacets(
  history: RemoteHistory,
  { query, facets }: FacetsQuestion,
  signal: Signal,
): Promise<FacetsAnswer> {
  const { head, vocabularies, nameOrder } = history;
  const { includesParts } = query;
  const [matched, ...answers] = await Promise.all([
    history.matched(query, signal),
    ...facets.map(async (asked) => {
      const { facet } = asked;
      const counts = await history.facetCounts(
        { facet, query, includesParts, leaveOut: facet },
        signal,
      );
      const totals = head.totals[facet][includesParts ? 'all' : 'direct'];
      const vocabulary = vocabularies[facet];
      const counted = { counts, totalOf: (value: number) => totals[value] ?? 0 };
      return listValues(vocabulary, counted, nameOrder(vocabulary), query, asked);
    }),
  ]);
  return { matched, total: head.eventsTotal, facets: answers };
}
