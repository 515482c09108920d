/*
 * What can be loaded: a history that is in memory, or one that is made as it is read.
 * Knows: histories. Must not know: files, servers.
 */
import type { Dataset, HistoryEvent, Problem } from '../../src/model/types.ts';
import type { HistorySource } from './load.ts';
import type { HistoryFrame } from './rows.ts';

export function sourceOf(
  { events, ...frame }: Dataset,
  fingerprint: string,
  warnings: readonly Problem[] = [],
): HistorySource {
  return { fingerprint, events: () => events, frame: () => frame, warnings: () => warnings };
}

/** `eventsOf` gives the same events each time. */
export function streamedSource(
  frame: HistoryFrame,
  eventsOf: () => Iterable<HistoryEvent>,
  fingerprint: string,
): HistorySource {
  return { fingerprint, events: eventsOf, frame: () => frame, warnings: () => [] };
}
