import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestAscending } from '../../../src/base/longestAscending.ts';

/** Of all choices of members that ascend, the size of the largest: by trying each. */
function mostThatAscend(numbers: readonly number[]): number {
  let most = 0;
  for (let choice = 0; choice < 2 ** numbers.length; choice += 1) {
    const chosen = numbers.filter((_, i) => (choice >> i) % 2 === 1);
    if (doAscend(chosen)) most = Math.max(most, chosen.length);
  }
  return most;
}

function doAscend(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
}

describe('what can stay where it is', () => {
  it('is everything where all is in order, and one where nothing is', () => {
    expect(longestAscending([1, 2, 5])).toEqual([true, true, true]);
    expect(longestAscending([5, 2, 1]).filter(Boolean)).toHaveLength(1);
    expect(longestAscending([])).toEqual([]);
  });

  it('is all but the one that has moved from the first place to the last', () => {
    expect(longestAscending([1, 2, 3, 4, 0])).toEqual([true, true, true, true, false]);
  });

  it('ascends, and is as much as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 10 }), (numbers) => {
        const stays = longestAscending(numbers);
        const members = numbers.filter((_, i) => stays[i]);
        expect(doAscend(members)).toBe(true);
        expect(members).toHaveLength(mostThatAscend(numbers));
      }),
    );
  });
});
