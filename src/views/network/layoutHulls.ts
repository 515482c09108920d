/*
 * A soft outline around each community, in pixels.
 * Knows: placed nodes. Must not know: how communities were found, drawing.
 */
import { curveCatmullRomClosed, line, polygonHull } from 'd3';
import type { PlacedNode } from './layout.ts';

export interface PlacedHull {
  readonly community: number;
  readonly path: string;
}

/** Air around the outermost nodes. */
const AIR_PX = 14;
/** Corners of the ring around each node that the outline goes around. */
const CORNERS = 8;

const outline = line().curve(curveCatmullRomClosed.alpha(0.6));

/** Communities of one are no communities. */
export function layoutHulls(nodes: readonly PlacedNode[]): PlacedHull[] {
  const members = new Map<number, PlacedNode[]>();
  for (const placed of nodes) {
    const { community } = placed.item.node;
    if (community === null || placed.item.isRest) continue;
    const others = members.get(community);
    if (others === undefined) members.set(community, [placed]);
    else others.push(placed);
  }
  return [...members]
    .filter(([, placed]) => placed.length > 1)
    .toSorted(([a], [b]) => a - b)
    .flatMap(([community, placed]) => {
      const hull = polygonHull(placed.flatMap(ringOf));
      const path = hull === null ? null : outline(hull);
      return path === null ? [] : [{ community, path }];
    });
}

function ringOf({ x, y, radius }: PlacedNode): [number, number][] {
  const reach = radius + AIR_PX;
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}
