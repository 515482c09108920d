import type { Interval } from '../base/interval.ts';
import type { Details } from '../engine/port.ts';

/** So much of the history's time around a moment: enough to see what stands beside it. */
const SHARE = 1 / 6;
/** Room on either side of what lasts, as a part of its own length. */
const ROOM = 0.5;

/**
 * The window that shows one event, or all events of one actor, in the middle; null where nothing of
 * it has a date that can be shown.
 */
export function focusWindow(details: Details, extent: Interval): Interval | null {
  const span = details.kind === 'event' ? details.date : spanOf(details.events);
  if (span === null) return null;
  const startMs = Math.max(span.startMs, extent.startMs);
  const endMs = Math.min(span.endMs, extent.endMs);
  if (!(startMs <= endMs)) return null;
  const roomMs = Math.max(
    (endMs - startMs) * ROOM,
    ((extent.endMs - extent.startMs) * SHARE - (endMs - startMs)) / 2,
  );
  return { startMs: startMs - roomMs, endMs: endMs + roomMs };
}

/** From the first start to the last one; starts that are open say nothing. */
function spanOf(events: readonly { readonly startMs: number }[]): Interval | null {
  const starts = events.map((event) => event.startMs).filter(Number.isFinite);
  const first = starts[0];
  const last = starts.at(-1);
  return first === undefined || last === undefined ? null : { startMs: first, endMs: last };
}
