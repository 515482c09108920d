/*
 * Labels, weights and times of nodes and edges where they are attributes like any other.
 * Knows: what they are usually called. Must not know: files.
 */
import { edtfYear } from '../timelineJs/years.ts';
import type { NetEdge } from './net.ts';

const LABELS = ['label', 'name', 'title', 'fullname', 'full_name', 'caption'];
const WEIGHTS = ['weight', 'value', 'strength', 'count', 'size'];
const DATES = ['date', 'year', 'time', 'timestamp', 'when'];
const STARTS = ['start', 'startdate', 'start_date', 'begin', 'since'];
const ENDS = ['end', 'enddate', 'end_date', 'until'];

type Attributes = ReadonlyMap<string, string>;

export function labelFrom(attributes: Attributes): string {
  return named(attributes, LABELS) ?? '';
}

export function weightFrom(attributes: Attributes): string | null {
  return named(attributes, WEIGHTS);
}

/** One time at most: its date, or from its start to its end. */
export function edgeTimes(attributes: Attributes): NetEdge['times'] {
  const start = asDate(named(attributes, STARTS));
  const end = asDate(named(attributes, ENDS));
  if (start !== null || end !== null) {
    const date = start === end ? (start ?? '') : `${start ?? '..'}/${end ?? '..'}`;
    return [{ date, weight: null }];
  }
  const date = asDate(named(attributes, DATES));
  return date === null ? [] : [{ date, weight: null }];
}

function named(attributes: Attributes, names: readonly string[]): string | null {
  const byName = new Map(
    [...attributes].map(([name, value]) => [name.toLowerCase(), value.trim()]),
  );
  return (
    names.map((name) => byName.get(name)).find((value) => value !== undefined && value !== '') ??
    null
  );
}

/** A plain number is a year. */
function asDate(text: string | null): string | null {
  if (text === null || text === '..') return null;
  return /^-?\d{1,5}(?:\.0+)?$/u.test(text) ? edtfYear(Math.trunc(Number(text))) : text;
}

/** What a tie is, by the attribute that is usually called so. */
export function kindFrom(attributes: ReadonlyMap<string, string>): string | null {
  for (const [name, value] of attributes) {
    if (/^(?:kind|type|relation(?:ship)?|label|edge ?label|interaction)$/iu.test(name)) {
      if (value.trim() !== '') return value.trim();
    }
  }
  return null;
}
