import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  rowsInSight,
  SCROLL_MOST_PX,
  scrollTo,
  type RowsInput,
} from '../../../src/views/table/layoutRows.ts';

const arbitraryInput: fc.Arbitrary<RowsInput> = fc
  .record({
    count: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 5_000_000 })),
    rowPx: fc.constantFrom(34, 46, 68, 92.5),
    viewPx: fc.integer({ min: 60, max: 1400 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ count, rowPx, viewPx, share }) => {
    const most = Math.max(0, Math.min(count * rowPx, SCROLL_MOST_PX) - viewPx);
    return { count, rowPx, viewPx, scrollPx: share * most };
  });

test('rows fill the view wherever the bar stands, and what scrolls stays within what browsers can lay out', () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const { count, rowPx, viewPx, scrollPx } = input;
      const { first, end, heightPx, topOf } = rowsInSight(input);
      expect(heightPx).toBeLessThanOrEqual(SCROLL_MOST_PX);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(viewPx / rowPx) + 14);
      if (count === 0) return;
      const isAtTop = first === 0 || topOf(first) <= scrollPx;
      const isAtBottom = end === count || topOf(end) >= scrollPx + viewPx;
      expect([isAtTop, isAtBottom]).toEqual([true, true]);
    }),
  );
});

test('the ends of the bar are the first and the last row', () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const { count, rowPx, viewPx } = input;
      fc.pre(count * rowPx > viewPx);
      const top = rowsInSight({ ...input, scrollPx: 0 });
      expect(top.topOf(0)).toBe(0);
      const most = Math.min(count * rowPx, SCROLL_MOST_PX) - viewPx;
      const bottom = rowsInSight({ ...input, scrollPx: most });
      expect(bottom.topOf(count) - most).toBeCloseTo(viewPx, 3);
    }),
  );
});

describe('going to a row', () => {
  test('brings it wholly into sight', () => {
    fc.assert(
      fc.property(arbitraryInput, fc.nat(), (input, anyIndex) => {
        fc.pre(input.count > 0 && input.viewPx >= input.rowPx);
        const index = anyIndex % input.count;
        const scrollPx = scrollTo(index, input);
        const { topOf } = rowsInSight({ ...input, scrollPx });
        expect(topOf(index)).toBeGreaterThanOrEqual(scrollPx - 0.01);
        expect(topOf(index) + input.rowPx).toBeLessThanOrEqual(scrollPx + input.viewPx + 0.01);
      }),
    );
  });

  test('moves nothing where it is in sight', () => {
    const input = { count: 100, rowPx: 40, viewPx: 400, scrollPx: 200 };
    expect(scrollTo(7, input)).toBe(200);
    expect(scrollTo(4, input)).toBe(160);
    expect(scrollTo(15, input)).toBe(240);
  });
});
