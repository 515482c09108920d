/*
 * Reads a history whose events come as bytes, a segment at a time, and leaves them as bytes: the same border
 * as parse.ts, with the same history and the same problems at the end of it.
 * Knows: the border's checks and their order. Must not know: who waits between the steps, who else looks at the events.
 *
 *   once through all   shape, ids, references to other lists (known already), dates ─▶ onEvent
 *   then the few       references to other events, and whatever was not in order     ─▶ onLinks
 */
import { ok, type Result } from '../base/result.ts';
import type { Steps } from '../base/steps.ts';
import { cleanCheck } from './cleanCheck.ts';
import type { Frame } from './frame.ts';
import type { IdMap } from './idIndex.ts';
import { withoutWhole } from './listedEvents.ts';
import { PackedEvents, segmentOf, textAt, textOf, type Segment } from './packedEvents.ts';
import { readFile, type EventRecords, type ParseFailure, type ReadLists } from './parse.ts';
import { ProblemList } from './problems.ts';
import { circleProblem, mendReferences, takenId } from './records.ts';
import { markedFields, soundCheck, type KnownIds } from './references.ts';
import { mend, readRecord, type RecordPlace } from './repair.ts';
import { eventSchema } from './schema.ts';
import { cycleEdges } from './trees.ts';
import type { HistoryEvent, Problem } from './types.ts';

/** Looks at the events on their way, so that they need not be read again. */
export interface EventsVisitor {
  /** Once before the first event, and again where all will come again: some were mended since. */
  begin(lists: Pick<ReadLists, 'actors' | 'places' | 'themes'>, total: number): void;
  /** Each event in the order of the file; of what it refers to among events nothing is sure yet. */
  onEvent(place: number, event: HistoryEvent): void;
  /** Then each that is part of another or linked with others, in that order. */
  onLinks(place: number, event: HistoryEvent, placeOf: IdMap): void;
  /** This one is part of nothing after all. */
  onCut(place: number): void;
}

/** Mends texts in a parsed list in place; whether it may have. */
export type MendsTexts = (list: readonly unknown[], jsonText: string) => boolean;

export interface PackedFile {
  /** Without the elements of `events`. */
  readonly frame: unknown;
  readonly segments: readonly Segment[];
  readonly eventsTotal: number;
}

export interface ParsedPacked {
  readonly frame: Frame;
  readonly events: PackedEvents;
  readonly warnings: readonly Problem[];
  readonly warningsTotal: number;
}

/** Throws a SyntaxError where a segment is no JSON. It yields after each segment. */
export function* parsePacked(
  { frame, segments, eventsTotal }: PackedFile,
  mendTexts: MendsTexts,
  visitor: EventsVisitor,
): Steps<Result<ParsedPacked, ParseFailure>> {
  const problems = new ProblemList();
  const make = (): PackedRecords =>
    new PackedRecords(segments, eventsTotal, { mendTexts, visitor, problems });
  const read = yield* readFile(frame, make, problems);
  if (!read.ok) return read;
  return ok({
    frame: read.value.frame,
    events: read.value.events.packed,
    warnings: problems.kept,
    warningsTotal: problems.total,
  });
}

const RECORDS = { list: 'events', kind: 'event', fields: markedFields(eventSchema) } as const;
const DATE_FIELDS = RECORDS.fields.filter(({ list }) => list === null);
const OTHER_FIELDS = RECORDS.fields.filter(({ list }) => list !== null && list !== RECORDS.list);
/** Events that are mended wait until there are so many, since a segment is written anew for them. */
const MENDED_AT_ONCE = 1_000;

interface Helpers {
  readonly mendTexts: MendsTexts;
  readonly visitor: EventsVisitor;
  readonly problems: ProblemList;
}

class PackedRecords implements EventRecords {
  readonly packed = new PackedEvents();
  readonly total: number;
  readonly #segments: readonly Segment[];
  readonly #help: Helpers;
  /** For each event of the file that was left out, the place that the next one got. */
  readonly #leftOut: number[] = [];
  /** The events that are to be looked at once more. */
  readonly #pending: number[] = [];
  /** What each event is part of, by place; -1 for nothing. */
  #wholes = new Int32Array();
  readonly #mended = new Map<number, HistoryEvent>();
  #lists: ReadLists | null = null;
  /** Whether an event will be mended that others have seen. */
  #isSeenTooEarly = false;

  constructor(segments: readonly Segment[], total: number, help: Helpers) {
    this.#segments = segments;
    this.total = total;
    this.#help = help;
  }

  get ids(): { has(id: string): boolean } {
    return this.packed.ids;
  }

  get keptTotal(): number {
    return this.packed.length;
  }

