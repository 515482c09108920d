/*
 * The size of a circle: its area goes with the number of events.
 * Knows: numbers. Must not know: places, DOM.
 */

/** A circle of one event is at least this large: it can be seen, and told from a dot of none. */
const LEAST_PX = 5;
/** So many events at least stand for the largest circle: a history of single events has small ones. */
const FULL_COUNT = 8;
/** The radius of places without a matching event. */
export const REST_RADIUS_PX = 4;

/** The radius in pixels for so many events. */
export type RadiusOf = (count: number) => number;

/**
 * Areas in proportion to counts up to `most`, the largest count of the picture; 0 for none. The largest
 * circle takes about a twentieth of the picture's shorter side.
 */
export function radiusScale(
  most: number,
  size: { readonly widthPx: number; readonly heightPx: number },
): RadiusOf {
  const largest = Math.min(32, Math.max(18, Math.min(size.widthPx, size.heightPx) * 0.05));
  const full = Math.max(most, FULL_COUNT);
  return (count) =>
    count <= 0 ? 0 : Math.max(LEAST_PX, largest * Math.sqrt(Math.min(count, full) / full));
}
