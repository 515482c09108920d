/*
 * One picture of the network: names, geometry, communities, drawing; with what can be kept from the
 * last frame kept. Few nodes are SVG; of many the canvas shows all, and SVG what has a name or is lit.
 * Knows: layout, draw, the painter. Must not know: React, the store, gestures, when a frame is due.
 */
import { createLayers, draw, drawOffset, type NetworkLook } from './draw.ts';
import {
  layoutLabels,
  layoutNetwork,
  offsetOf,
  type NetworkGeometry,
  type View,
} from './layout.ts';
import { layoutHulls, type PlacedHull } from './layoutHulls.ts';
import type { LabelSide } from './layoutLabels.ts';
import type { Scene, SceneNode, SceneTie } from './layoutScene.ts';
import { firstNames } from './look.ts';
import type { Painter } from './painter.ts';

export interface PictureInput extends View {
  readonly places: Float32Array;
  readonly look: NetworkLook;
  readonly pins: Readonly<Record<string, unknown>>;
  readonly hasCommunities: boolean;
  /** The camera is on its way, by a gesture or in a flight. */
  readonly isMoving: boolean;
}

export interface Picture {
  render(input: PictureInput): NetworkGeometry;
}

/** More elements than this move too slowly as SVG. */
const SVG_NODES_LIMIT = 320;
const SVG_TIES_LIMIT = 1100;
/** So many of the weightiest in the picture may have names where there are many… */
const NAMES_LIMIT = 160;
/** …and so many may be lit at once. */
const LIT_LIMIT = 240;

export function isPainted({ nodes, ties }: Scene): boolean {
  return nodes.length > SVG_NODES_LIMIT || ties.length > SVG_TIES_LIMIT;
}

const NO_HULLS = { paths: [], scale: 1 };

export function createPicture(svg: SVGSVGElement, painter: Painter): Picture {
  const layers = createLayers(svg);
  let sides: ReadonlyMap<string, LabelSide> = new Map();
  let hulls: { readonly paths: readonly PlacedHull[]; readonly scale: number } = NO_HULLS;
  let last: { readonly cause: readonly unknown[]; readonly geometry: NetworkGeometry } | null =
    null;

  return {
    render(input) {
      const { look, pins, hasCommunities, isMoving, scene, camera, size, places } = input;
      const isLarge = isPainted(scene);
      // Names of many are chosen anew when the picture stands still; until then they move with it.
      const isSettled = !isLarge || !isMoving;
      if (isSettled) {
        const named = firstNames(look);
        // What is lit stands over the painted picture: no name may lie under it.
        const first = isLarge ? [...named, ...litIn(look)] : named;
        const limit = isLarge ? NAMES_LIMIT + first.length : Infinity;
        sides = unlessSame(sides, layoutLabels({ ...input, first, former: sides, limit }));
      }
      if (isLarge) painter.show(camera, size, places, isMoving);
      const cause = [scene, places, camera.scale, sides, look, pins, hasCommunities, isSettled];
      if (last !== null && cause.every((part, i) => part === last?.cause[i])) {
        const geometry = { ...last.geometry, ...offsetOf(camera, size) };
        drawOffset(layers, geometry);
        return geometry;
      }
      const drawn = isLarge ? drawnOf(scene, look, sides) : scene;
      const geometry = layoutNetwork({ ...input, sides, nodes: drawn.nodes, ties: drawn.ties });
      if (!hasCommunities) hulls = NO_HULLS;
      else if (isSettled) {
        const all = layoutNetwork({ ...input, sides, nodes: scene.nodes, ties: [] });
        hulls = { paths: layoutHulls(all.nodes), scale: camera.scale };
      }
      draw(layers, geometry, {
        look: { ...look, focusKey: focusTarget(geometry, look) },
        hulls: hulls.paths,
        hullScale: camera.scale / hulls.scale,
        pinned: new Set(Object.keys(pins)),
      });
      last = { cause, geometry };
      return geometry;
    },
  };
}

/** What stands as elements over the painted picture: what has a name, what stands out, what is lit. */
function drawnOf(
  scene: Scene,
  look: NetworkLook,
  sides: ReadonlyMap<string, LabelSide>,
): { readonly nodes: readonly SceneNode[]; readonly ties: readonly SceneTie[] } {
  const keys = new Set([...sides.keys(), ...firstNames(look), ...litIn(look)]);
  const nodes = [...keys].map((key) => scene.byKey.get(key)).filter((node) => node !== undefined);
  return {
    nodes: nodes.toSorted((a, b) => a.index - b.index),
    ties: [...look.chainTies, ...[...look.litTies].slice(0, LIT_LIMIT)],
  };
}

function litIn(look: NetworkLook): string[] {
  return [...(look.lit ?? [])].slice(0, LIT_LIMIT);
}

/** The one tab stop: what had the focus last, else what is selected, else the weightiest. */
function focusTarget({ nodes }: NetworkGeometry, look: NetworkLook): string | null {
  const isThere = (key: string | null): boolean => nodes.some(({ item }) => item.node.key === key);
  if (isThere(look.focusKey)) return look.focusKey;
  if (isThere(look.selected)) return look.selected;
  return nodes[0]?.item.node.key ?? null;
}

/** The old map where both say the same, so that what hangs on it need not be drawn anew. */
function unlessSame<K, V>(old: ReadonlyMap<K, V>, next: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (old.size !== next.size) return next;
  for (const [key, value] of next) if (old.get(key) !== value) return next;
  return old;
}
