/*
 * A dataset in the middle of an edit: its lists, copied when first changed, and what was put in or taken out.
 * Knows: lists of records with or without ids. Must not know: which rules hold, what is edited and why.
 */
import type { Dataset } from '../types.ts';
import type { HeadFields, RecordKey, RecordList } from './edits.ts';
import { HEAD_FIELDS, idOf, LIST_NAMES } from './lists.ts';

interface ChangedList {
  readonly items: object[];
  /** Records that were put in. */
  readonly put: Set<object>;
  /** Ids that were taken out, whether or not they are there again. */
  readonly taken: Set<string>;
}

export class Draft {
  readonly #dataset: Dataset;
  readonly #changed = new Map<RecordList, ChangedList>();
  /** Made when first needed, and again after records have moved. */
  readonly #indexes = new Map<RecordList, Map<string, number>>();
  #head: Readonly<Record<string, unknown>>;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    const fields = ['version', ...HEAD_FIELDS];
    this.#head = withoutGaps(
      fields.map((field): readonly unknown[] => [field, Reflect.get(dataset, field)]),
    );
  }

  /** The fields beside the lists. */
  get head(): object {
    return this.#head;
  }

  /** Changes fields, and gives back what stood in them. */
  setHead(fields: HeadFields): HeadFields {
    const before: Record<string, unknown> = {};
    for (const field of Object.keys(fields)) before[field] = this.#head[field] ?? null;
    this.#head = withoutGaps(Object.entries({ ...this.#head, ...fields }));
    return before;
  }

  items(list: RecordList): readonly object[] {
    return this.#changed.get(list)?.items ?? this.#dataset[list] ?? [];
  }

  /** What was put into the list and is still there, with its index. */
  put(list: RecordList): readonly (readonly [index: number, record: object])[] {
    const { items, put } = this.#changed.get(list) ?? { items: [], put: new Set() };
    if (put.size === 0) return [];
    return items.flatMap((record, index) => (put.has(record) ? [[index, record] as const] : []));
  }

  /** Whether the list has lost an id for good. */
  hasLost(list: RecordList): boolean {
    const { taken } = this.#changed.get(list) ?? { taken: new Set<string>() };
    return [...taken].some((id) => this.indexOf(list, id) === -1);
  }

  /** -1 where there is no such record. */
  indexOf(list: RecordList, key: RecordKey): number {
    if (typeof key === 'number') return this.items(list)[key] === undefined ? -1 : key;
    return this.#index(list).get(key) ?? -1;
  }

  insert(list: RecordList, at: number, record: object): void {
    const { items, put } = this.#own(list);
    put.add(record);
    const id = idOf(record);
    if (at < items.length) this.#indexes.delete(list);
    else if (id !== null) this.#indexes.get(list)?.set(id, at);
    items.splice(at, 0, record);
  }

  replace(list: RecordList, at: number, record: object): void {
    const { items, put } = this.#own(list);
    const before = items[at];
    if (before !== undefined) put.delete(before);
    put.add(record);
    items[at] = record;
  }

  remove(list: RecordList, at: number): void {
    const { items, put, taken } = this.#own(list);
    const [record] = items.splice(at, 1);
    this.#indexes.delete(list);
    if (record === undefined) return;
    put.delete(record);
    const id = idOf(record);
    if (id !== null) taken.add(id);
  }

  /** Head and records must have been read by their schemas before they came in here. */
  dataset(): Dataset {
    const lists = LIST_NAMES.map((list) => [
      list,
      this.#changed.get(list)?.items ?? this.#dataset[list],
    ]);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return { ...this.#head, ...withoutGaps(lists) } as unknown as Dataset;
  }

  #index(list: RecordList): Map<string, number> {
    const made = this.#indexes.get(list);
    if (made !== undefined) return made;
    const index = new Map<string, number>();
    for (const [at, record] of this.items(list).entries()) {
      const id = idOf(record);
      if (id !== null) index.set(id, at);
    }
    this.#indexes.set(list, index);
    return index;
  }

  #own(list: RecordList): ChangedList {
    const mine = this.#changed.get(list);
    if (mine !== undefined) return mine;
    const own = { items: [...(this.#dataset[list] ?? [])], put: new Set<object>() };
    const changed: ChangedList = { ...own, taken: new Set<string>() };
    this.#changed.set(list, changed);
    return changed;
  }
}

function withoutGaps(entries: readonly (readonly unknown[])[]): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    if (typeof key === 'string' && value !== undefined && value !== null) fields[key] = value;
  }
  return fields;
}
