/*
 * Where the arrows lead: one mark or cluster has the focus, and the next one is found from its place.
 * Knows: geometry. Must not know: DOM, store.
 */
import type { TimelineGeometry } from './layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

export interface FocusItem {
  /** A mark's key, or `cluster:` and a cluster's key. */
  readonly key: string;
  /** Null for a cluster. */
  readonly eventId: string | null;
  readonly x: number;
  readonly y: number;
}

/** All that can take the focus, in the order of time. */
export function focusItems(geometry: TimelineGeometry): FocusItem[] {
  const marks = geometry.marks.map((mark) => ({
    key: mark.key,
    eventId: mark.mark.id,
    x: mark.x0,
    y: mark.yPx,
  }));
  const clusters = geometry.clusters.map((cluster) => ({
    key: `cluster:${cluster.key}`,
    eventId: null,
    x: cluster.x0,
    y: cluster.yPx + cluster.heightPx,
  }));
  return [...marks, ...clusters].toSorted((a, b) => a.x - b.x || a.y - b.y);
}

/**
 * The item to go to; null where there is none further that way. Left and right go through time, up and
 * down to the nearest in time on the next row that way. `from` is where the focus stood last, for when
 * its own item has left the picture; null where it stood nowhere yet.
 */
export function nextItem(
  items: readonly FocusItem[],
  currentKey: string | null,
  direction: Direction,
  from: Pick<FocusItem, 'x' | 'y'> | null = null,
): FocusItem | null {
  if (direction === 'first') return items[0] ?? null;
  if (direction === 'last') return items.at(-1) ?? null;
  const index = items.findIndex((item) => item.key === currentKey);
  const current = items[index] ?? from;
  if (current === null) return items[0] ?? null;
  if (direction === 'left') {
    return (index === -1 ? items.findLast(({ x }) => x < current.x) : items[index - 1]) ?? null;
  }
  if (direction === 'right') {
    return (index === -1 ? items.find(({ x }) => x > current.x) : items[index + 1]) ?? null;
  }
  const sign = direction === 'down' ? 1 : -1;
  const beyond = items.filter((item) => (item.y - current.y) * sign > 2);
  return least(beyond, (item) => Math.abs(item.y - current.y) * 4 + Math.abs(item.x - current.x));
}

function least(items: readonly FocusItem[], cost: (item: FocusItem) => number): FocusItem | null {
  let best: FocusItem | null = null;
  let bestCost = Infinity;
  for (const item of items) {
    const itemCost = cost(item);
    if (itemCost < bestCost) {
      best = item;
      bestCost = itemCost;
    }
  }
  return best;
}
