/*
 * Dates in words, en-GB: how well each is known is said, and never more than the text says.
 * Knows: a date's parts and instants. Must not know: EDTF's grammar, the edtf library, drawing.
 */
import { assertNever } from '../base/assertNever.ts';
import type { DateParts, DatePoint, RangeEnd, SetMember } from './dateParts.ts';
import { betweenWords, formatInstant, MONTHS, spanWords } from './instantWords.ts';
import type { DateInfo, EventStatus } from './types.ts';
import { yearOf } from './years.ts';

/** "22 July 2013"; "December 2014, day not stated"; "16–17 November 2015"; "by April 2014". */
export function wordsOf(parts: DateParts): string {
  switch (parts.kind) {
    case 'point':
      return pointWords(parts.point) + remark(parts.point);
    case 'range':
      return rangeWords(parts.start, parts.end);
    case 'set':
      return setWords(parts);
    default:
      return assertNever(parts);
  }
}

/**
 * The date as far as the status goes: "planned for 16–17 November 2015", "unconfirmed: October 2013,
 * day not stated", "cancelled: 3 May 2020"; the plain words where it happened.
 */
export function statusWords(date: Pick<DateInfo, 'words'>, status: EventStatus): string {
  if (status === 'happened') return date.words;
  // "planned for 2015", but "planned: by April 2014": two prepositions do not follow each other.
  const isNoun = !/^(?:from|until|throughout|between|by|on|in|perhaps|date)\b/u.test(date.words);
  return status === 'planned' && isNoun ? `planned for ${date.words}` : `${status}: ${date.words}`;
}

/**
 * The words of any date, shortened for labels: "22 Jul 2013", "Dec 2014", "c. May 2014",
 * "13 Dec 2013 to c. Dec 2014", "planned for 16–17 Nov 2015". What is not stated is left unsaid.
 */
export function shortWords(words: string): string {
  // Here the words quote a stranger's text, which is not ours to abbreviate.
  if (words.includes('"')) return words;
  return statedWords(words)
    .replace(/(?:perhaps )?\babout /gu, 'c. ')
    .replace(LONG_MONTH, (month) => month.slice(0, 3));
}

/** What is not stated is left unsaid. */
export function statedWords(words: string): string {
  return words.replace(/, (?:day|month|year|start|end) not (?:stated|known)/gu, '');
}

const LONG_MONTH = new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'gu');

function pointWords(point: DatePoint): string {
  const plain = point.name ?? formatInstant(point.startMs, point.precision);
  return qualifierWords(point) + plain;
}

function qualifierWords(point: DatePoint): string {
  return (point.isUncertain ? 'perhaps ' : '') + (point.isApproximate ? 'about ' : '');
}

/** What a reduced precision leaves open; nothing for a name that says so itself. */
function remark(point: DatePoint): string {
  if (point.name !== null) return '';
  switch (point.precision) {
    case 'month':
      return ', day not stated';
    case 'year':
      // Nobody misses the month of a year that is ten thousand years away.
      return Math.abs(yearOf(point.startMs)) > 9999 ? '' : ', month not stated';
    case 'decade':
    case 'century':
    case 'millennium':
      return ', year not stated';
    case 'time':
    case 'day':
    case 'season':
      return '';
    default:
      return assertNever(point.precision);
  }
}

function rangeWords(start: RangeEnd, end: RangeEnd): string {
  if (typeof end === 'string') {
    if (typeof start === 'string') return 'date not stated';
    return `from ${pointWords(start)}, end ${end === 'open' ? 'not stated' : 'not known'}`;
  }
  if (typeof start === 'string') {
    return `until ${pointWords(end)}, start ${start === 'open' ? 'not stated' : 'not known'}`;
  }
  if (!isAlike(start, end)) return `${pointWords(start)} to ${pointWords(end)}`;
  // 2014/2014 lasted all year, where 2014 happened once in it.
  const lastsThroughout = start.startMs === end.startMs && !isDayOrTime(start);
  return (
    (lastsThroughout ? 'throughout ' : '') + spanWords(start.startMs, end.startMs, start.precision)
  );
}

/** Two ends that can be said as one, "16–17 November 2015": of one form, with nothing to add to either. */
function isAlike(start: DatePoint, end: DatePoint): boolean {
  return (
    start.name === null &&
    end.name === null &&
    start.precision === end.precision &&
    qualifierWords(start) + qualifierWords(end) === ''
  );
}

function setWords(set: Extract<DateParts, { kind: 'set' }>): string {
  const { members, isOpenBefore, isOpenAfter } = set;
  const [first] = members;
  if (members.length === 1 && set.takes === 'all' && (isOpenBefore || isOpenAfter)) {
    return rangeWords(isOpenBefore ? 'open' : firstOf(first), isOpenAfter ? 'open' : lastOf(first));
  }
  if (members.length === 1 && isOpenAfter) {
    const from = firstOf(first);
    return `${isDayOrTime(from) ? 'on' : 'in'} or after ${pointWords(from)}`;
  }
  if (members.length === 1 && isOpenBefore) return `by ${pointWords(lastOf(first))}`;
  if (members.length === 1 && first.kind === 'run' && set.takes === 'one') {
    const { from, to } = first;
    return isAlike(from, to)
      ? betweenWords(from.startMs, to.startMs, from.precision)
      : `between ${pointWords(from)} and ${pointWords(to)}`;
  }
  const words = members.map(memberWords);
  if (isOpenBefore) words[0] = `by ${words[0] ?? ''}`;
  if (isOpenAfter) words.push('later');
  return listWords(words, set.takes === 'one' ? 'or' : 'and');
}

function memberWords(member: SetMember): string {
  return member.kind === 'point' ? pointWords(member.point) : rangeWords(member.from, member.to);
}

function firstOf(member: SetMember): DatePoint {
  return member.kind === 'point' ? member.point : member.from;
}

function lastOf(member: SetMember): DatePoint {
  return member.kind === 'point' ? member.point : member.to;
}

function isDayOrTime(point: DatePoint): boolean {
  return point.precision === 'day' || point.precision === 'time';
}

/** "1667, 1668 or 1670". */
function listWords(words: readonly string[], conjunction: 'or' | 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}
