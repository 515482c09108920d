/*
 * What every reader ends in: its draft of a dataset crosses the model's border, and what the border has
 * to say is told in the file's own terms.
 * Knows: model/parse, the report. Must not know: any one format.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { parseDataset, type ParsedDataset, type RecordList } from '../model/parse.ts';
import type { Dataset, Problem } from '../model/types.ts';
import type { LeftOut, ReadFailure, Reading, ReadingReport } from './format.ts';

/** So many problems are kept with their words; the others are only counted. */
const PROBLEMS_KEPT = 10_000;

/** A part of the file, and the record that it became or became a part of. */
export interface Unit {
  /** "row 12", "timeline.date[3]". */
  readonly place: string;
  readonly list: RecordList;
  /** Of the record in the draft's list. */
  readonly index: number;
  /** As it came; asked for only where the border refuses the record. */
  readonly raw: () => string;
}

export interface Draft {
  /** The format, as id and as name. */
  readonly format: { readonly id: string; readonly name: string };
  /** As model/parse takes it: nothing in it is trusted. */
  readonly dataset: unknown;
  readonly unit: string;
  readonly unitsTotal: number;
  /** Those that became something, so that what the border refuses is listed as left out. */
  readonly units: readonly Unit[];
  /** The reader's own, which come before the border's. */
  readonly problems: readonly Problem[];
  readonly problemsTotal: number;
  /** What the reader itself had no use for. */
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
  /**
   * Where in the file a field of a record is: ('events', 3, 'date') to "row 5, column Date". Null leaves
   * the border's own words.
   */
  readonly placeOf?: (list: string, index: number, field: string) => string | null;
  /** What the reader has told in better words than the border's, and left for the border to count. */
  readonly isTold?: (list: string, index: number, field: string) => boolean;
}

export function readingOf(draft: Draft): Result<Reading, ReadFailure> {
  const parsed = parseDataset(draft.dataset, PROBLEMS_KEPT);
  if (!parsed.ok) {
    const { problems, total } = parsed.error;
    return fail({
      kind: 'invalid',
      message: `Read as ${draft.format.name}, the file does not hold a history. What is wrong and where is listed below.`,
      problems: [...draft.problems, ...worded(problems, draft)].slice(0, PROBLEMS_KEPT),
      problemsTotal: draft.problemsTotal + total,
    });
  }
  const { dataset, warnings, warningsTotal, origins } = parsed.value;
  return ok({
    dataset,
    report: {
      format: draft.format.id,
      unit: draft.unit,
      unitsTotal: draft.unitsTotal,
      ...countsOf(dataset),
      problems: [...draft.problems, ...worded(warnings, draft)].slice(0, PROBLEMS_KEPT),
      problemsTotal: draft.problemsTotal + warningsTotal,
      leftOut: [...draft.leftOut, ...refusedUnits(origins, draft.units)],
      notes: draft.notes,
    },
  });
}

function countsOf(
  dataset: Dataset,
): Pick<ReadingReport, 'eventsTotal' | 'actorsTotal' | 'tiesTotal'> {
  return {
    eventsTotal: dataset.events.length,
    actorsTotal: dataset.actors?.length ?? 0,
    tiesTotal: dataset.ties?.length ?? 0,
  };
}

function refusedUnits(origins: ParsedDataset['origins'], units: readonly Unit[]): LeftOut[] {
  const kept = new Map<RecordList, ReadonlySet<number>>();
  const isKept = ({ list, index }: Unit): boolean => {
    const indices = kept.get(list) ?? new Set(origins[list]);
    kept.set(list, indices);
    return indices.has(index);
  };
  return units.filter((unit) => !isKept(unit)).map(({ place, raw }) => ({ place, raw: raw() }));
}

function worded(problems: readonly Problem[], { placeOf, isTold }: Draft): readonly Problem[] {
  if (placeOf === undefined) return problems;
  return problems.flatMap((problem) => {
    const [, list, index, field = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/u.exec(problem.place) ?? [];
    if (list === undefined) return problem;
    if (isTold?.(list, Number(index), field) === true) return [];
    return { ...problem, place: placeOf(list, Number(index), field) ?? problem.place };
  });
}
