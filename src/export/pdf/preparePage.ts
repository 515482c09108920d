/*
 * A drawing made ready for PDF, which knows less than SVG: one face a piece of text, no halos, no masks,
 * no gradients that fade into nothing.
 * Knows: SVG as this program writes it. Must not know: the PDF library, where a drawing comes from.
 */
import { over } from '../picture/colours.ts';
import { faceOf, type Measure } from '../picture/faces.ts';
import { svgNode } from '../picture/nodes.ts';
import type { Drawing } from '../sheet/sheet.ts';
import { runsOf, type Cut, type FaceFile } from './faces.ts';

export interface PreparedPage {
  readonly svg: SVGSVGElement;
  /** The files that it is written in. */
  readonly files: ReadonlySet<FaceFile>;
}

export function preparePage({ svg, ground }: Drawing, measure: Measure): PreparedPage {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('A copy of a drawing is none.');
  const files = new Set<FaceFile>();
  for (const text of copy.querySelectorAll('text')) {
    text.replaceWith(...piecesOf(text, measure, files));
  }
  for (const masked of copy.querySelectorAll('[mask]')) {
    masked.removeAttribute('mask');
    masked.setAttribute('opacity', '0.5');
  }
  for (const stop of copy.querySelectorAll('stop[stop-opacity]')) {
    const colour = stop.getAttribute('stop-color') ?? '#000000';
    const alpha = Number(stop.getAttribute('stop-opacity'));
    stop.setAttribute('stop-color', over({ hex: colour, alpha: 1 }, alpha, ground));
    stop.removeAttribute('stop-opacity');
  }
  for (const title of copy.querySelectorAll('title, desc, mask')) title.remove();
  return { svg: copy, files };
}

/** From so heavy on a line is set in the bolder of the two cuts. */
const BOLD_FROM = 550;

function piecesOf(text: SVGTextElement, measure: Measure, files: Set<FaceFile>): SVGElement[] {
  const face = faceOf(text.getAttribute('font-family') ?? '');
  const weight = Number(text.getAttribute('font-weight') ?? 400);
  const sizePx = Number(text.getAttribute('font-size'));
  const cut: Cut =
    face === 'title' ? 'SourceSerifSemiBold' : weight >= BOLD_FROM ? 'InterSemiBold' : 'Inter';
  const { width } = measure(face, sizePx, weight);
  const said = text.textContent;
  const totalPx = width(said);
  const y = Number(text.getAttribute('y'));
  const right = text.getAttribute('direction') === 'rtl' ? totalPx : 0;
  const left = Number(text.getAttribute('x')) - right;
  const fill = text.getAttribute('fill') ?? '#000000';
  const opacity = text.getAttribute('fill-opacity');
  const pieces: SVGElement[] = [];
  const halo = text.getAttribute('stroke');
  if (halo !== null) pieces.push(plate(left, y, totalPx, sizePx, halo));
  // Writing from right to left has no cut here, and is painted whole: its order is the browser's affair.
  const runs = right > 0 ? [{ text: said, file: null }] : runsOf(said, cut);
  let at = left;
  for (const run of runs) {
    const x = at;
    // Titles in other scripts than Latin are set in the text's face, which is as wide as it is.
    const isOther = face === 'title' && run.file !== null && run.file.cut !== cut;
    at += isOther ? measure('text', sizePx, weight).width(run.text) : width(run.text);
    if (run.file === null) {
      pieces.push(
        painted(run.text, {
          x,
          y,
          sizePx,
          weight,
          fill,
          family: text.getAttribute('font-family') ?? '',
        }),
      );
      continue;
    }
    files.add(run.file);
    const piece = svgNode('text', {
      x,
      y,
      'font-family': run.file.family,
      'font-size': sizePx,
      fill,
      'fill-opacity': opacity,
      'xml:space': 'preserve',
    });
    piece.textContent = run.text;
    pieces.push(piece);
  }
  return pieces;
}

/** In the place of a halo: the ground behind the letters. */
function plate(x: number, y: number, widthPx: number, sizePx: number, fill: string): SVGElement {
  return svgNode('rect', {
    x: x - 2,
    y: y - sizePx * 0.86,
    width: widthPx + 4,
    height: sizePx * 1.1,
    rx: 2,
    fill,
    'fill-opacity': 0.8,
  });
}

interface PaintedText {
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly weight: number;
  readonly fill: string;
  readonly family: string;
}

const PAINTED_SCALE = 4;

/** Letters of scripts that the program brings no face for: painted with the system's own. */
function painted(text: string, { x, y, sizePx, weight, fill, family }: PaintedText): SVGElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return svgNode('g');
  const font = `${String(weight)} ${String(sizePx * PAINTED_SCALE)}px ${family}`;
  context.font = font;
  const widthPx = Math.max(1, Math.ceil(context.measureText(text).width));
  canvas.width = widthPx;
  canvas.height = Math.ceil(sizePx * PAINTED_SCALE * 1.5);
  context.font = font;
  context.fillStyle = fill;
  context.textBaseline = 'alphabetic';
  context.fillText(text, 0, sizePx * PAINTED_SCALE * 1.1);
  return svgNode('image', {
    x,
    y: y - sizePx * 1.1,
    width: widthPx / PAINTED_SCALE,
    height: canvas.height / PAINTED_SCALE,
    href: canvas.toDataURL('image/png'),
  });
}
