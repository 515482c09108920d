/*
 * Writes CSV that spreadsheets open and that comes back the same: a row an event, with its names and words
 * in columns of their own, and in the last column, as JSON, what those have no room for.
 * Knows: the columns, RFC 4180. Must not know: how it is read again (ownCsv/).
 *
 *   Title │ Date │ … │ Threadline
 *   A     │ 2014 │ … │ {"history":{…},"event":{…},"records":[["actors",0,{…}],…]}
 *   B     │ 2015 │ … │ {"event":{…},"records":[…]}
 */
import Papa from 'papaparse';
import { guarded } from '../../base/guardedCells.ts';
import { inCanonicalOrder } from '../../model/canonicalJson.ts';
import type { Dataset } from '../../model/types.ts';
import { cellsOf, namesIn, OWN_COLUMNS, type OwnColumn } from './columns.ts';
import { eventsWritten, type Writer } from './writer.ts';

/** Excel takes a file for UTF-8 only with it. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a cell of a spreadsheet holds. */
const CELL_LIMIT = 32_767;
/** So much of it is filled with records that belong to no event. */
const RECORDS_LIMIT = 24_000;

/** The lists beside the events, each record of which travels in some row. */
export const LISTS = [
  'sources',
  'actors',
  'places',
  'themes',
  'ties',
  'periods',
  'scenes',
] as const satisfies readonly (keyof Dataset)[];

/** What the last column's cell holds; all of it is optional. */
export interface RestCell {
  /** Title, description and what else the history says of itself: in the first row. */
  history?: object;
  event?: object;
  /** List, place in it, record. */
  records?: (readonly [string, number, object])[];
}

export const csvWriter: Writer = {
  ending: 'csv',
  mediaType: 'text/csv',
  isOfNetwork: false,
  write(dataset) {
    const ordered = inCanonicalOrder(dataset);
    const rows = rowsOf(ordered);
    const isLong = rows.some((row) => row.some((cell) => cell.length > CELL_LIMIT));
    const body = Papa.unparse([[...OWN_COLUMNS], ...rows], { newline: '\r\n' });
    return {
      ...eventsWritten(dataset, []),
      text: `${BYTE_ORDER_MARK}${body}\r\n`,
      notes: [
        'The last column, Threadline, holds what the others have no room for: leave it as it is, and the file comes back whole.',
        ...(isLong
          ? [
              'Some texts are longer than the 32,767 characters that a cell of a spreadsheet holds: it would cut them.',
            ]
          : []),
      ],
    };
  },
};

function rowsOf(dataset: Dataset): readonly (readonly string[])[] {
  const names = namesIn(dataset);
  const rest = restCells(dataset);
  const empty = Object.fromEntries(OWN_COLUMNS.map((column) => [column, '']));
  return rest.map((cell, i) => {
    const event = dataset.events[i];
    const cells: Partial<Record<OwnColumn, string>> = {
      ...(event === undefined ? empty : cellsOf(event, names)),
      Threadline: JSON.stringify(cell),
    };
    return OWN_COLUMNS.map((column) => guarded(cells[column] ?? ''));
  });
}

/** One a row; where there are few events and many records, rows without an event follow. */
function restCells(dataset: Dataset): readonly RestCell[] {
  const cells: RestCell[] = dataset.events.map((event) => ({ event }));
  const beside = new Set<string>(['events', ...LISTS]);
  const cellAt = (row: number): RestCell => (cells[row] ??= {});
  cellAt(0).history = Object.fromEntries(
    Object.entries(dataset).filter(([key]) => !beside.has(key)),
  );
  let row = 0;
  let filled = 0;
  for (const list of LISTS) {
    (dataset[list] ?? []).forEach((record, at) => {
      const length = JSON.stringify(record).length;
      if (filled > 0 && filled + length > RECORDS_LIMIT) {
        row += 1;
        filled = 0;
      }
      filled += length;
      (cellAt(row).records ??= []).push([list, at, record]);
    });
  }
  return cells;
}
