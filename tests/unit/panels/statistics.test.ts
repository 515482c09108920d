import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsWords, binWords, yearsWords } from '../../../src/panels/statistics/binWords.ts';
import { layoutBars } from '../../../src/panels/statistics/layoutBars.ts';

const months = (from: string, to: string) => ({
  startMs: Date.parse(from),
  endMs: Date.parse(to),
});

describe('how long a bar is', () => {
  test.each([
    [1, 12, 'per month'],
    [10, 20, 'per 6 months'],
    [10, 10, 'per year'],
    [200, 100, 'per 2 years'],
    [3000, 240, 'per 13 years'],
  ])('%d years in %d bars: %s', (years, bins, words) => {
    const over = { startMs: 0, endMs: years * 31_556_952_000 };
    expect(binWords(over, bins)).toBe(words);
  });
});

describe('what a row of bars says', () => {
  const over = months('2013-07-01', '2014-01-01');

  test('how many, from when to when, when the most', () => {
    expect(barsWords('Events', over, [2, 0, 1, 5, 0, 1])).toBe(
      'Events per month from July 2013 to December 2013: 9, most in October 2013: 5.',
    );
  });

  test('that there are none', () => {
    expect(barsWords('New ties', over, [0, 0, 0, 0, 0, 0])).toBe(
      'New ties per month from July 2013 to December 2013: none.',
    );
  });

  test('the years', () => {
    expect(yearsWords(over)).toBe('2013');
    expect(yearsWords(months('2013-07-01', '2015-12-01'))).toBe('2013–2015');
  });
});

test('bars stand in their row, as high as their counts, and a single one is seen', () => {
  const counts = fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 240 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 40, max: 700 }), (values, widthPx) => {
      const totals = values.map((value) => value + 3);
      const { matches, all } = layoutBars({ counts: values, totals, widthPx, heightPx: 30 });
      expect(matches).toHaveLength(values.filter((value) => value > 0).length);
      expect(all).toHaveLength(values.length);
      for (const bar of [...matches, ...all]) {
        expect(bar.x).toBeGreaterThanOrEqual(-1e-9);
        expect(bar.x + bar.widthPx).toBeLessThanOrEqual(widthPx + 1e-9);
        expect(bar.y).toBeGreaterThanOrEqual(-1e-9);
        expect(bar.y + bar.heightPx).toBeCloseTo(30);
        expect(bar.heightPx).toBeGreaterThanOrEqual(1.5);
      }
    }),
  );
});
