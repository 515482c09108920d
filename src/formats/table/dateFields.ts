/*
 * Reads one date as people write it into its parts, as far as it has them.
 * Knows: numbers in their order, month names, eras, decades, quarters. Must not know: ranges, cells, columns.
 * What it does not understand wholly it does not read at all.
 */
import {
  eraOf,
  NOTHING,
  pad,
  readPeriodOfYear,
  readRoundYears,
  type DateFields,
} from './datePeriods.ts';
import type { DateOrder } from './mapping.ts';
import { WEEKDAY, type MonthNames } from './monthNames.ts';

export interface FieldOptions {
  readonly order: DateOrder | null;
  readonly twoDigitYearsFrom: number;
  readonly months: MonthNames;
  /** Whether a year is known for cells that state none: then "Jan 14" is a day. */
  readonly hasYear: boolean;
}

/** Null where the text is no such date. Texts are short (dateCell.ts sees to it). */
export function readFields(text: string, options: FieldOptions): DateFields | null {
  const { rest, time } = takeTime(text);
  if (rest === null) return null;
  const { bare, ...marks } = takeMarks(rest);
  const read =
    readNumbers(bare, options) ??
    readPeriodOfYear(bare) ??
    readRoundYears(bare) ??
    readInWords(bare, options);
  if (read === null || (time !== null && read.day === null)) return null;
  const isApproximate = read.isApproximate || marks.isApproximate;
  return { ...read, time, isApproximate, isUncertain: marks.isUncertain };
}

/** The two-digit year of a window of a hundred years. */
export function wholeYear(two: number, from: number): number {
  const year = Math.floor(from / 100) * 100 + two;
  return year < from ? year + 100 : year;
}

const TIME =
  /(?:^|[T\s,]+)(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/iu;

/** The text without a time of day at its end; `rest` is null where the time is none. */
function takeTime(text: string): { rest: string | null; time: string | null } {
  const match = TIME.exec(text);
  if (match === null) return { rest: text, time: null };
  const [whole, hh = '', mm = '', ss, half, zone] = match;
  const rest = text.slice(0, text.length - whole.length);
  const isAfternoon = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hh) : (Number(hh) % 12) + (isAfternoon ? 12 : 0);
  if (hours > 23 || Number(mm) > 59 || Number(ss ?? 0) > 59) return { rest: null, time: null };
  // What a database or spreadsheet adds to a day that has no time.
  const isEmpty = hours === 0 && Number(mm) === 0 && Number(ss ?? 0) === 0 && half === undefined;
  if (isEmpty && zone === undefined) return { rest, time: null };
  const offset = zone === undefined ? '' : /^[+-]/u.test(zone) ? zone : 'Z';
  return { rest, time: `${pad(hours, 2)}:${mm}${ss === undefined ? '' : `:${ss}`}${offset}` };
}

const ABOUT =
  /^(?:circa|ca\.?|about|around|approximately|approx\.?|roughly|probably|~|um|etwa|gegen|vers|environ|env\.?|hacia|c\.?)\s*(?=[\d\p{L}-])/iu;
const PART_OF = /^(?:early|mid|late|beginning of|end of|anfang|mitte|ende|début|fin)[\s-]+/iu;

function takeMarks(text: string): { bare: string; isApproximate: boolean; isUncertain: boolean } {
  let bare = text.trim().replace(/\s+/gu, ' ');
  const before = bare.length;
  bare = bare.replace(/\s*(?:\(\?\)|\?)$/u, '');
  const isUncertain = bare.length < before;
  const withMark = bare;
  // "c" begins other words too: it stands before a digit, or with a stop.
  const about = ABOUT.exec(bare)?.[0] ?? '';
  if (about !== '' && (/[\s.~]$/u.test(about) || /\d/u.test(bare[about.length] ?? ''))) {
    bare = bare.slice(about.length);
  }
  bare = bare.replace(PART_OF, '');
  return { bare, isApproximate: bare !== withMark, isUncertain };
}

