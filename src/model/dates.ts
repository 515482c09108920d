/*
 * Reads EDTF (ISO 8601-2) as intervals of time with what is known of them.
 * Knows: ranges and sets; single dates by hand where plain, else by the edtf library, behind this module.
 * Must not know: events, drawing, the reader's time zone or language settings.
 *
 *   2014-12                 |------|            'within': once, somewhere in it
 *   2013-12-13/2014-12~     |=========~~|       'throughout': lasted from start to end
 *   2013-12-13/..           |===========> ∞     'throughout', end not stated
 *   [2013-11-18..]          |-----------> ∞     'within': once, on or after
 *   [..2014-04]      -∞ <---|                   'within': once, by then
 */
import { assertNever } from '../base/assertNever.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { DateParts, DatePoint, RangeEnd, SetMember } from './dateParts.ts';
import { wordsOf } from './dateWords.ts';
import { readPlain } from './fastDate.ts';
import { readByLibrary } from './libraryDate.ts';
import type { DateInfo, DatePrecision, Edtf } from './types.ts';

/** A date without its words: all that an index of a million events needs, at a fraction of the cost. */
export type DateSpan = Omit<DateInfo, 'words'>;

/** The longest text that is read at all, and the longest single date in it: what bounds the work. */
const TEXT_LIMIT = 500;
const POINT_LIMIT = 32;

/**
 * Reads a date into [startMs, endMs) in UTC; open and unknown ends are ±Infinity. The error is a
 * sentence for the user. Never throws, and the work is bounded whatever the string.
 */
export function readSpan(text: Edtf): Result<DateSpan, string> {
  const parts = readParts(text);
  return parts.ok ? spanOf(text, parts.value) : parts;
}

/** As readSpan, with the date in words. */
export function readDate(text: Edtf): Result<DateInfo, string> {
  const parts = readParts(text);
  if (!parts.ok) return parts;
  const span = spanOf(text, parts.value);
  return span.ok ? ok({ ...span.value, words: wordsOf(parts.value) }) : span;
}

/**
 * The date of an event whatever its text. One that cannot be read covers all time, from -Infinity to
 * Infinity, so that its event is listed and found but has no place on an axis, and its words keep the
 * text: date not readable: "soon".
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
    words: `date not readable: "${clipped(text)}"`,
  };
}

function readParts(text: Edtf): Result<DateParts, string> {
  if (text.length > TEXT_LIMIT) {
    return fail(`It is ${text.length} characters long, which no date is.`);
  }
  const trimmed = text.trim();
  if (trimmed === '') return fail('It is empty.');
  const opening = trimmed[0];
  if (opening === '[' || opening === '{') return readSet(trimmed);
  return trimmed.includes('/') ? readRange(trimmed) : pointParts(readPoint(trimmed));
}

function pointParts(read: Result<DatePoint, string>): Result<DateParts, string> {
  return read.ok ? ok({ kind: 'point', point: read.value }) : read;
}

/** One date, with or without a qualifier of the whole: ? uncertain, ~ approximate, % both. */
function readPoint(text: string): Result<DatePoint, string> {
  if (text === '') return fail('It has an empty place where a date should be.');
  if (text.length > POINT_LIMIT) return fail(`"${clipped(text)}" is too long for a date.`);
  const mark = text.at(-1);
  if (mark !== '~' && mark !== '?' && mark !== '%') return readUnqualified(text);
  const read = readUnqualified(text.slice(0, -1));
  if (!read.ok) return read;
  return ok({
    ...read.value,
    isApproximate: read.value.isApproximate || mark !== '?',
    isUncertain: read.value.isUncertain || mark !== '~',
  });
}

function readUnqualified(text: string): Result<DatePoint, string> {
  return readPlain(text) ?? readByLibrary(text);
}

function readRange(text: string): Result<DateParts, string> {
  const ends = text.split('/');
  const [startText = '', endText = ''] = ends;
  if (ends.length !== 2) {
    return fail(
      'A slash stands only between a start and an end: write 2 March 2024 as 2024-03-02.',
    );
  }
  const start = readEnd(startText);
  if (!start.ok) return start;
  const end = readEnd(endText);
  if (!end.ok) return end;
  if (typeof start.value === 'string' && typeof end.value === 'string') {
    return fail('It states neither a start nor an end.');
  }
  return ok({ kind: 'range', start: start.value, end: end.value });
}

