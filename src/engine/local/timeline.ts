/*
 * What to draw of a history in a window of time: lanes, marks, density, links.
 * Knows: the steps and their order. Must not know: pixels beyond a width, shapes, colours beyond a slot.
 *
 *   query → matched ┐
 *   window → covers → reach → shown → counts per cell → marks → bins (what is left), links
 *   lanes ──────────────────────────┘
 */
import { statusWords } from '../../model/dateWords.ts';
import type { Interval } from '../../base/interval.ts';
import { DAY_MS } from '../../model/years.ts';
import type { DateInfo } from '../../model/types.ts';
import type {
  TimelineAnswer,
  TimelineBin,
  TimelineLink,
  TimelineMark,
  TimelineQuestion,
} from '../port.ts';
import { EventSet, fillBits, intersectBits, noBits, shared, without } from './bits.ts';
import { colourOf } from './colours.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import { binStart, coversOf, gridOf, type Grid } from './grid.ts';
import type { Lanes, LanesOf } from './lanes.ts';
import { chooseMarks, countCells, type CellCounts, type Field } from './marks.ts';
import { recently } from './recently.ts';
import { datedTotal, overlapping } from './time.ts';

export type Timeline = (question: TimelineQuestion) => TimelineAnswer;

/** Where an event that does not match is hidden, `keep` does not bring it back. */
export function timelineOf(columns: Columns, filter: Filter, lanesOf: LanesOf): Timeline {
  // What does not depend on the filter is remembered, so that a filter costs what it finds.
  const reaches = recently<EventSet>(4);
  const totals = recently<CellCounts>(4);

  return (question) => {
    const { query, window, rest, keep, marksLimit, laneBy } = question;
    const covers = coversOf(window);
    const grid = gridOf(window, question.widthPx, question.binPx);
    const lanes = lanesOf(question);
    const field: Field = { columns, lanes, grid, window };

    const reachKey = `${covers.startMs} ${covers.endMs}`;
    const reach = reaches(reachKey, () => datedIn(columns, covers));
    const all = filter.match(query);
    const matched = all === columns.all ? reach : shared(reach, all);
    const faded =
      rest === 'hide' || matched === reach
        ? new EventSet(new Uint32Array(), columns.events.length)
        : without(reach, matched);

    const countsKey = JSON.stringify([covers, grid, laneBy, lanes.list.map(({ id }) => id)]);
    const countAll = (): CellCounts => totals(countsKey, () => countCells(field, reach)).slice();
    const matchedLeft = matched === reach ? countAll() : countCells(field, matched);
    const fadedLeft =
      faded.count === 0 ? new Uint32Array(matchedLeft.length) : less(countAll(), matchedLeft);

    const kept = keep
      .map((id) => columns.ordinalOf.get(id) ?? -1)
      .filter((ordinal) => ordinal >= 0 && isDrawable(columns, ordinal))
      .filter((ordinal) => rest === 'fade' || all.has(ordinal));
    const chosen = chooseMarks(
      field,
      [
        { set: matched, left: matchedLeft },
        { set: faded, left: fadedLeft },
      ],
      kept,
      marksLimit,
    );
    const marks = chosen
      .toSorted((a, b) => a - b)
      .map((ordinal) => markOf(columns, lanes.lanesAt, ordinal, all.has(ordinal)));
    return {
      laneBy,
      covers,
      lanes: lanes.list,
      marks,
      bins: binsOf(grid, lanes.list.length, matchedLeft, fadedLeft),
      links: linksAmong(columns, marks),
    };
  };
}

/** The events in a stretch of time, but those of which no time is known: they have no place on an axis. */
function datedIn(columns: Columns, covers: Interval): EventSet {
  const bits = overlapping(columns.time, covers);
  const dated = noBits(columns.events.length);
  fillBits(dated, 0, datedTotal(columns.time));
  intersectBits(bits, dated);
  return new EventSet(bits);
}

function isDrawable(columns: Columns, ordinal: number): boolean {
  return ordinal < datedTotal(columns.time);
}

function less(a: CellCounts, b: CellCounts): CellCounts {
  const left = a.slice();
  for (let cell = 0; cell < left.length; cell++) left[cell] = (left[cell] ?? 0) - (b[cell] ?? 0);
  return left;
}

export function markOf(
  columns: Columns,
  lanesAt: Lanes['lanesAt'],
  ordinal: number,
  isMatching: boolean,
): TimelineMark {
  const event = columns.events.at(ordinal);
  if (event === undefined) throw new Error(`No event has the ordinal ${ordinal}`);
  const date = columns.dateOf(event.date);
  const status = event.status ?? 'happened';
  const at: number[] = [];
  const length = lanesAt(ordinal, at);
  const mainTheme = columns.facets.theme.valueOf.get(event.themes?.[0] ?? '');
  return {
    id: event.id,
    title: event.title,
    dateWords: statusWords(date, status),
    startMs: date.startMs,
    endMs: date.endMs,
    extent: date.extent,
    isWide: !isDayOrTime(date),
    isStartApproximate: date.isStartApproximate,
    isEndApproximate: date.isEndApproximate,
    isUncertain: date.isUncertain,
    status,
    weight: columns.weights[ordinal] ?? 0,
    matches: isMatching,
    lanes: at.slice(0, length),
    colour: mainTheme === undefined ? null : colourOf(mainTheme),
    partOf: event.partOf ?? null,
    order: event.order ?? null,
  };
}

/** A range from one day to another has the precision of a day, and is wide all the same. */
function isDayOrTime({ precision, startMs, endMs }: DateInfo): boolean {
  return (precision === 'day' || precision === 'time') && endMs - startMs <= DAY_MS;
}

export function binsOf(
  grid: Grid,
  lanesTotal: number,
  matching: CellCounts,
  rest: CellCounts,
): readonly TimelineBin[] {
  const bins: TimelineBin[] = [];
  for (let lane = 0; lane < lanesTotal; lane++) {
    for (let bin = 0; bin < grid.bins; bin++) {
      const cell = lane * grid.bins + bin;
      const count = matching[cell] ?? 0;
      const others = rest[cell] ?? 0;
      if (count === 0 && others === 0) continue;
      const startMs = binStart(grid, bin);
      bins.push({ lane, startMs, endMs: startMs + grid.stepMs, count, rest: others });
    }
  }
  return bins;
}

export function linksAmong(
  columns: Columns,
  marks: readonly TimelineMark[],
): readonly TimelineLink[] {
  const drawn = new Set(marks.map(({ id }) => id));
  return marks.flatMap(({ id }) => {
    const links = columns.events.at(columns.ordinalOf.get(id) ?? -1)?.links ?? [];
    return links.filter(({ to }) => drawn.has(to)).map(({ to, kind }) => ({ from: id, to, kind }));
  });
}
