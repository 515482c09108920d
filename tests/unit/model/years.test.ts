import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DAY_MS,
  daysInMonth,
  msOfDay,
  msOfYear,
  partsOf,
  YEAR_LIMIT,
  yearOf,
} from '../../../src/model/years.ts';

const RUNS = { numRuns: 1000 };

describe('within what a JavaScript Date holds', () => {
  test('a day begins where Date has it, and an instant lies on the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 99_999_999 }), (dayNumber) => {
        const date = new Date(dayNumber * DAY_MS);
        const [year, month, day] = [
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ];
        expect(msOfDay(year, month, day)).toBe(date.getTime());
        expect(partsOf(date.getTime())).toEqual({ year, month, day });
        expect(partsOf(date.getTime() + DAY_MS - 1)).toEqual({ year, month, day });
      }),
      RUNS,
    );
  });

  test('a month has as many days as Date gives it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9999, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        (y, m) => {
          const last = new Date(0);
          last.setUTCFullYear(y, m, 0);
          expect(daysInMonth(y, m)).toBe(last.getUTCDate());
        },
      ),
      RUNS,
    );
  });

  test('a month beyond December is one of the next year', () => {
    expect(msOfDay(2014, 13, 1)).toBe(Date.UTC(2015, 0, 1));
    expect(msOfDay(2014, 15, 1)).toBe(Date.UTC(2015, 2, 1));
  });
});

describe('beyond it', () => {
  const farYear = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.maxSafeInteger().map((number) => number % YEAR_LIMIT),
  );

  test('a year begins in itself, ends in itself, and is followed by the next', () => {
    fc.assert(
      fc.property(farYear, (year) => {
        expect(yearOf(msOfYear(year))).toBe(year);
        expect(yearOf((msOfYear(year) + msOfYear(year + 1)) / 2)).toBe(year);
        expect(msOfYear(year + 1)).toBeGreaterThan(msOfYear(year));
      }),
      RUNS,
    );
  });

  test('400 years are 146,097 days', () => {
    expect((msOfYear(-13_800_000_000 + 400_000_000) - msOfYear(-13_800_000_000)) / DAY_MS).toBe(
      146_097 * 1_000_000,
    );
  });
});
