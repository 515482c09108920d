import { describe, expect, test } from 'vitest';
import { dateOf, readDate, readSpan } from '../../../src/model/dates.ts';
import type { DateInfo } from '../../../src/model/types.ts';

function read(text: string): DateInfo {
  const date = readDate(text);
  if (!date.ok) throw new Error(`${text}: ${date.error}`);
  return date.value;
}

/** "2013-07-22 → 2013-07-23", "-∞ → …", with the time where there is one. */
function interval({ startMs, endMs }: { startMs: number; endMs: number }): string {
  const end = (ms: number): string => {
    if (!Number.isFinite(ms)) return ms < 0 ? '-∞' : '∞';
    return new Date(ms).toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
  };
  return `${end(startMs)} → ${end(endMs)}`;
}

/** Which ends are approximate (~start, ~end) and whether the whole is uncertain (?). */
function flags(date: DateInfo): string {
  return (
    (date.isStartApproximate ? '~start ' : '') +
    (date.isEndApproximate ? '~end ' : '') +
    (date.isUncertain ? '?' : '')
  ).trim();
}

describe('single dates happen once, somewhere within', () => {
  test.each([
    ['2013-07-22', '2013-07-22 → 2013-07-23', 'day', '', '22 July 2013'],
    ['2014-12', '2014-12-01 → 2015-01-01', 'month', '', 'December 2014, day not stated'],
    ['2014', '2014-01-01 → 2015-01-01', 'year', '', '2014, month not stated'],
    ['2024-02-29', '2024-02-29 → 2024-03-01', 'day', '', '29 February 2024'],
    ['1066-10-14', '1066-10-14 → 1066-10-15', 'day', '', '14 October 1066'],
    [' 2014 ', '2014-01-01 → 2015-01-01', 'year', '', '2014, month not stated'],
    // Before the common era and in its first years: astronomical years, 0 is 1 BCE.
    ['-0043-03-15', '-000043-03-15 → -000043-03-16', 'day', '', '15 March 44 BCE'],
    ['-0044', '-000044-01-01 → -000043-01-01', 'year', '', '45 BCE, month not stated'],
    ['0000', '0000-01-01 → 0001-01-01', 'year', '', '1 BCE, month not stated'],
    ['0000-02-29', '0000-02-29 → 0000-03-01', 'day', '', '29 February 1 BCE'],
    ['0044', '0044-01-01 → 0045-01-01', 'year', '', '44 CE, month not stated'],
    ['0099-12-31', '0099-12-31 → 0100-01-01', 'day', '', '31 December 99 CE'],
    // Qualified as a whole, or in parts.
    [
      '2014-05~',
      '2014-05-01 → 2014-06-01',
      'month',
      '~start ~end',
      'about May 2014, day not stated',
    ],
    ['2013?', '2013-01-01 → 2014-01-01', 'year', '?', 'perhaps 2013, month not stated'],
    [
      '2013-07-22%',
      '2013-07-22 → 2013-07-23',
      'day',
      '~start ~end ?',
      'perhaps about 22 July 2013',
    ],
    [
      '2014-~12',
      '2014-12-01 → 2015-01-01',
      'month',
      '~start ~end',
      'about December 2014, day not stated',
    ],
    ['2014?-12-03', '2014-12-03 → 2014-12-04', 'day', '?', 'perhaps 3 December 2014'],
  ])('%s', (text, expected, precision, expectedFlags, words) => {
    const date = read(text);
    expect(interval(date)).toBe(expected);
    expect(date).toMatchObject({ text, extent: 'within', precision, words });
    expect(flags(date)).toBe(expectedFlags);
  });
});

