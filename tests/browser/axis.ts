/*
 * Reads a time axis as a person does: from the words of its ticks and the larger units above them.
 * Knows: words and their places. Must not know: the page, the app's own scale.
 *
 *   2013              │2014                          ← larger units, at the left end of each
 *      Jul     Oct    │   Apr     Jul     Oct        ← ticks, centred on their instants
 */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface AxisWords {
  readonly words: string;
  readonly left: number;
  readonly centre: number;
  readonly top: number;
}

export interface Axis {
  /** The instant at an x of the screen. */
  readonly ms: (x: number) => number;
  /** The x of the screen at an instant. */
  readonly x: (ms: number) => number;
  readonly pxPerDay: number;
}

interface Tick {
  readonly ms: number;
  readonly x: number;
}

const DAY_MS = 86_400_000;

/** Throws where the words say too little: a picture that nobody could read. */
export function axisOf(all: readonly AxisWords[]): Axis {
  const ticks = ticksOf(all);
  const first = ticks[0];
  const last = ticks.at(-1);
  if (first === undefined || last === undefined || first === last) {
    throw new Error(
      `The axis has too few ticks to be read: ${all.map(({ words }) => words).join(' ')}`,
    );
  }
  const pxPerMs = (last.x - first.x) / (last.ms - first.ms);
  return {
    ms: (x) => first.ms + (x - first.x) / pxPerMs,
    x: (ms) => first.x + (ms - first.ms) * pxPerMs,
    pxPerDay: pxPerMs * DAY_MS,
  };
}

function ticksOf(all: readonly AxisWords[]): readonly Tick[] {
  const upper = Math.min(...all.map(({ top }) => top));
  const units = all
    .filter(({ top }) => top < upper + 8)
    .flatMap(({ words, left }) => {
      const date = dateOf(words);
      return date === null ? [] : [{ left, date }];
    })
    .toSorted((a, b) => a.left - b.left);
  const lower = all.filter(({ top }) => top >= upper + 8).toSorted((a, b) => a.centre - b.centre);
  // Where ticks are years there is nothing larger above them.
  if (lower.length === 0) {
    return all
      .flatMap(({ words, centre }) =>
        /^\d{4}$/.test(words) ? [{ ms: Date.UTC(Number(words), 0), x: centre }] : [],
      )
      .toSorted((a, b) => a.x - b.x);
  }
  const ticks: Tick[] = [];
  for (const { words, centre } of lower) {
    const before = ticks.at(-1)?.ms;
    const unit = units.findLast(({ left }) => left <= centre + 2)?.date;
    const ms = before === undefined ? instantOf(words, unit) : nextOf(words, before);
    if (ms !== null) ticks.push({ ms, x: centre });
  }
  return ticks;
}

/** "2014", "December 2014", "14 December 2014": year, month and day as far as they are said. */
function dateOf(words: string): readonly number[] | null {
  const [, day, month, year] = /^(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})$/.exec(words) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return [Number(year)];
  const monthIndex = MONTHS.findIndex((name) => name === month);
  if (monthIndex === -1) return null;
  return [Number(year), monthIndex, ...(day === undefined ? [] : [Number(day)])];
}

/** A tick's instant from the larger unit that it stands in. */
function instantOf(words: string, unit: readonly number[] | undefined): number | null {
  if (unit === undefined) return null;
  const [year = 0, month = 0, day = 1] = unit;
  if (unit.length === 1) {
    const index = monthOf(words);
    return index === -1 ? null : Date.UTC(year, index);
  }
  if (unit.length === 2) return Date.UTC(year, month, Number(words));
  const [hour, minute] = words.split(':');
  return Date.UTC(year, month, day, Number(hour), Number(minute));
}

/** The first instant after `before` that the words fit. */
function nextOf(words: string, before: number): number {
  const date = new Date(before);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const index = monthOf(words);
  const [hour, minute] = words.split(':');
  const candidates =
    index !== -1
      ? [Date.UTC(year, index), Date.UTC(year + 1, index)]
      : minute !== undefined
        ? [0, 1].map((more) => Date.UTC(year, month, day + more, Number(hour), Number(minute)))
        : [0, 1].map((more) => Date.UTC(year, month + more, Number(words)));
  return candidates.find((ms) => ms > before) ?? Number.NaN;
}

function monthOf(words: string): number {
  return MONTHS.findIndex((name) => name.slice(0, 3) === words);
}
