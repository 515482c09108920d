/*
 * A record while it is being written: texts as they were typed, and what they come to.
 * Knows: forms as data, written dates. Must not know: React, the schema (the border behind the desk has it).
 */
import type { Draft, Values } from '../../document/history/draft.ts';
import type { RecordKey } from '../../model/edits/edits.ts';
import { dateOf } from '../../model/dates.ts';
import { isRecord } from '../../model/schemaPart.ts';
import type { Problem } from '../../model/types.ts';
import { readWrittenDate } from '../../model/writtenDate.ts';
import { fieldsOf, type FieldSpec, type FormList } from './fields.ts';

export interface Target {
  readonly list: FormList;
  /** Null for a record that is new. */
  readonly key: RecordKey | null;
}

/** By path ("actors[0].role"), what is wrong there, in a sentence. */
export type FieldProblems = ReadonlyMap<string, string>;

export function targetKey({ list, key }: Target): string {
  return `${list}/${key === null ? 'new' : String(key)}`;
}

export function draftOf(list: FormList, record: object): Draft {
  const values = valuesOf(fieldsOf(list), record);
  return { original: values, values, along: [] };
}

export function isChanged({ original, values }: Draft): boolean {
  return JSON.stringify(original) !== JSON.stringify(values);
}

/** What stands in the fields at first. */
function valuesOf(fields: readonly FieldSpec[], record: object): Values {
  return Object.fromEntries(
    fields.map((field) => [field.key, valueOf(field, Reflect.get(record, field.key))]),
  );
}

function valueOf(field: FieldSpec, value: unknown): unknown {
  switch (field.kind) {
    case 'yes':
      return value === true;
    case 'references':
      return Array.isArray(value) ? value : [];
    case 'lines':
      return Array.isArray(value) ? value.join('\n') : '';
    case 'rows':
      return Array.isArray(value)
        ? value.map((row: unknown) => valuesOf(field.fields, isRecord(row) ? row : {}))
        : [];
    case 'choice': {
      // What holds where nothing is said may be said all the same.
      const isOffered = field.options.some(([option]) => option === value);
      return isOffered || field.otherwise === undefined ? textOf(value) : '';
    }
    case 'line':
    case 'text':
    case 'word':
    case 'date':
    case 'number':
    case 'reference':
      return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  }
}

/** A new row, or a new record, with nothing in it. */
export function blank(fields: readonly FieldSpec[]): Values {
  return valuesOf(fields, {});
}

export interface Written {
  /** By key, what the record is to hold; undefined where it says nothing. */
  readonly fields: Values;
  readonly problems: FieldProblems;
}

/** What the form comes to. Only what the schema cannot say in a form's own terms is a problem here. */
export function written(list: FormList, { values, original }: Draft): Written {
  const problems = new Map<string, string>();
  return { fields: writtenOf(fieldsOf(list), values, original, '', problems), problems };
}

function writtenOf(
  fields: readonly FieldSpec[],
  values: Values,
  original: Values,
  at: string,
  problems: Map<string, string>,
): Values {
  return Object.fromEntries(
    fields.map((field) => {
      const path = `${at}${field.key}`;
      const { [field.key]: value } = values;
      const { [field.key]: before } = original;
      return [field.key, writtenField(field, value, before, path, problems)];
    }),
  );
}

