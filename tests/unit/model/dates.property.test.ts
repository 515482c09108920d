import edtf, { parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, readDate, readSpan } from '../../../src/model/dates.ts';
import { readPlain } from '../../../src/model/fastDate.ts';
import { toEdtfDay } from '../../../src/model/instantWords.ts';

const RUNS = { numRuns: 1000 };

/** The library gives it the February of 1900, which had no 29th. */
const isFebruaryOf1Bce = (text: string): boolean => text.startsWith('0000-02-');
const pad = (number: number, length: number): string => String(number).padStart(length, '0');
const year = fc
  .integer({ min: -9999, max: 9999 })
  .map((number) => (number < 0 ? '-' : '') + pad(Math.abs(number), 4));
const month = fc.integer({ min: 1, max: 12 }).map((number) => pad(number, 2));
/** Any day of the calendar, the last ones of each month included. */
const day = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(365))
  .map(([y, dayOfYear]) => {
    const date = new Date(0);
    date.setUTCFullYear(y, 0, 1 + dayOfYear);
    const [, m = '', d = ''] = /-(\d\d)-(\d\d)T/.exec(date.toISOString()) ?? [];
    const inYear = date.getUTCFullYear();
    return `${inYear < 0 ? '-' : ''}${pad(Math.abs(inYear), 4)}-${m}-${d}`;
  })
  .filter((text) => !text.startsWith('10000') && !isFebruaryOf1Bce(text));
const plain = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  day,
);
const qualifier = fc.constantFrom('', '~', '?', '%');
const time = fc
  .tuple(
    day,
    fc.nat(23),
    fc.nat(59),
    fc.nat(59),
    fc.constantFrom('Z', '+01:00', '-11:30', '+14:00'),
  )
  .map(([date, h, m, s, zone]) => `${date}T${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}${zone}`);

describe('where the library is right, the readings by hand are equal to it', () => {
  test('plain dates, qualified or not, to the millisecond', () => {
    fc.assert(
      fc.property(plain, qualifier, (text, mark) => {
        const read = readSpan(text + mark);
        const library = edtf(text + mark);
        expect(read).toMatchObject({
          ok: true,
          value: {
            startMs: library.min,
            endMs: (library.max ?? Number.NaN) + 1,
            isStartApproximate: mark === '~' || mark === '%',
            isUncertain: mark === '?' || mark === '%',
          },
        });
      }),
      RUNS,
    );
  });

  test('their ranges, in either order', () => {
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const [from, to] = [one, other].toSorted((a, b) => (edtf(a).min ?? 0) - (edtf(b).min ?? 0));
        const [first = '', last = ''] = [from, to];
        fc.pre(edtf(first).min !== edtf(last).min);
        const library = edtf(`${first}/${last}`);
        const value = { startMs: library.min, endMs: (library.max ?? Number.NaN) + 1 };
        // The library refuses an end that begins before the start, though it may end after it.
        expect(readSpan(`${first}/${last}`)).toMatchObject({ ok: true, value });
      }),
      RUNS,
    );
  });

  test('sets with an open end', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const { min, max } = edtf(text);
        expect(readSpan(`[${text}..]`)).toMatchObject({ value: { startMs: min, endMs: Infinity } });
        expect(readSpan(`[..${text}]`)).toMatchObject({
          value: { startMs: -Infinity, endMs: (max ?? Number.NaN) + 1 },
        });
      }),
      RUNS,
    );
  });

  test('times with a zone', () => {
    fc.assert(
      fc.property(time, (text) => {
        expect(readSpan(text)).toMatchObject({ ok: true, value: { startMs: edtf(text).min } });
      }),
      RUNS,
    );
  });

  test('unspecified last digits, months and days', () => {
    const mask = fc.oneof(
      fc.nat({ max: 999 }).map((decade) => `${pad(decade, 3)}X`),
      fc.nat({ max: 99 }).map((century) => `${pad(century, 2)}XX`),
      year.map((text) => `${text}-XX`).filter((text) => !text.startsWith('-')),
      fc
        .tuple(year, month)
        .map(([y, m]) => `${y}-${m}-XX`)
        .filter((text) => !text.startsWith('-') && !isFebruaryOf1Bce(text)),
    );
    fc.assert(
      fc.property(mask, (text) => {
        const library = edtf(text);
        expect(readSpan(text)).toMatchObject({
          ok: true,
          value: { startMs: library.min, endMs: (library.max ?? Number.NaN) + 1 },
        });
      }),
      RUNS,
    );
  });

  test('what the library takes for a date is read, but for what no calendar has', () => {
    // Valid dates with a few characters changed come closer to the edges than random text does.
    const sample = fc.constantFrom(
      '2014',
      '-0044-03-15',
      '2014-12~',
      '2014-~12-%03',
      '?2014-?12',
      '201X',
      '2014-1X-XX',
      'XXXX-12-XX',
      'Y-13800000000',
      'Y17E7',
      '1950S2',
      '2014-21',
      '2014-33%',
      '2013-07-22T10:00:00Z',
    );
    const nearly = fc
      .tuple(sample, fc.nat(20), fc.constantFrom(...'0123456789-XYTZSE~?%:'.split('')), fc.nat(2))
      .map(
        ([text, at, character, removed]) =>
          text.slice(0, at) + character + text.slice(at + removed),
      );
    let accepted = 0;
    fc.assert(
      fc.property(nearly, (text) => {
        const type = libraryTypeOf(text);
        if (type === null) return;
        accepted += 1;
        const read = readSpan(text);
        if (type === 'Century' || type === 'Decade') expect(read.ok).toBe(false);
        else if (!read.ok) expect(read.error).toMatch(/has no day|trillion|No day of the calendar/);
      }),
      { numRuns: 3000 },
    );
    // The property would hold of nothing if the samples were never dates.
    expect(accepted).toBeGreaterThan(300);
  });
});

/** The kind of date that the library takes a text for; null where it throws. */
function libraryTypeOf(text: string): string | null {
  try {
    return parse(text, { seasonUncertainty: true }).type;
  } catch {
    return null;
  }
}

describe('whatever the text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.string({
      unit: fc.constantFrom(...'0123456789-XYTZSE~?%:/.,[]{} '.split('')),
      maxLength: 60,
    }),
  );

  test('reading never throws, and every interval has a length and words', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = readDate(text);
        if (read.ok) {
          expect(read.value.startMs).toBeLessThan(read.value.endMs);
          expect(read.value.words).not.toBe('');
        } else {
          expect(read.error).toMatch(/\.$/);
          expect(read.error.length).toBeLessThan(200);
        }
        expect(dateOf(text).words.length).toBeLessThan(600);
      }),
      RUNS,
    );
  });

  test('words say no more than the span, and both readings agree', () => {
    fc.assert(
      fc.property(
        fc.tuple(plain, plain).map((ends) => ends.join('/')),
        (text) => {
          const [span, date] = [readSpan(text), readDate(text)];
          expect(date.ok).toBe(span.ok);
          if (span.ok && date.ok)
            expect(date.value).toEqual({ ...span.value, words: date.value.words });
        },
      ),
      RUNS,
    );
  });
});

test('the day of an instant is EDTF again, and holds the instant', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e22, max: 1e22, noNaN: true }).map(Math.trunc), (ms) => {
      const day = readPlain(toEdtfDay(ms));
      if (day === null || !day.ok) throw new Error(toEdtfDay(ms));
      expect(day.value.startMs).toBeLessThanOrEqual(ms);
      expect(day.value.endMs).toBeGreaterThan(ms);
    }),
    RUNS,
  );
});
