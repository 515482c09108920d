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
import { astronomicalYear, edtfYear } from '../timelineJs/years.ts';
import { pad, readFields, wholeYear, type DateFields, type FieldOptions } from './dateFields.ts';
import type { DateMapping } from './mapping.ts';
import { monthNamesOf } from './monthNames.ts';

export interface DateReading {
  /** EDTF that model/dates reads. */
  readonly edtf: string;
  /**
   * 'either-order': day and month may be the other way round, and the date says so; 'against-order': it can
   * only be read against the order asked for; 'season': "1921-23" is a season in EDTF, and may be meant as years.
   */
  readonly doubt: 'either-order' | 'against-order' | 'season' | null;
}

/** What a date is read with, worked out of a mapping once. */
export interface DateOptions extends FieldOptions {
  readonly year: number | null;
  readonly hasDayNumbers: boolean;
  readonly hasEmptyTimes: boolean;
}

export function dateOptionsOf(mapping: DateMapping): DateOptions {
  return {
    order: mapping.order,
    twoDigitYearsFrom: mapping.twoDigitYearsFrom,
    months: monthNamesOf(mapping.language),
    hasYear: mapping.year !== null,
    year: mapping.year,
    hasDayNumbers: mapping.hasDayNumbers,
    hasEmptyTimes: mapping.hasEmptyTimes,
  };
}

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
  const plain = readPlain(text);
  if (plain?.ok === true) return ok({ edtf: text, doubt: null });
  const single = readFields(text, options);
  const edtf = single === null ? null : edtfOf(single, options);
  if (edtf?.ok === true) return edtf;
  if (isEdtf(text)) return ok({ edtf: text, doubt: isPerhapsYears(text) ? 'season' : null });
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
function monthOf(text: string, { months }: FieldOptions): number | null | undefined {
  const number = Number(/^0*(\d{1,2})(?:[.,]0+)?$/u.exec(text)?.[1] ?? Number.NaN);
  if (number >= 1 && number <= 12) return number;
  return months.get(text.toLowerCase().replace(/\.$/u, ''));
}

/** A start and an end that were read by themselves; null where the end is before the start. */
export function joinDates(start: string, end: string): string | null {
  if (start === end) return start;
  const joined = `${start}/${end}`;
  return readSpan(joined).ok ? joined : null;
}

