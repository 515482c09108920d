/*
 * Deleting a record with all that refers to it, or merging one into another, as one edit; and what it comes to.
 * Knows: which fields refer to which list. Must not know: who asks, how it is shown.
 */
import type { Dataset } from '../types.ts';
import type { HistoryEdit, RecordKey, RecordList } from './edits.ts';
import { idOf, LIST_NAMES, LISTS } from './lists.ts';
import { mergedRecord, tidied } from './merged.ts';
import { rewrite, type Rewriting } from './rewrite.ts';

/** The lists whose records others refer to, so that two of them can be one. */
export type MergedList = 'actors' | 'places' | 'themes' | 'sources';

export type Wish =
  | { readonly kind: 'delete'; readonly list: RecordList; readonly key: RecordKey }
  /** `from` is gone afterwards: what referred to it refers to `into`. */
  | {
      readonly kind: 'merge';
      readonly list: MergedList;
      readonly from: string;
      readonly into: string;
    };

/** Records of one list that change along. */
export interface Effect {
  readonly list: RecordList;
  readonly total: number;
  /** Of the first few, as they are called; none where records have no name (ties). */
  readonly names: readonly string[];
}

export interface Plan {
  readonly edit: HistoryEdit;
  /** What refers to the record, beside the record itself. */
  readonly effects: readonly Effect[];
}

const NAMES_LIMIT = 5;

/** Null where a record of the wish is not there. */
export function planOf(dataset: Dataset, wish: Wish): Plan | null {
  if (wish.kind === 'delete') {
    const { list, key } = wish;
    const record = recordOf(dataset, list, key);
    if (record === null) return null;
    const id = idOf(record);
    const changes = id === null ? NO_CHANGES : changesOf(dataset, list, id, () => null, []);
    return planFrom(changes, [...changes.edits, { kind: 'remove', list, key }]);
  }
  const { list, from, into } = wish;
  const gone = recordOf(dataset, list, from);
  const stays = recordOf(dataset, list, into);
  if (gone === null || stays === null || from === into) return null;
  const records = new Map((dataset[list] ?? []).map((record) => [record.id, record]));
  const merged = mergedRecord(list, gone, stays, (id) => records.get(id));
  const to: Rewriting = (id) => (id === from ? into : id);
  const changes = changesOf(dataset, list, from, to, [from, into]);
  return planFrom(changes, [
    ...changes.edits,
    edit({ kind: 'replace', list, key: into, record: merged }),
    { kind: 'remove', list, key: from },
  ]);
}

interface Changes {
  readonly edits: readonly HistoryEdit[];
  readonly effects: readonly Effect[];
}

const NO_CHANGES: Changes = { edits: [], effects: [] };

/** What all records that refer to an id become, but for some of its own list. */
function changesOf(
  dataset: Dataset,
  target: RecordList,
  id: string,
  to: Rewriting,
  except: readonly string[],
): Changes {
  const edits: HistoryEdit[] = [];
  const effects: Effect[] = [];
  for (const list of LIST_NAMES) {
    const fields = LISTS[list].references.filter((field) => field.list === target);
    if (fields.length === 0) continue;
    const changed: object[] = [];
    const removals: HistoryEdit[] = [];
    const items: readonly object[] = dataset[list] ?? [];
    for (const [index, record] of items.entries()) {
      const ownId = idOf(record);
      if (list === target && ownId !== null && (ownId === id || except.includes(ownId))) continue;
      // Nothing may come to refer to itself.
      const rewritten = rewrite(record, fields, (each) => {
        const next = each === id ? to(each) : each;
        return list === target && next === ownId ? null : next;
      });
      if (rewritten === record) continue;
      changed.push(record);
      const key = ownId ?? index;
      const next = rewritten === null ? null : tidied(list, rewritten);
      if (next === null) removals.push({ kind: 'remove', list, key });
      else edits.push(edit({ kind: 'replace', list, key, record: next }));
    }
    // From the last to the first, so that an index still holds when its turn comes.
    edits.push(...removals.toReversed());
    if (changed.length > 0) {
      const names = changed.slice(0, NAMES_LIMIT).flatMap(nameOf);
      effects.push({ list, total: changed.length, names });
    }
  }
  return { edits, effects };
}

function planFrom({ effects }: Changes, edits: readonly HistoryEdit[]): Plan {
  const [only] = edits;
  return { edit: edits.length === 1 && only ? only : { kind: 'batch', edits }, effects };
}

function recordOf(dataset: Dataset, list: RecordList, key: RecordKey): object | null {
  const records: readonly object[] = dataset[list] ?? [];
  if (typeof key === 'number') return records[key] ?? null;
  return records.find((record) => idOf(record) === key) ?? null;
}

function nameOf(record: object): readonly string[] {
  const name: unknown = Reflect.get(record, 'title') ?? Reflect.get(record, 'name');
  return typeof name === 'string' ? [name] : [];
}

/** The record came out of the list, with other ids in it. */
function edit(replacing: {
  readonly kind: 'replace';
  readonly list: RecordList;
  readonly key: RecordKey;
  readonly record: object;
}): HistoryEdit {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return replacing as HistoryEdit;
}
