/*
 * The rules between the records of a history in the middle of an edit: references lead somewhere, nothing is
 * part of itself. Only what the edit can have broken is looked at.
 * Knows: drafts. Must not know: the edit itself.
 */
import { describe, placeOf, type ProblemList } from '../problems.ts';
import { referenceFaults, type KnownIds, type MarkedField } from '../references.ts';
import type { Draft } from './draft.ts';
import type { RecordList } from './edits.ts';
import { idOf, LIST_NAMES, LISTS } from './lists.ts';

export function checkRules(draft: Draft, problems: ProblemList): void {
  const known: KnownIds = new Map(
    LIST_NAMES.map((list) => [list, { has: (id: string) => draft.indexOf(list, id) !== -1 }]),
  );
  const lost = new Set<string>(LIST_NAMES.filter((list) => draft.hasLost(list)));
  for (const list of LIST_NAMES) {
    const { references } = LISTS[list];
    const put = draft.put(list);
    for (const [index, record] of put) {
      checkReferences(list, index, record, references, known, problems);
    }
    const loose = references.filter((field) => field.list !== null && lost.has(field.list));
    if (loose.length > 0) {
      const isPut = new Set(put.map(([, record]) => record));
      draft.items(list).forEach((record, index) => {
        if (!isPut.has(record)) checkReferences(list, index, record, loose, known, problems);
      });
    }
    for (const [index, record] of put) checkCircle(draft, list, index, record, problems);
  }
}

function checkReferences(
  list: RecordList,
  index: number,
  record: object,
  fields: readonly MarkedField[],
  known: KnownIds,
  problems: ProblemList,
): void {
  for (const { path, found, expected } of referenceFaults(record, fields, known, list)) {
    problems.add(() => ({
      place: placeOf(`${list}[${index}]`, path),
      found: describe(found),
      expected,
      remedy: '',
      severity: 'error',
    }));
  }
}

/** Every new circle leads through a record that was put in. */
function checkCircle(
  draft: Draft,
  list: RecordList,
  index: number,
  record: object,
  problems: ProblemList,
): void {
  const { kind, wholesOf, whole } = LISTS[list];
  const id = idOf(record);
  if (whole === null || id === null) return;
  const seen = new Set<string>();
  const ahead = [...wholesOf(record)];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === id) {
      problems.add(() => ({
        place: `${list}[${index}].${whole}`,
        found: describe(wholesOf(record)[0]),
        expected: `no circle: by it, the ${kind} would be part of itself`,
        remedy: '',
        severity: 'error',
      }));
      return;
    }
    if (seen.has(next)) continue;
    seen.add(next);
    const around = draft.items(list)[draft.indexOf(list, next)];
    if (around !== undefined) ahead.push(...wholesOf(around));
  }
}
