/*
 * One picture of the map from the state: gathering, layout, easing, drawing, with what can be kept from
 * the last frame kept.
 * Knows: layout and draw. Must not know: React, gestures, when a frame is due.
 */
import type { PlacesAnswer } from '../../engine/port/places.ts';
import type { Place } from '../../model/types.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import { draw, type MapLayers, type MapLook } from './draw.ts';
import {
  drawGround,
  drawScale,
  moveGround,
  scaleOf,
  servesMeanwhile,
  type DrawnGround,
} from './drawGround.ts';
import type { Box, Side } from './labels.ts';
import { layout, layoutGroups, type Gathered, type MapGeometry } from './layout.ts';
import { ease, type ShownCircles } from './motion.ts';
import type { Outlines } from './outlines.ts';
import type { MapCamera, MapSize, Plane } from './projection.ts';

export interface Fonts {
  readonly name: MeasureText;
  readonly count: MeasureText;
}

export interface PictureInput {
  /** Null while it is on its way: only the ground is drawn. */
  readonly answer: PlacesAnswer | null;
  readonly plane: Plane;
  readonly camera: MapCamera;
  readonly size: MapSize;
  readonly fonts: Fonts;
  readonly outlines: Outlines | null;
  readonly includesParts: boolean;
  /** Places to show faintly where no matching event names them. */
  readonly rest: readonly Place[];
  /** Which group the tab key reaches, once it is known what stands where. */
  readonly look: (gathered: Gathered) => MapLook;
  /** No gesture and no flight is under way. */
  readonly isAtRest: boolean;
  /** Share of the way that circles go in this frame; 1 where nothing is to glide. */
  readonly glide: number;
}

export interface Picture {
  /** Draws a frame; tells the geometry as shown and whether circles are still on their way. */
  render(input: PictureInput): { readonly geometry: MapGeometry; readonly isSettled: boolean };
}

/** The scale stands in the lower left corner. */
const SCALE_BOX = { widthPx: 140, heightPx: 40 };
const NOTHING: PlacesAnswer = { places: [], placesTotal: 0, arcs: [], arcsTotal: 0, unplaced: 0 };

export function createPicture(layers: MapLayers): Picture {
  let gathered: Gathered | null = null;
  let gatheredFrom: Omit<Parameters<typeof layoutGroups>[0], 'answer'> & {
    readonly answer: PlacesAnswer;
  };
  let shown: ShownCircles | null = null;
  let ground: DrawnGround | null = null;
  let groundPlane: Plane | null = null;
  let sides: ReadonlyMap<string, Side> = new Map();

  const gather = (input: PictureInput): Gathered => {
    const { plane, size, includesParts, rest } = input;
    const answer = input.answer ?? NOTHING;
    const scale = input.camera.scale;
    if (gathered !== null) {
      const from = gatheredFrom;
      const isSame =
        from.answer === answer &&
        from.plane === plane &&
        from.size === size &&
        Math.abs(from.scale / scale - 1) < 1e-9 &&
        from.includesParts === includesParts &&
        from.rest === rest;
      if (isSame) return gathered;
    }
    gatheredFrom = { answer, plane, size, scale, includesParts, rest };
    gathered = layoutGroups(gatheredFrom);
    return gathered;
  };

  const renderGround = ({ plane, camera, size, outlines, isAtRest }: PictureInput): void => {
    const wanted: DrawnGround = { camera, size, outlines };
    const isSame =
      ground !== null &&
      groundPlane === plane &&
      ground.size === size &&
      (ground.outlines === outlines || (!isAtRest && ground.outlines !== null)) &&
      (isAtRest ? isSameCamera(ground.camera, camera) : servesMeanwhile(ground, camera));
    if (!isSame) {
      drawGround(layers.ground, wanted, plane);
      ground = wanted;
      groundPlane = plane;
    } else if (ground !== null) {
      moveGround(layers.ground, ground, camera);
    }
  };

  return {
    render(input) {
      const { camera, size, plane, fonts, glide } = input;
      renderGround(input);
      const scale = scaleOf(camera, size, plane);
      drawScale(layers.scale, scale);
      const groups = gather(input);
      const look = input.look(groups);
      const target = layout({
        gathered: groups,
        camera,
        size,
        measureName: fonts.name,
        measureCount: fonts.count,
        first: new Set(
          groups.groups
            .filter(({ members }) => members.some(({ id }) => look.found.has(id)))
            .map(({ key }) => key),
        ),
        taken: scale === null ? [] : [scaleBox(size)],
        before: sides,
      });
      sides = new Map(
        target.circles.flatMap(({ key, label }) => (label === null ? [] : [[key, label.side]])),
      );
      const eased = ease(target, shown, glide);
      shown = eased.shown;
      draw(layers, eased.geometry, look);
      return { geometry: eased.geometry, isSettled: eased.isSettled };
    },
  };
}

function scaleBox({ heightPx }: MapSize): Box {
  return { x0: 0, x1: SCALE_BOX.widthPx, y0: heightPx - SCALE_BOX.heightPx, y1: heightPx };
}

function isSameCamera(a: MapCamera, b: MapCamera): boolean {
  return a.scale === b.scale && a.centre[0] === b.centre[0] && a.centre[1] === b.centre[1];
}
