/*
 * Several layouts of one small network, of which the one that can be read best is taken.
 * Knows: labels, the fit, places. Must not know: how a layout is made.
 */
import { fitCamera, nodeZoom } from './layoutCamera.ts';
import { boxOf, type LayoutGraph } from './layoutGraph.ts';
import { placeLabels, type LabelWish } from './layoutLabels.ts';

/** From so many starts a network of so many nodes is laid out; all cost the same. */
export function triesFor(nodes: number): number {
  return nodes <= 40 ? 6 : nodes <= 60 ? 4 : nodes <= 120 ? 2 : 1;
}

/** What a layout is worth: 1 and more where every name has room, more the larger it can be seen. */
export function worthOf(graph: LayoutGraph, places: Float32Array): number {
  const size = { widthPx: graph.room.width, heightPx: graph.room.height };
  const placed = [...graph.keys.keys()].filter((node) => !Number.isNaN(places[2 * node] ?? NaN));
  const camera = fitCamera(
    placed.map((node) => {
      const { halfWidth, above, below } = boxOf(graph, node);
      const x = places[2 * node] ?? 0;
      const y = places[2 * node + 1] ?? 0;
      return { x, y, halfWidthPx: halfWidth, abovePx: above, belowPx: below };
    }),
    size,
  );
  const zoom = nodeZoom(camera.scale);
  const wishes = placed.map((node): LabelWish => ({
    key: String(node),
    x: ((places[2 * node] ?? 0) - camera.x) * camera.scale + size.widthPx / 2,
    y: ((places[2 * node + 1] ?? 0) - camera.y) * camera.scale + size.heightPx / 2,
    radius: (graph.radii[node] ?? 0) * zoom,
    width: graph.labelWidths[node] ?? 0,
    height: graph.labelHeights[node] ?? 0,
  }));
  const byWeight = wishes.toSorted((a, b) => b.radius - a.radius);
  const sides = placeLabels(byWeight, size, new Map());
  // The weightier the node, the more its name is missed.
  const weightOf = ({ radius }: LabelWish): number => radius;
  const named = byWeight.filter(({ key }) => sides.has(key));
  const share = sumOf(named.map(weightOf)) / Math.max(1e-9, sumOf(byWeight.map(weightOf)));
  return share + SCALE_WORTH * Math.min(1, camera.scale);
}

/** A network half as large is as bad as a few names in a hundred missing. */
const SCALE_WORTH = 0.12;
/** Above this nothing is left to be wished for. */
export const ENOUGH = 1 + SCALE_WORTH * 0.75;

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