function readEnd(text: string): Result<RangeEnd, string> {
  if (text === '..') return ok('open');
  return text === '' ? ok('unknown') : readPoint(text);
}

function readSet(text: string): Result<DateParts, string> {
  const takes = text.startsWith('[') ? 'one' : 'all';
  if (!text.endsWith(takes === 'one' ? ']' : '}')) return fail('Its bracket is not closed.');
  let inner = text.slice(1, -1).trim();
  const isOpenBefore = inner.startsWith('..');
  if (isOpenBefore) inner = inner.slice(2);
  const isOpenAfter = inner.endsWith('..');
  if (isOpenAfter) inner = inner.slice(0, -2);
  if (isOpenBefore && isOpenAfter) return fail('It states neither a start nor an end.');
  const members: SetMember[] = [];
  for (const memberText of inner.split(',')) {
    const member = readMember(memberText.trim());
    if (!member.ok) return member;
    members.push(member.value);
  }
  const [first, ...others] = members;
  if (first === undefined) return fail('The set is empty.');
  return ok({ kind: 'set', takes, members: [first, ...others], isOpenBefore, isOpenAfter });
}

function readMember(text: string): Result<SetMember, string> {
  const [fromText = '', toText, extra] = text.split('..');
  if (extra !== undefined) return fail(`"${clipped(text)}" has more than two ends.`);
  const from = readPoint(fromText);
  if (!from.ok) return from;
  if (toText === undefined) return ok({ kind: 'point', point: from.value });
  const to = readPoint(toText);
  if (!to.ok) return to;
  return from.value.startMs < to.value.endMs
    ? ok({ kind: 'run', from: from.value, to: to.value })
    : fail(`"${clipped(text)}" ends before it starts.`);
}

function spanOf(text: Edtf, parts: DateParts): Result<DateSpan, string> {
  switch (parts.kind) {
    case 'point':
      return ok(span(text, parts.point, parts.point, 'within'));
    case 'range': {
      const start = typeof parts.start === 'string' ? null : parts.start;
      const end = typeof parts.end === 'string' ? null : parts.end;
      if (start !== null && end !== null && end.endMs <= start.startMs) {
        return fail('It ends before it starts.');
      }
      return ok(span(text, start, end, 'throughout'));
    }
    case 'set':
      return ok(setSpan(text, parts));
    default:
      return assertNever(parts);
  }
}

/** From the earliest member to the latest; members that follow one another without a gap last throughout. */
function setSpan(text: Edtf, set: Extract<DateParts, { kind: 'set' }>): DateSpan {
  const runs = set.members
    .map((member) => (member.kind === 'run' ? member : { from: member.point, to: member.point }))
    .toSorted((a, b) => a.from.startMs - b.from.startMs);
  let [earliest, latest] = [runs[0]?.from ?? null, runs[0]?.to ?? null];
  let hasGap = false;
  for (const run of runs) {
    if (latest !== null && run.from.startMs > latest.endMs) hasGap = true;
    if (latest === null || run.to.endMs > latest.endMs) latest = run.to;
  }
  if (set.isOpenBefore) earliest = null;
  if (set.isOpenAfter) latest = null;
  const extent = set.takes === 'all' && !hasGap ? 'throughout' : 'within';
  const isUncertain = runs.some((run) => run.from.isUncertain || run.to.isUncertain);
  return { ...span(text, earliest, latest, extent), isUncertain };
}

function span(
  text: Edtf,
  start: DatePoint | null,
  end: DatePoint | null,
  extent: DateSpan['extent'],
): DateSpan {
  return {
    text,
    startMs: start?.startMs ?? -Infinity,
    endMs: end?.endMs ?? Infinity,
    extent,
    precision: coarser(start?.precision, end?.precision),
    isStartApproximate: start !== null && (start.isApproximate || start.hasSoftEdges),
    isEndApproximate: end !== null && (end.isApproximate || end.hasSoftEdges),
    isUncertain: (start?.isUncertain ?? false) || (end?.isUncertain ?? false),
  };
}

const PRECISIONS: readonly DatePrecision[] = [
  'time',
  'day',
  'month',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
];

function coarser(a: DatePrecision = 'time', b: DatePrecision = 'time'): DatePrecision {
  return a === b || PRECISIONS.indexOf(a) > PRECISIONS.indexOf(b) ? a : b;
}

/** As much of a stranger's text as a message can hold. */
function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
