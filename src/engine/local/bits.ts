/*
 * Sets of events as bits, 32 events a word: a set of a million events is 125 kB, and two are combined in
 * some microseconds. Knows: ordinals (0 to count - 1). Must not know: what an event is.
 */

/** A set of events; the bit of event i is bit i % 32 of word i / 32. Bits past the last event are 0. */
export class EventSet {
  readonly bits: Uint32Array;
  readonly count: number;

  constructor(bits: Uint32Array) {
    this.bits = bits;
    this.count = countBits(bits);
  }

  has(ordinal: number): boolean {
    return hasBit(this.bits, ordinal);
  }

  /** Visits the events in it, ascending. Makes no list: one of a million would be 4 MB to throw away. */
  forEach(visit: (ordinal: number) => void): void {
    const { bits } = this;
    for (let i = 0; i < bits.length; i++) {
      let word = bits[i] ?? 0;
      while (word !== 0) {
        const lowest = word & -word;
        visit((i << 5) + 31 - Math.clz32(lowest));
        word ^= lowest;
      }
    }
  }

  /** The events in it, ascending. */
  toArray(): Uint32Array<ArrayBuffer> {
    const ordinals = new Uint32Array(this.count);
    let at = 0;
    this.forEach((ordinal) => {
      ordinals[at++] = ordinal;
    });
    return ordinals;
  }

  /** The events from place `from` to `to` - 1 among those in it, ascending; skips 32 at a time. */
  slice(from: number, to: number): readonly number[] {
    const ordinals: number[] = [];
    let place = 0;
    for (let i = 0; i < this.bits.length && place < to; i++) {
      let word = this.bits[i] ?? 0;
      const here = countWord(word);
      if (place + here <= from) {
        place += here;
        continue;
      }
      for (; word !== 0; word &= word - 1) {
        if (place >= from && place < to) ordinals.push((i << 5) + 31 - Math.clz32(word & -word));
        place++;
      }
    }
    return ordinals;
  }
}

export function noBits(events: number): Uint32Array {
  return new Uint32Array(Math.ceil(events / 32));
}

export function allBits(events: number): Uint32Array {
  const bits = noBits(events);
  fillBits(bits, 0, events);
  return bits;
}

export function hasBit(bits: Uint32Array, ordinal: number): boolean {
  return (((bits[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1) === 1;
}

/** Puts the events `from` to `to` - 1 into the set. */
export function fillBits(bits: Uint32Array, from: number, to: number): void {
  let ordinal = from;
  for (; ordinal < to && (ordinal & 31) !== 0; ordinal++) setBit(bits, ordinal);
  const wholeWords = (to - ordinal) >>> 5;
  if (wholeWords > 0) bits.fill(0xffff_ffff, ordinal >>> 5, (ordinal >>> 5) + wholeWords);
  for (ordinal += Math.max(0, wholeWords) * 32; ordinal < to; ordinal++) setBit(bits, ordinal);
}

export function setBit(bits: Uint32Array, ordinal: number): void {
  const word = ordinal >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (ordinal & 31));
}

/** Puts the listed events `from` to `to` - 1 of `list` into the set. */
export function setListed(bits: Uint32Array, list: Uint32Array, from = 0, to = list.length): void {
  for (let i = from; i < to; i++) setBit(bits, list[i] ?? 0);
}

/** Takes the listed events `from` to `to` - 1 of `list` out of the set. */
export function clearListed(bits: Uint32Array, list: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const ordinal = list[i] ?? 0;
    const word = ordinal >>> 5;
    bits[word] = (bits[word] ?? 0) & ~(1 << (ordinal & 31));
  }
}

/** Keeps in `bits` what is in `other` too. */
export function intersectBits(bits: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < bits.length; word++) {
    bits[word] = (bits[word] ?? 0) & (other[word] ?? 0);
  }
}

/** What is in `a` and not in `b`. */
export function withoutBits(a: Uint32Array, b: Uint32Array): Uint32Array {
  const bits = new Uint32Array(a.length);
  for (let word = 0; word < bits.length; word++) bits[word] = (a[word] ?? 0) & ~(b[word] ?? 0);
  return bits;
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += countWord(bits[i] ?? 0);
  return count;
}

/** Source: Henry S. Warren, Hacker's Delight (2nd ed., 2012), figure 5-2. */
function countWord(bits: number): number {
  if (bits === 0) return 0;
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
