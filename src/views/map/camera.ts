/*
 * Cameras and d3-zoom's transforms, which are relative to the whole world in the middle; and flights.
 * Knows: both. Must not know: the store, gestures, drawing.
 */
import { interpolateZoom, zoomIdentity, type ZoomTransform } from 'd3';
import { baseScale, type MapCamera, type MapSize } from './projection.ts';

export function transformAt({ centre, scale }: MapCamera, size: MapSize): ZoomTransform {
  const k = scale / baseScale(size);
  return zoomIdentity
    .translate(
      (size.widthPx / 2) * (1 - k) - centre[0] * scale,
      (size.heightPx / 2) * (1 - k) - centre[1] * scale,
    )
    .scale(k);
}

export function cameraAt({ k, x, y }: ZoomTransform, size: MapSize): MapCamera {
  const scale = baseScale(size) * k;
  return {
    scale,
    centre: [
      ((size.widthPx / 2) * (1 - k) - x) / scale,
      ((size.heightPx / 2) * (1 - k) - y) / scale,
    ],
  };
}

/** The way that looks shortest: out, over and in again (van Wijk and Nuij, 2003). */
export function flightPath(
  from: MapCamera,
  to: MapCamera,
  size: MapSize,
): (t: number) => MapCamera {
  const viewOf = ({ centre, scale }: MapCamera): [number, number, number] => [
    centre[0],
    centre[1],
    size.widthPx / scale,
  ];
  const between = interpolateZoom(viewOf(from), viewOf(to));
  return (t) => {
    if (t >= 1) return to;
    const [x, y, width] = between(t);
    return { centre: [x, y], scale: size.widthPx / width };
  };
}

/** Closer than a pixel or two there is nothing to fly: a settled window is only rounded. */
export function isAlmostSame(a: MapCamera, b: MapCamera, size: MapSize): boolean {
  const reach = (Math.max(size.widthPx, size.heightPx) / 2) * Math.abs(a.scale / b.scale - 1);
  return (
    Math.abs(a.centre[0] - b.centre[0]) * b.scale < 1.5 &&
    Math.abs(a.centre[1] - b.centre[1]) * b.scale < 1.5 &&
    reach < 1.5
  );
}

export function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - Math.pow(-2 * t + 2, 3) / 2;
}
