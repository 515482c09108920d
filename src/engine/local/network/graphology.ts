/*
 * Centralities and communities, by graphology and its libraries. They are heavy: this module is loaded when
 * one of them is first asked for, by import().
 * Knows: links between numbered nodes. Must not know: actors, events, what is shown.
 */
import { randomLcg, shuffler } from 'd3';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import eigenvectorCentrality from 'graphology-metrics/centrality/eigenvector.js';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import type { Links } from './links.ts';
import type { Turns } from './turns.ts';

interface LinkAttributes {
  /** In parts of the mean weight: methods that iterate stop at changes of a fixed size. */
  readonly weight: number;
  /**
   * Of the weight of all links, in hundredths. Louvain takes gains within 1e-10 for equal: sums of millions,
   * with their errors in the last digits, would let it move a node back and forth for ever.
   */
  readonly share: number;
}
export type WeightedGraph = UndirectedGraph<Record<string, never>, LinkAttributes>;

/** A centrality of each node; only how they compare means something. */
export interface Centralities {
  readonly values: Float64Array;
  /** Whether it comes out of a sample. */
  readonly isEstimated: boolean;
}

/** Chance that is the same each time. */
const SEED = 0.5;
/** A graph of more links takes minutes and most of a tab's memory. */
const LINKS_MOST = 400_000;
/** Between looks at the clock. */
const LINKS_A_TURN = 2000;

/** Throws, in words for the user, where there are more links than can be measured. */
export async function weightedGraphOf(links: Links, turns: Turns): Promise<WeightedGraph> {
  const count = links.neighbours.length / 2;
  if (count > LINKS_MOST) {
    throw new Error(
      `This network has ${count.toLocaleString('en-GB')} ties, too many to measure. Filter it, look at less time, or size it by the number of events.`,
    );
  }
  const graph: WeightedGraph = new UndirectedGraph();
  for (let node = 0; node < links.nodes; node++) graph.addNode(node);
  const sum = links.weights.reduce((total, weight) => total + weight, 0) / 2;
  for (let node = 0; node < links.nodes; node++) {
    const end = links.offsets[node + 1] ?? 0;
    for (let i = links.offsets[node] ?? 0; i < end; i++) {
      const neighbour = links.neighbours[i] ?? 0;
      // Each link once.
      if (neighbour <= node) continue;
      const part = (links.weights[i] ?? 0) / sum;
      graph.addUndirectedEdge(node, neighbour, { weight: part * count, share: part * 100 });
      // oxlint-disable-next-line no-await-in-loop -- one after another is the point
      if (graph.size % LINKS_A_TURN === 0) await turns.next();
    }
  }
  return graph;
}

/** Nodes and links that all searches together may visit; beyond it, a sample of them is made. */
const VISITS = 16_000_000;

/**
 * Betweenness: how many of the shortest chains between others lead through a node, from 0 to 1 (all of
 * them). Each link counts as one step whatever its weight, as a chain does. Source: U. Brandes, A faster
 * algorithm for betweenness centrality (2001), by graphology's routine. Up to 1,000 nodes with 7,500 links
 * from every node; in larger networks from a sample of them, as many as take about a second: U. Brandes and
 * C. Pich, Centrality estimation in large networks (2007), with pivots chosen at random, the same each time.
 */
export async function betweennessOf(
  graph: WeightedGraph,
  turns: Turns,
  visits = VISITS,
): Promise<Centralities> {
  const { order, size } = graph;
  const values = new Float64Array(order);
  if (size === 0) return { values, isEstimated: false };
  const wanted = Math.max(1, Math.floor(visits / (order + 2 * size)));
  const pivots = Uint32Array.from({ length: order }, (_, node) => node);
  const isEstimated = wanted < order;
  if (isEstimated) shuffler(randomLcg(SEED))(pivots);
  const shortestFrom = createUnweightedIndexedBrandes(graph);
  const dependencies = new Float64Array(order);
  for (const pivot of pivots.subarray(0, wanted)) {
    const [byDistance, before, paths] = shortestFrom(pivot);
    dependencies.fill(0);
    while (byDistance.size > 0) {
      const node = byDistance.pop() ?? 0;
      // Chains are counted in 32 bits: where there are so many that they wrap to 0, a share is all the same.
      const share = (1 + (dependencies[node] ?? 0)) / Math.max(1, paths[node] ?? 1);
      for (const previous of before[node] ?? []) {
        dependencies[previous] = (dependencies[previous] ?? 0) + (paths[previous] ?? 0) * share;
      }
      if (node !== pivot) values[node] = (values[node] ?? 0) + (dependencies[node] ?? 0);
    }
    // oxlint-disable-next-line no-await-in-loop -- one after another is the point
    await turns.next();
  }
  // All pairs of others, in the part of them that was looked at.
  const pairs = (order - 1) * (order - 2) * (Math.min(wanted, order) / order);
  return { values: pairs > 0 ? values.map((value) => value / pairs) : values, isEstimated };
}

/** From exact to rough: what converges slowly changes little. */
const TOLERANCES = [1e-9, 1e-6, 1e-3] as const;
const ITERATIONS_MOST = 2000;

/**
 * Eigenvector centrality: who is tied to those who are themselves well tied; heavier ties count more.
 * Source: P. Bonacich, Power and centrality (1987), by graphology's power iteration.
 */
export function eigenvectorOf(graph: WeightedGraph): Centralities {
  if (graph.size === 0) return { values: new Float64Array(graph.order), isEstimated: false };
  for (const tolerance of TOLERANCES) {
    try {
      const options = { tolerance, maxIterations: ITERATIONS_MOST };
      return { values: inOrder(eigenvectorCentrality(graph, options)), isEstimated: false };
    } catch (error) {
      // It says so by throwing; a rougher result says who is central all the same.
      if (!(error instanceof Error && error.message.endsWith('failed to converge.'))) throw error;
    }
  }
  throw new Error('The eigenvector centrality of this network cannot be worked out.');
}

export interface Communities {
  /** The community of each node: 0 is the largest, among equals the one whose first node comes first. */
  readonly of: Uint32Array;
  /** How many have more than one member. */
  readonly total: number;
}

/**
 * Communities: groups that are tied more among themselves than by chance. Source: V. D. Blondel et al.,
 * Fast unfolding of communities in large networks (2008), by graphology; the same each time.
 */
export function communitiesOf(graph: WeightedGraph): Communities {
  const found = inOrder(louvain(graph, { rng: randomLcg(SEED), getEdgeWeight: 'share' }));
  const sizes = new Map<number, number>();
  for (const community of found) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  // A Map keeps the order of insertion, which is that of their first nodes, and sorting is stable.
  const bySize = [...sizes].toSorted(([, a], [, b]) => b - a);
  const numbers = new Map(bySize.map(([community], number) => [community, number]));
  return {
    of: Uint32Array.from(found, (community) => numbers.get(community) ?? 0),
    total: bySize.filter(([, size]) => size > 1).length,
  };
}

/** Keys that are whole numbers come in their order, and the nodes are 0, 1, 2 … */
function inOrder(byNode: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(Object.values(byNode));
}
