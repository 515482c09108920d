/*
 * Draws the timeline's geometry into an SVG.
 * Knows: geometry, axis, how things are to look. Must not know: React, store, gestures.
 *
 * The parts that move with the time stand in one group in scale space: a pan moves that group and
 * writes nothing else but what enters or leaves.
 */
import { select, type Selection } from 'd3';
import type { Axis } from './axis.ts';
import { createClusterDrawing, type ClusterDrawing } from './drawClusters.ts';
import { drawMark, MARK_PARTS, setBox, slotClass, type MarkLook } from './drawMark.ts';
import type { PlacedLane } from './lanes.ts';
import type { PlacedHatch, PlacedMark, TimelineGeometry } from './layout.ts';
import {
  createDrawn,
  createKeyed,
  makeNode,
  part,
  setAttr,
  setText,
  type Drawn,
  type Keyed,
} from '../svg.ts';
import { threadPath } from './threads.ts';

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The groups of the picture, in the order in which they are painted. */
export interface Layers {
  readonly root: SVGSVGElement;
  readonly plot: SVGSVGElement;
  readonly lanes: Group;
  readonly grid: SVGPathElement;
  readonly moving: SVGGElement;
  readonly periods: Group;
  readonly hatch: SVGElement;
  readonly brackets: Group;
  readonly threads: Group;
  readonly clusters: ClusterDrawing;
  readonly marks: Keyed<PlacedMark>;
  /** What marks and lanes were last drawn from. */
  readonly drawn: Drawn;
}

/** In pixels from the first lane's top. */
export interface Sight {
  readonly fromPx: number;
  readonly toPx: number;
}

export interface TimelineLook {
  readonly selected: string | null;
  readonly lit: ReadonlySet<string>;
  readonly isFiltered: boolean;
  /** The mark or cluster that the tab key reaches. */
  readonly focusKey: string | null;
  /**
   * The heights that are on the screen, while a gesture or a flight moves the picture: what lies beyond
   * is left as it was. Null at rest, when everything is drawn, whoever looks or listens.
   */
  readonly sight: Sight | null;
}

/** So far before its marks a bracket stands: between them and names that stand before them. */
const BRACKET_PX = 4.5;
const SVG = 'http://www.w3.org/2000/svg';
const SLOTS = [
  'slot-0',
  'slot-1',
  'slot-2',
  'slot-3',
  'slot-4',
  'slot-5',
  'slot-6',
  'slot-7',
  'slot-none',
  'slot-rest',
];

/** Builds the layers into an empty SVG. */
export function createLayers(root: SVGSVGElement): Layers {
  root.replaceChildren();
  const svg = select(root);
  const defs = svg.append('defs');
  for (const slot of SLOTS) {
    for (const [side, x1, x2] of [
      ['start', '0', '1'],
      ['end', '1', '0'],
    ] as const) {
      const gradient = defs
        .append('linearGradient')
        .attr('id', `fade-${side}-${slot}`)
        .attr('class', slot)
        .attr('x1', x1)
        .attr('x2', x2);
      gradient.append('stop').attr('offset', '0').attr('class', 'fade-none');
      gradient.append('stop').attr('offset', '1').attr('class', 'fade-full');
    }
  }
  const pattern = defs
    .append('pattern')
    .attr('id', 'hatch')
    .attr('patternUnits', 'userSpaceOnUse')
    .attr('width', 7)
    .attr('height', 7)
    .attr('patternTransform', 'rotate(45)');
  pattern.append('line').attr('class', 'hatch-line').attr('y2', 7);
  const soft = defs.append('linearGradient').attr('id', 'hatch-soft');
  soft.append('stop').attr('offset', '0').attr('class', 'mask-none');
  soft.append('stop').attr('offset', '1').attr('class', 'mask-full');
  const mask = defs
    .append('mask')
    .attr('id', 'hatch-mask')
    .attr('maskContentUnits', 'objectBoundingBox');
  mask.append('rect').attr('width', 1).attr('height', 1).attr('fill', 'url(#hatch-soft)');

  const plot = document.createElementNS(SVG, 'svg');
  plot.setAttribute('class', 'plot');
  // It only clips: as an image it would hide the buttons within from some screen readers.
  plot.setAttribute('role', 'presentation');
  root.append(plot);
  const lanes = svg.append('g').attr('class', 'lanes');
  const inPlot = select(plot);
  const moving = inPlot.append('g').attr('class', 'moving').node();
  const grid = moving === null ? null : select(moving).append('path').attr('class', 'grid').node();
  if (grid === null || moving === null) throw new Error('The timeline could not build its layers.');
  const layer = (name: string): Group => select(moving).append('g').attr('class', name);
  const node = (name: string): SVGElement => {
    const made = makeNode('g', { class: name });
    moving.append(made);
    return made;
  };
  const periods = layer('periods');
  const hatch = node('after');
  return {
    root,
    plot,
    lanes,
    grid,
    moving,
    periods,
    hatch,
    brackets: layer('brackets'),
    threads: layer('threads'),
    clusters: createClusterDrawing(node('clusters'), node('counts')),
    marks: createKeyed<PlacedMark>(node('marks'), {
      keyOf: ({ key }) => key,
      make: () => makeNode('g', { class: 'mark', role: 'button' }),
      name: (mark, { key }) => mark.setAttribute('data-key', key),
    }),
    drawn: createDrawn(MARK_PARTS),
  };
}

