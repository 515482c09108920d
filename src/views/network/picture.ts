/*
 * One picture of the network: names, geometry, communities, drawing; with what can be kept from the
 * last frame kept. Few nodes are SVG; of many the canvas shows all, and SVG what has a name or is lit.
 * Knows: layout, draw, the painter. Must not know: React, the store, gestures, when a frame is due.
 */
import { createLayers, draw } from './draw.ts';
import { layoutLabels, layoutNetwork, type LayoutInput, type NetworkGeometry } from './layout.ts';
import { layoutHulls, type PlacedHull } from './layoutHulls.ts';
import type { LabelSide } from './layoutLabels.ts';
import type { Scene } from './layoutScene.ts';
import { firstNames, type NetworkLook } from './look.ts';
import type { Painter } from './painter.ts';

export interface PictureInput extends Pick<LayoutInput, 'scene' | 'camera' | 'size'> {
  readonly places: Float32Array;
  readonly look: NetworkLook;
  /** Keys of nodes that were pinned. */
  readonly pinned: ReadonlySet<string>;
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

const NONE: ReadonlySet<string> = new Set();
const NO_HULLS = { paths: [], scale: 1 };

export function createPicture(svg: SVGSVGElement, painter: Painter): Picture {
  const layers = createLayers(svg);
  let sides: ReadonlyMap<string, LabelSide> = new Map();
  let hulls: { readonly paths: readonly PlacedHull[]; readonly scale: number } = NO_HULLS;

  return {
    render({ look, pinned, hasCommunities, isMoving, ...view }) {
      const { scene, camera, size, places } = view;
      const isLarge = isPainted(scene);
      // Names of many are chosen anew when the picture stands still; until then they move with it.
      const isSettled = !isLarge || !isMoving;
      if (isSettled) {
        const first = firstNames(look);
        const limit = isLarge ? NAMES_LIMIT : Infinity;
        sides = layoutLabels({ ...view, first, former: sides, limit });
      }
      const geometry = layoutNetwork({
        ...view,
        sides,
        nodes: isLarge ? drawnNodes(look, sides) : null,
        ties: isLarge ? drawnTies(look) : null,
      });
      if (!hasCommunities) hulls = NO_HULLS;
      else if (isSettled) {
        const all = layoutNetwork({ ...view, sides, nodes: null, ties: NONE });
        hulls = { paths: layoutHulls(all.nodes), scale: camera.scale };
      }
      draw(layers, geometry, {
        look: { ...look, focusKey: focusTarget(geometry, look) },
        hulls: hulls.paths,
        hullScale: camera.scale / hulls.scale,
        pinned,
      });
      if (isLarge) painter.show(camera, size, places, isMoving);
      return geometry;
    },
  };
}

function drawnNodes(look: NetworkLook, sides: ReadonlyMap<string, LabelSide>): ReadonlySet<string> {
  const lit = [...(look.lit ?? NONE)].slice(0, LIT_LIMIT);
  return new Set([...sides.keys(), ...firstNames(look), ...lit]);
}

function drawnTies(look: NetworkLook): ReadonlySet<string> {
  return new Set([...look.chain, ...[...look.litTies].slice(0, LIT_LIMIT)]);
}

/** The one tab stop: what had the focus last, else what is selected, else the weightiest. */
function focusTarget({ nodes }: NetworkGeometry, look: NetworkLook): string | null {
  const isThere = (key: string | null): boolean => nodes.some(({ item }) => item.node.key === key);
  if (isThere(look.focusKey)) return look.focusKey;
  if (isThere(look.selected)) return look.selected;
  return nodes[0]?.item.node.key ?? null;
}
