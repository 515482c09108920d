import { expect, test } from 'vitest';
import { isoOf, momentsOf } from '../../../../src/formats/write/moments.ts';

test.each([
  ['2013-07-22', '2013-07-22', '2013-07-22', true],
  ['2014-12', '2014-12', '2014-12', true],
  ['2014', '2014', '2014', true],
  ['201X', '2010', '2019', false],
  ['2013-12-13/2014-02', '2013-12-13', '2014-02', false],
  ['2013-12-13/..', '2013-12-13', null, false],
  ['[..2014-04]', null, '2014-04', false],
  ['-0044-03-15', '-0044-03-15', '-0044-03-15', true],
  ['Y-13800000000', '-13800000000', '-13800000000', true],
  ['2014-21', '2014-03', '2014-05', false],
  ['soon', null, null, true],
  ['2014-03-01T12:30:05Z', '2014-03-01', '2014-03-01', true],
])('%s is from %s to %s', (date, start, end, isOne) => {
  const moments = momentsOf(date);
  expect(moments.start === null ? null : isoOf(moments.start)).toBe(start);
  expect(moments.end === null ? null : isoOf(moments.end)).toBe(end);
  expect(moments.isOne).toBe(isOne);
});

test('a time is of its day', () => {
  expect(momentsOf('2014-03-01T12:30:05Z').start?.time).toEqual({
    hour: 12,
    minute: 30,
    second: 5,
  });
});
