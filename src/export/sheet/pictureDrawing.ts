/*
 * A picture by itself as a drawing, without words around it.
 * Knows: pictures. Must not know: what is in it, which file it becomes.
 */
import { svgNode } from '../picture/nodes.ts';
import type { Picture } from '../picture/takePicture.ts';
import type { Drawing } from './sheet.ts';

export function pictureDrawing({ defs, group, widthPx, heightPx, ground }: Picture): Drawing {
  const svg = svgNode('svg', {
    width: widthPx,
    height: heightPx,
    viewBox: `0 0 ${String(widthPx)} ${String(heightPx)}`,
    'xml:space': 'preserve',
  });
  svg.append(
    svgNode('desc'),
    defs,
    svgNode('rect', { width: widthPx, height: heightPx, fill: ground }),
    group,
  );
  return { svg, widthPx, heightPx, ground };
}
