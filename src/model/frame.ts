/*
 * A history taken apart into its events, of which there may be millions, and all that stands around them.
 * Knows: shapes. Must not know: how events are kept.
 */
import type { Dataset, HistoryEvent } from './types.ts';

/** All of a history but its events. */
export type Frame = Omit<Dataset, 'events'>;

/** What is asked of a list of events, whether it is an array or packed. */
export interface EventList extends Iterable<HistoryEvent> {
  readonly length: number;
  /** Undefined where there is none. */
  at(place: number): HistoryEvent | undefined;
}

/** A history with its events, its keys in the order of the schema. */
export function inOrder(frame: Frame, events: readonly HistoryEvent[]): Dataset {
  const { ties, periods, scenes, ...before } = frame;
  const after = { ties, periods, scenes };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys with the same values
  return { ...before, events, ...after } as Dataset;
}
