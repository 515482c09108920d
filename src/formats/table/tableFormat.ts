/*
 * Any table as one of the formats: by the best guess where nobody says what its columns are.
 * Knows: reading, guessing and applying. Must not know: other formats, forms.
 */
import { fail } from '../../base/result.ts';
import type { Format } from '../format.ts';
import { applyMapping } from './apply.ts';
import { guessMapping } from './guess.ts';
import { TABLE } from './mapping.ts';
import { profileColumns } from './profile.ts';
import { headOfTable, readTable } from './readTable.ts';

/** Below what other formats say of their own files; a table may be anything that has rows. */
const EVEN = 0.5;
const PERHAPS = 0.1;

export const TABLE_FORMAT: Format = {
  ...TABLE,
  detect(source) {
    const head = source.head();
    if (/^\s*[<{[]/u.test(head) || head.includes('\u0000')) return 0;
    const { columns, rows } = headOfTable(head);
    if (rows.length === 0) return 0;
    return columns.length > 1 ? EVEN : PERHAPS;
  },
  read(source, { onProgress }) {
    const decoded = source.decoded();
    if (!decoded.ok) {
      return fail({
        kind: 'invalid',
        message: 'The file’s text could not be read. Why is said below.',
        problems: [decoded.error],
        problemsTotal: 1,
      });
    }
    const { text, encoding } = decoded.value;
    const table = readTable(text, {}, onProgress);
    const mapping = guessMapping(table, profileColumns(table), source.name);
    const read = applyMapping(table, mapping);
    if (!read.ok || encoding === 'UTF-8') return read;
    const { dataset, report } = read.value;
    const notes = [`Its letters are encoded as ${encoding}.`, ...report.notes];
    return { ok: true, value: { dataset, report: { ...report, notes } } };
  },
};
