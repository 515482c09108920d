/*
 * The shortest chain between two actors, each step with what makes it.
 * Knows: the network of actors and the evidence behind its ties. Must not know: what else is shown.
 */
import type { ChainStep, NetworkAnswer, NetworkQuestion } from '../../port/network.ts';
import { evidenceBetween, NO_EVIDENCE, shownEvents } from './evidence.ts';
import type { Graph, Sources } from './graph.ts';
import { chainBetween } from './paths.ts';
import { linkedTies } from './links.ts';
import { tieWords } from './tieWords.ts';

type Ends = NonNullable<NetworkQuestion['chain']>;

/** Events that a step lists. */
const EVENTS_LIMIT = 5;

/** The actors of the chain, by their place in the dataset; null where there is none. */
export function chainOf(
  { participation: { actorAt } }: Sources,
  graph: Graph,
  ends: Ends,
): readonly number[] | null {
  const from = actorAt.get(ends.from);
  const to = actorAt.get(ends.to);
  if (from === undefined || to === undefined) return null;
  if (from === to) return [from];
  const [first, last] = [graph.nodeOf[from] ?? -1, graph.nodeOf[to] ?? -1];
  if (first < 0 || last < 0) return null;
  return chainBetween(graph.links(), first, last)?.map((node) => graph.items[node] ?? 0) ?? null;
}

export function answerChain(
  sources: Sources,
  graph: Graph,
  ends: Ends,
  actors: readonly number[] | null,
): NonNullable<NetworkAnswer['chain']> {
  const steps = (actors ?? [])
    .slice(1)
    .map((actor, place) => stepBetween(sources, graph, actors?.[place] ?? 0, actor));
  return { ...ends, isConnected: actors !== null, steps };
}

function stepBetween(sources: Sources, graph: Graph, from: number, to: number): ChainStep {
  const { columns, participation } = sources;
  const node = graph.nodeOf[from] ?? -1;
  const ties = linkedTies(graph.ties, node).get(graph.nodeOf[to] ?? -1) ?? [];
  const evidence = ties.some(({ kind }) => kind === 'together')
    ? evidenceBetween(columns, participation, graph.scope, from, new Set([to])).get(to)
    : undefined;
  const { firm, other } = evidence ?? NO_EVIDENCE;
  return {
    from: named(sources, from),
    to: named(sources, to),
    ties: tieWords(ties, node, evidence ?? NO_EVIDENCE),
    events: shownEvents(columns, { firm, other }, EVENTS_LIMIT),
    eventsTotal: firm.length + other.length,
  };
}

function named({ participation: { actors } }: Sources, actor: number): ChainStep['from'] {
  const { id = '', name = '' } = actors[actor] ?? {};
  return { id, name };
}
