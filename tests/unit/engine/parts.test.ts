import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { best } from '../../../src/engine/local/best.ts';
import { allAtOnce } from '../../../src/base/steps.ts';
import { allBits, EventSet, fillBits, noBits, setListed } from '../../../src/engine/local/bits.ts';
import { fold, wordsOf } from '../../../src/engine/local/fold.ts';
import { keysOfNumbers, radixOrder } from '../../../src/engine/local/radix.ts';
import { recently } from '../../../src/engine/local/recently.ts';
import { overlapping, timeColumns } from '../../../src/engine/local/time.ts';
import { dateOf } from '../../../src/model/dates.ts';
import { aDate } from './arbitrary.ts';
import { between } from './ask.ts';

const anOrdinalList = fc.uniqueArray(fc.nat(199), { maxLength: 200 });

describe('a set of events', { timeout: 120_000 }, () => {
  it('holds what was put in, ascending, and pages through it', () => {
    fc.assert(
      fc.property(anOrdinalList, fc.nat(40), fc.nat(40), (list, from, length) => {
        const bits = noBits(200);
        setListed(bits, Uint32Array.from(list));
        const set = new EventSet(bits);
        const expected = list.toSorted((a, b) => a - b);
        expect(set.count).toBe(list.length);
        expect([...set.toArray()]).toEqual(expected);
        expect(set.slice(from, from + length)).toEqual(expected.slice(from, from + length));
        for (let i = 0; i < 200; i++) expect(set.has(i)).toBe(list.includes(i));
      }),
    );
  });

  it('can be filled from one ordinal to another', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const bits = noBits(200);
        fillBits(bits, from, to);
        expect([...new EventSet(bits).toArray()]).toEqual(
          Array.from({ length: to - from }, (_, i) => from + i),
        );
      }),
    );
    expect(new EventSet(allBits(70)).count).toBe(70);
  });
});

describe('radixOrder', { timeout: 120_000 }, () => {
  it('sorts numbers as comparing does, stable, infinities included', () => {
    const aNumber = fc.oneof(
      fc.double({ noNaN: true }),
      fc.constantFrom(0, -0, 1, Infinity, -Infinity, -4.35e20, 1e12),
    );
    fc.assert(
      fc.property(fc.array(aNumber), (numbers) => {
        const order = radixOrder(numbers.length, keysOfNumbers(Float64Array.from(numbers)));
        const expected = numbers
          .map((value, place) => ({ value, place }))
          .toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.place - b.place))
          .map(({ place }) => place);
        expect([...order]).toEqual(expected);
      }),
    );
  });
});

describe('overlapping', { timeout: 120_000 }, () => {
  it('finds what a comparison of both ends finds, in runs of any length', () => {
    const aStretch = fc.constantFrom(
      between('2013-01-05', '2013-01-06'),
      between('2014-01-01', '2015-01-01'),
      between('1900-01-01', '2100-01-01'),
      between('2030-01-01', '2031-01-01'),
      { startMs: -2e14, endMs: -5e13 },
    );
    fc.assert(
      fc.property(fc.array(aDate, { maxLength: 600, size: 'max' }), aStretch, (dates, stretch) => {
        const dated = dates.map(dateOf);
        const time = allAtOnce(
          timeColumns(
            Float64Array.from(dated, ({ startMs }) => startMs),
            Float64Array.from(dated, ({ endMs }) => endMs),
          ),
        );
        const found = [...new EventSet(overlapping(time, stretch)).toArray()];
        const expected = dates
          .map((text, place) => ({ ...dateOf(text), place }))
          .filter(({ startMs, endMs }) => startMs < stretch.endMs && stretch.startMs < endMs)
          .map(({ place }) => place);
        expect(new Set(found.map((i) => time.places[i]))).toEqual(new Set(expected));
      }),
      { numRuns: 200 },
    );
  });
});

describe('best', () => {
  it('is the beginning of what sorting all would give', () => {
    const aPair = fc.tuple(fc.nat(5), fc.nat(1000));
    fc.assert(
      fc.property(fc.array(aPair), fc.nat(10), (items, limit) => {
        const compare = (a: [number, number], b: [number, number]): number => a[0] - b[0];
        expect(best(items, limit, compare)).toEqual(items.toSorted(compare).slice(0, limit));
      }),
    );
  });
});

describe('fold', () => {
  it('sets case, accents and the shape of marks aside', () => {
    expect(fold('Café – ‘Été’ “ÜBER”')).toBe('cafe - \'ete\' "uber"');
    expect(fold('Plain TEXT.')).toBe('plain text.');
    expect(fold('日本 Ελλάδα')).toBe('日本 ελλαδα');
    expect(wordsOf('  two  Words two ')).toEqual(['two', 'words']);
    expect(wordsOf(' \n')).toEqual([]);
  });
});

describe('recently', () => {
  it('makes each once, and forgets the one not asked for the longest', () => {
    const made: string[] = [];
    const remember = recently<{ readonly key: string }>(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) {
      const { key: got } = remember(key, () => {
        made.push(key);
        return { key };
      });
      expect(got).toBe(key);
    }
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
