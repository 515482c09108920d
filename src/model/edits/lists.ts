/*
 * The lists of a dataset with what an edit must know of each: its schema, where its records refer to others.
 * Knows: the schema. Must not know: edits, files.
 */
import type { GenericSchema } from 'valibot';
import { cleanCheck } from '../cleanCheck.ts';
import { markedFields, type MarkedField } from '../references.ts';
import {
  actorSchema,
  eventSchema,
  periodSchema,
  placeSchema,
  sceneSchema,
  sourceSchema,
  themeSchema,
  tieSchema,
} from '../schema.ts';
import { isRecord } from '../schemaPart.ts';
import type { HeadField, RecordList } from './edits.ts';

export interface ListRules {
  /** "event". */
  readonly kind: string;
  readonly schema: GenericSchema<unknown, object>;
  readonly isClean: (value: unknown) => boolean;
  /** Where a record holds ids of other records; dates are not among them. */
  readonly references: readonly MarkedField[];
  /** The field that says what a record is part of; null where nothing is part of anything. */
  readonly whole: string | null;
  /** The ids in it; nothing may be part of itself. */
  readonly wholesOf: (record: object) => readonly string[];
}

const rules = (
  kind: string,
  schema: GenericSchema<unknown, object>,
  whole: string | null = null,
): ListRules => ({
  kind,
  schema,
  isClean: cleanCheck(schema),
  references: markedFields(schema).filter(({ list }) => list !== null),
  whole,
  wholesOf: (record) => (whole === null ? [] : idsIn(Reflect.get(record, whole))),
});

/** From "theme-1" or from [{ actor: "actor-1" }, …]. */
function idsIn(whole: unknown): readonly string[] {
  if (typeof whole === 'string') return [whole];
  if (!Array.isArray(whole)) return [];
  return whole.flatMap((part: unknown) => {
    const id = isRecord(part) ? part['actor'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

export const LISTS: Readonly<Record<RecordList, ListRules>> = {
  sources: rules('source', sourceSchema),
  actors: rules('actor', actorSchema, 'partOf'),
  places: rules('place', placeSchema, 'within'),
  themes: rules('theme', themeSchema, 'broader'),
  events: rules('event', eventSchema, 'partOf'),
  ties: rules('tie', tieSchema),
  periods: rules('period', periodSchema),
  scenes: rules('scene', sceneSchema),
};

// Known by the type above, which Object.keys forgets.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const LIST_NAMES = Object.keys(LISTS) as readonly RecordList[];

/** What is said of the history as a whole, beside its version. */
export const HEAD_FIELDS: ReadonlySet<string> = new Set<HeadField>([
  'title',
  'subtitle',
  'description',
  'language',
  'asOf',
  'licence',
]);

/** Null for a record of a list without ids. */
export function idOf(record: object): string | null {
  const id: unknown = Reflect.get(record, 'id');
  return typeof id === 'string' ? id : null;
}
