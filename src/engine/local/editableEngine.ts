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

/** A history that stands, and the engine that answers from it. */
export interface Standing {
  readonly engine: Engine;
  /** All of it; where its events are packed, they are all read for it, and held as long as it is. */
  readonly dataset: () => Dataset;
  readonly record: (list: RecordList, key: RecordKey) => object | null;
  readonly whole: () => Uint8Array<ArrayBuffer>;
}

export function createEditableEngine(dataset: Dataset, warnings: readonly Problem[]): Engine {
  return editableFrom(standing(dataset, warnings), warnings);
}

/** An edit makes a dataset of what stands, with every event as an object, and leaves it so. */
export function editableFrom(first: Standing, warnings: readonly Problem[]): Engine {
  let present = first;
  let { engine } = first;
  const edited = (edit: HistoryEdit): Result<HistoryEdit, readonly Problem[]> => {
    const applied = applyEdit(present.dataset(), edit);
    if (!applied.ok) return fail(applied.error);
    // Made before anything is taken over: where it cannot be, the history is as it was.
    present = standing(applied.value.dataset, warnings);
    ({ engine } = present);
    return ok(applied.value.inverse);
  };
  const desk: HistoryDesk = {
    edit: (edit) => answered(() => edited(edit)),
    record: (list, key) => answered(() => recordIn(present, list, key)),
    plan: (wish) => answered(() => planOf(present.dataset(), wish)),
    whole: () => answered(() => present.whole()),
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

function standing(dataset: Dataset, warnings: readonly Problem[]): Standing {
  return {
    engine: createLocalEngine(dataset, warnings),
    dataset: () => dataset,
    record: (list, key) => recordOf(dataset[list] ?? [], key),
    whole: () => canonicalBytes(dataset, dataset.events),
  };
}

export function recordOf(records: readonly object[], key: RecordKey): object | null {
  const record =
    typeof key === 'number'
      ? records[key]
      : records.find((each) => Reflect.get(each, 'id') === key);
  return record ?? null;
}

function recordIn<List extends RecordList>(
  { record }: Standing,
  list: List,
  key: RecordKey,
): RecordOf[List] | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list holds its own records
  return record(list, key) as RecordOf[List] | null;
}
