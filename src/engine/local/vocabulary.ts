/*
 * The values of each facet with their names, and which events have them, with and without their parts.
 * Knows: the dataset's lists and their trees. Must not know: queries, counts, what is asked.
 */
import type { Steps } from '../../base/steps.ts';
import type { Actor, Dataset } from '../../model/types.ts';
import { readSpan } from '../../model/dates.ts';
import type { FacetName } from '../port.ts';
import { fold } from './fold.ts';
import { saysWhere, STATUSES, type Gathered } from './gather.ts';
import {
  forwardOf,
  indexOf,
  mapped,
  reordered,
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
    status: vocabulary('status', STATUS_VALUES),
  };
}

/** `cast` is by time already. */
export function* facetsOf(
  { actors = [], places = [], themes = [] }: Omit<Dataset, 'events'>,
  vocabularies: Vocabularies,
  gathered: Gathered,
  { time, cast }: { readonly time: TimeColumns; readonly cast: Forward },
): Steps<Facets> {
  const { total } = gathered;
  const actorAt = placesById(actors);
  const byActor = mapped(
    cast,
    Int32Array.from({ length: actors.length * 2 }, (_, entry) => entry >>> 1),
    actors.length,
  );
  const actorWholes = actors.map((actor) =>
    (actor.partOf ?? []).flatMap(({ actor: id, date }) => wholeOf(actorAt.get(id), date)),
  );
  yield;
  const byActorWithParts = withWholes(byActor, actorWholes, time);
  yield;

  const ofActors = (values: Vocabulary): Facet => {
    const map = Int32Array.from(actors, (actor) => values.valueOf.get(actor.id) ?? -1);
    const valuesTotal = values.ids.length;
    return facet(values, mapped(byActor, map, valuesTotal), () =>
      byActorWithParts === byActor ? null : mapped(byActorWithParts, map, valuesTotal),
    );
  };
  const ofTree = (
    values: Vocabulary,
    inFile: Forward,
    wholeIdOf: readonly (string | undefined)[],
  ): Facet => {
    const forward = reordered(inFile, time.places);
    const wholes = wholeIdOf.map((id) => (id === undefined ? [] : wholeOf(values.valueOf.get(id))));
    return facet(values, forward, () => {
      const all = withWholes(forward, wholes, time);
      return all === forward ? null : all;
    });
  };
  /** `valueAt` gives -1 for an event without a value. */
  const ofWord = (values: Vocabulary, valueAt: (place: number) => number): Facet => {
    const forward = forwardOf(total, values.ids.length, (ordinal, add) => {
      const value = valueAt(time.places[ordinal] ?? 0);
      if (value >= 0) add(value);
    });
    return facet(values, forward);
  };

  const { sector, kind } = vocabularies;
  const sectorMap = Int32Array.from(
    actors,
    (actor) => sector.valueOf.get(actor.sector ?? '') ?? -1,
  );
  const kindMap = gathered.kinds.map((word) => kind.valueOf.get(word) ?? -1);
  const organisations = ofActors(vocabularies.organisation);
  yield;
  const people = ofActors(vocabularies.person);
  yield;
  const ofPlaces = ofTree(
    vocabularies.place,
    inheritedPlaces(gathered, places.length),
    places.map(({ within }) => within),
  );
  yield;
  const ofThemes = ofTree(
    vocabularies.theme,
    gathered.themes,
    themes.map(({ broader }) => broader),
  );
  yield;
  const ofSectors = facet(sector, mapped(byActor, sectorMap, sector.ids.length));
  yield;
  return {
    organisation: organisations,
    person: people,
    place: ofPlaces,
    theme: ofThemes,
    sector: ofSectors,
    kind: ofWord(kind, (place) => kindMap[(gathered.kindOf[place] ?? 0) - 1] ?? -1),
    status: ofWord(vocabularies.status, (place) => gathered.statusOf[place] ?? -1),
  };
}

/** A part happens where its whole does, unless it says otherwise. Each chain is climbed once. */
function inheritedPlaces(gathered: Gathered, valuesTotal: number): Forward {
  const { total, wholes, places } = gathered;
  if (wholes.every((whole) => whole < 0)) return places;
  /** The event whose places it has; -1 where it is not known yet. */
  const sources = new Int32Array(total).fill(-1);
  for (let place = 0; place < total; place++) {
    const climbed: number[] = [];
    let at = place;
    while (sources[at] === -1 && climbed.length < TREE_DEPTH) {
      const whole = wholes[at] ?? -1;
      if (saysWhere(gathered, at) || whole < 0) sources[at] = at;
      else {
        climbed.push(at);
        at = whole;
      }
    }
    // Where the climb was given up, the last one says nothing.
    const source = sources[at] === -1 ? at : (sources[at] ?? at);
    for (const below of climbed) sources[below] = source;
  }
  return forwardOf(total, valuesTotal, (place, add) => {
    const source = sources[place] ?? place;
    const end = places.offsets[source + 1] ?? 0;
    for (let i = places.offsets[source] ?? 0; i < end; i++) add(places.values[i] ?? 0);
  });
}

const STATUS_VALUES: readonly Value[] = STATUSES.map((id) => ({ id, name: capital(id) }));

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
    return { id, name: capital(id.replaceAll('-', ' ')) };
  });
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function placesById(values: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(values.map(({ id }, place) => [id, place]));
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
