/*
 * The one border that a dataset crosses: from an unknown value to a Dataset that can be trusted.
 * Knows: the order of the checks: version, head, records, references, circles, dates.
 * Must not know: files and formats, the engine, drawing.
 */
import type { InferOutput } from 'valibot';
import { fail, ok, type Result } from '../base/result.ts';
import { allAtOnce, type Steps } from '../base/steps.ts';
import { inOrder, type Frame } from './frame.ts';
import { ListedEvents } from './listedEvents.ts';
import { describe, ProblemList } from './problems.ts';
import { breakCycles, checkRecords, readRecords, reportDates, type Records } from './records.ts';
import { markedFields, type KnownIds } from './references.ts';
import { readRecord } from './repair.ts';
import {
  actorSchema,
  datasetSchema,
  eventSchema,
  headSchema,
  periodSchema,
  placeSchema,
  sceneSchema,
  sourceSchema,
  themeSchema,
  tieSchema,
} from './schema.ts';
import { isRecord } from './schemaPart.ts';
import type { Dataset, HistoryEvent, Problem } from './types.ts';
import { upgrade } from './upgrade.ts';

export interface ParsedDataset {
  readonly dataset: Dataset;
  /** What was left out (errors), cut or marked (warnings); a hundred of them, or as many as asked for. */
  readonly warnings: readonly Problem[];
  readonly warningsTotal: number;
  /** Where each kept record stood in its list: [0, 2] where the second of three events was left out. */
  readonly origins: Readonly<Record<RecordList, readonly number[]>>;
}

export type RecordList =
  'sources' | 'actors' | 'places' | 'themes' | 'events' | 'ties' | 'periods' | 'scenes';

export interface ParseFailure {
  /** Why there is no dataset; a hundred of them, or as many as asked for. */
  readonly problems: readonly Problem[];
  readonly total: number;
}

/**
 * Reads what JSON.parse returned. Bad records, fields and references are left out with a problem and
 * never stop a good file. A date that cannot be read stays, with a warning, and dates.ts says of it that
 * it covers all time. A failure: no object, an unknown version, no title, no list of events, or not one
 * event in it that can be read.
 * @param problemsKept how many problems keep their words
 */
export function parseDataset(
  value: unknown,
  problemsKept?: number,
): Result<ParsedDataset, ParseFailure> {
  const problems = new ProblemList(problemsKept);
  const reading = readFile(value, (raw) => new ListedEvents(raw, problems), problems);
  const read = allAtOnce(reading);
  if (!read.ok) return read;
  const { frame, origins, events } = read.value;
  return ok({
    dataset: inOrder(frame, events.records.items),
    warnings: problems.kept,
    warningsTotal: problems.total,
    origins: { ...origins, events: events.records.origins },
  });
}

/** The events of a file, however they are kept: read, then held to the rules between records. */
export interface EventRecords {
  read(lists: ReadLists): Steps<void>;
  /** How many the file has, and how many of them could be read. */
  readonly total: number;
  readonly keptTotal: number;
  readonly ids: { has(id: string): boolean };
  check(known: KnownIds): Steps<void>;
  breakCycles(): void;
}

/** What events refer to, read but not yet held to the rules between records. */
export interface ReadLists {
  readonly known: KnownIds;
  readonly actors: readonly InferOutput<typeof actorSchema>[];
  readonly places: readonly InferOutput<typeof placeSchema>[];
  readonly themes: readonly InferOutput<typeof themeSchema>[];
}

interface ReadFile<Events extends EventRecords> {
  readonly frame: Frame;
  readonly origins: Omit<ParsedDataset['origins'], 'events'>;
  readonly events: Events;
}

