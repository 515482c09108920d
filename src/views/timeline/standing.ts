/*
 * What the timeline stands on, before any answer: its room, its faces, how a stretch of time is told.
 * Knows: elements. Must not know: the store, what is drawn.
 */
import type { Interval } from '../../base/interval.ts';
import { formatInstant } from '../../model/instantWords.ts';
import type { DatePrecision } from '../../model/types.ts';
import { createMeasureText } from '../../ui/measureText.ts';
import type { Fonts, Sizes } from './picture.ts';

const DAY_MS = 86_400_000;
/** Lanes carry their names beside them from this width on. */
const GUTTER_FROM_PX = 620;
const GUTTER_PX = 148;

/** Of the element that the picture scrolls in. */
export function sizesOf(
  widthPx: number,
  viewHeightPx: number,
  isCoarse: boolean,
  isOnStage: boolean,
): Sizes {
  const gutterPx = widthPx >= GUTTER_FROM_PX ? GUTTER_PX : 0;
  return { widthPx, gutterPx, viewHeightPx, isCoarse, isOnStage };
}

/**
 * The room within an element that scrolls, as a ResizeObserver would tell it after the next frame: in parts of
 * a pixel, and as it is before any transform.
 */
export function roomIn(scroller: HTMLElement): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  const { width, height } = getComputedStyle(scroller);
  const { offsetWidth, clientWidth, offsetHeight, clientHeight } = scroller;
  return {
    widthPx: Math.max(0, Number.parseFloat(width) - (offsetWidth - clientWidth)) || 0,
    heightPx: Math.max(0, Number.parseFloat(height) - (offsetHeight - clientHeight)) || 0,
  };
}

export function fontsOf(element: Element): Fonts {
  const family = getComputedStyle(element).fontFamily || 'sans-serif';
  return {
    // Names are measured at the weight that matches have, so that a filter moves nothing.
    label: createMeasureText(`600 13px ${family}`, 7.2),
    name: createMeasureText(`650 13px ${family}`, 7.4),
    axis: createMeasureText(`600 13px ${family}`, 7.4),
  };
}

/** "July 2013 – November 2015", finer where the window is narrow. */
export function windowWords(window: Interval): string {
  const days = (window.endMs - window.startMs) / DAY_MS;
  const precision: DatePrecision =
    days > 3000 ? 'year' : days > 120 ? 'month' : days > 3 ? 'day' : 'time';
  const from = formatInstant(window.startMs, precision);
  const to = formatInstant(window.endMs - 1, precision);
  return from === to ? from : `${from} – ${to}`;
}
