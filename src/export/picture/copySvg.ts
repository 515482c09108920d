/*
 * Copies an SVG of the page: shapes with their looks as attributes, at the places where they stand.
 * Knows: SVG, computed styles. Must not know: which view drew it, files.
 */
import { colourOf } from './colours.ts';
import { copyText } from './copyText.ts';
import type { Copying } from './copying.ts';
import { number, svgNode, xmlText } from './nodes.ts';

const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);
const GEOMETRY = ['d', 'x', 'y', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r'] as const;
const ENDS = ['x1', 'y1', 'x2', 'y2', 'points'] as const;

export function* copySvg(
  svg: SVGSVGElement,
  into: SVGElement,
  copying: Copying,
): Generator<undefined> {
  const references = createReferences(svg, copying);
  const clipped = isClipping(svg) ? clippedTo(svg, copying) : null;
  const group = clipped ?? svgNode('g');
  for (const child of svg.children) yield* copyNode(child, group, copying, references);
  if (group.childElementCount > 0) into.append(group);
}

/** Definitions that shapes name, each copied once: the new address of an old one. */
type References = (value: string) => string | null;

function* copyNode(
  node: Element,
  into: SVGElement,
  copying: Copying,
  references: References,
): Generator<undefined> {
  if (!(node instanceof SVGElement)) return;
  if (node.tagName === 'defs' || node.tagName === 'title') return;
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  yield;
  if (node instanceof SVGTextElement) copyLines(node, into, copying);
  else if (SHAPES.has(node.tagName) && node instanceof SVGGraphicsElement) {
    const shape = shapeOf(node, style, copying, references);
    if (shape !== null) into.append(shape);
  } else if (node.tagName === 'g' || node.tagName === 'svg') {
    const group = groupOf(node, style, copying);
    for (const child of node.children) yield* copyNode(child, group, copying, references);
    if (group.childElementCount > Number(group.firstElementChild?.tagName === 'title')) {
      into.append(group);
    }
  }
}

function groupOf(node: SVGElement, style: CSSStyleDeclaration, copying: Copying): SVGGElement {
  const group =
    node instanceof SVGSVGElement && isClipping(node) ? clippedTo(node, copying) : svgNode('g');
  if (style.opacity !== '1') group.setAttribute('opacity', style.opacity);
  const name = node.getAttribute('aria-label');
  // Whoever points at it, or has it read, is told what it is.
  if (name !== null) group.append(svgNode('title', {}, [xmlText(name)]));
  return group;
}

function isClipping(svg: SVGSVGElement): boolean {
  return getComputedStyle(svg).overflow !== 'visible';
}

/** A group that shows no more than the SVG's own room, which no program has to know of. */
function clippedTo(svg: SVGSVGElement, copying: Copying): SVGGElement {
  const matrix =
    svg.parentElement instanceof SVGGraphicsElement ? svg.parentElement.getScreenCTM() : null;
  const box =
    matrix === null
      ? svg.getBoundingClientRect()
      : new DOMRect(
          matrix.e + svg.x.baseVal.value,
          matrix.f + svg.y.baseVal.value,
          svg.width.baseVal.value,
          svg.height.baseVal.value,
        );
  return clipGroup(box, copying);
}

/** A group that is cut to a box of the window. */
export function clipGroup(box: DOMRect, copying: Copying): SVGGElement {
  const id = copying.newId();
  copying.defs.append(
    svgNode('clipPath', { id }, [
      svgNode('rect', {
        x: box.left - copying.left,
        y: box.top - copying.top,
        width: box.width,
        height: box.height,
      }),
    ]),
  );
  return svgNode('g', { 'clip-path': `url(#${id})` });
}

function copyLines(text: SVGTextElement, into: SVGElement, copying: Copying): void {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { currentNode } = walker;
    if (!(currentNode instanceof Text) || currentNode.parentElement === null) continue;
    copyText(currentNode, getComputedStyle(currentNode.parentElement), 'fill', into, copying);
  }
}

