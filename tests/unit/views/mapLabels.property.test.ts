import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  covers,
  overlaps,
  placeLabels,
  type LabelOptions,
  type Side,
} from '../../../src/views/map/labels.ts';

const SIZE = { widthPx: 800, heightPx: 500 };

const arbitraryOptions: fc.Arbitrary<LabelOptions> = fc
  .array(
    fc.record({
      x: fc.double({ min: -30, max: 830, noNaN: true }),
      y: fc.double({ min: -30, max: 530, noNaN: true }),
      radiusPx: fc.double({ min: 4, max: 36, noNaN: true }),
      widthPx: fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 300 })),
      side: fc.option(fc.constantFrom<Side>('right', 'left', 'below', 'above')),
    }),
    { maxLength: 80 },
  )
  .map((wishes) => ({
    wishes: wishes.map((wish, i) => ({ ...wish, key: String(i) })),
    size: SIZE,
    taken: [{ x0: 0, y0: 460, x1: 140, y1: 500 }],
    before: new Map(
      wishes.flatMap(({ side }, i) => (side === null ? [] : [[String(i), side] as const])),
    ),
  }));

describe('names', () => {
  test('never overlap, never cover a circle, never run out of the picture', () => {
    fc.assert(
      fc.property(arbitraryOptions, (options) => {
        const labels = [...placeLabels(options)];
        for (const [i, [key, { box }]] of labels.entries()) {
          expect(box.x0 >= 0 && box.y0 >= 0).toBe(true);
          expect(box.x1 <= SIZE.widthPx && box.y1 <= SIZE.heightPx).toBe(true);
          const others = [...options.taken, ...labels.slice(i + 1).map(([, other]) => other.box)];
          expect(others.filter((other) => overlaps(box, other))).toEqual([]);
          const circles = options.wishes.filter((wish) => wish.key !== key && covers(wish, box));
          expect(circles).toEqual([]);
        }
      }),
    );
  });

  test('stand whole: a label is as wide as it asked for', () => {
    fc.assert(
      fc.property(arbitraryOptions, (options) => {
        for (const [key, { box }] of placeLabels(options)) {
          const wish = options.wishes.find((each) => each.key === key);
          expect(box.x1 - box.x0).toBeCloseTo(wish?.widthPx ?? Number.NaN);
        }
      }),
    );
  });

  const WISH = { x: 400, y: 250, radiusPx: 10, widthPx: 80 };

  test('go where there is room: left of a circle at the right edge', () => {
    const wishes = [{ ...WISH, key: 'edge', x: 780 }];
    const labels = placeLabels({ wishes, size: SIZE, taken: [], before: new Map() });
    expect(labels.get('edge')?.side).toBe('left');
  });

  test('stay on the side on which they were, where they may', () => {
    const wishes = [{ ...WISH, key: 'kept' }];
    const before = new Map<string, Side>([['kept', 'above']]);
    expect(placeLabels({ wishes, size: SIZE, taken: [], before }).get('kept')?.side).toBe('above');
  });

  test('of two with room for one, the first has it', () => {
    const wishes = [
      { ...WISH, key: 'first', x: 400, widthPx: 390 },
      { ...WISH, key: 'second', x: 400, y: 262, widthPx: 390 },
    ];
    const narrow = { widthPx: 820, heightPx: 290 };
    const labels = placeLabels({ wishes, size: narrow, taken: [], before: new Map() });
    expect(labels.has('first')).toBe(true);
  });
});
