/*
 * How many events each value of a facet has, counted by the database.
 * Knows: the history's ways of counting, how a facet is listed. Must not know: SQL.
 */
import { listValues } from '../local/facets.ts';
import type { FacetName, FacetsAnswer, FacetsQuestion } from '../port.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { isWhole, matching } from './where.ts';

export async function askFacets(
  history: RemoteHistory,
  { query, facets }: FacetsQuestion,
  signal: Signal,
): Promise<FacetsAnswer> {
  const { head, vocabularies, nameOrder } = history;
  const way = query.includesParts ? 'all' : 'direct';
  const counts = new Map<FacetName, Uint32Array>();
  /** Facets that leave no clause out are counted in one walk; each of the others in one of its own. */
  const together: FacetName[] = [];
  const apart: FacetName[] = [];
  for (const { facet } of facets) {
    if (isWhole(query, facet)) counts.set(facet, Uint32Array.from(head.totals[facet][way]));
    else if (query.clauses.some((clause) => clause.facet === facet)) apart.push(facet);
    else together.push(facet);
  }
  const count = async (some: readonly FacetName[], leaveOut: FacetName | null): Promise<number> => {
    const conditions = matching(vocabularies, query, leaveOut);
    const counted = await history.facetCounts(some, way, conditions, signal);
    for (const [facet, its] of counted.counts) counts.set(facet, its);
    return counted.matched;
  };
  const [matched] = await Promise.all([
    isWhole(query) ? head.eventsTotal : count(together, null),
    ...apart.map((facet) => count([facet], facet)),
  ]);
  return {
    matched,
    total: head.eventsTotal,
    facets: facets.map((asked) => {
      const vocabulary = vocabularies[asked.facet];
      const totals = head.totals[asked.facet][way];
      const counted = {
        counts: counts.get(asked.facet) ?? new Uint32Array(),
        totalOf: (value: number) => totals[value] ?? 0,
      };
      return listValues(vocabulary, counted, nameOrder(vocabulary), query, asked);
    }),
  };
}
