/*
 * Saves what can be saved of a record: a bad optional field or list item is left out and the record
 * kept; only a record that lacks what it must have is lost.
 * Knows: the shape of schemas and valibot's issues. Must not know: which records and rules there are.
 */
import { safeParse, type BaseIssue, type GenericSchema, type InferOutput } from 'valibot';
import { describe, placeOf, type Path, type ProblemList } from './problems.ts';
import { CUT_AT } from './schema.ts';
import type { SchemaPart } from './schemaPart.ts';

export interface Fault {
  /** Where in the record it is. */
  readonly path: Path;
  readonly found: unknown;
  readonly expected: string;
  /** A number cuts a long text to so many characters; a path is left out (the part that the record can do without); null: nothing helps. */
  readonly mendedBy: number | Path | null;
}

/** A record's kind, for messages, and where it stands in the file. */
export interface RecordPlace {
  /** "event". */
  readonly kind: string;
  /** "events[3]"; empty for the file itself. */
  readonly place: string;
}

/**
 * A copy of the record as its schema has it, without unknown keys; null where it had to be left out. What
 * was left out or cut is added to the problems.
 */
export function readRecord<Schema extends GenericSchema>(
  schema: Schema,
  value: unknown,
  where: () => RecordPlace,
  problems: ProblemList,
): InferOutput<Schema> | null {
  const read = safeParse(schema, value, { abortPipeEarly: true });
  if (read.success) return read.output;
  const faults = read.issues.map((issue) => faultOf(schema, issue));
  // The output is a copy of ours already. Once its faults are gone, the schema has the last word.
  if (!mend(read.output, faults, where, problems)) return null;
  const mended = safeParse(schema, read.output);
  return mended.success ? mended.output : null;
}

/** Mends a record in place and adds its faults to the problems; false where it has to be left out. */
export function mend(
  record: unknown,
  faults: readonly Fault[],
  where: () => RecordPlace,
  problems: ProblemList,
): boolean {
  const fatal = faults.find(({ mendedBy }) => mendedBy === null);
  if (fatal !== undefined) {
    problems.add(() => ({
      ...foundIn(fatal, where().place),
      remedy: `The ${where().kind} was left out. Mend it in the file and open it again.`,
      severity: 'error',
    }));
    return false;
  }
  for (const fault of faults) {
    problems.add(() => ({
      ...foundIn(fault, where().place),
      remedy:
        typeof fault.mendedBy === 'number'
          ? 'It was cut there.'
          : `It was left out; the rest of the ${where().kind} is kept.`,
      severity: 'warning',
    }));
  }
  removeFaults(record, faults);
  return true;
}

function foundIn(fault: Fault, place: string) {
  return {
    place: placeOf(place, fault.path),
    found: describe(fault.found),
    expected: fault.expected,
  };
}

function faultOf(schema: SchemaPart, issue: BaseIssue<unknown>): Fault {
  const path: (string | number)[] = [];
  let part = schema;
  let removable: Path | null = null;
  for (const { key } of issue.path ?? []) {
    const step = typeof key === 'number' ? key : String(key);
    path.push(step);
    const around = part.wrapped ?? part;
    part = around.item ?? around.entries?.[step] ?? {};
    if (around.item !== undefined || part.type === 'exact_optional') removable = [...path];
  }
  const { message } = part.wrapped ?? part;
  return {
    path,
    found: issue.input,
    // valibot reports a missing key on the object around it: what the key itself should hold says more.
    expected: issue.input === undefined && typeof message === 'string' ? message : issue.message,
    mendedBy: cutOf(issue) ?? removable,
  };
}

/** To how many characters a text that is too long is cut; null for all other issues, and for ids. */
function cutOf({ type, requirement }: BaseIssue<unknown>): number | null {
  if (type !== 'max_length') return null;
  return CUT_AT.find((limit) => limit === requirement) ?? null;
}

const REMOVED = Symbol('removed');

/** Linear in the number of faults, however many there are. */
function removeFaults(record: unknown, faults: readonly Fault[]): void {
  const shortened = new Set<unknown[]>();
  for (const { path, mendedBy } of faults) {
    const target = typeof mendedBy === 'number' ? path : (mendedBy ?? path);
    const key = target.at(-1);
    const parent = valueAt(record, target.slice(0, -1));
    if (key === undefined || typeof parent !== 'object' || parent === null) continue;
    if (typeof mendedBy === 'number') {
      Reflect.set(parent, key, cut(Reflect.get(parent, key), mendedBy));
    } else if (Array.isArray(parent)) {
      // Marked first and taken out later, so that the paths of other faults still hold.
      Reflect.set(parent, key, REMOVED);
      shortened.add(parent);
    } else {
      Reflect.deleteProperty(parent, key);
    }
  }
  for (const list of shortened) {
    const kept = list.filter((item) => item !== REMOVED);
    list.length = 0;
    for (const item of kept) list.push(item);
  }
}

function valueAt(record: unknown, path: Path): unknown {
  let value = record;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function cut(value: unknown, limit: number): unknown {
  if (typeof value !== 'string') return value;
  // Half of a surrogate pair would be no character.
  return value.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