/** A day of a month that stands elsewhere. */
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)$/u;
const THREE = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})\.?$/u;
const MONTH_YEAR = /^(\d{1,2})[-/. ](\d{4})$/u;
const YEAR_MONTH = /^(\d{4})[/. ](\d{1,2})$|^(\d{4})-(\d)$/u;
const COMPACT = /^([12]\d{3})(\d\d)(\d\d)$/u;
/** Spreadsheets and data frames make 2014 into 2014.0. */
const YEAR = /^(-?)(\d+)(?:[.,]0+)?$/u;
const EAST_ASIAN = /^(\d{1,4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?)?$/u;

function readNumbers(text: string, options: FieldOptions): DateFields | null {
  const [, ordinal] = ORDINAL.exec(text) ?? [];
  if (ordinal !== undefined) return { ...NOTHING, day: Number(ordinal) };
  const compact = COMPACT.exec(text);
  const three = THREE.exec(text);
  if (three !== null) return readThree(three, options);
  const [, minus, digits] = compact === null ? (YEAR.exec(text) ?? []) : [];
  if (digits !== undefined) return yearOrDay(minus === '-', digits);
  const [, month, ofYear] = MONTH_YEAR.exec(text) ?? [];
  if (month !== undefined) return monthOf(Number(ofYear), Number(month));
  const [, year, thenMonth, hyphenYear, hyphenMonth] = YEAR_MONTH.exec(text) ?? [];
  if (year !== undefined || hyphenYear !== undefined) {
    return monthOf(Number(year ?? hyphenYear), Number(thenMonth ?? hyphenMonth));
  }
  const [, y, m, d] = compact ?? EAST_ASIAN.exec(text) ?? [];
  if (y === undefined) return null;
  return {
    ...NOTHING,
    year: Number(y),
    month: m === undefined ? null : Number(m),
    day: d === undefined ? null : Number(d),
  };
}

/** Fewer than three digits may be a day as well as a year, and more than four are a year only far back. */
function yearOrDay(isNegative: boolean, digits: string): DateFields | null {
  if (isNegative) return { ...NOTHING, year: Number(digits), isBce: true };
  if (digits.length <= 2) return { ...NOTHING, day: Number(digits) };
  return digits.length <= 4 ? { ...NOTHING, year: Number(digits) } : null;
}

function monthOf(year: number, month: number): DateFields | null {
  return month >= 1 && month <= 12 ? { ...NOTHING, year, month } : null;
}

function readThree(match: RegExpExecArray, options: FieldOptions): DateFields | null {
  const [, first = '', , second = '', third = ''] = match;
  const isYearFirst =
    first.length > 2 || (options.order === 'year-first' && third.length <= 2 && second.length <= 2);
  if (isYearFirst) {
    if (third.length > 2) return null;
    return {
      ...NOTHING,
      year: statedYear(first, options),
      month: Number(second),
      day: Number(third),
    };
  }
  if (third.length === 1 || third.length === 3) return null;
  const year = statedYear(third, options);
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b > 12) return null;
  const isDayFirst = a > 12 || (b <= 12 && options.order !== 'month-first');
  const isForced = a > 12 || b > 12;
  return {
    ...NOTHING,
    year,
    day: isDayFirst ? a : b,
    month: isDayFirst ? b : a,
    isEitherOrder: !isForced && a !== b && options.order !== 'day-first' && isDayFirst,
    isAgainstOrder:
      isForced && options.order === (isDayFirst ? 'month-first' : 'day-first') && a !== b,
  };
}

function statedYear(digits: string, options: FieldOptions): number {
  const year = Number(digits);
  return digits.length <= 2 ? wholeYear(year, options.twoDigitYearsFrom) : year;
}

const FILLERS: ReadonlySet<string> = new Set(
  'of the de del di do da den der le la el am on in d'.split(' '),
);

/** "12 March 2014", "March 12th, 2014", "Mar-14", "15 March 44 BC", "12. März". */
function readInWords(text: string, options: FieldOptions): DateFields | null {
  const era = eraOf(text);
  const bare = (era?.rest ?? text).toLowerCase();
  const isYearMonth = /^\p{L}+\.?-\d\d$/u.test(bare);
  let [month, year]: [number | null, number | null] = [null, null];
  const small: { readonly value: number; readonly isAfterMonth: boolean }[] = [];
  for (const token of bare.split(/[\s,./-]+/u)) {
    const name = options.months.get(token);
    const [, apostrophe] = /^[’'](\d\d)$/u.exec(token) ?? [];
    const [, digits] = /^(\d{1,6})(?:st|nd|rd|th|er|º|ª|o)?$/u.exec(token) ?? [];
    if (name === WEEKDAY) continue;
    if (name !== undefined) {
      if (month !== null) return null;
      month = name;
    } else if (apostrophe !== undefined || (digits !== undefined && digits.length > 2)) {
      if (year !== null) return null;
      year = apostrophe === undefined ? Number(digits) : statedYear(apostrophe, options);
    } else if (digits !== undefined) {
      small.push({ value: Number(digits), isAfterMonth: month !== null });
    } else if (token !== '' && !FILLERS.has(token)) {
      return null;
    }
  }
  const isBce = era?.isBce ?? false;
  const [first, second] = small;
  if (month === null) {
    if (era !== null) return yearOfEra(year, small, isBce);
    // "7, 2014", of which the month stands before: it is completed in a range, or is no date.
    const isDayOfYear = /^\d{1,2}[a-zº]{0,2}, ?\d{4}$/u.test(bare);
    return isDayOfYear && first !== undefined ? { ...NOTHING, year, day: first.value } : null;
  }
  if (small.length > 2 || (small.length === 2 && year !== null)) return null;
  let day = first?.value ?? null;
  if (second !== undefined) {
    year = era === null ? wholeYear(second.value, options.twoDigitYearsFrom) : second.value;
  } else if (first?.isAfterMonth === true && year === null) {
    const isYear = isYearMonth || era !== null || first.value > 31;
    if (isYear) {
      year = era === null ? wholeYear(first.value, options.twoDigitYearsFrom) : first.value;
      day = null;
    } else if (!options.hasYear) {
      return null;
    }
  }
  return { ...NOTHING, year, isBce, month, day };
}

function yearOfEra(
  year: number | null,
  small: readonly { readonly value: number }[],
  isBce: boolean,
): DateFields | null {
  const stated = year ?? (small.length === 1 ? (small[0]?.value ?? null) : null);
  const isAlone = year === null ? small.length === 1 : small.length === 0;
  return stated === null || stated === 0 || !isAlone ? null : { ...NOTHING, year: stated, isBce };
}