describe('ranges last throughout', () => {
  test.each([
    ['2015-11-16/2015-11-17', '2015-11-16 → 2015-11-18', 'day', '', '16–17 November 2015'],
    [
      '2015-10-16/2015-11-17',
      '2015-10-16 → 2015-11-18',
      'day',
      '',
      '16 October to 17 November 2015',
    ],
    [
      '2013-12-30/2014-01-02',
      '2013-12-30 → 2014-01-03',
      'day',
      '',
      '30 December 2013 to 2 January 2014',
    ],
    [
      '2013-12-13/2014-12~',
      '2013-12-13 → 2015-01-01',
      'month',
      '~end',
      '13 December 2013 to about December 2014',
    ],
    ['2013~/2014-06-01', '2013-01-01 → 2014-06-02', 'year', '~start', 'about 2013 to 1 June 2014'],
    ['2014-10/2014-12', '2014-10-01 → 2015-01-01', 'month', '', 'October to December 2014'],
    ['2013-12/2014-01', '2013-12-01 → 2014-02-01', 'month', '', 'December 2013 to January 2014'],
    ['2013/2015', '2013-01-01 → 2016-01-01', 'year', '', '2013–2015'],
    ['-0499/-0399', '-000499-01-01 → -000398-01-01', 'year', '', '500–400 BCE'],
    ['-0010/0010', '-000010-01-01 → 0011-01-01', 'year', '', '11 BCE to 10 CE'],
    ['2013/2014?', '2013-01-01 → 2015-01-01', 'year', '?', '2013 to perhaps 2014'],
    ['2013?/2014', '2013-01-01 → 2015-01-01', 'year', '?', 'perhaps 2013 to 2014'],
    // One unit on both sides lasted all through it, unlike the unit by itself.
    ['2014/2014', '2014-01-01 → 2015-01-01', 'year', '', 'throughout 2014'],
    ['2013-07-22/2013-07-22', '2013-07-22 → 2013-07-23', 'day', '', '22 July 2013'],
    // An end that is not stated, and an end that is not known, are both open.
    ['2013-11-18/..', '2013-11-18 → ∞', 'day', '', 'from 18 November 2013, end not stated'],
    ['2013-07-22/', '2013-07-22 → ∞', 'day', '', 'from 22 July 2013, end not known'],
    ['../2014-04', '-∞ → 2014-05-01', 'month', '', 'until April 2014, start not stated'],
    ['/2014-04', '-∞ → 2014-05-01', 'month', '', 'until April 2014, start not known'],
    [
      '2014-21/2014-23',
      '2014-03-01 → 2014-12-01',
      'season',
      '~start ~end',
      'spring 2014 to autumn 2014',
    ],
  ])('%s', (text, expected, precision, expectedFlags, words) => {
    const date = read(text);
    expect(interval(date)).toBe(expected);
    expect(date).toMatchObject({ text, extent: 'throughout', precision, words });
    expect(flags(date)).toBe(expectedFlags);
  });
});

describe('sets', () => {
  test.each([
    ['[2013-11-18..]', '2013-11-18 → ∞', 'within', 'on or after 18 November 2013'],
    ['[2014-12..]', '2014-12-01 → ∞', 'within', 'in or after December 2014'],
    ['[..2014-04]', '-∞ → 2014-05-01', 'within', 'by April 2014'],
    ['[..2014-04~]', '-∞ → 2014-05-01', 'within', 'by about April 2014'],
    [
      '[2013-11-18..2013-11-30]',
      '2013-11-18 → 2013-12-01',
      'within',
      'between 18 and 30 November 2013',
    ],
    ['[2013..2015]', '2013-01-01 → 2016-01-01', 'within', 'between 2013 and 2015'],
    ['[2013..2014-06]', '2013-01-01 → 2014-07-01', 'within', 'between 2013 and June 2014'],
    ['[2014..2014]', '2014-01-01 → 2015-01-01', 'within', '2014'],
    ['[1667, 1668, 1670..1672]', '1667-01-01 → 1673-01-01', 'within', '1667, 1668 or 1670–1672'],
    ['[1670,1667]', '1667-01-01 → 1671-01-01', 'within', '1670 or 1667'],
    ['[..2014,2016]', '-∞ → 2017-01-01', 'within', 'by 2014 or 2016'],
    ['[2014,2016..]', '2014-01-01 → ∞', 'within', '2014, 2016 or later'],
    ['{1960,1961-12}', '1960-01-01 → 1962-01-01', 'within', '1960 and December 1961'],
    // All of them without a gap: it lasted.
    ['{1667..1670}', '1667-01-01 → 1671-01-01', 'throughout', '1667–1670'],
    ['{1984..}', '1984-01-01 → ∞', 'throughout', 'from 1984, end not stated'],
    ['{..1984}', '-∞ → 1985-01-01', 'throughout', 'until 1984, start not stated'],
    ['{1667,1668}', '1667-01-01 → 1669-01-01', 'throughout', '1667 and 1668'],
  ])('%s', (text, expected, extent, words) => {
    const date = read(text);
    expect(interval(date)).toBe(expected);
    expect(date).toMatchObject({ text, extent, words });
  });

  test('is uncertain if any member is', () => {
    expect(read('[2013,2014?,2015]').isUncertain).toBe(true);
    expect(read('[2013,2014,2015]').isUncertain).toBe(false);
  });
});

