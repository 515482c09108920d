/*
 * The world's outlines on the plane: projected once, so that a picture of any part only scales them.
 * Knows: the atlas, the projection. Must not know: drawing, DOM.
 */
import { geoIdentity, geoPath, geoStream, type GeoPermissibleObjects, type GeoStream } from 'd3';
import type { Atlas } from './atlas.ts';
import { planeProjection, type MapCamera, type MapSize } from './projection.ts';

/** A point in GeoJSON. */
type Position = number[];

/** In units of the plane; a ring's last point is its first. */
interface Outline {
  readonly line: Position[];
  /** Left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
}

export interface Outlines {
  readonly land: readonly Outline[];
  readonly borders: readonly Outline[];
}

export interface OutlinePaths {
  readonly land: string;
  readonly borders: string;
}

/** Points closer than this to the last one are left out: nobody sees them. */
const THIN_PX = 0.7;

export function outlinesOf({ land, borders }: Atlas, meridian: number): Outlines {
  return { land: projectLines(land, meridian), borders: projectLines(borders, meridian) };
}

/**
 * SVG paths of what a camera shows and of so many pixels around it; `evenodd` fills the land.
 * Empty where nothing is there.
 */
export function outlinePaths(
  outlines: Outlines,
  camera: MapCamera,
  size: MapSize,
  aroundPx: Readonly<MapSize>,
): OutlinePaths {
  const { scale, centre } = camera;
  const fit = geoIdentity()
    .scale(scale)
    .translate([size.widthPx / 2 - centre[0] * scale, size.heightPx / 2 - centre[1] * scale])
    .clipExtent([
      [-aroundPx.widthPx, -aroundPx.heightPx],
      [size.widthPx + aroundPx.widthPx, size.heightPx + aroundPx.heightPx],
    ]);
  const path = geoPath({
    stream: (out: GeoStream) => thin(fit.stream(out), THIN_PX / scale),
  }).digits(1);
  const reachX = (size.widthPx / 2 + aroundPx.widthPx) / scale;
  const reachY = (size.heightPx / 2 + aroundPx.heightPx) / scale;
  const inView = (lines: readonly Outline[]): Position[][] =>
    lines
      .filter(
        ({ box: [left, top, right, bottom] }) =>
          left <= centre[0] + reachX &&
          right >= centre[0] - reachX &&
          top <= centre[1] + reachY &&
          bottom >= centre[1] - reachY,
      )
      .map(({ line }) => line);
  return {
    // All rings in one: what counts is which side of them a point lies on.
    land: path({ type: 'Polygon', coordinates: inView(outlines.land) }) ?? '',
    borders: path({ type: 'MultiLineString', coordinates: inView(outlines.borders) }) ?? '',
  };
}

/** d3's stream projects, and cuts at the world's edge; what comes out is collected as it comes. */
function projectLines(object: GeoPermissibleObjects, meridian: number): Outline[] {
  const outlines: Outline[] = [];
  let line: Position[] = [];
  let isRing = false;
  geoStream(
    object,
    planeProjection(meridian)
      // Lines are bent where straight ones would be off by a hundredth of a pixel of a world 1,000 px wide.
      .precision(1e-5)
      .stream({
        point: (x, y) => line.push([x, y]),
        lineStart: () => {
          line = [];
        },
        lineEnd: () => {
          const [first] = line;
          if (isRing && first !== undefined) line.push(first);
          if (line.length > 1) outlines.push({ line, box: boxOf(line) });
        },
        polygonStart: () => {
          isRing = true;
        },
        polygonEnd: () => {
          isRing = false;
        },
      }),
  );
  return outlines;
}

function boxOf(line: readonly Position[]): Outline['box'] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of line) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

/** Passes on the first point of a line, its last, and of those between what is far enough from the one before. */
function thin(out: GeoStream, least: number): GeoStream {
  let last: Position | null = null;
  let held: Position | null = null;
  return {
    point: (x, y) => {
      const [lastX = 0, lastY = 0] = last ?? [];
      if (last !== null && Math.abs(x - lastX) + Math.abs(y - lastY) < least) {
        held = [x, y];
        return;
      }
      last = [x, y];
      held = null;
      out.point(x, y);
    },
    lineStart: () => {
      last = null;
      held = null;
      out.lineStart();
    },
    lineEnd: () => {
      const [x = 0, y = 0] = held ?? [];
      if (held !== null) out.point(x, y);
      out.lineEnd();
    },
    polygonStart: () => out.polygonStart(),
    polygonEnd: () => out.polygonEnd(),
  };
}
