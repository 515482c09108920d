/*
 * Circles open out of the one that held them, and grow and shrink, instead of jumping.
 * Knows: geometries. Must not know: time, DOM, store.
 */
import type { MapGeometry, PlacedCircle } from './layout.ts';

/** How far circles were drawn from where they belong, and where each place was last. */
export interface ShownCircles {
  readonly offsets: ReadonlyMap<string, Offset>;
  /** The circle that stood for a place, by the place's id. */
  readonly circleOf: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly radii: ReadonlyMap<string, number>;
}

interface Offset {
  readonly dx: number;
  readonly dy: number;
}

export interface EasedMap {
  readonly geometry: MapGeometry;
  readonly shown: ShownCircles;
  readonly isSettled: boolean;
}

/** Closer than this is there. */
const SETTLED_PX = 0.5;
/** Names wait until their circle is about in its place, where there is room for them. */
const NAMED_PX = 6;

/**
 * The geometry with every circle a share (0 to 1) of the way from where it was shown. A circle that was
 * not shown before comes out of the one that held its place; a share of 1 is no motion at all.
 */
export function ease(geometry: MapGeometry, before: ShownCircles | null, share: number): EasedMap {
  const offsets = new Map<string, Offset>();
  const circleOf = new Map<string, { x: number; y: number }>();
  const radii = new Map<string, number>();
  let moving = 0;
  const left = 1 - Math.min(1, share);
  const circles = geometry.circles.map((circle): PlacedCircle => {
    const { dx, dy } = offsetOf(circle, before);
    const offset = { dx: dx * left, dy: dy * left };
    const isThere = Math.hypot(offset.dx, offset.dy) < SETTLED_PX;
    const radiusWas = before?.radii.get(circle.key);
    const gap = radiusWas === undefined ? 0 : (radiusWas - circle.radiusPx) * left;
    const isGrown = Math.abs(gap) < SETTLED_PX;
    if (!isThere || !isGrown) moving += 1;
    if (!isThere) offsets.set(circle.key, offset);
    for (const { id } of circle.group.members) circleOf.set(id, circle);
    radii.set(circle.key, circle.radiusPx + (isGrown ? 0 : gap));
    if (isThere && isGrown) return circle;
    return {
      ...circle,
      x: circle.x + (isThere ? 0 : offset.dx),
      y: circle.y + (isThere ? 0 : offset.dy),
      radiusPx: circle.radiusPx + (isGrown ? 0 : gap),
      label: Math.hypot(offset.dx, offset.dy) > NAMED_PX ? null : circle.label,
    };
  });
  return {
    geometry: moving === 0 ? geometry : { ...geometry, circles },
    shown: { offsets, circleOf, radii },
    isSettled: moving === 0,
  };
}

function offsetOf(circle: PlacedCircle, before: ShownCircles | null): Offset {
  if (before === null) return { dx: 0, dy: 0 };
  const known = before.offsets.get(circle.key);
  if (known !== undefined) return known;
  // It was there before, and in its place.
  if (before.radii.has(circle.key)) return { dx: 0, dy: 0 };
  const holder = before.circleOf.get(circle.group.head.place.id);
  return holder === undefined
    ? { dx: 0, dy: 0 }
    : { dx: holder.x - circle.x, dy: holder.y - circle.y };
}