describe('unspecified digits reach from the earliest to the latest possible day', () => {
  test.each([
    ['201X', '2010-01-01 → 2020-01-01', 'decade', '2010s, year not stated'],
    ['19XX', '1900-01-01 → 2000-01-01', 'century', '1900–1999, year not stated'],
    ['1XXX', '1000-01-01 → 2000-01-01', 'millennium', '1000–1999, year not stated'],
    ['-01XX', '-000199-01-01 → -000099-01-01', 'century', 'between 200 and 101 BCE'],
    ['2X13', '2013-01-01 → 2914-01-01', 'millennium', 'between 2013 and 2913'],
    ['201X~', '2010-01-01 → 2020-01-01', 'decade', 'about 2010s, year not stated'],
    ['2014-XX', '2014-01-01 → 2015-01-01', 'year', '2014, month not stated'],
    ['2014-XX-XX', '2014-01-01 → 2015-01-01', 'year', '2014, month not stated'],
    ['2014-12-XX', '2014-12-01 → 2015-01-01', 'month', 'December 2014, day not stated'],
    ['2014-12-1X', '2014-12-10 → 2014-12-20', 'month', 'between 10 and 19 December 2014'],
    ['2014-12-3X', '2014-12-30 → 2015-01-01', 'month', 'between 30 and 31 December 2014'],
    ['2014-02-X9', '2014-02-09 → 2014-02-20', 'month', 'between 9 and 19 February 2014'],
    ['2014-1X', '2014-10-01 → 2015-01-01', 'year', 'between October and December 2014'],
    ['2014-X0', '2014-10-01 → 2014-11-01', 'month', 'October 2014, day not stated'],
    ['2015-XX-31', '2015-01-31 → 2016-01-01', 'year', 'between 31 January and 31 December 2015'],
    [
      '201X-02-29',
      '2012-02-29 → 2016-03-01',
      'decade',
      'between 29 February 2012 and 29 February 2016',
    ],
    ['XXXX', '-∞ → ∞', 'millennium', 'date not stated'],
    ['XXXX-12-XX', '-∞ → ∞', 'millennium', 'December, year not stated'],
    ['XXXX-12-25', '-∞ → ∞', 'millennium', '25 December, year not stated'],
  ])('%s', (text, expected, precision, words) => {
    const date = read(text);
    expect(interval(date)).toBe(expected);
    expect(date).toMatchObject({ text, extent: 'within', precision, words });
  });
});

describe('seasons are not the quarters that the library takes them for', () => {
  test.each([
    ['2014-21', '2014-03-01 → 2014-06-01', '~start ~end', 'spring 2014'],
    ['2014-22', '2014-06-01 → 2014-09-01', '~start ~end', 'summer 2014'],
    ['2014-23', '2014-09-01 → 2014-12-01', '~start ~end', 'autumn 2014'],
    ['2014-24', '2014-12-01 → 2015-03-01', '~start ~end', 'winter 2014'],
    ['2014-25', '2014-03-01 → 2014-06-01', '~start ~end', 'northern spring 2014'],
    ['2014-29', '2014-09-01 → 2014-12-01', '~start ~end', 'southern spring 2014'],
    ['2014-30', '2014-12-01 → 2015-03-01', '~start ~end', 'southern summer 2014'],
    ['2014-33', '2014-01-01 → 2014-04-01', '', 'the first quarter of 2014'],
    ['2014-36', '2014-10-01 → 2015-01-01', '', 'the fourth quarter of 2014'],
    ['2014-37', '2014-01-01 → 2014-05-01', '', 'the first third of 2014'],
    ['2014-38', '2014-05-01 → 2014-09-01', '', 'the second third of 2014'],
    ['2014-41', '2014-07-01 → 2015-01-01', '', 'the second half of 2014'],
    ['2014-21~', '2014-03-01 → 2014-06-01', '~start ~end', 'about spring 2014'],
    ['201X-21', '2010-03-01 → 2019-06-01', '~start ~end', 'spring of a year in 2010–2019'],
    ['-0043-24', '-000043-12-01 → -000042-03-01', '~start ~end', 'winter 44 BCE'],
  ])('%s', (text, expected, expectedFlags, words) => {
    const date = read(text);
    expect(interval(date)).toBe(expected);
    expect(date).toMatchObject({ text, extent: 'within', precision: 'season', words });
    expect(flags(date)).toBe(expectedFlags);
  });
});

