/*
 * Sorts by numbers without comparing: a million events in order of time in a tenth of what a comparator
 * takes. Knows: typed arrays. Must not know: what is sorted.
 */
import { allAtOnce, type Steps } from '../../base/steps.ts';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * The order of 0 to count - 1 by 32-bit keys, of which the first is the least significant; equal ones
 * keep their order. Source: least-significant-digit radix sort, D. E. Knuth, The Art of Computer
 * Programming vol. 3 (2nd ed., 1998), 5.2.5.
 */
export function radixOrder(count: number, keys: readonly Uint32Array[]): Uint32Array {
  return allAtOnce(radixSteps(count, keys));
}

/** The same key by key. */
export function* radixSteps(count: number, keys: readonly Uint32Array[]): Steps<Uint32Array> {
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let next = new Uint32Array(count);
  const begins = new Uint32Array(DIGITS);
  for (const key of keys) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (!countDigits(key, shift, begins)) continue;
      for (let i = 0; i < count; i++) {
        const item = order[i] ?? 0;
        const digit = ((key[item] ?? 0) >>> shift) & (DIGITS - 1);
        const at = begins[digit] ?? 0;
        next[at] = item;
        begins[digit] = at + 1;
      }
      [order, next] = [next, order];
    }
    yield;
  }
  return order;
}

/** Where each digit's items begin; false where all share one digit, so that nothing would move. */
function countDigits(key: Uint32Array, shift: number, begins: Uint32Array): boolean {
  begins.fill(0);
  for (const value of key) {
    const digit = (value >>> shift) & (DIGITS - 1);
    begins[digit] = (begins[digit] ?? 0) + 1;
  }
  let total = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const here = begins[digit] ?? 0;
    if (here === key.length) return false;
    begins[digit] = total;
    total += here;
  }
  return true;
}

/**
 * Keys that sort as the numbers do, ±Infinity included (not NaN), least significant first. A double's bits
 * sort as an integer once the negative ones are turned round and the sign is flipped.
 */
export function keysOfNumbers(values: Float64Array): [low: Uint32Array, high: Uint32Array] {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const bits = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < values.length; i++) {
    // Adding 0 makes one zero of the two.
    bits.setFloat64(0, (values[i] ?? 0) + 0);
    const top = bits.getUint32(0);
    const bottom = bits.getUint32(4);
    const isNegative = top >>> 31 === 1;
    high[i] = isNegative ? ~top : top ^ 0x8000_0000;
    low[i] = isNegative ? ~bottom : bottom;
  }
  return [low, high];
}
