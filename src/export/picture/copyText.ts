/*
 * Copies text off the page, line by line, to where it stands.
 * Knows: text nodes, computed styles. Must not know: which view, boxes, files.
 */
import { colourOf } from './colours.ts';
import { faceOf, FAMILIES } from './faces.ts';
import { svgNode, xmlText } from './nodes.ts';
import type { Copying } from './copying.ts';

interface Line {
  text: string;
  left: number;
  right: number;
  top: number;
  height: number;
}

/** Lines of one text node as the browser has broken them, in the window's coordinates. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    const { left, right, top, height } = range.getBoundingClientRect();
    // Spaces that the browser has folded away have no room.
    if (height === 0 || (right - left === 0 && letter.trim() === '')) continue;
    const line = lines.at(-1);
    if (line === undefined || Math.abs(top - line.top) > height / 2) {
      lines.push({ text: letter, left, right, top, height });
    } else {
      line.text += letter;
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
    }
  }
  return lines.filter(({ text }) => text.trim() !== '');
}

/** Copies a text node of the page or of an SVG in it; `paint` says which property its colour is. */
export function copyText(
  node: Text,
  style: CSSStyleDeclaration,
  paint: 'color' | 'fill',
  into: SVGElement,
  copying: Copying,
): void {
  const colour = colourOf(paint === 'color' ? style.color : style.fill);
  if (colour === null || colour.alpha === 0) return;
  const face = faceOf(style.fontFamily);
  const sizePx = Number.parseFloat(style.fontSize);
  // Weights between the hundreds are nothing to programs from before variable faces.
  const weight = 100 * Math.ceil(Number.parseFloat(style.fontWeight) / 100 - 0.5);
  const { ascentShare } = copying.measure(face, sizePx, weight);
  const isRightToLeft = style.direction === 'rtl';
  const halo = paint === 'fill' ? haloOf(style) : null;
  const opacity = paint === 'fill' ? Number(style.fillOpacity) : 1;
  for (const line of visibleOf(linesOf(node), node)) {
    into.append(
      svgNode(
        'text',
        {
          x: (isRightToLeft ? line.right : line.left) - copying.left,
          y: line.top + line.height * ascentShare - copying.top,
          direction: isRightToLeft ? 'rtl' : null,
          'font-family': FAMILIES[face],
          'font-size': sizePx,
          'font-weight': weight === 400 ? null : weight,
          'font-style': style.fontStyle === 'normal' ? null : style.fontStyle,
          'letter-spacing': style.letterSpacing === 'normal' ? null : style.letterSpacing,
          fill: colour.hex,
          'fill-opacity': colour.alpha * opacity === 1 ? null : colour.alpha * opacity,
          ...(halo === null
            ? {}
            : {
                'paint-order': 'stroke',
                stroke: halo.hex,
                'stroke-width': halo.widthPx,
                'stroke-linejoin': 'round',
              }),
        },
        [xmlText(line.text.trimEnd())],
      ),
    );
  }
}

/** The ground's colour around letters that stand over lines. */
function haloOf(style: CSSStyleDeclaration): { hex: string; widthPx: number } | null {
  const colour = colourOf(style.stroke);
  const widthPx = Number.parseFloat(style.strokeWidth);
  if (colour === null || colour.alpha === 0 || !(widthPx > 0)) return null;
  return { hex: colour.hex, widthPx };
}

/** Without the lines that a cell of few lines hides; the last one then ends as the browser ends it. */
function visibleOf(lines: readonly Line[], node: Text): readonly Line[] {
  const clamped = node.parentElement?.closest('.table-cell');
  if (clamped === null || clamped === undefined) return lines;
  const bottom = clamped.getBoundingClientRect().bottom;
  const visible = lines.filter((line) => line.top + line.height / 2 < bottom);
  const last = visible.at(-1);
  if (visible.length === lines.length || last === undefined) return visible;
  return [...visible.slice(0, -1), { ...last, text: `${last.text.trimEnd()}…` }];
}
