/*
 * The part of a network that is sent: its surroundings of one actor, a chain, the most valued nodes.
 * Knows: the whole network and what was measured in it. Must not know: how it was made or measured.
 */
import type { NetworkAnswer, NetworkNode, NetworkQuestion } from '../../port/network.ts';
import { answerChain, chainOf } from './chain.ts';
import { chooseNodes } from './chooseNodes.ts';
import { chooseTies } from './chooseTies.ts';
import type { Graph, Sources } from './graph.ts';
import type { Measured } from './measures.ts';
import { actorNode, nodeAnswer } from './nodes.ts';
import { distancesFrom } from './paths.ts';

/** `chained`: the network of actors in which a chain is looked for; null where none is asked for. */
export function answerNetwork(
  sources: Sources,
  graph: Graph,
  chained: Graph | null,
  measured: Measured,
  question: NetworkQuestion,
): NetworkAnswer {
  const { actorAt } = sources.participation;
  const { mode, ego } = question;
  const nodeOf = (actor: number | undefined): number => graph.nodeOf[actor ?? -1] ?? -1;

  const chain = chainAnswer(sources, chained, question);
  const frame = {
    mode,
    communities: measured.communities,
    isEstimated: measured.isEstimated,
    chain: chain.answer,
  };
  const egoActor = ego === null ? undefined : actorAt.get(ego.actor);
  if (ego !== null && nodeOf(egoActor) < 0) return { ...frame, ...alone(sources, egoActor) };

  const chainNodes = chain.actors.map(nodeOf);
  const distances = ego === null ? null : distancesFrom(graph.links(), nodeOf(egoActor), ego.depth);
  const isShown = inReach(graph, distances, chainNodes);
  const keep = [egoActor, ...chain.actors, ...question.keep.map((id) => actorAt.get(id))];
  const nodes = chooseNodes(graph, {
    values: measured.values,
    candidates: [...isShown.keys()].filter((node) => isShown[node] === 1),
    distances,
    limit: question.nodesLimit,
    keep: new Set(keep.map(nodeOf).filter((node) => isShown[node] === 1)),
  });
  const placeOf = new Int32Array(graph.items.length).fill(-1);
  for (const [place, node] of nodes.entries()) placeOf[node] = place;
  const ties = chooseTies(graph.ties, {
    placeOf,
    limit: question.tiesLimit,
    keep: chainNodes.slice(1).map((node, place) => [chainNodes[place] ?? -1, node] as const),
  });
  return {
    ...frame,
    nodes: nodes.flatMap((node): readonly NetworkNode[] => {
      const answer = nodeAnswer(sources, graph, node, {
        events: graph.events[node] ?? 0,
        value: measured.values[node] ?? 0,
        community: measured.communityOf?.[node] ?? null,
      });
      return answer === null ? [] : [answer];
    }),
    ties: Array.from(ties, (place) => {
      const tie = graph.ties.at(place);
      return { ...tie, from: placeOf[tie.from] ?? 0, to: placeOf[tie.to] ?? 0 };
    }),
    nodesTotal: isShown.reduce((sum, each) => sum + each, 0),
    tiesTotal: tiesWithin(graph, isShown),
  };
}

function chainAnswer(
  sources: Sources,
  chained: Graph | null,
  { chain: ends }: NetworkQuestion,
): { readonly actors: readonly number[]; readonly answer: NetworkAnswer['chain'] } {
  if (chained === null || ends === null) return { actors: [], answer: null };
  const actors = chainOf(sources, chained, ends);
  return { actors: actors ?? [], answer: answerChain(sources, chained, ends, actors) };
}

/** 1 for the nodes that are asked for, whether there is room for them or not. */
function inReach(
  graph: Graph,
  distances: Int32Array | null,
  chainNodes: readonly number[],
): Uint8Array {
  const isShown = new Uint8Array(graph.items.length);
  for (let node = 0; node < isShown.length; node++)
    isShown[node] = distances?.[node] === -1 ? 0 : 1;
  for (const node of chainNodes) if (node >= 0) isShown[node] = 1;
  return isShown;
}

/** One who is not in the network has no neighbours in it, and is named all the same. */
function alone(
  { columns, participation }: Sources,
  actor: number | undefined,
): Pick<NetworkAnswer, 'nodes' | 'ties' | 'nodesTotal' | 'tiesTotal'> {
  const found = actor === undefined ? undefined : participation.actors[actor];
  const node = actorNode(columns, found, { events: 0, value: 0, community: null });
  const nodes = node === null ? [] : [node];
  return { nodes, ties: [], nodesTotal: nodes.length, tiesTotal: 0 };
}

function tiesWithin({ ties }: Graph, isShown: Uint8Array): number {
  let total = 0;
  for (let tie = 0; tie < ties.total; tie++) {
    if (isShown[ties.from[tie] ?? 0] === 1 && isShown[ties.to[tie] ?? 0] === 1) total++;
  }
  return total;
}
