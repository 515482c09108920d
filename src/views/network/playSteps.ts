/*
 * The steps in which time is played: months, or what suits the length of the history.
 * Knows: intervals, the calendar. Must not know: timers, components, the store.
 */
import { utcDay, utcHour, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3';
import type { Interval } from '../../base/interval.ts';
import { formatInstant } from '../../model/instantWords.ts';
import type { DatePrecision } from '../../model/types.ts';

export interface PlaySteps {
  /** One more than there are steps: each step lasts from one edge to the next. */
  readonly edges: readonly number[];
  /** "month", as in "next month". */
  readonly unit: string;
  readonly precision: DatePrecision;
}

interface Unit {
  readonly unit: string;
  readonly precision: DatePrecision;
  readonly interval: TimeInterval | null;
}

const years = (count: number): Unit => ({
  unit: count === 1 ? 'year' : `${String(count)} years`,
  precision: 'year',
  interval: utcYear.every(count),
});

const UNITS: readonly Unit[] = [
  { unit: 'hour', precision: 'time', interval: utcHour },
  { unit: 'day', precision: 'day', interval: utcDay },
  { unit: 'week', precision: 'day', interval: utcMonday },
  { unit: 'month', precision: 'month', interval: utcMonth },
  years(1),
  years(2),
  years(5),
  years(10),
  years(25),
  years(50),
  years(100),
];

/** A history is played in no more steps than one watches. */
const STEPS_LIMIT = 120;
/** What a JavaScript Date holds, with room to round in. */
const DATE_LIMIT_MS = 8.6e15;

/** Whole units of the calendar where it reaches; beyond, a hundred equal steps. */
export function playSteps({ startMs, endMs }: Interval): PlaySteps {
  const isInCalendar = startMs > -DATE_LIMIT_MS && endMs < DATE_LIMIT_MS;
  for (const { unit, precision, interval } of isInCalendar ? UNITS : []) {
    if (interval === null) continue;
    const first = interval.floor(new Date(Math.floor(startMs)));
    const last = interval.ceil(new Date(Math.ceil(endMs)));
    // Counting all the hours of a thousand years would take as long as playing them.
    const second = interval.offset(first);
    if ((last.getTime() - first.getTime()) / (second.getTime() - first.getTime()) > 2 * STEPS_LIMIT)
      continue;
    const edges = [...interval.range(first, last), last].map((date) => date.getTime());
    if (edges.length - 1 <= STEPS_LIMIT) return { edges, unit, precision };
  }
  const EQUAL = 100;
  const stepMs = (endMs - startMs) / EQUAL;
  const edges = Array.from({ length: EQUAL + 1 }, (_, i) => startMs + i * stepMs);
  return { edges, unit: 'step', precision: 'year' };
}

/** Everything up to a step, or the last so many of them. */
export type PlaySpan = number | 'growing';

export const PLAY_SPANS: readonly PlaySpan[] = [1, 3, 6, 12, 'growing'];

/** The visible time at a step. */
export function windowAt({ edges }: PlaySteps, step: number, span: PlaySpan): Interval {
  const first = span === 'growing' ? 0 : Math.max(0, step - span + 1);
  return { startMs: edges[first] ?? 0, endMs: edges[step + 1] ?? edges.at(-1) ?? 0 };
}

/** The step whose window ends where the visible time does: playing goes on from what is seen. */
export function stepOf({ edges }: PlaySteps, window: Interval | null): number {
  if (window === null) return 0;
  const after = edges.findIndex((edge) => edge >= window.endMs);
  return Math.max(0, (after === -1 ? edges.length - 1 : after) - 1);
}

/** The span nearest to the length of the visible time; a quarter year, or so, where all is visible. */
export function spanFor({ edges }: PlaySteps, window: Interval | null): PlaySpan {
  const [first = 0, second = 1] = edges;
  if (window === null) return 3;
  const steps = (window.endMs - window.startMs) / (second - first);
  const spans = PLAY_SPANS.filter((span) => span !== 'growing');
  return spans.reduce((best, span) =>
    Math.abs(Math.log(span / steps)) < Math.abs(Math.log(best / steps)) ? span : best,
  );
}

/** "May 2014 – July 2014", "May 2014". */
export function windowWords(window: Interval, precision: DatePrecision): string {
  const from = formatInstant(window.startMs, precision);
  const to = formatInstant(window.endMs - 1, precision);
  return from === to ? from : `${from} – ${to}`;
}
