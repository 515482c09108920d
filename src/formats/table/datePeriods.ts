/*
 * The parts that a date may have, and those that stand for more than a day: quarters, seasons, decades,
 * centuries, eras. Knows: their names. Must not know: days, ranges, cells.
 */

export interface DateFields {
  /** As written, without its sign; null where none is stated. */
  readonly year: number | null;
  readonly isBce: boolean;
  /** Instead of a year: "199X", "18XX". */
  readonly mask: string | null;
  /** 1 to 12, or an EDTF season: 21 spring to 24 winter, 33 to 36 quarters, 40 and 41 halves. */
  readonly month: number | null;
  readonly day: number | null;
  /** "10:30", "10:30:00Z". */
  readonly time: string | null;
  readonly isApproximate: boolean;
  readonly isUncertain: boolean;
  /** Day and month may be the other way round. */
  readonly isEitherOrder: boolean;
  /** It can only be read against the order that was asked for. */
  readonly isAgainstOrder: boolean;
}

export const NOTHING: DateFields = {
  year: null,
  isBce: false,
  mask: null,
  month: null,
  day: null,
  time: null,
  isApproximate: false,
  isUncertain: false,
  isEitherOrder: false,
  isAgainstOrder: false,
};

const QUARTER =
  /^(?:q\s?([1-4])|([1-4])\s?q|([1-4])(?:st|nd|rd|th) quarter(?: of)?)[\s/,-]*(\d{4})$/iu;
const YEAR_QUARTER = /^(\d{4})[\s/,-]*(?:q\s?([1-4])|([1-4])\s?q)$/iu;
const HALF = /^(?:h([12])[\s/,-]*(\d{4})|(\d{4})[\s/,-]*h([12]))$/iu;
const SEASON =
  /^(?:(spring|summer|autumn|fall|winter)(?: of)?[\s,]*(\d{4})|(\d{4})[\s,]*(spring|summer|autumn|fall|winter))$/iu;
const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);

export function readPeriodOfYear(text: string): DateFields | null {
  const [, a, b, c, quarterYear] = QUARTER.exec(text) ?? [];
  if (quarterYear !== undefined) return seasonOf(quarterYear, 32 + Number(a ?? b ?? c));
  const [, yearFirst, d, e] = YEAR_QUARTER.exec(text) ?? [];
  if (yearFirst !== undefined) return seasonOf(yearFirst, 32 + Number(d ?? e));
  const half = HALF.exec(text);
  if (half !== null) return seasonOf(half[2] ?? half[3] ?? '', 39 + Number(half[1] ?? half[4]));
  const [, season, year, thenYear, thenSeason] = SEASON.exec(text) ?? [];
  const code = SEASONS.get((season ?? thenSeason ?? '').toLowerCase());
  return code === undefined ? null : seasonOf(year ?? thenYear ?? '', code);
}

function seasonOf(year: string, code: number): DateFields {
  return { ...NOTHING, year: Number(year), month: code };
}

const DECADE = /^(\d{3})0[’']?(?:s|er(?: jahre)?)$/iu;
const CENTURY =
  /^(\d{1,2})(?:(?:st|nd|rd|th)[\s-](?:century|cent\.?|c\.?)|\.\s?(?:jahrhundert|jh\.?|jhdt\.?))\s*(.*)$/iu;

/** "1990s" is 199X; "1900s" may be ten years or a hundred, and is a hundred here. */
export function readRoundYears(text: string): DateFields | null {
  const [, decade] = DECADE.exec(text) ?? [];
  if (decade !== undefined) {
    const isCentury = decade.endsWith('0');
    return { ...NOTHING, mask: isCentury ? `${decade.slice(0, 2)}XX` : `${decade}X` };
  }
  const [, nth, after = ''] = CENTURY.exec(text) ?? [];
  if (nth === undefined || Number(nth) === 0) return null;
  const era = eraOf(after);
  if (after !== '' && era?.rest !== '') return null;
  // The fifth century BCE is the years 500 to 401 BCE, which are -0499 to -0400.
  return { ...NOTHING, mask: `${era?.isBce === true ? '-' : ''}${pad(Number(nth) - 1, 2)}XX` };
}

const BCE =
  /\s*(?:\bb\.?\s?c\.?(?:\s?e\.?)?|\bv\.?\s?chr\.?|\bav\.?\s?j\.?-?\s?c\.?|\ba\.\s?c\.)$/iu;
const CE =
  /\s*(?:\ba\.?d\.?|\bc\.?e\.?|\bn\.?\s?chr\.?|\bap\.?\s?j\.?-?\s?c\.?|\bd\.\s?c\.)$|^a\.?d\.?\s*/iu;

/** An era at the end (or "AD" at the beginning), and the text without it; null where there is none. */
export function eraOf(text: string): { rest: string; isBce: boolean } | null {
  const before = text.replace(BCE, '');
  if (before !== text) return { rest: before.trim(), isBce: true };
  const without = text.replace(CE, '');
  return without === text ? null : { rest: without.trim(), isBce: false };
}

export function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
