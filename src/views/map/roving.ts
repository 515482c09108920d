/*
 * Where the arrows lead: the nearest circle that way, in the picture or beyond its edge.
 * Knows: places on the plane. Must not know: DOM, store.
 */
import type { PlaceGroup } from './gather.ts';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const STEPS: Readonly<Record<Exclude<Direction, 'first' | 'last'>, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The group to go to; null where there is none further that way. First is the one with the most events,
 * last the one with the fewest.
 */
export function nextGroup(
  groups: readonly PlaceGroup[],
  currentKey: string | null,
  direction: Direction,
): PlaceGroup | null {
  if (direction === 'first') return groups[0] ?? null;
  if (direction === 'last') return groups.at(-1) ?? null;
  const current = groups.find(({ key }) => key === currentKey);
  if (current === undefined) return groups[0] ?? null;
  const [stepX, stepY] = STEPS[direction];
  const [x, y] = current.head.point;
  let best: PlaceGroup | null = null;
  let least = Infinity;
  for (const group of groups) {
    const dx = group.head.point[0] - x;
    const dy = group.head.point[1] - y;
    const along = dx * stepX + dy * stepY;
    const across = Math.abs(dx * stepY) + Math.abs(dy * stepX);
    // Within the quarter that the arrow points into; straight ahead counts as nearer.
    if (along <= 0 || across > along) continue;
    const cost = along + 2 * across;
    if (cost < least) {
      best = group;
      least = cost;
    }
  }
  return best;
}
