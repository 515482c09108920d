/*
 * Brings a match into view where a filter leaves none: lanes keep their places, so that matches may stand
 * below what is seen.
 * Knows: geometry, the scrolling element, when the query is another one. Must not know: React, store.
 */
import type { Query, TimelineAnswer } from '../../engine/port.ts';
import { isSameQuery } from '../../state/questions.ts';
import type { TimelineGeometry } from './layout.ts';

/** A match nearer to the edge than this is hardly seen. */
const EDGE_PX = 12;

type Geometry = Pick<TimelineGeometry, 'lanes' | 'marks' | 'clusters'>;

/**
 * Returns what is called after each frame, with the query (null where nothing filters) and the answer that
 * is drawn, and tells whether it scrolled: once for each query, with the first answer to it, and only where
 * no match is in sight.
 */
export function keepMatchInView(
  scroller: Pick<HTMLElement, 'scrollTop' | 'clientHeight'>,
): (geometry: Geometry, next: Query | null, answer: TimelineAnswer | null) => boolean {
  let query: Query | null = null;
  let isDue = false;
  /** What was drawn when the query became another one: not yet an answer to it. */
  let before: TimelineAnswer | null = null;
  let drawn: TimelineAnswer | null = null;
  return (geometry, next, answer) => {
    const isOther = next !== null && (query === null || !isSameQuery(query, next));
    if (isOther) before = drawn;
    isDue = next !== null && (isDue || isOther);
    query = next;
    drawn = answer;
    if (!isDue || answer === null || answer === before) return false;
    isDue = false;
    const top = topToSee(geometry, scroller);
    if (top !== null) scroller.scrollTop = top;
    return top !== null;
  };
}

/** Where to scroll so that the first match is seen under its lane's name; null where one is in sight. */
function topToSee(
  { lanes, marks, clusters }: Geometry,
  { scrollTop, clientHeight }: Pick<HTMLElement, 'scrollTop' | 'clientHeight'>,
): number | null {
  const places = [
    ...marks.filter(({ mark }) => mark.matches).map(({ yPx }) => yPx),
    ...clusters.filter(({ count }) => count > 0).map(({ yPx }) => yPx),
  ];
  const isSeen = (yPx: number): boolean =>
    yPx > scrollTop + EDGE_PX && yPx < scrollTop + clientHeight - EDGE_PX;
  if (places.length === 0 || places.some(isSeen)) return null;
  const first = Math.min(...places);
  const lane = lanes.findLast(({ yPx }) => yPx <= first);
  const laneTop = lane?.yPx ?? first;
  return first - laneTop < clientHeight - 2 * EDGE_PX ? laneTop : first - clientHeight / 2;
}
