/*
 * Calendar arithmetic in floating-point milliseconds, far beyond what a JavaScript Date holds.
 * Knows: the proleptic Gregorian calendar in UTC. Must not know: EDTF, words, the reader's time zone.
 * Years are astronomical: 0 is 1 BCE, -43 is 44 BCE. Small enough for the page to import.
 */

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** Years beyond ± this are refused: a day there is no longer a number of its own. */
export const YEAR_LIMIT = 1e12;

export interface CalendarParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The instant at which a day begins, in UTC. Months 1 to 12; a month or day beyond its range runs over
 * into the next, as 13 is next year's January. Exact where a double can be (to about ±285 million years).
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil.
 */
export function msOfDay(year: number, month: number, day: number): number {
  const months = month - 3;
  // Years that begin in March put the leap day last.
  const marchYear = year + Math.floor(months / 12);
  const monthOfMarchYear = months - Math.floor(months / 12) * 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * monthOfMarchYear + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MS;
}

/** The instant at which an astronomical year begins, in UTC. */
export function msOfYear(year: number): number {
  return msOfDay(year, 1, 1);
}

/**
 * The calendar day that holds a finite instant. Source: Hinnant (2013), civil_from_days.
 */
export function partsOf(ms: number): CalendarParts {
  const parts = partsOfDayNumber(Math.floor(ms / DAY_MS));
  // Far away an instant is rounded to thousands of milliseconds and may fall just short of its day.
  const next = partsOfDayNumber(Math.floor(ms / DAY_MS) + 1);
  return msOfDay(next.year, next.month, next.day) <= ms ? next : parts;
}

function partsOfDayNumber(dayNumber: number): CalendarParts {
  const days = dayNumber + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfMarchYear = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthOfMarchYear < 10 ? monthOfMarchYear + 3 : monthOfMarchYear - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthOfMarchYear + 2) / 5) + 1,
  };
}

/** The astronomical year that holds a finite instant. */
export function yearOf(ms: number): number {
  return partsOf(ms).year;
}
