/*
 * The visible part of the layout: its middle, and pixels per unit; and the one that shows all.
 * Knows: layout units, the picture's size. Must not know: gestures, the store.
 *
 *   pixel = (unit − middle) · scale + size / 2
 */

export interface Camera {
  readonly x: number;
  readonly y: number;
  /** Pixels per unit. */
  readonly scale: number;
}

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A node with its name, around its middle, in pixels whatever the scale. */
export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly halfWidthPx: number;
  readonly abovePx: number;
  readonly belowPx: number;
}

/** A handful of nodes is not blown up to fill a wall. */
const FIT_SCALE_LIMIT = 1.5;
const MARGIN_PX = 10;
const LEAST_SCALE = 0.01;
/** So far one may zoom out beyond all, and in beyond the layout's own size. */
const BEYOND_FIT = 0.5;
const MOST_SCALE = 8;

export function fitCamera(extents: readonly Extent[], { widthPx, heightPx }: PictureSize): Camera {
  if (extents.length === 0) return { x: 0, y: 0, scale: 1 };
  let scale = FIT_SCALE_LIMIT;
  // Names keep their size at every scale: which node reaches furthest hangs on the scale itself.
  for (let round = 0; round < 4; round += 1) {
    const x = reachOf(extents, scale, (e) => [e.x, e.halfWidthPx, e.halfWidthPx]);
    const y = reachOf(extents, scale, (e) => [e.y, e.abovePx, e.belowPx]);
    const wanted = Math.min(
      fitting(widthPx - 2 * MARGIN_PX, x),
      fitting(heightPx - 2 * MARGIN_PX, y),
      FIT_SCALE_LIMIT,
    );
    if (Math.abs(wanted / scale - 1) < 1e-3) break;
    scale = Math.max(LEAST_SCALE, wanted);
  }
  const x = reachOf(extents, scale, (e) => [e.x, e.halfWidthPx, e.halfWidthPx]);
  const y = reachOf(extents, scale, (e) => [e.y, e.abovePx, e.belowPx]);
  return { x: middleOf(x, scale), y: middleOf(y, scale), scale };
}

interface Reach {
  /** Middles of the outermost nodes, in units. */
  readonly first: number;
  readonly last: number;
  /** What stands beyond those middles, in pixels. */
  readonly beforePx: number;
  readonly afterPx: number;
}

function reachOf(
  extents: readonly Extent[],
  scale: number,
  side: (extent: Extent) => readonly [at: number, beforePx: number, afterPx: number],
): Reach {
  let first = 0;
  let last = 0;
  let beforePx = 0;
  let afterPx = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const extent of extents) {
    const [at, before, after] = side(extent);
    if (at * scale - before < least) {
      least = at * scale - before;
      first = at;
      beforePx = before;
    }
    if (at * scale + after > most) {
      most = at * scale + after;
      last = at;
      afterPx = after;
    }
  }
  return { first, last, beforePx, afterPx };
}

function fitting(roomPx: number, { first, last, beforePx, afterPx }: Reach): number {
  const length = last - first;
  return length <= 0 ? FIT_SCALE_LIMIT : Math.max(0, roomPx - beforePx - afterPx) / length;
}

function middleOf({ first, last, beforePx, afterPx }: Reach, scale: number): number {
  return (first + last) / 2 + (afterPx - beforePx) / 2 / scale;
}

export function scaleLimits(fit: Camera): { readonly min: number; readonly max: number } {
  return { min: fit.scale * BEYOND_FIT, max: Math.max(MOST_SCALE, fit.scale) };
}

export function zoomed(camera: Camera, factor: number, fit: Camera): Camera {
  const { min, max } = scaleLimits(fit);
  return { ...camera, scale: Math.min(max, Math.max(min, camera.scale * factor)) };
}

/** In the middle of a flight: scales go in proportion, so that the speed looks even. */
export function cameraBetween(a: Camera, b: Camera, t: number): Camera {
  const scale = a.scale * Math.pow(b.scale / a.scale, t);
  // The point that both show in one place stays there: middles go with the scale, not with time.
  const share = a.scale === b.scale ? t : (1 / a.scale - 1 / scale) / (1 / a.scale - 1 / b.scale);
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, scale };
}

export function isSameCamera(a: Camera | null, b: Camera | null): boolean {
  return a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.scale === b.scale);
}

/** Nodes grow and shrink less than the ground between them. */
export function nodeZoom(scale: number): number {
  return Math.min(1.4, Math.max(0.22, Math.sqrt(scale)));
}
