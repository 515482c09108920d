/*
 * From degrees to the screen and back: the world as a plane, and the part of it that a window shows.
 * Knows: the Equal Earth projection. Must not know: places, the atlas, the store, DOM.
 *
 *   degrees ──project──> plane (the projection at scale 1, y down) ──scale, centre──> CSS pixels
 *
 * The plane does not turn while one pans, so that panning and zooming only move and scale.
 * Equal Earth: Šavrič, Patterson and Jenny (2018); areas keep their proportion, no land is drawn larger
 * than another of its size.
 */
import { extent, geoEqualEarth, type GeoProjection } from 'd3';
import type { MapChoices } from '../../state/choices.ts';

export type MapWindow = NonNullable<MapChoices['window']>;

/** Degrees, WGS 84; within -90 to 90 and -180 to 180. */
export interface Degrees {
  readonly latitude: number;
  readonly longitude: number;
}

export type Point = readonly [x: number, y: number];

export interface Plane {
  /** The longitude in the middle of the world. */
  readonly meridian: number;
  readonly project: (at: Degrees) => Point;
  readonly invert: (point: Point) => Degrees;
}

export interface MapSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What is on the screen: the plane's point in its middle, and pixels per unit of the plane. */
export interface MapCamera {
  readonly centre: Point;
  readonly scale: number;
}

/** Half the plane's width and height, as the projection gives them for 180° east and 90° south. */
export const HALF_WIDTH = 2.706_629_983_696_075;
const HALF_HEIGHT = 1.317_362_759_157_413;

/** At 1 the whole world just fits into the picture; at the most a pixel is some ten metres. */
export const MIN_ZOOM = 0.75;
export const MAX_ZOOM = 4096;
/** Nearer than this the fit does not go: what lies around says where one is. */
const FIT_ZOOM_MOST = 24;
/** A history within so many degrees is drawn about its own middle, where shapes are truest. */
const REGION_DEGREES = 100;

/** The degrees of a stranger's coordinates; null where they are no place on Earth. */
export function degreesOf(at: Degrees | null): Degrees | null {
  if (at === null || !Number.isFinite(at.latitude) || !Number.isFinite(at.longitude)) return null;
  if (Math.abs(at.latitude) > 90) return null;
  return { latitude: at.latitude, longitude: wrapLongitude(at.longitude) };
}

/** The longitude within -180 to 180, both included. */
export function wrapLongitude(longitude: number): number {
  if (Math.abs(longitude) <= 180) return longitude;
  return longitude - 360 * Math.round(longitude / 360);
}

export function createPlane(meridian: number): Plane {
  const projection = planeProjection(meridian);
  const upright = planeProjection(0);
  return {
    meridian,
    project: ({ longitude, latitude }) => projection([longitude, latitude]) ?? [0, 0],
    invert: ([x, y]) => {
      // Beyond the world's edge, the nearest point on its parallel; the formula knows no edge.
      const inY = clamp(y, HALF_HEIGHT);
      const latitude = clamp(upright.invert?.([0, inY])?.[1] ?? 0, 90);
      const edge = Math.abs(upright([180, latitude])?.[0] ?? 0) * (1 - 1e-9);
      const turn = upright.invert?.([clamp(x, edge), inY])?.[0] ?? 0;
      return { longitude: wrapLongitude(meridian + turn), latitude };
    },
  };
}

/** The plane as d3 knows it, for lines and areas. */
export function planeProjection(meridian: number): GeoProjection {
  return geoEqualEarth().rotate([-meridian, 0]).scale(1).translate([0, 0]);
}

/**
 * The longitude to draw the world about: the middle of a region; of a history that lies on both sides
 * of the date line, the middle of it; Greenwich, as on most maps of the world, for all others.
 */
export function meridianOf(places: readonly Degrees[]): number {
  const sorted = places.map(({ longitude }) => longitude).toSorted((a, b) => a - b);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return 0;
  // The widest stretch without a place; the other way round, all places lie.
  let gap = first + 360 - last;
  let start = first;
  for (let i = 1; i < sorted.length; i += 1) {
    const [before = 0, after = 0] = [sorted[i - 1], sorted[i]];
    if (after - before > gap) {
      gap = after - before;
      start = after;
    }
  }
  const span = 360 - gap;
  const crossesDateLine = start + span > 180;
  if (span > REGION_DEGREES && !crossesDateLine) return 0;
  // Whole degrees: the plane stays the same when a place is moved a little.
  return Math.round(wrapLongitude(start + span / 2));
}

/** Pixels per unit of the plane at zoom 1. */
export function baseScale({ widthPx, heightPx }: MapSize): number {
  return Math.max(1e-6, Math.min(widthPx / (2 * HALF_WIDTH), heightPx / (2 * HALF_HEIGHT)));
}

