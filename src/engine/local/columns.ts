/*
 * A history as columns: what every question of the local engine is answered from.
 * Knows: what was gathered of the events, and how it lies in columns. Must not know: questions, answers, who asks.
 */
import { allAtOnce, type Steps } from '../../base/steps.ts';
import { dateOf } from '../../model/dates.ts';
import type { EventList, Frame } from '../../model/frame.ts';
import type { IdMap } from '../../model/idIndex.ts';
import type { Dataset, DateInfo, Edtf, HistoryEvent } from '../../model/types.ts';
import { allBits, EventSet, hasBit, noBits, setBit } from './bits.ts';
import { Gatherer, saysWhere, type Gathered } from './gather.ts';
import { reordered, type Forward } from './postings.ts';
import { radixSteps } from './radix.ts';
import { timeColumns, type TimeColumns } from './time.ts';
import { facetsOf, vocabulariesOf, type Facets, type Vocabularies } from './vocabulary.ts';

export interface Columns {
  readonly dataset: Frame;
  /** By ordinal, which is by time. One may have to be read again for it: ask for few. */
  readonly events: { readonly length: number; at(ordinal: number): HistoryEvent | undefined };
  readonly all: EventSet;
  readonly time: TimeColumns;
  readonly facets: Facets;
  readonly ordinalOf: IdMap;
  /** 1 to 5. */
  readonly weights: Uint8Array;
  /** The events in the order in which they get room: the weightiest first. */
  readonly byRank: Uint32Array;
  /** The place of each event in byRank. */
  readonly rankOf: Uint32Array;
  /** Who is named, by event: a place in the list of actors × 2, plus 1 where the actor took part. */
  readonly cast: Forward;
  /** What each event is part of; -1 for nothing. */
  readonly wholes: Int32Array;
  /** Links between events, each at the same place in both lists. */
  readonly linksFrom: Uint32Array;
  readonly linksTo: Uint32Array;
  /** Whether the event itself says where it was. */
  readonly saysWhere: (ordinal: number) => boolean;
  /** All events, in the order of the file, which is how they lie in memory. */
  each(visit: (event: HistoryEvent, ordinal: number) => void): void;
  /** An event's places, or those of what it is a part of. */
  placesOf(event: HistoryEvent): readonly string[];
  /** A date with its words; those asked for last are kept, as words cost more than all the rest. */
  dateOf(text: Edtf): DateInfo;
}

const DATES_KEPT = 20_000;

/** A history whose events are at hand. */
export interface HeldHistory {
  readonly frame: Frame;
  readonly events: EventList;
  /** The place of an event in the list. */
  readonly ids: IdMap;
  readonly gathered: Gathered;
}

/** Linear in the size of the dataset; one second or two for a million events. */
export function columnsOf(dataset: Dataset, vocabularies?: Vocabularies): Columns {
  const { events, actors = [], places = [], themes = [] } = dataset;
  const gatherer = new Gatherer();
  gatherer.begin({ actors, places, themes }, events.length);
  for (const [place, event] of events.entries()) gatherer.onEvent(place, event);
  const ids = new Map(events.map(({ id }, place) => [id, place]));
  for (const [place, event] of events.entries()) {
    if (event.partOf !== undefined || event.links !== undefined) {
      gatherer.onLinks(place, event, ids);
    }
  }
  const held = { frame: dataset, events, ids, gathered: gatherer.gathered() };
  return allAtOnce(columnsFrom(held, vocabularies));
}

/**
 * The vocabularies can be given where the events are only some of a larger history, of which others may have
 * been read before.
 */
export function* columnsFrom(
  { frame, events: list, ids, gathered }: HeldHistory,
  vocabularies: Vocabularies = vocabulariesOf(frame, gathered.kinds),
): Steps<Columns> {
  const { total } = gathered;
  const time = yield* timeColumns(gathered.starts, gathered.ends);
  yield;
  const { places } = time;
  const ordinalAt = new Uint32Array(total);
  for (let ordinal = 0; ordinal < total; ordinal++) ordinalAt[places[ordinal] ?? 0] = ordinal;
  const weights = new Uint8Array(total);
  const scattered = new Uint32Array(total);
  const wholes = new Int32Array(total).fill(-1);
  const placed = noBits(total);
  for (let ordinal = 0; ordinal < total; ordinal++) {
    const place = places[ordinal] ?? 0;
    weights[ordinal] = gathered.weights[place] ?? 0;
    scattered[ordinal] = gathered.scattered[place] ?? 0;
    const whole = gathered.wholes[place] ?? -1;
    if (whole >= 0) wholes[ordinal] = ordinalAt[whole] ?? -1;
    if (saysWhere(gathered, place)) setBit(placed, ordinal);
  }
  yield;
  const byRank = yield* ranked(weights, scattered);
  const rankOf = new Uint32Array(total);
  for (let rank = 0; rank < byRank.length; rank++) rankOf[byRank[rank] ?? 0] = rank;
  yield;
  const cast = reordered(gathered.cast, places);
  const facets = yield* facetsOf(frame, vocabularies, gathered, { time, cast });
  const ordinalOf: IdMap = {
    get(id) {
      const place = ids.get(id);
      return place === undefined ? undefined : ordinalAt[place];
    },
    has: (id) => ids.has(id),
  };
  const { place: placeFacet } = facets;
  return {
    dataset: frame,
    events: { length: total, at: (ordinal) => list.at(places[ordinal] ?? total) },
    all: new EventSet(allBits(total)),
    time,
    facets,
    ordinalOf,
    weights,
    byRank,
    rankOf,
    cast,
    wholes,
    linksFrom: gathered.linksFrom.map((place) => ordinalAt[place] ?? 0),
    linksTo: gathered.linksTo.map((place) => ordinalAt[place] ?? 0),
    saysWhere: (ordinal) => hasBit(placed, ordinal),
    each(visit) {
      let place = 0;
      for (const event of list) visit(event, ordinalAt[place++] ?? 0);
    },
    placesOf(event) {
      const own = event.places ?? [];
      const ordinal = own.length > 0 ? undefined : ordinalOf.get(event.id);
      if (ordinal === undefined) return own;
      const { offsets, values } = placeFacet.direct;
      const inherited = values.subarray(offsets[ordinal], offsets[ordinal + 1]);
      return Array.from(inherited, (value) => placeFacet.ids[value] ?? '');
    },
    dateOf: rememberedDates(),
  };
}

/**
 * Weightiest first; among equals in an order that has nothing to do with time, so that when not all get
 * room, those that do are spread as the events are. It depends on ids alone: zooming and filtering never
 * reorder it, and another engine can have the same.
 */
function ranked(weights: Uint8Array, scattered: Uint32Array): Steps<Uint32Array> {
  const lightness = new Uint32Array(weights.length);
  for (let i = 0; i < weights.length; i++) lightness[i] = 255 - (weights[i] ?? 0);
  return radixSteps(weights.length, [scattered, lightness]);
}

function rememberedDates(): (text: Edtf) => DateInfo {
  const kept = new Map<Edtf, DateInfo>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const date = dateOf(text);
    if (kept.size >= DATES_KEPT) kept.clear();
    kept.set(text, date);
    return date;
  };
}
