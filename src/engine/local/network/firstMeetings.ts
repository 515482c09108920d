/*
 * When pairs of actors first acted together.
 * Knows: who took part in what, when events are. Must not know: bins, what is drawn.
 */
import type { EventSet } from '../bits.ts';
import type { TimeColumns } from '../time.ts';
import { eachEventOf, type Participation, type Scope } from './participation.ts';

/**
 * For each pair that shares an event of the set that happened and in which both took part: the middle of
 * the earliest, in ms, which is where events are counted. In no order; pairs of whose events no time is
 * known are left out.
 */
export function firstMeetings(
  participation: Participation,
  set: EventSet,
  { anchors }: TimeColumns,
): readonly number[] {
  const { actors, named } = participation;
  const scope: Scope = { set, includesTentative: false };
  const earliestMs = new Float64Array(actors.length).fill(Infinity);
  const met: number[] = [];
  const firsts: number[] = [];
  for (let actor = 0; actor < actors.length; actor++) {
    eachEventOf(participation, actor, scope, (event) => {
      const anchorMs = anchors[event] ?? Number.NaN;
      const end = named.offsets[event + 1] ?? 0;
      for (let i = named.offsets[event] ?? 0; i < end; i++) {
        const entry = named.values[i] ?? 0;
        const partner = entry >>> 1;
        const knownMs = earliestMs[partner] ?? Infinity;
        // Each pair once, from the one that comes first; nothing is earlier than NaN.
        if (partner <= actor || (entry & 1) === 0 || !(anchorMs < knownMs)) continue;
        if (knownMs === Infinity) met.push(partner);
        earliestMs[partner] = anchorMs;
      }
    });
    for (const partner of met) {
      firsts.push(earliestMs[partner] ?? 0);
      earliestMs[partner] = Infinity;
    }
    met.length = 0;
  }
  return firsts;
}
