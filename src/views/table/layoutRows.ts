/*
 * Which rows are in sight, and where they stand in what scrolls.
 * Knows: numbers. Must not know: what a row holds, DOM.
 *
 * All rows have one height, so every question has an answer without looking at the others: a million
 * cost what ten do. A browser lays nothing out beyond some 17 million pixels; what is longer is scrolled
 * in proportion, so that the bar's end is the last row.
 *
 *   scrolled ─┐  ┌──────────┐ 0
 *             └─▶│ in sight │  first ┐ overscan above
 *                │          │        │ rows, `topPx` from the top of what scrolls
 *                └──────────┘  end   ┘ overscan below
 */

/** Below the least of the browsers' limits (Firefox, 17.8 million). */
export const SCROLL_MOST_PX = 15_000_000;

export interface RowsInput {
  readonly count: number;
  readonly rowPx: number;
  /** The height in which rows are seen. */
  readonly viewPx: number;
  readonly scrollPx: number;
}

export interface RowsInSight {
  /** Index of the first row to be drawn, and of the one after the last. */
  readonly first: number;
  readonly end: number;
  /** The height of what scrolls. */
  readonly heightPx: number;
  /** Where a row stands in it, at this place of the bar. */
  readonly topOf: (index: number) => number;
}

/** So many rows beyond either edge are drawn, for what comes in before the next frame. */
const OVERSCAN = 6;

export function rowsInSight({ count, rowPx, viewPx, scrollPx }: RowsInput): RowsInSight {
  const heightPx = Math.min(count * rowPx, SCROLL_MOST_PX);
  const shift = shiftAt({ count, rowPx, viewPx, scrollPx });
  const top = scrollPx + shift;
  return {
    heightPx,
    first: clamp(Math.floor(top / rowPx) - OVERSCAN, 0, count),
    end: clamp(Math.ceil((top + viewPx) / rowPx) + OVERSCAN, 0, count),
    topOf: (index) => index * rowPx - shift,
  };
}

/** The place of the bar at which a row is wholly in sight; as it is, where the row already is. */
export function scrollTo(index: number, input: RowsInput): number {
  const { count, rowPx, viewPx, scrollPx } = input;
  const top = scrollPx + shiftAt(input);
  const start = clamp(index, 0, Math.max(0, count - 1)) * rowPx;
  if (start >= top && start + rowPx <= top + viewPx) return scrollPx;
  const nextTop = start < top ? start : start + rowPx - viewPx;
  const content = count * rowPx;
  if (content <= SCROLL_MOST_PX) return Math.max(0, nextTop);
  return (nextTop * (SCROLL_MOST_PX - viewPx)) / (content - viewPx);
}

/** How much further down than the bar says the rows in sight are; 0 for what a browser can scroll. */
function shiftAt({ count, rowPx, viewPx, scrollPx }: RowsInput): number {
  const content = count * rowPx;
  if (content <= SCROLL_MOST_PX) return 0;
  const share = clamp(scrollPx / (SCROLL_MOST_PX - viewPx), 0, 1);
  return share * (content - viewPx) - scrollPx;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
