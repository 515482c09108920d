/*
 * A table and what its columns are, read across the border: a history and a report in rows and columns.
 * Knows: the draft of a table, the border. Must not know: how the table and its mapping were come by.
 */
import { fail, type Result } from '../../base/result.ts';
import type { ReadFailure, Reading } from '../format.ts';
import { readingOf } from '../reading.ts';
import { draftOf, type ApplyOptions } from './draft.ts';
import type { TableMapping } from './mapping.ts';
import type { Table } from './types.ts';

/**
 * Reads a table as a mapping says. Never throws for what is in either. Fails only where not one row becomes
 * an event.
 */
export function applyMapping(
  table: Table,
  mapping: TableMapping,
  options: ApplyOptions = {},
): Result<Reading, ReadFailure> {
  const draft = draftOf(table, mapping, options);
  if (draft.units.length > 0) return readingOf(draft);
  return fail({
    kind: 'invalid',
    message:
      table.rows.length === 0
        ? 'The table has no rows. Check that it was saved whole, and that the row of its headers is the right one.'
        : 'No row of the table becomes an event. Say which column holds the title, and which the date.',
    problems: draft.problems,
    problemsTotal: draft.problemsTotal,
  });
}
