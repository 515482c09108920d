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
export function chooseTies(ties: TieList, choice: TieChoice): Iterable<number> {
  const { placeOf, limit } = choice;
  const ordered = byWeight(ties, tiesBetween(ties, placeOf));
  if (ordered.length <= limit) return ordered;

  const kept = new Set(choice.keep.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const joins = joiner(placeOf.length);
  /** Places in `ordered`: of ties to keep, of those that join, of the rest. */
  const claims: readonly [number[], number[], number[]] = [[], [], []];
  for (const [place, tie] of ordered.entries()) {
    const from = ties.from[tie] ?? 0;
    const to = ties.to[tie] ?? 0;
    const isFirst = joins(from, to);
    const isKept = kept.size > 0 && kept.has(`${from} ${to}`);
    claims[isKept ? 0 : isFirst ? 1 : 2].push(place);
  }
  const chosen = Uint32Array.from(claims.flat().slice(0, limit)).toSorted();
  return chosen.map((place) => ordered[place] ?? 0);
}

function tiesBetween(ties: TieList, placeOf: Int32Array): Uint32Array {
  const between = new Uint32Array(ties.total);
  let length = 0;
  for (let tie = 0; tie < ties.total; tie++) {
    const from = placeOf[ties.from[tie] ?? 0] ?? -1;
    const to = placeOf[ties.to[tie] ?? 0] ?? -1;
    if (from >= 0 && to >= 0) between[length++] = tie;
  }
  return between.subarray(0, length);
}

function byWeight(ties: TieList, list: Uint32Array): Uint32Array {
  const lightness = new Float64Array(list.length);
  const tentative = new Uint32Array(list.length);
  const kinds = new Uint32Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const tie = list[i] ?? 0;
    lightness[i] = -(ties.weights[tie] ?? 0);
    tentative[i] = ties.tentative[tie] ?? 0;
    kinds[i] = ties.kinds[tie] ?? 0;
  }
  const keys = [kinds, tentative, ...keysOfNumbers(lightness)];
  return radixOrder(list.length, keys).map((place) => list[place] ?? 0);
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
