/*
 * Says of each column what its cells are like: dates and in which order, names, numbers, several in a cell.
 * Knows: cells. Must not know: what a column is for (guess.ts).
 * Looks at a few thousand cells of a column and no more, whatever the table's size.
 */
import { MIDNIGHT, readDateCell } from './dateCell.ts';
import { dateOptionsOf, type DateOptions } from './dateReading.ts';
import { headerWords } from './headerWords.ts';
import { EMPTY_MAPPING } from './mapping.ts';
import { guessMonthLanguage, monthLanguages, type MonthLanguages } from './monthNames.ts';
import { guessSeparators } from './separators.ts';
import type { Column, ColumnKind, ColumnProfile, Row, Table } from './types.ts';

const MOST_CELLS = 200_000;
const MOST_ROWS = 4_000;
const SAMPLES = 5;
const SAMPLE_LENGTH = 120;
/** Longer cells are prose, whatever else is in them. */
const PROSE_LENGTH = 120;

export function profileColumns(table: Table): readonly ColumnProfile[] {
  const rows = rowsToLookAt(table);
  const languages = monthLanguages();
  return table.columns.map((column) => profileOf(column, rows, languages));
}

/** The first half of them in one piece, the rest evenly from what follows. */
export function rowsToLookAt({ rows, columns }: Table): readonly Row[] {
  const most = Math.min(MOST_ROWS, Math.ceil(MOST_CELLS / Math.max(1, columns.length)));
  if (rows.length <= most) return rows;
  const first = most >> 1;
  const step = (rows.length - first) / (most - first);
  const later = Array.from({ length: most - first }, (_, i) => rows[first + Math.floor(i * step)]);
  return [...rows.slice(0, first), ...later.filter((row) => row !== undefined)];
}

function profileOf(
  { name, header, index }: Column,
  rows: readonly Row[],
  languages: MonthLanguages,
): ColumnProfile {
  const times = new Map<string, number>();
  let filledTotal = 0;
  let length = 0;
  for (const { cells } of rows) {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '') continue;
    filledTotal += 1;
    length += Math.min(cell.length, 1_000);
    const value = cell.slice(0, 1_000);
    times.set(value, (times.get(value) ?? 0) + 1);
  }
  const values = [...times.keys()];
  const dates = profileDates(times, filledTotal, languages);
  const separators = guessSeparators(values);
  return {
    name,
    header,
    kind: kindOf({
      times,
      filledTotal,
      length,
      dateShare: dates.dateShare,
      header: headerWords(header),
    }),
    filledTotal,
    lookedAtTotal: rows.length,
    distinctTotal: values.length,
    samples: values.slice(0, SAMPLES).map((value) => value.slice(0, SAMPLE_LENGTH)),
    ...dates,
    separators,
  };
}

type DateProfile = Pick<
  ColumnProfile,
  'dateShare' | 'dateOrder' | 'monthLanguage' | 'lacksYears' | 'hasEmptyTimes' | 'hasShortYears'
>;

/** Any leap year: what is asked is whether the rest can be read. */
const SOME_YEAR = 2_000;

function profileDates(
  times: ReadonlyMap<string, number>,
  filledTotal: number,
  languages: MonthLanguages,
): DateProfile {
  const values = [...times.keys()];
  const english = values.map(dateReader(null));
  // Only what English does not explain is tried in other languages.
  const unread = values.filter((_, i) => english[i] === null);
  const monthLanguage = guessMonthLanguage(unread.map(wordsOf), languages);
  const others = monthLanguage === null ? null : dateReader(monthLanguage);
  const votes = { day: 0, month: 0, either: 0 };
  let readable = 0;
  let withoutYear = 0;
  values.forEach((value, i) => {
    const read = english[i] ?? others?.(value) ?? null;
    if (read === null) return;
    const count = times.get(value) ?? 0;
    readable += count;
    if (read.lacksYear) withoutYear += count;
    const order = read.isEitherOrder ? 'either' : orderOf(value);
    if (order !== null) votes[order] += count;
  });
  return {
    dateShare: filledTotal === 0 ? 0 : readable / filledTotal,
    dateOrder:
      votes.day > 0 && votes.month > 0
        ? 'mixed'
        : votes.day > 0
          ? 'day-first'
          : votes.month > 0
            ? 'month-first'
            : votes.either > 0
              ? 'either'
              : null,
    monthLanguage,
    lacksYears: withoutYear > 0,
    hasEmptyTimes: areEmpty(values),
    hasShortYears: areShortYears(values),
  };
}

