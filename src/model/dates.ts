/*
 * Reads EDTF (ISO 8601-2) as intervals of time with what is known of them.
 * Knows: the grammar (by the edtf library, behind this module), the calendar, the words.
 * Must not know: events, drawing, the reader's time zone or language settings.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { DateInfo, Edtf } from './types.ts';
import { msOfDay } from './years.ts';

/** A date without its words: all that an index of a million events needs, at a fraction of the cost. */
export type DateSpan = Omit<DateInfo, 'words'>;

/**
 * Reads a date into [startMs, endMs) in UTC. The error is a sentence for the user.
 * Never throws; the work is bounded whatever the string.
 */
export function readSpan(text: Edtf): Result<DateSpan, string> {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/u.exec(text);
  if (match === null) return fail(`"${text}" is not a date that can be read.`);
  const [, y, m, d] = match;
  const year = Number(y);
  const month = m === undefined ? 1 : Number(m);
  const day = d === undefined ? 1 : Number(d);
  return ok({
    text,
    startMs: msOfDay(year, month, day),
    endMs:
      m === undefined
        ? msOfDay(year + 1, 1, 1)
        : d === undefined
          ? msOfDay(year, month + 1, 1)
          : msOfDay(year, month, day + 1),
    extent: 'within',
    precision: m === undefined ? 'year' : d === undefined ? 'month' : 'day',
    isStartApproximate: false,
    isEndApproximate: false,
    isUncertain: false,
  });
}

/** As readSpan, with the date in words. */
export function readDate(text: Edtf): Result<DateInfo, string> {
  const span = readSpan(text);
  return span.ok ? ok({ ...span.value, words: text }) : span;
}

/**
 * The date of an event whatever its text: one that cannot be read covers all time, so it is listed and
 * found but never drawn, and its words say so: date not readable: "soon".
 */
export function dateOf(text: Edtf): DateInfo {
  const read = readDate(text);
  if (read.ok) return read.value;
  return {
    text,
    startMs: -Infinity,
    endMs: Infinity,
    extent: 'within',
    precision: 'millennium',
    isStartApproximate: false,
    isEndApproximate: false,
    isUncertain: false,
    words: `date not readable: "${text.slice(0, 60)}"`,
  };
}
