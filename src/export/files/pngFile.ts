/*
 * A drawing as a PNG of any size, painted from its SVG with the faces inside.
 * Knows: SVG text, canvases. Must not know: views, the store.
 */
import type { Drawing } from '../sheet/sheet.ts';
import { svgText } from './svgFile.ts';

/** Browsers paint no canvas beyond this. */
const LONGEST_SIDE_PX = 16_384;
const FOUR_K_PX = 3840;

export type PngSize = 'screen' | 'double' | '4k';

/** How many pixels of the file one of the drawing becomes. */
export function scaleOf(size: PngSize, widthPx: number, heightPx: number): number {
  const wanted = size === 'screen' ? 1 : size === 'double' ? 2 : FOUR_K_PX / widthPx;
  return Math.min(wanted, LONGEST_SIDE_PX / Math.max(widthPx, heightPx));
}

export async function pngFile(drawing: Drawing, size: PngSize, signal: AbortSignal): Promise<Blob> {
  const { widthPx, heightPx } = drawing;
  const text = await svgText(drawing, signal);
  const scale = scaleOf(size, widthPx, heightPx);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image(Math.round(widthPx * scale), Math.round(heightPx * scale));
    image.src = url;
    await image.decode();
    signal.throwIfAborted();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await blobOf(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture is too large for this browser to paint.'));
      else resolve(blob);
    }, 'image/png');
  });
}
