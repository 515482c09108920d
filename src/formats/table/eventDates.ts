/*
 * The date of an event out of the cells of its rows, and what is to be said of it.
 * Knows: where a mapping says that dates stand. Must not know: the rest of an event.
 */
import type { Result } from '../../base/result.ts';
import { describe } from '../../model/problems.ts';
import type { Edtf, Problem } from '../../model/types.ts';
import { readDateCell, readDateParts } from './dateCell.ts';
import { dateOptionsOf, type DateReading } from './dateReading.ts';
import { joinDates } from './dateText.ts';
import type { DateMapping, DatePlace } from './mapping.ts';
import type { RowCells } from './rowCells.ts';
import { cellPlace } from './tableProblems.ts';

/** Nothing at all is known of when it was. */
const UNSTATED = 'XXXX';

export interface EventDate {
  readonly date: Edtf;
  /** What the date has no room for, for the event's description: "End Date: soon". */
  readonly lines: readonly string[];
  readonly problems: readonly (() => Problem)[];
  /** Whether one of the problems says that the date cannot be read, which the border says too. */
  readonly isUnreadable: boolean;
}

interface Found {
  readonly row: number;
  readonly text: string;
  readonly read: Result<DateReading, string>;
}

/** So many different cells are read once only. */
const MOST_KEPT = 100_000;

export function eventDateReader(mapping: DateMapping): (rows: readonly RowCells[]) => EventDate {
  const options = dateOptionsOf(mapping);
  const kept = new Map<string, Result<DateReading, string>>();

  const readCell = (text: string): Result<DateReading, string> => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const read = readDateCell(text, options);
    if (kept.size < MOST_KEPT) kept.set(text, read);
    return read;
  };

  const readAt = (place: DatePlace, { row, cell }: RowCells): Found | null => {
    if (place.in === 'cell') {
      const time = cell(place.time ?? null);
      const day = cell(place.column);
      const text = day === '' || time === '' ? day : `${day} ${time}`;
      return text === '' ? null : { row: row.number, text, read: readCell(text) };
    }
    const parts = {
      year: cell(place.year),
      month: cell(place.month),
      day: cell(place.day),
      time: cell(place.time),
    };
    const read = readDateParts(parts, options);
    const text = [parts.year, parts.month, parts.day].filter((part) => part !== '').join('-');
    return read === null ? null : { row: row.number, text, read };
  };

  /** The first that the rows state, and where another row says something else. */
  const find = (
    place: DatePlace | null,
    rows: readonly RowCells[],
    problems: (() => Problem)[],
  ) => {
    if (place === null) return null;
    let first: Found | null = null;
    for (const row of rows) {
      const found = readAt(place, row);
      if (found === null || found.text === first?.text) continue;
      if (first === null) first = found;
      else problems.push(otherDate(columnOf(place), first, found));
    }
    return first;
  };

  return (rows) => {
    const problems: (() => Problem)[] = [];
    const start = find(mapping.start, rows, problems);
    const end = find(mapping.end, rows, problems);
    const startColumn = columnOf(mapping.start);
    const endColumn = columnOf(mapping.end);
    if (start !== null) problems.push(...problemsOf(start, startColumn));
    // The same text is the same date, and would be told twice.
    if (end !== null && end.text !== start?.text) problems.push(...problemsOf(end, endColumn));
    const done = (date: Edtf, lines: readonly string[] = []): EventDate => ({
      date,
      lines,
      problems,
      isUnreadable: start !== null && !start.read.ok,
    });

    if (start === null && end === null) {
      const [row] = rows;
      if (mapping.start !== null && row !== undefined) {
        problems.push(noDate(row.row.number, startColumn));
      }
      return done(UNSTATED);
    }
    if (start === null) {
      const [read, text] = [end?.read, end?.text ?? ''];
      return read?.ok === true
        ? done(`/${read.value.edtf}`)
        : done(UNSTATED, [`${endColumn}: ${text}`]);
    }
    const endLines = end === null ? [] : [`${endColumn}: ${end.text}`];
    if (!start.read.ok) return done(start.text, end?.text === start.text ? [] : endLines);
    if (end === null) return done(start.read.value.edtf);
    if (!end.read.ok) return done(start.read.value.edtf, endLines);
    const joined = joinDates(start.read.value.edtf, end.read.value.edtf);
    if (joined !== null) return done(joined);
    problems.push(() => ({
      place: cellPlace(end.row, endColumn),
      found: describe(end.text),
      expected: `an end that is not before the start, ${describe(start.text)}`,
      remedy: 'The start alone is the date; the end stands in the description as it is.',
      severity: 'warning',
    }));
    return done(start.read.value.edtf, endLines);
  };
}

/** What messages call the place of a date. */
export function columnOf(place: DatePlace | null): string {
  return place === null ? 'date' : place.in === 'cell' ? place.column : place.year;
}

function problemsOf({ row, text, read }: Found, column: string): readonly (() => Problem)[] {
  const told = (expected: string, remedy: string) => (): Problem => ({
    place: cellPlace(row, column),
    found: describe(text),
    expected,
    remedy,
    severity: 'warning',
  });
  if (!read.ok) return [told(read.error, 'The event is kept, and this text with it as it stands.')];
  const { doubt, edtf } = read.value;
  switch (doubt) {
    case null:
      return [];
    case 'either-order':
      return [
        told(
          'a date that can be read in one way only',
          `It is kept as ${edtf}, which leaves both open. Say whether days or months come first.`,
        ),
      ];
    case 'against-order':
      return [
        told(
          'day and month in the order of the column',
          `It is kept as ${edtf}, since there is no other way to read it.`,
        ),
      ];
    case 'short-years':
      return [
        told(
          'a date',
          `It is kept as ${edtf}, a part of one year. Two years are written 1921/1923.`,
        ),
      ];
    default:
      return doubt satisfies never;
  }
}

function noDate(row: number, column: string): () => Problem {
  return () => ({
    place: cellPlace(row, column),
    found: 'nothing',
    expected: 'a date',
    remedy: 'The event is kept without a date.',
    severity: 'warning',
  });
}

function otherDate(column: string, first: Found, other: Found): () => Problem {
  return () => ({
    place: cellPlace(other.row, column),
    found: describe(other.text),
    expected: `the date of row ${first.row}, which is the same event: ${describe(first.text)}`,
    remedy: `The date of row ${first.row} is kept.`,
    severity: 'warning',
  });
}
