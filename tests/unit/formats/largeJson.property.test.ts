/** A file read as it comes gives the same history and the same problems as one that is read whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLargeJson } from '../../../src/formats/largeJson.ts';
import { readText } from '../../../src/formats/readText.ts';
import { inOrder } from '../../../src/model/frame.ts';
import type { EventsVisitor } from '../../../src/model/parsePacked.ts';
import type { HistoryEvent } from '../../../src/model/types.ts';
import { aFile, piecesOf } from './largeFiles.ts';

interface Links {
  readonly place: number;
  readonly partOf: string | undefined;
  readonly links: HistoryEvent['links'];
}

/** Keeps what it was told last of each event. */
function rememberingVisitor(): EventsVisitor & { readonly seen: () => unknown } {
  let events: HistoryEvent[] = [];
  let links: Links[] = [];
  return {
    begin() {
      events = [];
      links = [];
    },
    onEvent(place, event) {
      events[place] = event;
    },
    onLinks(place, event) {
      links.push({ place, partOf: event.partOf, links: event.links });
    },
    onCut(at) {
      links = links.map((each) => (each.place === at ? { ...each, partOf: undefined } : each));
    },
    seen: () => ({ events: events.map(withoutLinks), links: links.filter(isLinked) }),
  };
}

function seenOf(events: readonly HistoryEvent[]): unknown {
  const links = events.map(({ partOf, links: own }, place) => ({ place, partOf, links: own }));
  return { events: events.map(withoutLinks), links: links.filter(isLinked) };
}

function withoutLinks({ partOf: _partOf, links: _links, ...own }: HistoryEvent): unknown {
  return own;
}

function isLinked({ partOf, links }: Links): boolean {
  return partOf !== undefined || links !== undefined;
}

describe('a file that is read as it comes', () => {
  it('is the same history, with the same problems, however it is cut', async () => {
    let packed = 0;
    await fc.assert(
      fc.asyncProperty(
        aFile,
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 64, 400, 1 << 18),
        async (text, sizes, segmentBytes) => {
          const bytes = new TextEncoder().encode(text);
          const large = createLargeJson(segmentBytes);
          for (const piece of piecesOf(bytes, sizes)) large.take(piece);
          const visitor = rememberingVisitor();
          const read = await large.read(visitor, () => Promise.resolve());
          const whole = readText(new TextDecoder().decode(bytes));

          const all = new Uint8Array(await new Blob([...large.bytes()]).arrayBuffer());
          expect(all).toEqual(bytes);
          expect(read.ok).toBe(whole.ok);
          if (!read.ok || !whole.ok) {
            expect(read).toEqual(whole);
            return;
          }
          const { warnings, warningsTotal, dataset } = whole.value;
          expect(read.value).toMatchObject({ warnings, warningsTotal });
          if ('dataset' in read.value) {
            expect(read.value.dataset).toEqual(dataset);
            return;
          }
          packed += 1;
          const { frame, events } = read.value;
          expect(inOrder(frame, [...events])).toEqual(dataset);
          expect(visitor.seen()).toEqual(seenOf(dataset.events));
          expect(events.length).toBe(dataset.events.length);
          for (const [place, event] of dataset.events.entries()) {
            expect(events.at(place)).toEqual(event);
            expect(events.ids.get(event.id)).toBe(place);
          }
        },
      ),
      { numRuns: 600 },
    );
    // Most of what is read at all is read as it comes.
    expect(packed).toBeGreaterThan(60);
  });
});
