/*
 * What is in a history: its own words, its vocabularies, the stretch of time that it fills.
 * Knows: the dataset and its columns. Must not know: queries.
 */
import type { Interval } from '../../base/interval.ts';
import type { Edtf, Problem, Scene } from '../../model/types.ts';
import { DAY_MS, msOfYear, yearOf } from '../../model/years.ts';
import { FACETS, type DatasetAnswer } from '../port.ts';
import type { Columns } from './columns.ts';

/** More scenes than anyone shows, or steps in one, few enough to hand over with the vocabularies. */
const SCENES_LIMIT = 200;
const STEPS_LIMIT = 40;

/** What is known of the events as a whole. */
export interface EventsKnown extends Pick<DatasetAnswer, 'eventsTotal' | 'facets'> {
  /** From the earliest to the latest end that is known; null where none is. */
  readonly extent: Interval | null;
}

export function describe(columns: Columns, warnings: readonly Problem[]): DatasetAnswer {
  const { time, facets } = columns;
  return describeHistory(columns, warnings, {
    extent: closedExtent(time.starts, time.ends),
    eventsTotal: columns.events.length,
    facets: FACETS.filter((facet) => facets[facet].direct.postings.length > 0),
  });
}

/** `columns` need not hold the events. */
export function describeHistory(
  columns: Columns,
  warnings: readonly Problem[],
  known: EventsKnown,
): DatasetAnswer {
  const { dataset, facets } = columns;
  return {
    title: dataset.title,
    subtitle: dataset.subtitle ?? null,
    description: dataset.description ?? null,
    language: dataset.language ?? null,
    licence: dataset.licence ?? null,
    asOf: dataset.asOf === undefined ? null : columns.dateOf(dataset.asOf),
    extent: known.extent ?? extentWithout(columns),
    eventsTotal: known.eventsTotal,
    sources: dataset.sources ?? [],
    actors: (dataset.actors ?? []).map(({ id, name, kind, sector }) => ({
      id,
      name,
      kind,
      sector: sector ?? null,
    })),
    places: dataset.places ?? [],
    themes: dataset.themes ?? [],
    sectors: facets.sector.ids,
    periods: (dataset.periods ?? []).map(({ id, title, date }) => ({
      id,
      title,
      date: columns.dateOf(date),
    })),
    scenes: scenesOf(dataset.scenes ?? []),
    facets: known.facets,
    warnings: [...warnings, ...cutScenes(dataset.scenes ?? [])],
  };
}

function scenesOf(scenes: readonly Scene[]): readonly Scene[] {
  return scenes.slice(0, SCENES_LIMIT).map((scene) => {
    const { steps = [] } = scene;
    return steps.length <= STEPS_LIMIT ? scene : { ...scene, steps: steps.slice(0, STEPS_LIMIT) };
  });
}

/** What a briefing of a thousand scenes loses is told. */
function cutScenes(scenes: readonly Scene[]): readonly Problem[] {
  if (scenes.length <= SCENES_LIMIT) return [];
  return [
    {
      place: 'scenes',
      found: `${String(scenes.length)} scenes`,
      expected: `at most ${String(SCENES_LIMIT)}`,
      remedy: `The first ${String(SCENES_LIMIT)} can be presented.`,
      severity: 'warning',
    },
  ];
}

/**
 * Where no time is known of any event: that of the ties, then the time of the account, then of its periods,
 * then this year. There is always something to draw an axis over.
 */
function extentWithout(columns: Columns): Interval {
  const { dataset } = columns;
  const periods = (dataset.periods ?? []).map(({ date }) => date);
  const ties = (dataset.ties ?? []).flatMap(({ date }) => (date === undefined ? [] : [date]));
  const ofDates = (dates: readonly Edtf[]): Interval | null =>
    closedExtent(
      dates.map((date) => columns.dateOf(date).startMs),
      dates.map((date) => columns.dateOf(date).endMs),
    );
  return (
    ofDates(ties) ??
    ofDates(dataset.asOf === undefined ? [] : [dataset.asOf]) ??
    ofDates(periods) ??
    yearAround(Date.now())
  );
}

/** From the earliest to the latest closed end; null where all are open. */
function closedExtent(starts: ArrayLike<number>, ends: ArrayLike<number>): Interval | null {
  let startMs = Infinity;
  let endMs = -Infinity;
  for (let i = 0; i < starts.length; i++) {
    const from = starts[i] ?? -Infinity;
    const to = ends[i] ?? Infinity;
    if (from === -Infinity && to === Infinity) continue;
    // Where one end is open, a day (or the least that the number can tell) beside the other is shown.
    const dayMs = Math.max(DAY_MS, Math.abs(from === -Infinity ? to : from) * Number.EPSILON * 4);
    startMs = Math.min(startMs, from === -Infinity ? to - dayMs : from);
    endMs = Math.max(endMs, to === Infinity ? from + dayMs : to);
  }
  return startMs < endMs ? { startMs, endMs } : null;
}

function yearAround(ms: number): Interval {
  const year = yearOf(ms);
  return { startMs: msOfYear(year), endMs: msOfYear(year + 1) };
}
