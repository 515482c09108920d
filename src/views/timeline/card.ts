/*
 * The card beside the mark that the pointer or the focus is on: its whole title and its date.
 * Knows: geometry, one HTML element. Must not know: React, store. Screen readers have the mark's name.
 */
import type { TimelineGeometry } from './layout.ts';

export interface Card {
  render(geometry: TimelineGeometry, eventId: string | null): void;
}

const GAP_PX = 16;

export function createCard(element: HTMLElement, svg: SVGSVGElement): Card {
  const title = document.createElement('strong');
  const date = document.createElement('span');
  element.replaceChildren(title, date);
  return {
    render(geometry, eventId) {
      const mark = geometry.marks.find((candidate) => candidate.mark.id === eventId);
      element.hidden = mark === undefined;
      if (mark === undefined) return;
      title.textContent = mark.mark.title;
      date.textContent = mark.mark.dateWords;
      const frame = element.parentElement?.getBoundingClientRect();
      const picture = svg.getBoundingClientRect();
      if (frame === undefined) return;
      const gutterPx = picture.width - geometry.plotWidthPx;
      const middle =
        (Math.max(mark.x0, geometry.offsetPx) +
          Math.min(mark.x1, geometry.offsetPx + geometry.plotWidthPx)) /
        2;
      const x = picture.left - frame.left + gutterPx + middle - geometry.offsetPx;
      const y = picture.top - frame.top + mark.yPx;
      const width = element.offsetWidth;
      const height = element.offsetHeight;
      const left = Math.min(Math.max(8, x - width / 2), frame.width - width - 8);
      const isAbove = y - GAP_PX - height > 40;
      element.style.setProperty('left', `${String(Math.round(left))}px`);
      element.style.setProperty(
        'top',
        `${String(Math.round(isAbove ? y - GAP_PX - height : y + GAP_PX))}px`,
      );
    },
  };
}
