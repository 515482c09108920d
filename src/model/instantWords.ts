/*
 * Instants and years in words, en-GB, in UTC, without Intl: the reader's settings never enter.
 * Knows: the calendar. Must not know: EDTF, events, the edtf library (the page imports this file).
 */
import { assertNever } from '../base/assertNever.ts';
import type { DatePrecision } from './types.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, partsOf, SECOND_MS } from './years.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "July"; months 1 to 12. */
export function monthWords(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** A year in two pieces, so that a range can say its era once: ["500", " BCE"], ["2014", ""]. */
interface YearWords {
  readonly number: string;
  readonly era: '' | ' CE' | ' BCE' | ' years ago';
}

/** From here on a round year is counted from today: a million years need no calendar. */
const FAR_YEAR = 1e6;

/** An astronomical year: 0 is "1 BCE", 44 is "44 CE", -13,800,000,000 is "13.8 billion years ago". */
function yearWords(year: number): YearWords {
  if (Math.abs(year) >= FAR_YEAR && year % 1000 === 0) {
    return { number: bigNumber(Math.abs(year)), era: year < 0 ? ' years ago' : ' CE' };
  }
  if (year <= 0) return { number: grouped(1 - year), era: ' BCE' };
  return { number: grouped(year), era: year < 1000 || year > 9999 ? ' CE' : '' };
}

/** A year with its era: "2014", "44 CE", "1 BCE", "12,000 CE", "13.8 billion years ago". */
export function formatYear(year: number): string {
  const { number, era } = yearWords(year);
  return number + era;
}

/** The years from first to a later last, both included: "2010–2019", "200–101 BCE", "10 BCE to 10 CE". */
export function yearSpanWords(firstYear: number, lastYear: number): string {
  const first = yearWords(firstYear);
  const last = yearWords(lastYear);
  if (first.era !== last.era) return `${first.number}${first.era} to ${last.number}${last.era}`;
  const joint = /\D/u.test(first.number + last.number) ? ' to ' : '–';
  return first.number + joint + last.number + last.era;
}

/**
 * The instant as far as the precision goes: "22 July 2013, 10:00 UTC", "22 July 2013", "July 2013"
 * (also for a season), "2013", "2010s", "2000–2099", "2000–2999". An open end (±Infinity) is "…".
 */
export function formatInstant(ms: number, precision: DatePrecision): string {
  if (!Number.isFinite(ms)) return '…';
  const { year, month, day } = partsOf(ms);
  const yearText = formatYear(year);
  switch (precision) {
    case 'time':
      return `${day} ${monthWords(month)} ${yearText}, ${clockWords(ms)} UTC`;
    case 'day':
      return `${day} ${monthWords(month)} ${yearText}`;
    case 'month':
    case 'season':
      return `${monthWords(month)} ${yearText}`;
    case 'year':
      return yearText;
    case 'decade':
      return year >= 1000 && year <= 9999 ? `${year - (year % 10)}s` : blockWords(year, 10);
    case 'century':
      return blockWords(year, 100);
    case 'millennium':
      return blockWords(year, 1000);
    default:
      return assertNever(precision);
  }
}

function blockWords(year: number, length: number): string {
  const first = Math.floor(year / length) * length;
  return yearSpanWords(first, first + length - 1);
}

/**
 * From the instant in one unit to the instant in the last, both included, saying only once what they
 * share: "16–17 November 2015", "16 October to 17 November 2015", "2013–2015", "10:00–12:00 UTC".
 */
export function spanWords(firstMs: number, lastMs: number, precision: DatePrecision): string {
  const from = formatInstant(firstMs, precision);
  const to = formatInstant(lastMs, precision);
  const a = partsOf(firstMs);
  const b = partsOf(lastMs);
  if (from === to) return from;
  if (precision === 'year') return yearSpanWords(a.year, b.year);
  if (a.year !== b.year) return `${from} to ${to}`;
  if (precision === 'month') return `${monthWords(a.month)} to ${to}`;
  if (precision === 'day') {
    return a.month === b.month ? `${a.day}–${to}` : `${a.day} ${monthWords(a.month)} to ${to}`;
  }
  return precision === 'time' && a.month === b.month && a.day === b.day
    ? `${formatInstant(firstMs, 'day')}, ${clockWords(firstMs)}–${clockWords(lastMs)} UTC`
    : `${from} to ${to}`;
}

/** As spanWords, for something that happened once in it: "between 18 and 30 November 2013". */
export function betweenWords(firstMs: number, lastMs: number, precision: DatePrecision): string {
  const words = spanWords(firstMs, lastMs, precision);
  const pair = words.replace(/–| to /u, ' and ');
  return pair === words ? words : `between ${pair}`;
}

/** "14:30", "14:30:05", "14:30:05.250": seconds only where there are any. */
function clockWords(ms: number): string {
  const ofDay = ms - Math.floor(ms / DAY_MS) * DAY_MS;
  const pair = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const minutes = `${pair(ofDay / HOUR_MS)}:${pair((ofDay % HOUR_MS) / MINUTE_MS)}`;
  if (ofDay % MINUTE_MS === 0) return minutes;
  const seconds = `${minutes}:${pair((ofDay % MINUTE_MS) / SECOND_MS)}`;
  const rest = Math.floor(ofDay % SECOND_MS);
  return rest === 0 ? seconds : `${seconds}.${String(rest).padStart(3, '0')}`;
}

/**
 * The day that holds a finite instant, as EDTF: "2013-07-22", "-0043-03-15"; where EDTF has no days,
 * beyond four digits, the year: "Y-13800000000".
 */
export function toEdtfDay(ms: number): string {
  const { year, month, day } = partsOf(ms);
  if (Math.abs(year) > 9999) return `Y${year}`;
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function bigNumber(number: number): string {
  if (number >= 1e9) return `${grouped(number / 1e9)} billion`;
  return `${grouped(number / 1e6)} million`;
}

/** Thousands apart from five digits on: 2014, but 10,000. */
function grouped(number: number): string {
  if (number < 10_000) return String(number);
  const [whole = '', fraction] = String(number).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
