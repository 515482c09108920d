/*
 * When events are, as columns in order of time, and which of them overlap a stretch of time.
 * Knows: starts and ends. Must not know: anything else of an event.
 */
import type { Interval } from '../../base/interval.ts';
import type { Steps } from '../../base/steps.ts';
import { fillBits, lowerBound, noBits, setBit, setListed } from './bits.ts';
import { keysOfNumbers, radixSteps } from './radix.ts';

/**
 * The ordinal of an event is its place here: by start, then end, then place in the file. One of which
 * only the end is known stands where it ends, one of which nothing is known stands last.
 */
export interface TimeColumns {
  /** The place in the file of each event. */
  readonly places: Uint32Array;
  /** What they are sorted by, ascending: the start, or just before the end where the start is open. */
  readonly order: Float64Array;
  /** The events with an open start, ascending. */
  readonly openStarts: Uint32Array;
  /** -Infinity where open. */
  readonly starts: Float64Array;
  /** Infinity where open. */
  readonly ends: Float64Array;
  /**
   * Where an event is counted when it must be in one place: its middle; the end that is known where the
   * other is open; NaN where neither is.
   */
  readonly anchors: Float64Array;
  readonly blocks: EndBlocks;
}

/** The least and the greatest end of each run of BLOCK events: whole runs are taken or skipped. */
interface EndBlocks {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

const BLOCK = 256;

/** From the starts and ends in the order of the file. */
export function* timeColumns(starts: Float64Array, ends: Float64Array): Steps<TimeColumns> {
  const order = starts.map((startMs, i) =>
    startMs === -Infinity ? justBefore(ends[i] ?? 0) : startMs,
  );
  const keys = [...keysOfNumbers(ends), ...keysOfNumbers(order)];
  yield;
  const places = yield* radixSteps(starts.length, keys);
  const sortedStarts = picked(starts, places);
  const sortedEnds = picked(ends, places);
  yield;
  return {
    places,
    order: picked(order, places),
    openStarts: openOnes(sortedStarts),
    starts: sortedStarts,
    ends: sortedEnds,
    anchors: sortedStarts.map((startMs, i) => anchorOf(startMs, sortedEnds[i] ?? startMs)),
    blocks: endBlocks(sortedEnds),
  };
}

function openOnes(starts: Float64Array): Uint32Array {
  const open: number[] = [];
  for (let i = 0; i < starts.length; i++) if (starts[i] === -Infinity) open.push(i);
  return Uint32Array.from(open);
}

function picked(values: Float64Array, places: Uint32Array): Float64Array {
  const result = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) result[i] = values[places[i] ?? 0] ?? 0;
  return result;
}

function anchorOf(startMs: number, endMs: number): number {
  if (startMs === -Infinity) return endMs === Infinity ? Number.NaN : justBefore(endMs);
  return endMs === Infinity ? startMs : startMs + (endMs - startMs) / 2;
}

/** An end is the first instant after: what lies at it would be counted a bin too late. */
function justBefore(ms: number): number {
  if (ms === Infinity) return ms;
  return ms - Math.max(1, Math.abs(ms) * Number.EPSILON);
}

function endBlocks(ends: Float64Array): EndBlocks {
  const count = Math.ceil(ends.length / BLOCK);
  const least = new Float64Array(count).fill(Infinity);
  const greatest = new Float64Array(count).fill(-Infinity);
  for (let i = 0; i < ends.length; i++) {
    const block = Math.floor(i / BLOCK);
    const endMs = ends[i] ?? 0;
    if (endMs < (least[block] ?? 0)) least[block] = endMs;
    if (endMs > (greatest[block] ?? 0)) greatest[block] = endMs;
  }
  return { least, greatest };
}

/** The bits of the events that share an instant with an interval. */
export function overlapping(time: TimeColumns, { startMs, endMs }: Interval): Uint32Array {
  const { order, openStarts, ends, blocks } = time;
  const bits = noBits(order.length);
  const until = lowerBound(order, endMs);
  for (let from = 0; from < until; from += BLOCK) {
    const block = from / BLOCK;
    const to = Math.min(from + BLOCK, until);
    if ((blocks.greatest[block] ?? 0) <= startMs) continue;
    if ((blocks.least[block] ?? 0) > startMs) {
      fillBits(bits, from, to);
      continue;
    }
    for (let i = from; i < to; i++) if ((ends[i] ?? 0) > startMs) setBit(bits, i);
  }
  // Sorted by where they end, after the interval, these began before it for all that is known.
  setListed(bits, openStarts, lowerBound(openStarts, until), openStarts.length);
  return bits;
}

/** How many events have a known end at all: their ordinals are less than this. */
export function datedTotal(time: TimeColumns): number {
  return lowerBound(time.order, Infinity);
}