describe('years beyond what a JavaScript Date holds are numbers', () => {
  const YEAR_MS = 365.2425 * 86_400_000;

  test.each([
    ['Y-13800000000', -13_800_000_000, 1, '13.8 billion years ago'],
    ['Y-13787654321', -13_787_654_321, 1, '13,787,654,322 BCE'],
    ['Y-17E7', -170_000_000, 1, '170 million years ago'],
    ['Y-4540000000~', -4_540_000_000, 1, 'about 4.54 billion years ago'],
    ['Y5000000000', 5_000_000_000, 1, '5 billion CE'],
    ['Y12345', 12_345, 1, '12,345 CE'],
    ['Y-271822', -271_822, 1, '271,823 BCE'],
    [
      'Y-13800000000/Y-4500000000',
      -13_800_000_000,
      9_300_000_001,
      '13.8 billion to 4.5 billion years ago',
    ],
    [
      'Y171010000S3',
      171_000_000,
      1_000_000,
      'about 171.01 million CE (171 million to 171,999,999 CE)',
    ],
    ['1950S2', 1900, 100, 'about 1950 (1900–1999)'],
  ])('%s', (text, firstYear, years, words) => {
    const date = read(text);
    expect(date.words).toBe(words);
    // A calendar year is within two days of a mean one, counted from the year 1970.
    const expectedMs = (firstYear - 1970) * YEAR_MS;
    expect(Math.abs(date.startMs - expectedMs)).toBeLessThan(2 * 86_400_000);
    expect((date.endMs - date.startMs) / YEAR_MS).toBeCloseTo(years, 2);
  });

  test('a year is never empty, however far away it is', () => {
    for (const text of ['Y1000000000000', 'Y-1000000000000', 'Y-999999999999']) {
      const date = read(text);
      expect(date.endMs - date.startMs).toBeGreaterThan(364 * 86_400_000);
    }
  });
});

describe('times of day are UTC, whatever the zone of the reader', () => {
  test.each([
    ['2013-07-22T10:00Z', '2013-07-22T10:00:00Z → 2013-07-22T10:01:00Z', '22 July 2013, 10:00 UTC'],
    ['2013-07-22T10:00', '2013-07-22T10:00:00Z → 2013-07-22T10:01:00Z', '22 July 2013, 10:00 UTC'],
    [
      '2013-07-22T10:00:05',
      '2013-07-22T10:00:05Z → 2013-07-22T10:00:06Z',
      '22 July 2013, 10:00:05 UTC',
    ],
    [
      '2013-07-22T00:30+01:00',
      '2013-07-21T23:30:00Z → 2013-07-21T23:31:00Z',
      '21 July 2013, 23:30 UTC',
    ],
    [
      '2013-07-22T23:30-0100',
      '2013-07-23T00:30:00Z → 2013-07-23T00:31:00Z',
      '23 July 2013, 00:30 UTC',
    ],
    [
      '2013-07-22T23:30\u221201',
      '2013-07-23T00:30:00Z → 2013-07-23T00:31:00Z',
      '23 July 2013, 00:30 UTC',
    ],
    ['2013-07-22T24:00:00', '2013-07-23 → 2013-07-23T00:00:01Z', '23 July 2013, 00:00 UTC'],
    [
      '2013-07-22T10:00Z/2013-07-22T12:00Z',
      '2013-07-22T10:00:00Z → 2013-07-22T12:01:00Z',
      '22 July 2013, 10:00–12:00 UTC',
    ],
    // The library takes .5 for five milliseconds.
    [
      '2013-07-22T10:00:00.5Z',
      '2013-07-22T10:00:00.500Z → 2013-07-22T10:00:00.501Z',
      '22 July 2013, 10:00:00.500 UTC',
    ],
  ])('%s', (text, expected, words) => {
    const date = read(text);
    expect(interval(date)).toBe(expected);
    expect(date).toMatchObject({ precision: 'time', words });
  });
});

