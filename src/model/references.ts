/*
 * The rules between records: every reference resolves, and to something else; dates can be read.
 * Knows: which fields of a schema hold ids and dates, by their metadata. Must not know: files, the engine.
 */
import { readSpan } from './dates.ts';
import type { Path } from './problems.ts';
import type { Fault } from './repair.ts';
import { REFERS_TO } from './schema.ts';
import { isRecord, type SchemaPart } from './schemaPart.ts';

/** A field that holds ids of another list, or dates, anywhere in a record. */
export interface MarkedField {
  /** Keys from the record down; null stands for every item of a list. */
  readonly steps: readonly (string | null)[];
  /** How many of the steps lead to the part that is left out when the field is wrong; 0: the record. */
  readonly removable: number;
  /** The list that its ids are looked up in; null for a date. */
  readonly list: string | null;
}

/** All marked fields of a record, by a walk through its schema: once per list, not per record. */
export function markedFields(schema: SchemaPart): readonly MarkedField[] {
  const fields: MarkedField[] = [];
  const walk = (part: SchemaPart, steps: readonly (string | null)[], removable: number): void => {
    const inner = part.wrapped ?? part;
    const depth = part.type === 'exact_optional' ? steps.length : removable;
    for (const action of inner.pipe ?? []) {
      const { metadata } = action;
      if (typeof metadata !== 'object' || metadata === null) continue;
      const list: unknown = Reflect.get(metadata, REFERS_TO);
      fields.push({ steps, removable: depth, list: typeof list === 'string' ? list : null });
    }
    if (inner.item !== undefined) walk(inner.item, [...steps, null], steps.length + 1);
    for (const [key, entry] of Object.entries(inner.entries ?? {})) {
      walk(entry, [...steps, key], depth);
    }
  };
  walk(schema, [], 0);
  return fields;
}

/** By list, the ids that exist. */
export type KnownIds = ReadonlyMap<string, { has(id: string): boolean }>;

/** Lists up to here are compared item by item, longer ones by a set. */
const SHORT_LIST = 8;

/**
 * Tells at a glance that all references of a record hold and all its dates can be read: what a good file
 * of a million records pays. False only means that referenceFaults and unreadableDates have to look.
 */
export function soundCheck(
  fields: readonly MarkedField[],
  known: KnownIds,
  ownList: string,
): (record: object) => boolean {
  type Check = (value: unknown, ownId: unknown) => boolean;
  const checkFrom = ({ steps, list }: MarkedField, depth: number): Check => {
    const step = steps[depth];
    if (step === undefined) {
      if (list === null) return (text) => typeof text === 'string' && readSpan(text).ok;
      const ids = known.get(list);
      const isOwn = list === ownList;
      return (id, ownId) =>
        typeof id === 'string' && ids?.has(id) === true && !(isOwn && id === ownId);
    }
    const inner = checkFrom({ steps, list, removable: 0 }, depth + 1);
    if (step !== null) {
      return (value, ownId) =>
        !isRecord(value) || value[step] === undefined || inner(value[step], ownId);
    }
    const isLast = depth === steps.length - 1;
    return (value, ownId) => {
      if (!Array.isArray(value)) return true;
      for (let i = 0; i < value.length; i += 1) {
        if (!inner(value[i], ownId)) return false;
        if (isLast && (i > SHORT_LIST || value.indexOf(value[i]) !== i)) return false;
      }
      return true;
    };
  };
  const checks = fields.map((field) => checkFrom(field, 0));
  return (record) => {
    const ownId = isRecord(record) ? record['id'] : undefined;
    for (const check of checks) if (!check(record, ownId)) return false;
    return true;
  };
}

/** References of a record that lead nowhere, to the record itself or twice to the same. */
export function referenceFaults(
  record: object,
  fields: readonly MarkedField[],
  known: KnownIds,
  ownList: string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const ownId: unknown = Reflect.get(record, 'id');
  for (const { steps, removable, list } of fields) {
    if (list === null) continue;
    const ids = known.get(list);
    eachValue(record, steps, (found, path, siblings) => {
      const isSelf = list === ownList && found === ownId;
      const isKnown = typeof found === 'string' && ids?.has(found) === true;
      const isRepeated = siblings?.has(found) === true;
      siblings?.add(found);
      if (isKnown && !isSelf && !isRepeated) return;
      faults.push({
        path: [...path],
        found,
        expected: isRepeated
          ? 'each id once'
          : isSelf
            ? `the id of another of the ${list}`
            : `the id of one of the ${list}`,
        mendedBy: removable === 0 ? null : path.slice(0, removable),
      });
    });
  }
  return faults;
}

export interface UnreadableDate {
  readonly path: Path;
  readonly text: string;
  /** In words for the user. */
  readonly error: string;
}

/** Dates of a record that cannot be read. They stay as they are: what to show is for others to say. */
export function unreadableDates(
  record: object,
  fields: readonly MarkedField[],
): readonly UnreadableDate[] {
  const unreadable: UnreadableDate[] = [];
  for (const { steps, list } of fields) {
    if (list !== null) continue;
    eachValue(record, steps, (text, path) => {
      if (typeof text !== 'string') return;
      const read = readSpan(text);
      if (!read.ok) unreadable.push({ path: [...path], text, error: read.error });
    });
  }
  return unreadable;
}

/**
 * Calls `visit` with every value that the steps lead to, its path (one array, changed as it goes: copy it
 * to keep it), and for an item of a list the set of items before it (for the caller to fill).
 */
function eachValue(
  record: object,
  steps: readonly (string | null)[],
  visit: (value: unknown, path: Path, siblings: Set<unknown> | null) => void,
): void {
  const path: (string | number)[] = [];
  const walk = (value: unknown, depth: number, siblings: Set<unknown> | null): void => {
    const step = steps[depth];
    if (step === undefined) {
      visit(value, path, siblings);
    } else if (step === null) {
      if (!Array.isArray(value)) return;
      const before = depth === steps.length - 1 && value.length > 1 ? new Set() : null;
      for (let i = 0; i < value.length; i += 1) {
        path.push(i);
        walk(value[i], depth + 1, before);
        path.pop();
      }
    } else if (isRecord(value)) {
      const inner = value[step];
      if (inner === undefined) return;
      path.push(step);
      walk(inner, depth + 1, null);
      path.pop();
    }
  };
  walk(record, 0, null);
}