export function draw(
  layers: Layers,
  geometry: TimelineGeometry,
  axis: Axis,
  look: TimelineLook,
  size: { readonly gutterPx: number; readonly viewHeightPx: number },
): void {
  const heightPx = Math.max(geometry.heightPx, size.viewHeightPx);
  const widthPx = geometry.plotWidthPx + size.gutterPx;
  setAttr(layers.root, 'width', widthPx);
  setAttr(layers.root, 'height', heightPx);
  // The tab key enters by a mark; by the picture itself only where nothing is drawn.
  setAttr(layers.root, 'tabindex', look.focusKey === null ? '0' : '-1');
  setAttr(layers.plot, 'x', size.gutterPx);
  setAttr(layers.plot, 'width', geometry.plotWidthPx);
  setAttr(layers.plot, 'height', heightPx);
  movePlot(layers, geometry);
  setAttr(layers.grid, 'd', gridPath(axis, geometry.offsetPx, heightPx));
  drawLanes(layers, geometry.lanes, widthPx, size.gutterPx);
  drawPeriods(layers.periods, geometry, heightPx);
  drawHatch(layers.hatch, geometry.hatch, heightPx);
  drawBrackets(layers.brackets, geometry);
  drawThreads(layers.threads, geometry, look);
  layers.clusters.draw(geometry, look, (yPx) => isInSight(yPx, look.sight));
  layers.marks.draw(geometry.marks, look.sight === null, (group, mark) => {
    if (!isInSight(mark.yPx, look.sight)) return;
    const { id } = mark.mark;
    const markLook: MarkLook = {
      isSelected: look.selected === id,
      isLit: look.lit.has(id),
      isFiltered: look.isFiltered,
      isFocusTarget: look.focusKey === mark.key,
      isAtRest: look.sight === null,
    };
    drawMark(group, mark, markLook, layers.drawn);
  });
}

/** All that moves with the time, in one go: what a pan needs. */
export function movePlot({ moving }: Layers, { offsetPx }: TimelineGeometry): void {
  setAttr(moving, 'transform', `translate(${(-offsetPx).toFixed(2)},0)`);
}

/** A row or a cluster is about so high. */
const AROUND_PX = 40;

function isInSight(yPx: number, sight: Sight | null): boolean {
  return sight === null || (yPx > sight.fromPx - AROUND_PX && yPx < sight.toPx + AROUND_PX);
}

function gridPath(axis: Axis, offsetPx: number, heightPx: number): string | null {
  const lines = axis.ticks.map(
    (tick) => `M${(tick.xPx + offsetPx).toFixed(1)},0V${String(heightPx)}`,
  );
  return lines.length === 0 ? null : lines.join('');
}

function drawLanes(
  { lanes: group, drawn }: Layers,
  lanes: readonly PlacedLane[],
  widthPx: number,
  gutterPx: number,
): void {
  group
    .selectAll<SVGGElement, PlacedLane>('g.lane')
    .data(lanes, (lane) => lane.lane.id ?? `none:${lane.lane.name}`)
    .join('g')
    .each(function drawLane(lane) {
      const { yPx, nameLines, isCountBelow, index } = lane;
      const from = [lane.lane, yPx, nameLines.join('\n'), isCountBelow, index, widthPx, gutterPx];
      if (drawn.isSame(this, from)) return;
      setAttr(this, 'class', `lane ${slotClass(lane.lane.colour)}`);
      setAttr(this, 'transform', `translate(0,${lane.yPx.toFixed(1)})`);
      const line = part(this, 'line', 'lane-line', lane.index > 0);
      if (line !== null) setAttr(line, 'x2', widthPx);
      const name = part(this, 'text', 'lane-name', lane.lane.name !== '');
      if (name === null) return;
      drawName(name, lane, gutterPx);
    });
}

