import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/model/dates.ts';
import { readWrittenDate } from '../../../src/model/writtenDate.ts';

describe('a date as it is written', () => {
  it.each([
    ['2013-07-22', '2013-07-22'],
    [' 2014-12~ ', '2014-12~'],
    ['[..2014-04]', '[..2014-04]'],
    ['22 July 2013', '2013-07-22'],
    ['22nd July 2013', '2013-07-22'],
    ['July 22, 2013', '2013-07-22'],
    ['22 Sept. 2013', '2013-09-22'],
    ['July 2013', '2013-07'],
    ['in Jul 2013', '2013-07'],
    ['2013', '2013'],
    ['spring 2014', '2014-21'],
    ['1990s', '199X'],
    ['19th century', '18XX'],
    ['44 BC', '-0043'],
    ['1 BCE', '0000'],
    ['about July 2013', '2013-07~'],
    ['c. 2014', '2014~'],
    ['July 2013?', '2013-07?'],
    ['perhaps 2014', '2014?'],
    ['22 July 2013 to 3 August 2013', '2013-07-22/2013-08-03'],
    ['3 to 5 July 2013', '2013-07-03/2013-07-05'],
    ['June – August 2013', '2013-06/2013-08'],
    ['from June 2013 until about 2014', '2013-06/2014~'],
    ['2013 - 2014', '2013/2014'],
    ['since 13 December 2013', '2013-12-13/..'],
    ['December 2013 onwards', '2013-12/..'],
    ['until 2014', '../2014'],
    ['after November 2013', '[2013-11..]'],
    ['by April 2014', '[..2014-04]'],
    ['25/12/2014', '2014-12-25'],
    ['12.25.2014', '2014-12-25'],
    ['03/03/2014', '2014-03-03'],
  ])('%s is %s', (written, edtf) => {
    expect(readWrittenDate(written)).toEqual({ ok: true, value: edtf });
  });

  it.each([
    ['', /missing/u],
    ['soon', /cannot be read as a date/u],
    ['03/04/2014', /Which of the numbers is the month/u],
    ['31 February 2014', /February 2014 has no day 31/u],
    ['Mayhem 2014', /cannot be read/u],
    ['12', /cannot be read/u],
  ])('%s is refused in words', (written, words) => {
    const read = readWrittenDate(written);
    expect(read.ok ? read.value : read.error).toMatch(words);
  });

  it('never throws, and what it gives can be read', () => {
    const words = [
      'about',
      'to',
      'since',
      'July',
      '2013',
      '22',
      '-',
      '/',
      '[',
      '..',
      '1990s',
      'BC',
      '?',
      ',',
      '~',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 20 }),
          fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const read = readWrittenDate(text);
          expect(read.ok ? readDate(read.value).ok : read.error !== '').toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
