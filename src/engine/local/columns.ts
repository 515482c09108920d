/*
 * A history as columns: what every question of the local engine is answered from.
 * Knows: the dataset, and how it lies in columns. Must not know: questions, answers, who asks.
 */
import { dateOf } from '../../model/dates.ts';
import type { Dataset, DateInfo, Edtf, HistoryEvent } from '../../model/types.ts';
import { allBits, EventSet } from './bits.ts';
import { radixOrder } from './radix.ts';
import { timeColumns, type TimeColumns } from './time.ts';
import {
  facetsOf,
  kindsOf,
  TREE_DEPTH,
  vocabulariesOf,
  type Facets,
  type Vocabularies,
} from './vocabulary.ts';

export interface Columns {
  readonly dataset: Dataset;
  /** By ordinal, which is by time. */
  readonly events: readonly HistoryEvent[];
  readonly all: EventSet;
  readonly time: TimeColumns;
  readonly facets: Facets;
  readonly ordinalOf: ReadonlyMap<string, number>;
  /** 1 to 5. */
  readonly weights: Uint8Array;
  /** The events in the order in which they get room: the weightiest first. */
  readonly byRank: Uint32Array;
  /** The place of each event in byRank. */
  readonly rankOf: Uint32Array;
  /** An event's places, or those of what it is a part of. */
  placesOf(event: HistoryEvent): readonly string[];
  /** A date with its words; those asked for last are kept, as words cost more than all the rest. */
  dateOf(text: Edtf): DateInfo;
}

export const DEFAULT_WEIGHT = 3;
const DATES_KEPT = 20_000;

/**
 * Linear in the size of the dataset; one second or two for a million events. The vocabularies can be given
 * where the events are only some of a larger history, of which others may have been read before.
 */
export function columnsOf(
  dataset: Dataset,
  vocabularies: Vocabularies = vocabulariesOf(dataset, kindsOf(dataset.events)),
): Columns {
  const time = timeColumns(dataset.events.map((event) => event.date));
  const total = dataset.events.length;
  const ordinalAt = new Uint32Array(total);
  for (let ordinal = 0; ordinal < total; ordinal++) ordinalAt[time.places[ordinal] ?? 0] = ordinal;
  const events = dataset.events.slice();
  const ordinalOf = new Map<string, number>();
  const weights = new Uint8Array(total);
  const scattered = new Uint32Array(total);
  // In the order of the file, as events lie in memory: in that of time it would take twice as long.
  for (const [place, event] of dataset.events.entries()) {
    const ordinal = ordinalAt[place] ?? 0;
    events[ordinal] = event;
    ordinalOf.set(event.id, ordinal);
    weights[ordinal] = event.weight ?? DEFAULT_WEIGHT;
    scattered[ordinal] = scatter(event.id);
  }
  const eventOf = (id: string): HistoryEvent | undefined => events[ordinalOf.get(id) ?? -1];
  const placesOf = inheritedPlaces(eventOf);
  const byRank = ranked(weights, scattered);
  const rankOf = new Uint32Array(total);
  for (let rank = 0; rank < byRank.length; rank++) rankOf[byRank[rank] ?? 0] = rank;
  return {
    dataset,
    events,
    all: new EventSet(allBits(events.length)),
    time,
    facets: facetsOf(dataset, vocabularies, time, placesOf),
    ordinalOf,
    weights,
    byRank,
    rankOf,
    placesOf,
    dateOf: rememberedDates(),
  };
}

/** A part happens where its whole does, unless it says otherwise. Each chain is climbed once. */
function inheritedPlaces(
  eventOf: (id: string) => HistoryEvent | undefined,
): (event: HistoryEvent) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (event) => {
    const climbed: string[] = [];
    let places: readonly string[] | undefined;
    let at: HistoryEvent | undefined = event;
    while (places === undefined) {
      const own: readonly string[] = at?.places ?? [];
      const whole: string | undefined = climbed.length < TREE_DEPTH ? at?.partOf : undefined;
      if (at === undefined || own.length > 0 || whole === undefined) {
        places = own;
      } else {
        climbed.push(at.id);
        at = eventOf(whole);
        places = known.get(whole);
      }
    }
    for (const id of climbed) known.set(id, places);
    return places;
  };
}

/**
 * Weightiest first; among equals in an order that has nothing to do with time, so that when not all get
 * room, those that do are spread as the events are. It depends on ids alone: zooming and filtering never
 * reorder it, and another engine can have the same.
 */
function ranked(weights: Uint8Array, scattered: Uint32Array): Uint32Array {
  const lightness = new Uint32Array(weights.length);
  for (let i = 0; i < weights.length; i++) lightness[i] = 255 - (weights[i] ?? 0);
  return radixOrder(weights.length, [scattered, lightness]);
}

/**
 * A 32-bit number that looks like chance. Source: FNV-1a (Fowler, Noll, Vo, 1991) over UTF-16 code units,
 * then the finaliser of MurmurHash3 (Austin Appleby, 2011), as ids often differ in their last digit alone.
 */
export function scatter(id: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
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