export function cameraOf(window: MapWindow, plane: Plane, size: MapSize): MapCamera {
  const at = degreesOf(window) ?? { latitude: 0, longitude: plane.meridian };
  const zoom = Number.isFinite(window.zoom) ? window.zoom : 1;
  return {
    centre: plane.project(at),
    scale: baseScale(size) * Math.min(Math.max(zoom, MIN_ZOOM), MAX_ZOOM),
  };
}

/** As a choice: rounded to what can be seen, so that an address stays readable. */
export function windowOf(camera: MapCamera, plane: Plane, size: MapSize): MapWindow {
  const zoom = camera.scale / baseScale(size);
  const { longitude, latitude } = plane.invert(camera.centre);
  // A tenth of a pixel of a screen 4,000 px wide, in degrees.
  const digits = Math.max(0, Math.ceil(Math.log10((zoom * 4000 * 10) / 360)));
  return {
    longitude: rounded(longitude, digits),
    latitude: rounded(latitude, digits),
    zoom: Number(zoom.toPrecision(5)),
  };
}

/** The camera with its middle on the world and its scale within the limits. */
export function clampCamera(camera: MapCamera, size: MapSize): MapCamera {
  const base = baseScale(size);
  return {
    centre: [clamp(camera.centre[0], HALF_WIDTH), clamp(camera.centre[1], HALF_HEIGHT)],
    scale: Math.min(Math.max(camera.scale, base * MIN_ZOOM), base * MAX_ZOOM),
  };
}

/** Zooms by `factor` (above 1: in) so that the plane's point `about` stays where it is on the screen. */
export function zoomCamera(
  camera: MapCamera,
  factor: number,
  about: Point,
  size: MapSize,
): MapCamera {
  const { scale } = clampCamera({ ...camera, scale: camera.scale * factor }, size);
  const share = camera.scale / scale;
  return clampCamera(
    {
      scale,
      centre: [
        about[0] + (camera.centre[0] - about[0]) * share,
        about[1] + (camera.centre[1] - about[1]) * share,
      ],
    },
    size,
  );
}

/** Pans by a share of the picture's own width and height (positive: towards east and south). */
export function panCamera(
  camera: MapCamera,
  xShare: number,
  yShare: number,
  size: MapSize,
): MapCamera {
  return clampCamera(
    {
      scale: camera.scale,
      centre: [
        camera.centre[0] + (size.widthPx * xShare) / camera.scale,
        camera.centre[1] + (size.heightPx * yShare) / camera.scale,
      ],
    },
    size,
  );
}

/** The camera that shows all points with room about them for circles and names; the world for none. */
export function fitCamera(
  points: readonly Point[],
  size: MapSize,
  most = FIT_ZOOM_MOST,
): MapCamera {
  const base = baseScale(size);
  if (points.length === 0) return { centre: [0, 0], scale: base };
  const [x0 = 0, x1 = 0] = extent(points, ([x]) => x);
  const [y0 = 0, y1 = 0] = extent(points, ([, y]) => y);
  const [marginX, marginY] = [fitMargin(size.widthPx), fitMargin(size.heightPx)];
  const wanted = Math.min(
    Math.max(size.widthPx - 2 * marginX, 1) / Math.max(x1 - x0, 1e-9),
    Math.max(size.heightPx - 2 * marginY, 1) / Math.max(y1 - y0, 1e-9),
  );
  const { scale } = clampCamera({ centre: [0, 0], scale: Math.min(wanted, base * most) }, size);
  return {
    scale,
    centre: [
      fitCentre(x0, x1, HALF_WIDTH, size.widthPx / scale, marginX / scale),
      fitCentre(y0, y1, HALF_HEIGHT, size.heightPx / scale, marginY / scale),
    ],
  };
}

/**
 * The middle of what is to be seen, moved off it as far as that shows less of what lies beyond the
 * world's edge and leaves half the margin. All in units of the plane, along one axis.
 */
function fitCentre(
  from: number,
  to: number,
  halfWorld: number,
  length: number,
  margin: number,
): number {
  const middle = (from + to) / 2;
  // A picture larger than the world has the world in its middle, as far as it can.
  const inside = Math.max(0, halfWorld - length / 2);
  const wanted = Math.min(Math.max(middle, -inside), inside);
  const least = to + margin / 2 - length / 2;
  const most = from - margin / 2 + length / 2;
  return clamp(least > most ? middle : Math.min(Math.max(wanted, least), most), halfWorld);
}

function fitMargin(lengthPx: number): number {
  return Math.min(96, lengthPx * 0.16);
}

export function toScreen([x, y]: Point, { centre, scale }: MapCamera, size: MapSize): Point {
  return [size.widthPx / 2 + (x - centre[0]) * scale, size.heightPx / 2 + (y - centre[1]) * scale];
}

export function toPlane([x, y]: Point, { centre, scale }: MapCamera, size: MapSize): Point {
  return [centre[0] + (x - size.widthPx / 2) / scale, centre[1] + (y - size.heightPx / 2) / scale];
}

function clamp(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(Math.min(digits, 8)));
}
