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
    .selectAll<SVGGElement, AxisContext>('g.context')
    .data(axis.contexts, (context) => context.key)
    .join((enter) => enter.append('g').attr('class', 'context'))
    .each(function drawContext({ xPx, label }) {
      drawWords(this, size.gutterPx + xPx, CONTEXT_Y, label);
    });
  root
    .selectAll<SVGGElement, number>('g.after-account')
    .data(afterPx === null ? [] : [afterPx])
    .join((enter) => enter.append('g').attr('class', 'after-account'))
    .each(function drawAfter(xPx) {
      drawWords(this, size.gutterPx + xPx, CONTEXT_Y, AFTER_ACCOUNT);
    });
  root
    .selectAll<SVGGElement, AxisTick>('g.tick')
    .data(
      axis.ticks.filter((tick) => tick.label !== ''),
      (tick) => tick.key,
    )
    .join((enter) => enter.append('g').attr('class', 'tick'))
    .each(function drawTick(tick) {
      setAttr(this, 'class', tick.isMajor ? 'tick is-major' : 'tick');
      drawWords(this, size.gutterPx + tick.xPx, TICK_Y, tick.label);
    });
}

/** In a group that moves them: words that move by themselves are laid out anew. */
function drawWords(group: SVGGElement, xPx: number, y: number, words: string): void {
  setAttr(group, 'transform', `translate(${xPx.toFixed(1)},${String(y)})`);
  const text = part(group, 'text', 'words', true);
  if (text !== null) setText(text, words);
}
