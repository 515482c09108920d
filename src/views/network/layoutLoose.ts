/*
 * Where nodes stand that no tie holds: in rows below the network, or in a column beside it where the
 * picture is wide; the weightiest first.
 * Knows: boxes, places. Must not know: forces.
 *
 *      ●──●   ●              ●──●   ●    ·
 *       \ |  /          or    \ |  /     ·
 *        ●──●                  ●──●      ·
 *      · · · · · ·
 */
import { aspectOf, boxOf, type LayoutGraph } from './layoutGraph.ts';

/** Between the network and the first row or column, as a share of the spacing. */
const GAP = 0.6;
/** From this aspect on, a picture has more room beside the network than below it. */
export const BESIDE_FROM = 1.9;

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Writes places for the loose nodes that have none yet. */
export function placeLoose(
  graph: LayoutGraph,
  places: Float32Array,
  loose: readonly number[],
  spacing: number,
): void {
  const waiting = loose.filter((node) => Number.isNaN(places[2 * node] ?? NaN));
  if (waiting.length === 0) return;
  const bounds = boundsOf(graph, places);
  if (bounds === null)
    placeRows(graph, places, waiting, { x: 0, top: 0, width: alone(graph, waiting) });
  else if (aspectOf(graph) >= BESIDE_FROM) {
    placeColumns(graph, places, waiting, bounds, spacing);
  } else {
    placeRows(graph, places, waiting, {
      x: (bounds.left + bounds.right) / 2,
      top: bounds.bottom + spacing * GAP,
      width: Math.max(bounds.right - bounds.left, alone(graph, waiting)),
    });
  }
}

/** The width of rows that have the proportions of the picture. */
function alone(graph: LayoutGraph, nodes: readonly number[]): number {
  return Math.sqrt(areaOf(graph, nodes) * aspectOf(graph)) * 1.1;
}

/** The ground that nodes with their names take. */
export function areaOf(graph: LayoutGraph, nodes: readonly number[]): number {
  return nodes.reduce(
    (sum, node) => sum + 2 * boxOf(graph, node).halfWidth * heightOf(graph, node),
    0,
  );
}

function placeRows(
  graph: LayoutGraph,
  places: Float32Array,
  nodes: readonly number[],
  { x: middle, top, width: widest }: { x: number; top: number; width: number },
): void {
  let y = top;
  for (const row of rowsOf(graph, nodes, widest)) {
    let x = middle - row.reduce((sum, node) => sum + boxOf(graph, node).halfWidth, 0);
    for (const node of row) {
      const { halfWidth, above } = boxOf(graph, node);
      places[2 * node] = x + halfWidth;
      places[2 * node + 1] = y + above;
      x += 2 * halfWidth;
    }
    y += row.reduce((most, node) => Math.max(most, heightOf(graph, node)), 0);
  }
}

function placeColumns(
  graph: LayoutGraph,
  places: Float32Array,
  nodes: readonly number[],
  { right, top, bottom }: Bounds,
  spacing: number,
): void {
  const columns: number[][] = [];
  let left = 0;
  for (const node of nodes) {
    const height = heightOf(graph, node);
    const last = columns.at(-1);
    if (last === undefined || height > left) {
      columns.push([node]);
      left = bottom - top - height;
    } else {
      last.push(node);
      left -= height;
    }
  }
  let x = right + spacing * GAP;
  for (const column of columns) {
    const halfWidth = column.reduce(
      (most, node) => Math.max(most, boxOf(graph, node).halfWidth),
      0,
    );
    const height = column.reduce((sum, node) => sum + heightOf(graph, node), 0);
    // A column that is nearly full is spread over the whole height, a short one stands in the middle.
    const gap = Math.min(spacing / 4, (bottom - top - height) / Math.max(1, column.length - 1));
    let y = (top + bottom) / 2 - (height + Math.max(0, gap) * (column.length - 1)) / 2;
    for (const node of column) {
      places[2 * node] = x + halfWidth;
      places[2 * node + 1] = y + boxOf(graph, node).above;
      y += heightOf(graph, node) + Math.max(0, gap);
    }
    x += 2 * halfWidth;
  }
}

function heightOf(graph: LayoutGraph, node: number): number {
  const { above, below } = boxOf(graph, node);
  return above + below;
}

function rowsOf(graph: LayoutGraph, nodes: readonly number[], widest: number): number[][] {
  const rows: number[][] = [];
  let left = 0;
  for (const node of nodes) {
    const width = 2 * boxOf(graph, node).halfWidth;
    const last = rows.at(-1);
    if (last === undefined || width > left) {
      rows.push([node]);
      left = widest - width;
    } else {
      last.push(node);
      left -= width;
    }
  }
  return rows;
}

/** Around all nodes that have a place, with their names; null where none has. */
function boundsOf(graph: LayoutGraph, places: Float32Array): Bounds | null {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let node = 0; node < graph.keys.length; node += 1) {
    const x = places[2 * node] ?? NaN;
    const y = places[2 * node + 1] ?? NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const box = boxOf(graph, node);
    left = Math.min(left, x - box.halfWidth);
    right = Math.max(right, x + box.halfWidth);
    top = Math.min(top, y - box.above);
    bottom = Math.max(bottom, y + box.below);
  }
  return left === Infinity ? null : { left, right, top, bottom };
}
