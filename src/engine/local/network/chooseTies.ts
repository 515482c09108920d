/*
 * Which ties between chosen nodes are sent where there are more than can be told apart.
 * Knows: ties as columns. Must not know: what the nodes are, answers.
 */
import { keysOfNumbers, radixOrder } from '../radix.ts';
import type { TieList } from './ties.ts';

export interface TieChoice {
  /** Where each node stands among those that are sent; -1: it is not. */
  readonly placeOf: Int32Array;
  readonly limit: number;
  /** Pairs of nodes whose ties are chosen first. */
  readonly keep: readonly (readonly [number, number])[];
}

/**
 * Places in the list of ties, the heaviest first; among equals firm before tentative, then by kind. What
 * joins parts that nothing heavier joins comes before the rest (a maximum spanning forest: J. B. Kruskal,
 * 1956), so that no node that is sent stands alone for want of room as long as there is any.
 */
export function chooseTies(ties: TieList, choice: TieChoice): readonly number[] {
  const { placeOf, limit } = choice;
  const between: number[] = [];
  for (let tie = 0; tie < ties.total; tie++) {
    if ((placeOf[ties.from[tie] ?? 0] ?? -1) < 0 || (placeOf[ties.to[tie] ?? 0] ?? -1) < 0)
      continue;
    between.push(tie);
  }
  const ordered = byWeight(ties, between);
  if (ordered.length <= limit) return ordered;

  const kept = new Set(choice.keep.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const joins = joiner(placeOf.length);
  const claims: number[][] = [[], [], []];
  for (const [place, tie] of ordered.entries()) {
    const from = ties.from[tie] ?? 0;
    const to = ties.to[tie] ?? 0;
    const isFirst = joins(from, to);
    const isKept = kept.size > 0 && kept.has(`${from} ${to}`);
    claims[isKept ? 0 : isFirst ? 1 : 2]?.push(place);
  }
  return claims
    .flat()
    .slice(0, limit)
    .toSorted((a, b) => a - b)
    .map((place) => ordered[place] ?? 0);
}

function byWeight(ties: TieList, list: readonly number[]): readonly number[] {
  const weights = Float64Array.from(list, (tie) => -(ties.weights[tie] ?? 0));
  const tentative = Uint32Array.from(list, (tie) => ties.tentative[tie] ?? 0);
  const kinds = Uint32Array.from(list, (tie) => ties.kinds[tie] ?? 0);
  const order = radixOrder(list.length, [kinds, tentative, ...keysOfNumbers(weights)]);
  return Array.from(order, (place) => list[place] ?? 0);
}

/**
 * Whether two nodes were in different parts until now; they are in one from then on. Source: disjoint sets
 * with path halving, R. E. Tarjan and J. van Leeuwen (1984).
 */
function joiner(nodes: number): (a: number, b: number) => boolean {
  const above = Uint32Array.from({ length: nodes }, (_, node) => node);
  const top = (node: number): number => {
    let at = node;
    for (let up = above[at] ?? at; up !== at; up = above[at] ?? at) {
      const next = above[up] ?? up;
      above[at] = next;
      at = next;
    }
    return at;
  };
  return (a, b) => {
    const [first, second] = [top(a), top(b)];
    above[first] = second;
    return first !== second;
  };
}
