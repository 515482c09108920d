/*
 * What the statistics say in words: how long a bar is, and what a row of bars shows.
 * Knows: intervals, the calendar's words. Must not know: drawing, React.
 */
import type { Interval } from '../../base/interval.ts';
import { formatInstant, spanWords } from '../../model/instantWords.ts';
import { numberWords } from '../names.ts';

const MONTH_MS = 31_556_952_000 / 12;
/** The last unit of time whose name a stretch of it still bears. */
const MONTHS_TO_YEARS = 18;

/** "per month", "per 6 months", "per 10 years". */
export function binWords(over: Interval, bins: number): string {
  const months = (over.endMs - over.startMs) / Math.max(1, bins) / MONTH_MS;
  if (months < 1.5) return 'per month';
  if (months < MONTHS_TO_YEARS) {
    const count = Math.round(months);
    return count === 12 ? 'per year' : `per ${String(count)} months`;
  }
  const years = Math.round(months / 12);
  return years === 1 ? 'per year' : `per ${numberWords(years)} years`;
}

/** "2013–2015": the years that a row of bars goes through. */
export function yearsWords({ startMs, endMs }: Interval): string {
  return spanWords(startMs, endMs - 1, 'year');
}

/**
 * A row of bars in a sentence: "Events per month from July 2013 to November 2015: 32, most in
 * December 2014: 9."
 */
export function barsWords(what: string, over: Interval, counts: readonly number[]): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const span = `${what} ${binWords(over, counts.length)} from ${monthOf(over.startMs)} to ${monthOf(over.endMs - 1)}`;
  if (total === 0) return `${span}: none.`;
  const most = Math.max(...counts);
  const peak = counts.indexOf(most);
  const middleMs = over.startMs + ((peak + 0.5) / counts.length) * (over.endMs - over.startMs);
  return `${span}: ${numberWords(total)}, most in ${monthOf(middleMs)}: ${numberWords(most)}.`;
}

function monthOf(ms: number): string {
  return formatInstant(ms, 'month');
}
