/*
 * Draws the axis: two lines of text, contexts above ticks.
 * Knows: an axis. Must not know: React, store, layout.
 */
import { select } from 'd3';
import type { Axis, AxisContext, AxisTick } from './axis.ts';
import { part, setAttr, setText } from '../svg.ts';

const AXIS_PX = 46;
const CONTEXT_Y = 17;
const TICK_Y = 36;
/** Names what the hatching below it means. */
export const AFTER_ACCOUNT = 'after the account';

export function drawAxis(
  svg: SVGSVGElement,
  axis: Axis,
  size: { readonly gutterPx: number; readonly plotWidthPx: number },
  afterPx: number | null,
): void {
  setAttr(svg, 'width', size.gutterPx + size.plotWidthPx);
  setAttr(svg, 'height', AXIS_PX);
  const root = select(svg);
  root
    .selectAll<SVGTextElement, AxisContext>('text.context')
    .data(axis.contexts, (context) => context.key)
    .join((enter) => enter.append('text').attr('class', 'context').attr('y', CONTEXT_Y))
    .each(function drawContext(context) {
      moveTo(this, size.gutterPx + context.xPx);
      setText(this, context.label);
    });
  const after = part(svg, 'text', 'after-account', afterPx !== null);
  if (after !== null && afterPx !== null) {
    moveTo(after, size.gutterPx + afterPx);
    setAttr(after, 'y', CONTEXT_Y);
    setText(after, AFTER_ACCOUNT);
  }
  root
    .selectAll<SVGTextElement, AxisTick>('text.tick')
    .data(
      axis.ticks.filter((tick) => tick.label !== ''),
      (tick) => tick.key,
    )
    .join((enter) => enter.append('text').attr('class', 'tick').attr('y', TICK_Y))
    .each(function drawTick(tick) {
      setAttr(this, 'class', tick.isMajor ? 'tick is-major' : 'tick');
      moveTo(this, size.gutterPx + tick.xPx);
      setText(this, tick.label);
    });
}

/** Text that is moved by a transform is not laid out anew. */
function moveTo(text: Element, xPx: number): void {
  setAttr(text, 'transform', `translate(${xPx.toFixed(1)},0)`);
}
