/*
 * Finds the place of an id among a million without keeping the ids: 12 to 20 bytes each, where a Map with
 * its texts takes 100.
 * Knows: hashes. Must not know: what has the ids, how they are kept.
 */

/** What is asked of a Map of ids, whoever answers. */
export interface IdMap {
  get(id: string): number | undefined;
  has(id: string): boolean;
}

const FIRST_SLOTS = 1 << 12;

/**
 * Open addressing with linear probing, at most half full. Source: D. E. Knuth, The Art of Computer
 * Programming vol. 3 (2nd ed., 1998), 6.4, algorithm L.
 */
export class IdIndex implements IdMap {
  /** Places plus one; 0 where nothing is. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #hashes = new Uint32Array(FIRST_SLOTS / 2);
  #size = 0;
  readonly #idAt: (place: number) => string | undefined;

  /** `idAt` tells the id at a place; it is asked where two hashes are alike, one time in billions else. */
  constructor(idAt: (place: number) => string | undefined) {
    this.#idAt = idAt;
  }

  get(id: string): number | undefined {
    const hash = scatter(id) >>> 0;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place < 0) return undefined;
      if (this.#hashes[place] === hash && this.#idAt(place) === id) return place;
    }
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** Gives the next place to an id that `get` does not know. */
  add(id: string): number {
    const place = this.#size++;
    if (place === this.#hashes.length) this.#grow();
    this.#hashes[place] = scatter(id);
    this.#put(place);
    return place;
  }

  /** The scatter of each id, by place. */
  hashes(): Uint32Array {
    return this.#hashes.subarray(0, this.#size);
  }

  #put(place: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[place] ?? 0) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = place + 1;
  }

  #grow(): void {
    const hashes = new Uint32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Uint32Array(hashes.length * 2);
    for (let place = 0; place < this.#size - 1; place++) this.#put(place);
  }
}

/**
 * A 32-bit number that looks like chance. Source: FNV-1a (Fowler, Noll, Vo, 1991) over UTF-16 code units,
 * then the finaliser of MurmurHash3 (Austin Appleby, 2011), as ids often differ in their last digit alone.
 */
export function scatter(id: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
