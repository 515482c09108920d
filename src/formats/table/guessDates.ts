/*
 * Guesses where a table has its dates: in one column or two, in cells or in parts, in which order.
 * Knows: profiles, the words of headers. Must not know: events, other fields.
 */
import { EMPTY_MAPPING, type DateMapping, type DatePlace } from './mapping.ts';
import { headerWords } from './headerWords.ts';
import type { ColumnProfile } from './types.ts';

const START =
  /date|datum|data|fecha|when|start|begin|from|wann|début|inizio|дата|day|time|jahr|year|année|año/iu;
const END =
  /\b(?:end|ended|ending|to|until|till|finish|finished|bis|ende|fin|fine|died|death|gestorben|mort)\b|end ?date/iu;
/** Dates of something else: when the row was written, when someone was born. */
const OTHER = /updated|modified|created|published|accessed|birth|geburt|entered|posted|retrieved/iu;

const PART_HEADERS = {
  year: /^(?:start |begin |from )?(?:year|jahr|année|año|anno|ano)$/iu,
  month: /^(?:start |begin |from )?(?:month|monat|mois|mes|mese|mês)$/iu,
  day: /^(?:start |begin |from )?(?:day|tag|jour|día|giorno|dia)$/iu,
  time: /^(?:start |begin |from )?(?:time|uhrzeit|heure|hora|ora)$/iu,
} satisfies Record<string, RegExp>;

export interface DateGuess {
  readonly date: DateMapping;
  /** The columns that it takes. */
  readonly used: readonly ColumnProfile[];
}

/** @param fileName may hold the year that cells leave out */
export function guessDates(profiles: readonly ColumnProfile[], fileName: string | null): DateGuess {
  const filled = profiles.filter(({ kind }) => kind !== 'empty');
  const start = partsAmong(filled, '') ?? cellAmong(filled, (header) => !END.test(header));
  if (start === null) return { date: EMPTY_MAPPING.date, used: [] };
  const rest = filled.filter((profile) => !start.used.includes(profile));
  const end =
    partsAmong(rest, 'end ') ??
    cellAmong(
      rest.filter(({ dateShare }) => dateShare > 0.4),
      // "Date, Time, Date, Time" under "Start" and "End".
      (header) =>
        END.test(header) || start.used.some((first) => headerWords(first.header) === header),
    );
  const times = filled.filter(({ header }) => TIME.test(headerWords(header)));
  const ofDay = { start: withTime(start, times, ''), end: end && withTime(end, times, 'end ') };
  const used = [...ofDay.start.used, ...(ofDay.end?.used ?? [])];
  const orders = new Set(used.map(({ dateOrder }) => dateOrder));
  const lacksYears = used.some((profile) => profile.lacksYears);
  return {
    used,
    date: {
      ...EMPTY_MAPPING.date,
      start: ofDay.start.place,
      end: ofDay.end?.place ?? null,
      order: orders.has('mixed')
        ? null
        : orders.has('day-first')
          ? orders.has('month-first')
            ? null
            : 'day-first'
          : orders.has('month-first')
            ? 'month-first'
            : null,
      year: lacksYears ? (yearIn(used) ?? yearOfName(fileName)) : null,
      language: used.find(({ monthLanguage }) => monthLanguage !== null)?.monthLanguage ?? null,
      hasDayNumbers: used.some(isDayNumbers),
      hasEmptyTimes: used.some((profile) => profile.hasEmptyTimes),
      hasShortYears: used.some((profile) => profile.hasShortYears),
    },
  };
}

interface FoundDate {
  readonly place: DatePlace;
  readonly used: readonly ColumnProfile[];
}

/** Year, month and day in columns of their own; null where there are no two of them. */
function partsAmong(profiles: readonly ColumnProfile[], prefix: string): FoundDate | null {
  const find = (part: RegExp): ColumnProfile | null =>
    profiles.find((profile) => {
      const header = headerWords(profile.header);
      return prefix === ''
        ? part.test(header)
        : header.toLowerCase().startsWith(prefix) && part.test(header.slice(prefix.length));
    }) ?? null;
  const year = find(PART_HEADERS.year);
  const month = find(PART_HEADERS.month);
  if (year === null || month === null) return null;
  const day = find(PART_HEADERS.day);
  const time = day === null ? null : find(PART_HEADERS.time);
  return {
    place: {
      in: 'parts',
      year: year.name,
      month: month.name,
      day: day?.name ?? null,
      time: time?.name ?? null,
    },
    used: [year, month, day, time].filter((profile) => profile !== null),
  };
}

const TIME = /^(?:(?:start|begin|from|end|to) )?(?:time|uhrzeit|heure|hora|ora)$/iu;

/** With the column of its time of day, where that is beside it. */
function withTime(
  { place, used }: FoundDate,
  times: readonly ColumnProfile[],
  prefix: '' | 'end ',
): FoundDate {
  const isEnd = ({ header, name }: ColumnProfile): boolean =>
    /^(?:end|to)\b/iu.test(headerWords(header)) || name === `${header} (2)`;
  const time = times.find(
    (profile) => isEnd(profile) === (prefix !== '') && !used.includes(profile),
  );
  if (place.in === 'parts' || time === undefined) return { place, used };
  return { place: { ...place, time: time.name }, used: [...used, time] };
}

function cellAmong(
  profiles: readonly ColumnProfile[],
  isRight: (header: string) => boolean,
): FoundDate | null {
  const score = (profile: ColumnProfile): number => {
    const header = headerWords(profile.header);
    const { kind, dateShare } = profile;
    return (
      (isDayNumbers(profile) ? 1 : kind === 'date' ? 1 + dateShare : dateShare / 2) +
      (START.test(header) || END.test(header) ? 1 : 0) -
      (OTHER.test(header) ? 1 : 0)
    );
  };
  const best = profiles
    .filter((profile) => isRight(headerWords(profile.header)) && score(profile) >= 1)
    .toSorted((a, b) => score(b) - score(a))[0];
  return best === undefined ? null : { place: { in: 'cell', column: best.name }, used: [best] };
}

/** Numbers from 1954 to 2064 as a spreadsheet counts days, under a header that says that they are dates. */
function isDayNumbers({ header, samples }: ColumnProfile): boolean {
  return (
    samples.length > 0 &&
    START.test(headerWords(header)) &&
    samples.every((value) => /^[2-5]\d{4}(?:[.,]\d+)?$/u.test(value))
  );
}

/** The one year that the cells of the columns state, where some state none. */
function yearIn(used: readonly ColumnProfile[]): number | null {
  const years = new Set(used.flatMap(({ samples }) => samples).flatMap((value) => yearsOf(value)));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

function yearsOf(value: string): readonly number[] {
  const [, whole] = /\b((?:1\d|20)\d\d)\b/u.exec(value) ?? [];
  if (whole !== undefined) return [Number(whole)];
  const [, two] = /^\p{L}+[-’' ]+(\d\d)$/u.exec(value) ?? [];
  return two === undefined ? [] : [(Number(two) < 50 ? 2_000 : 1_900) + Number(two)];
}

function yearOfName(fileName: string | null): number | null {
  const [, year] = /(?:^|\D)((?:1[5-9]|20)\d\d)(?:\D|$)/u.exec(fileName ?? '') ?? [];
  return year === undefined ? null : Number(year);
}
