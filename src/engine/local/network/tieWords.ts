/*
 * What ties two actors, in words.
 * Knows: kinds of ties and what makes them. Must not know: who the actors are.
 */
import { assertNever } from '../../../base/assertNever.ts';
import type { Evidence } from './evidence.ts';
import type { Tie } from './ties.ts';

/** One phrase a tie, as they read from `node` to the other end: "3 events together", "Chair", "part of". */
export function tieWords(
  ties: readonly Tie[],
  node: number,
  evidence: Evidence,
): readonly string[] {
  return ties.flatMap((tie) => phrases(tie, node, evidence));
}

function phrases(tie: Tie, node: number, evidence: Evidence): readonly string[] {
  switch (tie.kind) {
    case 'together':
      return togetherWords(evidence.firm.length, evidence.other.length);
    case 'role':
      return tie.label === null ? [] : [tie.label];
    case 'part':
      return [tie.from === node ? 'part of' : 'includes'];
    case 'stated':
      return [statedWords(tie)];
    case 'took-part':
      return [];
    default:
      return assertNever(tie.kind);
  }
}

/** What did not happen, or was not taken part in, is never told as acting together. */
function togetherWords(firm: number, other: number): readonly string[] {
  const acted = firm === 0 ? [] : [`${events(firm)} together`];
  if (other === 0) return acted;
  return [...acted, `named together in ${events(other, firm === 0 ? '' : 'more ')}`];
}

function events(count: number, which = ''): string {
  return `${count.toLocaleString('en-GB')} ${which}${count === 1 ? 'event' : 'events'}`;
}

function statedWords({ label, weight }: Tie): string {
  const kind = label ?? 'tie';
  return weight === 1 ? kind : `${kind}, weight ${weight.toLocaleString('en-GB')}`;
}
