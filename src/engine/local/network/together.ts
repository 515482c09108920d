/*
 * Who acted together in how many events.
 * Knows: who took part in what. Must not know: other ties, what is shown.
 */
import { Meetings } from './meetings.ts';
import { eachEventOf, evidenceOf, type Participation, type Scope } from './participation.ts';
import type { TieList } from './ties.ts';

/**
 * Adds a tie for each pair of actors who share an event that counts. Its weight is the number of shared
 * events that happened and in which both took part; where there are none, the tie is tentative and its
 * weight is the number of the others. A whole and its parts count once. Costs, for all events, the square
 * of the number of their actors.
 */
export function addTogether(
  ties: TieList,
  participation: Participation,
  scope: Scope,
  nodeOf: Int32Array,
): void {
  const { actors, named, rootOf } = participation;
  const meetings = new Meetings(actors.length);
  for (let actor = 0; actor < actors.length; actor++) {
    eachEventOf(participation, actor, scope, (event, isFirm) => {
      const root = rootOf[event] ?? 0;
      const end = named.offsets[event + 1] ?? 0;
      for (let i = named.offsets[event] ?? 0; i < end; i++) {
        const entry = named.values[i] ?? 0;
        const isFirmForBoth = isFirm && (entry & 1) === 1;
        // Each pair once, from the one that comes first.
        if (entry >>> 1 <= actor || !(isFirmForBoth || scope.includesTentative)) continue;
        meetings.add(entry >>> 1, root, isFirmForBoth);
      }
    });
    meetings.flush((partner, weight, isTentative) => {
      const from = nodeOf[actor] ?? 0;
      const to = nodeOf[partner] ?? 0;
      ties.add({ from, to, kind: 'together', weight, isTentative, label: null });
    });
  }
}

/** No fewer pairs than addTogether will find: a pair that meets often is counted as often. */
export function pairsAtMost(participation: Participation, scope: Scope): number {
  const { actors, named } = participation;
  let pairs = 0;
  evidenceOf(participation, scope).forEach((event) => {
    const count = (named.offsets[event + 1] ?? 0) - (named.offsets[event] ?? 0);
    pairs += (count * (count - 1)) / 2;
  });
  return Math.min(pairs, (actors.length * (actors.length - 1)) / 2);
}
