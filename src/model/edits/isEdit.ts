/*
 * Whether a value has the shape of an edit: a journal may be damaged, or of another version of the program.
 * Knows: shapes. Must not know: what the records of an edit hold (applyEdit.ts checks those).
 */
import { isRecord } from '../schemaPart.ts';
import type { HistoryEdit } from './edits.ts';
import { HEAD_FIELDS, LISTS } from './lists.ts';

/** Nobody makes batches of batches of batches. */
const DEPTH_LIMIT = 20;

export function isEdit(value: unknown, depth = 0): value is HistoryEdit {
  if (!isRecord(value) || depth > DEPTH_LIMIT) return false;
  const { kind, list, edits, fields } = value;
  switch (kind) {
    case 'batch':
      return Array.isArray(edits) && edits.every((each) => isEdit(each, depth + 1));
    case 'head':
      return isRecord(fields) && Object.keys(fields).every((key) => HEAD_FIELDS.has(key));
    case 'insert':
      return isList(list) && isRecord(value['record']) && isPlace(value['at'] ?? 0);
    case 'replace':
      return isList(list) && isRecord(value['record']);
    case 'remove':
      return isList(list);
    default:
      return false;
  }
}

function isList(list: unknown): boolean {
  return typeof list === 'string' && Object.hasOwn(LISTS, list);
}

function isPlace(at: unknown): boolean {
  return typeof at === 'number' && !Number.isNaN(at);
}
