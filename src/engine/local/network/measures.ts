/*
 * What the size of a node says, and the community that it is in; remembered for as long as its network is.
 * Knows: networks, what is counted at once and what is loaded for it. Must not know: limits, answers.
 */
import { assertNever } from '../../../base/assertNever.ts';
import type { NetworkQuestion, NodeMeasure } from '../../port/network.ts';
import type { Graph } from './graph.ts';
import type { Centralities, Communities, WeightedGraph } from './graphology.ts';
import { degreeOf } from './links.ts';
import { turnsOf, type Turns } from './turns.ts';

export interface Measured {
  /** Of each node, 0 to 1 of the greatest. */
  readonly values: Float64Array;
  readonly isEstimated: boolean;
  /** Null where none was asked for. */
  readonly communityOf: Uint32Array | null;
  /** How many have more than one member. */
  readonly communities: number;
}

export interface Measures {
  of(
    graph: Graph,
    question: Pick<NetworkQuestion, 'measure' | 'hasCommunities'>,
    signal: AbortSignal | undefined,
  ): Promise<Measured>;
}

export function createMeasures(): Measures {
  const weighted = new WeakMap<Graph, WeightedGraph>();
  const betweenness = new WeakMap<Graph, Centralities>();
  const eigenvector = new WeakMap<Graph, Centralities>();
  const communities = new WeakMap<Graph, Communities>();

  const load = async (graph: Graph, turns: Turns) => {
    const library = await import('./graphology.ts');
    const made = await remembered(weighted, graph, () =>
      library.weightedGraphOf(graph.links(), turns),
    );
    return { library, graph: made };
  };

  const centralities = (
    graph: Graph,
    measure: NodeMeasure,
    turns: Turns,
  ): Centralities | Promise<Centralities> => {
    switch (measure) {
      case 'events':
        return exactly(graph, (node) => graph.events[node] ?? 0);
      case 'degree':
        return exactly(graph, (node) => degreeOf(graph.links(), node));
      case 'betweenness':
        return remembered(betweenness, graph, async () => {
          const loaded = await load(graph, turns);
          return loaded.library.betweennessOf(loaded.graph, turns);
        });
      case 'eigenvector':
        return remembered(eigenvector, graph, async () => {
          const loaded = await load(graph, turns);
          return loaded.library.eigenvectorOf(loaded.graph);
        });
      default:
        return assertNever(measure);
    }
  };

  return {
    async of(graph, { measure, hasCommunities }, signal) {
      const turns = turnsOf(signal);
      const { values, isEstimated } = await centralities(graph, measure, turns);
      const found = hasCommunities
        ? await remembered(communities, graph, async () => {
            const loaded = await load(graph, turns);
            return loaded.library.communitiesOf(loaded.graph);
          })
        : null;
      signal?.throwIfAborted();
      const greatest = values.reduce((most, value) => Math.max(most, value), 0);
      return {
        values: greatest > 0 ? values.map((value) => value / greatest) : values,
        isEstimated,
        communityOf: found?.of ?? null,
        communities: found?.total ?? 0,
      };
    },
  };
}

function exactly({ items }: Graph, valueOf: (node: number) => number): Centralities {
  return { values: Float64Array.from(items.keys(), valueOf), isEstimated: false };
}

/** Only what is done is kept: work that was cancelled begins anew for whoever asks next. */
async function remembered<T extends object>(
  kept: WeakMap<Graph, T>,
  graph: Graph,
  make: () => Promise<T>,
): Promise<T> {
  const known = kept.get(graph);
  if (known !== undefined) return known;
  const made = await make();
  kept.set(graph, made);
  return made;
}
