import { describe, expect, test } from 'vitest';
import { dateOf } from '../../../src/model/dates.ts';
import { shortWords, statusWords } from '../../../src/model/dateWords.ts';
import { formatInstant, formatYear, toEdtfDay } from '../../../src/model/instantWords.ts';
import { msOfYear } from '../../../src/model/years.ts';

describe('the status goes before the date', () => {
  test.each([
    ['2015-11-16/2015-11-17', 'planned', 'planned for 16–17 November 2015'],
    ['2014-05~', 'planned', 'planned for about May 2014, day not stated'],
    ['2014-21', 'planned', 'planned for spring 2014'],
    ['2014-34', 'planned', 'planned for the second quarter of 2014'],
    ['[..2014-04]', 'planned', 'planned: by April 2014'],
    ['[2014-04..]', 'planned', 'planned: in or after April 2014'],
    ['[2014..2016]', 'planned', 'planned: between 2014 and 2016'],
    ['2014/2014', 'planned', 'planned: throughout 2014'],
    ['2014/..', 'planned', 'planned: from 2014, end not stated'],
    ['soon', 'planned', 'planned: date not readable: "soon"'],
    ['2013-10', 'unconfirmed', 'unconfirmed: October 2013, day not stated'],
    ['2020-05-03', 'cancelled', 'cancelled: 3 May 2020'],
    ['2020-05-03', 'postponed', 'postponed: 3 May 2020'],
    ['2020-05-03', 'happened', '3 May 2020'],
  ] as const)('%s %s', (text, status, words) => {
    expect(statusWords(dateOf(text), status)).toBe(words);
  });
});

describe('short words are for labels', () => {
  test.each([
    ['2013-07-22', '22 Jul 2013'],
    ['2014-12', 'Dec 2014'],
    ['2014-05~', 'c. May 2014'],
    ['2014-05%', 'c. May 2014'],
    ['2014?', 'perhaps 2014'],
    ['2015-11-16/2015-11-17', '16–17 Nov 2015'],
    ['2013-12-13/2014-12~', '13 Dec 2013 to c. Dec 2014'],
    ['2013-11-18/..', 'from 18 Nov 2013'],
    ['[..2014-04]', 'by Apr 2014'],
    ['201X', '2010s'],
    ['2014-21', 'spring 2014'],
    ['Y-13800000000', '13.8 billion years ago'],
    // Here the words quote a stranger.
    ['December or so', 'date not readable: "December or so"'],
  ])('%s', (text, words) => {
    expect(shortWords(dateOf(text).words)).toBe(words);
  });
});

test('an instant is worded as far as the precision goes', () => {
  const ms = Date.UTC(2013, 6, 22, 10, 5, 30);
  expect(formatInstant(ms, 'time')).toBe('22 July 2013, 10:05:30 UTC');
  expect(formatInstant(ms, 'day')).toBe('22 July 2013');
  expect(formatInstant(ms, 'month')).toBe('July 2013');
  expect(formatInstant(ms, 'season')).toBe('July 2013');
  expect(formatInstant(ms, 'year')).toBe('2013');
  expect(formatInstant(ms, 'decade')).toBe('2010s');
  expect(formatInstant(ms, 'century')).toBe('2000–2099');
  expect(formatInstant(ms, 'millennium')).toBe('2000–2999');
  expect(formatInstant(msOfYear(-43), 'decade')).toBe('51–42 BCE');
  expect(formatInstant(Infinity, 'day')).toBe('…');
  expect(formatInstant(Number.NaN, 'day')).toBe('…');
});

test('years have an era where it could be missed', () => {
  const years = [-13_800_000_000, -999_999, -43, 0, 1, 999, 1000, 2014, 9999, 10_000, 2_500_000];
  expect(years.map(formatYear)).toEqual([
    '13.8 billion years ago',
    '1,000,000 BCE',
    '44 BCE',
    '1 BCE',
    '1 CE',
    '999 CE',
    '1000',
    '2014',
    '9999',
    '10,000 CE',
    '2.5 million CE',
  ]);
});

test('an instant as an EDTF day, or as a year where days have no form', () => {
  expect(toEdtfDay(Date.UTC(2013, 6, 22, 23, 59))).toBe('2013-07-22');
  expect(toEdtfDay(msOfYear(-43))).toBe('-0043-01-01');
  expect(toEdtfDay(msOfYear(-13_800_000_000))).toBe('Y-13800000000');
});
