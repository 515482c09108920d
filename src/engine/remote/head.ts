/*
 * What a database says of its history as a whole: all of it that is no event, and what was counted once.
 * Knows: how it is written, the model's border. Must not know: events, questions.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../base/result.ts';
import { parseDataset } from '../../model/parse.ts';
import type { Dataset, Problem } from '../../model/types.ts';
import { FACETS, type FacetName } from '../port.ts';
import { FORMAT } from './columns.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counts = v.array(count);
const totals = v.object({
  /** Events that have each value of a facet, without and with its parts. */
  direct: counts,
  all: counts,
  /** Events that have no value of it. */
  none: count,
});

const headSchema = v.object({
  format: v.literal(FORMAT),
  frame: v.looseObject({}),
  kinds: v.array(v.string()),
  eventsTotal: count,
  /** From the earliest to the latest closed end; null where all are open. */
  extent: v.nullable(v.object({ startMs: v.number(), endMs: v.number() })),
  totals: v.object({
    organisation: totals,
    person: totals,
    place: totals,
    theme: totals,
    sector: totals,
    kind: totals,
    status: totals,
  }),
  /** Events that name each actor, whether it took part or not. */
  named: counts,
  /** Events that happened and in which each actor took part. */
  acting: counts,
  /** How many events have which weight, the greatest first. */
  weights: v.array(v.tuple([v.number(), count])),
  warnings: v.array(
    v.object({
      place: v.string(),
      found: v.string(),
      expected: v.string(),
      remedy: v.string(),
      severity: v.picklist(['error', 'warning']),
    }),
  ),
});

type HeadAsWritten = v.InferOutput<typeof headSchema>;

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

export interface Head extends Deep<Omit<HeadAsWritten, 'weights' | 'warnings'>> {
  readonly weights: readonly (readonly [number, number])[];
  readonly warnings: readonly Problem[];
}

/** What is held here of a history that lies elsewhere. */
export interface HistoryHead extends Head {
  /** The history without its events; its vocabularies are whole. */
  readonly dataset: Dataset;
}

/** Fails in words. */
export function readHead(text: string): Result<HistoryHead, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('What the database says of its history cannot be read. Load it again.');
  }
  const format = formatOf(value);
  if (format !== null && format > FORMAT) {
    return fail(
      'This history was loaded by a newer version of the loader. Use a newer version of this program, or load it again.',
    );
  }
  if (format !== null && format < FORMAT) {
    return fail(
      'This history was loaded by an older version of the loader. Load it again, with --replace (docs/clickhouse.md).',
    );
  }
  const read = v.safeParse(headSchema, value);
  if (!read.success) {
    return fail('What the database says of its history cannot be read. Load it again.');
  }
  const parsed = parseDataset({ ...read.output.frame, events: [] });
  if (!parsed.ok) {
    return fail('What the database says of its history cannot be read. Load it again.');
  }
  return ok({ ...read.output, dataset: parsed.value.dataset });
}

function formatOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  return typeof value.format === 'number' ? value.format : null;
}

/** The facets that some event has a value of. */
export function facetsWithValues({ totals: of }: Head): readonly FacetName[] {
  return FACETS.filter((facet) => of[facet].direct.some((each) => each > 0));
}
