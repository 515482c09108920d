/*
 * Any table as one of the formats: by the best guess where nobody says what its columns are.
 * Knows: reading, guessing and applying. Must not know: other formats, forms.
 */
import type { Format } from '../format.ts';
import { applyMapping } from './apply.ts';
import { guessMapping } from './guess.ts';
import { TABLE } from './mapping.ts';
import { profileColumns } from './profile.ts';
import { headOfTable, readTable } from './readTable.ts';
import { textIn } from './textIn.ts';

/** Below what other formats say of their own files; a table may be anything that has rows. */
const EVEN = 0.5;
const PERHAPS = 0.1;

export const TABLE_FORMAT: Format = {
  ...TABLE,
  detect(source) {
    const head = source.head();
    if (/^\s*[<{[]/u.test(head)) return 0;
    const { columns, rows } = headOfTable(head);
    // One line with commas may be anything.
    if (rows.length === 0) return 0;
    return columns.length > 1 ? EVEN : PERHAPS;
  },
  read(source, { onProgress }) {
    const decoded = textIn(source);
    if (!decoded.ok) return decoded;
    const table = readTable(decoded.value, {}, onProgress);
    return applyMapping(table, guessMapping(table, profileColumns(table), source.name));
  },
};
