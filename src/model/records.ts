/*
 * Reads a whole list of records, and holds the rules between them, one list at a time.
 * Knows: how a record is read and mended. Must not know: which lists a dataset has.
 */
import type { GenericSchema, InferOutput } from 'valibot';
import { cleanCheck } from './cleanCheck.ts';
import { describe, placeOf, type ProblemList } from './problems.ts';
import {
  markedFields,
  referenceFaults,
  soundCheck,
  unreadableDates,
  type KnownIds,
  type MarkedField,
} from './references.ts';
import { mend, readRecord, type Fault, type RecordPlace } from './repair.ts';
import { isRecord } from './schemaPart.ts';
import { cycleEdges } from './trees.ts';
import type { Problem } from './types.ts';

/** The records of one list that could be read. */
export interface Records<Item extends object> {
  /** "events". */
  readonly list: string;
  /** "event". */
  readonly kind: string;
  readonly items: Item[];
  /** Where each item stood in the file. */
  readonly origins: number[];
  /** The index of each id among the items as they were read; empty where records have no ids. */
  readonly indexOfId: ReadonlyMap<string, number>;
  /** Where a record refers to others or holds dates. */
  readonly fields: readonly MarkedField[];
}

export function readRecords<Schema extends GenericSchema<unknown, object>>(
  list: string,
  kind: string,
  schema: Schema,
  value: unknown,
  problems: ProblemList,
): Records<InferOutput<Schema>> {
  const items: InferOutput<Schema>[] = [];
  const origins: number[] = [];
  const indexOfId = new Map<string, number>();
  const read = { list, kind, items, origins, indexOfId, fields: markedFields(schema) };
  if (value === undefined) return read;
  if (!Array.isArray(value)) {
    problems.add(() => ({
      place: list,
      found: describe(value),
      expected: 'a list',
      remedy: 'It was left out; the rest of the file is kept.',
      severity: 'warning',
    }));
    return read;
  }
  const isClean = cleanCheck(schema);
  for (let i = 0; i < value.length; i += 1) {
    const where = (): RecordPlace => ({ kind, place: `${list}[${i}]` });
    const raw: unknown = value[i];
    const item = isClean(raw) ? raw : readRecord(schema, raw, where, problems);
    if (item === null) continue;
    const id = isRecord(item) ? item['id'] : undefined;
    if (typeof id === 'string') {
      if (indexOfId.has(id)) {
        mend(item, [takenId(id, list)], where, problems);
        continue;
      }
      indexOfId.set(id, items.length);
    }
    items.push(item);
    origins.push(i);
  }
  return read;
}

/** What is wrong with a record whose id an earlier one has. */
export function takenId(id: string, list: string): Fault {
  return {
    path: ['id'],
    found: id,
    expected: `an id of its own among the ${list}`,
    mendedBy: null,
  };
}

/**
 * A record without what refers to nothing, to itself or twice to the same, as a copy where there is such;
 * null where it cannot be without. Says which of its dates cannot be read, too.
 */
export function mendReferences<Item extends object>(
  item: Item,
  { list, fields }: Pick<Records<Item>, 'list' | 'fields'>,
  known: KnownIds,
  where: () => RecordPlace,
  problems: ProblemList,
): Item | null {
  const faults = referenceFaults(item, fields, known, list);
  // A clean record is still the caller's own object, which is not changed.
  const own = faults.length > 0 ? structuredClone(item) : item;
  if (faults.length > 0 && !mend(own, faults, where, problems)) return null;
  reportDates(own, fields, where, problems);
  return own;
}

/**
 * Leaves out, in place, what refers to nothing, to itself or twice to the same (a record if need be), and
 * says which dates cannot be read.
 */
export function checkRecords(
  records: Records<object>,
  known: KnownIds,
  problems: ProblemList,
): void {
  const { list, kind, items, origins, fields } = records;
  const isSound = soundCheck(fields, known, list);
  let kept = 0;
  items.forEach((item, i) => {
    const origin = origins[i] ?? i;
    const where = (): RecordPlace => ({ kind, place: `${list}[${origin}]` });
    const sound = isSound(item) ? item : mendReferences(item, records, known, where, problems);
    if (sound === null) return;
    items[kept] = sound;
    origins[kept] = origin;
    kept += 1;
  });
  items.length = kept;
  origins.length = kept;
}

/** Leaves out, in place, every reference to a whole by which something would be part of itself. */
export function breakCycles<Item extends object>(
  { list, kind, items, origins, indexOfId }: Records<Item>,
  key: string,
  wholesOf: (item: Item) => readonly string[],
  leaveOut: (item: Item, whole: string) => void,
  problems: ProblemList,
): void {
  const idOf = new Map<number, string>();
  const parentsOf = (node: number): readonly number[] => {
    const item = items[node];
    if (item === undefined) return [];
    return wholesOf(item).flatMap((whole) => {
      const index = indexOfId.get(whole);
      if (index === undefined) return [];
      idOf.set(index, whole);
      return [index];
    });
  };
  for (const { from, to } of cycleEdges(items.length, parentsOf)) {
    const item = items[from];
    const whole = idOf.get(to);
    if (item === undefined || whole === undefined) continue;
    // A copy, since the caller's own object is not changed.
    const own = { ...item };
    leaveOut(own, whole);
    items[from] = own;
    problems.add(() => circleProblem(`${list}[${origins[from] ?? from}].${key}`, kind, whole));
  }
}

/** `place` is where the reference to the whole stands. */
export function circleProblem(place: string, kind: string, whole: string): Problem {
  return {
    place,
    found: describe(whole),
    expected: `no circle: by it, the ${kind} would be part of itself`,
    remedy: `It was left out; the rest of the ${kind} is kept.`,
    severity: 'warning',
  };
}

/** Says which dates cannot be read; they stay as they are. */
export function reportDates(
  record: object,
  fields: readonly MarkedField[],
  where: () => RecordPlace,
  problems: ProblemList,
): void {
  for (const { path, text, error } of unreadableDates(record, fields)) {
    problems.add(() => ({
      place: placeOf(where().place, path),
      found: describe(text),
      expected: 'a date such as 2013-07-22, 2013-07, 2014-12~ or 2013-12-13/2014-02',
      remedy: `${error} Its text is kept as it stands.`,
      severity: 'warning',
    }));
  }
}
