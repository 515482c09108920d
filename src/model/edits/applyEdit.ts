/*
 * Applies an edit to a history and says how it is taken back, or why it cannot be.
 * Knows: edits, the rules of a dataset. Must not know: who edits, where the dataset is held.
 * What it gives passes model/parse unchanged. An unreadable date is no reason to refuse: the border keeps
 * such dates too, and taking back the mending of one must be possible.
 */
import { assertNever } from '../../base/assertNever.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { ProblemList } from '../problems.ts';
import { readRecord } from '../repair.ts';
import { headSchema } from '../schema.ts';
import type { Dataset, Problem } from '../types.ts';
import { checkRules } from './checkRules.ts';
import { Draft } from './draft.ts';
import type { HistoryEdit, RecordEdit } from './edits.ts';
import { isEdit } from './isEdit.ts';
import { idOf, LISTS } from './lists.ts';

export interface EditedDataset {
  readonly dataset: Dataset;
  /** Applied to `dataset`, it gives back what was there before. */
  readonly inverse: HistoryEdit;
}

/** At most a hundred problems, each with the place of its field, such as `events[3].actors[0].actor`. */
export function applyEdit(
  dataset: Dataset,
  edit: HistoryEdit,
): Result<EditedDataset, readonly Problem[]> {
  if (!isEdit(edit)) {
    return fail([problem('the edit', 'another shape', 'an edit that this version knows')]);
  }
  const draft = new Draft(dataset);
  const problems = new ProblemList();
  const inverse = perform(draft, edit, problems);
  if (problems.total === 0) checkRules(draft, problems);
  if (problems.total > 0) return fail(problems.kept.map(refused));
  return ok({ dataset: draft.dataset(), inverse });
}

/** Does it as far as it can be done; the inverse is of use only where there are no problems. */
function perform(draft: Draft, edit: HistoryEdit, problems: ProblemList): HistoryEdit {
  switch (edit.kind) {
    case 'batch': {
      const inverses = edit.edits.map((each) => perform(draft, each, problems));
      return { kind: 'batch', edits: inverses.toReversed() };
    }
    case 'head': {
      const fields = draft.setHead(edit.fields);
      readRecord(headSchema, draft.head, () => ({ kind: 'history', place: '' }), problems);
      return { kind: 'head', fields };
    }
    case 'insert':
    case 'replace':
    case 'remove':
      return performOnRecord(draft, edit, problems);
    default:
      return assertNever(edit);
  }
}

function performOnRecord(draft: Draft, edit: RecordEdit, problems: ProblemList): HistoryEdit {
  const { list } = edit;
  const { kind } = LISTS[list];
  if (edit.kind === 'insert') {
    const last = draft.items(list).length;
    const at = Math.min(Math.max(Math.trunc(edit.at ?? last), 0), last);
    const record = read(edit, at, problems);
    if (record === null) return edit;
    const id = idOf(record);
    if (id !== null && draft.indexOf(list, id) !== -1) {
      problems.add(() => problem(`${list}[${at}].id`, id, `an id of its own among the ${list}`));
      return edit;
    }
    draft.insert(list, at, record);
    return { kind: 'remove', list, key: id ?? at };
  }
  const at = draft.indexOf(list, edit.key);
  const before = draft.items(list)[at];
  if (before === undefined) {
    problems.add(() => problem(list, String(edit.key), `the ${kind} that is to be changed`));
    return edit;
  }
  if (edit.kind === 'remove') {
    draft.remove(list, at);
    return typed({ kind: 'insert', list, at, record: before });
  }
  const record = read(edit, at, problems);
  if (record === null) return edit;
  const id = idOf(before);
  if (idOf(record) !== id) {
    problems.add(() => problem(`${list}[${at}].id`, idOf(record) ?? 'nothing', `the id ${id}`));
    return edit;
  }
  draft.replace(list, at, record);
  return typed({ kind: 'replace', list, key: id ?? at, record: before });
}

/** A copy of the record as its schema has it; null where it has problems. */
function read(
  { list, record }: Extract<RecordEdit, { readonly record: object }>,
  at: number,
  problems: ProblemList,
): object | null {
  const { schema, isClean, kind } = LISTS[list];
  // A copy all the same: a record that is put in twice is told apart by being another object.
  if (isClean(record)) return { ...record };
  const faults = new ProblemList();
  const read = readRecord(schema, record, () => ({ kind, place: `${list}[${at}]` }), faults);
  for (const fault of faults.kept) problems.add(() => fault);
  return faults.total === 0 ? read : null;
}

/** List and record came out of the same dataset. */
function typed(edit: {
  readonly kind: 'insert' | 'replace';
  readonly list: RecordEdit['list'];
  readonly at?: number;
  readonly key?: string | number;
  readonly record: object;
}): HistoryEdit {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return edit as HistoryEdit;
}

const REMEDY = 'Nothing was changed. Change this field, then save again.';

function problem(place: string, found: string, expected: string): Problem {
  return { place, found: `"${found}"`, expected, remedy: REMEDY, severity: 'error' };
}

/** The border's words for what it leaves out do not fit: here, nothing is done. */
function refused(problem: Problem): Problem {
  return { ...problem, remedy: REMEDY, severity: 'error' };
}
