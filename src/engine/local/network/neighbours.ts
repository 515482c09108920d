/*
 * The neighbours of one actor in words, with the events behind each tie.
 * Knows: the network of actors and the evidence behind its ties. Must not know: how a list is shown.
 */
import type { Neighbour, NeighboursAnswer, NeighboursQuestion } from '../../port/network.ts';
import { best } from '../best.ts';
import { evidenceBetween, NO_EVIDENCE, shownEvents } from './evidence.ts';
import type { Graph, Sources } from './graph.ts';
import { linkedTies } from './links.ts';
import { tieWords } from './tieWords.ts';
import type { Tie } from './ties.ts';

interface Candidate {
  /** A place in the dataset. */
  readonly actor: number;
  readonly ties: readonly Tie[];
  readonly weight: number;
}

/** The same neighbours that the network shows: none where the actor is not in it. */
export function answerNeighbours(
  sources: Sources,
  graph: Graph,
  { actor: id, limit, eventsLimit }: NeighboursQuestion,
  nameRanks: () => Uint32Array,
): NeighboursAnswer {
  const { columns, participation } = sources;
  const actor = participation.actorAt.get(id) ?? -1;
  const node = graph.nodeOf[actor] ?? -1;
  if (node < 0) return { actor: id, neighbours: [], total: 0 };
  const candidates = [...linkedTies(graph.ties, node)].map(([other, ties]): Candidate => ({
    actor: graph.items[other] ?? 0,
    ties,
    weight: ties.reduce((sum, { weight }) => sum + weight, 0),
  }));
  const ranks = nameRanks();
  const listed = best(
    candidates,
    limit,
    (a, b) => b.weight - a.weight || (ranks[a.actor] ?? 0) - (ranks[b.actor] ?? 0),
  );
  const together = listed.filter(({ ties }) => ties.some(({ kind }) => kind === 'together'));
  const partners = new Set(together.map((candidate) => candidate.actor));
  const evidence = evidenceBetween(columns, participation, graph.scope, actor, partners);
  return {
    actor: id,
    neighbours: listed.flatMap((candidate): readonly Neighbour[] => {
      const found = participation.actors[candidate.actor];
      if (found === undefined) return [];
      const behind = evidence.get(candidate.actor) ?? NO_EVIDENCE;
      return [
        {
          id: found.id,
          name: found.name,
          actorKind: found.kind,
          sector: found.sector ?? null,
          weight: candidate.weight,
          isTentative: candidate.ties.every(({ isTentative }) => isTentative),
          ties: tieWords(candidate.ties, node, behind),
          events: shownEvents(columns, behind, eventsLimit),
          eventsTotal: behind.firm.length + behind.other.length,
        },
      ];
    }),
    total: candidates.length,
  };
}
