/*
 * Events as rows of the table: what the local engine would work out when it opens them is worked out here,
 * by the same code, and kept.
 * Knows: the local engine's columns, the table's. Must not know: files, servers.
 */
import { columnsOf, scatter, type Columns } from '../../src/engine/local/columns.ts';
import { nameOrderOf } from '../../src/engine/local/nameOrder.ts';
import { participationOf } from '../../src/engine/local/network/participation.ts';
import type { Forward } from '../../src/engine/local/postings.ts';
import { NAMED, ownText } from '../../src/engine/local/texts.ts';
import { fold } from '../../src/engine/local/fold.ts';
import {
  TREE_DEPTH,
  vocabulariesOf,
  type Vocabularies,
} from '../../src/engine/local/vocabulary.ts';
import { NO_RANK, rankOf, spanOf, type EventValues } from '../../src/engine/remote/columns.ts';
import type { FacetName } from '../../src/engine/port.ts';
import type { Dataset, HistoryEvent } from '../../src/model/types.ts';
import { titleKeyOf } from './titleKey.ts';

/** All of a history but its events. */
export type HistoryFrame = Omit<Dataset, 'events'>;

/** What must be known of all events before a row of any can be written. */
export interface Survey {
  readonly eventsTotal: number;
  /** In order of first appearance. */
  readonly kinds: readonly string[];
  /** The events that others are parts of, with their seats. */
  readonly wholes: ReadonlyMap<string, { readonly event: HistoryEvent; readonly seat: number }>;
}

/** Reads the events once, and once more where some are parts of others. */
export async function surveyOf(
  eventsOf: () => Iterable<HistoryEvent> | AsyncIterable<HistoryEvent>,
): Promise<Survey> {
  const kinds = new Set<string>();
  const wanted = new Set<string>();
  let eventsTotal = 0;
  for await (const { kind, partOf } of eventsOf()) {
    if (kind !== undefined) kinds.add(kind);
    if (partOf !== undefined) wanted.add(partOf);
    eventsTotal++;
  }
  const wholes = new Map<string, { event: HistoryEvent; seat: number }>();
  if (wanted.size > 0) {
    let seat = 0;
    for await (const event of eventsOf()) {
      if (wanted.has(event.id)) wholes.set(event.id, { event, seat });
      seat++;
    }
  }
  return { eventsTotal, kinds: [...kinds], wholes };
}

export interface RowMaker {
  /** The rows of events that stand side by side in the file, the first of them in this seat. */
  rows(events: readonly HistoryEvent[], firstSeat: number): Iterable<EventValues>;
}

export function rowMakerOf(frame: HistoryFrame, survey: Survey): RowMaker {
  const vocabularies = vocabulariesOf(frame, survey.kinds);
  const firstRank = firstRanks(frame, vocabularies);
  return {
    *rows(events, firstSeat) {
      const seats = new Map(events.map(({ id }, place) => [id, firstSeat + place]));
      const around = wholesOf(events, survey).filter(({ event }) => !seats.has(event.id));
      for (const { event, seat } of around) seats.set(event.id, seat);
      const all = [...events, ...around.map(({ event }) => event)];
      const columns = columnsOf({ ...frame, events: all }, vocabularies);
      const { named, rootOf } = participationOf(columns);
      for (const event of events) {
        const ordinal = columns.ordinalOf.get(event.id) ?? 0;
        const entries = valuesAt(named, ordinal);
        const root = columns.events[rootOf[ordinal] ?? 0] ?? event;
        yield {
          ...timeValues(columns, ordinal),
          seat: seats.get(event.id) ?? 0,
          rank: rankOf(columns.weights[ordinal] ?? 0, scatter(event.id)),
          weight: columns.weights[ordinal] ?? 0,
          happened: (event.status ?? 'happened') === 'happened' ? 1 : 0,
          root: seats.get(root.id) ?? 0,
          ownPlaces: event.places?.length ?? 0,
          ...facetValues(columns, ordinal),
          tookPart: entries.filter((entry) => entry % 2 === 1).map((entry) => entry >>> 1),
          mentioned: entries.filter((entry) => entry % 2 === 0).map((entry) => entry >>> 1),
          ...firstRank(columns, ordinal, event),
          titleKey: titleKeyOf(event.title),
          id: event.id,
          partOf: event.partOf ?? '',
          wholes: wholesOf([event], survey).map((whole) => whole.event.id),
          linksTo: [...new Set((event.links ?? []).map(({ to }) => to))],
          text: searchText(columns, ordinal, event),
          record: JSON.stringify(event),
        };
      }
    },
  };
}

