import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  labelBox,
  placeLabels,
  type Box,
  type LabelSide,
  type LabelWish,
} from '../../../src/views/network/layoutLabels.ts';

const ROOM = { widthPx: 900, heightPx: 400 };
const SIDES: readonly LabelSide[] = [
  'below',
  'above',
  'right',
  'left',
  'below-start',
  'below-end',
  'above-start',
  'above-end',
];

const wishes: fc.Arbitrary<LabelWish[]> = fc
  .array(
    fc.record({
      x: fc.double({ min: -30, max: 930, noNaN: true }),
      y: fc.double({ min: -30, max: 430, noNaN: true }),
      radius: fc.double({ min: 1, max: 25, noNaN: true }),
      width: fc.oneof(fc.constant(0), fc.integer({ min: 8, max: 240 })),
      height: fc.constantFrom(15, 29, 43),
    }),
    { maxLength: 120 },
  )
  .map((all) => all.map((wish, i) => ({ ...wish, key: String(i) })));

const former: fc.Arbitrary<Map<string, LabelSide>> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 119 }).map(String), fc.constantFrom(...SIDES)))
  .map((pairs) => new Map(pairs));

function overlap(a: Omit<Box, 'owner'>, b: Omit<Box, 'owner'>): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function nodeBox({ x, y, radius }: LabelWish): Omit<Box, 'owner'> {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

describe('names in the network', () => {
  test('never overlap another name or another node, and never run out of the picture', () => {
    fc.assert(
      fc.property(wishes, former, (all, before) => {
        const sides = placeLabels(all, ROOM, before);
        const placed = all.flatMap((wish) => {
          const side = sides.get(wish.key);
          return side === undefined ? [] : [{ wish, box: labelBox(wish, side) }];
        });
        for (const [i, { wish, box }] of placed.entries()) {
          expect(box.left >= 0 && box.top >= 0).toBe(true);
          expect(box.right <= ROOM.widthPx && box.bottom <= ROOM.heightPx).toBe(true);
          expect(placed.slice(i + 1).filter((other) => overlap(box, other.box))).toEqual([]);
          const others = all.filter((other) => other !== wish && overlap(box, nodeBox(other)));
          expect(others).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the first in the list has its name wherever there is room for one at all', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const [first] = all;
        if (first === undefined || first.width === 0) return;
        const hasRoom = SIDES.some((side) => {
          const box = labelBox(first, side);
          const isWithin =
            box.left >= 0 &&
            box.top >= 0 &&
            box.right <= ROOM.widthPx &&
            box.bottom <= ROOM.heightPx;
          return isWithin && !all.slice(1).some((other) => overlap(box, nodeBox(other)));
        });
        expect(placeLabels(all, ROOM, new Map()).has(first.key)).toBe(hasRoom);
      }),
    );
  });

  test('stay on their side as long as they can', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const once = placeLabels(all, ROOM, new Map());
        expect(placeLabels(all, ROOM, once)).toEqual(once);
      }),
    );
  });

  test('nothing to write takes no room', () => {
    const silent = { key: 'a', x: 100, y: 100, radius: 5, width: 0, height: 15 };
    expect(placeLabels([silent], ROOM, new Map())).toEqual(new Map());
  });
});
