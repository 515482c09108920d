/** Shorthand for tests of networks: questions with what a test does not care about, answers as text. */
import type { Engine } from '../../../../src/engine/port.ts';
import {
  TIE_KINDS,
  type NeighboursAnswer,
  type NeighboursQuestion,
  type NetworkAnswer,
  type NetworkQuestion,
} from '../../../../src/engine/port/network.ts';
import { EVERYTHING } from '../ask.ts';

export const ALL_OF_IT: NetworkQuestion = {
  query: EVERYTHING,
  window: null,
  mode: 'actors',
  ties: TIE_KINDS,
  includesTentative: false,
  measure: 'events',
  hasCommunities: false,
  ego: null,
  chain: null,
  nodesLimit: 1000,
  tiesLimit: 1000,
  keep: [],
};

export function networkOf(
  engine: Engine,
  question: Partial<NetworkQuestion> = {},
): Promise<NetworkAnswer> {
  return engine.network({ ...ALL_OF_IT, ...question });
}

/** "Google 2": the nodes with their events, by value. */
export function nodesOf({ nodes }: NetworkAnswer): readonly string[] {
  return nodes.map(({ name, events }) => `${name} ${events}`);
}

/** "Google – together 2 – Microsoft", "Ada – role 1: Chair – Board", a tentative one with a question mark. */
export function tiesOf({ nodes, ties }: NetworkAnswer): readonly string[] {
  return ties.map(({ from, to, kind, weight, isTentative, label }) => {
    const words = `${kind} ${weight}${isTentative ? '?' : ''}${label === null ? '' : `: ${label}`}`;
    return `${nodes[from]?.name} – ${words} – ${nodes[to]?.name}`;
  });
}

export function neighboursOf(
  engine: Engine,
  actor: string,
  question: Partial<NeighboursQuestion> = {},
): Promise<NeighboursAnswer> {
  return engine.neighbours({
    actor,
    query: EVERYTHING,
    window: null,
    ties: TIE_KINDS,
    includesTentative: false,
    limit: 100,
    eventsLimit: 100,
    ...question,
  });
}
