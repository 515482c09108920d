/*
 * Draws one mark, its name and its signs into its group.
 * Knows: a placed mark and how it is to look. Must not know: React, store, layout.
 *
 *   day      ●Name      month   ( ● )Name      range  ━━━━ Name     approximate  ░━━━░
 *   planned  ◌          unconfirmed ?          cancelled ×          postponed »
 */
import type { EventStatus } from '../../model/types.ts';
import { DOT_RADIUS_PX } from './candidate.ts';
import type { PlacedMark } from './layout.ts';
import { rounded, setAttr, setText, type Drawn } from '../svg.ts';

export interface MarkLook {
  readonly isSelected: boolean;
  /** On the thread of what is selected or hovered. */
  readonly isLit: boolean;
  /** Names of matches stand out only where something is filtered. */
  readonly isFiltered: boolean;
  readonly isFocusTarget: boolean;
  /** Nothing moves: no part is kept for coming back. */
  readonly isAtRest: boolean;
}

/** The parts of a mark, the lowest first. */
export const MARK_PARTS: readonly string[] = [
  'target',
  'plate',
  'body',
  'fade-start',
  'fade-end',
  'dot',
  'sign',
  'ring',
  'label',
];

const PILL_PX = 13;
const BAR_PX = 9;
const INSIDE_PX = 19;
const LINE_PX = 15;
const PLATE_PX = 17;
/** A finger and WCAG 2.2 want targets of 24 px at least. */
const TARGET_PX = 24;

const SIGNS: Record<EventStatus, string> = {
  happened: '',
  planned: '',
  unconfirmed: '?',
  cancelled: '×',
  postponed: '»',
};

export function slotClass(colour: number | null): string {
  return colour === null ? 'slot-none' : `slot-${String(colour % 8)}`;
}

/** A part of the mark that is being drawn. */
type PartOf = (tag: 'circle' | 'rect' | 'text', name: string, isWanted: boolean) => Element | null;

