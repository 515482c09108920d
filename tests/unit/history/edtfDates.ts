/*
 * EDTF dates as the tests read them: what calendar dates stand in one, and whether words state them.
 * Knows: the edtf library. Must not know: the program's own reading of dates, which other tests hold.
 */
import edtf from 'edtf';
import type { Edtf } from '../../../src/model/types.ts';
import { holds } from './history.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

interface DatePart {
  readonly text: string;
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly isApproximate: boolean;
}

/** The calendar dates that stand in an EDTF text. */
export function partsOf(date: Edtf): DatePart[] {
  return [...date.matchAll(/(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~)?/gu)].map(
    ([text, year, month, day, tilde]) => ({
      text,
      year: Number(year),
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
      isApproximate: tilde !== undefined,
    }),
  );
}

/** Whether the words give this part of a date as precisely as it is. */
function isStated({ year, month, day }: DatePart, quotes: string): boolean {
  if (month === null) return holds(quotes, String(year));
  const name = MONTHS[month - 1] ?? '';
  if (day === null) return holds(quotes, `${name} ${year}`);
  return (
    holds(quotes, `${day} ${name} ${year}`) ||
    // "November 16 & 17, 2015"
    new RegExp(`\\b${name} (?:\\d+ & )?${day}(?: & \\d+)?, ${year}\\b`, 'u').test(quotes)
  );
}

/** The parts of a date that the words do not give. "Over the next year" gives the month one year on. */
export function unstated(date: Edtf, quotes: string): string[] {
  const parts = partsOf(date);
  const [first] = parts;
  return parts
    .filter((part) => {
      if (!part.isApproximate) return !isStated(part, quotes);
      const isAYearOn = part.year === (first?.year ?? 0) + 1 && part.month === first?.month;
      return part.day !== null || !isAYearOn || !holds(quotes, 'over the next year');
    })
    .map(({ text }) => text);
}

/** Earliest instant, in ms; -Infinity where it is open. */
export function minOf(date: Edtf): number {
  return edtf(date).min ?? Number.NaN;
}

/** Latest instant, in ms; Infinity where it is open. */
export function maxOf(date: Edtf): number {
  return edtf(date).max ?? Number.NaN;
}
