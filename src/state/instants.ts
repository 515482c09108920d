/*
 * Instants as an address writes them, and windows rounded so that they read well there.
 * Knows: milliseconds and ISO 8601. Must not know: choices, dates as a history means them (model/dates).
 */
import type { Interval } from '../base/interval.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** The farthest instant from 1970 that a JavaScript Date holds. */
const DATE_LIMIT_MS = 8.64e15;

/** A rounded window moves by less than a pixel's quarter on a screen of 2,000 pixels. */
const ROUNDING_STEPS = 8000;
const ROUND_UNITS_MS = [MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, 1000, 1];

const ISO_INSTANT =
  /^([+-]?\d{6}|\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?Z)?)?)?$/;
const PLAIN_MS = /^ms:(-?\d+(?:\.\d+)?(?:e-?\d+)?)$/;

/**
 * The shortest exact form: `2013-07-22`, `2013-07-22T10:30Z`, with seconds and milliseconds only
 * where they are not zero, always UTC; years past 9999 as six digits without ISO's '+', which an
 * address would take for a space. What no Date holds (fractions of a millisecond, years beyond
 * ±271,821) is written as milliseconds since 1970, `ms:-4.35e20`.
 */
export function formatInstant(ms: number): string {
  if (!Number.isInteger(ms) || Math.abs(ms) > DATE_LIMIT_MS) return `ms:${shortest(ms)}`;
  return new Date(ms)
    .toISOString()
    .replace(/^\+/, '')
    .replace(/(?:T00:00:00\.000Z|(?::00)?\.000Z)$/, (end) => (end.startsWith('T') ? '' : 'Z'));
}

/**
 * Reads what formatInstant writes, and the shorter `2013` and `2013-07` that people write by hand:
 * their first instant. Null where the text is none of these or names a day that no calendar has.
 */
export function parseInstant(text: string): number | null {
  const plain = PLAIN_MS.exec(text)?.[1];
  if (plain !== undefined) {
    const ms = Number(plain);
    return Number.isFinite(ms) ? ms + 0 : null;
  }
  const parts = ISO_INSTANT.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second, ms] = parts.slice(1);
  const [y, mo, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), Number(ms ?? 0));
  // A Date carries 30 February over into March: only what comes back unchanged was a day.
  const isReal =
    date.getUTCFullYear() === y &&
    date.getUTCMonth() === mo - 1 &&
    date.getUTCDate() === d &&
    Number(minute ?? 0) < 60 &&
    Number(second ?? 0) < 60;
  return isReal ? date.getTime() : null;
}

/** A stretch of time as `start/end`, with `..` for an open end, as EDTF has it. */
export function formatInterval({ startMs, endMs }: Interval): string {
  const end = (ms: number): string => (Number.isFinite(ms) ? formatInstant(ms) : '..');
  return `${end(startMs)}/${end(endMs)}`;
}

/** Reads what formatInterval writes; null where an end cannot be read or the start is not before the end. */
export function parseInterval(text: string): Interval | null {
  const [start, end, ...more] = text.split('/');
  if (start === undefined || end === undefined || more.length > 0) return null;
  const startMs = start === '..' ? -Infinity : parseInstant(start);
  const endMs = end === '..' ? Infinity : parseInstant(end);
  return startMs !== null && endMs !== null && startMs < endMs ? { startMs, endMs } : null;
}

/** The window rounded to the coarsest unit that moves it by less than can be seen. */
export function readableWindow({ startMs, endMs }: Interval): Interval {
  const unseenMs = (endMs - startMs) / ROUNDING_STEPS;
  const isInDateRange = Math.abs(startMs) <= DATE_LIMIT_MS && Math.abs(endMs) <= DATE_LIMIT_MS;
  const unitMs = isInDateRange
    ? ROUND_UNITS_MS.find((unit) => unit <= unseenMs)
    : 10 ** Math.floor(Math.log10(unseenMs));
  if (unitMs === undefined || !(unitMs > 0)) return { startMs, endMs };
  const round = (ms: number): number => Math.round(ms / unitMs) * unitMs + 0;
  return { startMs: round(startMs), endMs: round(endMs) };
}

/** The shorter of a number's two exact forms, without the `+` of an exponent. */
function shortest(value: number): string {
  const plain = String(value);
  const exponential = value.toExponential();
  return (exponential.length < plain.length ? exponential : plain).replace('e+', 'e');
}
