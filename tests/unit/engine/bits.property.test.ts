import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyOf,
  EventSet,
  noBits,
  setListed,
  shared,
  without,
} from '../../../src/engine/local/bits.ts';

const EVENTS = 640;

/** A few events, or many; known as a list, or as bits. */
const aList = fc
  .oneof(
    fc.uniqueArray(fc.nat(EVENTS - 1), { maxLength: 30 }),
    fc.uniqueArray(fc.nat(EVENTS - 1), { minLength: 100, maxLength: EVENTS }),
  )
  .map((list) => Uint32Array.from(list.toSorted((a, b) => a - b)));
const aSet = fc.tuple(aList, fc.boolean()).map(([list, isListed]) => {
  const bits = noBits(EVENTS);
  setListed(bits, list);
  return isListed ? new EventSet(list, EVENTS) : new EventSet(bits);
});

/** All that a set can be asked, held to what it should hold. */
function expectSet(set: EventSet, expected: readonly number[]): void {
  expect(set.count).toBe(expected.length);
  expect([...set.toArray()]).toEqual(expected);
  expect(set.slice(1, 4)).toEqual(expected.slice(1, 4));
  const visited: number[] = [];
  set.forEach((ordinal) => visited.push(ordinal));
  expect(visited).toEqual(expected);
  const wanted = new Set(expected);
  for (let ordinal = 0; ordinal < EVENTS; ordinal++) {
    expect(set.has(ordinal)).toBe(wanted.has(ordinal));
  }
  expect([...new EventSet(set.bits).toArray()]).toEqual(expected);
}

describe('sets of events, known as lists or as bits', { timeout: 120_000 }, () => {
  it('share what all of them have', () => {
    fc.assert(
      fc.property(aSet, fc.array(aSet, { maxLength: 3 }), (first, others) => {
        const expected = [...first.toArray()].filter((ordinal) =>
          others.every((set) => set.toArray().includes(ordinal)),
        );
        expectSet(shared(first, ...others), expected);
      }),
    );
  });

  it('leave what one has and the other has not', () => {
    fc.assert(
      fc.property(aSet, aSet, (a, b) => {
        const taken = new Set(b.toArray());
        expectSet(
          without(a, b),
          [...a.toArray()].filter((ordinal) => !taken.has(ordinal)),
        );
      }),
    );
  });

  it('hold what any of some lists has, once', () => {
    fc.assert(
      fc.property(fc.array(aList, { maxLength: 4 }), (lists) => {
        const expected = [...new Set(lists.flatMap((list) => [...list]))];
        expectSet(
          anyOf(lists, EVENTS),
          expected.toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it('are as good as before once they have served', () => {
    fc.assert(
      fc.property(aSet, aSet, (a, b) => {
        const before = [...a.toArray()];
        shared(a, b);
        without(a, b);
        without(b, a);
        expectSet(a, before);
      }),
    );
  });
});
