/*
 * Lines between places that events name together: great circles, between the groups that stand for them.
 * Knows: groups, the plane. Must not know: drawing, DOM.
 */
import { geoInterpolate } from 'd3';
import type { PlaceArc } from '../../engine/port/places.ts';
import type { PlaceGroup } from './gather.ts';
import { HALF_WIDTH, type Degrees, type Plane, type Point } from './projection.ts';

export interface GroupArc {
  readonly key: string;
  /** Keys of groups. */
  readonly from: string;
  readonly to: string;
  /** Events that name a place of the one and a place of the other. */
  readonly count: number;
  /** On the plane; more than one line where the arc crosses the world's edge. */
  readonly lines: readonly (readonly Point[])[];
}

/** So many straight pieces look round at any length. */
const PIECES = 32;

/** The arcs between groups, the weightiest first; what happens inside a group makes none. */
export function arcsBetween(
  groups: readonly PlaceGroup[],
  arcs: readonly PlaceArc[],
  plane: Plane,
): GroupArc[] {
  const groupOf = new Map(
    groups.flatMap((group) => group.members.map(({ id }) => [id, group] as const)),
  );
  const counts = new Map<string, { from: PlaceGroup; to: PlaceGroup; count: number }>();
  for (const arc of arcs) {
    const [from, to] = [groupOf.get(arc.from), groupOf.get(arc.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const [a, b] = from.key < to.key ? [from, to] : [to, from];
    const key = JSON.stringify([a.key, b.key]);
    const count = (counts.get(key)?.count ?? 0) + arc.count;
    counts.set(key, { from: a, to: b, count });
  }
  return [...counts]
    .map(([key, { from, to, count }]) => ({
      key,
      from: from.key,
      to: to.key,
      count,
      lines: greatCircle(from.head.at, to.head.at, plane),
    }))
    .toSorted((a, b) => b.count - a.count);
}

/** The shortest way over the globe, cut where it leaves the world's one edge for the other. */
export function greatCircle(from: Degrees, to: Degrees, plane: Plane): Point[][] {
  const along = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude]);
  const lines: Point[][] = [[]];
  let last: Point | null = null;
  for (let i = 0; i <= PIECES; i += 1) {
    const [longitude, latitude] = along(i / PIECES);
    const point = plane.project({ longitude, latitude });
    // No piece is half a world long: this one went over the edge.
    if (last !== null && Math.abs(point[0] - last[0]) > HALF_WIDTH) lines.push([]);
    lines.at(-1)?.push(point);
    last = point;
  }
  return lines.filter((line) => line.length > 1);
}