interface ReadValue {
  readonly isEitherOrder: boolean;
  readonly lacksYear: boolean;
}

/** Null where it is no date, even if its year were known. */
function dateReader(language: string | null): (value: string) => ReadValue | null {
  const asked = dateOptionsOf({ ...EMPTY_MAPPING.date, language });
  const forgiving: DateOptions = { ...asked, year: SOME_YEAR, hasYear: true };
  return (value) => {
    const read = readDateCell(value, asked);
    if (read.ok) {
      return { isEitherOrder: read.value.doubt === 'either-order', lacksYear: false };
    }
    const forgiven = readDateCell(value, forgiving).ok;
    return forgiven ? { isEitherOrder: false, lacksYear: true } : null;
  };
}

/** Whether some state times and all of those are midnight. */
function areEmpty(values: readonly string[]): boolean {
  const timed = values.filter((value) => value.length < 60 && /\d[T ]\d\d?:\d\d/u.test(value));
  return timed.length > 0 && timed.every((value) => MIDNIGHT.test(value));
}

/** Months would not always be that of the next year: 2010/11, 2011/12, 2012/13. */
function areShortYears(values: readonly string[]): boolean {
  const short = values.flatMap((value) => {
    const [, year, next] = /^\d\d(\d\d)[-/](\d\d)$/u.exec(value) ?? [];
    return year === undefined ? [] : [Number(next) === (Number(year) + 1) % 100];
  });
  return short.length > 1 && short.every((isNext) => isNext);
}

/** What a cell proves of its order: 25/12/2014, 12/25/2014; null for all else. */
function orderOf(value: string): 'day' | 'month' | null {
  const [, first, second] =
    /^(\d{1,2})([-/. ])(\d{1,2})\2\d{2,4}\b/u.exec(value)?.toSpliced(2, 1) ?? [];
  if (first === undefined) return null;
  return Number(first) > 12 ? 'day' : Number(second) > 12 ? 'month' : null;
}

/** The words of a cell that may be the name of a month: one to three of them beside digits. */
function wordsOf(value: string): readonly string[] {
  if (value.length > 60 || !/\d/u.test(value)) return [];
  const tokens = value.toLowerCase().split(/[\s,./-]+/u);
  const words = tokens.filter((token) => /^\p{L}[\p{L}\p{M}]{2,}$/u.test(token));
  return words.length <= 3 ? words : [];
}

interface Cells {
  readonly times: ReadonlyMap<string, number>;
  readonly filledTotal: number;
  readonly length: number;
  readonly dateShare: number;
  readonly header: string;
}

const DATE_HEADER =
  /\b(?:date|dates|day|when|start|begin|began|end|from|until|time|year|month|datum|jahr|beginn|ende|année|fecha|año|data|anno|dato|år|päivä|дата|год)\b/iu;

function kindOf({ times, filledTotal, length, dateShare, header }: Cells): ColumnKind {
  if (filledTotal === 0) return 'empty';
  const share = (pattern: RegExp): number => {
    let count = 0;
    for (const [value, number] of times) if (pattern.test(value)) count += number;
    return count / filledTotal;
  };
  if (share(/^https?:\/\/\S/iu) > 0.5) return 'address';
  const isPlainNumber = share(/^[-−]?\d+(?:[.,]\d+)?$/u) > 0.9;
  if (dateShare > 0.8 && (!isPlainNumber || isLikeYears(times, header))) return 'date';
  const isUnique = times.size > filledTotal * 0.95;
  if (isPlainNumber)
    return isUnique && /\b(?:id|nr|no|number|#)\b|^#$/iu.test(header) ? 'id' : 'number';
  if (length / filledTotal > PROSE_LENGTH) return 'long-text';
  if (share(/\d/u) > 0.9 && share(/\s/u) < 0.1) return 'id';
  return times.size <= Math.max(12, filledTotal * 0.2) ? 'category' : 'text';
}

/** Plain numbers are years where they all are about our time, or where the header says so. */
function isLikeYears(times: ReadonlyMap<string, number>, header: string): boolean {
  if (DATE_HEADER.test(header)) return true;
  return [...times.keys()].every((value) => /^(?:1\d|20)\d\d(?:[.,]0+)?$/u.test(value));
}
