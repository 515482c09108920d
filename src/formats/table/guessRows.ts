/*
 * Guesses how rows hang together: which column joins several into one event, which blanks repeat what is above.
 * Knows: rows, profiles. Must not know: what the columns are for.
 */
import { headerWords } from './headerWords.ts';
import { rowsToLookAt } from './profile.ts';
import type { Column, ColumnProfile, Row, Table } from './types.ts';

const KEY_HEADER = /\bid\b|\bids\b|\bnr\b|\bno\b|number|\bref\b|reference|\bkey\b|kennung|nummer/iu;

/**
 * The column whose value several rows share while their dates agree: "Meeting ID". Null where each row seems
 * to be an event of its own.
 *
 * @param dates the columns that hold dates
 */
export function joiningColumn(
  table: Table,
  profiles: readonly ColumnProfile[],
  dates: readonly ColumnProfile[],
): ColumnProfile | null {
  const rows = rowsToLookAt(table);
  const dateColumns = table.columns.filter(({ name }) => dates.some((date) => date.name === name));
  return (
    profiles.find((profile) => {
      const column = table.columns.find(({ name }) => name === profile.name);
      if (column === undefined || dates.includes(profile)) return false;
      if (!KEY_HEADER.test(headerWords(profile.header)) || profile.filledTotal < rows.length * 0.9)
        return false;
      return isShared(rows, column, dateColumns);
    }) ?? null
  );
}

/** Neighbouring rows that share the value agree in their dates, and there are such neighbours. */
function isShared(rows: readonly Row[], column: Column, dates: readonly Column[]): boolean {
  let [shared, agreeing] = [0, 0];
  const seen = new Set<string>();
  let [again, total] = [0, 0];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    const value = cellOf(row, column);
    if (before !== undefined && value !== '' && cellOf(before, column) === value) {
      shared += 1;
      if (dates.every((date) => cellOf(row, date) === cellOf(before, date))) agreeing += 1;
      return;
    }
    // A value that comes back elsewhere numbers something else: pages, rows of a source.
    total += 1;
    if (seen.has(value)) again += 1;
    seen.add(value);
  });
  return shared > 0 && agreeing >= shared * 0.9 && again <= total * 0.05;
}

/**
 * Columns at the left whose first row is filled and many others are not, while most of the table is: a name
 * that stands once for many rows.
 */
export function carriedColumns(
  { columns, rows }: Table,
  profiles: readonly ColumnProfile[],
): readonly string[] {
  const [first] = rows;
  const [fullest] = profiles.map(({ filledTotal }) => filledTotal).toSorted((a, b) => b - a);
  if (first === undefined || fullest === undefined) return [];
  const carried: string[] = [];
  for (const column of columns) {
    const profile = profiles.find(({ name }) => name === column.name);
    const isFilledFirst = cellOf(first, column) !== '';
    const share = (profile?.filledTotal ?? 0) / Math.max(1, fullest);
    if (profile === undefined || !isFilledFirst || share > 0.9) break;
    carried.push(column.name);
  }
  return carried;
}

function cellOf({ cells }: Row, { index }: Column): string {
  return cells[index]?.trim() ?? '';
}
