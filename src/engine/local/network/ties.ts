/*
 * Ties between nodes as growing columns: there may be millions where a network has thousands of actors.
 * Knows: kinds of ties. Must not know: what the nodes are, where the ties come from.
 */
import { TIE_KINDS, type NetworkTie } from '../../port/network.ts';

/** In the order in which equally heavy ties are preferred. */
export const KINDS = [...TIE_KINDS, 'took-part'] as const;

/** More than a machine holds and anyone reads: an event that names thousands of actors ties each to each. */
const TIES_MOST = 8_000_000;

/** Between nodes of the whole network, or between actors by their place in the dataset. */
export type Tie = NetworkTie;

export class TieList {
  from: Uint32Array;
  to: Uint32Array;
  /** Places in KINDS. */
  kinds: Uint8Array;
  weights: Float64Array;
  /** 1 where nothing but tentative evidence makes the tie. */
  tentative: Uint8Array;
  readonly labels = new Map<number, string>();
  total = 0;

  /** Room for about so many is made at once: in a large history, growing costs more than counting. */
  constructor(expected: number) {
    const length = Math.min(TIES_MOST, Math.max(16, expected));
    this.from = new Uint32Array(length);
    this.to = new Uint32Array(length);
    this.kinds = new Uint8Array(length);
    this.weights = new Float64Array(length);
    this.tentative = new Uint8Array(length);
  }

  /** Throws, in words for the user, where there are more ties than can be held. */
  add({ from, to, kind, weight, isTentative, label }: Tie): void {
    if (this.total === this.from.length) this.#grow();
    const at = this.total++;
    this.from[at] = from;
    this.to[at] = to;
    this.kinds[at] = KINDS.indexOf(kind);
    this.weights[at] = weight;
    this.tentative[at] = isTentative ? 1 : 0;
    if (label !== null) this.labels.set(at, label);
  }

  at(place: number): Tie {
    return {
      from: this.from[place] ?? 0,
      to: this.to[place] ?? 0,
      kind: KINDS[this.kinds[place] ?? 0] ?? 'together',
      weight: this.weights[place] ?? 0,
      isTentative: this.tentative[place] === 1,
      label: this.labels.get(place) ?? null,
    };
  }

  #grow(): void {
    if (this.total === TIES_MOST) {
      throw new Error(
        `These events make more than ${TIES_MOST.toLocaleString('en-GB')} ties, too many to count. Filter them, or look at less time.`,
      );
    }
    const longer = new TieList(this.total * 2);
    longer.from.set(this.from);
    longer.to.set(this.to);
    longer.kinds.set(this.kinds);
    longer.weights.set(this.weights);
    longer.tentative.set(this.tentative);
    ({
      from: this.from,
      to: this.to,
      kinds: this.kinds,
      weights: this.weights,
      tentative: this.tentative,
    } = longer);
  }
}