function isEdtf(text: string): boolean {
  return /^[\dY[{.-]/u.test(text) && readSpan(text).ok;
}

/** "1921-23": EDTF says autumn 1921. */
function isPerhapsYears(text: string): boolean {
  const [, century, year, code] = /^(\d\d)(\d\d)-(2[1-4])$/u.exec(text) ?? [];
  return century !== undefined && Number(code) > Number(year);
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

/** Null where no year is known. */
function edtfTextOf(fields: DateFields, { year: givenYear }: DateOptions): string | null {
  const year = fields.year ?? (fields.mask === null ? givenYear : null);
  const whole = fields.mask ?? (year === null ? null : yearText(year, fields.isBce));
  if (whole === null || (fields.day !== null && fields.month === null)) return null;
  const month = fields.month === null ? '' : `-${pad(fields.month, 2)}`;
  const day = fields.day === null ? '' : `-${pad(fields.day, 2)}`;
  const time = fields.time === null ? '' : `T${fields.time}`;
  const { isApproximate, isUncertain } = fields;
  const mark = isApproximate ? (isUncertain ? '%' : '~') : isUncertain ? '?' : '';
  return `${whole}${month}${day}${time}${mark}`;
}

function yearText(stated: number, isBce: boolean): string {
  return edtfYear(isBce ? astronomicalYear(-stated) : stated);
}

const BOUND =
  /^(?:(before|until|till|by|up to|bis|vor|avant|no later than)|(after|from|since|seit|ab|nach|depuis|après|not before)|(between)) (.+?)(?: (?:and|und|et|y|e) (.+))?$/iu;

/** "before 1990", "since March 2014", "between 1914 and 1918". Null where it is none of these. */
function readBound(text: string, options: DateOptions): Result<DateReading, string> | null {
  const [, before, after, between, first = '', second] = BOUND.exec(text) ?? [];
  if (before === undefined && after === undefined && between === undefined) return null;
  if ((between === undefined) !== (second === undefined)) return null;
  const date = readFields(first, options);
  const edtf = date === null ? null : edtfTextOf(date, options);
  if (edtf === null) return null;
  if (second !== undefined) {
    const last = readFields(second, options);
    const lastEdtf = last === null ? null : edtfTextOf(last, options);
    return lastEdtf === null ? null : asRead(`[${edtf}..${lastEdtf}]`);
  }
  if (before !== undefined)
    return asRead(/^(?:until|till|bis|up)/iu.test(before) ? `../${edtf}` : `[..${edtf}]`);
  const lasts = /^(?:from|since|seit|ab|depuis)/iu.test(after ?? '');
  return asRead(lasts ? `${edtf}/..` : `[${edtf}..]`);
}

function asRead(edtf: string): Result<DateReading, string> | null {
  return readSpan(edtf).ok ? ok({ edtf, doubt: null }) : null;
}

const BETWEEN =
  /\s*[–—−→]\s*|\s+-+\s+|\s+(?:to|until|till|thru|through|bis|au|à|al|hasta|tot|t\/m|do)\s+|\s*\.{2,3}\s*/u;
const SHORT_YEARS = /^(\d{4})[-/](\d{2}|\d{4})$/u;
const DAYS = /^(\d{1,2})-(\d{1,2}\b.*\p{L}.*)$/u;
const NUMBERS = /^([\d/.]{6,10})-([\d/.]{6,10})$/u;

/** "3 – 5 March 2014", "12 March to 3 April 2014", "1914-18". Null where there are not two of them. */
function readRange(text: string, options: DateOptions): Result<DateReading, string> | null {
  const short = SHORT_YEARS.exec(text) ?? NUMBERS.exec(text) ?? DAYS.exec(text);
  const pieces = short === null ? text.split(BETWEEN) : [short[1] ?? '', short[2] ?? ''];
  const [startText = '', endText = ''] = pieces;
  if (pieces.length !== 2 || startText === '' || endText === '') return null;
  // "March 5 – 7, 2014": the year comes later.
  const startRead = readFields(startText.replace(/^(?:from|von|vom|du)\s+/iu, ''), {
    ...options,
    hasYear: true,
  });
  const endRead = dayOfYear(endText, startRead) ?? readFields(endText, options);
  if (startRead === null || endRead === null) return null;
  const [start, end] = completed(startRead, endRead);
  if (start.isEitherOrder || end.isEitherOrder) return rangeOfEitherOrder(start, end, options);
  const startEdtf = edtfTextOf(start, options);
  const endEdtf = edtfTextOf(end, options);
  if (startEdtf === null || endEdtf === null) return fail('dates with a year');
  const edtf = joinDates(startEdtf, endEdtf);
  if (edtf === null || !readSpan(edtf).ok) return fail('a start that is before its end');
  const doubt = start.isAgainstOrder || end.isAgainstOrder ? 'against-order' : null;
  return ok({ edtf, doubt });
}

/** "March 5 – 7 2014": the 7 is a day, though "7 2014" by itself would be July. */
function dayOfYear(text: string, start: DateFields | null): DateFields | null {
  if (start?.year !== null || start.day === null || start.month === null) return null;
  const [, day, year] = /^(\d{1,2}) (\d{4})$/u.exec(text) ?? [];
  return day === undefined ? null : { ...start, day: Number(day), year: Number(year) };
}

/** What one end does not state, the other does: month and year before, the century of "1914–18" after. */
function completed(start: DateFields, end: DateFields): [DateFields, DateFields] {
  const isYears = start.year !== null && start.month === null && end.month === null;
  if (isYears && end.year === null && end.day !== null) {
    return [start, { ...end, year: wholeYear(end.day, start.year), day: null }];
  }
  const isBce = start.isBce || (start.year !== null && end.isBce);
  const filled = (fields: DateFields, other: DateFields): DateFields => ({
    ...fields,
    month: fields.month ?? (fields.day === null ? null : other.month),
    year: fields.year ?? (fields.mask === null ? other.year : null),
    isBce: fields.year === null ? other.isBce : fields.isBce,
  });
  const first = filled(start, end);
  return [{ ...first, isBce: first.isBce || isBce }, filled(end, start)];
}

/** Nobody knows which way round: once, somewhere between the earliest and the latest that it may be. */
function rangeOfEitherOrder(
  start: DateFields,
  end: DateFields,
  options: DateOptions,
): Result<DateReading, string> {
  const days = [start, end]
    .flatMap((fields) => [fields, { ...fields, day: fields.month, month: fields.day }])
    .map((fields) => edtfTextOf(fields, options))
    .filter((edtf) => edtf !== null)
    .filter((edtf) => readSpan(edtf).ok)
    .toSorted();
  const edtf = `[${days[0] ?? ''}..${days.at(-1) ?? ''}]`;
  return readSpan(edtf).ok ? ok({ edtf, doubt: 'either-order' }) : fail(EXPECTED);
}
