/*
 * Geometry to SVG: communities, ties, nodes; each written only where it changed.
 * Knows: placed things and how they are to look. Must not know: React, store, where places come from.
 */
import { select, type Selection } from 'd3';
import { setAttr } from '../svg.ts';
import type { PlacedHull } from './layoutHulls.ts';
import { drawNode } from './drawNode.ts';
import type { NetworkGeometry, PlacedNode, PlacedTie } from './layout.ts';
import type { SceneTie } from './layoutScene.ts';

/** What stands out at the moment; look.ts makes it from the state. */
export interface NetworkLook {
  readonly isFiltered: boolean;
  /** Keys of actors and themes that the filters name. */
  readonly chosen: ReadonlySet<string>;
  readonly selected: string | null;
  /** What the pointer or the focus is on, in this view or in another; null: nothing that stands here. */
  readonly centre: string | null;
  /** Keys of what goes with it; all else steps back. Null: nothing is lit, and all stand as they are. */
  readonly lit: ReadonlySet<string> | null;
  readonly litTies: ReadonlySet<SceneTie>;
  /** Keys of nodes on the chain that was asked for. */
  readonly chain: ReadonlySet<string>;
  readonly chainTies: ReadonlySet<SceneTie>;
  readonly focusKey: string | null;
}

export interface DrawInput {
  readonly look: NetworkLook;
  readonly hulls: readonly PlacedHull[];
  /** From the scale that hulls were laid out at to the present one. */
  readonly hullScale: number;
  /** Keys of nodes that were pinned. */
  readonly pinned: ReadonlySet<string>;
}

type Group = Selection<SVGGElement, unknown, null, undefined>;

export interface Layers {
  readonly root: SVGSVGElement;
  readonly moving: SVGGElement;
  readonly hulls: Group;
  readonly ties: Group;
  readonly nodes: Group;
}

export function createLayers(root: SVGSVGElement): Layers {
  root.replaceChildren();
  const moving = select(root).append('g').attr('class', 'moving').node();
  if (moving === null) throw new Error('The network could not build its layers.');
  const layer = (name: string): Group => select(moving).append('g').attr('class', name);
  return {
    root,
    moving,
    hulls: layer('hulls'),
    ties: layer('ties'),
    nodes: layer('nodes'),
  };
}

/** Pans: nothing but the offset is another. */
export function drawOffset({ moving }: Layers, { offsetX, offsetY }: NetworkGeometry): void {
  setAttr(moving, 'transform', `translate(${offsetX.toFixed(2)},${offsetY.toFixed(2)})`);
}

export function draw(
  layers: Layers,
  geometry: NetworkGeometry,
  { look, hulls, hullScale, pinned }: DrawInput,
): void {
  drawOffset(layers, geometry);
  setAttr(layers.root, 'data-lit', look.lit === null && look.chain.size === 0 ? null : '');
  drawHulls(layers.hulls, hulls, hullScale);
  drawTies(layers.ties, geometry.ties, look);
  drawNodes(layers.nodes, geometry.nodes, look, pinned);
}

function drawHulls(group: Group, hulls: readonly PlacedHull[], scale: number): void {
  group
    .attr('transform', scale === 1 ? null : `scale(${scale.toFixed(4)})`)
    .selectAll<SVGPathElement, PlacedHull>('path')
    .data(hulls, (hull) => String(hull.community))
    .join('path')
    .each(function drawHull({ path }) {
      setAttr(this, 'class', 'hull');
      setAttr(this, 'd', path);
    });
}

function drawTies(group: Group, ties: readonly PlacedTie[], look: NetworkLook): void {
  group
    .selectAll<SVGPathElement, PlacedTie>('path')
    .data(ties, ({ item }) => item.key)
    .join('path')
    .each(function drawTie({ item, path }) {
      setAttr(this, 'class', tieClass(item, look));
      setAttr(this, 'd', path);
      setAttr(this, 'stroke-width', item.widthPx);
    });
}

function tieClass(item: SceneTie, look: NetworkLook): string {
  const { tie, isRest } = item;
  const isOnChain = look.chainTies.has(item);
  const isLit = look.litTies.has(item);
  const isDim = !isLit && !isOnChain && (look.lit !== null || look.chain.size > 0);
  return [
    'tie',
    `is-${tie.kind}`,
    tie.isTentative ? 'is-tentative' : '',
    isRest ? 'is-rest' : '',
    isLit ? 'is-lit' : '',
    isOnChain ? 'is-on-chain' : '',
    isDim ? 'is-dim' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

function drawNodes(
  group: Group,
  nodes: readonly PlacedNode[],
  look: NetworkLook,
  pinned: ReadonlySet<string>,
): void {
  group
    .selectAll<SVGGElement, PlacedNode>('g.node')
    .data(nodes, ({ item }) => item.node.key)
    .join((enter) =>
      enter
        .append('g')
        .attr('class', 'node')
        .attr('role', 'button')
        .attr('data-key', ({ item }) => item.node.key),
    )
    .each(function drawOne(placed) {
      const { key } = placed.item.node;
      const isLit = look.lit?.has(key) ?? false;
      const isOnChain = look.chain.has(key);
      drawNode(this, placed, {
        isChosen: look.chosen.has(key),
        isSelected: look.selected === key,
        isLit: isLit || look.centre === key,
        isDim: !isLit && !isOnChain && (look.lit !== null || look.chain.size > 0),
        isOnChain,
        isPinned: pinned.has(key),
        isFiltered: look.isFiltered,
        isFocusTarget: look.focusKey === key,
      });
    });
}
