/*
 * Events as rows of the table: what the local engine would work out when it opens them is worked out here,
 * by the same code, and kept.
 * Knows: the local engine's columns, the table's. Must not know: files, servers.
 */
import { columnsOf, type Columns } from '../../src/engine/local/columns.ts';
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
import { scatter } from '../../src/model/idIndex.ts';
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
  const ranks = firstRanks(frame, vocabularies);
  return {
    *rows(events, firstSeat) {
      const seats = new Map(events.map(({ id }, place) => [id, firstSeat + place]));
      const around = wholesOf(events, survey).filter(({ event }) => !seats.has(event.id));
      for (const { event, seat } of around) seats.set(event.id, seat);
      const all = [...events, ...around.map(({ event }) => event)];
      const columns = columnsOf({ ...frame, events: all }, vocabularies);
      const { named, rootOf } = participationOf(columns);
      for (const event of events) {
        yield rowOf(event, columns.ordinalOf.get(event.id) ?? 0);
      }

      function rowOf(event: HistoryEvent, ordinal: number): EventValues {
        const { time, weights, facets } = columns;
        const startMs = time.starts[ordinal] ?? 0;
        const endMs = time.ends[ordinal] ?? 0;
        const weight = weights[ordinal] ?? 0;
        const entries = valuesAt(named, ordinal);
        const root = columns.events.at(rootOf[ordinal] ?? 0) ?? event;
        const valuesOf = (name: FacetName): readonly number[] =>
          valuesAt(facets[name].direct, ordinal);
        const valuesWithParts = (name: FacetName): readonly number[] =>
          valuesAt(facets[name].withParts, ordinal);
        // One literal: objects of so many parts that are put together bit by bit cost ten times as much.
        return {
          span: spanOf(startMs, endMs),
          ord: time.order[ordinal] ?? 0,
          endMs,
          seat: seats.get(event.id) ?? 0,
          startMs,
          anchorMs: time.anchors[ordinal] ?? 0,
          rank: rankOf(weight, scatter(event.id)),
          weight,
          happened: (event.status ?? 'happened') === 'happened' ? 1 : 0,
          root: seats.get(root.id) ?? 0,
          inFamily: event.partOf !== undefined || survey.wholes.has(event.id) ? 1 : 0,
          ownPlaces: event.places?.length ?? 0,
          organisation: valuesOf('organisation'),
          organisationAll: valuesWithParts('organisation'),
          person: valuesOf('person'),
          personAll: valuesWithParts('person'),
          place: valuesOf('place'),
          placeAll: valuesWithParts('place'),
          theme: valuesOf('theme'),
          themeAll: valuesWithParts('theme'),
          sector: valuesOf('sector'),
          kind: valuesOf('kind'),
          status: valuesOf('status'),
          tookPart: entries.filter((entry) => entry % 2 === 1).map((entry) => entry >>> 1),
          mentioned: entries.filter((entry) => entry % 2 === 0).map((entry) => entry >>> 1),
          actorsRank: ranks.ofActor(event.actors?.[0]?.actor),
          placesRank: ranks.ofValue('place', facets.place.direct, ordinal),
          themesRank: ranks.ofValue('theme', facets.theme.direct, ordinal),
          kindRank: ranks.ofValue('kind', facets.kind.direct, ordinal),
          titleKey: titleKeyOf(event.title),
          id: event.id,
          partOf: event.partOf ?? '',
          wholes: wholesOf([event], survey).map((whole) => whole.event.id),
          linksTo: event.links === undefined ? [] : [...new Set(event.links.map(({ to }) => to))],
          // The end of the title is always marked.
          text: `${fold(ownText(event))}\n`,
          names: namesText(columns, ordinal),
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

/** A plain list: making a typed one costs more than the few numbers in it. */
function valuesAt({ offsets, values }: Forward, ordinal: number): readonly number[] {
  const list: number[] = [];
  const end = offsets[ordinal + 1] ?? 0;
  for (let i = offsets[ordinal] ?? 0; i < end; i++) list.push(values[i] ?? 0);
  return list;
}

function namesText(columns: Columns, ordinal: number): string {
  return NAMED.flatMap((name) => {
    const { searchTexts, direct } = columns.facets[name];
    return valuesAt(direct, ordinal).map((value) => searchTexts[value] ?? '');
  }).join('\n');
}

/** Where an event stands in a list sorted by one of its columns: by the name of the first value in it. */
interface FirstRanks {
  ofActor(id: string | undefined): number;
  ofValue(name: 'place' | 'theme' | 'kind', forward: Forward, ordinal: number): number;
}

function firstRanks(frame: HistoryFrame, vocabularies: Vocabularies): FirstRanks {
  const nameOrder = nameOrderOf(frame);
  const actors = frame.actors ?? [];
  const actorNames = [...new Set(actors.map(({ name }) => name))];
  const actorRanks = nameOrder({ names: actorNames });
  // Two of one name stand in one place.
  const rankOfName = new Map(actorNames.map((name, i) => [name, actorRanks[i] ?? NO_RANK]));
  const rankOfActor = new Map(actors.map(({ id, name }) => [id, rankOfName.get(name) ?? NO_RANK]));
  const valueRanks = {
    place: nameOrder(vocabularies.place),
    theme: nameOrder(vocabularies.theme),
    kind: nameOrder(vocabularies.kind),
  };
  return {
    ofActor: (id) => rankOfActor.get(id ?? '') ?? NO_RANK,
    ofValue(name, { offsets, values }, ordinal) {
      const first = offsets[ordinal] ?? 0;
      if (first === offsets[ordinal + 1]) return NO_RANK;
      return valueRanks[name][values[first] ?? 0] ?? NO_RANK;
    },
  };
}
