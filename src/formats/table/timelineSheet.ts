/*
 * TimelineJS's spreadsheet, with the columns of today (Year, Month, Day, …) or those of old (Start Date, End
 * Date, …), saved as a table. Knows: its columns. Must not know: what becomes of a slide (timelineDraft.ts).
 */
import type { Result } from '../../base/result.ts';
import type { Edtf } from '../../model/types.ts';
import type { Format } from '../format.ts';
import { readingOf, type Draft } from '../reading.ts';
import { TimelineDraft, type Slide, type SlideMedia } from '../timelineJs/timelineDraft.ts';
import { readDateCell, readDateParts } from './dateCell.ts';
import { dateOptionsOf, type DateReading } from './dateReading.ts';
import { EMPTY_MAPPING } from './mapping.ts';
import { profileColumns } from './profile.ts';
import { headOfTable, readTable } from './readTable.ts';
import { rowReader, type RowCells } from './rowCells.ts';
import { cellPlace } from './tableProblems.ts';
import { textIn } from './textIn.ts';
import type { Table } from './types.ts';

const SHEET = { id: 'timelinejs-sheet', name: 'TimelineJS spreadsheet' } as const;

export const timelineSheet: Format = {
  ...SHEET,
  detect(source) {
    const head = source.head();
    if (!/headline/iu.test(head)) return 0;
    const { columns, rows } = headOfTable(head);
    const names = new Set(columns.map(({ name }) => name.toLowerCase()));
    const hasDate = names.has('year') || names.has('start date');
    const isSheet = names.has('headline') && hasDate && (names.has('text') || names.has('media'));
    return isSheet && rows.length > 0 ? 0.95 : 0;
  },
  read(source, { onProgress }) {
    const decoded = textIn(source);
    if (!decoded.ok) return decoded;
    return readingOf(draftOf(readTable(decoded.value, {}, onProgress), source.name));
  },
};

function draftOf(table: Table, fileName: string | null): Draft {
  const draft = new TimelineDraft();
  const readDate = sheetDates(table);
  const read = rowReader(withFoldedNames(table), { carryDown: [], constants: [] });
  const rowOf = new Map<string, RowCells>();
  let title = { headline: '', text: '' };
  for (const row of table.rows) {
    const cells = read(row);
    const type = cells.cell('type').toLowerCase();
    const slide = slideOf(cells, readDate);
    rowOf.set(slide.place, cells);
    if (type === 'title') title = { headline: slide.headline, text: slide.text };
    else if (type === 'era') draft.addEra(slide);
    else draft.addEvent(slide);
  }
  const made = draft.finish(SHEET, title, fileName, notesOn(table));
  const problems = made.problems.map((problem) => ({
    ...problem,
    place: problem.place.replace(/^(row \d+)\./u, '$1, '),
  }));
  return {
    ...made,
    unit: 'rows',
    unitsTotal: table.rows.length,
    units: made.units.map((unit) => ({
      ...unit,
      raw: () => {
        const cells = rowOf.get(unit.place);
        return cells === undefined ? '' : table.rawOf(cells.row);
      },
    })),
    problems: [...table.problems, ...problems],
    problemsTotal: table.problemsTotal + problems.length,
    leftOut: table.leftOut.map(({ number, raw }) => ({ place: cellPlace(number, null), raw })),
  };
}

/** The sheet's headers are written with and without capitals. */
function withFoldedNames({ columns }: Table): Pick<Table, 'columns'> {
  return { columns: columns.map((column) => ({ ...column, name: column.name.toLowerCase() })) };
}

type ReadsDate = (cells: RowCells, end: '' | 'end ') => Edtf | null;

/** What cannot be read comes out as it was written: the border keeps it and marks it. */
function sheetDates(table: Table): ReadsDate {
  const isLegacy = table.columns.some(({ name }) => name.toLowerCase() === 'start date');
  if (!isLegacy) {
    const options = dateOptionsOf(EMPTY_MAPPING.date);
    return ({ cell }, end) => {
      const parts = {
        year: cell(`${end}year`),
        month: cell(`${end}month`),
        day: cell(`${end}day`),
        time: cell(`${end}time`),
      };
      const written = [parts.year, parts.month, parts.day].filter((part) => part !== '').join('-');
      return edtfOr(readDateParts(parts, options), written);
    };
  }
  const profile = profileColumns(table).find(({ name }) => name.toLowerCase() === 'start date');
  // TimelineJS reads 02/03/2024 as in America; a sheet that it could not have read so is read otherwise.
  const order = profile?.dateOrder === 'day-first' ? 'day-first' : 'month-first';
  const options = dateOptionsOf({ ...EMPTY_MAPPING.date, order });
  return ({ cell }, end) => {
    const text = cell(end === '' ? 'start date' : 'end date');
    const read = /^[-−]?\d{1,13}$/u.test(text)
      ? readDateParts({ year: text, month: '', day: '', time: '' }, options)
      : text === ''
        ? null
        : readDateCell(text, options);
    return edtfOr(read, text);
  };
}

function edtfOr(read: Result<DateReading, string> | null, written: string): Edtf | null {
  if (read === null) return null;
  return read.ok ? read.value.edtf : written;
}

function slideOf(cells: RowCells, readDate: ReadsDate): Slide {
  const { row, cell } = cells;
  const isLegacy = cell('start date') !== '';
  return {
    place: cellPlace(row.number, null),
    id: null,
    headline: cell('headline'),
    text: cell('text'),
    start: readDate(cells, ''),
    end: readDate(cells, 'end '),
    dateKeys: isLegacy ? ['Start Date', 'End Date'] : ['Year', 'End Year'],
    shownDate: cell('display date'),
    group: cell('group') || cell('tag'),
    media: mediaOf(cell),
    raw: row.cells,
  };
}

function mediaOf(cell: RowCells['cell']): SlideMedia | null {
  const url = cell('media');
  if (url === '') return null;
  return {
    url,
    caption: cell('media caption'),
    credit: cell('media credit'),
    alt: cell('media alt') || cell('alt text'),
  };
}

function notesOn({ columns }: Table): readonly string[] {
  const dropped = columns
    .map(({ name }) => name)
    .filter((name) => /^(?:media thumbnail|background)$/iu.test(name));
  return dropped.length === 0 ? [] : [`Not taken over: ${dropped.join(', ')}.`];
}
