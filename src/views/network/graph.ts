/*
 * From the scene to what the layout is told of it.
 * Knows: the scene, the picture's size. Must not know: forces, workers.
 */
import type { PictureSize } from './layoutCamera.ts';
import { NAMED_LIMIT, type LayoutGraph } from './layoutGraph.ts';
import { LABEL_GAP_PX } from './layoutLabels.ts';
import type { Scene } from './layoutScene.ts';

/** Sizes that differ by less make the same layout. */
const STEP_PX = 80;

export function graphOf(
  { nodes, ties }: Scene,
  size: PictureSize,
  starts: Float32Array,
): LayoutGraph {
  // Where there are many, few names are seen at once, and none has room of its own.
  const isNamed = nodes.length <= NAMED_LIMIT;
  const groups = new Map<string, number>();
  const groupOf = (sector: string | null): number => {
    if (sector === null) return -1;
    const known = groups.get(sector) ?? groups.size;
    groups.set(sector, known);
    return known;
  };
  return {
    keys: nodes.map(({ node }) => node.key),
    radii: Float32Array.from(nodes, ({ radius }) => radius),
    labelWidths: Float32Array.from(nodes, ({ labelWidth }) => (isNamed ? labelWidth : 0)),
    labelHeights: Float32Array.from(nodes, ({ labelHeight }) =>
      isNamed && labelHeight > 0 ? labelHeight + LABEL_GAP_PX : 0,
    ),
    from: Uint32Array.from(ties, ({ from }) => from.index),
    to: Uint32Array.from(ties, ({ to }) => to.index),
    weights: Float32Array.from(ties, ({ tie }) => tie.weight),
    groups: Int16Array.from(nodes, ({ node }) => groupOf(node.sector)),
    starts,
    room: {
      width: Math.max(STEP_PX, Math.round(size.widthPx / STEP_PX) * STEP_PX),
      height: Math.max(STEP_PX, Math.round(size.heightPx / STEP_PX) * STEP_PX),
    },
  };
}
