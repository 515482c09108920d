/*
 * The thread that an event is part of: what led to it and what came of it, by the links between events.
 * Knows: links in both directions. Must not know: dates, how a thread is drawn.
 *
 *   announced → workshop → [ this ] → pledge kept      (→ as time goes: "follows up" is read backwards)
 *                   └────→ next workshop               (beside the thread of this event: not in it)
 */
import { assertNever } from '../../base/assertNever.ts';
import type { Link, LinkKind } from '../../model/types.ts';
import type { LinkedEvent } from '../port.ts';
import type { Columns } from './columns.ts';
import type { Relations } from './relations.ts';

export interface ThreadItem extends Pick<LinkedEvent, 'direction' | 'kind' | 'note'> {
  readonly id: string;
  /** The event next to it on the way here; null for one that is linked directly. */
  readonly through: string | null;
}

/** Events beyond these tell no thread any more. */
export const THREAD_LIMIT = 20;

export function threadOf(
  columns: Columns,
  relations: Relations,
  id: string,
): readonly ThreadItem[] {
  const linksOf = (from: string): readonly Link[] =>
    columns.events.at(columns.ordinalOf.get(from) ?? -1)?.links ?? [];
  const direct: ThreadItem[] = [
    ...linksOf(id).map((link) => directItem(link.to, 'after', link)),
    ...relations.linksTo(id).map(({ from, link }) => directItem(from, 'before', link)),
  ].filter((item) => item.id !== id);

  const neighbours = (of: string, side: ThreadItem['direction']): readonly ThreadItem[] => [
    ...linksOf(of)
      .filter(({ kind }) => isForward(kind) === (side === 'after'))
      .map(({ to, kind }) => ({ id: to, kind, direction: side, note: null, through: of })),
    ...relations
      .linksTo(of)
      .filter(({ link }) => isForward(link.kind) === (side === 'before'))
      .map(({ from, link }) => ({
        id: from,
        kind: link.kind,
        direction: side,
        note: null,
        through: of,
      })),
  ];
  const items = direct.slice(0, THREAD_LIMIT);
  const known = new Set([id, ...direct.map((item) => item.id)]);
  // Breadth first: the nearest are told before the limit cuts.
  const open = items.map((item) => ({ id: item.id, side: sideOf(item) }));
  for (const { id: at, side } of open) {
    for (const item of neighbours(at, side)) {
      if (known.has(item.id) || items.length >= THREAD_LIMIT) continue;
      known.add(item.id);
      items.push(item);
      open.push({ id: item.id, side });
    }
  }
  return items;
}

function directItem(id: string, direction: ThreadItem['direction'], link: Link): ThreadItem {
  return { id, direction, kind: link.kind, note: link.note ?? null, through: null };
}

/** On which side in time a directly linked event lies: what this one follows up came before it. */
function sideOf({ kind, direction }: ThreadItem): ThreadItem['direction'] {
  return isForward(kind) === (direction === 'after') ? 'after' : 'before';
}

/** Whether a link points the way time goes. */
function isForward(kind: LinkKind): boolean {
  switch (kind) {
    case 'leads-to':
    case 'announces':
      return true;
    case 'follows-up':
    case 'responds-to':
      return false;
    default:
      return assertNever(kind);
  }
}
