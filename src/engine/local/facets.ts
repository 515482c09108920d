/*
 * How many events each value of a facet has among those that a query means.
 * Knows: sets, posting lists, the facets' vocabularies. Must not know: how a list of values is shown.
 */
import type {
  FacetAnswer,
  FacetName,
  FacetsAnswer,
  FacetsQuestion,
  FacetValue,
  Query,
} from '../port.ts';
import { without, type EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import { holdsEach, wordsOf } from './fold.ts';
import type { NameOrder } from './nameOrder.ts';
import { totalOf, type ValueIndex } from './postings.ts';
import { best } from './best.ts';
import type { Vocabulary } from './vocabulary.ts';

export function answerFacets(
  columns: Columns,
  filter: Filter,
  nameOrder: NameOrder,
  question: FacetsQuestion,
): FacetsAnswer {
  const { query, facets } = question;
  return {
    matched: filter.match(query).count,
    total: columns.events.length,
    facets: facets.map((asked) => {
      const facet = columns.facets[asked.facet];
      const index = query.includesParts ? facet.withParts : facet.direct;
      const counts = countsOf(columns, index, filter.match(query, asked.facet));
      const counted = { counts, totalOf: (value: number) => totalOf(index, value) };
      return listValues(facet, counted, nameOrder(facet), query, asked);
    }),
  };
}

/** Events of the set per value. Costs what the smaller one of the set and its complement costs. */
export function countsOf(columns: Columns, index: ValueIndex, set: EventSet): Uint32Array {
  const counts = new Uint32Array(index.valuesTotal);
  const isMost = set.count > columns.events.length / 2;
  const counted = isMost ? (set === columns.all ? null : without(columns.all, set)) : set;
  const { offsets, values } = index;
  const count = (event: number): void => {
    const end = offsets[event + 1] ?? 0;
    for (let i = offsets[event] ?? 0; i < end; i++) {
      const value = values[i] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  };
  const list = counted?.list;
  if (list) for (let i = 0; i < list.length; i++) count(list[i] ?? 0);
  else counted?.forEach(count);
  if (!isMost) return counts;
  for (let value = 0; value < counts.length; value++) {
    counts[value] = totalOf(index, value) - (counts[value] ?? 0);
  }
  return counts;
}

function chosenIn(query: Query, name: FacetName): readonly string[] {
  const clause = query.clauses.find((candidate) => candidate.facet === name);
  return clause === undefined ? [] : [...clause.any, ...clause.all, ...clause.none];
}

/** How many events each value of a facet has. */
export interface Counted {
  /** Among those that match. */
  readonly counts: Uint32Array;
  /** In the whole history. */
  readonly totalOf: (value: number) => number;
}

/** What a facet lists of its values, whoever counted them. */
export function listValues(
  facet: Vocabulary,
  { counts, totalOf: total }: Counted,
  nameRanks: Uint32Array,
  query: Query,
  { find, limit }: FacetsQuestion['facets'][number],
): FacetAnswer {
  const words = wordsOf(find);
  const found: number[] = [];
  for (const [value, text] of facet.searchTexts.entries()) {
    if (total(value) > 0 && holdsEach(text, words)) found.push(value);
  }
  const compare = (a: number, b: number): number =>
    (counts[b] ?? 0) - (counts[a] ?? 0) ||
    total(b) - total(a) ||
    (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0);
  const listed = new Set(best(found, limit, compare));
  const unknown: FacetValue[] = [];
  for (const id of chosenIn(query, facet.name)) {
    const value = facet.valueOf.get(id);
    if (value === undefined) unknown.push({ id, name: id, count: 0, total: 0 });
    else listed.add(value);
  }
  const values = [...listed].toSorted(compare).map((value) => ({
    id: facet.ids[value] ?? '',
    name: facet.names[value] ?? '',
    count: counts[value] ?? 0,
    total: total(value),
  }));
  return { facet: facet.name, values: [...values, ...unknown], found: found.length };
}
