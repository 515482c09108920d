/*
 * The time axis: ticks, and the larger unit that they stand in.
 * Knows: a window, a width. Must not know: DOM, store. Always UTC: a reader's time zone moves nothing.
 *
 *   2013              │2014                          ← contexts: years, months or days; the first one sticks
 *      Jul     Oct    │   Apr     Jul     Oct        ← ticks
 */
import {
  range,
  scaleLinear,
  tickStep,
  utcDay,
  utcMonth,
  utcTickInterval,
  utcYear,
  type CountableTimeInterval,
  type ScaleLinear,
} from 'd3';
import type { Interval } from '../../base/interval.ts';
import { formatYear, monthWords } from '../../model/instantWords.ts';
import { msOfYear, yearOf } from '../../model/years.ts';
import type { MeasureText } from '../../ui/measureText.ts';

export interface AxisTick {
  readonly key: string;
  readonly ms: number;
  readonly xPx: number;
  /** Empty where it would collide with the one before. */
  readonly label: string;
  readonly isMajor: boolean;
}

export interface AxisContext {
  readonly key: string;
  readonly xPx: number;
  readonly label: string;
}

export interface Axis {
  readonly ticks: readonly AxisTick[];
  readonly contexts: readonly AxisContext[];
}

const DAY_MS = 86_400_000;
/** A JavaScript Date holds this many milliseconds on either side of 1970, and d3's time scale with it. */
const DATE_LIMIT_MS = 8.64e15;
const TICK_SPACE_PX = 78;
const LABEL_SPACE_PX = 12;
const HATCH_LEAST_PX = 30;
/** Years before this are counted plainly, with an era. */
const FIRST_PLAIN_YEAR_MS = Date.UTC(1000, 0, 1);

interface Level {
  readonly below: number;
  readonly tick: (date: Date) => string;
  readonly context: CountableTimeInterval | null;
  readonly contextLabel: (date: Date) => string;
}

// In the calendar's own words rather than d3's formats, which weigh as much as all of this file's folder.
const monthOf = (date: Date): string => monthWords(date.getUTCMonth() + 1);
const wholeYear = (date: Date): string => formatYear(date.getUTCFullYear());
const wholeMonth = (date: Date): string => `${monthOf(date)} ${wholeYear(date)}`;

const LEVELS: readonly Level[] = [
  {
    below: DAY_MS * 0.99,
    // From the end: beyond the year 9999 more stands before it.
    tick: (date) => date.toISOString().slice(-13, -8),
    context: utcDay,
    contextLabel: (date) => `${String(date.getUTCDate())} ${wholeMonth(date)}`,
  },
  {
    below: DAY_MS * 27,
    tick: (date) => String(date.getUTCDate()),
    context: utcMonth,
    contextLabel: wholeMonth,
  },
  {
    below: DAY_MS * 364,
    tick: (date) => monthOf(date).slice(0, 3),
    context: utcYear,
    contextLabel: wholeYear,
  },
];

/**
 * Ticks and contexts of a window drawn on a width in CSS pixels.
 * @param reachPx so far on either side there are ticks too, for a pan to find them there
 */
export function layoutAxis(
  window: Interval,
  widthPx: number,
  measure: MeasureText,
  reachPx = 0,
): Axis {
  const count = Math.max(2, Math.round(widthPx / TICK_SPACE_PX));
  const reachMs = ((window.endMs - window.startMs) * reachPx) / widthPx;
  const reach = { startMs: window.startMs - reachMs, endMs: window.endMs + reachMs };
  const room = { fromPx: -reachPx, toPx: widthPx + reachPx };
  const isPlain =
    reach.startMs < FIRST_PLAIN_YEAR_MS ||
    Math.max(Math.abs(reach.startMs), Math.abs(reach.endMs)) > DATE_LIMIT_MS;
  const spanYears = (window.endMs - window.startMs) / (DAY_MS * 365.2425);
  if (isPlain && spanYears > 2) {
    const ticks = yearTicks(window, reach, widthPx, count);
    return { ticks: withoutCollisions(ticks, room, measure), contexts: [] };
  }
  const { ticks, level, scale } = dateTicks(window, reach, widthPx, count);
  return {
    ticks: withoutCollisions(ticks, room, measure),
    contexts: contextsOf(level, scale, widthPx, measure),
  };
}

interface DateTicks {
  readonly ticks: readonly AxisTick[];
  readonly level: Level | undefined;
  readonly scale: ScaleLinear<number, number>;
}