describe('what is no date is an error in words', () => {
  test.each([
    ['', 'It is empty.'],
    [' ', 'It is empty.'],
    ['soon', 'It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.'],
    ['20130722', 'It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.'],
    ['99999', 'It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.'],
    [
      '12',
      'It has only 2 digits: write a year with four (0012), a decade as 201X, a century as 19XX.',
    ],
    [
      '201',
      'It has only 3 digits: write a year with four (0012), a decade as 201X, a century as 19XX.',
    ],
    ['2024-02-30', 'February 2024 has no day 30.'],
    ['2023-02-29', 'February 2023 has no day 29.'],
    ['1900-02-29', 'February 1900 has no day 29.'],
    ['2014-04-31~', 'April 2014 has no day 31.'],
    ['2014-04-00', 'April 2014 has no day 00.'],
    ['2014-13', 'There is no month 13.'],
    ['2014-00', 'There is no month 00.'],
    ['2014-13-12', 'There is no month 13.'],
    ['2014-42', 'There is no month 42.'],
    ['2013-02-3X', 'It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.'],
    ['-0000', 'There is no year -0000: 1 BCE is 0000.'],
    [
      '02/03/2024',
      'A slash stands only between a start and an end: write 2 March 2024 as 2024-03-02.',
    ],
    ['2014/2013', 'It ends before it starts.'],
    ['2014-02-29/2015', 'February 2014 has no day 29.'],
    ['../..', 'It states neither a start nor an end.'],
    ['/', 'It states neither a start nor an end.'],
    ['[..2014..]', 'It states neither a start nor an end.'],
    ['[..]', 'It has an empty place where a date should be.'],
    ['[]', 'It has an empty place where a date should be.'],
    ['[2014', 'Its bracket is not closed.'],
    ['[2014}', 'Its bracket is not closed.'],
    ['{2014..2013}', '"2014..2013" ends before it starts.'],
    ['[2013..2014..2015]', '"2013..2014..2015" has more than two ends.'],
    ['2014-12-31T25:00', 'There is no time 25:00.'],
    ['2014-12-31T24:01', 'There is no time 24:01.'],
    ['2014-12-31T10:00+15:00', 'There is no time zone +15:00.'],
    ['2014-12-31T10', '"10" is not a time such as 14:30, 14:30:00Z or 14:30+01:00.'],
    ['2014-12T10:00', 'It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.'],
    ['Y2014', 'Y is only for years of five digits or more: write four digits without it, as 0044.'],
    ['Y99999999999999', 'The year is more than a trillion years away.'],
    ['Y1E400', 'The year is more than a trillion years away.'],
    ['\u{d800}', 'It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.'],
    ['<img src=x>', 'It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.'],
  ])('%s', (text, error) => {
    expect(readDate(text)).toEqual({ ok: false, error });
    expect(readSpan(text)).toEqual({ ok: false, error });
  });

  test('ten thousand digits are refused before anything reads them', () => {
    expect(readDate('9'.repeat(10_000))).toEqual({
      ok: false,
      error: 'It is 10000 characters long, which no date is.',
    });
    expect(readDate('9'.repeat(400))).toEqual({
      ok: false,
      error: `"${'9'.repeat(60)}…" is too long for a date.`,
    });
  });
});

describe('an event keeps its date whatever the text', () => {
  test('one that cannot be read covers all time and says so', () => {
    expect(dateOf('soon')).toMatchObject({
      text: 'soon',
      startMs: -Infinity,
      endMs: Infinity,
      words: 'date not readable: "soon"',
    });
  });

  test('one that can be read is read', () => {
    expect(dateOf('2014-12')).toEqual(read('2014-12'));
  });
});
