/*
 * A drawing as an SVG file that looks the same wherever it is opened: the faces are inside.
 * Knows: drawings, fonts. Must not know: the store, the page's views.
 */
import { FEATURES } from '../picture/faces.ts';
import { svgNode } from '../picture/nodes.ts';
import type { Drawing } from '../sheet/sheet.ts';
import { embeddedFaces } from './fontFiles.ts';

const FAMILIES = new Set(['Inter Variable', 'Source Serif 4 Variable']);

export async function svgText({ svg }: Drawing, signal: AbortSignal): Promise<string> {
  const letters = [...new Set(svg.textContent)].join('');
  const titles = [...svg.querySelectorAll('text')].some((text) =>
    (text.getAttribute('font-family') ?? '').startsWith("'Source"),
  );
  const families = titles ? FAMILIES : new Set(['Inter Variable']);
  const faces = await embeddedFaces(families, letters, signal);
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('A copy of a drawing is none.');
  // A detached <style> of a file yet to be written: the page's own policy does not meet it.
  const style = svgNode('style', {}, [
    `${faces}\ntext{font-feature-settings:${FEATURES};white-space:pre}`,
  ]);
  copy.querySelector('desc')?.after(style);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

export async function svgFile(drawing: Drawing, signal: AbortSignal): Promise<Blob> {
  return new Blob([await svgText(drawing, signal)], { type: 'image/svg+xml' });
}