function markClass(mark: PlacedMark, look: MarkLook): string {
  const { matches, status, colour } = mark.mark;
  return [
    'mark',
    slotClass(colour),
    status === 'happened' ? '' : 'is-hollow',
    matches ? '' : 'is-rest',
    look.isFiltered && matches ? 'is-match' : '',
    look.isSelected ? 'is-selected' : '',
    look.isLit ? 'is-lit' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

export function drawMark(group: SVGElement, mark: PlacedMark, look: MarkLook, drawn: Drawn): void {
  const origin = originOf(mark);
  setAttr(group, 'transform', `translate(${origin.toFixed(1)},${mark.yPx.toFixed(1)})`);
  if (look.isAtRest) drawn.clear(group);
  if (drawn.isSame(group, drawnFrom(mark, look))) return;
  setAttr(group, 'class', markClass(mark, look));
  setAttr(group, 'tabindex', look.isFocusTarget ? '0' : '-1');
  setAttr(group, 'aria-label', `${mark.mark.title}, ${mark.mark.dateWords}`);
  setAttr(group, 'aria-current', look.isSelected ? 'true' : null);
  setAttr(group, 'aria-description', mark.mark.matches ? null : 'Does not match the filters');

  const width = mark.x1 - mark.x0;
  const isPill = mark.mark.isWide || width > 2 * DOT_RADIUS_PX + 1;
  const height =
    mark.labelSide === 'inside' ? INSIDE_PX : mark.mark.extent === 'within' ? PILL_PX : BAR_PX;
  const left = mark.x0 - origin;
  const part: PartOf = (tag, name, isWanted) =>
    drawn.part(group, tag, name, isWanted, look.isAtRest);
  drawTarget(part, mark, left, width);
  drawPlate(part, mark);
  drawBody(part, mark, isPill, { left, width, height });
  drawDot(part, mark);
  const ring = part('rect', 'ring', look.isSelected);
  if (ring !== null) {
    const room = Math.max(height, 2 * DOT_RADIUS_PX) + 7;
    setBox(ring, left - 4, -room / 2, width + 8, room, room / 2);
  }
  drawLabel(part, mark);
}

/**
 * Where a mark's group stands in scale space: where its name does, so that zooming moves names by their
 * groups alone. Text that moves within its group is laid out anew, which costs far more than a shape.
 */
function originOf(mark: PlacedMark): number {
  return mark.labelSide === 'none' ? mark.x0 : mark.labelX;
}

/** All that a mark's group shows, beside where it stands. */
function drawnFrom(mark: PlacedMark, look: MarkLook): readonly unknown[] {
  const origin = originOf(mark);
  return [
    mark.mark,
    mark.labelSide,
    mark.labelWidth,
    mark.lines.join('\n'),
    rounded(mark.x1 - mark.x0),
    rounded(mark.x0 - origin),
    mark.dotX === null ? null : rounded(mark.dotX - origin),
    rounded(mark.fade0),
    rounded(mark.fade1),
    look.isSelected,
    look.isLit,
    look.isFiltered,
    look.isFocusTarget,
  ];
}

function drawTarget(part: PartOf, mark: PlacedMark, left: number, width: number): void {
  const target = part('rect', 'target', true);
  if (target === null) return;
  const beside = mark.labelSide === 'end' || mark.labelSide === 'start' ? mark.labelWidth + 10 : 0;
  const length = Math.max(TARGET_PX, width + beside + 8);
  const x =
    mark.labelSide === 'start'
      ? width + 4 - length
      : mark.labelSide === 'end'
        ? -4
        : (width - length) / 2;
  setBox(target, left + x, -TARGET_PX / 2, length, TARGET_PX, 5);
}

/** What lies under a name, threads and hatching, stays under it. */
function drawPlate(part: PartOf, mark: PlacedMark): void {
  const isBeside = mark.labelSide === 'end' || mark.labelSide === 'start';
  const plate = part('rect', 'plate', isBeside);
  if (plate === null) return;
  const x = mark.labelSide === 'start' ? -mark.labelWidth : 0;
  const height = PLATE_PX + (mark.lines.length - 1) * LINE_PX;
  setBox(plate, x - 2, -height / 2, mark.labelWidth + 4, height, 3);
}

function drawBody(
  part: PartOf,
  mark: PlacedMark,
  isWanted: boolean,
  { left, width, height }: { left: number; width: number; height: number },
): void {
  const { fade0, fade1 } = mark;
  const name = mark.mark.extent === 'within' ? 'pill' : 'bar';
  const body = part('rect', 'body', isWanted);
  if (body !== null) {
    const isOpen = fade0 > 0 || fade1 > 0;
    setAttr(body, 'class', isOpen ? `body ${name} is-open` : `body ${name}`);
    const round = isOpen ? 0 : height / 2;
    setBox(
      body,
      left + fade0,
      -height / 2,
      Math.max(0, width - fade0 - fade1),
      height,
      Math.min(round, 10),
    );
  }
  const start = part('rect', 'fade-start', isWanted && fade0 > 0);
  if (start !== null) {
    setAttr(start, 'class', `fade-start ${name}`);
    setAttr(start, 'fill', fadeUrl(mark, 'start'));
    setBox(start, left, -height / 2, fade0, height, 0);
  }
  const end = part('rect', 'fade-end', isWanted && fade1 > 0);
  if (end !== null) {
    setAttr(end, 'class', `fade-end ${name}`);
    setAttr(end, 'fill', fadeUrl(mark, 'end'));
    setBox(end, left + width - fade1, -height / 2, fade1, height, 0);
  }
}

function fadeUrl(mark: PlacedMark, side: 'start' | 'end'): string {
  return `url(#fade-${side}-${mark.mark.matches ? slotClass(mark.mark.colour) : 'slot-rest'})`;
}

function drawDot(part: PartOf, mark: PlacedMark): void {
  const sign = SIGNS[mark.mark.status];
  const x = mark.dotX === null ? null : mark.dotX - originOf(mark);
  const dot = part('circle', 'dot', x !== null);
  if (dot !== null) {
    setAttr(dot, 'cx', x ?? 0);
    setAttr(dot, 'r', sign === '' ? DOT_RADIUS_PX : DOT_RADIUS_PX + 1.5);
  }
  const text = part('text', 'sign', sign !== '' && x !== null);
  if (text !== null) {
    setAttr(text, 'x', x);
    setText(text, sign);
  }
}

function drawLabel(part: PartOf, mark: PlacedMark): void {
  const label = part('text', 'label', mark.labelSide !== 'none');
  if (label === null) return;
  setAttr(label, 'text-anchor', mark.labelSide === 'start' ? 'end' : null);
  setAttr(label, 'class', mark.labelSide === 'inside' ? 'label is-inside' : 'label');
  if (mark.lines.length === 1) {
    setAttr(label, 'data-said', null);
    setText(label, mark.lines[0] ?? '');
  } else if (label.getAttribute('data-said') !== mark.lines.join('\n')) {
    setAttr(label, 'data-said', mark.lines.join('\n'));
    label.replaceChildren(...mark.lines.map((line, i) => tspan(line, i)));
  }
}

function tspan(line: string, index: number): SVGTSpanElement {
  const span = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
  span.textContent = line;
  span.setAttribute('x', '0');
  span.setAttribute('dy', index === 0 ? String(-LINE_PX / 2) : String(LINE_PX));
  return span;
}

export function setBox(
  rect: Element,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  setAttr(rect, 'x', x);
  setAttr(rect, 'y', y);
  setAttr(rect, 'width', Math.max(0, width));
  setAttr(rect, 'height', Math.max(0, height));
  setAttr(rect, 'rx', radius);
}
