/*
 * Draws one node with its name, and the signs of what it is at the moment, into its group.
 * Knows: a placed node and how it is to look. Must not know: React, store, layout.
 *
 *       ╭───╮  ← rings: chosen by a filter, and around it: selected
 *       │ ▢ │
 *       ╰───╯
 *       Google
 */
import { part, setAttr, setText } from '../svg.ts';
import type { PlacedNode } from './layout.ts';
import { labelPlace } from './layoutLabels.ts';
import { LINE_PX } from './layoutScene.ts';
import { shapePath } from './layoutShapes.ts';
import { nodeWords } from './words.ts';

export interface NodeLook {
  readonly isChosen: boolean;
  readonly isSelected: boolean;
  /** Goes with what the pointer or the focus is on. */
  readonly isLit: boolean;
  /** Steps back, since something else is lit. */
  readonly isDim: boolean;
  readonly isOnChain: boolean;
  readonly isPinned: boolean;
  /** Names of matches stand out only where something is filtered. */
  readonly isFiltered: boolean;
  readonly isFocusTarget: boolean;
}

/** A finger and WCAG 2.2 want targets of 24 px at least. */
const TARGET_PX = 13;
const RING_GAP_PX = 3.5;
/** From the baseline of a line to its middle. */
const BASELINE_PX = 11;

export function slotClass(colour: number | null): string {
  return colour === null ? 'slot-none' : `slot-${String(colour % 8)}`;
}

export function drawNode(group: SVGGElement, placed: PlacedNode, look: NodeLook): void {
  const { item, x, y, radius } = placed;
  setAttr(group, 'class', nodeClass(placed, look));
  setAttr(group, 'transform', `translate(${x.toFixed(1)},${y.toFixed(1)})`);
  setAttr(group, 'tabindex', look.isFocusTarget ? '0' : '-1');
  setAttr(group, 'aria-label', nodeWords(item.node));
  setAttr(group, 'aria-current', look.isSelected ? 'true' : null);
  // A theme has no details to open: it is a filter, and on or off.
  setAttr(group, 'aria-pressed', item.shape === 'theme' ? String(look.isChosen) : null);
  setAttr(group, 'aria-description', item.isRest ? 'Does not match the filters' : null);

  drawCircle(group, 'target', true, Math.max(TARGET_PX, radius + 4));
  drawOutline(group, 'choice', placed, look.isChosen, RING_GAP_PX);
  drawOutline(group, 'ring', placed, look.isSelected, RING_GAP_PX + (look.isChosen ? 3 : 0));
  drawOutline(group, 'body', placed, true, 0);
  drawCircle(group, 'pin', look.isPinned, Math.max(1.8, radius * 0.24));
  drawCircle(group, 'core', item.shape === 'event' && !look.isPinned, radius * 0.42);
  drawLabel(group, placed);
}

function nodeClass({ item }: PlacedNode, look: NodeLook): string {
  return [
    'node',
    slotClass(item.node.colour),
    item.shape === 'event' ? 'is-event' : '',
    item.isRest ? 'is-rest' : look.isFiltered && item.node.events > 0 ? 'is-match' : '',
    look.isChosen ? 'is-chosen' : '',
    look.isSelected ? 'is-selected' : '',
    look.isLit ? 'is-lit' : '',
    look.isDim ? 'is-dim' : '',
    look.isOnChain ? 'is-on-chain' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

function drawCircle(
  group: SVGGElement,
  name: 'target' | 'pin' | 'core',
  isWanted: boolean,
  radius: number,
): void {
  const circle = part(group, 'circle', name, isWanted);
  if (circle !== null) setAttr(circle, 'r', radius);
}

function drawOutline(
  group: SVGGElement,
  name: 'choice' | 'ring' | 'body',
  { item, radius }: PlacedNode,
  isWanted: boolean,
  gapPx: number,
): void {
  const outline = part(group, 'path', name, isWanted);
  if (outline !== null) setAttr(outline, 'd', shapePath(item.shape, roundHalf(radius) + gapPx));
}

/** Outlines change only when a size does so visibly. */
function roundHalf(radius: number): number {
  return Math.max(1, Math.round(radius * 2) / 2);
}

function drawLabel(group: SVGGElement, { item, radius, side }: PlacedNode): void {
  const label = part(group, 'text', 'label', side !== null);
  if (label === null || side === null) return;
  const { lines, labelHeight } = item;
  if (label.getAttribute('data-said') !== lines.join('\n')) {
    setAttr(label, 'data-said', lines.join('\n'));
    label.replaceChildren(...lines.map(lineOf));
  }
  const { dx, dy, anchor } = labelPlace(side, radius, labelHeight);
  setAttr(label, 'text-anchor', anchor);
  setAttr(label, 'y', dy + BASELINE_PX);
  for (const line of label.children) setAttr(line, 'x', dx);
}

function lineOf(text: string, index: number): SVGTSpanElement {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
  setText(line, text);
  if (index > 0) line.setAttribute('dy', String(LINE_PX));
  return line;
}
