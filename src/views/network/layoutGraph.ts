/*
 * What the layout is told of a network, and where each run of it begins.
 * Knows: keys, sizes, ties as indices. Must not know: forces, workers, the answer that it came from.
 *
 * Layout units are CSS pixels at a scale of 1, y downwards, the middle of the network at 0, 0.
 */

export interface LayoutGraph {
  /** One per node; they seed the start, so that the same network settles the same each time. */
  readonly keys: readonly string[];
  /** Radius of each node. */
  readonly radii: Float32Array;
  /** Room that a node's name wants below it: its width and height; 0 where it will have none. */
  readonly labelWidths: Float32Array;
  readonly labelHeights: Float32Array;
  /** Ties, as indices of nodes. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights: Float32Array;
  /** What gently belongs together (a sector), by number; -1: nothing. */
  readonly groups: Int16Array;
  /** x, y of each node from an earlier layout; NaN where the node is new. */
  readonly starts: Float32Array;
  /** The picture's size: a wide one is filled by a wide network, a small one by a dense network. */
  readonly room: { readonly width: number; readonly height: number };
}

/** Up to so many nodes, names have room of their own; beyond, only the nodes themselves. */
export const NAMED_LIMIT = 260;
/** Room around each node and its name. */
const MARGIN = 6;
/** Share of the ground that nodes and their names take in a network that can be read at ease… */
const EASY_FILL = 0.42;
/** …and, where the picture is small, at most. */
const DENSE_FILL = 0.62;
/** Nodes closer than this are not told apart, names or not. */
const LEAST_SPACING = 26;

/** A typical distance between neighbours that leaves room for each name. */
export function spacingOf(graph: LayoutGraph): number {
  const count = Math.max(1, graph.keys.length);
  let area = 0;
  for (let node = 0; node < graph.keys.length; node += 1) {
    const { halfWidth, above, below } = boxOf(graph, node);
    area += 2 * halfWidth * (above + below);
  }
  const { width, height } = graph.room;
  const fill = Math.min(DENSE_FILL, Math.max(EASY_FILL, area / (width * height)));
  return Math.max(LEAST_SPACING, Math.sqrt(area / count / fill));
}

/** What names take at the edges of a picture, whatever the scale: an average name, and one below. */
const EDGE_WIDTH = 100;
const EDGE_HEIGHT = 66;
const ASPECT_LIMIT = 6;

/** Width over height of the ground that nodes' middles can stand on: what the forces are told of the room. */
export function aspectOf({ room }: LayoutGraph): number {
  const width = Math.max(EDGE_WIDTH, room.width - EDGE_WIDTH);
  const height = Math.max(EDGE_HEIGHT, room.height - EDGE_HEIGHT);
  return Math.min(ASPECT_LIMIT, Math.max(0.4, width / height));
}

export interface NodeBox {
  readonly halfWidth: number;
  readonly above: number;
  readonly below: number;
}

/** A node with its name below it. */
export function boxOf(graph: LayoutGraph, node: number): NodeBox {
  const radius = graph.radii[node] ?? 0;
  const width = graph.labelWidths[node] ?? 0;
  const height = graph.labelHeights[node] ?? 0;
  return {
    halfWidth: Math.max(radius, width / 2) + MARGIN,
    above: radius + MARGIN / 2,
    below: radius + height + MARGIN / 2,
  };
}

/** A place on a disc of the given radius that hangs on the key alone. */
export function seededPlace(key: string, radius: number): readonly [x: number, y: number] {
  const angle = 2 * Math.PI * fraction(key, 0x81_1c_9d_c5);
  const distance = radius * Math.sqrt(fraction(key, 0x2b_79_5a_31));
  return [distance * Math.cos(angle), distance * Math.sin(angle)];
}

/** FNV-1a (Fowler, Noll, Vo 1991) with a last mix, as a number from 0 to 1. */
function fraction(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01_00_01_93);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Nodes in the order of their keys: what comes in another order must not settle otherwise. */
export function orderOf(graph: LayoutGraph): Uint32Array {
  const { keys } = graph;
  return Uint32Array.from(keys.keys()).toSorted((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many ties each node has. */
export function degreesOf(count: number, from: Uint32Array, to: Uint32Array): Uint32Array {
  const degrees = new Uint32Array(count);
  for (const ends of [from, to]) {
    for (const node of ends) degrees[node] = (degrees[node] ?? 0) + 1;
  }
  return degrees;
}
