/*
 * What stands at a pixel of the picture: for nodes and ties that are no elements of their own.
 * Knows: geometry. Must not know: DOM, store.
 */
import { bendPoint, type NetworkGeometry, type PlacedTie } from './layout.ts';
import { nodeZoom, type Camera, type PictureSize } from './layoutCamera.ts';
import type { Scene } from './layoutScene.ts';

const NODE_REACH_PX = 4;
const TIE_REACH_PX = 5;

/** The key of the node at a pixel, the weightiest where several lie on it; null where there is none. */
export function nodeAt(
  scene: Scene,
  places: ArrayLike<number>,
  camera: Camera,
  size: PictureSize,
  xPx: number,
  yPx: number,
): string | null {
  const x = camera.x + (xPx - size.widthPx / 2) / camera.scale;
  const y = camera.y + (yPx - size.heightPx / 2) / camera.scale;
  const zoom = nodeZoom(camera.scale);
  const found = scene.nodes.find(({ index, radius }) => {
    const reach = (radius * zoom + NODE_REACH_PX) / camera.scale;
    const dx = (places[2 * index] ?? NaN) - x;
    const dy = (places[2 * index + 1] ?? NaN) - y;
    return dx * dx + dy * dy <= reach * reach;
  });
  return found?.node.key ?? null;
}

/** The nearest tie within reach of a pixel; null where there is none. */
export function tieAt(geometry: NetworkGeometry, xPx: number, yPx: number): PlacedTie | null {
  const x = xPx - geometry.offsetX;
  const y = yPx - geometry.offsetY;
  let nearest: PlacedTie | null = null;
  let least = TIE_REACH_PX;
  for (const placed of geometry.ties) {
    const distance = distanceTo(placed, x, y) - placed.item.widthPx / 2;
    if (distance < least) {
      least = distance;
      nearest = placed;
    }
  }
  return nearest;
}

/** In pixels, from a point to a tie; a bent one is taken for two straight halves. */
function distanceTo({ from, to, item }: PlacedTie, x: number, y: number): number {
  if (item.bend === 0) return distanceToLine(from, to, x, y);
  const control = bendPoint(from, to, item.bend);
  const top = {
    x: (from.x + 2 * control.x + to.x) / 4,
    y: (from.y + 2 * control.y + to.y) / 4,
  };
  return Math.min(distanceToLine(from, top, x, y), distanceToLine(top, to, x, y));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function distanceToLine(a: Point, b: Point, x: number, y: number): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((x - a.x) * dx + (y - a.y) * dy) / length;
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
}
