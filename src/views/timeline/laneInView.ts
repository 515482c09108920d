/*
 * Keeps the lane of what one reads in view while zooming gives lanes other heights.
 * Knows: geometry, the scrolling element. Must not know: React, store.
 */
import type { TimelineGeometry } from './layout.ts';

const ROOM_PX = 40;

/**
 * Returns what is called after each frame and tells whether it scrolled. The selected mark keeps its place on the screen while the
 * picture changes about it; a newly selected one that is out of sight is scrolled to.
 */
export function keepLaneInView(
  scroller: HTMLElement,
): (geometry: TimelineGeometry, selected: string | null) => boolean {
  let last: { id: string; y: number } | null = null;
  return (geometry, selected) => {
    const mark = geometry.marks.find((candidate) => candidate.mark.id === selected);
    if (mark === undefined) {
      if (selected === null) last = null;
      return false;
    }
    let hasScrolled = false;
    if (last?.id === mark.mark.id) {
      const shift = mark.yPx - last.y;
      hasScrolled = Math.abs(shift) > 0.5;
      if (hasScrolled) scroller.scrollTop += shift;
    } else {
      const isAbove = mark.yPx - ROOM_PX < scroller.scrollTop;
      const isBelow = mark.yPx + ROOM_PX > scroller.scrollTop + scroller.clientHeight;
      hasScrolled = isAbove || isBelow;
      if (hasScrolled) scroller.scrollTop = mark.yPx - scroller.clientHeight / 2;
    }
    last = { id: mark.mark.id, y: mark.yPx };
    return hasScrolled;
  };
}
