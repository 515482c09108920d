/*
 * Which nodes are sent where there are more than can be told apart.
 * Knows: the network, a value for each node. Must not know: what the values measure, ties, answers.
 */
import { best } from '../best.ts';
import type { Graph } from './graph.ts';

export interface NodeChoice {
  readonly values: Float64Array;
  /** The nodes to choose from. */
  readonly candidates: readonly number[];
  /** Steps from the one whose surroundings are asked for; null: all are asked for. */
  readonly distances: Int32Array | null;
  readonly limit: number;
  /** Actors among them that are chosen first, and whatever the limit. */
  readonly keep: ReadonlySet<number>;
}

/**
 * Nodes, the most valued first. Chosen are the nearest where surroundings are asked for, so that none is
 * sent without the way to it; else the most valued; among equals those with more events, then more ties,
 * then in the order of the file. In a network of two kinds, each has half of the room, and what the other
 * leaves.
 */
export function chooseNodes(graph: Graph, choice: NodeChoice): readonly number[] {
  const { values, candidates, distances, limit, keep } = choice;
  const byValue = (a: number, b: number): number =>
    (values[b] ?? 0) - (values[a] ?? 0) ||
    (graph.events[b] ?? 0) - (graph.events[a] ?? 0) ||
    (graph.tieCounts[b] ?? 0) - (graph.tieCounts[a] ?? 0) ||
    a - b;
  const byClaim = (a: number, b: number): number =>
    Number(keep.has(b)) - Number(keep.has(a)) ||
    (distances?.[a] ?? 0) - (distances?.[b] ?? 0) ||
    byValue(a, b);

  const actors = candidates.filter((node) => node < graph.actorsTotal);
  const others = candidates.filter((node) => node >= graph.actorsTotal);
  const actorsLimit = Math.max(Math.ceil(limit / 2), limit - others.length, keep.size);
  const chosenActors = first(actors, actorsLimit, byClaim);
  const chosenOthers = first(others, Math.max(0, limit - chosenActors.length), byClaim);
  return [...chosenActors, ...chosenOthers].toSorted(byValue);
}

/** Picking some out of many is quicker than sorting all, until some are many themselves. */
const FEW = 1000;

function first(
  items: readonly number[],
  limit: number,
  compare: (a: number, b: number) => number,
): readonly number[] {
  if (items.length <= limit) return items;
  return limit <= FEW ? best(items, limit, compare) : items.toSorted(compare).slice(0, limit);
}