/** The order of all that is checked; `makeEvents` gets the file's list of events. */
export function* readFile<Events extends EventRecords>(
  value: unknown,
  makeEvents: (raw: readonly unknown[]) => Events,
  problems: ProblemList,
): Steps<Result<ReadFile<Events>, ParseFailure>> {
  if (!isRecord(value)) {
    return failure({
      place: 'the file',
      found: describe(value),
      expected: 'an object with version, title and events',
      remedy: 'Open a Threadline dataset.',
    });
  }
  const upgraded = upgrade(value);
  if (!upgraded.ok) return fail({ problems: [upgraded.error], total: 1 });
  const file = upgraded.value;

  const head = readRecord(headSchema, file, () => ({ kind: 'whole file', place: '' }), problems);
  if (head === null) return fail({ problems: problems.kept, total: problems.total });
  if (!Array.isArray(file['events'])) {
    return failure({
      place: 'events',
      found: describe(file['events']),
      expected: 'a list of events',
      remedy: 'Add "events": [ … ] to the file.',
    });
  }
  reportUnknownKeys(file, problems);

  const sources = readRecords('sources', 'source', sourceSchema, file['sources'], problems);
  const actors = readRecords('actors', 'actor', actorSchema, file['actors'], problems);
  const places = readRecords('places', 'place', placeSchema, file['places'], problems);
  const themes = readRecords('themes', 'theme', themeSchema, file['themes'], problems);
  const referred = [sources, actors, places, themes];
  const lists = new Map(referred.map(({ list, indexOfId }) => [list, indexOfId]));
  const events = makeEvents(file['events']);
  yield* events.read({
    known: lists,
    actors: actors.items,
    places: places.items,
    themes: themes.items,
  });
  const ties = readRecords('ties', 'tie', tieSchema, file['ties'], problems);
  const periods = readRecords('periods', 'period', periodSchema, file['periods'], problems);
  const scenes = readRecords('scenes', 'scene', sceneSchema, file['scenes'], problems);
  if (events.keptTotal === 0 && events.total > 0) {
    return fail({ problems: problems.kept, total: problems.total });
  }

  const known: KnownIds = new Map<string, { has(id: string): boolean }>([
    ...lists,
    ['events', events.ids],
  ]);
  reportDates(head, markedFields(headSchema), () => ({ kind: 'whole file', place: '' }), problems);
  for (const records of referred) checkRecords(records, known, problems);
  yield* events.check(known);
  for (const records of [ties, periods, scenes]) checkRecords(records, known, problems);
  holdTrees(actors, places, themes, problems);
  events.breakCycles();

  return ok({
    frame: {
      ...head,
      sources: sources.items,
      actors: actors.items,
      places: places.items,
      themes: themes.items,
      ties: ties.items,
      periods: periods.items,
      scenes: scenes.items,
    },
    origins: {
      sources: sources.origins,
      actors: actors.origins,
      places: places.origins,
      themes: themes.origins,
      ties: ties.origins,
      periods: periods.origins,
      scenes: scenes.origins,
    },
    events,
  });
}

/**
 * Events by themselves, as a database hands them over. What they refer to is not looked up: whoever reads
 * them must bear with an actor that is not there.
 */
export function parseEvents(values: readonly unknown[]): {
  readonly events: readonly HistoryEvent[];
  /** Where each stood among the values: one that cannot be read is left out. */
  readonly origins: readonly number[];
  readonly warnings: readonly Problem[];
} {
  const problems = new ProblemList();
  const { items, origins } = readRecords('events', 'event', eventSchema, values, problems);
  return { events: items, origins, warnings: problems.kept };
}

/** Nothing is part of itself, at any remove. */
function holdTrees(
  actors: Records<InferOutput<typeof actorSchema>>,
  places: Records<InferOutput<typeof placeSchema>>,
  themes: Records<InferOutput<typeof themeSchema>>,
  problems: ProblemList,
): void {
  const wholesOf = (actor: { partOf?: { actor: string }[] }): string[] =>
    actor.partOf?.map((whole) => whole.actor) ?? [];
  const maybe = (id: string | undefined): string[] => (id === undefined ? [] : [id]);
  breakCycles(
    actors,
    'partOf',
    wholesOf,
    (actor, whole) => {
      actor.partOf = actor.partOf?.filter((part) => part.actor !== whole) ?? [];
    },
    problems,
  );
  breakCycles(
    places,
    'within',
    (place) => maybe(place.within),
    (place) => {
      delete place.within;
    },
    problems,
  );
  breakCycles(
    themes,
    'broader',
    (theme) => maybe(theme.broader),
    (theme) => {
      delete theme.broader;
    },
    problems,
  );
}

/** Keys that a file may have: the fields and lists, and a reference to the JSON Schema. */
const KEYS: ReadonlySet<string> = new Set(['$schema', ...Object.keys(datasetSchema.entries)]);

function reportUnknownKeys(file: Readonly<Record<string, unknown>>, problems: ProblemList): void {
  for (const key of Object.keys(file)) {
    if (KEYS.has(key)) continue;
    problems.add(() => ({
      place: describe(key).slice(1, -1),
      found: describe(file[key]),
      expected: `one of ${[...KEYS].join(', ')}`,
      remedy: 'It was left out; the rest of the file is kept.',
      severity: 'warning',
    }));
  }
}

function failure(problem: Omit<Problem, 'severity'>): Result<never, ParseFailure> {
  return fail({ problems: [{ ...problem, severity: 'error' }], total: 1 });
}
