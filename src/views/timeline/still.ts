/*
 * The whole timeline drawn once, by the modules that draw the living one, for the time until that is there.
 * Knows: the picture, the overview. Must not know: React, the store, gestures.
 */
import type { DatasetAnswer, StatisticsAnswer, TimelineAnswer } from '../../engine/port.ts';
import { fullWindow } from '../../state/window.ts';
import { createLayers } from './draw.ts';
import { createOverviewPicture } from './overviewPicture.ts';
import { createPicture } from './picture.ts';
import { fontsOf, roomIn, sizesOf, windowWords } from './standing.ts';

export interface StillNodes {
  readonly axis: SVGSVGElement;
  readonly plot: SVGSVGElement;
  readonly overview: SVGSVGElement;
  readonly scroller: HTMLElement;
  readonly range: HTMLElement;
}

export interface StillAnswers {
  readonly history: DatasetAnswer;
  readonly timeline: TimelineAnswer;
  readonly overview: StatisticsAnswer;
}

/** All of the history, unfiltered, in the room that its elements have now. */
export function drawStill(nodes: StillNodes, { history, timeline, overview }: StillAnswers): void {
  const { widthPx, heightPx } = roomIn(nodes.scroller);
  const isCoarse = window.matchMedia('(pointer: coarse)').matches;
  const sizes = sizesOf(widthPx, heightPx, isCoarse, false);
  const whole = fullWindow(history);
  createPicture(createLayers(nodes.plot), nodes.axis).render({
    answer: timeline,
    window: whole,
    rest: whole,
    asOf: history.asOf,
    periods: history.periods,
    sizes,
    fonts: fontsOf(nodes.plot),
    look: { selected: null, lit: new Set(), isFiltered: false, focusKey: null, sight: null },
    glide: 1,
  });
  nodes.range.textContent = windowWords(whole);
  createOverviewPicture(nodes.overview).render({
    counts: overview,
    window: whole,
    limits: whole,
    during: null,
    gutterPx: sizes.gutterPx,
    plotWidthPx: Math.max(1, sizes.widthPx - sizes.gutterPx),
  });
}
