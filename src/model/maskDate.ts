/*
 * Dates of which digits are unspecified: 201X, 2014-XX, 2014-12-1X, XXXX-12-25.
 * Knows: the calendar. Must not know: whether the text is EDTF (the library has said so), ranges, sets.
 * The interval runs from the earliest to the latest day that the digits leave possible.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { DatePoint } from './dateParts.ts';
import { point, readPlain } from './fastDate.ts';
import { betweenWords, monthWords } from './instantWords.ts';
import type { DatePrecision } from './types.ts';
import { DAY_MS, daysInMonth, msOfDay, msOfYear } from './years.ts';

/** Years of four digits, of which the library has already read the shape. */
const MASK = /^(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/u;

export function readMask(text: string): Result<DatePoint, string> {
  // An unspecified day says no more than the month, an unspecified month no more than the year.
  const stated = text.replace(/(?:-XX)+$/u, '');
  if (!stated.includes('X')) return readPlain(stated) ?? fail('It is not a date that can be read.');
  const match = MASK.exec(stated);
  if (match === null) return fail('It is not a date that can be read.');
  const [, yearMask = '', monthMask = null, dayMask = null] = match;
  if (/^-?XXXX$/u.test(yearMask)) return ok(withoutYear(monthMask, dayMask));
  if (monthMask === null) return ok(someYear(yearMask));

  const start = firstDay(yearMask, monthMask, dayMask, 'earliest');
  const end = firstDay(yearMask, monthMask, dayMask, 'latest');
  if (start === null || end === null) return fail('No day of the calendar has these digits.');
  const unit = dayMask === null ? 'month' : 'day';
  if (start.startMs === end.startMs) return ok(point(start.startMs, end.endMs, unit));
  const name = betweenWords(start.startMs, end.startMs, unit);
  return ok(point(start.startMs, end.endMs, maskPrecision(yearMask, monthMask), name));
}

function maskPrecision(yearMask: string, monthMask: string): DatePrecision {
  if (yearMask.includes('X')) return yearPrecision(yearMask);
  return monthMask.includes('X') ? 'year' : 'month';
}

/** The earliest and latest year that a mask of four digits leaves possible. */
export function yearsOfMask(mask: string): [first: number, last: number] {
  const digits = mask.replace('-', '');
  const low = Number(digits.replaceAll('X', '0'));
  const high = Number(digits.replaceAll('X', '9'));
  return mask.startsWith('-') ? [0 - high, 0 - low] : [low, high];
}

function someYear(mask: string): DatePoint {
  const [first, last] = yearsOfMask(mask);
  const isRound = /^\d+X+$/u.test(mask);
  const name = isRound ? null : betweenWords(msOfYear(first), msOfYear(last), 'year');
  return point(msOfYear(first), msOfYear(last + 1), yearPrecision(mask), name);
}

function yearPrecision(mask: string): DatePrecision {
  // Counted from the right: the highest unspecified digit decides.
  const place = mask.length - mask.indexOf('X');
  return place === 1 ? 'decade' : place === 2 ? 'century' : 'millennium';
}

/** Any year at all: nothing bounds it, but the words keep what is stated. */
function withoutYear(monthMask: string | null, dayMask: string | null): DatePoint {
  const month =
    monthMask !== null && !monthMask.includes('X') ? monthWords(Number(monthMask)) : null;
  const day = dayMask !== null && !dayMask.includes('X') ? `${Number(dayMask)} ` : '';
  const name = month === null ? 'date not stated' : `${day}${month}, year not stated`;
  return point(-Infinity, Infinity, 'millennium', name);
}

interface PossibleDay {
  readonly startMs: number;
  readonly endMs: number;
}

/** The outermost month or day that all three masks allow; null where the calendar has none. */
function firstDay(
  yearMask: string,
  monthMask: string,
  dayMask: string | null,
  which: 'earliest' | 'latest',
): PossibleDay | null {
  const [firstYear, lastYear] = yearsOfMask(yearMask);
  for (const year of outward(firstYear, lastYear, which)) {
    if (!fits(yearMask.replace('-', ''), Math.abs(year), 4)) continue;
    for (const month of outward(1, 12, which)) {
      if (!fits(monthMask, month, 2)) continue;
      if (dayMask === null) {
        return { startMs: msOfDay(year, month, 1), endMs: msOfDay(year, month + 1, 1) };
      }
      for (const day of outward(1, daysInMonth(year, month), which)) {
        if (!fits(dayMask, day, 2)) continue;
        const startMs = msOfDay(year, month, day);
        return { startMs, endMs: startMs + DAY_MS };
      }
    }
  }
  return null;
}

function* outward(first: number, last: number, which: 'earliest' | 'latest'): Generator<number> {
  if (which === 'earliest') for (let i = first; i <= last; i += 1) yield i;
  else for (let i = last; i >= first; i -= 1) yield i;
}

function fits(mask: string, number: number, length: number): boolean {
  const digits = String(number).padStart(length, '0');
  return mask.split('').every((digit, i) => digit === 'X' || digit === digits[i]);
}
