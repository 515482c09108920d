/*
 * A history as columns: what every question of the local engine is answered from.
 * Knows: the dataset, and how it lies in columns. Must not know: questions, answers, who asks.
 */
import { dateOf } from '../../model/dates.ts';
import type { Dataset, DateInfo, Edtf, HistoryEvent } from '../../model/types.ts';
import { allBits, EventSet } from './bits.ts';
import { radixOrder } from './radix.ts';
import { timeColumns, type TimeColumns } from './time.ts';
import { facetsOf, type Facets } from './vocabulary.ts';

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

/** Linear in the size of the dataset; one second or two for a million events. */
export function columnsOf(dataset: Dataset): Columns {
  const time = timeColumns(dataset.events.map((event) => event.date));
  const events: HistoryEvent[] = [];
  const ordinalOf = new Map<string, number>();
  for (const place of time.places) {
    const event = dataset.events[place];
    if (event === undefined) continue;
    ordinalOf.set(event.id, events.length);
    events.push(event);
  }
  const eventOf = (id: string): HistoryEvent | undefined => events[ordinalOf.get(id) ?? -1];
  const placesOf = (event: HistoryEvent): readonly string[] => placesWithin(event, eventOf);
  const weights = Uint8Array.from(events, (event) => event.weight ?? DEFAULT_WEIGHT);
  const byRank = ranked(events, weights);
  const rankOf = new Uint32Array(events.length);
  for (let rank = 0; rank < byRank.length; rank++) rankOf[byRank[rank] ?? 0] = rank;
  return {
    dataset,
    events,
    all: new EventSet(allBits(events.length)),
    time,
    facets: facetsOf(dataset, events, time, placesOf),
    ordinalOf,
    weights,
    byRank,
    rankOf,
    placesOf,
    dateOf: rememberedDates(),
  };
}

function placesWithin(
  event: HistoryEvent,
  eventOf: (id: string) => HistoryEvent | undefined,
): readonly string[] {
  let at: HistoryEvent | undefined = event;
  while (at !== undefined) {
    if (at.places !== undefined && at.places.length > 0) return at.places;
    at = at.partOf === undefined ? undefined : eventOf(at.partOf);
  }
  return [];
}

/**
 * Weightiest first; among equals in an order that has nothing to do with time, so that when not all get
 * room, those that do are spread as the events are. It depends on ids alone: zooming and filtering never
 * reorder it, and another engine can have the same.
 */
function ranked(events: readonly HistoryEvent[], weights: Uint8Array): Uint32Array {
  const scattered = Uint32Array.from(events, (event) => scatter(event.id));
  const lightness = Uint32Array.from(weights, (weight) => 255 - weight);
  return radixOrder(events.length, [scattered, lightness]);
}

/**
 * A 32-bit number that looks like chance. Source: FNV-1a (Fowler, Noll, Vo, 1991) over UTF-16 code units,
 * then the finaliser of MurmurHash3 (Austin Appleby, 2011), as ids often differ in their last digit alone.
 */
function scatter(id: string): number {
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
