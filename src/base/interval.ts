/**
 * A stretch of time, half-open: [startMs, endMs). Milliseconds from 1970-01-01T00:00Z as floating
 * point, so that it may lie far outside what a JavaScript Date holds; ±Infinity is an open end.
 */
export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

export function intersects(a: Interval, b: Interval): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs;
}

export function isSameInterval(a: Interval | null, b: Interval | null): boolean {
  return a === b || (a !== null && b !== null && a.startMs === b.startMs && a.endMs === b.endMs);
}
