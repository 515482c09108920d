/*
 * Draws the ground of the map: water, land, borders, the lines of the globe, a scale.
 * Knows: outlines, the projection. Must not know: React, the store, places.
 *
 * It is drawn for a camera and some room around it; moving a little moves the drawn picture.
 */
import { geoDistance, geoGraticule, geoPath, type Selection } from 'd3';
import { setAttr, setText } from '../svg.ts';
import { outlinePaths, type Outlines } from './outlines.ts';
import {
  baseScale,
  planeProjection,
  toPlane,
  type MapCamera,
  type MapSize,
  type Plane,
  type Point,
} from './projection.ts';

export interface GroundLayers {
  readonly root: SVGGElement;
  readonly water: SVGPathElement;
  readonly graticule: SVGPathElement;
  readonly land: SVGPathElement;
  readonly borders: SVGPathElement;
  readonly edge: SVGPathElement;
}

/** What the ground was last drawn for. */
export interface DrawnGround {
  readonly camera: MapCamera;
  readonly size: MapSize;
  readonly outlines: Outlines | null;
}

/** Drawn so much further than the picture on every side, as a part of it. */
const AROUND = 0.5;
/** While a gesture lasts, the drawn picture serves within this factor of its scale. */
const SCALE_TOLERANCE = 2.4;
const GRATICULE_STEPS = [30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
/** Lines of the globe stand about so far apart at least. */
const GRATICULE_PX = 110;

export function createGround(
  parent: Selection<SVGGElement, unknown, null, undefined>,
): GroundLayers {
  const layer = (name: string): SVGPathElement => {
    const node = parent.append('path').attr('class', name).node();
    if (node === null) throw new Error('The map could not build its ground.');
    return node;
  };
  const root = parent.node();
  if (root === null) throw new Error('The map could not build its ground.');
  return {
    root,
    water: layer('water'),
    land: layer('land'),
    borders: layer('borders'),
    graticule: layer('graticule'),
    edge: layer('edge'),
  };
}

/** Draws afresh for this camera. */
export function drawGround(
  layers: GroundLayers,
  { camera, size, outlines }: DrawnGround,
  plane: Plane,
): void {
  const around = { widthPx: size.widthPx * AROUND, heightPx: size.heightPx * AROUND };
  const projection = planeProjection(plane.meridian)
    .scale(camera.scale)
    .translate([
      size.widthPx / 2 - camera.centre[0] * camera.scale,
      size.heightPx / 2 - camera.centre[1] * camera.scale,
    ])
    .clipExtent([
      [-around.widthPx, -around.heightPx],
      [size.widthPx + around.widthPx, size.heightPx + around.heightPx],
    ]);
  const path = geoPath(projection).digits(1);
  setAttr(layers.root, 'transform', null);
  setAttr(layers.water, 'd', path({ type: 'Sphere' }));
  setAttr(layers.edge, 'd', path({ type: 'Sphere' }));
  setAttr(layers.graticule, 'd', path(graticule(camera, size, plane)));
  const { land, borders } =
    outlines === null ? { land: '', borders: '' } : outlinePaths(outlines, camera, size, around);
  setAttr(layers.land, 'd', land === '' ? null : land);
  setAttr(layers.borders, 'd', borders === '' ? null : borders);
}

/** Moves what is drawn to where another camera has it. */
export function moveGround(layers: GroundLayers, drawn: DrawnGround, camera: MapCamera): void {
  const { x, y, ratio } = shiftOf(drawn, camera);
  const isThere = ratio === 1 && x === 0 && y === 0;
  setAttr(
    layers.root,
    'transform',
    isThere ? null : `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${ratio.toFixed(5)})`,
  );
}

/** Whether what is drawn can be moved to the camera without a gap and without looking coarse. */
export function servesMeanwhile(drawn: DrawnGround, camera: MapCamera): boolean {
  const { size } = drawn;
  const { x, y, ratio } = shiftOf(drawn, camera);
  const left = x - size.widthPx * AROUND * ratio;
  const top = y - size.heightPx * AROUND * ratio;
  const share = 1 + 2 * AROUND;
  return (
    ratio < SCALE_TOLERANCE &&
    ratio > 1 / SCALE_TOLERANCE &&
    left <= 0 &&
    top <= 0 &&
    left + size.widthPx * share * ratio >= size.widthPx &&
    top + size.heightPx * share * ratio >= size.heightPx
  );
}

function shiftOf(
  { camera: from, size }: DrawnGround,
  to: MapCamera,
): { x: number; y: number; ratio: number } {
  const ratio = to.scale / from.scale;
  return {
    ratio,
    x: (size.widthPx / 2) * (1 - ratio) + (from.centre[0] - to.centre[0]) * to.scale,
    y: (size.heightPx / 2) * (1 - ratio) + (from.centre[1] - to.centre[1]) * to.scale,
  };
}

/** Parallels and meridians of what is in sight, closer together the further one has zoomed in. */
function graticule(
  camera: MapCamera,
  size: MapSize,
  plane: Plane,
): ReturnType<ReturnType<typeof geoGraticule>> {
  const pxPerDegree = (camera.scale * Math.PI) / 180;
  const step = GRATICULE_STEPS.findLast((each) => each * pxPerDegree >= GRATICULE_PX) ?? 30;
  const lines = geoGraticule().step([step, step]).stepMajor([90, 360]);
  if (camera.scale < baseScale(size) * 8) return lines();
  const corners = ([-1, 0, 1] as const).flatMap((x) =>
    ([-1, 0, 1] as const).map((y): Point => {
      const reach = 0.5 + AROUND;
      return toPlane(
        [size.widthPx * (0.5 + x * reach), size.heightPx * (0.5 + y * reach)],
        camera,
        size,
      );
    }),
  );
  const seen = corners.map((corner) => plane.invert(corner));
  const span = (values: readonly number[]): [number, number] => [
    Math.floor(Math.min(...values) / step) * step,
    Math.ceil(Math.max(...values) / step) * step,
  ];
  const [west, east] = span(seen.map(({ longitude }) => longitude));
  const [south, north] = span(seen.map(({ latitude }) => latitude));
  // Over the date line the span would be the wrong way round the world; there, coarse lines will do.
  if (east - west > 180) return geoGraticule().step([10, 10])();
  return lines
    .extent([
      [west, Math.max(-90, south)],
      [east, Math.min(90, north)],
    ])
    .precision(Math.min(2.5, step))();
}

// ── The scale ────────────────────────────────────────────────────────────────────────────────────

export interface MapScale {
  readonly lengthPx: number;
  readonly words: string;
}

const EARTH_METRES = 6_371_000;
const SCALE_MOST_PX = 110;

/** The length of a round distance in the middle of the picture; null where no one length holds for all of it. */
export function scaleOf(camera: MapCamera, size: MapSize, plane: Plane): MapScale | null {
  if (camera.scale < baseScale(size) * 4) return null;
  const half = SCALE_MOST_PX / 2 / camera.scale;
  const [x, y] = camera.centre;
  const west = plane.invert([x - half, y]);
  const east = plane.invert([x + half, y]);
  const metres =
    EARTH_METRES * geoDistance([west.longitude, west.latitude], [east.longitude, east.latitude]);
  if (!(metres > 0)) return null;
  const power = 10 ** Math.floor(Math.log10(metres));
  const round = [5, 2, 1].find((each) => each * power <= metres) ?? 1;
  const length = round * power;
  return {
    lengthPx: (SCALE_MOST_PX * length) / metres,
    words: length >= 1000 ? `${String(length / 1000)} km` : `${String(length)} m`,
  };
}

/** Draws it into a group of its own, from the group's origin to the right. */
export function drawScale(group: SVGGElement, scale: MapScale | null): void {
  setAttr(group, 'visibility', scale === null ? 'hidden' : null);
  const line = group.querySelector('path');
  const text = group.querySelector('text');
  if (scale === null || line === null || text === null) return;
  setAttr(line, 'd', `M0.5,-5V0.5H${(scale.lengthPx + 0.5).toFixed(1)}V-5`);
  setAttr(text, 'x', 0);
  setAttr(text, 'y', -9);
  setText(text, scale.words);
}
