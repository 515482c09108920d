/*
 * The values of each facet with their names, and which events have them, with and without their parts.
 * Knows: the dataset's lists and their trees. Must not know: queries, counts, what is asked.
 */
import type { Actor, Dataset, EventStatus, HistoryEvent } from '../../model/types.ts';
import { readSpan } from '../../model/dates.ts';
import type { FacetName } from '../port.ts';
import { fold } from './fold.ts';
import {
  forwardOf,
  indexOf,
  mapped,
  reordered,
  type AddValue,
  type Forward,
  type ValueIndex,
} from './postings.ts';
import type { TimeColumns } from './time.ts';

/** The values of a facet, whatever events have them. */
export interface Vocabulary {
  readonly name: FacetName;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Name and aliases of each value, folded. */
  readonly searchTexts: readonly string[];
  readonly valueOf: ReadonlyMap<string, number>;
}

export type Vocabularies = Readonly<Record<FacetName, Vocabulary>>;

export interface Facet extends Vocabulary {
  /** What an event says itself. */
  readonly direct: ValueIndex;
  /** The same with every whole of what it says; where the facet has no parts, the very same index. */
  readonly withParts: ValueIndex;
}

export type Facets = Readonly<Record<FacetName, Facet>>;

interface Value {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** For each value, its wholes, with the time for which that holds. */
type Wholes = readonly (readonly {
  readonly whole: number;
  readonly startMs: number;
  readonly endMs: number;
}[])[];

/** `kinds`: the kinds of events, in order of first appearance. */
export function vocabulariesOf(
  { actors = [], places = [], themes = [] }: Omit<Dataset, 'events'>,
  kinds: readonly string[],
): Vocabularies {
  const ofActors = (name: FacetName, actorKinds: readonly Actor['kind'][]): Vocabulary =>
    vocabulary(
      name,
      actors.filter(({ kind }) => actorKinds.includes(kind)),
    );
  return {
    organisation: ofActors('organisation', ['organisation', 'group']),
    person: ofActors('person', ['person', 'office']),
    place: vocabulary('place', places),
    theme: vocabulary('theme', themes),
    sector: vocabulary('sector', wordValues(actors.map(({ sector }) => sector))),
    kind: vocabulary('kind', wordValues(kinds)),
    status: vocabulary('status', STATUSES),
  };
}

/** `placesOf` gives an event's places, inherited ones too. */
export function facetsOf(
  dataset: Dataset,
  vocabularies: Vocabularies,
  time: TimeColumns,
  placesOf: (event: HistoryEvent) => readonly string[],
): Facets {
  /** Reads events as they lie in memory, in the order of the file: in that of time it takes twice as long. */
  const listed = (
    valuesTotal: number,
    visit: (event: HistoryEvent, add: AddValue) => void,
  ): Forward => {
    const { events } = dataset;
    const inFile = forwardOf(events.length, valuesTotal, (place, add) => {
      const event = events[place];
      if (event !== undefined) visit(event, add);
    });
    return reordered(inFile, time.places);
  };
  const { actors = [], places = [], themes = [] } = dataset;
  const actorAt = placesById(actors);

  const byActor = listed(actors.length, (event, add) => {
    for (const { actor } of event.actors ?? []) addKnown(add, actorAt.get(actor));
  });
  const actorWholes = actors.map((actor) =>
    (actor.partOf ?? []).flatMap(({ actor: id, date }) => wholeOf(actorAt.get(id), date)),
  );
  const byActorWithParts = withWholes(byActor, actorWholes, time);

  const ofActors = (values: Vocabulary): Facet => {
    const map = Int32Array.from(actors, (actor) => values.valueOf.get(actor.id) ?? -1);
    const total = values.ids.length;
    return facet(values, mapped(byActor, map, total), () =>
      byActorWithParts === byActor ? null : mapped(byActorWithParts, map, total),
    );
  };
  const ofTree = (
    values: Vocabulary,
    idsOf: (event: HistoryEvent) => readonly string[],
    wholeIdOf: readonly (string | undefined)[],
  ): Facet => {
    const { valueOf } = values;
    const forward = listed(values.ids.length, (event, add) => {
      for (const id of idsOf(event)) addKnown(add, valueOf.get(id));
    });
    const wholes = wholeIdOf.map((id) => (id === undefined ? [] : wholeOf(valueOf.get(id))));
    return facet(values, forward, () => {
      const all = withWholes(forward, wholes, time);
      return all === forward ? null : all;
    });
  };
  const ofWord = (values: Vocabulary, wordOf: (event: HistoryEvent) => string | undefined): Facet =>
    facet(
      values,
      listed(values.ids.length, (event, add) => {
        const word = wordOf(event);
        if (word !== undefined) addKnown(add, values.valueOf.get(word));
      }),
    );

  const { sector } = vocabularies;
  const sectorMap = Int32Array.from(
    actors,
    (actor) => sector.valueOf.get(actor.sector ?? '') ?? -1,
  );
  return {
    organisation: ofActors(vocabularies.organisation),
    person: ofActors(vocabularies.person),
    place: ofTree(
      vocabularies.place,
      placesOf,
      places.map(({ within }) => within),
    ),
    theme: ofTree(
      vocabularies.theme,
      (event) => event.themes ?? [],
      themes.map(({ broader }) => broader),
    ),
    sector: facet(sector, mapped(byActor, sectorMap, sector.ids.length)),
    kind: ofWord(vocabularies.kind, ({ kind }) => kind),
    status: ofWord(vocabularies.status, ({ status = 'happened' }) => status),
  };
}

/** The kinds of events, in order of first appearance. */
export function kindsOf(events: Iterable<HistoryEvent>): readonly string[] {
  const kinds = new Set<string>();
  for (const { kind } of events) if (kind !== undefined) kinds.add(kind);
  return [...kinds];
}

const STATUSES: readonly (Value & { readonly id: EventStatus })[] = [
  { id: 'happened', name: 'Happened' },
  { id: 'planned', name: 'Planned' },
  { id: 'unconfirmed', name: 'Unconfirmed' },
  { id: 'cancelled', name: 'Cancelled' },
  { id: 'postponed', name: 'Postponed' },
];

function vocabulary(name: FacetName, values: readonly Value[]): Vocabulary {
  return {
    name,
    ids: values.map(({ id }) => id),
    names: values.map((value) => value.name),
    searchTexts: values.map((value) => fold([value.name, ...(value.aliases ?? [])].join('\n'))),
    valueOf: placesById(values),
  };
}

function facet(
  values: Vocabulary,
  forward: Forward,
  withParts: () => Forward | null = () => null,
): Facet {
  const total = values.ids.length;
  const direct = indexOf(forward, total);
  const all = withParts();
  return { ...values, direct, withParts: all === null ? direct : indexOf(all, total) };
}

/** Values that are nothing but a word, in order of first appearance: "law-enforcement" reads as "Law enforcement". */
function wordValues(words: readonly (string | undefined)[]): readonly Value[] {
  return [...new Set(words.filter((word) => word !== undefined))].map((id) => {
    const name = id.replaceAll('-', ' ');
    return { id, name: name.slice(0, 1).toUpperCase() + name.slice(1) };
  });
}

function placesById(values: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(values.map(({ id }, place) => [id, place]));
}

function addKnown(add: AddValue, value: number | undefined): void {
  if (value !== undefined) add(value);
}

function wholeOf(whole: number | undefined, date?: string): Wholes[number] {
  if (whole === undefined) return [];
  const span = date === undefined ? null : readSpan(date);
  // Undated, or with a date that cannot be read: it held whenever.
  if (span === null || !span.ok) return [{ whole, startMs: -Infinity, endMs: Infinity }];
  return [{ whole, startMs: span.value.startMs, endMs: span.value.endMs }];
}

/**
 * Wholes of wholes are followed so far: beyond the depth of any real organisation or map, and short enough
 * that a stranger's chain of 100,000 costs no more than it is worth.
 */
export const TREE_DEPTH = 64;

/**
 * Adds to each event the wholes of its values, and theirs in turn, where they held at the event's time.
 * The same list where nothing is part of anything.
 */
function withWholes(forward: Forward, wholes: Wholes, time: TimeColumns): Forward {
  if (wholes.every((list) => list.length === 0)) return forward;
  return forwardOf(time.starts.length, wholes.length, (event, add) => {
    const startMs = time.starts[event] ?? 0;
    const endMs = time.ends[event] ?? 0;
    const own = forward.values.subarray(forward.offsets[event], forward.offsets[event + 1]);
    let level: Iterable<number> = own;
    for (let depth = 0; depth < TREE_DEPTH; depth++) {
      const next: number[] = [];
      for (const value of level) {
        // Refused where it is there already, so that a ring ends too.
        if (!add(value)) continue;
        for (const up of wholes[value] ?? []) {
          if (up.startMs < endMs && startMs < up.endMs) next.push(up.whole);
        }
      }
      if (next.length === 0) break;
      level = next;
    }
  });
}
