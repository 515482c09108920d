/*
 * From an answer and a camera to what is drawn: circles with their names, and arcs.
 * Knows: places, the plane. Must not know: React, the store, DOM.
 *
 *   places ──spots──> on the plane ──gather──> groups ──place──> circles and names on the screen
 *
 * Gathering depends on the scale and not on where one is, so that a pan only places anew.
 */
import type { PlaceCount, PlacesAnswer } from '../../engine/port/places.ts';
import type { Place } from '../../model/types.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import { arcsBetween, type GroupArc } from './arcs.ts';
import { gather, type PlaceGroup, type Spot } from './gather.ts';
import { placeLabels, type Box, type LabelWish, type Side } from './labels.ts';
import { degreesOf, toScreen, type MapCamera, type MapSize, type Plane } from './projection.ts';
import { radiusScale, REST_RADIUS_PX, type RadiusOf } from './sizes.ts';

/** What stands on the map at a scale, wherever one looks. */
export interface Gathered {
  readonly groups: readonly PlaceGroup[];
  readonly arcs: readonly GroupArc[];
  readonly radiusOf: RadiusOf;
}

export interface GatherInput {
  readonly answer: PlacesAnswer;
  readonly plane: Plane;
  readonly scale: number;
  readonly size: MapSize;
  readonly includesParts: boolean;
  /** Places to show faintly where no matching event names them. */
  readonly rest: readonly Place[];
}

export interface PlacedCircle {
  readonly key: string;
  readonly group: PlaceGroup;
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** The number of events stands in the circle; else beside the name. */
  readonly isCountInside: boolean;
  /** Null where there was no room for it. */
  readonly label: { readonly name: string; readonly side: Side; readonly box: Box } | null;
}

export interface PlacedArc {
  readonly arc: GroupArc;
  readonly widthPx: number;
  /** An SVG path; empty where it is out of sight. */
  readonly path: string;
  /** Neither of its ends is in sight. */
  readonly isPassing: boolean;
}

export interface MapGeometry {
  readonly size: MapSize;
  readonly camera: MapCamera;
  /** The largest first, so that smaller ones are drawn over them. */
  readonly circles: readonly PlacedCircle[];
  readonly arcs: readonly PlacedArc[];
  /** Groups within the picture or not. */
  readonly groups: readonly PlaceGroup[];
}

export interface PlaceInput {
  readonly gathered: Gathered;
  readonly camera: MapCamera;
  readonly size: MapSize;
  readonly measureName: MeasureText;
  readonly measureCount: MeasureText;
  /** Keys of groups whose names come before heavier ones: what is chosen. */
  readonly first: ReadonlySet<string>;
  readonly taken: readonly Box[];
  readonly before: ReadonlyMap<string, Side>;
}

/** Longer names stand nowhere whole; the card and the accessible name have them. */
const NAME_MOST = 48;
const COUNT_GAP_PX = 5;
/** The font of counts within circles, for how much of a circle they need. */
const COUNT_HEIGHT_PX = 12;

/** Places with coordinates on Earth, on the plane. */
export function spotsOf(places: readonly PlaceCount[], plane: Plane): Spot[] {
  return places.flatMap((place) => {
    const at = degreesOf(place.at);
    return at === null ? [] : [{ place, at, point: plane.project(at) }];
  });
}

/** Places that no coordinates say where to draw, and that some matching event names. */
export function unlocated(places: readonly PlaceCount[]): PlaceCount[] {
  return places.filter(({ at, count }) => count > 0 && degreesOf(at) === null);
}

/** More faint dots than this would be no context any more. */
const REST_MOST = 400;

/** Places that have coordinates of their own, and no matching event. */
function restPlaces(rest: readonly Place[], answered: readonly PlaceCount[]): PlaceCount[] {
  const known = new Set(answered.map(({ id }) => id));
  return rest
    .flatMap(({ id, name, within = null, latitude, longitude }): PlaceCount[] => {
      if (known.has(id) || latitude === undefined || longitude === undefined) return [];
      const at = { latitude, longitude, isOwn: true };
      return [{ id, name, within, at, count: 0, gathered: 0, total: 0 }];
    })
    .slice(0, REST_MOST);
}

export function layoutGroups(input: GatherInput): Gathered {
  const { answer, plane, scale, size, includesParts, rest } = input;
  const spots = spotsOf([...answer.places, ...restPlaces(rest, answer.places)], plane);
  const most = spots.reduce((max, { place }) => Math.max(max, place.count, place.gathered), 0);
  const groups = gather({
    spots,
    arcs: answer.arcs,
    scale,
    radiusOf: radiusScale(most, size),
    includesParts,
  });
  // What is gathered may count more than any one place: then all circles are drawn to that.
  const mostGathered = groups.reduce((max, { count }) => Math.max(max, count), most);
  return {
    groups,
    arcs: arcsBetween(groups, answer.arcs, plane),
    radiusOf: radiusScale(mostGathered, size),
  };
}

