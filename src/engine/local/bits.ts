/*
 * Sets of events as bits, 32 events a word: a set of a million events is 125 kB, and two are combined in
 * some microseconds. Knows: ordinals (0 to count - 1). Must not know: what an event is.
 */

/** A set of events; the bit of event i is bit i % 32 of word i / 32. Bits past the last event are 0. */
export class EventSet {
  readonly bits: Uint32Array;
  readonly count: number;
  #ordinals: Uint32Array | null = null;

  constructor(bits: Uint32Array) {
    this.bits = bits;
    this.count = countBits(bits);
  }

  has(ordinal: number): boolean {
    return hasBit(this.bits, ordinal);
  }

  /** The events in it, ascending; made when first asked for. */
  get ordinals(): Uint32Array {
    this.#ordinals ??= ordinalsOf(this.bits, this.count);
    return this.#ordinals;
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

/** Source: Henry S. Warren, Hacker's Delight (2nd ed., 2012), figure 5-2. */
function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] ?? 0;
    if (word === 0) continue;
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}

function ordinalsOf(bits: Uint32Array, count: number): Uint32Array {
  const ordinals = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] ?? 0;
    while (word !== 0) {
      const lowest = word & -word;
      ordinals[at++] = (i << 5) + 31 - Math.clz32(lowest);
      word ^= lowest;
    }
  }
  return ordinals;
}
