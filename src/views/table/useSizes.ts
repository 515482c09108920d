/*
 * How high a row is, and how high the part in which rows are seen: both from the style, both in pixels.
 * Knows: elements. Must not know: rows.
 */
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Sizes {
  readonly viewPx: number;
  readonly rowPx: number;
}

/** Where nothing is laid out, or not yet. */
const UNKNOWN: Sizes = { viewPx: 600, rowPx: 44 };

/** `probe` is an element that the style gives a row's height. */
export function useSizes(
  scroller: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
): Sizes {
  const [sizes, setSizes] = useState(UNKNOWN);
  useLayoutEffect(() => {
    const [box, row] = [scroller.current, probe.current];
    if (box === null || row === null) return undefined;
    const measure = (): void => {
      const rowPx = row.getBoundingClientRect().height || UNKNOWN.rowPx;
      const head = box.querySelector<HTMLElement>('.table-head')?.offsetHeight ?? 0;
      const viewPx = box.clientHeight - head || UNKNOWN.viewPx;
      setSizes((now) => (now.rowPx === rowPx && now.viewPx === viewPx ? now : { rowPx, viewPx }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    observer.observe(row);
    return () => observer.disconnect();
  }, [scroller, probe]);
  return sizes;
}
