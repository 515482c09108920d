/*
 * An engine whose history can be changed: after each edit a new local engine answers.
 * Knows: the local engine, how an edit is applied. Must not know: workers, files, the page.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Frame } from '../../model/frame.ts';
import type { HistoryEdit, RecordKey, RecordList, RecordOf } from '../../model/edits/edits.ts';
import type { Dataset, HistoryEvent, Problem } from '../../model/types.ts';
import type { Engine } from '../port.ts';
import type { HistoryDesk } from '../port/desk.ts';
import { createLocalEngine } from './localEngine.ts';

/** A history that stands, and the engine that answers from it. */
export interface Standing {
  readonly engine: Engine;
  readonly frame: Frame;
  readonly events: Iterable<HistoryEvent>;
  readonly record: (list: RecordList, key: RecordKey) => object | null;
  /** All of it; where its events are packed, they are all read for it, and held as long as it is. */
  readonly dataset: () => Dataset;
}

export function createEditableEngine(dataset: Dataset, warnings: readonly Problem[]): Engine {
  return editableFrom(standing(dataset, warnings), warnings);
}

/** An edit makes a dataset of what stands, with every event as an object, and leaves it so. */
export function editableFrom(first: Standing, warnings: readonly Problem[]): Engine {
  let present = first;
  /** The end of what the desk was asked last; null where it was asked nothing. */
  let last: Promise<void> | null = null;
  /** What the desk is asked is done in the order asked: a copy taken before an edit is without it. */
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const done = (last ?? Promise.resolve()).then(work);
    last = done.then(ignore, ignore);
    return done;
  };
  const ask = async <T>(question: (engine: Engine) => Promise<T>): Promise<T> => {
    await last;
    return question(present.engine);
  };
  const edited = async (edit: HistoryEdit): Promise<Result<HistoryEdit, readonly Problem[]>> => {
    const { applyEdit } = await import('./editing.ts');
    const applied = applyEdit(present.dataset(), edit);
    if (!applied.ok) return fail(applied.error);
    // Made before anything is taken over: where it cannot be, the history is as it was.
    present = standing(applied.value.dataset, warnings);
    return ok(applied.value.inverse);
  };
  const desk: HistoryDesk = {
    edit: (edit) => inTurn(() => edited(edit)),
    record: (list, key) => inTurn(() => recordIn(present, list, key)),
    plan: (wish) =>
      inTurn(async () => (await import('./editing.ts')).planOf(present.dataset(), wish)),
    whole: () =>
      inTurn(async () =>
        (await import('./editing.ts')).canonicalBytes(present.frame, present.events),
      ),
  };
  return {
    dataset: (signal) => ask((engine) => engine.dataset(signal)),
    facets: (question, signal) => ask((engine) => engine.facets(question, signal)),
    timeline: (question, signal) => ask((engine) => engine.timeline(question, signal)),
    statistics: (question, signal) => ask((engine) => engine.statistics(question, signal)),
    events: (question, signal) => ask((engine) => engine.events(question, signal)),
    related: (highlight, signal) => ask((engine) => engine.related(highlight, signal)),
    network: (question, signal) => ask((engine) => engine.network(question, signal)),
    neighbours: (question, signal) => ask((engine) => engine.neighbours(question, signal)),
    places: (question, signal) => ask((engine) => engine.places(question, signal)),
    details: (ref, signal) => ask((engine) => engine.details(ref, signal)),
    search: (question, signal) => ask((engine) => engine.search(question, signal)),
    desk,
    close: () => present.engine.close(),
  };
}

function ignore(): void {
  // Whoever asked is told.
}

function standing(dataset: Dataset, warnings: readonly Problem[]): Standing {
  return {
    engine: createLocalEngine(dataset, warnings),
    frame: dataset,
    events: dataset.events,
    record: (list, key) => recordOf(dataset[list] ?? [], key),
    dataset: () => dataset,
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
