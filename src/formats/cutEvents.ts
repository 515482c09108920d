/*
 * Cuts the events out of our own JSON as its bytes come, so that no text need be longer than a few hundred.
 * Knows: JSON's brackets, strings and commas. Must not know: what an event is, where the bytes come from.
 *
 *   {"title":"…","actors":[…],"events":[{…},{…},{…}],"ties":[]}
 *   └──────────── frame ──────────────┘ └─┴── segments ─┘ frame ┘
 *
 * Nothing is judged here: what is no JSON lands in the frame or in a segment, and fails where that is parsed.
 */
import type { Segment } from '../model/packedEvents.ts';
import type { Bytes } from './fetchPieces.ts';

export interface CutJson {
  /** The whole file without the elements of `events`, which is an empty list. */
  readonly frame: string;
  /** The elements, in the order of the file. */
  readonly segments: readonly Segment[];
  readonly eventsTotal: number;
}

export interface Cutter {
  take(piece: Bytes): void;
  /** So many events have been passed. */
  eventsSoFar(): number;
  /** What came, cut; null where there is no list of events to be cut out, or where there are two. */
  finish(): CutJson | null;
  /** What came, byte for byte. */
  bytes(): readonly Bytes[];
}

/** Segments are cut at the first event after so many bytes: a few milliseconds' work each. */
const SEGMENT_BYTES = 1 << 18;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN, OPEN_LIST] = [0x7b, 0x5b];
const SPACES: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const EVENTS_KEY = new TextEncoder().encode('"events"');
/** Of all other bytes none means anything outside of a string. */
const MARKS = Uint8Array.from({ length: 256 }, (_, byte) =>
  '"{}[],:'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

export function createCutter(segmentBytes = SEGMENT_BYTES): Cutter {
  const segments: Segment[] = [];
  /** What is not yet in a segment; `length` bytes of it, read up to `at`. */
  let buffer: Bytes = new Uint8Array(segmentBytes * 2);
  let length = 0;
  let at = 0;

  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  /** At depth 1: where the key or text at hand begins, and whether a key comes next. */
  let textFrom = 0;
  let isKeyNext = false;
  let isEventsKey = false;
  let isCuttable = true;
  /** Before, within and after the list of events. */
  let stage: 'before' | 'within' | 'after' = 'before';
  /** After `[` and each comma in the list. */
  let bounds: number[] = [];
  let eventsTotal = 0;
  let before = '';
  let afterFrom = 0;

  const append = (piece: Bytes): void => {
    if (length + piece.length > buffer.length) {
      const longer = new Uint8Array(Math.max(buffer.length * 2, length + piece.length));
      longer.set(buffer.subarray(0, length));
      buffer = longer;
    }
    buffer.set(piece, length);
    length += piece.length;
  };

  /** What has been read becomes a segment. */
  const cut = (): void => {
    segments.push({ bytes: buffer.slice(0, at), bounds: Uint32Array.from(bounds) });
    buffer.copyWithin(0, at, length);
    length -= at;
    at = 0;
    bounds = [0];
  };

  const endOfText = (): void => {
    isInString = false;
    if (depth !== 1 || !isKeyNext) return;
    isKeyNext = false;
    isEventsKey =
      at - textFrom === EVENTS_KEY.length &&
      EVENTS_KEY.every((byte, i) => buffer[textFrom + i] === byte);
    // A second list would be the one that counts; and a key may be written with escapes.
    if (isEventsKey && stage !== 'before') isCuttable = false;
    if (buffer.subarray(textFrom, at).includes(BACKSLASH)) isCuttable = false;
  };

  const mark = (byte: number): void => {
    if (byte === QUOTE) {
      isInString = true;
      if (depth === 1) textFrom = at - 1;
    } else if (byte === COMMA) {
      if (stage === 'within' && depth === 2) {
        bounds.push(at);
        eventsTotal++;
        if (at >= segmentBytes) cut();
      } else if (depth === 1) {
        isKeyNext = true;
        isEventsKey = false;
      }
    } else if (byte === OPEN || byte === OPEN_LIST) {
      depth++;
      if (depth === 1) {
        if (byte === OPEN_LIST) isCuttable = false;
        isKeyNext = true;
      } else if (depth === 2 && isEventsKey && !isKeyNext && byte === OPEN_LIST) {
        if (stage === 'before') {
          stage = 'within';
          before = decoded(buffer.subarray(0, at));
          bounds.push(at);
        }
      }
    } else if (byte !== COLON) {
      depth--;
      if (stage === 'within' && depth === 1) {
        stage = 'after';
        afterFrom = at - 1;
        const isEmpty = bounds.length === 1 && segments.length === 0 && isBlank(bounds[0] ?? 0);
        if (isEmpty) bounds = [];
        else {
          bounds.push(at);
          eventsTotal++;
        }
      }
    }
  };

  /** Whether nothing but JSON's white space stands between. */
  const isBlank = (from: number): boolean =>
    buffer.subarray(from, afterFrom).every((byte) => SPACES.has(byte));

  const scan = (): void => {
    let i = at;
    while (i < length) {
      const byte = buffer[i++] ?? 0;
      if (isEscaped) isEscaped = false;
      else if (isInString) {
        if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) {
          at = i;
          endOfText();
        }
      } else if (MARKS[byte] === 1) {
        at = i;
        mark(byte);
        // A cut begins the buffer anew.
        i = at;
      }
    }
    at = i;
  };

  return {
    take(piece) {
      // What is left after a cut moves to the front: little at a time.
      for (let from = 0; from < piece.length; from += segmentBytes) {
        append(piece.subarray(from, from + segmentBytes));
        scan();
      }
    },
    eventsSoFar: () => eventsTotal,
    finish() {
      if (stage !== 'after' || !isCuttable) return null;
      const after = decoded(buffer.subarray(afterFrom, length));
      segments.push({ bytes: buffer.slice(0, length), bounds: Uint32Array.from(bounds) });
      [length, at] = [0, 0];
      return { frame: before + after, segments, eventsTotal };
    },
    bytes: () => [...segments.map(({ bytes }) => bytes), buffer.subarray(0, length)],
  };
}

function decoded(bytes: Bytes): string {
  return new TextDecoder().decode(bytes);
}
