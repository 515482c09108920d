/*
 * Reads a cell as a date: EDTF as it stands, one date, two with something between them, or a bound.
 * Knows: how dates are joined, EDTF. Must not know: tables, columns, what the date is of.
 *
 *   12 March 2014        2014-03-12          3 – 5 March 2014    2014-03-03/2014-03-05
 *   02/03/2024, unsure   [2024-02-03,2024-03-02]    before 1990  [..1989]
 *   44 BCE               -0043               2014 Q1             2014-33
 *   c. 1850              1850~               1990s               199X
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { readSpan } from '../../model/dates.ts';
import { readPlain } from '../../model/fastDate.ts';
import { partsOf } from '../../model/years.ts';
import { readFields, wholeYear } from './dateFields.ts';
import { pad, type DateFields } from './datePeriods.ts';
import { readBound, readRange } from './dateRange.ts';
import type { DateOptions, DateReading } from './dateReading.ts';
import { edtfTextOf } from './dateText.ts';
import { WEEKDAY } from './monthNames.ts';

/** No date is longer, and what bounds the work. */
const LONGEST = 120;
/** What has no digit is a month at most, "early September": names need not be looked at closely. */
const LONGEST_MONTH = 24;

/**
 * Reads a cell that is not blank. The error says what was expected, for the user. Never throws, and its work
 * is bounded whatever the cell.
 */
export function readDateCell(cell: string, options: DateOptions): Result<DateReading, string> {
  const whole = cell.trim();
  const text = options.hasEmptyTimes ? whole.replace(MIDNIGHT, '') : whole;
  if (text.length > LONGEST) return fail('a date, which is shorter');
  if (text.length > LONGEST_MONTH && !/[\dX]/u.test(text)) return fail(EXPECTED);
  if (options.hasDayNumbers) {
    const day = dayOfNumber(text);
    if (day !== null) return ok({ edtf: day, doubt: null });
  }
  if (options.hasShortYears) {
    const years = shortYears(text);
    if (years !== null) return ok({ edtf: years, doubt: null });
  }
  const plain = readPlain(text);
  if (plain?.ok === true) return ok({ edtf: text, doubt: null });
  const single = readFields(text, options);
  const edtf = single === null ? null : edtfOf(single, options);
  if (edtf?.ok === true) {
    return isPerhapsYears(text) ? ok({ ...edtf.value, doubt: 'short-years' }) : edtf;
  }
  if (isEdtf(text)) return ok({ edtf: text, doubt: isPerhapsYears(text) ? 'short-years' : null });
  return readBound(text, options) ?? edtf ?? readRange(text, options) ?? fail(EXPECTED);
}

/** As programs write a day that has no time. */
export const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$/u;

const EXPECTED = 'a date such as 2014-03-12, 12/03/2014, March 2014, 1914–1918 or 44 BCE';

/**
 * Reads a date whose parts stand in cells of their own; null where all of them are blank. Years are taken at
 * their word, few digits or many: 44, -500, -13800000000.
 */
export function readDateParts(
  parts: {
    readonly year: string;
    readonly month: string;
    readonly day: string;
    readonly time: string;
  },
  options: DateOptions,
): Result<DateReading, string> | null {
  const [year, month, day, time] = [parts.year, parts.month, parts.day, parts.time].map((part) =>
    part.trim(),
  );
  if (!year && !month && !day) return null;
  const stated = /^([-−]?)(\d{1,13})(?:[.,]0+)?$/u.exec(year ?? '');
  // Some sheets hold the whole date in the first of the cells.
  if (year && stated === null) {
    return month || day ? fail('a year in digits') : readDateCell(year, options);
  }
  const wholeMonth = month ? monthOf(month, options) : null;
  const wholeDay = day ? Number(/^0*(\d{1,2})(?:[.,]0+)?$/u.exec(day)?.[1] ?? Number.NaN) : null;
  if (wholeMonth === undefined) return fail('a month from 1 to 12, or its name');
  if (wholeDay !== null && !(wholeDay >= 1 && wholeDay <= 31)) return fail('a day from 1 to 31');
  if (wholeDay !== null && wholeMonth === null) return fail('a month beside the day');
  const [, minus, digits] = stated ?? [];
  const fields: DateFields = {
    year: digits === undefined ? null : Number(digits),
    isBce: minus !== undefined && minus !== '',
    mask: null,
    month: wholeMonth,
    day: wholeDay,
    time:
      time && wholeDay !== null ? (readFields(`1/1/2000 ${time}`, options)?.time ?? null) : null,
    isApproximate: false,
    isUncertain: false,
    isEitherOrder: false,
    isAgainstOrder: false,
  };
  return edtfOf(fields, options);
}

/** Null for no month at all, undefined for a word or number that is none. */
function monthOf(text: string, { months }: DateOptions): number | null | undefined {
  const number = Number(/^0*(\d{1,2})(?:[.,]0+)?$/u.exec(text)?.[1] ?? Number.NaN);
  if (number >= 1 && number <= 12) return number;
  const named = months.get(text.toLowerCase().replace(/\.$/u, ''));
  return named === WEEKDAY ? undefined : named;
}

function isEdtf(text: string): boolean {
  return /^[\dY[{.-]/u.test(text) && readSpan(text).ok;
}

/** "2011/12" and "1998-02" as the years from the one to the other. */
function shortYears(text: string): string | null {
  const [, year, short] = /^(\d{4})[-/–](\d\d)$/u.exec(text) ?? [];
  if (year === undefined || Number(short) === Number(year) % 100) return null;
  return `${year}/${pad(wholeYear(Number(short), Number(year)), 4)}`;
}

/** "1921-23", of which EDTF says autumn 1921, and "2011/12". */
function isPerhapsYears(text: string): boolean {
  const [, year, separator, short] = /^\d\d(\d\d)([-/])(\d\d)$/u.exec(text) ?? [];
  if (separator === '/') return Number(short) === (Number(year) + 1) % 100;
  return /^2[1-4]$/u.test(short ?? '') && Number(short) > Number(year);
}

/** 45353 is 2024-03-01: days since 1899-12-30, as spreadsheets count them; parts of a day are left off. */
function dayOfNumber(text: string): string | null {
  const [, days] = /^(\d{4,6})(?:[.,]\d+)?$/u.exec(text) ?? [];
  if (days === undefined || Number(days) < 61) return null;
  const { year, month, day } = partsOf((Number(days) - 25_569) * 86_400_000);
  return year > 9_999 ? null : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function edtfOf(fields: DateFields, options: DateOptions): Result<DateReading, string> {
  const edtf = edtfTextOf(fields, options);
  if (edtf === null) return fail('a date with a year');
  const read = readSpan(edtf);
  if (!read.ok) return fail(`a day of the calendar: ${read.error}`);
  if (fields.isEitherOrder && fields.day !== null) {
    const other = edtfTextOf({ ...fields, day: fields.month, month: fields.day }, options);
    if (other !== null && other !== edtf && readSpan(other).ok) {
      const both = [edtf, other].toSorted();
      return ok({ edtf: `[${both.join(',')}]`, doubt: 'either-order' });
    }
  }
  return ok({ edtf, doubt: fields.isAgainstOrder ? 'against-order' : null });
}
