/*
 * A date as start and end on a calendar, each as exact as its text, for formats that have no EDTF.
 * Knows: dates, the calendar. Must not know: any one format.
 */
import { assertNever } from '../../base/assertNever.ts';
import { dateOf } from '../../model/dates.ts';
import type { DateInfo, Edtf } from '../../model/types.ts';
import {
  DAY_MS,
  daysInMonth,
  HOUR_MS,
  MINUTE_MS,
  partsOf,
  SECOND_MS,
  type CalendarParts,
} from '../../model/years.ts';

/** A day, a month or a year; astronomical years, in which 0 is 1 BCE. */
export interface Moment {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** With a day alone, in UTC. */
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number };
}

export interface Moments {
  /** Null where the start is open or not known. */
  readonly start: Moment | null;
  /** The last day, month or year that is meant; null where the end is open or not known. */
  readonly end: Moment | null;
  /** Whether both are one and the same, as "2014-12". */
  readonly isOne: boolean;
  readonly info: DateInfo;
}

/** All null for a date that cannot be read. */
export function momentsOf(date: Edtf): Moments {
  const info = dateOf(date);
  const ends = date.includes('/') ? date.split('/') : [date, date];
  const [first, last] = ends.length === 2 ? ends.map((end) => dateOf(end.trim())) : [info, info];
  // Ends of a range are as exact as each of them is; those of anything else as the whole.
  const startMs = info.startMs;
  const endMs = info.endMs;
  const start = Number.isFinite(startMs) ? momentOf(startMs, first ?? info, false) : null;
  const end = Number.isFinite(endMs) ? momentOf(lastMs(endMs), last ?? info, true) : null;
  return { start, end, info, isOne: isSame(start, end) };
}

/** The last millisecond before an end; far away, where there are none, the day before it. */
function lastMs(endMs: number): number {
  return Number.isSafeInteger(endMs) ? endMs - 1 : endMs - DAY_MS / 2;
}

/** The day, month or year that holds an instant, as exact as a date is. */
function momentOf(ms: number, { precision }: DateInfo, isEnd: boolean): Moment {
  const { year, month, day } = partsOf(ms);
  switch (precision) {
    case 'time':
      return { year, month, day, time: timeOf(isEnd ? ms + 1 - SECOND_MS : ms) };
    case 'day':
      return { year, month, day };
    case 'month':
    case 'season':
      return { year, month };
    case 'year':
    case 'decade':
    case 'century':
    case 'millennium':
      return { year };
    default:
      return assertNever(precision);
  }
}

function timeOf(ms: number): NonNullable<Moment['time']> {
  const ofDay = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
  return {
    hour: Math.floor(ofDay / HOUR_MS),
    minute: Math.floor((ofDay % HOUR_MS) / MINUTE_MS),
    second: Math.floor((ofDay % MINUTE_MS) / SECOND_MS),
  };
}

function isSame(a: Moment | null, b: Moment | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first day of a day, month or year. */
export function firstDay({ year, month = 1, day = 1 }: Moment): CalendarParts {
  return { year, month, day };
}

export function lastDay({
  year,
  month = 12,
  day = daysInMonth(year, month),
}: Moment): CalendarParts {
  return { year, month, day };
}

/** "2014-12-05", "2014-12", "2014"; "-0044-03-15"; years of more than four digits as they are. */
export function isoOf({ year, month, day }: Moment): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  const parts = [month, day].filter((part) => part !== undefined).map((part) => pad(part));
  return [`${year < 0 ? '-' : ''}${digits}`, ...parts].join('-');
}

export function pad(value: number): string {
  return String(value).padStart(2, '0');
}
