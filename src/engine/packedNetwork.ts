/*
 * A network answer as it travels from the worker to the page: its ties as numbers. There may be tens of
 * thousands, and handing over one buffer costs the page a tenth of what as many objects do.
 * Knows: the port's network answer. Must not know: messages, who sends or receives.
 */
import { TIE_KINDS, type NetworkAnswer, type NetworkTie } from './port/network.ts';

export interface PackedNetwork extends Omit<NetworkAnswer, 'ties'> {
  /** from, to, place in KINDS, weight, 1 or 0 for tentative, place in `labels` or -1, of each tie in turn. */
  readonly tieNumbers: Float64Array<ArrayBuffer>;
  readonly labels: readonly string[];
}

const NUMBERS_PER_TIE = 6;
const KINDS: readonly NetworkTie['kind'][] = [...TIE_KINDS, 'took-part'];

export function packNetwork({ ties, ...answer }: NetworkAnswer): PackedNetwork {
  const tieNumbers = new Float64Array(ties.length * NUMBERS_PER_TIE);
  const labels = new Map<string, number>();
  for (const [i, { from, to, kind, weight, isTentative, label }] of ties.entries()) {
    if (label !== null && !labels.has(label)) labels.set(label, labels.size);
    const place = label === null ? -1 : (labels.get(label) ?? -1);
    tieNumbers.set(
      [from, to, KINDS.indexOf(kind), weight, Number(isTentative), place],
      i * NUMBERS_PER_TIE,
    );
  }
  return { ...answer, tieNumbers, labels: [...labels.keys()] };
}

export function unpackNetwork({ tieNumbers, labels, ...answer }: PackedNetwork): NetworkAnswer {
  const ties: NetworkTie[] = [];
  for (let i = 0; i < tieNumbers.length; i += NUMBERS_PER_TIE) {
    ties.push({
      from: tieNumbers[i] ?? 0,
      to: tieNumbers[i + 1] ?? 0,
      kind: KINDS[tieNumbers[i + 2] ?? 0] ?? 'together',
      weight: tieNumbers[i + 3] ?? 0,
      isTentative: tieNumbers[i + 4] === 1,
      label: labels[tieNumbers[i + 5] ?? -1] ?? null,
    });
  }
  return { ...answer, ties };
}