function writtenField(
  field: FieldSpec,
  value: unknown,
  before: unknown,
  path: string,
  problems: Map<string, string>,
): unknown {
  switch (field.kind) {
    case 'yes':
      return value === true ? true : undefined;
    case 'references':
      return Array.isArray(value) && value.length > 0 ? value : undefined;
    case 'lines': {
      const lines = textOf(value)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return lines.length > 0 ? [...new Set(lines)] : undefined;
    }
    case 'rows': {
      const rows: readonly unknown[] = Array.isArray(value) ? value : [];
      const beforeRows: readonly unknown[] = Array.isArray(before) ? before : [];
      const items = rows.map((row, i) => {
        const rowBefore = beforeRows[i];
        const item = writtenOf(
          field.fields,
          isRecord(row) ? row : {},
          isRecord(rowBefore) ? rowBefore : {},
          `${path}[${String(i)}].`,
          problems,
        );
        return withoutGaps(item);
      });
      return items.length > 0 ? items : undefined;
    }
    case 'date': {
      const text = textOf(value).trim();
      if (text === '') return undefined;
      const read = readWrittenDate(text);
      if (read.ok) return read.value;
      // What could not be read when the history was opened may stay so.
      if (text !== textOf(before).trim()) problems.set(path, read.error);
      return text;
    }
    case 'number': {
      const text = textOf(value).trim().replace(',', '.');
      if (text === '') return undefined;
      if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/iu.test(text)) return Number(text);
      problems.set(path, 'This is no number. Write it in digits, such as 12 or 0.5.');
      return text;
    }
    case 'line':
    case 'word': {
      const text = textOf(value).trim();
      return text === '' ? undefined : text;
    }
    case 'choice':
    case 'reference':
    case 'text': {
      const text = textOf(value);
      return text === '' ? undefined : text;
    }
  }
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function withoutGaps(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The fields whose value another one than at first was written in, by key, with their labels. */
export function changesOf(
  list: FormList,
  draft: Draft,
): { readonly fields: Values; readonly labels: readonly string[] } {
  const now = written(list, draft).fields;
  const before = written(list, { ...draft, values: draft.original }).fields;
  const changed = fieldsOf(list).filter(
    ({ key }) => JSON.stringify(now[key]) !== JSON.stringify(before[key]),
  );
  return {
    fields: Object.fromEntries(changed.map(({ key }) => [key, now[key]])),
    labels: changed.map(({ label }) => label),
  };
}

/** A value put somewhere into the form. */
export function withValue(
  values: Values,
  path: readonly (string | number)[],
  value: unknown,
): Values {
  const put = (inside: unknown, depth: number): unknown => {
    const step = path[depth];
    if (step === undefined) return value;
    if (typeof step === 'number') {
      const list: readonly unknown[] = Array.isArray(inside) ? inside : [];
      return list.with(step, put(list[step], depth + 1));
    }
    const record = isRecord(inside) ? inside : {};
    return { ...record, [step]: put(record[step], depth + 1) };
  };
  const next = put(values, 0);
  return isRecord(next) ? next : values;
}

/** "actors[0].role" */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number'
        ? `${text}[${String(step)}]`
        : text === ''
          ? step
          : `${text}.${step}`,
    '',
  );
}

/** What was refused, beside the fields of this record; what is not about one of them under the empty path. */
export function problemsOf(problems: readonly Problem[]): FieldProblems {
  return new Map(
    problems.map((problem) => {
      const path = /^[a-z]+\[\d+\]\.(.+)$/u.exec(problem.place)?.[1] ?? '';
      return [path, sentenceOf(problem)];
    }),
  );
}

export function sentenceOf({ found, expected, remedy, place }: Problem): string {
  if (!place.includes('['))
    return `${place}: ${expected} was expected, ${found} was found. ${remedy}`;
  const what = found === 'nothing' ? 'Nothing stands here' : `${found} stands here`;
  return `${what}; ${inForm(expected)} is needed.`;
}

/** The border speaks of files; nobody writes ids or quotation marks into a form. */
function inForm(expected: string): string {
  return expected
    .replace(/^(an|the) id\b.*$/u, 'a name from the list')
    .replace(/^a date in .*$/u, 'a date, such as 22 July 2013,')
    .replace(' in quotation marks', '');
}

/** What is wrong with a field; null where nothing is. */
export function problemAt(problems: FieldProblems, path: string): string | null {
  return problems.get(path) ?? null;
}

/** In words what a date means as it is written; null where nothing is written. */
export function dateMeant(text: string) {
  if (text.trim() === '') return null;
  const read = readWrittenDate(text);
  return read.ok
    ? { ok: true as const, date: dateOf(read.value) }
    : { ok: false as const, error: read.error };
}
