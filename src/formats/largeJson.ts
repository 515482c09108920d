/*
 * Reads the project's own JSON that is too long to be read at once: as it comes, and a little at a time.
 * Knows: how it is cut, the model's border. Must not know: where the bytes come from, what becomes of the events.
 */
import { fail, type Result } from '../base/result.ts';
import { oneByOne } from '../base/steps.ts';
import { textAt, textOf, type Segment } from '../model/packedEvents.ts';
import type { ParsedDataset } from '../model/parse.ts';
import {
  parsePacked,
  type EventsVisitor,
  type PackedFile,
  type ParsedPacked,
} from '../model/parsePacked.ts';
import type { Problem } from '../model/types.ts';
import { createCutter, type CutJson } from './cutEvents.ts';
import type { Bytes } from './fetchPieces.ts';
import type { ReadFailure } from './format.ts';
import { invalid, notJson, readText } from './readText.ts';
import { problemAt } from './sourceFile.ts';
import { mendTexts, wellFormed } from './wellFormed.ts';

export interface LargeJson {
  take(piece: Bytes): void;
  /** How many events have come. */
  eventsSoFar(): number;
  /**
   * Reads what came, with a pause after each few hundred events. Packed; or as one dataset where the file is
   * JSON of another make than most, such as with two lists of events.
   */
  read(
    visitor: EventsVisitor,
    pause: (eventsRead: number, eventsTotal: number) => Promise<void>,
  ): Promise<Result<ParsedPacked | ParsedDataset, ReadFailure>>;
  /** What came, byte for byte. */
  bytes(): readonly Bytes[];
}

/** `segmentBytes` is how much is read between two pauses; as is best where it is left out. */
export function createLargeJson(segmentBytes?: number): LargeJson {
  const cutter = createCutter(segmentBytes);
  return {
    take: (piece) => cutter.take(piece),
    eventsSoFar: () => cutter.eventsSoFar(),
    bytes: () => cutter.bytes(),
    async read(visitor, pause) {
      const cut = cutter.finish();
      const file = cut === null ? null : packedFile(cut);
      if (cut === null || file === null) return readWhole(cutter.bytes(), cut);
      let eventsRead = 0;
      try {
        const reading = parsePacked(file, mendTexts, {
          begin(lists, total) {
            eventsRead = 0;
            visitor.begin(lists, total);
          },
          onEvent(place, event) {
            eventsRead += 1;
            visitor.onEvent(place, event);
          },
          onLinks: (place, event, placeOf) => visitor.onLinks(place, event, placeOf),
          onCut: (place) => visitor.onCut(place),
        });
        const read = await oneByOne(reading, () => pause(eventsRead, cut.eventsTotal));
        return read.ok ? read : fail(invalid(read.error));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return readWhole(cutter.bytes(), cut);
      }
    },
  };
}

/** Null where what stands around the events is no JSON. */
function packedFile({ frame, segments, eventsTotal }: CutJson): PackedFile | null {
  try {
    return { frame: wellFormed(JSON.parse(frame), frame), segments, eventsTotal };
  } catch {
    // Whoever reads the whole says where.
    return null;
  }
}

/** As any file is read: that tells best what is wrong, and knows what to make of what is only unusual. */
function readWhole(
  pieces: readonly Bytes[],
  cut: CutJson | null,
): Result<ParsedDataset, ReadFailure> {
  let text: string;
  try {
    const decoder = new TextDecoder();
    text =
      pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  } catch {
    return fail(notJson('…', [faultIn(cut)]));
  }
  return readText(text);
}

/** What is wrong in a file that is too long for one text. */
function faultIn(cut: CutJson | null): Problem {
  let index = 0;
  for (const segment of cut?.segments ?? []) {
    const total = Math.max(0, segment.bounds.length - 1);
    if (isJson(textOf(segment))) index += total;
    else return faultAmong(segment, index);
  }
  return {
    place: '(the whole file)',
    found: 'a text of more than 512 MiB without one list of events that could be read by itself',
    expected: 'one list "events" with all of the events, and JSON around it',
    remedy: 'Save it again as JSON, or take a part of it, and open that.',
    severity: 'error',
  };
}

function faultAmong(segment: Segment, index: number): Problem {
  const total = Math.max(0, segment.bounds.length - 1);
  for (let i = 0; i < total; i += 1) {
    const text = textAt(segment, i);
    if (isJson(text)) continue;
    return { ...problemAt(text, new SyntaxError()), place: `events[${index + i}]` };
  }
  return { ...problemAt(textOf(segment), new SyntaxError()), place: `events[${index}]` };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
