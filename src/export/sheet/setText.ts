/*
 * Sets text in a column: breaks it into lines of a width, and puts them one under the other.
 * Knows: measures of faces. Must not know: what the text says, where it comes from.
 */
import { FAMILIES, type Face, type Measure } from '../picture/faces.ts';
import { svgNode, xmlText } from '../picture/nodes.ts';

export interface Style {
  readonly face: Face;
  readonly sizePx: number;
  readonly weight: number;
  readonly lineHeight: number;
  readonly fill: string;
}

/** Words with no room between them that are no longer than a line, as a browser would break them. */
export function breakLines(text: string, width: (text: string) => number, maxPx: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/u).filter((each) => each !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (width(longer) <= maxPx) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      // A word without end, such as an address, is broken where the line is full.
      line = word;
      while (width(line) > maxPx && line.length > 1) {
        const piece = fitting(line, width, maxPx);
        lines.push(piece);
        line = line.slice(piece.length);
      }
    }
    lines.push(line);
  }
  return lines;
}

/** The longest beginning that fits; at least one letter. */
function fitting(text: string, width: (text: string) => number, maxPx: number): string {
  const letters = Array.from(text);
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (width(letters.slice(0, middle).join('')) <= maxPx) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join('');
}

export interface SetText {
  readonly nodes: readonly SVGElement[];
  readonly heightPx: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
}

/** The text from (x, y) downwards; the nodes are to be appended by the caller. */
export function setText(text: string, style: Style, place: Place, measure: Measure): SetText {
  const { face, sizePx, weight, lineHeight, fill } = style;
  const metrics = measure(face, sizePx, weight);
  const lines = breakLines(text, metrics.width, place.widthPx);
  const stepPx = sizePx * lineHeight;
  const baseline = (stepPx - sizePx * 1.21) / 2 + sizePx * 1.21 * metrics.ascentShare;
  return {
    heightPx: lines.length * stepPx,
    nodes: lines.flatMap((line, i) =>
      line === ''
        ? []
        : [
            svgNode(
              'text',
              {
                x: place.x,
                y: place.y + i * stepPx + baseline,
                'font-family': FAMILIES[face],
                'font-size': sizePx,
                'font-weight': weight === 400 ? null : weight,
                fill,
              },
              [xmlText(line)],
            ),
          ],
    ),
  };
}

/** The nodes as a link, which whoever reads the file can follow. */
export function linked(nodes: readonly SVGElement[], href: string): SVGElement {
  const link = svgNode('a', { href, target: '_blank' }, nodes);
  // Programs from before SVG 2 know only this name.
  link.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', href);
  return link;
}
