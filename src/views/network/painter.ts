/*
 * The picture of a large network: painted by the worker, moved with the camera until the next one comes.
 * Knows: a canvas, the worker, colours as the page has them. Must not know: names, gestures, the store.
 *
 *   gesture: the last picture is moved and scaled by the compositor, whatever the network's size
 *   at rest: the worker paints a new one, with a margin around what is seen, and nothing waits for it
 */
import type { PaintScene, Palette } from './drawCanvas.ts';
import { isSameCamera, type Camera, type PictureSize } from './layoutCamera.ts';
import type { LayoutClient } from './layoutClient.ts';
import type { PictureReport } from './layoutMessages.ts';
import type { Scene } from './layoutScene.ts';
import { SHAPES } from './layoutShapes.ts';

export interface Painter {
  setScene(scene: Scene): void;
  /** Moves the last picture to where the camera looks; asks for another where that one is due. */
  show(camera: Camera, size: PictureSize, places: Float32Array, isMoving: boolean): void;
  /** Places have changed: the next `show` asks for a new picture. */
  spoil(): void;
  take(report: PictureReport): void;
  /** Whether a picture is on its way: the last one is not of what is shown. */
  isAwaited(): boolean;
  clear(): void;
}

/** Painted beyond each edge, as a share of the size, so that a short pan finds it there. */
const MARGIN = 0.25;
const SLOTS = 8;

export function createPainter(canvas: HTMLCanvasElement, client: LayoutClient): Painter {
  let painted: PictureReport | null = null;
  let asked: { paint: number; camera: Camera; size: PictureSize } | null = null;
  let isSpoilt = true;
  let lastPaint = 0;
  let isWaiting = false;

  const move = (camera: Camera, { widthPx, heightPx }: PictureSize): void => {
    if (painted === null) return;
    const scale = camera.scale / painted.camera.scale;
    const x = (painted.camera.x - camera.x) * camera.scale + widthPx / 2;
    const y = (painted.camera.y - camera.y) * camera.scale + heightPx / 2;
    const left = x - (painted.widthPx / 2) * scale;
    const top = y - (painted.heightPx / 2) * scale;
    canvas.style.transform = `translate(${left.toFixed(2)}px,${top.toFixed(2)}px) scale(${scale.toFixed(4)})`;
  };

  return {
    setScene(scene) {
      client.send({ kind: 'scene', scene: paintSceneOf(scene, paletteOf(canvas)) });
      isSpoilt = true;
    },
    show(camera, size, places, isMoving) {
      move(camera, size);
      const isDue =
        isSpoilt ||
        asked === null ||
        !isSameCamera(asked.camera, camera) ||
        asked.size.widthPx !== size.widthPx ||
        asked.size.heightPx !== size.heightPx;
      if (!isDue || isWaiting || (isMoving && !isSpoilt)) return;
      lastPaint += 1;
      asked = { paint: lastPaint, camera, size };
      isSpoilt = false;
      isWaiting = true;
      client.send({
        kind: 'paint',
        paint: lastPaint,
        places: places.slice(),
        camera,
        widthPx: Math.round(size.widthPx * (1 + 2 * MARGIN)),
        heightPx: Math.round(size.heightPx * (1 + 2 * MARGIN)),
        pixelRatio: Math.min(2, window.devicePixelRatio),
      });
    },
    spoil() {
      isSpoilt = true;
    },
    take(report) {
      if (report.paint === lastPaint) isWaiting = false;
      painted = report;
      const { bitmap, widthPx, heightPx } = report;
      if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.style.width = `${String(widthPx)}px`;
        canvas.style.height = `${String(heightPx)}px`;
      }
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      canvas.hidden = false;
    },
    isAwaited: () => isWaiting,
    clear() {
      canvas.hidden = true;
      painted = null;
      asked = null;
    },
  };
}

function paintSceneOf({ nodes, ties }: Scene, palette: Palette): PaintScene {
  return {
    radii: Float32Array.from(nodes, ({ radius }) => radius),
    shapes: Uint8Array.from(nodes, ({ shape }) => SHAPES.indexOf(shape)),
    slots: Uint8Array.from(nodes, ({ node }) =>
      node.colour === null ? SLOTS : node.colour % SLOTS,
    ),
    isRest: Uint8Array.from(nodes, ({ isRest }) => Number(isRest)),
    from: Uint32Array.from(ties, ({ from }) => from.index),
    to: Uint32Array.from(ties, ({ to }) => to.index),
    widths: Float32Array.from(ties, ({ widthPx }) => widthPx),
    isTentative: Uint8Array.from(ties, ({ tie }) => Number(tie.isTentative)),
    palette,
  };
}

/** The tokens' colours as the present theme has them: a canvas knows no custom properties. */
function paletteOf(canvas: HTMLCanvasElement): Palette {
  const probe = document.createElement('span');
  canvas.after(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    ground: colour('--ground-view'),
    tie: colour('--thread'),
    slots: [
      ...Array.from({ length: SLOTS }, (_, slot) => colour(`--slot-${String(slot)}`)),
      colour('--ink-soft'),
    ],
    rest: colour('--bar-rest'),
  };
  probe.remove();
  return palette;
}
