/*
 * The events behind a tie: in which two actors acted together.
 * Knows: who took part in what, events and their wholes. Must not know: other ties, words.
 */
import type { EventRef } from '../../port.ts';
import { best } from '../best.ts';
import type { Columns } from '../columns.ts';
import { eventRefs } from '../details.ts';
import { TREE_DEPTH } from '../vocabulary.ts';
import { eachEventOf, type Participation, type Scope } from './participation.ts';

/** What two actors shared; one event stands for a whole and its parts. */
export interface Evidence {
  /** By ordinal; those that happened and in which both took part, or else the others. */
  readonly firm: readonly number[];
  readonly other: readonly number[];
}

export const NO_EVIDENCE: Evidence = { firm: [], other: [] };

/** The evidence between an actor and each of `partners`, in one walk through the actor's events. */
export function evidenceBetween(
  columns: Columns,
  participation: Participation,
  scope: Scope,
  actor: number,
  partners: ReadonlySet<number>,
): ReadonlyMap<number, Evidence> {
  const { named, rootOf } = participation;
  const shared = new Map<number, Map<number, Shared>>();
  for (const partner of partners) shared.set(partner, new Map());
  eachEventOf(participation, actor, scope, (event, isFirmForActor) => {
    const end = named.offsets[event + 1] ?? 0;
    for (let i = named.offsets[event] ?? 0; i < end; i++) {
      const entry = named.values[i] ?? 0;
      const byRoot = shared.get(entry >>> 1);
      const isFirm = isFirmForActor && (entry & 1) === 1;
      if (byRoot === undefined || !(isFirm || scope.includesTentative)) continue;
      const root = rootOf[event] ?? 0;
      const next = { event, isFirm };
      byRoot.set(root, spokesman(columns, byRoot.get(root), next));
    }
  });
  return new Map(
    [...shared].map(([partner, byRoot]) => {
      const found = [...byRoot.values()].toSorted((a, b) => a.event - b.event);
      const events = (isFirm: boolean): readonly number[] =>
        found.filter((each) => each.isFirm === isFirm).map(({ event }) => event);
      return [partner, { firm: events(true), other: events(false) }];
    }),
  );
}

interface Shared {
  readonly event: number;
  readonly isFirm: boolean;
}

/** Which of two events of one whole speaks for both: a firm one, then the outer one, then the earlier. */
function spokesman(columns: Columns, known: Shared | undefined, next: Shared): Shared {
  if (known === undefined) return next;
  if (known.isFirm !== next.isFirm) return known.isFirm ? known : next;
  const deeper = depthOf(columns, next.event) - depthOf(columns, known.event);
  return deeper < 0 || (deeper === 0 && next.event < known.event) ? next : known;
}

function depthOf({ wholes }: Columns, event: number): number {
  let depth = 0;
  let at = wholes[event] ?? -1;
  for (; at >= 0 && depth < TREE_DEPTH; at = wholes[at] ?? -1) depth++;
  return depth;
}

/** The weightiest of the events behind a tie, by time. */
export function shownEvents(
  columns: Columns,
  { firm, other }: Evidence,
  limit: number,
): readonly EventRef[] {
  const rankOf = (event: number): number => columns.rankOf[event] ?? 0;
  const shown = best([...firm, ...other], limit, (a, b) => rankOf(a) - rankOf(b));
  return eventRefs(
    columns,
    shown.toSorted((a, b) => a - b),
  );
}
