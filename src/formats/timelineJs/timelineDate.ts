/*
 * Dates of TimelineJS as EDTF: parts of version 3, texts of version 2.
 * Knows: how TimelineJS reads them. Must not know: events, files.
 * What cannot be a date comes out as it was written: the border keeps it and marks it.
 */
import { readSpan } from '../../model/dates.ts';
import type { Edtf } from '../../model/types.ts';
import { isRecord } from '../../model/schemaPart.ts';
import { astronomicalYear, edtfYear } from './years.ts';

/** Parts as TimelineJS names them, each a text or a number. */
type Parts = Readonly<Partial<Record<(typeof PART_NAMES)[number], string>>>;

const PART_NAMES = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;

/** Version 3: {"year": "-44", "month": 3, "day": "15"}; null where nothing is there. */
export function dateOfParts(value: unknown): Edtf | null {
  if (typeof value === 'string' || typeof value === 'number') return dateOfText(String(value));
  if (!isRecord(value)) return null;
  const parts: Partial<Record<(typeof PART_NAMES)[number], string>> = {};
  for (const name of PART_NAMES) {
    const part = value[name];
    const text = typeof part === 'number' || typeof part === 'string' ? String(part).trim() : '';
    if (text !== '') parts[name] = text;
  }
  if (Object.keys(parts).length > 0) return fromParts(parts);
  const shown = value['display_date'];
  return typeof shown === 'string' && shown.trim() !== '' ? shown.trim() : null;
}

/** Version 2: "1975,1,1", "-500", "2012-01-26", "1/26/2012"; null where it is blank. */
function dateOfText(value: string): Edtf | null {
  const text = value.trim();
  if (text === '') return null;
  const separator = /[,/]/u.exec(text)?.[0];
  const pieces = text.split(separator ?? '\n').map((piece) => piece.trim());
  if (separator === undefined) {
    const day = /^(-?\d{1,4})-(\d{1,2})(?:-(\d{1,2}))?$/u.exec(text);
    if (day === null) return fromParts({ year: text });
    const [, year = '', month = '', inMonth = ''] = day;
    return fromParts({ year, month, ...(inMonth === '' ? {} : { day: inMonth }) });
  }
  // Slashes are read as in America, months first, which is what TimelineJS does.
  const [first = '', second = '', third = ''] = pieces;
  const names = separator === '/' && pieces.length <= 3 ? [] : PART_NAMES;
  if (names.length === 0) {
    if (pieces.length === 2) return fromParts({ year: second, month: first }, text);
    return fromParts({ year: third, month: first, day: second }, text);
  }
  const parts = Object.fromEntries(
    names.flatMap((name, i) => (pieces[i] ? [[name, pieces[i]]] : [])),
  ) as Parts; // the names are those of the parts
  return fromParts(parts, text);
}

/** From a start to an end; one date where there is no end, or the same. */
export function rangeOf(start: Edtf, end: Edtf | null): Edtf {
  return end === null || end === start ? start : `${start}/${end}`;
}

/** Whether the end lies before the start, both being dates. */
export function endsEarlier(start: Edtf, end: Edtf): boolean {
  const from = readSpan(start);
  const to = readSpan(end);
  return from.ok && to.ok && to.value.endMs <= from.value.startMs;
}

function fromParts(parts: Parts, written = Object.values(parts).join('-')): Edtf {
  const { year: yearText = '', month, day, hour } = parts;
  if (!/^[-+]?\d{1,13}$/u.test(yearText)) return written;
  const year = edtfYear(astronomicalYear(Number(yearText)));
  if (month === undefined || year.startsWith('Y')) return year;
  const monthText = monthOf(month);
  if (monthText === null) return written;
  if (day === undefined) return `${year}-${monthText}`;
  if (!/^\d{1,2}$/u.test(day)) return written;
  const date = `${year}-${monthText}-${day.padStart(2, '0')}`;
  return hour === undefined ? date : (timed(date, parts) ?? written);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "3", "03", "March" and "Mar" are all "03". */
function monthOf(text: string): string | null {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  const month = named > 0 ? named : /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  return month === 0 ? null : String(month).padStart(2, '0');
}

/** With the time of day, which TimelineJS writes without a zone. */
function timed(date: string, { hour = '', minute = '0', second, millisecond }: Parts) {
  if (![hour, minute, second ?? '0', millisecond ?? '0'].every((part) => /^\d{1,3}$/u.test(part))) {
    return null;
  }
  const [hours, minutes] = [hour.padStart(2, '0'), minute.padStart(2, '0')];
  // An hour of 0 alone is what spreadsheets fill in for no hour at all.
  if (Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0) return date;
  const seconds = second === undefined ? '' : `:${second.padStart(2, '0')}`;
  const fraction =
    millisecond === undefined || seconds === '' ? '' : `.${millisecond.padStart(3, '0')}`;
  return `${date}T${hours}:${minutes}${seconds}${fraction}`;
}