/** The window decides how far apart they stand, however far they reach. */
function dateTicks(window: Interval, reach: Interval, widthPx: number, count: number): DateTicks {
  const scale = scaleLinear([window.startMs, window.endMs], [0, widthPx]);
  const interval = utcTickInterval(new Date(window.startMs), new Date(window.endMs), count);
  const dates = interval?.range(new Date(reach.startMs), new Date(reach.endMs + 1)) ?? [];
  const [first, second] = dates;
  const stepMs = first && second ? second.getTime() - first.getTime() : Infinity;
  const level = LEVELS.find((candidate) => stepMs < candidate.below);
  const ticks = dates.map((date) => ({
    key: String(date.getTime()),
    ms: date.getTime(),
    xPx: scale(date),
    label: level === undefined ? wholeYear(date) : level.tick(date),
    isMajor: isMajor(date, level),
  }));
  return { ticks, level, scale };
}

/**
 * Where "after the account" stands beside the contexts: at the start of what is hatched, in pixels;
 * null where that is out of the picture or a context stands there already.
 */
export function placeAfter(
  startPx: number,
  contexts: Axis['contexts'],
  widthPx: number,
  labelPx: number,
  measure: MeasureText,
): number | null {
  // What is hatched must be wide enough to be seen; the words may begin a little before it.
  if (startPx > widthPx - HATCH_LEAST_PX) return null;
  const xPx = Math.min(Math.max(startPx, 0) + 4, widthPx - labelPx - 4);
  const isTaken = contexts.some(
    (context) =>
      context.xPx < xPx + labelPx + LABEL_SPACE_PX &&
      context.xPx + measure(context.label) + LABEL_SPACE_PX > xPx,
  );
  return isTaken ? null : xPx;
}

function isMajor(date: Date, level: Level | undefined): boolean {
  const { context } = level ?? { context: null };
  return context !== null && context.floor(date).getTime() === date.getTime();
}

/** The larger units in view; the first one sticks to the left edge, and gives way to the next. */
function contextsOf(
  level: Level | undefined,
  scale: ScaleLinear<number, number>,
  widthPx: number,
  measure: MeasureText,
): AxisContext[] {
  const unit = level?.context ?? null;
  if (level === undefined || unit === null) return [];
  const [startMs = 0, endMs = 0] = scale.domain();
  const first = unit.floor(new Date(startMs));
  const starts = [first, ...unit.range(unit.offset(first, 1), new Date(endMs))];
  const contexts: AxisContext[] = [];
  starts.forEach((date, i) => {
    const next = starts[i + 1];
    const label = level.contextLabel(date);
    const width = measure(label);
    const endPx = next === undefined ? widthPx : scale(next);
    const xPx = Math.max(0, scale(date));
    if (xPx + width + LABEL_SPACE_PX / 2 > endPx) return;
    contexts.push({ key: String(date.getTime()), xPx, label });
  });
  return contexts;
}

/** Beyond what calendar formats can say: plain years on a linear scale, with their era in words. */
function yearTicks(
  window: Interval,
  reach: Interval,
  widthPx: number,
  count: number,
): readonly AxisTick[] {
  const [from, to] = [yearOf(window.startMs), yearOf(window.endMs)];
  const scale = scaleLinear([from, to], [0, widthPx]);
  const step = Math.max(1, tickStep(from, to, Math.max(2, Math.round(count * 0.7))));
  const first = Math.ceil(yearOf(reach.startMs) / step);
  const last = Math.floor(yearOf(reach.endMs) / step);
  return range(first, last + 1)
    .map((number) => number * step)
    .map((year) => ({
      key: String(year),
      ms: msOfYear(year),
      xPx: scale(year),
      label: formatYear(year),
      isMajor: year === 0,
    }));
}

/** A label that would touch the one before it, or run out of the picture, is left empty; its line stays. */
function withoutCollisions(
  ticks: readonly AxisTick[],
  { fromPx, toPx }: { readonly fromPx: number; readonly toPx: number },
  measure: MeasureText,
): AxisTick[] {
  let takenUntil = -Infinity;
  return ticks.map((tick) => {
    const half = measure(tick.label) / 2;
    const fits = tick.xPx - half >= Math.max(takenUntil, fromPx) && tick.xPx + half <= toPx;
    if (!fits) return { ...tick, label: '' };
    takenUntil = tick.xPx + half + LABEL_SPACE_PX;
    return tick;
  });
}