function shapeOf(
  node: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  copying: Copying,
  references: References,
): SVGElement | null {
  const fill = paintOf(style.fill, style.fillOpacity, references);
  const widthPx = Number.parseFloat(style.strokeWidth);
  const stroke = widthPx > 0 ? paintOf(style.stroke, style.strokeOpacity, references) : null;
  if (fill === null && stroke === null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller has seen that it is a shape
  const copy = svgNode(node.tagName as 'path', {
    fill: fill?.paint ?? 'none',
    'fill-opacity': fill === null || fill.alpha === 1 ? null : fill.alpha,
    'fill-rule': style.fillRule === 'nonzero' ? null : style.fillRule,
    opacity: style.opacity === '1' ? null : style.opacity,
  });
  for (const name of [...GEOMETRY, ...ENDS]) {
    const value = node.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  if (stroke !== null) {
    setStroke(copy, style, { ...stroke, widthPx });
  }
  if (style.paintOrder !== 'normal') copy.setAttribute('paint-order', 'stroke');
  const mask = node.getAttribute('mask');
  const copied = mask === null ? null : references(mask);
  if (copied !== null) copy.setAttribute('mask', copied);
  const place = placeOf(node, copying);
  if (place !== null) copy.setAttribute('transform', place);
  return copy;
}

function setStroke(
  copy: SVGElement,
  style: CSSStyleDeclaration,
  { paint, alpha, widthPx }: { paint: string; alpha: number; widthPx: number },
): void {
  copy.setAttribute('stroke', paint);
  if (widthPx !== 1) copy.setAttribute('stroke-width', number(widthPx));
  if (alpha !== 1) copy.setAttribute('stroke-opacity', number(alpha));
  if (style.strokeDasharray !== 'none') {
    copy.setAttribute('stroke-dasharray', style.strokeDasharray.replaceAll('px', ''));
  }
  if (style.strokeLinecap !== 'butt') copy.setAttribute('stroke-linecap', style.strokeLinecap);
  if (style.strokeLinejoin !== 'miter') copy.setAttribute('stroke-linejoin', style.strokeLinejoin);
  if (style.vectorEffect !== 'none') copy.setAttribute('vector-effect', style.vectorEffect);
}

interface Paint {
  readonly paint: string;
  readonly alpha: number;
}

function paintOf(value: string, opacity: string, references: References): Paint | null {
  if (value === 'none') return null;
  const colour = colourOf(value);
  if (colour === null) {
    const address = references(value);
    return address === null ? null : { paint: address, alpha: Number(opacity) };
  }
  const alpha = colour.alpha * Number(opacity);
  return alpha === 0 ? null : { paint: colour.hex, alpha };
}

/** From the shape's own coordinates to the picture's. */
function placeOf(node: SVGGraphicsElement, copying: Copying): string | null {
  const matrix = node.getScreenCTM();
  if (matrix === null) return null;
  const x = matrix.e - copying.left;
  const y = matrix.f - copying.top;
  const isMoved = matrix.a === 1 && matrix.b === 0 && matrix.c === 0 && matrix.d === 1;
  if (isMoved && x === 0 && y === 0) return null;
  return isMoved
    ? `translate(${number(x)},${number(y)})`
    : `matrix(${[matrix.a, matrix.b, matrix.c, matrix.d].map((part) => part.toFixed(5)).join(',')},${number(x)},${number(y)})`;
}

function createReferences(svg: SVGSVGElement, copying: Copying): References {
  const known = new Map<string, string | null>();
  const references: References = (value) => {
    const id = /^url\(["']?#([^"')]+)["']?\)/u.exec(value)?.[1];
    if (id === undefined) return null;
    const before = known.get(id);
    if (before !== undefined) return before;
    const source = svg.querySelector(`#${CSS.escape(id)}`);
    const copy = source === null ? null : definitionOf(source, copying, references);
    if (copy !== null) copying.defs.append(copy);
    const address = copy === null ? null : `url(#${copy.id})`;
    known.set(id, address);
    return address;
  };
  return references;
}

/** A gradient, pattern or mask with its looks as attributes, under an id of its own. */
function definitionOf(source: Element, copying: Copying, references: References): Element | null {
  const copy = source.cloneNode(false);
  if (!(copy instanceof Element)) return null;
  copy.id = copying.newId();
  copy.removeAttribute('class');
  for (const child of source.children) {
    const style = getComputedStyle(child);
    const part = child.cloneNode(false);
    if (!(part instanceof Element)) continue;
    part.removeAttribute('class');
    if (child.tagName === 'stop') {
      const colour = colourOf(style.stopColor);
      const alpha = (colour?.alpha ?? 1) * Number(style.stopOpacity);
      part.setAttribute('stop-color', colour?.hex ?? '#000000');
      if (alpha !== 1) part.setAttribute('stop-opacity', String(alpha));
    } else {
      const fill = paintOf(style.fill, style.fillOpacity, references);
      const stroke = paintOf(style.stroke, style.strokeOpacity, references);
      part.setAttribute('fill', fill?.paint ?? 'none');
      if (stroke !== null) {
        part.setAttribute('stroke', stroke.paint);
        part.setAttribute('stroke-width', style.strokeWidth.replace('px', ''));
      }
    }
    copy.append(part);
  }
  return copy;
}
