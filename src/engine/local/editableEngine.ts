/*
 * An engine whose history can be changed: after each edit a new local engine answers.
 * Knows: the local engine, how an edit is applied. Must not know: workers, files, the page.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { applyEdit } from '../../model/edits/applyEdit.ts';
import type { HistoryEdit, RecordKey, RecordList, RecordOf } from '../../model/edits/edits.ts';
import { planOf } from '../../model/edits/plans.ts';
import { canonicalBytes } from '../../model/canonicalJson.ts';
import type { Dataset, Problem } from '../../model/types.ts';
import type { Engine } from '../port.ts';
import type { HistoryDesk } from '../port/desk.ts';
import { createLocalEngine } from './localEngine.ts';

export function createEditableEngine(dataset: Dataset, warnings: readonly Problem[]): Engine {
  let present = dataset;
  let engine = createLocalEngine(present, warnings);
  const edited = (edit: HistoryEdit): Result<HistoryEdit, readonly Problem[]> => {
    const applied = applyEdit(present, edit);
    if (!applied.ok) return fail(applied.error);
    // Made before anything is taken over: where it cannot be, the history is as it was.
    engine = createLocalEngine(applied.value.dataset, warnings);
    present = applied.value.dataset;
    return ok(applied.value.inverse);
  };
  const desk: HistoryDesk = {
    edit: (edit) => answered(() => edited(edit)),
    record: (list, key) => answered(() => recordOf(present, list, key)),
    plan: (wish) => answered(() => planOf(present, wish)),
    whole: () => answered(() => canonicalBytes(present)),
  };
  return {
    dataset: (signal) => engine.dataset(signal),
    facets: (question, signal) => engine.facets(question, signal),
    timeline: (question, signal) => engine.timeline(question, signal),
    statistics: (question, signal) => engine.statistics(question, signal),
    events: (question, signal) => engine.events(question, signal),
    related: (highlight, signal) => engine.related(highlight, signal),
    network: (question, signal) => engine.network(question, signal),
    neighbours: (question, signal) => engine.neighbours(question, signal),
    places: (question, signal) => engine.places(question, signal),
    details: (ref, signal) => engine.details(ref, signal),
    search: (question, signal) => engine.search(question, signal),
    desk,
    close: () => engine.close(),
  };
}

/** Rejects where the work throws. */
function answered<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function recordOf<List extends RecordList>(
  dataset: Dataset,
  list: List,
  key: RecordKey,
): RecordOf[List] | null {
  const records: readonly object[] = dataset[list] ?? [];
  const record =
    typeof key === 'number'
      ? records[key]
      : records.find((each) => Reflect.get(each, 'id') === key);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list holds its own records
  return (record ?? null) as RecordOf[List] | null;
}
