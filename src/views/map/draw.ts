/*
 * Draws the map's geometry into an SVG: arcs, and circles with their counts and names.
 * Knows: geometry, how things are to look. Must not know: React, store, gestures.
 */
import { select, type Selection } from 'd3';
import { part, setAttr, setText } from '../svg.ts';
import { createGround, type GroundLayers } from './drawGround.ts';
import { NAME_GAP_PX, type Side } from './labels.ts';
import type { MapGeometry, PlacedArc, PlacedCircle } from './layout.ts';
import { arcWords, countWords, groupTitle, memberWords, numberWords } from './words.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The groups of the picture, in the order in which they are painted. */
export interface MapLayers {
  readonly root: SVGSVGElement;
  readonly ground: GroundLayers;
  readonly arcs: Group;
  readonly circles: Group;
  readonly scale: SVGGElement;
}

export interface MapLook {
  /** Ids of places that are lit: pointed at, or part of what is. */
  readonly lit: ReadonlySet<string>;
  /** Ids of places that filter. */
  readonly chosen: ReadonlySet<string>;
  /** Ids of places that one finds by what is chosen: the chosen ones, and their parts. */
  readonly found: ReadonlySet<string>;
  /** The group that the tab key reaches; where it is out of sight, the largest in sight. */
  readonly focusKey: string | null;
}

/** A finger and WCAG 2.2 want targets of 24 px at least. */
const TARGET_PX = 12;
const RING_PX = 4;

/** Builds the layers into an empty SVG. */
export function createLayers(root: SVGSVGElement): MapLayers {
  root.replaceChildren();
  const svg = select(root);
  const hidden = (name: string): Group =>
    svg.append('g').attr('class', name).attr('aria-hidden', 'true');
  const ground = createGround(hidden('ground'));
  const arcs = hidden('arcs');
  const circles = svg.append('g').attr('class', 'circles');
  const scale = hidden('scale');
  scale.append('path');
  scale.append('text');
  const node = scale.node();
  if (node === null) throw new Error('The map could not build its layers.');
  return { root, ground, arcs, circles, scale: node };
}

export function draw(layers: MapLayers, geometry: MapGeometry, look: MapLook): void {
  const { size, circles, arcs } = geometry;
  setAttr(layers.root, 'width', size.widthPx);
  setAttr(layers.root, 'height', size.heightPx);
  // With nothing to go to, the picture itself takes the focus, so that keys can move it.
  setAttr(layers.root, 'tabindex', circles.length === 0 ? '0' : '-1');
  setAttr(layers.scale, 'transform', `translate(14,${String(size.heightPx - 14)})`);
  drawArcs(layers.arcs, arcs, geometry, look);
  drawCircles(layers.circles, geometry, look);
}

function drawArcs(
  group: Group,
  arcs: readonly PlacedArc[],
  { groups }: MapGeometry,
  look: MapLook,
): void {
  const litKeys = new Set(
    groups
      .filter(({ members }) => members.some(({ id }) => look.lit.has(id)))
      .map(({ key }) => key),
  );
  group
    .selectAll<SVGPathElement, PlacedArc>('path')
    .data(
      arcs.filter(({ path }) => path !== ''),
      ({ arc }) => arc.key,
    )
    .join('path')
    .each(function drawArc({ arc, widthPx, path, isPassing }) {
      const isLit = litKeys.has(arc.from) || litKeys.has(arc.to);
      setAttr(this, 'class', isLit ? 'arc is-lit' : isPassing ? 'arc is-passing' : 'arc');
      setAttr(this, 'stroke-width', widthPx);
      setAttr(this, 'd', path);
    });
}

