/*
 * The picture of a network, in pixels: pure; a scene, places and a camera in, geometry out.
 * Knows: the scene, places in layout units. Must not know: DOM, React, the store.
 *
 *      ┌───────────────────────────┐
 *      │   ●━━━━━▢     ◇           │   nodes and ties stand where the layout put them, seen through
 *      │  Ann   Home  Chair        │   the camera; names where there is room, at one size always
 *      └───────────────────────────┘
 */
import { nodeZoom, type Camera, type Extent, type PictureSize } from './layoutCamera.ts';
import { LABEL_GAP_PX, placeLabels, type LabelSide, type LabelWish } from './layoutLabels.ts';
import type { Scene, SceneNode, SceneTie } from './layoutScene.ts';

export interface PlacedNode {
  readonly item: SceneNode;
  /** In pixels before the offset. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Null: there is no room for its name. */
  readonly side: LabelSide | null;
}

export interface PlacedTie {
  readonly item: SceneTie;
  readonly path: string;
  readonly from: PlacedNode;
  readonly to: PlacedNode;
}

interface Offset {
  /** Added to every pixel: panning changes nothing else. */
  readonly offsetX: number;
  readonly offsetY: number;
}

export interface NetworkGeometry extends Offset {
  readonly nodes: readonly PlacedNode[];
  readonly ties: readonly PlacedTie[];
}

export interface View {
  readonly scene: Scene;
  /** x, y per node of the scene, in layout units; NaN: no place yet. */
  readonly places: ArrayLike<number>;
  readonly camera: Camera;
  readonly size: PictureSize;
}

export interface LayoutInput extends Omit<View, 'scene'> {
  /** The side of each name that has room. */
  readonly sides: ReadonlyMap<string, LabelSide>;
  /** Which of the scene's are wanted. */
  readonly nodes: readonly SceneNode[];
  readonly ties: readonly SceneTie[];
}

/** How far, in pixels, a second tie between two nodes bends out. */
const BEND_PX = 16;
/** Nodes that are partly out of the picture are still drawn. */
const EDGE_PX = 40;

export function layoutNetwork(input: LayoutInput): NetworkGeometry {
  const { places, camera, size, sides } = input;
  const zoom = nodeZoom(camera.scale);
  const place = (item: SceneNode): PlacedNode | null => {
    const x = places[2 * item.index] ?? NaN;
    const y = places[2 * item.index + 1] ?? NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) return null;
    return {
      item,
      x: x * camera.scale,
      y: y * camera.scale,
      radius: item.radius * zoom,
      side: sides.get(item.node.key) ?? null,
    };
  };
  return {
    ...offsetOf(camera, size),
    nodes: input.nodes.map(place).filter((node) => node !== null),
    ties: input.ties.flatMap((item) => {
      const from = place(item.from);
      const to = place(item.to);
      if (from === null || to === null) return [];
      return [{ item, path: tiePath(from, to, item.bend), from, to }];
    }),
  };
}

/** From pixels before the offset to pixels of the picture. */
export function offsetOf(camera: Camera, { widthPx, heightPx }: PictureSize): Offset {
  return {
    offsetX: widthPx / 2 - camera.x * camera.scale,
    offsetY: heightPx / 2 - camera.y * camera.scale,
  };
}

export interface LabelInput extends View {
  /** Keys of nodes that get their names before the others, the first of all first. */
  readonly first: readonly string[];
  readonly former: ReadonlyMap<string, LabelSide>;
  /** At most so many nodes are considered, the weightiest; Infinity: all that are in the picture. */
  readonly limit: number;
}

/** Which names have room in the picture, and where. */
export function layoutLabels(input: LabelInput): ReadonlyMap<string, LabelSide> {
  const { scene, places, camera, size, first, former, limit } = input;
  const { offsetX, offsetY } = offsetOf(camera, size);
  const zoom = nodeZoom(camera.scale);
  const wishes: LabelWish[] = [];
  const wish = ({ node, index, radius, labelWidth, labelHeight }: SceneNode): void => {
    if (wishes.length >= limit) return;
    const x = (places[2 * index] ?? NaN) * camera.scale + offsetX;
    const y = (places[2 * index + 1] ?? NaN) * camera.scale + offsetY;
    const isInView =
      x > -EDGE_PX && x < size.widthPx + EDGE_PX && y > -EDGE_PX && y < size.heightPx + EDGE_PX;
    if (!isInView) return;
    wishes.push({
      key: node.key,
      x,
      y,
      radius: radius * zoom,
      width: labelWidth,
      height: labelHeight,
    });
  };
  const isFirst = new Set(first);
  for (const key of isFirst) {
    const node = scene.byKey.get(key);
    if (node !== undefined) wish(node);
  }
  for (const node of scene.nodes) if (!isFirst.has(node.node.key)) wish(node);
  return placeLabels(wishes, size, former);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight, or bent aside where another tie joins the same two. */
export function tiePath(from: Point, to: Point, bend: number): string {
  const start = `M${from.x.toFixed(1)},${from.y.toFixed(1)}`;
  const end = `${to.x.toFixed(1)},${to.y.toFixed(1)}`;
  if (bend === 0) return `${start}L${end}`;
  const { x, y } = bendPoint(from, to, bend);
  return `${start}Q${x.toFixed(1)},${y.toFixed(1)} ${end}`;
}

/** The control point of a bent tie's curve. */
export function bendPoint(from: Point, to: Point, bend: number): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const out = 2 * bend * Math.min(BEND_PX, length / 4);
  return {
    x: (from.x + to.x) / 2 - (dy / length) * out,
    y: (from.y + to.y) / 2 + (dx / length) * out,
  };
}

/** What a fit has to keep in the picture, by key. */
export function extentsOf(scene: Scene, places: ArrayLike<number>): [key: string, Extent][] {
  return scene.nodes.flatMap((item): [string, Extent][] => {
    const x = places[2 * item.index] ?? NaN;
    const y = places[2 * item.index + 1] ?? NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) return [];
    return [[item.node.key, { x, y, ...roomOf(item) }]];
  });
}

/** A node with its name below it. */
function roomOf({ radius, labelWidth, labelHeight }: SceneNode): Omit<Extent, 'x' | 'y'> {
  return {
    halfWidthPx: Math.max(radius, labelWidth / 2) + 2,
    abovePx: radius,
    belowPx: radius + (labelHeight === 0 ? 0 : LABEL_GAP_PX + labelHeight),
  };
}
