import { describe, expect, test } from 'vitest';
import { csvRows } from '../../../scripts/clickhouse/csv.ts';

describe('rows of CSV', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,"b ""c"", d"\r\n\r\ne,',
      [
        ['a', 'b "c", d'],
        ['e', ''],
      ],
    ],
    ['"two\nlines",x\n', [['two\nlines', 'x']]],
    ['a\rb\r', [['a'], ['b']]],
    ['in"side,x', [['in"side', 'x']]],
    ['"never closed', [['never closed']]],
    ['', []],
  ])('%j', async (text, rows) => {
    // Wherever a piece of the file ends.
    for (const size of [1, 3, 1000]) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      const read: (readonly string[])[] = [];
      for await (const row of csvRows(pieces)) read.push(row);
      expect(read).toEqual(rows);
    }
  });
});