function drawCircles(group: Group, geometry: MapGeometry, look: MapLook): void {
  const titles = new Map(geometry.groups.map((each) => [each.key, groupTitle(each)]));
  const { circles } = geometry;
  const reached = circles.find(({ key }) => key === look.focusKey)?.key ?? circles[0]?.key ?? null;
  group
    .selectAll<SVGGElement, PlacedCircle>('g.place')
    .data(circles, ({ key }) => key)
    .join((enter) =>
      enter
        .append('g')
        .attr('role', 'button')
        .attr('data-key', ({ key }) => key),
    )
    .each(function drawOne(circle) {
      const { group: places } = circle;
      const isChosen = places.filterIds.every((id) => look.chosen.has(id));
      const isFound = places.members.some(({ id }) => look.found.has(id));
      const isLit = places.members.some(({ id }) => look.lit.has(id));
      setAttr(this, 'class', circleClass(circle, isFound, isLit));
      setAttr(this, 'transform', `translate(${circle.x.toFixed(1)},${circle.y.toFixed(1)})`);
      setAttr(this, 'tabindex', reached === circle.key ? '0' : '-1');
      setAttr(this, 'aria-label', `${groupTitle(places)}, ${countWords(places)}`);
      // Several places that only stand close together are no one filter: they open.
      setAttr(this, 'aria-pressed', places.isOnePlace ? String(isChosen) : null);
      setAttr(this, 'aria-description', describe(circle, geometry, titles));
      drawCircle(this, circle, isFound);
    })
    .order();
}

function circleClass({ group }: PlacedCircle, isFound: boolean, isLit: boolean): string {
  return [
    'place',
    group.count === 0 ? 'is-rest' : '',
    group.isOnePlace ? '' : 'is-several',
    isFound ? 'is-found' : '',
    isLit ? 'is-lit' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

function describe(
  { key, group }: PlacedCircle,
  { arcs }: MapGeometry,
  titles: ReadonlyMap<string, string>,
): string | null {
  const members = memberWords(group);
  const shared = arcWords(
    key,
    arcs.map(({ arc }) => arc),
    (other) => titles.get(other) ?? other,
  );
  const words = [
    group.count === 0 ? 'No event here matches the filters' : '',
    members === '' ? '' : `Gathers ${members}`,
    shared === '' ? '' : `Events shared with ${shared}`,
    group.isOnePlace ? '' : 'Opens by zooming in',
  ].filter((word) => word !== '');
  return words.length === 0 ? null : words.join('. ');
}

function drawCircle(node: SVGGElement, circle: PlacedCircle, isFound: boolean): void {
  const { radiusPx, group, isCountInside, label } = circle;
  const target = part(node, 'circle', 'target', true);
  if (target !== null) setAttr(target, 'r', Math.max(radiusPx + 3, TARGET_PX));
  const disc = part(node, 'circle', 'disc', true);
  if (disc !== null) setAttr(disc, 'r', radiusPx);
  // A second rim says that several places stand here.
  const rim = part(node, 'circle', 'rim', !group.isOnePlace && group.count > 0);
  if (rim !== null) setAttr(rim, 'r', radiusPx + 2.5);
  const ring = part(node, 'circle', 'ring', isFound);
  if (ring !== null) setAttr(ring, 'r', radiusPx + RING_PX);
  const count = part(node, 'text', 'count', isCountInside);
  if (count !== null) setText(count, numberWords(group.count));
  const name = part(node, 'text', 'name', label !== null);
  if (name !== null && label !== null) drawName(name, circle, label.name, label.side);
}

function drawName(node: Element, circle: PlacedCircle, name: string, side: Side): void {
  const off = circle.radiusPx + NAME_GAP_PX;
  const isBeside = side === 'right' || side === 'left';
  setAttr(node, 'x', side === 'right' ? off : side === 'left' ? -off : 0);
  setAttr(node, 'y', isBeside ? 0 : side === 'below' ? off + 9 : -off - 9);
  setAttr(node, 'text-anchor', side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle');
  const count = circle.isCountInside ? '' : numberWords(circle.group.count);
  const said = `${name}\n${count}`;
  if (node.getAttribute('data-said') === said) return;
  node.setAttribute('data-said', said);
  node.replaceChildren(name);
  if (count === '') return;
  const span = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
  span.setAttribute('class', 'beside');
  span.setAttribute('dx', '5');
  span.textContent = count;
  node.append(span);
}
