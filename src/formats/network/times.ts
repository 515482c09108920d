/*
 * Times of dynamic networks as EDTF: dates, date-times, and numbers where they are years or instants.
 * Knows: how GEXF and its like write times. Must not know: files.
 */
import { edtfYear } from '../timelineJs/years.ts';
import type { Edtf } from '../../model/types.ts';

/** A stretch of time as the file writes it; null ends are open. */
export interface Spell {
  readonly start: string | null;
  readonly end: string | null;
}

/** How the numbers of a file are meant; judged once, from all of them. */
export type Clock = 'years' | 'milliseconds' | 'seconds' | 'none';

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/u;
const BOUNDLESS = /^[-+]?inf(?:inity)?$/iu;

/** Numbers without a calendar, such as 1, 2, 3, are no dates. */
export function clockOf(spells: readonly Spell[]): Clock {
  const numbers = spells
    .flatMap(({ start, end }) => [start, end])
    .filter((text) => text !== null && NUMBER.test(text))
    .map(Number);
  if (numbers.length === 0) return 'years';
  const sizes = numbers.map(Math.abs);
  // Loops, since a spread of a million arguments is too much for a call.
  const smallest = sizes.reduce((a, b) => Math.min(a, b));
  const largest = sizes.reduce((a, b) => Math.max(a, b));
  if (smallest >= 1_000 && largest <= 3_000) return 'years';
  if (largest >= 1e11) return 'milliseconds';
  return smallest >= 1e8 ? 'seconds' : 'none';
}

/** Whether every time of day is midnight: then days are meant, as Gephi writes them. */
export function isDaily(spells: readonly Spell[]): boolean {
  return spells.every(({ start, end }) =>
    [start, end].every((text) => text === null || !/T(?!00:00(?::00(?:\.0+)?)?Z?$)/u.test(text)),
  );
}

/** Null where neither end says anything that is a date. */
export function dateOfSpell({ start, end }: Spell, clock: Clock, daily: boolean): Edtf | null {
  const from = dateOfTime(start, clock, daily);
  const to = dateOfTime(end, clock, daily);
  if (from === null && to === null) return null;
  if (from === to) return from;
  return `${from ?? '..'}/${to ?? '..'}`;
}

/** What can be no date stays as it is written: the border marks it. */
function dateOfTime(written: string | null, clock: Clock, daily: boolean): Edtf | null {
  const text = written?.trim() ?? '';
  if (text === '' || BOUNDLESS.test(text)) return null;
  if (NUMBER.test(text)) return dateOfNumber(Number(text), clock);
  return daily ? text.replace(/T00:00.*$/u, '') : text;
}

function dateOfNumber(number: number, clock: Clock): Edtf | null {
  if (clock === 'none') return null;
  if (clock === 'years') return edtfYear(Math.floor(number));
  const ms = clock === 'seconds' ? number * 1_000 : number;
  const instant = new Date(ms);
  if (Number.isNaN(instant.getTime())) return null;
  const text = instant.toISOString();
  // Years beyond four digits are written ±YYYYYY there, which is no EDTF.
  if (/^[-+]/u.test(text)) return edtfYear(instant.getUTCFullYear());
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