function drawName(name: Element, lane: PlacedLane, gutterPx: number): void {
  const x = gutterPx > 0 ? 16 : 12;
  const said = [x, ...lane.nameLines, lane.countWords, lane.isCountBelow].join('\n');
  if (name.getAttribute('data-said') === said) return;
  name.setAttribute('data-said', said);
  name.replaceChildren();
  lane.nameLines.forEach((line, i) => {
    const span = document.createElementNS(SVG, 'tspan');
    setAttr(span, 'x', x);
    setAttr(span, 'y', 20 + i * 16);
    // Lines and the count are apart for whoever hears them, too.
    span.textContent = `${line} `;
    name.append(span);
  });
  const count = document.createElementNS(SVG, 'tspan');
  count.setAttribute('class', 'lane-count');
  if (lane.isCountBelow) {
    setAttr(count, 'x', x);
    setAttr(count, 'dy', 16);
  } else {
    setAttr(count, 'dx', 2);
  }
  count.textContent = lane.countWords;
  name.append(count);
}

function drawPeriods(group: Group, geometry: TimelineGeometry, heightPx: number): void {
  group
    .selectAll<SVGGElement, (typeof geometry.periods)[number]>('g')
    .data(geometry.periods, (period) => period.id)
    .join('g')
    .each(function drawPeriod(period, i) {
      setAttr(this, 'class', `period ${i % 2 === 0 ? 'is-even' : 'is-odd'}`);
      const band = part(this, 'rect', 'period-band', true);
      if (band !== null)
        setBox(band, period.x0, 0, Math.max(0, period.x1 - period.x0), heightPx, 0);
      const title = part(this, 'text', 'period-title', period.titleX !== null);
      if (title === null) return;
      // By a transform: text that moves within its group is laid out anew.
      const x = (period.titleX ?? 0).toFixed(1);
      setAttr(title, 'transform', `translate(${x},${(heightPx - 10).toFixed(1)})`);
      setText(title, period.title);
    });
}

function drawHatch(group: SVGElement, hatch: PlacedHatch | null, heightPx: number): void {
  const soft = part(group, 'rect', 'hatch-edge', hatch !== null && hatch.softTo > hatch.softFrom);
  const full = part(group, 'rect', 'hatch-area', hatch !== null);
  if (hatch === null) return;
  if (soft !== null) {
    setBox(soft, hatch.softFrom, 0, hatch.softTo - hatch.softFrom, heightPx, 0);
    setAttr(soft, 'fill', 'url(#hatch)');
    setAttr(soft, 'mask', 'url(#hatch-mask)');
  }
  if (full !== null) {
    setBox(full, hatch.softTo, 0, Math.max(0, hatch.x1 - hatch.softTo), heightPx, 0);
    setAttr(full, 'fill', 'url(#hatch)');
  }
}

function drawBrackets(group: Group, geometry: TimelineGeometry): void {
  group
    .selectAll<SVGPathElement, (typeof geometry.brackets)[number]>('path')
    .data(geometry.brackets, (bracket) => bracket.key)
    .join('path')
    .each(function drawBracket({ x, y0, y1 }) {
      const left = x - BRACKET_PX;
      setAttr(
        this,
        'd',
        `M${(x - 1).toFixed(1)},${y0.toFixed(1)}H${left.toFixed(1)}V${y1.toFixed(1)}H${(x - 1).toFixed(1)}`,
      );
    });
}

function drawThreads(group: Group, geometry: TimelineGeometry, look: TimelineLook): void {
  group
    .selectAll<SVGPathElement, (typeof geometry.threads)[number]>('path')
    .data(geometry.threads, (thread) => thread.key)
    .join('path')
    .each(function drawThread(thread) {
      const isLit = look.lit.has(thread.from) && look.lit.has(thread.to);
      setAttr(this, 'class', isLit ? 'thread is-lit' : 'thread');
      setAttr(this, 'd', threadPath(thread));
    });
}
