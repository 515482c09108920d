/*
 * Walks along links: who is how far away, and the shortest way between two.
 * Knows: links. Must not know: what the nodes are, what a link is made of.
 */
import type { Links } from './links.ts';

/** How many links away from a node each one is, up to `depth`; -1: further, or not connected. */
export function distancesFrom(links: Links, node: number, depth: number): Int32Array {
  const distances = new Int32Array(links.nodes).fill(-1);
  distances[node] = 0;
  const reached = [node];
  // The list grows while it is walked: breadth first.
  for (const at of reached) {
    const distance = distances[at] ?? 0;
    if (distance >= depth) break;
    const end = links.offsets[at + 1] ?? 0;
    for (let i = links.offsets[at] ?? 0; i < end; i++) {
      const neighbour = links.neighbours[i] ?? 0;
      if (distances[neighbour] !== -1) continue;
      distances[neighbour] = distance + 1;
      reached.push(neighbour);
    }
  }
  return distances;
}

/**
 * The nodes on a way of the fewest links from one to another; among the ways of that length the one with
 * the greatest weight in all, and among equals the one found first. Null where there is none. Linear in
 * the links within that distance: breadth-first search, layer by layer, remembering for each node the
 * heaviest way to it.
 */
export function chainBetween(links: Links, from: number, to: number): readonly number[] | null {
  const distances = new Int32Array(links.nodes).fill(-1);
  const weights = new Float64Array(links.nodes);
  const before = new Int32Array(links.nodes).fill(-1);
  distances[from] = 0;
  const reached = [from];
  for (const at of reached) {
    const distance = distances[at] ?? 0;
    // Every node of the layer before has had its say.
    if (at === to || (distances[to] !== -1 && distance >= (distances[to] ?? 0))) break;
    const end = links.offsets[at + 1] ?? 0;
    for (let i = links.offsets[at] ?? 0; i < end; i++) {
      const neighbour = links.neighbours[i] ?? 0;
      const weight = (weights[at] ?? 0) + (links.weights[i] ?? 0);
      if (distances[neighbour] === -1) {
        distances[neighbour] = distance + 1;
        reached.push(neighbour);
      } else if (distances[neighbour] !== distance + 1 || weight <= (weights[neighbour] ?? 0)) {
        continue;
      }
      weights[neighbour] = weight;
      before[neighbour] = at;
    }
  }
  if (distances[to] === -1) return null;
  const chain: number[] = [];
  for (let at = to; at !== -1; at = before[at] ?? -1) chain.push(at);
  return chain.toReversed();
}
