/*
 * What two records become when they turn out to be one, and how a record looks whose references have moved.
 * Knows: the fields of a history's records. Must not know: who refers to them.
 */
import type { HistoryEvent, Participation, Tie } from '../types.ts';
import type { RecordList } from './edits.ts';
import { idOf, LISTS } from './lists.ts';
import type { MergedList } from './plans.ts';
import { rewrite } from './rewrite.ts';

/**
 * The one that stays, with what only the other said: missing fields, names as aliases, wholes and roles of
 * both. Whatever would make it part of itself is left out.
 */
export function mergedRecord(
  list: MergedList,
  gone: object,
  stays: object,
  recordOf: (id: string) => object | undefined,
): object {
  const from = idOf(gone);
  const into = idOf(stays);
  const fields = LISTS[list].references.filter((field) => field.list === list);
  const leadsBack = (id: string): boolean => {
    const seen = new Set<string>();
    const ahead = [id];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (next === from || next === into) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      const around = recordOf(next);
      if (around !== undefined) ahead.push(...LISTS[list].wholesOf(around));
    }
    return false;
  };
  const isWhole = (steps: readonly (string | null)[]): boolean => steps[0] === LISTS[list].whole;
  const own = (record: object): object =>
    fields.reduce<object>(
      (rewritten, field) =>
        rewrite(rewritten, [field], (id) => {
          if (isWhole(field.steps)) return leadsBack(id) ? null : id;
          // An office held in oneself.
          return id === from || id === into ? null : id;
        }) ?? rewritten,
      record,
    );
  const both = (key: string): readonly unknown[] => [
    ...itemsOf(own(stays), key),
    ...itemsOf(own(gone), key),
  ];
  const name: unknown = Reflect.get(stays, 'name');
  const names = list === 'actors' ? [...both('aliases'), Reflect.get(gone, 'name')] : [];
  const lists = {
    aliases: distinct(names).filter((alias) => alias !== name),
    partOf: distinct(both('partOf')),
    roles: distinct(both('roles')),
  };
  // An empty list takes the place of one that has become empty, and is left out with it.
  const merged = { ...own(gone), ...own(stays), ...lists };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}

/** As it is written where references have moved; null where nothing is left to say. */
export function tidied(list: RecordList, record: object): object | null {
  if (list === 'events' && isEvent(record)) {
    return record.actors === undefined ? record : { ...record, actors: joined(record.actors) };
  }
  if (list === 'ties' && isTie(record)) return record.from === record.to ? null : record;
  return record;
}

// Records of a dataset hold what their list holds: a key that only one kind of record must have tells it.
function isEvent(record: object): record is HistoryEvent {
  return 'date' in record;
}

function isTie(record: object): record is Tie {
  return 'from' in record;
}

/** Entries of the same actor become one where they do not contradict each other. */
function joined(actors: readonly Participation[]): readonly Participation[] {
  const kept: Participation[] = [];
  for (const entry of actors) {
    const at = kept.findIndex((other) => agree(other, entry));
    const other = kept[at];
    if (other === undefined) kept.push(entry);
    else kept[at] = join(other, entry);
  }
  return kept;
}

function agree(a: Participation, b: Participation): boolean {
  const isSame = (key: 'role' | 'title'): boolean =>
    a[key] === undefined || b[key] === undefined || a[key] === b[key];
  return a.actor === b.actor && isSame('role') && isSame('title');
}

/** Whoever took part was not merely mentioned; what one entry says outright the other need not infer. */
function join(a: Participation, b: Participation): Participation {
  const { part: partA = 'took-part', inferred: inferredA, ...restA } = a;
  const { part: partB = 'took-part', inferred: inferredB, ...restB } = b;
  const part = [partA, partB].includes('took-part') ? 'took-part' : partA;
  return {
    ...restB,
    ...restA,
    ...(part === 'took-part' ? {} : { part }),
    ...(inferredA === true && inferredB === true ? { inferred: true } : {}),
  };
}

function itemsOf(record: object, key: string): readonly unknown[] {
  const items: unknown = Reflect.get(record, key);
  return Array.isArray(items) ? items : [];
}

function distinct(items: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = JSON.stringify(item);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}
