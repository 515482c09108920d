/*
 * Writes iCalendar (RFC 5545): each event as days of a calendar, which is all that calendars know of time.
 * Knows: RFC 5545. Must not know: other formats.
 */
import { statusWords } from '../../model/dateWords.ts';
import type { EventStatus, HistoryEvent, Problem } from '../../model/types.ts';
import { msOfDay, partsOf, type CalendarParts } from '../../model/years.ts';
import { namesIn, type Names } from './columns.ts';
import { firstDay, lastDay, momentsOf, pad } from './moments.ts';
import { eventsWritten, type Writer } from './writer.ts';

/** Content lines are at most so many bytes, without their end. */
const LINE_BYTES = 75;
/** Calendars have years of four digits. */
const YEARS = { first: 1, last: 9999 };

export const icalendarWriter: Writer = {
  ending: 'ics',
  mediaType: 'text/calendar',
  isOfNetwork: false,
  write(dataset, { nowMs, link }) {
    const names = namesIn(dataset);
    const notWritten: Problem[] = [];
    const lines = dataset.events.flatMap((event) => {
      const days = daysOf(event);
      if (typeof days === 'string') {
        notWritten.push(noDay(event, days));
        return [];
      }
      return eventLines(event, days, names, nowMs, link);
    });
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Threadline//Threadline//EN',
      'CALSCALE:GREGORIAN',
      `X-WR-CALNAME:${escaped(dataset.title)}`,
      ...lines,
      'END:VCALENDAR',
      '',
    ];
    return {
      ...eventsWritten(dataset, notWritten),
      text: calendar.map(folded).join('\r\n'),
      notes: [
        'A calendar knows days alone: what is dated to a month or a year takes all of its days, and says in words how well its date is known.',
      ],
    };
  },
};

interface Days {
  readonly first: string;
  /** The day after the last, as RFC 5545 has it. */
  readonly after: string;
}

/** Or why a calendar cannot hold it. */
function daysOf({ date }: HistoryEvent): Days | string {
  const { start, end, info } = momentsOf(date);
  // By when something happened is where it stands; without an end, nothing says how long it lasts.
  const first = start === null ? end && lastDay(end) : firstDay(start);
  if (first === null) return info.words;
  const last = end === null ? first : lastDay(end);
  if (first.year < YEARS.first || last.year > YEARS.last) {
    return `${info.words}, a year that calendars do not have`;
  }
  const after = partsOf(msOfDay(last.year, last.month, last.day + 1));
  if (after.year > YEARS.last) return `${info.words}, after which calendars have no day`;
  return { first: basic(first), after: basic(after) };
}

function basic({ year, month, day }: CalendarParts): string {
  return `${String(year).padStart(4, '0')}${pad(month)}${pad(day)}`;
}

const STATUS: Readonly<Record<EventStatus, string>> = {
  happened: 'CONFIRMED',
  planned: 'TENTATIVE',
  unconfirmed: 'TENTATIVE',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
};

function eventLines(
  event: HistoryEvent,
  { first, after }: Days,
  names: Names,
  nowMs: number,
  link: string | null,
): readonly string[] {
  const status = event.status ?? 'happened';
  const actors = (event.actors ?? []).map(({ actor }) => names.actors.get(actor)?.name ?? actor);
  const places = (event.places ?? []).map((id) => names.places.get(id) ?? id);
  const themes = (event.themes ?? []).map((id) => names.themes.get(id) ?? id);
  const description = [
    statusWords(momentsOf(event.date).info, status),
    ...(event.summary === undefined ? [] : [event.summary]),
    ...(actors.length === 0 ? [] : [`With: ${actors.join('; ')}`]),
  ].join('\n\n');
  return [
    'BEGIN:VEVENT',
    `UID:${uid(event.id)}`,
    `DTSTAMP:${stamp(nowMs)}`,
    `DTSTART;VALUE=DATE:${first}`,
    `DTEND;VALUE=DATE:${after}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(places.length === 0 ? [] : [`LOCATION:${escaped(places.join('; '))}`]),
    ...(themes.length === 0 ? [] : [`CATEGORIES:${themes.map(escaped).join(',')}`]),
    `STATUS:${STATUS[status]}`,
    // Nobody is busy because of what happened.
    'TRANSP:TRANSPARENT',
    ...(link === null ? [] : [`URL:${printable(link)}`]),
    'END:VEVENT',
  ];
}

/** The same for the same id, and plain letters whatever it holds. */
function uid(id: string): string {
  const letters = Array.from(new TextEncoder().encode(id), (byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9-]/u.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
  });
  return `${letters.join('')}@threadline`;
}

function stamp(nowMs: number): string {
  return new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line ends. */
function escaped(text: string): string {
  return printable(text.replaceAll(/\r\n?/gu, '\n'))
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** Without control characters, which no line may hold. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** RFC 5545, 3.1: longer lines go on in the next, which begins with a space; no letter is cut apart. */
function folded(line: string): string {
  const lines: string[] = [];
  let from = 0;
  let at = 0;
  let bytes = 0;
  for (const letter of line) {
    const size = bytesOf(letter.codePointAt(0) ?? 0);
    if (bytes + size > LINE_BYTES) {
      lines.push(line.slice(from, at));
      from = at;
      // The space that begins the next line counts.
      bytes = 1;
    }
    at += letter.length;
    bytes += size;
  }
  lines.push(line.slice(from));
  return lines.join('\r\n ');
}

/** In UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}

function noDay({ title, date }: HistoryEvent, found: string): Problem {
  return {
    place: title,
    found: date === '' ? 'no date' : found,
    expected: 'a date from the year 1 to 9999',
    remedy: 'It is not in the calendar.',
    severity: 'warning',
  };
}