/** "London", "London +3". */
export function groupName({ head, isOnePlace, members }: PlaceGroup): string {
  return isOnePlace ? head.place.name : `${head.place.name} +${String(members.length - 1)}`;
}

export function layout(input: PlaceInput): MapGeometry {
  const { gathered, camera, size, measureCount } = input;
  const bare = gathered.groups.flatMap((group) => {
    const [x, y] = toScreen(group.head.point, camera, size);
    const radiusPx = group.count === 0 ? REST_RADIUS_PX : gathered.radiusOf(group.count);
    const isInView =
      x > -radiusPx && y > -radiusPx && x < size.widthPx + radiusPx && y < size.heightPx + radiusPx;
    if (!isInView) return [];
    const needPx = Math.hypot(measureCount(String(group.count)), COUNT_HEIGHT_PX) + 3;
    const isCountInside = group.count > 0 && needPx <= 2 * radiusPx;
    return [{ key: group.key, group, x, y, radiusPx, isCountInside }];
  });
  const isFirst = ({ key }: { readonly key: string }): number => (input.first.has(key) ? 0 : 1);
  const labels = placeLabels({
    wishes: bare
      .toSorted((a, b) => isFirst(a) - isFirst(b))
      .map((circle): LabelWish => ({ ...circle, widthPx: labelWidth(circle, input) })),
    size,
    taken: input.taken,
    before: input.before,
  });
  const circles = bare.map((circle): PlacedCircle => {
    const label = labels.get(circle.key);
    return {
      ...circle,
      label: label === undefined ? null : { ...label, name: groupName(circle.group) },
    };
  });
  return {
    size,
    camera,
    circles: circles.toSorted((a, b) => b.radiusPx - a.radiusPx),
    arcs: placeArcs(gathered.arcs, new Set(bare.map(({ key }) => key)), camera, size),
    groups: gathered.groups,
  };
}

function labelWidth(
  { group, isCountInside }: { readonly group: PlaceGroup; readonly isCountInside: boolean },
  { measureName, measureCount }: PlaceInput,
): number {
  const name = groupName(group);
  if (name.length > NAME_MOST) return 0;
  const count = isCountInside ? 0 : COUNT_GAP_PX + measureCount(String(group.count));
  return Math.ceil(measureName(name) + count);
}

const ARC_LEAST_PX = 1.2;
const ARC_MOST_PX = 4.5;
/** So many events at least stand for the widest line. */
const ARC_FULL_COUNT = 10;
/** So far beyond the edges lines are still drawn, so that a pan finds them there. */
const ARC_AROUND_PX = 400;

function placeArcs(
  arcs: readonly GroupArc[],
  inSight: ReadonlySet<string>,
  camera: MapCamera,
  size: MapSize,
): PlacedArc[] {
  const most = Math.max(1, ...arcs.map(({ count }) => count));
  return arcs.map((arc) => ({
    arc,
    widthPx: Math.max(
      ARC_LEAST_PX,
      ARC_MOST_PX * Math.sqrt(arc.count / Math.max(most, ARC_FULL_COUNT)),
    ),
    isPassing: !inSight.has(arc.from) && !inSight.has(arc.to),
    path: arc.lines
      .map((line) =>
        linePath(
          line.map((point) => toScreen(point, camera, size)),
          size,
        ),
      )
      .join(''),
  }));
}

/** The pieces of the line that can be seen. */
function linePath(line: readonly (readonly [number, number])[], size: MapSize): string {
  let path = '';
  let isPenDown = false;
  for (let i = 1; i < line.length; i += 1) {
    const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = [line[i - 1], line[i]];
    const isSeen =
      Math.max(x0, x1) > -ARC_AROUND_PX &&
      Math.min(x0, x1) < size.widthPx + ARC_AROUND_PX &&
      Math.max(y0, y1) > -ARC_AROUND_PX &&
      Math.min(y0, y1) < size.heightPx + ARC_AROUND_PX;
    if (isSeen) {
      if (!isPenDown) path += `M${x0.toFixed(1)},${y0.toFixed(1)}`;
      path += `L${x1.toFixed(1)},${y1.toFixed(1)}`;
    }
    isPenDown = isSeen;
  }
  return path;
}