/** The events that these are parts of, at any remove, nearest first. */
function wholesOf(
  events: readonly HistoryEvent[],
  { wholes }: Survey,
): readonly { readonly event: HistoryEvent; readonly seat: number }[] {
  const found = new Map<string, { readonly event: HistoryEvent; readonly seat: number }>();
  for (const { partOf } of events) {
    let at = wholes.get(partOf ?? '');
    for (let depth = 0; at !== undefined && depth < TREE_DEPTH; depth++) {
      found.set(at.event.id, at);
      at = wholes.get(at.event.partOf ?? '');
    }
  }
  return [...found.values()];
}

function timeValues(
  { time }: Columns,
  ordinal: number,
): Pick<EventValues, 'span' | 'ord' | 'startMs' | 'endMs' | 'anchorMs'> {
  const startMs = time.starts[ordinal] ?? 0;
  const endMs = time.ends[ordinal] ?? 0;
  return {
    span: spanOf(startMs, endMs),
    ord: time.order[ordinal] ?? 0,
    startMs,
    endMs,
    anchorMs: time.anchors[ordinal] ?? 0,
  };
}

function facetValues(
  { facets }: Columns,
  ordinal: number,
): Pick<EventValues, FacetName | 'organisationAll' | 'personAll' | 'placeAll' | 'themeAll'> {
  const direct = (name: FacetName): readonly number[] => valuesAt(facets[name].direct, ordinal);
  const all = (name: FacetName): readonly number[] => valuesAt(facets[name].withParts, ordinal);
  return {
    organisation: direct('organisation'),
    organisationAll: all('organisation'),
    person: direct('person'),
    personAll: all('person'),
    place: direct('place'),
    placeAll: all('place'),
    theme: direct('theme'),
    themeAll: all('theme'),
    sector: direct('sector'),
    kind: direct('kind'),
    status: direct('status'),
  };
}

/** A plain list: making a typed one costs more than the few numbers in it. */
function valuesAt({ offsets, values }: Forward, ordinal: number): readonly number[] {
  const list: number[] = [];
  const end = offsets[ordinal + 1] ?? 0;
  for (let i = offsets[ordinal] ?? 0; i < end; i++) list.push(values[i] ?? 0);
  return list;
}

function searchText(columns: Columns, ordinal: number, event: HistoryEvent): string {
  const own = fold(ownText(event));
  const names = NAMED.flatMap((name) => {
    const { searchTexts, direct } = columns.facets[name];
    return valuesAt(direct, ordinal).map((value) => searchTexts[value] ?? '');
  });
  // The end of the title is always marked.
  return [own, ...names, ''].join('\n');
}

/** Where an event stands in a list sorted by one of its columns: by the name of the first value in it. */
function firstRanks(
  frame: HistoryFrame,
  vocabularies: Vocabularies,
): (
  columns: Columns,
  ordinal: number,
  event: HistoryEvent,
) => Pick<EventValues, 'actorsRank' | 'placesRank' | 'themesRank' | 'kindRank'> {
  const nameOrder = nameOrderOf(frame);
  const actors = frame.actors ?? [];
  const actorNames = [...new Set(actors.map(({ name }) => name))];
  const actorRanks = nameOrder({ names: actorNames });
  // Two of one name stand in one place.
  const rankOfName = new Map(actorNames.map((name, i) => [name, actorRanks[i] ?? NO_RANK]));
  const rankOfActor = new Map(actors.map(({ id, name }) => [id, rankOfName.get(name) ?? NO_RANK]));
  const rankIn = (
    { facets }: Columns,
    name: 'place' | 'theme' | 'kind',
    ordinal: number,
  ): number => {
    const [first] = valuesAt(facets[name].direct, ordinal);
    return first === undefined ? NO_RANK : (nameOrder(vocabularies[name])[first] ?? NO_RANK);
  };
  return (columns, ordinal, event) => ({
    actorsRank: rankOfActor.get(event.actors?.[0]?.actor ?? '') ?? NO_RANK,
    placesRank: rankIn(columns, 'place', ordinal),
    themesRank: rankIn(columns, 'theme', ordinal),
    kindRank: rankIn(columns, 'kind', ordinal),
  });
}
