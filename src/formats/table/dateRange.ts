/*
 * Reads two dates in one cell, and dates that are only bounds.
 * Knows: what people put between and before dates. Must not know: how one date is read.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { readSpan } from '../../model/dates.ts';
import { readFields, wholeYear } from './dateFields.ts';
import type { DateFields } from './datePeriods.ts';
import type { DateOptions, DateReading } from './dateReading.ts';
import { edtfTextOf, joinDates } from './dateText.ts';

const BOUND =
  /^(?:(before|until|till|by|up to|bis|vor|avant|no later than)|(after|from|since|seit|ab|nach|depuis|après|not before)|(between)) (.+?)(?: (?:and|und|et|y|e) (.+))?$/iu;

/** "before 1990", "since March 2014", "between 1914 and 1918". Null where it is none of these. */
export function readBound(text: string, options: DateOptions): Result<DateReading, string> | null {
  const [, before, after, between, first = '', second] = BOUND.exec(text) ?? [];
  if (before === undefined && after === undefined && between === undefined) return null;
  if ((between === undefined) !== (second === undefined)) return null;
  const date = readFields(first, options);
  const edtf = date === null ? null : edtfTextOf(date, options);
  if (edtf === null) return null;
  if (second !== undefined) {
    const last = readFields(second, options);
    const lastEdtf = last === null ? null : edtfTextOf(last, options);
    return lastEdtf === null ? null : asRead(`[${edtf}..${lastEdtf}]`);
  }
  if (before !== undefined)
    return asRead(/^(?:until|till|bis|up)/iu.test(before) ? `../${edtf}` : `[..${edtf}]`);
  const lasts = /^(?:from|since|seit|ab|depuis)/iu.test(after ?? '');
  return asRead(lasts ? `${edtf}/..` : `[${edtf}..]`);
}

function asRead(edtf: string): Result<DateReading, string> | null {
  return readSpan(edtf).ok ? ok({ edtf, doubt: null }) : null;
}

const BETWEEN =
  /\s*[–—−→]\s*|\s+-+\s+|\s+(?:to|until|till|thru|through|bis|au|à|al|hasta|tot|t\/m|do)\s+|\s*\.{2,3}\s*|\/(?=\p{L})/u;
/** What stands between two dates without blanks, in the forms in which it can be nothing else. */
const CLOSE: readonly RegExp[] = [
  /^(\d{4})[-/](\d{2}|\d{4})$/u,
  /^([\d/.]{6,10})-([\d/.]{6,10})$/u,
  /^(\d{1,2}\.?)-(\d{1,2}[./]\d{1,2}[./]\d{2,4})$/u,
  /^(\d{1,2}(?:st|nd|rd|th|\.)?)[-/](\d{1,2}(?:st|nd|rd|th|\.)? .*\p{L}.*)$/u,
  /^(\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?)-(\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)$/u,
  /^([^-]*\p{L}[^-]*)-([^-]*\p{L}[^-]*)$/u,
];
/** Two dates and nothing between them: "3 and 4 March 2014". */
const BOTH = /^(.+?)(?:\s*&\s*|\s+(?:and|und|et|y|e)\s+)(.+)$/u;

/** "3 – 5 March 2014", "12 March to 3 April 2014", "1914-18". Null where there are not two of them. */
export function readRange(text: string, options: DateOptions): Result<DateReading, string> | null {
  const spaced = text.split(BETWEEN);
  if (spaced.length > 2) return null;
  if (spaced.length === 2) return readTwo(spaced[0] ?? '', spaced[1] ?? '', '/', options);
  for (const close of CLOSE) {
    const [, start, end] = close.exec(text) ?? [];
    if (start === undefined || end === undefined) continue;
    const read = readTwo(start, end, '/', options);
    if (read !== null) return read;
  }
  const [, first, second] = BOTH.exec(text) ?? [];
  return first === undefined || second === undefined ? null : readTwo(first, second, ',', options);
}

function readTwo(
  startText: string,
  endText: string,
  joiner: '/' | ',',
  options: DateOptions,
): Result<DateReading, string> | null {
  if (startText === '' || endText === '') return null;
  // "March 5 – 7, 2014": the year comes later.
  const startRead = readFields(startText.replace(/^(?:from|von|vom|du)\s+/iu, ''), {
    ...options,
    hasYear: true,
  });
  const endRead =
    dayOfYear(endText, startRead) ?? readFields(endText, { ...options, hasYear: true });
  if (startRead === null || endRead === null) return null;
  const [start, end] = completed(startRead, endRead);
  if (start.isEitherOrder || end.isEitherOrder) return rangeOfEitherOrder(start, end, options);
  const startEdtf = edtfTextOf(start, options);
  const endEdtf = edtfTextOf(end, options);
  if (startEdtf === null || endEdtf === null) return fail('dates with a year');
  const edtf = joiner === '/' ? joinDates(startEdtf, endEdtf) : `{${startEdtf},${endEdtf}}`;
  if (edtf === null || !readSpan(edtf).ok) return fail('a start that is before its end');
  const doubt = start.isAgainstOrder || end.isAgainstOrder ? 'against-order' : null;
  return ok({ edtf, doubt });
}

/** "March 5 – 7 2014": the 7 is a day, though "7 2014" by itself would be July. */
function dayOfYear(text: string, start: DateFields | null): DateFields | null {
  if (start?.year !== null || start.day === null || start.month === null) return null;
  const [, day, year] = /^(\d{1,2}) (\d{4})$/u.exec(text) ?? [];
  return day === undefined ? null : { ...start, day: Number(day), year: Number(year) };
}

/** What one end does not state, the other does: month and year before, the century of "1914–18" after. */
function completed(start: DateFields, end: DateFields): [DateFields, DateFields] {
  const isYears = start.year !== null && start.month === null && end.month === null;
  if (isYears && end.year === null && end.day !== null) {
    return [start, { ...end, year: wholeYear(end.day, start.year), day: null }];
  }
  const isBce = start.isBce || (start.year !== null && end.isBce);
  const filled = (fields: DateFields, other: DateFields): DateFields => ({
    ...fields,
    month: fields.month ?? (fields.day === null ? null : other.month),
    year: fields.year ?? (fields.mask === null ? other.year : null),
    isBce: fields.year === null ? other.isBce : fields.isBce,
  });
  const first = filled(start, end);
  return [{ ...first, isBce: first.isBce || isBce }, filled(end, start)];
}

/** Nobody knows which way round: once, somewhere between the earliest and the latest that it may be. */
function rangeOfEitherOrder(
  start: DateFields,
  end: DateFields,
  options: DateOptions,
): Result<DateReading, string> {
  const days = [start, end]
    .flatMap((fields) => [fields, { ...fields, day: fields.month, month: fields.day }])
    .map((fields) => edtfTextOf(fields, options))
    .filter((edtf) => edtf !== null)
    .filter((edtf) => readSpan(edtf).ok)
    .toSorted();
  const edtf = `[${days[0] ?? ''}..${days.at(-1) ?? ''}]`;
  return readSpan(edtf).ok
    ? ok({ edtf, doubt: 'either-order' })
    : fail('dates that can be read in one way only');
}
