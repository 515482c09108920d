/*
 * Events kept as the JSON that they came as, and read again when someone asks for one: a third of the
 * memory that they take as objects.
 * Knows: JSON in bytes. Must not know: what makes an event a good one (parsePacked.ts), who asks.
 */
import type { EventList } from './frame.ts';
import { IdIndex } from './idIndex.ts';
import type { HistoryEvent } from './types.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Some elements of a JSON list that stand side by side in it, with what stands around them. */
export interface Segment {
  readonly bytes: Bytes;
  /** Before each element, after the comma or bracket; and past the comma or bracket that follows the last. */
  readonly bounds: Uint32Array<ArrayBuffer>;
}

/** Events read again a moment ago: as many as a few screens show. */
const EVENTS_KEPT = 2_000;

export class PackedEvents implements EventList {
  readonly ids: IdIndex;
  readonly #segments: Segment[] = [];
  /** The place of the first event of each segment, and how many there are. */
  readonly #firsts: number[] = [0];
  readonly #kept = new Map<number, HistoryEvent>();
  /** Of the events whose segment is not here yet. */
  #coming: string[] = [];

  constructor() {
    this.ids = new IdIndex((place) =>
      place < this.length ? this.at(place)?.id : this.#coming[place - this.length],
    );
  }

  get length(): number {
    return this.#firsts.at(-1) ?? 0;
  }

  get segmentsTotal(): number {
    return this.#segments.length;
  }

  /** How many there will be once those that are announced are here. */
  get announcedTotal(): number {
    return this.length + this.#coming.length;
  }

  /** Takes the id of the next event, whose segment comes later; the place, or null where the id is taken. */
  announce(id: string): number | null {
    if (this.ids.has(id)) return null;
    this.#coming.push(id);
    return this.ids.add(id);
  }

  /** Adds the segment of the events that were announced since the last one; they are trusted. */
  push(segment: Segment): void {
    this.#coming = [];
    this.#segments.push(segment);
    this.#firsts.push(this.length + elementsIn(segment));
  }

  at(place: number): HistoryEvent | undefined {
    const known = this.#kept.get(place);
    if (known !== undefined) return known;
    const at = this.#segmentOf(place);
    const segment = this.#segments[at];
    if (segment === undefined) return undefined;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was pushed is trusted
    const event = JSON.parse(textAt(segment, place - (this.#firsts[at] ?? 0))) as HistoryEvent;
    if (this.#kept.size >= EVENTS_KEPT) this.#kept.clear();
    this.#kept.set(place, event);
    return event;
  }

  *[Symbol.iterator](): Generator<HistoryEvent, undefined> {
    for (const segment of this.#segments) yield* trustedIn(segment);
    return undefined;
  }

  /** The events of a segment and the place of the first. */
  inSegment(at: number): { readonly first: number; readonly events: readonly HistoryEvent[] } {
    const segment = this.#segments[at];
    const first = this.#firsts[at] ?? 0;
    return { first, events: segment === undefined ? [] : trustedIn(segment) };
  }

  /** Puts other events in the place of some. */
  replace(events: ReadonlyMap<number, HistoryEvent>): void {
    const bySegment = new Map<number, Map<number, HistoryEvent>>();
    for (const [place, event] of events) {
      const at = this.#segmentOf(place);
      const inside = bySegment.get(at) ?? new Map<number, HistoryEvent>();
      bySegment.set(at, inside.set(place - (this.#firsts[at] ?? 0), event));
    }
    for (const [at, inside] of bySegment) {
      const segment = this.#segments[at];
      if (segment === undefined) continue;
      const texts = Array.from({ length: elementsIn(segment) }, (_, i) => {
        const event = inside.get(i);
        return event === undefined ? textAt(segment, i) : JSON.stringify(event);
      });
      this.#segments[at] = segmentOf(texts);
    }
    this.#kept.clear();
  }

  #segmentOf(place: number): number {
    let low = 0;
    let high = this.#segments.length;
    if (!(place >= 0 && place < this.length)) return -1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#firsts[middle] ?? 0) <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}

function elementsIn({ bounds }: Segment): number {
  return Math.max(0, bounds.length - 1);
}

/** The elements of a segment as one JSON list. */
export function textOf({ bytes, bounds }: Segment): string {
  const inside = bytes.subarray(bounds[0], Math.max(0, (bounds.at(-1) ?? 0) - 1));
  return `[${new TextDecoder().decode(inside)}]`;
}

/** One of its elements. */
export function textAt({ bytes, bounds }: Segment, i: number): string {
  return new TextDecoder().decode(bytes.subarray(bounds[i], (bounds[i + 1] ?? 0) - 1));
}

export function segmentOf(texts: readonly string[]): Segment {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length + 1, 0));
  const bounds = new Uint32Array(texts.length + 1);
  let at = 0;
  for (const [i, each] of encoded.entries()) {
    bytes.set(each, at);
    at += each.length;
    bytes[at++] = COMMA;
    bounds[i + 1] = at;
  }
  return { bytes, bounds };
}

const COMMA = 0x2c;

function trustedIn(segment: Segment): readonly HistoryEvent[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was pushed is trusted
  return JSON.parse(textOf(segment)) as readonly HistoryEvent[];
}
