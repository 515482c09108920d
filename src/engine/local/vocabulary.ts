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

export interface Facet {
  readonly name: FacetName;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Name and aliases of each value, folded. */
  readonly searchTexts: readonly string[];
  readonly valueOf: ReadonlyMap<string, number>;
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

/** `placesOf` gives an event's places, inherited ones too. */
export function facetsOf(
  dataset: Dataset,
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
  const actors = dataset.actors ?? [];
  const places = dataset.places ?? [];
  const themes = dataset.themes ?? [];
  const actorAt = placesById(actors);
  const placeAt = placesById(places);
  const themeAt = placesById(themes);

  const byActor = listed(actors.length, (event, add) => {
    for (const { actor } of event.actors ?? []) addKnown(add, actorAt.get(actor));
  });
  const actorWholes = actors.map((actor) =>
    (actor.partOf ?? []).flatMap(({ actor: id, date }) => wholeOf(actorAt.get(id), date)),
  );
  const byActorWithParts = withWholes(byActor, actorWholes, time);

  const ofActors = (name: FacetName, kinds: readonly Actor['kind'][]): Facet => {
    const values = actors.filter((actor) => kinds.includes(actor.kind));
    const valueAt = placesById(values);
    const map = Int32Array.from(actors, (actor) => valueAt.get(actor.id) ?? -1);
    return facet(name, values, mapped(byActor, map, values.length), () =>
      byActorWithParts === byActor ? null : mapped(byActorWithParts, map, values.length),
    );
  };
  const ofTree = (
    name: FacetName,
    values: readonly Value[],
    idsOf: (event: HistoryEvent) => readonly string[],
    at: ReadonlyMap<string, number>,
    wholeIdOf: readonly (string | undefined)[],
  ): Facet => {
    const forward = listed(values.length, (event, add) => {
      for (const id of idsOf(event)) addKnown(add, at.get(id));
    });
    const wholes = wholeIdOf.map((id) => (id === undefined ? [] : wholeOf(at.get(id))));
    return facet(name, values, forward, () => {
      const all = withWholes(forward, wholes, time);
      return all === forward ? null : all;
    });
  };

  const sectors = wordValues(actors.map((actor) => actor.sector));
  const sectorAt = placesById(sectors);
  const sectorMap = Int32Array.from(actors, ({ sector }) =>
    sector === undefined ? -1 : (sectorAt.get(sector) ?? -1),
  );
  const kinds = wordValues(dataset.events.map((event) => event.kind));
  const kindAt = placesById(kinds);
  const statusAt = placesById(STATUSES);
  return {
    organisation: ofActors('organisation', ['organisation', 'group']),
    person: ofActors('person', ['person', 'office']),
    place: ofTree(
      'place',
      places,
      placesOf,
      placeAt,
      places.map(({ within }) => within),
    ),
    theme: ofTree(
      'theme',
      themes,
      (event) => event.themes ?? [],
      themeAt,
      themes.map(({ broader }) => broader),
    ),
    sector: facet('sector', sectors, mapped(byActor, sectorMap, sectors.length)),
    kind: facet(
      'kind',
      kinds,
      listed(kinds.length, ({ kind }, add) => {
        if (kind !== undefined) addKnown(add, kindAt.get(kind));
      }),
    ),
    status: facet(
      'status',
      STATUSES,
      listed(STATUSES.length, ({ status = 'happened' }, add) => {
        addKnown(add, statusAt.get(status));
      }),
    ),
  };
}

const STATUSES: readonly (Value & { readonly id: EventStatus })[] = [
  { id: 'happened', name: 'Happened' },
  { id: 'planned', name: 'Planned' },
  { id: 'unconfirmed', name: 'Unconfirmed' },
  { id: 'cancelled', name: 'Cancelled' },
  { id: 'postponed', name: 'Postponed' },
];

function facet(
  name: FacetName,
  values: readonly Value[],
  forward: Forward,
  withParts: () => Forward | null = () => null,
): Facet {
  const direct = indexOf(forward, values.length);
  const all = withParts();
  return {
    name,
    ids: values.map(({ id }) => id),
    names: values.map(({ name }) => name),
    searchTexts: values.map(({ name, aliases = [] }) => fold([name, ...aliases].join('\n'))),
    valueOf: placesById(values),
    direct,
    withParts: all === null ? direct : indexOf(all, values.length),
  };
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
