/*
 * Copies a part of the page into a picture: boxes, lines of text, SVGs, painted canvases.
 * Knows: elements and their computed styles. Must not know: the store, files, what a view means.
 *
 *   section ─┬─ div with a ground and a border → rect, lines
 *            ├─ text, as the browser broke it  → one text a line
 *            ├─ svg                            → its shapes, where they stand
 *            └─ canvas                         → an image of what is painted
 */
import { colourOf } from './colours.ts';
import { clipGroup, copySvg } from './copySvg.ts';
import { copyText } from './copyText.ts';
import type { Copying } from './copying.ts';
import { svgNode } from './nodes.ts';

/** What one works a view with, or what is there for a moment: no part of its picture. */
const LEFT_OUT = [
  '.view-toolbar',
  '.timeline-overview',
  '.timeline-card',
  '.network-player',
  '.network-aside',
  '.network-card',
  '.map-card',
  '.statistics-toggle',
  '.split-handle',
  '[role="separator"]',
  '[hidden]',
].join(',');

/** Copies step by step: whoever runs it may leave the page its turn between two steps. */
export function* copyElement(
  element: Element,
  into: SVGElement,
  copying: Copying,
): Generator<undefined> {
  if (element.matches(LEFT_OUT)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  // The one way in which the page hides what only screen readers read.
  if (style.clipPath.startsWith('inset(50%')) return;
  if (element instanceof SVGSVGElement) {
    yield* copySvg(element, into, copying);
    return;
  }
  if (!(element instanceof HTMLElement)) return;
  const box = element.getBoundingClientRect();
  const group = style.opacity === '1' ? into : svgNode('g', { opacity: style.opacity });
  if (element instanceof HTMLCanvasElement) copyCanvas(element, box, group, copying);
  copyBox(box, style, group, copying);
  yield;
  const inside = isCut(element, style) ? clipGroup(box, copying) : group;
  for (const child of inPaintOrder(element)) {
    if (child instanceof Text) copyText(child, style, 'color', inside, copying);
    else if (child instanceof Element) yield* copyElement(child, inside, copying);
  }
  if (inside !== group && inside.childElementCount > 0) group.append(inside);
  if (group !== into && group.childElementCount > 0) into.append(group);
}

function isCut(element: HTMLElement, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
  if (overflowX === 'visible' && overflowY === 'visible') return false;
  return (
    element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
  );
}

/** What is raised over its neighbours comes after them. */
function inPaintOrder(element: HTMLElement): Node[] {
  const heightOf = (node: Node): number =>
    node instanceof HTMLElement ? Number.parseInt(getComputedStyle(node).zIndex, 10) || 0 : 0;
  return [...element.childNodes].toSorted((a, b) => heightOf(a) - heightOf(b));
}

function copyBox(
  box: DOMRect,
  style: CSSStyleDeclaration,
  into: SVGElement,
  { left, top }: Copying,
): void {
  if (box.width === 0 || box.height === 0) return;
  const ground = colourOf(style.backgroundColor);
  const radius = Math.min(radiusOf(style, box), box.width / 2, box.height / 2);
  const [x, y] = [box.left - left, box.top - top];
  const sides = SIDES.map((side) => ({
    side,
    widthPx: Number.parseFloat(style[`border${side}Width`]),
    colour: colourOf(style[`border${side}Color`]),
  })).filter(({ widthPx, colour }) => widthPx > 0 && colour !== null && colour.alpha > 0);
  const [first] = sides;
  // A border all around follows the corners; one on a side is a line.
  const isFramed = sides.length === SIDES.length && first !== undefined;
  if ((ground !== null && ground.alpha > 0) || isFramed) {
    const inset = isFramed ? first.widthPx / 2 : 0;
    into.append(
      svgNode('rect', {
        x: x + inset,
        y: y + inset,
        width: Math.max(0, box.width - 2 * inset),
        height: Math.max(0, box.height - 2 * inset),
        rx: radius > 0 ? radius : null,
        fill: ground === null || ground.alpha === 0 ? 'none' : ground.hex,
        'fill-opacity': ground === null || ground.alpha === 1 ? null : ground.alpha,
        stroke: isFramed ? (first.colour?.hex ?? null) : null,
        'stroke-width': isFramed ? first.widthPx : null,
      }),
    );
  }
  if (isFramed) return;
  for (const { side, widthPx, colour } of sides) {
    into.append(
      svgNode('rect', { ...edgeOf(side, x, y, box, widthPx), fill: colour?.hex ?? null }),
    );
  }
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

function edgeOf(
  side: (typeof SIDES)[number],
  x: number,
  y: number,
  { width, height }: DOMRect,
  widthPx: number,
): Readonly<Record<'x' | 'y' | 'width' | 'height', number>> {
  if (side === 'Top') return { x, y, width, height: widthPx };
  if (side === 'Bottom') return { x, y: y + height - widthPx, width, height: widthPx };
  if (side === 'Left') return { x, y, width: widthPx, height };
  return { x: x + width - widthPx, y, width: widthPx, height };
}

function radiusOf(style: CSSStyleDeclaration, box: DOMRect): number {
  const radius = Number.parseFloat(style.borderTopLeftRadius);
  return style.borderTopLeftRadius.endsWith('%') ? (radius / 100) * box.width : radius;
}

/**
 * Thousands of nodes and ties are painted, and stay so: as vectors they would make a file that few
 * programs open. Their names lie over it as text.
 */
function copyCanvas(
  canvas: HTMLCanvasElement,
  box: DOMRect,
  into: SVGElement,
  { left, top }: Copying,
): void {
  if (canvas.width === 0 || canvas.height === 0) return;
  into.append(
    svgNode('image', {
      x: box.left - left,
      y: box.top - top,
      width: box.width,
      height: box.height,
      href: canvas.toDataURL('image/png'),
    }),
  );
}
