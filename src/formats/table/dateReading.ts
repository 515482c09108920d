/*
 * What a date cell is read with, and what comes of it.
 * Knows: shapes. Must not know: how a cell is read.
 */
import type { FieldOptions } from './dateFields.ts';
import type { DateMapping } from './mapping.ts';
import { monthNamesOf } from './monthNames.ts';

export interface DateReading {
  /** EDTF that model/dates reads. */
  readonly edtf: string;
  /**
   * 'either-order': day and month may be the other way round, and the date says so; 'against-order': it can
   * only be read against the order asked for; 'short-years': "1921-23" is a season in EDTF and
   * "2011/12" a month, and either may be meant as years.
   */
  readonly doubt: 'either-order' | 'against-order' | 'short-years' | null;
}

/** What a date is read with, worked out of a mapping once. */
export interface DateOptions extends FieldOptions {
  readonly year: number | null;
  readonly hasDayNumbers: boolean;
  readonly hasEmptyTimes: boolean;
  readonly hasShortYears: boolean;
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
    hasShortYears: mapping.hasShortYears,
  };
}
