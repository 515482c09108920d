/*
 * The events of a file that are all here as values.
 * Knows: how a list of records is read and held to the rules. Must not know: the other lists.
 */
import type { Steps } from '../base/steps.ts';
import type { EventRecords } from './parse.ts';
import type { ProblemList } from './problems.ts';
import { breakCycles, checkRecords, readRecords, type Records } from './records.ts';
import type { KnownIds } from './references.ts';
import { eventSchema } from './schema.ts';
import type { HistoryEvent } from './types.ts';

/** Events that are all here as values. */
export class ListedEvents implements EventRecords {
  records: Records<HistoryEvent>;
  readonly total: number;
  readonly #raw: readonly unknown[];
  readonly #problems: ProblemList;

  constructor(raw: readonly unknown[], problems: ProblemList) {
    this.#raw = raw;
    this.#problems = problems;
    this.total = raw.length;
    this.records = readRecords('events', 'event', eventSchema, [], problems);
  }

  get ids(): ReadonlyMap<string, number> {
    return this.records.indexOfId;
  }

  get keptTotal(): number {
    return this.records.items.length;
  }

  // oxlint-disable-next-line require-yield -- nobody waits for the few that come as values
  *read(): Steps<void> {
    this.records = readRecords('events', 'event', eventSchema, this.#raw, this.#problems);
  }

  // oxlint-disable-next-line require-yield -- see above
  *check(known: KnownIds): Steps<void> {
    checkRecords(this.records, known, this.#problems);
  }

  breakCycles(): void {
    breakCycles(
      this.records,
      'partOf',
      ({ partOf }) => (partOf === undefined ? [] : [partOf]),
      withoutWhole,
      this.#problems,
    );
  }
}

export function withoutWhole(event: { partOf?: string }): void {
  delete event.partOf;
}
