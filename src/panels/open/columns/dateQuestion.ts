/*
 * Whether the order of day and month has to be asked: only where the chosen columns cannot tell it.
 * Knows: profiles, a mapping's dates. Must not know: how it is asked.
 */
import type { DateMapping } from '../../../formats/table/mapping.ts';
import type { ColumnProfile } from '../../../formats/table/types.ts';

/** Null: nothing to ask. */
export function dateQuestionOf(
  columns: readonly ColumnProfile[],
  date: DateMapping,
): 'either' | 'mixed' | null {
  const orders = cellColumns(columns, date).map(({ dateOrder }) => dateOrder);
  // One column that tells it tells it for the other.
  const told = new Set(orders.filter((order) => order !== null && order !== 'either'));
  if (told.has('mixed') || told.size > 1) return 'mixed';
  return told.size === 0 && orders.includes('either') ? 'either' : null;
}

/** A cell that shows what is asked; null where there is none. */
export function dateSampleOf(columns: readonly ColumnProfile[], date: DateMapping): string | null {
  const column = cellColumns(columns, date).find(
    ({ dateOrder }) => dateOrder === 'either' || dateOrder === 'mixed',
  );
  return column?.samples[0] ?? null;
}

function cellColumns(
  columns: readonly ColumnProfile[],
  { start, end }: DateMapping,
): readonly ColumnProfile[] {
  const names = new Set(
    [start, end].flatMap((place) => (place?.in === 'cell' ? [place.column] : [])),
  );
  return columns.filter(({ name }) => names.has(name));
}
