/*
 * Shift and a drag choose a time range.
 * Knows: pointer events on an SVG. Must not know: time, the store.
 */
import { pointer, select } from 'd3';
import { setBox } from './drawMark.ts';

/** A shorter drag is a click that slipped. */
const LEAST_PX = 4;

/**
 * Listens on `svg` for drags with Shift; draws the band while it lasts. `onChosen` gets both ends in
 * pixels from the SVG's left edge, the smaller first. Returns the function that stops listening.
 */
export function attachRangeDrag(
  svg: SVGSVGElement,
  onChosen: (fromPx: number, toPx: number) => void,
): () => void {
  const band = select(svg).append('rect').attr('class', 'range-band').node();
  let startPx: number | null = null;

  const show = (from: number, to: number): void => {
    if (band !== null) setBox(band, from, 0, to - from, svg.clientHeight, 0);
  };
  const onDown = (event: PointerEvent): void => {
    if (!event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    [startPx] = pointer(event, svg);
    svg.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (startPx === null) return;
    const [x] = pointer(event, svg);
    show(Math.min(startPx, x), Math.max(startPx, x));
  };
  const onUp = (event: PointerEvent): void => {
    if (startPx === null) return;
    const [x] = pointer(event, svg);
    const [from, to] = [Math.min(startPx, x), Math.max(startPx, x)];
    startPx = null;
    show(0, 0);
    if (to - from >= LEAST_PX) onChosen(from, to);
  };
  const onCancel = (): void => {
    startPx = null;
    show(0, 0);
  };
  svg.addEventListener('pointerdown', onDown);
  svg.addEventListener('pointermove', onMove);
  svg.addEventListener('pointerup', onUp);
  svg.addEventListener('pointercancel', onCancel);
  return () => {
    band?.remove();
    svg.removeEventListener('pointerdown', onDown);
    svg.removeEventListener('pointermove', onMove);
    svg.removeEventListener('pointerup', onUp);
    svg.removeEventListener('pointercancel', onCancel);
  };
}
