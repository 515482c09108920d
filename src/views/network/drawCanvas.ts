/*
 * Paints a large network on a canvas: all ties, then all nodes, in batches of one style each.
 * Knows: a 2D context, arrays of geometry, colours as strings. Must not know: DOM, store; names (those
 * stand in the SVG above the canvas).
 */
import { nodeZoom, type Camera } from './layoutCamera.ts';
import { SHAPES, shapePath } from './layoutShapes.ts';

/** A large network as arrays, cheap to hand to a worker. */
export interface PaintScene {
  readonly radii: Float32Array;
  /** Index into SHAPES. */
  readonly shapes: Uint8Array;
  /** Index into the palette's slots. */
  readonly slots: Uint8Array;
  /** 1 where a node does not match the filters. */
  readonly isRest: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly widths: Float32Array;
  /** 1 for what is only planned or mentioned. */
  readonly isTentative: Uint8Array;
  readonly palette: Palette;
}

export interface Palette {
  readonly ground: string;
  readonly tie: string;
  /** What stands for a slot number beyond the eight, too: nodes without a colour. */
  readonly slots: readonly string[];
  readonly rest: string;
}

type Context = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'setTransform'
  | 'clearRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'fill'
  | 'setLineDash'
  | 'globalAlpha'
  | 'lineWidth'
  | 'strokeStyle'
  | 'fillStyle'
>;

export interface PaintView {
  readonly places: Float32Array;
  readonly camera: Camera;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
}

/** Widths of ties are rounded to these, so that few batches hold them all. */
const WIDTHS = [0.6, 1, 1.6, 2.4, 3.6, 5] as const;

export function paint(context: Context, scene: PaintScene, view: PaintView): void {
  const { widthPx, heightPx, pixelRatio } = view;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, widthPx, heightPx);
  paintTies(context, scene, view);
  paintNodes(context, scene, view);
}

function paintTies(context: Context, scene: PaintScene, view: PaintView): void {
  const { from, to, widths, isTentative, palette } = scene;
  const { camera, widthPx, heightPx } = view;
  const xOf = (node: number): number =>
    ((view.places[2 * node] ?? NaN) - camera.x) * camera.scale + widthPx / 2;
  const yOf = (node: number): number =>
    ((view.places[2 * node + 1] ?? NaN) - camera.y) * camera.scale + heightPx / 2;
  const batches = new Map<number, number[]>();
  for (let tie = 0; tie < from.length; tie += 1) {
    const batch = 2 * widthIndex(widths[tie] ?? 1) + (isTentative[tie] ?? 0);
    const ties = batches.get(batch);
    if (ties === undefined) batches.set(batch, [tie]);
    else ties.push(tie);
  }
  context.strokeStyle = palette.tie;
  // The more there are, the fainter each: thousands of opaque lines are one grey surface.
  const density = Math.min(1, Math.max(0.1, 1400 / Math.max(1, from.length)));
  const thinness = Math.min(1, Math.max(0.35, nodeZoom(camera.scale)));
  for (const [batch, ties] of [...batches].toSorted(([a], [b]) => a - b)) {
    const width = WIDTHS[batch >> 1] ?? 1;
    context.globalAlpha = Math.min(0.75, 0.55 * density * (0.6 + width / 2.5));
    context.lineWidth = width * thinness;
    context.setLineDash(batch % 2 === 1 ? [5, 4] : []);
    context.beginPath();
    for (const tie of ties) {
      const [x0, y0] = [xOf(from[tie] ?? 0), yOf(from[tie] ?? 0)];
      const [x1, y1] = [xOf(to[tie] ?? 0), yOf(to[tie] ?? 0)];
      const isOutside =
        Math.max(x0, x1) < 0 ||
        Math.min(x0, x1) > widthPx ||
        Math.max(y0, y1) < 0 ||
        Math.min(y0, y1) > heightPx;
      if (isOutside || Number.isNaN(x0 + y0 + x1 + y1)) continue;
      context.moveTo(x0, y0);
      context.lineTo(x1, y1);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function widthIndex(width: number): number {
  let best = 0;
  WIDTHS.forEach((candidate, i) => {
    if (Math.abs(candidate - width) < Math.abs((WIDTHS[best] ?? 0) - width)) best = i;
  });
  return best;
}

function paintNodes(context: Context, scene: PaintScene, view: PaintView): void {
  const { radii, shapes, slots, isRest, palette } = scene;
  const { camera, places, widthPx, heightPx, pixelRatio } = view;
  const zoom = nodeZoom(camera.scale);
  const outlines = new Map<number, Path2D>();
  context.strokeStyle = palette.ground;
  // From behind: the weightiest come first in the answer and stand on top.
  for (let node = radii.length - 1; node >= 0; node -= 1) {
    const x = ((places[2 * node] ?? NaN) - camera.x) * camera.scale + widthPx / 2;
    const y = ((places[2 * node + 1] ?? NaN) - camera.y) * camera.scale + heightPx / 2;
    const radius = (radii[node] ?? 0) * zoom;
    const isOutside = x < -radius || x > widthPx + radius || y < -radius || y > heightPx + radius;
    if (isOutside || Number.isNaN(x + y)) continue;
    const shape = shapes[node] ?? 0;
    // Outlines are few: radii to the half pixel.
    const half = Math.max(1, Math.round(radius * 2));
    const id = shape * 1000 + half;
    let outline = outlines.get(id);
    if (outline === undefined) {
      outline = new Path2D(shapePath(SHAPES[shape] ?? 'person', half / 2));
      outlines.set(id, outline);
    }
    context.setTransform(pixelRatio, 0, 0, pixelRatio, x * pixelRatio, y * pixelRatio);
    context.fillStyle =
      isRest[node] === 1 ? palette.rest : (palette.slots[slots[node] ?? 0] ?? palette.tie);
    context.fill(outline);
    if (radius > 2.5) {
      context.lineWidth = Math.min(1.5, radius / 4);
      context.stroke(outline);
    }
  }
}
