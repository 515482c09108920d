/*
 * Answers who acted with whom: the network of a question, and the neighbours of one actor in it.
 * Knows: the parts in this folder. Must not know: how a network is laid out or drawn.
 */
import type { Query } from '../../port.ts';
import type {
  NeighboursAnswer,
  NeighboursQuestion,
  NetworkAnswer,
  NetworkQuestion,
} from '../../port/network.ts';
import type { Columns } from '../columns.ts';
import { lazily } from '../lazily.ts';
import type { Matching } from '../matching.ts';
import { recently } from '../recently.ts';
import { answerNetwork } from './answerNetwork.ts';
import { actingIn, graphOf, type Graph, type GraphQuestion, type Sources } from './graph.ts';
import { createMeasures } from './measures.ts';
import { answerNeighbours } from './neighbours.ts';
import { isEventless, type Participation } from './participation.ts';
import { standingTiesOf } from './standing.ts';

export interface Networks {
  readonly network: (
    question: NetworkQuestion,
    signal: AbortSignal | undefined,
  ) => Promise<NetworkAnswer>;
  readonly neighbours: (question: NeighboursQuestion) => NeighboursAnswer;
}

/** With and without the filters, now and before: looking around in them builds nothing anew. */
const GRAPHS_KEPT = 4;

/** `nameRanks`: the place of each actor in alphabetical order. */
export function networksOf(
  columns: Columns,
  matching: Matching,
  participationOnce: () => Participation,
  nameRanks: () => Uint32Array,
): Networks {
  const sources = (): Sources => {
    const participation = participationOnce();
    return {
      columns,
      participation,
      standing: standingTiesOf(columns.dataset, participation.actorAt),
      isEventless: (actor) => isEventless(participation, actor),
      acting: actingIn(participation),
    };
  };
  return networksFrom(sources, matching, nameRanks);
}

/** The same from what was counted elsewhere; `sources` are made when they are first needed. */
export function networksFrom(
  sources: () => Sources,
  matching: Matching,
  nameRanks: () => Uint32Array,
): Networks {
  const sourcesOnce = lazily(sources);
  const measures = createMeasures();
  const graphs = recently<Graph>(GRAPHS_KEPT);

  /** The whole network, whatever is shown of it. */
  const graphFor = (asked: GraphQuestion): Graph => {
    const { query, window, mode, includesTentative } = asked;
    const ties = mode === 'actors' ? asked.ties : [];
    const question = { query, window, mode, ties, includesTentative };
    return graphs(JSON.stringify(question), () =>
      graphOf(sourcesOnce(), question, matching(query, window), isUnfiltered(query)),
    );
  };

  return {
    async network(question, signal) {
      signal?.throwIfAborted();
      const sources = sourcesOnce();
      const graph = graphFor(question);
      const measured = await measures.of(graph, question, signal);
      // A chain is one of actors, also beside a picture that has events or themes between them.
      const chained = question.chain === null ? null : graphFor({ ...question, mode: 'actors' });
      return answerNetwork(sources, graph, chained, measured, question);
    },
    neighbours: (question) =>
      answerNeighbours(
        sourcesOnce(),
        graphFor({ ...question, mode: 'actors' }),
        question,
        nameRanks,
      ),
  };
}

/** Whether nothing but a window of time chooses the events. */
function isUnfiltered({ clauses, during, words }: Query): boolean {
  return clauses.length === 0 && during === null && words.trim() === '';
}
