/*
 * Dragging a row by its handle: the row follows the pointer, a line shows where it would stand.
 * Knows: pointers, the rows' places. Must not know: scenes, what a row shows.
 */
import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import { dropIndex } from './dropIndex.ts';

export interface SceneDrag {
  /** The index of the row that is dragged; null while none is. */
  readonly from: number | null;
  /** The index at which it would stand. */
  readonly to: number | null;
  /** How far it has been moved, in pixels. */
  readonly byPx: number;
  /** For the handle of the row at this index. */
  readonly handle: (index: number) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

interface Begun {
  readonly startY: number;
  readonly scrollTop: number;
  readonly middles: readonly number[];
}

interface Present {
  readonly from: number;
  readonly to: number;
  readonly byPx: number;
}

/** So near to the edge of what scrolls, it scrolls along; and by so much each time the pointer moves. */
const EDGE_PX = 40;
const SCROLL_PX = 12;

export function useSceneDrag(
  list: RefObject<HTMLOListElement | null>,
  onDrop: (from: number, to: number) => void,
): SceneDrag {
  const begun = useRef<Begun | null>(null);
  const [present, setPresent] = useState<Present | null>(null);

  const end = (): void => {
    begun.current = null;
    setPresent(null);
  };
  return {
    from: present?.from ?? null,
    to: present?.to ?? null,
    byPx: present?.byPx ?? 0,
    handle: (from) => ({
      onPointerDown: (event) => {
        const rows = list.current?.children;
        if (event.button !== 0 || rows === undefined) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        begun.current = {
          startY: event.clientY,
          scrollTop: scrollerOf(list.current)?.scrollTop ?? 0,
          middles: Array.from(rows, (row) => {
            const { top, height } = row.getBoundingClientRect();
            return top + height / 2;
          }),
        };
        setPresent({ from, to: from, byPx: 0 });
      },
      onPointerMove: (event) => {
        const start = begun.current;
        if (start === null) return;
        const scroller = scrollerOf(list.current);
        if (scroller !== null) scrollAtEdge(scroller, event.clientY);
        const scrolled = (scroller?.scrollTop ?? 0) - start.scrollTop;
        const byPx = event.clientY - start.startY + scrolled;
        const middle = (start.middles[from] ?? 0) + byPx;
        setPresent({ from, to: dropIndex(start.middles, from, middle), byPx });
      },
      onPointerUp: () => {
        if (present !== null && present.to !== present.from) onDrop(present.from, present.to);
        end();
      },
      onPointerCancel: end,
    }),
  };
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>('.making-body') ?? null;
}

function scrollAtEdge(scroller: HTMLElement, y: number): void {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX;
  else if (y > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX;
}