  *read(lists: ReadLists): Steps<void> {
    const { visitor } = this.#help;
    this.#lists = lists;
    visitor.begin(lists, this.total);
    const isDated = soundCheck(DATE_FIELDS, lists.known, RECORDS.list);
    const isSound = soundCheck(OTHER_FIELDS, lists.known, RECORDS.list);
    let index = 0;
    for (const segment of this.#segments) {
      for (const [place, event] of this.#readSegment(segment, index)) {
        visitor.onEvent(place, event);
        if (!isSound(event)) this.#isSeenTooEarly = true;
        else if (!refersToEvents(event) && isDated(event)) continue;
        this.#pending.push(place);
      }
      index += Math.max(0, segment.bounds.length - 1);
      yield;
    }
  }

  /** The events of a segment that can be read, with their places; `index` is where it begins in the file. */
  #readSegment(segment: Segment, index: number): readonly (readonly [number, HistoryEvent])[] {
    const { mendTexts, problems } = this.#help;
    const text = textOf(segment);
    const parsed: unknown = JSON.parse(text);
    const raws: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
    const isMended = mendTexts(raws, text);
    let isAsItCame = !isMended;
    const texts: (() => string)[] = [];
    const kept: (readonly [number, HistoryEvent])[] = [];
    for (const [i, raw] of raws.entries()) {
      const where = (): RecordPlace => ({ kind: RECORDS.kind, place: `events[${index + i}]` });
      const isWhole = isClean(raw);
      const event = isWhole ? raw : readRecord(eventSchema, raw, where, problems);
      const place = event === null ? null : this.packed.announce(event.id);
      if (event !== null && place === null) {
        mend(event, [takenId(event.id, RECORDS.list)], where, problems);
      }
      isAsItCame &&= isWhole && place !== null;
      if (event === null || place === null) {
        this.#leftOut.push(this.packed.announcedTotal);
        continue;
      }
      kept.push([place, event]);
      texts.push(() => (isWhole && !isMended ? textAt(segment, i) : JSON.stringify(event)));
    }
    this.packed.push(isAsItCame ? segment : segmentOf(texts.map((make) => make())));
    return kept;
  }

  *check(known: KnownIds): Steps<void> {
    const { visitor, problems } = this.#help;
    const isSound = soundCheck(RECORDS.fields, known, RECORDS.list);
    const linked: number[] = [];
    let leftOut = 0;
    this.#wholes = new Int32Array(this.packed.length).fill(-1);
    for (const [i, place] of this.#pending.entries()) {
      const event = this.packed.at(place);
      if (event === undefined) continue;
      while ((this.#leftOut[leftOut] ?? Infinity) <= place) leftOut += 1;
      const index = place + leftOut;
      const where = (): RecordPlace => ({ kind: RECORDS.kind, place: `events[${index}]` });
      const sound = isSound(event)
        ? event
        : (mendReferences(event, RECORDS, known, where, problems) ?? event);
      if (sound !== event) this.#mend(place, sound);
      if (refersToEvents(sound)) {
        this.#wholes[place] = this.packed.ids.get(sound.partOf ?? '') ?? -1;
        if (this.#isSeenTooEarly) linked.push(place);
        else visitor.onLinks(place, sound, this.packed.ids);
      }
      if (i % MENDED_AT_ONCE === 0) yield;
    }
    this.#writeMended();
    if (this.#isSeenTooEarly) yield* this.#showAgain(linked);
  }

  *#showAgain(linked: readonly number[]): Steps<void> {
    const { visitor } = this.#help;
    if (this.#lists !== null) visitor.begin(this.#lists, this.packed.length);
    for (let at = 0; at < this.packed.segmentsTotal; at += 1) {
      const { first, events } = this.packed.inSegment(at);
      for (const [i, event] of events.entries()) visitor.onEvent(first + i, event);
      yield;
    }
    for (const [i, place] of linked.entries()) {
      const event = this.packed.at(place);
      if (event !== undefined) visitor.onLinks(place, event, this.packed.ids);
      if (i % MENDED_AT_ONCE === 0) yield;
    }
  }

  breakCycles(): void {
    const { visitor, problems } = this.#help;
    const wholes = this.#wholes;
    const parentsOf = (place: number): readonly number[] => {
      const whole = wholes[place] ?? -1;
      return whole < 0 ? NOTHING : [whole];
    };
    for (const { from } of cycleEdges(wholes.length, parentsOf)) {
      const event = this.packed.at(from);
      if (event?.partOf === undefined) continue;
      const index = from + this.#leftOut.filter((place) => place <= from).length;
      const whole = event.partOf;
      problems.add(() => circleProblem(`events[${index}].partOf`, RECORDS.kind, whole));
      const own = { ...event };
      withoutWhole(own);
      this.#mend(from, own);
      visitor.onCut(from);
    }
    this.#writeMended();
  }

  #mend(place: number, event: HistoryEvent): void {
    this.#mended.set(place, event);
    if (this.#mended.size >= MENDED_AT_ONCE) this.#writeMended();
  }

  #writeMended(): void {
    this.packed.replace(this.#mended);
    this.#mended.clear();
  }
}

const isClean = cleanCheck(eventSchema);
const NOTHING: readonly number[] = [];

function refersToEvents({ partOf, links }: HistoryEvent): boolean {
  return partOf !== undefined || links !== undefined;
}
