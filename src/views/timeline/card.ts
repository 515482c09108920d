/*
 * The card beside the mark that the pointer or the focus is on: its whole title and its date.
 * Knows: geometry, one HTML element. Must not know: React, store. Screen readers have the mark's name.
 */
import type { TimelineGeometry } from './layout.ts';

export interface Card {
  /**
   * Looks where the picture lies on the page. To be called before a frame draws, and again when it
   * has scrolled: a look after drawing makes the browser lay everything out within the frame.
   */
  lookWhere(): void;
  render(geometry: TimelineGeometry, gutterPx: number, eventId: string | null): void;
}

const GAP_PX = 16;

export function createCard(element: HTMLElement, svg: SVGSVGElement): Card {
  const title = document.createElement('strong');
  const date = document.createElement('span');
  element.replaceChildren(title, date);
  let where = { leftPx: 0, topPx: 0, frameWidthPx: 0 };
  let shown: { title: string; date: string; widthPx: number; heightPx: number } | null = null;

  return {
    lookWhere() {
      const frame = element.parentElement?.getBoundingClientRect();
      const picture = svg.getBoundingClientRect();
      if (frame === undefined) return;
      where = {
        leftPx: picture.left - frame.left,
        topPx: picture.top - frame.top,
        frameWidthPx: frame.width,
      };
    },
    render(geometry, gutterPx, eventId) {
      const mark = geometry.marks.find((candidate) => candidate.mark.id === eventId);
      if (mark === undefined) {
        if (shown !== null) element.hidden = true;
        shown = null;
        return;
      }
      const said = { title: mark.mark.title, date: mark.mark.dateWords };
      if (shown === null || shown.title !== said.title || shown.date !== said.date) {
        element.hidden = false;
        title.textContent = said.title;
        date.textContent = said.date;
        // Where it stood before, it may have been squeezed against an edge.
        element.style.setProperty('left', '0');
        shown = { ...said, widthPx: element.offsetWidth, heightPx: element.offsetHeight };
      }
      const { widthPx, heightPx } = shown;
      const middle =
        (Math.max(mark.x0, geometry.offsetPx) +
          Math.min(mark.x1, geometry.offsetPx + geometry.plotWidthPx)) /
        2;
      const x = where.leftPx + gutterPx + middle - geometry.offsetPx;
      const y = where.topPx + mark.yPx;
      const left = Math.min(Math.max(8, x - widthPx / 2), where.frameWidthPx - widthPx - 8);
      const isAbove = y - GAP_PX - heightPx > 40;
      element.style.setProperty('left', `${String(Math.round(left))}px`);
      element.style.setProperty(
        'top',
        `${String(Math.round(isAbove ? y - GAP_PX - heightPx : y + GAP_PX))}px`,
      );
    },
  };
}
