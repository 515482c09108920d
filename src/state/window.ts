/*
 * The visible stretch of time, and the limits in which it lies: one answer for asking and for drawing.
 * Knows: intervals in milliseconds, the open history's extent. Must not know: pixels, gestures.
 */
import type { Interval } from '../base/interval.ts';
import type { DatasetAnswer } from '../engine/port.ts';
import type { Choices } from './choices.ts';

/** Nothing in a history that is told in days opens further below this. */
export const MIN_SPAN_MS = 6 * 3_600_000;
/** Beside the first and last event, so that neither sticks to the edge; a part of the extent. */
const EXTENT_PADDING = 0.03;

/** All of a history's time with a little room on either side: what "Fit all" shows, and the limits. */
export function fullWindow(history: DatasetAnswer): Interval {
  const { startMs, endMs } = history.extent;
  const paddingMs = (endMs - startMs) * EXTENT_PADDING;
  return { startMs: startMs - paddingMs, endMs: endMs + paddingMs };
}

/** The stretch of time that is on the screen, whatever was chosen: always within the limits. */
export function shownWindow(choices: Choices, history: DatasetAnswer): Interval {
  const limits = fullWindow(history);
  return choices.window === null ? limits : clampWindow(choices.window, limits);
}

/** The window moved and, where it is too wide or too narrow, resized to stand within the limits. */
export function clampWindow(window: Interval, limits: Interval): Interval {
  const limitSpan = limits.endMs - limits.startMs;
  const wanted = window.endMs - window.startMs;
  const isWithin = window.startMs >= limits.startMs && window.endMs <= limits.endMs;
  if (isWithin && wanted >= minSpanMs(limits)) return window;
  const span = Math.min(Math.max(wanted, minSpanMs(limits)), limitSpan);
  if (span === limitSpan) return limits;
  const start = span === wanted ? window.startMs : window.startMs + wanted / 2 - span / 2;
  const startMs = Math.min(Math.max(start, limits.startMs), limits.endMs - span);
  return { startMs, endMs: startMs + span };
}

/** The narrowest window that still has distinct instants, given floating point so far from 1970. */
export function minSpanMs(limits: Interval): number {
  const magnitude = Math.max(Math.abs(limits.startMs), Math.abs(limits.endMs));
  return Math.min(Math.max(MIN_SPAN_MS, magnitude * 1e-11), limits.endMs - limits.startMs);
}
