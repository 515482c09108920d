/*
 * A large network as ever smaller ones: neighbours are merged until few are left, the small network is
 * laid out, and each step back starts from it (Walshaw 2003; Hu 2005). A fresh network of ten thousand
 * then needs some ten seconds of ticks and not a minute, and comes out less tangled.
 * Knows: ties as indices. Must not know: forces, places, keys.
 */
import { degreesOf } from './layoutGraph.ts';
import type { Ends } from './layoutBodies.ts';

export interface Level extends Ends {
  readonly count: number;
  /** How many nodes of the whole network each one stands for. */
  readonly sizes: Uint32Array;
  /** The node of the next, smaller level that each one is part of; empty at the smallest. */
  readonly parents: Uint32Array;
}

/** Few enough to be laid out from nothing in well under a second. */
const SMALL_ENOUGH = 320;
/** A level that does not shrink by at least this much is not worth its ticks. */
const LEAST_SHRINKING = 0.85;

/** From the network itself to its smallest level. */
export function levelsOf(count: number, ends: Ends): Level[] {
  const levels: Level[] = [];
  let sizes = new Uint32Array(count).fill(1);
  let present: Ends = ends;
  let presentCount = count;
  while (presentCount > SMALL_ENOUGH) {
    const { parents, coarseCount } = matched(presentCount, present, sizes);
    if (coarseCount > presentCount * LEAST_SHRINKING) break;
    levels.push({ ...present, count: presentCount, sizes, parents });
    const merged = new Uint32Array(coarseCount);
    sizes.forEach((size, node) => {
      const parent = parents[node] ?? 0;
      merged[parent] = (merged[parent] ?? 0) + size;
    });
    present = mergedEnds(present, parents, coarseCount);
    sizes = merged;
    presentCount = coarseCount;
  }
  levels.push({ ...present, count: presentCount, sizes, parents: new Uint32Array() });
  return levels;
}

/** Pairs each node with the free neighbour of the heaviest tie; what hangs on one tie joins its neighbour. */
function matched(
  count: number,
  ends: Ends,
  sizes: Uint32Array,
): { parents: Uint32Array; coarseCount: number } {
  const degrees = degreesOf(count, ends.from, ends.to);
  const { offsets, neighbours, weights } = adjacency(count, ends, degrees);
  const NONE = 0xff_ff_ff_ff;
  const parents = new Uint32Array(count).fill(NONE);
  let coarseCount = 0;
  const order = Uint32Array.from({ length: count }, (_, i) => i).toSorted(
    (a, b) => (degrees[a] ?? 0) - (degrees[b] ?? 0) || a - b,
  );
  for (const node of order) {
    if (parents[node] !== NONE) continue;
    let best = NONE;
    let bestWorth = -1;
    let taken = NONE;
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i += 1) {
      const neighbour = neighbours[i] ?? 0;
      if (parents[neighbour] !== NONE) {
        taken = neighbour;
        continue;
      }
      // Light nodes first, so that none grows out of all proportion.
      const worth = (weights[i] ?? 0) / Math.sqrt(sizes[neighbour] ?? 1);
      if (worth > bestWorth) {
        best = neighbour;
        bestWorth = worth;
      }
    }
    if (best !== NONE) {
      parents[node] = coarseCount;
      parents[best] = coarseCount;
      coarseCount += 1;
    } else if (degrees[node] === 1 && taken !== NONE) {
      parents[node] = parents[taken] ?? 0;
    } else {
      parents[node] = coarseCount;
      coarseCount += 1;
    }
  }
  return { parents, coarseCount };
}

function adjacency(
  count: number,
  { from, to, weights }: Ends,
  degrees: Uint32Array,
): { offsets: Uint32Array; neighbours: Uint32Array; weights: Float32Array } {
  const offsets = new Uint32Array(count + 1);
  degrees.forEach((degree, node) => {
    offsets[node + 1] = (offsets[node] ?? 0) + degree;
  });
  const next = offsets.slice();
  const neighbours = new Uint32Array(offsets[count] ?? 0);
  const tieWeights = new Float32Array(neighbours.length);
  const put = (node: number, neighbour: number, weight: number): void => {
    const place = next[node] ?? 0;
    neighbours[place] = neighbour;
    tieWeights[place] = weight;
    next[node] = place + 1;
  };
  from.forEach((a, i) => {
    const b = to[i] ?? 0;
    const weight = weights[i] ?? 1;
    put(a, b, weight);
    put(b, a, weight);
  });
  return { offsets, neighbours, weights: tieWeights };
}

/** Ties between merged nodes: parallel ones become one with all their weight, inner ones go. */
function mergedEnds(ends: Ends, parents: Uint32Array, coarseCount: number): Ends {
  const sums = new Map<number, number>();
  ends.from.forEach((from, i) => {
    const a = parents[from] ?? 0;
    const b = parents[ends.to[i] ?? 0] ?? 0;
    if (a === b) return;
    const pair = Math.min(a, b) * coarseCount + Math.max(a, b);
    sums.set(pair, (sums.get(pair) ?? 0) + (ends.weights[i] ?? 1));
  });
  const pairs = [...sums.keys()];
  return {
    from: Uint32Array.from(pairs, (pair) => Math.floor(pair / coarseCount)),
    to: Uint32Array.from(pairs, (pair) => pair % coarseCount),
    weights: Float32Array.from(sums.values()),
  };
}
