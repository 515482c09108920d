/*
 * The events that a query means within a window of time.
 * Knows: the filter, the columns of time. Must not know: what is counted from the set.
 */
import type { Interval } from '../../base/interval.ts';
import type { Query } from '../port.ts';
import { EventSet, shared } from './bits.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import { overlapping } from './time.ts';

/** Events that match and whose date overlaps the window; null: of all time. */
export type Matching = (query: Query, window: Interval | null) => EventSet;

export function matchingOf(columns: Columns, filter: Filter): Matching {
  return (query, window) => {
    const matched = filter.match(query);
    if (window === null) return matched;
    return shared(new EventSet(overlapping(columns.time, window)), matched);
  };
}
