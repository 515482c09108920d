/*
 * Who is next to whom: the neighbours of each node, whatever ties join them.
 * Knows: ties as columns. Must not know: kinds of ties, what the nodes are.
 */
import type { Tie, TieList } from './ties.ts';

/** Both ways; a pair that several ties join is one link, with the weight of all of them. */
export interface Links {
  readonly nodes: number;
  /** Node n: neighbours[offsets[n] … offsets[n + 1] - 1]. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
}

/** Linear in the number of ties. */
export function linksOf(nodes: number, ties: TieList): Links {
  const starts = new Uint32Array(nodes + 1);
  starts.set(endCounts(nodes, ties), 1);
  for (let node = 0; node < nodes; node++) {
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  }
  const next = starts.slice(0, nodes);
  const ends = new Uint32Array(ties.total * 2);
  const loads = new Float64Array(ties.total * 2);
  const put = (node: number, neighbour: number, weight: number): void => {
    const at = next[node] ?? 0;
    ends[at] = neighbour;
    loads[at] = weight;
    next[node] = at + 1;
  };
  for (let i = 0; i < ties.total; i++) {
    const from = ties.from[i] ?? 0;
    const to = ties.to[i] ?? 0;
    put(from, to, ties.weights[i] ?? 0);
    put(to, from, ties.weights[i] ?? 0);
  }
  return merged(nodes, starts, ends, loads);
}

/** How many ties end at each node. */
export function endCounts(nodes: number, ties: TieList): Uint32Array {
  const counts = new Uint32Array(nodes);
  for (const ends of [ties.from, ties.to]) {
    for (let i = 0; i < ties.total; i++) {
      const node = ends[i] ?? 0;
      counts[node] = (counts[node] ?? 0) + 1;
    }
  }
  return counts;
}

/** In place: what is written never overtakes what is read. */
function merged(nodes: number, starts: Uint32Array, ends: Uint32Array, loads: Float64Array): Links {
  const offsets = new Uint32Array(nodes + 1);
  // Where a neighbour stands in the row at hand, if it stands there.
  const placeOf = new Int32Array(nodes).fill(-1);
  let length = 0;
  for (let node = 0; node < nodes; node++) {
    const begin = length;
    const stop = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < stop; i++) {
      const neighbour = ends[i] ?? 0;
      const known = placeOf[neighbour] ?? -1;
      if (known >= begin) {
        loads[known] = (loads[known] ?? 0) + (loads[i] ?? 0);
        continue;
      }
      placeOf[neighbour] = length;
      ends[length] = neighbour;
      loads[length] = loads[i] ?? 0;
      length++;
    }
    offsets[node + 1] = length;
  }
  return {
    nodes,
    offsets,
    neighbours: ends.slice(0, length),
    weights: loads.slice(0, length),
  };
}

/** The number of a node's neighbours. */
export function degreeOf({ offsets }: Links, node: number): number {
  return (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
}

/** The ties of one node, by the node at their other end. Walks all ties once. */
export function linkedTies(ties: TieList, node: number): ReadonlyMap<number, readonly Tie[]> {
  const linked = new Map<number, Tie[]>();
  for (let i = 0; i < ties.total; i++) {
    const from = ties.from[i] ?? 0;
    const to = ties.to[i] ?? 0;
    if (from !== node && to !== node) continue;
    const other = from === node ? to : from;
    const known = linked.get(other);
    if (known === undefined) linked.set(other, [ties.at(i)]);
    else known.push(ties.at(i));
  }
  return linked;
}
