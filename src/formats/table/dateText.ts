/*
 * The parts of a date as EDTF.
 * Knows: EDTF. Must not know: cells, how people write.
 */
import { readSpan } from '../../model/dates.ts';
import { astronomicalYear, edtfYear } from '../timelineJs/years.ts';
import { pad, type DateFields } from './datePeriods.ts';
import type { DateOptions } from './dateReading.ts';

/** Null where no year is known. It may still be no day of the calendar. */
export function edtfTextOf(fields: DateFields, { year: givenYear }: DateOptions): string | null {
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

/** A start and an end that were read by themselves; null where the end is before the start. */
export function joinDates(start: string, end: string): string | null {
  if (start === end) return start;
  const joined = `${start}/${end}`;
  return readSpan(joined).ok ? joined : null;
}
