/*
 * Draws the axis: two lines of text, contexts above ticks.
 * Knows: an axis. Must not know: React, store, layout.
 *
 * Ticks stand in a group of their own: a pan moves that group and writes nothing else.
 */
import type { Axis, AxisContext, AxisTick } from './axis.ts';
import { createKeyed, makeNode, part, setAttr, setText, type Keyed } from '../svg.ts';

const AXIS_PX = 46;
const CONTEXT_Y = 17;
const TICK_Y = 36;
/** Names what the hatching below it means. */
export const AFTER_ACCOUNT = 'after the account';

export interface AxisSize {
  readonly gutterPx: number;
  readonly plotWidthPx: number;
}

export interface AxisDrawing {
  /** `offsetPx`: the x of scale space that stands at the plot's left edge. */
  draw(axis: Axis, size: AxisSize, offsetPx: number): void;
  /** Moves the ticks that are drawn. */
  move(offsetPx: number): void;
  /** What does not move with the time: contexts stick to the edge. `afterPx` null: not said. */
  drawContexts(contexts: Axis['contexts'], afterPx: number | null): void;
}

export function createAxisDrawing(svg: SVGSVGElement): AxisDrawing {
  svg.replaceChildren();
  const plot = makeNode('svg', { class: 'plot' });
  const moving = makeNode('g', {});
  const fixed = makeNode('g', {});
  plot.append(moving);
  svg.append(fixed, plot);
  const ticks = createKeyed<AxisTick>(moving, {
    keyOf: ({ key }) => key,
    make: () => makeNode('g', {}),
  });
  const contexts: Keyed<AxisContext> = createKeyed(fixed, {
    keyOf: ({ key }) => key,
    make: () => makeNode('g', {}),
  });
  let gutterPx = 0;
  let drawnAtPx = 0;

  const move = (offsetPx: number): void => {
    setAttr(moving, 'transform', `translate(${(drawnAtPx - offsetPx).toFixed(2)},0)`);
  };
  return {
    move,
    draw(axis, size, offsetPx) {
      ({ gutterPx } = size);
      setAttr(svg, 'width', size.gutterPx + size.plotWidthPx);
      setAttr(svg, 'height', AXIS_PX);
      setAttr(plot, 'x', size.gutterPx);
      setAttr(plot, 'width', size.plotWidthPx);
      setAttr(plot, 'height', AXIS_PX);
      drawnAtPx = offsetPx;
      move(offsetPx);
      const named = axis.ticks.filter((tick) => tick.label !== '');
      // Read in their order at any moment, and few enough for it.
      ticks.draw(named, true, (group, tick) => {
        setAttr(group, 'class', tick.isMajor ? 'tick is-major' : 'tick');
        drawWords(group, tick.xPx, TICK_Y, tick.label);
      });
    },
    drawContexts(shown, afterPx) {
      const after: AxisContext[] =
        afterPx === null ? [] : [{ key: AFTER_ACCOUNT, xPx: afterPx, label: AFTER_ACCOUNT }];
      contexts.draw([...shown, ...after], true, (group, { key, xPx, label }) => {
        setAttr(group, 'class', key === AFTER_ACCOUNT ? 'after-account' : 'context');
        drawWords(group, gutterPx + xPx, CONTEXT_Y, label);
      });
    },
  };
}

/** In a group that moves them: words that move by themselves are laid out anew. */
function drawWords(group: SVGElement, xPx: number, y: number, words: string): void {
  setAttr(group, 'transform', `translate(${xPx.toFixed(1)},${String(y)})`);
  const text = part(group, 'text', 'words', true);
  if (text !== null) setText(text, words);
}
