/*
 * What of the network is shown, in words: how many, and which where some were left out.
 * Knows: the answer's numbers. Must not know: React, the store.
 */
import type { CountedAmong, NetworkAnswer, NodeMeasure } from '../../engine/port/network.ts';
import { counted, MEASURE_WORDS, numberWords } from './words.ts';

const NODE_NAMES = {
  actors: 'actor',
  events: 'actor and event',
  themes: 'actor and theme',
} as const;
const NODES_NAMES = {
  actors: 'actors',
  events: 'actors and events',
  themes: 'actors and themes',
} as const;

type Shown = Pick<
  NetworkAnswer,
  | 'mode'
  | 'nodes'
  | 'ties'
  | 'nodesTotal'
  | 'tiesTotal'
  | 'communities'
  | 'isEstimated'
  | 'countedAmong'
>;

/** "35 actors, 141 ties, 4 communities", "200 of 1,285 actors shown: those in the most events; 1,000 of 8,112 ties". */
export function shownWords(answer: Shown, measure: NodeMeasure): string {
  const { mode, nodes, ties, nodesTotal, tiesTotal, communities, isEstimated } = answer;
  const areTiesLeft = tiesTotal > ties.length;
  const tieWords = areTiesLeft
    ? `${numberWords(ties.length)} of ${counted(tiesTotal, 'tie')}, the heaviest`
    : counted(ties.length, 'tie');
  const grouped = communities === 0 ? '' : `, ${counted(communities, 'community', 'communities')}`;
  // Only what sizes say is estimated: who belongs together is worked out over all of it.
  const sample = isEstimated ? '; sizes estimated from a sample' : '';
  const estimate = sample + amongWords(answer.countedAmong);
  if (nodesTotal <= nodes.length) {
    return `${counted(nodes.length, NODE_NAMES[mode], NODES_NAMES[mode])}, ${tieWords}${grouped}${estimate}`;
  }
  const shown = `${numberWords(nodes.length)} of ${numberWords(nodesTotal)} ${NODES_NAMES[mode]} shown`;
  return `${shown}: ${MEASURE_WORDS[measure].most}; ${tieWords}${grouped}${estimate}`;
}

/** What a large history in a database is counted from: "; ties counted among the 300 most active actors". */
function amongWords(among: CountedAmong | undefined): string {
  if (among === undefined) return '';
  const total = numberWords(among.total);
  return among.what === 'actors'
    ? `; ties counted among the ${total} most active actors`
    : `; counted in the ${total} weightiest events`;
}
