/*
 * Finds dates that lie far from all others, which mostly are slips: 1930 among meetings of 2010 to 2016.
 * Knows: dates. Must not know: rows, events.
 */
import { readSpan } from '../../model/dates.ts';
import type { Problem } from '../../model/types.ts';
import { yearOf } from '../../model/years.ts';

/** Of fewer dates nobody can say which is odd. */
const FEWEST = 50;
/** The share at either end that is not asked what is usual. */
const TAIL = 0.02;
const LEAST_YEARS = 20;
const LONGEST = 1_000;

export interface OddYear {
  /** Among the dates. */
  readonly index: number;
  readonly problem: () => Omit<Problem, 'place'>;
}

/**
 * Dates that lie further from the middle 96 of 100 than three times their length, and 20 years at least. They
 * are kept: whoever has the file open may know better.
 */
export function oddYears(dates: readonly string[]): readonly OddYear[] {
  const years: { readonly index: number; readonly year: number }[] = [];
  dates.forEach((date, index) => {
    const read = date.length > LONGEST ? null : readSpan(date);
    if (read === null || !read.ok) return;
    const { startMs, endMs } = read.value;
    const ms = Number.isFinite(startMs) ? startMs : endMs - 1;
    if (Number.isFinite(ms)) years.push({ index, year: yearOf(ms) });
  });
  if (years.length < FEWEST) return [];
  const sorted = years.map(({ year }) => year).toSorted((a, b) => a - b);
  const tail = Math.ceil(sorted.length * TAIL);
  const from = sorted[tail] ?? 0;
  const to = sorted[sorted.length - 1 - tail] ?? 0;
  const reach = Math.max(LEAST_YEARS, 3 * (to - from));
  return years
    .filter(({ year }) => year < from - reach || year > to + reach)
    .map(({ index, year }) => ({
      index,
      problem: () => ({
        found: `the year ${year}`,
        expected: `a year about ${from} to ${to}, as the others have`,
        remedy: 'It is kept as it stands. Check it.',
        severity: 'warning' as const,
      }),
    }));
}
