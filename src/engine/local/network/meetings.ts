/*
 * With whom (or what) one thing met in how many wholes: a whole and its parts count once.
 * Knows: roots that come side by side, firm and other evidence. Must not know: what meets what.
 */

/** The meetings of one thing with others, of which there are `things`. */
export class Meetings {
  readonly #firm: Counts;
  readonly #other: Counts;
  readonly #met: number[] = [];

  constructor(things: number) {
    this.#firm = countsOf(things);
    this.#other = countsOf(things);
  }

  /** Meetings within one root must come one after another. */
  add(thing: number, root: number, isFirm: boolean): void {
    if (this.#firm.counts[thing] === 0 && this.#other.counts[thing] === 0) this.#met.push(thing);
    const { counts, lastRoots } = isFirm ? this.#firm : this.#other;
    if (lastRoots[thing] === root) return;
    lastRoots[thing] = root;
    counts[thing] = (counts[thing] ?? 0) + 1;
  }

  /**
   * Hands out what was met, with the number of firm meetings or, where there are none, of the others; and
   * forgets it all.
   */
  flush(visit: (thing: number, weight: number, isTentative: boolean) => void): void {
    for (const thing of this.#met) {
      const firm = this.#firm.counts[thing] ?? 0;
      visit(thing, firm > 0 ? firm : (this.#other.counts[thing] ?? 0), firm === 0);
      for (const { counts, lastRoots } of [this.#firm, this.#other]) {
        counts[thing] = 0;
        lastRoots[thing] = -1;
      }
    }
    this.#met.length = 0;
  }
}

/** For each thing, in how many wholes it was met, and in which last. */
interface Counts {
  readonly counts: Uint32Array;
  readonly lastRoots: Int32Array;
}

function countsOf(things: number): Counts {
  return { counts: new Uint32Array(things), lastRoots: new Int32Array(things).fill(-1) };
}
