/*
 * Sets of events: as bits, 32 events a word, or as a list where they are few. A set of a million events is
 * 125 kB, and two are combined in some microseconds; one of a hundred costs what a hundred cost.
 * Knows: ordinals (0 to count - 1). Must not know: what an event is.
 */

/** Where it holds at most one event of so many, a list is no longer than the bits. */
const FEW_OF = 32;

/** A set of events; the bit of event i is bit i % 32 of word i / 32. Bits past the last event are 0. */
export class EventSet {
  readonly count: number;
  /** Its events, ascending; null where the bits are all that is known. */
  readonly list: Uint32Array | null;
  /** Of how many; 0 where it was made of bits. */
  readonly events: number;
  #bits: Uint32Array | null;

  /** Of bits; or, where a number of `events` is given, of a list, ascending, of some of so many. */
  constructor(of: Uint32Array, events?: number) {
    const isList = events !== undefined;
    this.events = events ?? 0;
    this.list = isList ? of : null;
    this.#bits = isList ? null : of;
    this.count = isList ? of.length : countBits(of);
  }

  /** Made when they are first wanted: whoever can do without asks `few`. */
  get bits(): Uint32Array {
    if (this.#bits === null) {
      this.#bits = noBits(this.events);
      if (this.list !== null) setListed(this.#bits, this.list);
    }
    return this.#bits;
  }

  /** The events in it, ascending, where they are few; else null. */
  get few(): Uint32Array | null {
    return this.list !== null && this.list.length * FEW_OF <= this.events ? this.list : null;
  }

  has(ordinal: number): boolean {
    if (this.#bits === null && this.few !== null) {
      return this.few[lowerBound(this.few, ordinal)] === ordinal;
    }
    return hasBit(this.bits, ordinal);
  }

  /** Visits the events in it, ascending. Makes no list: one of a million would be 4 MB to throw away. */
  forEach(visit: (ordinal: number) => void): void {
    if (this.list !== null) {
      this.list.forEach(visit);
      return;
    }
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
    if (this.list !== null) return Uint32Array.from(this.list);
    const ordinals = new Uint32Array(this.count);
    let at = 0;
    this.forEach((ordinal) => {
      ordinals[at++] = ordinal;
    });
    return ordinals;
  }

  /** The events from place `from` to `to` - 1 among those in it, ascending; skips 32 at a time. */
  slice(from: number, to: number): readonly number[] {
    if (this.list !== null) return Array.from(this.list.subarray(from, to));
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

/** What all of some sets have. */
export function shared(first: EventSet, ...others: readonly EventSet[]): EventSet {
  const [fewest] = [first, ...others].toSorted((a, b) => a.count - b.count);
  if (others.length === 0 || fewest === undefined) return first;
  if (fewest.few !== null) {
    const rest = [first, ...others].filter((set) => set !== fewest);
    const list = fewest.few.filter((ordinal) => rest.every((set) => set.has(ordinal)));
    return new EventSet(list, fewest.events);
  }
  const bits = first.bits.slice();
  for (const set of others) intersectBits(bits, set.bits);
  return new EventSet(bits);
}

/** What any of some lists has, each ascending, of a history of `events`. */
export function anyOf(lists: readonly Uint32Array[], events: number): EventSet {
  const [some, ...others] = lists.filter(({ length }) => length > 0);
  if (some === undefined) return new EventSet(new Uint32Array(), events);
  // One value's events are its list as it stands: nothing is copied.
  if (others.length === 0) return new EventSet(some, events);
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  if (total * FEW_OF > events) {
    const bits = noBits(events);
    for (const list of lists) setListed(bits, list);
    return new EventSet(bits);
  }
  const merged = new Uint32Array(total);
  let at = 0;
  for (const list of lists) {
    merged.set(list, at);
    at += list.length;
  }
  const ascending = merged.toSorted();
  return new EventSet(
    ascending.filter((ordinal, i) => ordinal !== ascending[i - 1]),
    events,
  );
}

/** What is in `a` and not in `b`. */
export function without(a: EventSet, b: EventSet): EventSet {
  if (a.few !== null) {
    return new EventSet(
      a.few.filter((ordinal) => !b.has(ordinal)),
      a.events,
    );
  }
  if (b.few === null) return new EventSet(withoutBits(a.bits, b.bits));
  const bits = a.bits.slice();
  clearListed(bits, b.few);
  return new EventSet(bits);
}

/** The first place in an ascending list whose value is not less. */
export function lowerBound(ascending: Float64Array | Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
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
function clearListed(bits: Uint32Array, list: Uint32Array, from = 0, to = list.length): void {
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
function withoutBits(a: Uint32Array, b: Uint32Array): Uint32Array {
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
