/*
 * What a person does to a history, as commands: add, change, delete, merge.
 * Knows: edits, and the words for each command. Must not know: where the wish comes from, React, storage.
 */
import type { HistoryEdit, RecordKey, RecordList, RecordOf } from '../../model/edits/edits.ts';
import type { Plan } from '../../model/edits/plans.ts';

export interface HistoryCommand {
  /** In words that continue "Undo: ". */
  readonly words: string;
  readonly edit: HistoryEdit;
}

/** A record that is made along with another, such as an actor who is new in an event. */
export type AnyRecord = {
  readonly [List in RecordList]: { readonly list: List; readonly record: RecordOf[List] };
}[RecordList];

export const RECORD_WORDS: Readonly<Record<RecordList, string>> = {
  sources: 'source',
  actors: 'actor',
  places: 'place',
  themes: 'theme',
  events: 'event',
  ties: 'tie',
  periods: 'period',
  scenes: 'scene',
};

/** "3 events", "1 place". */
export function countedRecords(list: RecordList, total: number): string {
  return `${total.toLocaleString('en-GB')} ${RECORD_WORDS[list]}${total === 1 ? '' : 's'}`;
}

export function addRecord(added: AnyRecord, along: readonly AnyRecord[]): HistoryCommand {
  return {
    words: `add the ${RECORD_WORDS[added.list]}${quoted(nameOf(added.record))}`,
    edit: joined([...along, added].map(insertOf)),
  };
}

/** @param fields what was changed, as it is called beside its field: "Date", "Title" */
export function changeRecord(
  changed: AnyRecord,
  key: RecordKey,
  fields: readonly string[],
  along: readonly AnyRecord[],
): HistoryCommand {
  const what = fields.length === 1 ? `the ${(fields[0] ?? '').toLowerCase()} of ` : '';
  const name = quoted(nameOf(changed.record));
  return {
    words: `change ${what}the ${RECORD_WORDS[changed.list]}${name}`,
    edit: joined([...along.map(insertOf), replaceOf(changed, key)]),
  };
}

export function deleteRecord(list: RecordList, name: string, { edit }: Plan): HistoryCommand {
  return { words: `delete the ${RECORD_WORDS[list]}${quoted(name)}`, edit };
}

export function mergeRecords(from: string, into: string, { edit }: Plan): HistoryCommand {
  return { words: `merge “${clipped(from)}” into “${clipped(into)}”`, edit };
}

/** What a record is called; empty where it has no name. */
export function nameOf(record: object): string {
  const name: unknown = Reflect.get(record, 'title') ?? Reflect.get(record, 'name');
  return typeof name === 'string' ? name : '';
}

function insertOf({ list, record }: AnyRecord): HistoryEdit {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- list and record are a pair, which taking it apart forgets
  return { kind: 'insert', list, record } as HistoryEdit;
}

function replaceOf({ list, record }: AnyRecord, key: RecordKey): HistoryEdit {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- list and record are a pair, which taking it apart forgets
  return { kind: 'replace', list, key, record } as HistoryEdit;
}

function joined(edits: readonly HistoryEdit[]): HistoryEdit {
  const [only] = edits;
  return edits.length === 1 && only !== undefined ? only : { kind: 'batch', edits };
}

function quoted(name: string): string {
  return name === '' ? '' : ` “${clipped(name)}”`;
}

function clipped(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 60)}…`;
}
