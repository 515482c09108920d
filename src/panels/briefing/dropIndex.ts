/*
 * Where a row that is dragged comes to stand.
 * Knows: the middles of rows. Must not know: pointers, elements, scenes.
 *
 *   rows   ──0── ──1── ──2──      the dragged row's middle has passed that of 1 but not of 2:
 *   drag      0 ───────▶          it stands at index 1
 */

/**
 * @param middles of all rows as they stood when the drag began, from the top, in pixels
 * @param from the index of the dragged row
 * @param middle where its middle is now
 */
export function dropIndex(middles: readonly number[], from: number, middle: number): number {
  const passedDown = middles.filter((other, i) => i > from && middle > other).length;
  const passedUp = middles.filter((other, i) => i < from && middle < other).length;
  return from + passedDown - passedUp;
}
