/*
 * Where the arrows lead: one node has the focus, and the next one is found from its place.
 * Knows: geometry. Must not know: DOM, store, ties.
 */

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

export interface FocusItem {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** What lies aside of the way counts so much more than what lies along it. */
const ASIDE = 2.4;

/**
 * The node to go to; null where there is none further that way. First and last are by weight, the order
 * of the items; the arrows lead to the nearest one on that side, rather straight ahead than aside.
 */
export function nextNode(
  items: readonly FocusItem[],
  currentKey: string | null,
  direction: Direction,
): FocusItem | null {
  if (direction === 'first') return items[0] ?? null;
  if (direction === 'last') return items.at(-1) ?? null;
  const current = items.find(({ key }) => key === currentKey);
  if (current === undefined) return items[0] ?? null;
  let best: FocusItem | null = null;
  let bestCost = Infinity;
  for (const item of items) {
    const [ahead, aside] = wayTo(current, item, direction);
    // Exactly abreast, the order of the items decides, so that each can be reached.
    if (ahead <= 0) continue;
    const cost = Math.hypot(ahead, aside * ASIDE);
    if (cost < bestCost) {
      best = item;
      bestCost = cost;
    }
  }
  return best;
}

function wayTo(
  from: FocusItem,
  to: FocusItem,
  direction: Exclude<Direction, 'first' | 'last'>,
): readonly [ahead: number, aside: number] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  switch (direction) {
    case 'left':
      return [-dx, dy];
    case 'right':
      return [dx, dy];
    case 'up':
      return [-dy, dx];
    case 'down':
      return [dy, dx];
  }
}
