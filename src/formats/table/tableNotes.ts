/*
 * What was assumed of a table, a sentence each, for the report.
 * Knows: tables, mappings. Must not know: how they are read.
 */
import { columnsIn } from './mappedColumns.ts';
import type { TableMapping } from './mapping.ts';
import type { Table } from './types.ts';

const DELIMITER_NAMES: ReadonlyMap<string, string> = new Map([
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
]);

export function tableNotes(
  table: Table,
  mapping: TableMapping,
  eventsTotal: number,
): readonly string[] {
  const { cut, columns, blankRowsTotal } = table;
  const { date } = mapping;
  const used = columnsIn(mapping);
  const unused = columns
    .filter(({ name, index }) => !used.has(name) && isFilled(table, index))
    .map(({ name }) => name);
  const delimiter = DELIMITER_NAMES.get(cut.delimiter) ?? `"${cut.delimiter}"`;
  const notes: (string | null)[] = [
    columns.length > 1 ? `The cells of a row are separated by ${delimiter}.` : null,
    cut.headerRow === null
      ? 'The table has no row of headers.'
      : cut.headerRow === 1
        ? null
        : `The headers stand in row ${cut.headerRow}.`,
    blankRowsTotal === 0
      ? null
      : blankRowsTotal === 1
        ? 'One blank row was passed over.'
        : `${count(blankRowsTotal)} blank rows were passed over.`,
    mapping.joinBy.length === 0
      ? null
      : `Rows with the same ${mapping.joinBy.join(' and ')} are one event: ${count(table.rows.length)} rows, ${count(eventsTotal)} events.`,
    date.start === null ? 'No column holds dates: all events are without one.' : null,
    orderNote(date.order),
    date.hasEmptyTimes ? 'A time of 00:00 is taken for no time.' : null,
    date.year === null ? null : `Dates without a year are of ${date.year}.`,
    mapping.carryDown.length === 0
      ? null
      : `Blank cells of ${mapping.carryDown.join(', ')} say what the row above says.`,
    ...mapping.constants.map(({ column, value }) => `${column} is "${value}" where it is blank.`),
    unused.length === 0 ? null : `Not taken over: ${unused.join(', ')}.`,
  ];
  return notes.filter((note) => note !== null);
}

function isFilled({ rows }: Table, index: number): boolean {
  return rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
}

function orderNote(order: TableMapping['date']['order']): string | null {
  if (order === null) return null;
  const date = order === 'day-first' ? '2 March' : order === 'month-first' ? '3 February' : '';
  return order === 'year-first'
    ? '02/03/04 is read as 4 March 2002.'
    : `02/03/2024 is read as ${date} 2024.`;
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
