/*
 * The visible stretch of time ("window") as a value: fitting, clamping, zooming at an instant, panning.
 * Knows: intervals in milliseconds. Must not know: pixels of a screen, gestures, the store.
 */
import type { Interval } from '../../base/interval.ts';
import { clampWindow, MIN_SPAN_MS, minSpanMs } from '../../state/window.ts';

export { clampWindow, minSpanMs };

/** Zooms by `factor` (above 1: in) so that the instant `atMs` stays where it is. */
export function zoomWindow(
  window: Interval,
  limits: Interval,
  factor: number,
  atMs: number,
): Interval {
  const least = minSpanMs(limits);
  const span = window.endMs - window.startMs;
  const next = Math.min(Math.max(span / factor, least), limits.endMs - limits.startMs);
  const share = (atMs - window.startMs) / span;
  const startMs = atMs - share * next;
  return clampWindow({ startMs, endMs: startMs + next }, limits);
}

/** Pans by a share of the window's own span (positive: towards later). */
export function panWindow(window: Interval, limits: Interval, share: number): Interval {
  const byMs = (window.endMs - window.startMs) * share;
  return clampWindow({ startMs: window.startMs + byMs, endMs: window.endMs + byMs }, limits);
}

/** Null (all of it) where the window shows the whole reach: equal choices are equal values. */
export function windowChoice(window: Interval, limits: Interval): Interval | null {
  const slack = (limits.endMs - limits.startMs) * 1e-6;
  const isWhole = window.startMs <= limits.startMs + slack && window.endMs >= limits.endMs - slack;
  return isWhole ? null : window;
}

/** The window that shows `target` with some room about it, no narrower than it must be. */
function windowAround(target: Interval, limits: Interval): Interval {
  const startMs = Math.max(target.startMs, limits.startMs);
  const endMs = Math.min(target.endMs, limits.endMs);
  const room = Math.max((endMs - startMs) * 0.08, MIN_SPAN_MS);
  return clampWindow({ startMs: startMs - room, endMs: endMs + room }, limits);
}

/** The window moved, not resized unless it must be, so that it shows `target`. */
export function windowShowing(window: Interval, target: Interval, limits: Interval): Interval {
  const startMs = Math.max(target.startMs, limits.startMs);
  const endMs = Math.min(target.endMs, limits.endMs);
  const span = window.endMs - window.startMs;
  if (endMs - startMs > span * 0.8) return windowAround({ startMs, endMs }, limits);
  const middle = (startMs + endMs) / 2;
  return clampWindow({ startMs: middle - span / 2, endMs: middle + span / 2 }, limits);
}

/**
 * The way from one window to another: the span changes by equal ratios, so that zooming looks even,
 * and the centre moves in step with it (a one-dimensional form of van Wijk and Nuij, 2003).
 */
export function windowBetween(from: Interval, to: Interval, t: number): Interval {
  if (t >= 1) return to;
  const fromSpan = from.endMs - from.startMs;
  const toSpan = to.endMs - to.startMs;
  const span = fromSpan * Math.pow(toSpan / fromSpan, t);
  const share = fromSpan === toSpan ? t : (span - fromSpan) / (toSpan - fromSpan);
  const startMs = from.startMs + (to.startMs - from.startMs) * share;
  return { startMs, endMs: startMs + span };
}
