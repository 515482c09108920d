/*
 * Writes TimelineJS 3 JSON. What it has no room for stands under keys of our own, `threadline`, which
 * TimelineJS passes over and timelineJsExtras.ts reads again, so that nothing is lost on the way.
 * Knows: slides. Must not know: how a file is read.
 *
 *   {"scale", "title", "events": [{…slide, "threadline": event}, …], "eras": […],
 *    "threadline": {"version": 1, "history": {…}, "events": [[place, event], …]}}
 */
import { inCanonicalOrder } from '../../model/canonicalJson.ts';
import type { Dataset, HistoryEvent, Problem } from '../../model/types.ts';
import { eraOf, slideOf, titleOf, type Era, type Slide } from './slides.ts';
import { eventsWritten, type Writer } from './writer.ts';

export const EXTRAS_KEY = 'threadline';
const EXTRAS_VERSION = 1;

/** Years that JavaScript's Date holds; beyond them TimelineJS counts in years alone. */
const HUMAN_YEARS = 270_000;

export interface TimelineExtras {
  readonly version: typeof EXTRAS_VERSION;
  /** All but the events. */
  readonly history: Omit<Dataset, 'events'>;
  /** Events that have no slide, and their places among all. */
  readonly events: readonly (readonly [number, HistoryEvent])[];
}

export const timelineJsWriter: Writer = {
  ending: 'json',
  mediaType: 'application/json',
  isOfNetwork: false,
  write(dataset) {
    const { events, ...history } = inCanonicalOrder(dataset);
    const groupOf = groupNames(dataset);
    const slides: (Slide & { readonly [EXTRAS_KEY]: HistoryEvent })[] = [];
    const without: [number, HistoryEvent][] = [];
    const notWritten: Problem[] = [];
    events.forEach((event, i) => {
      const slide = slideOf(event, groupOf);
      if (slide === null) {
        without.push([i, event]);
        notWritten.push(noSlide(event));
      } else slides.push({ ...slide, [EXTRAS_KEY]: event });
    });
    const eras = (dataset.periods ?? []).map(eraOf).filter((era) => era !== null);
    const extras: TimelineExtras = { version: EXTRAS_VERSION, history, events: without };
    const file = {
      scale: isFar(slides, eras) ? 'cosmological' : 'human',
      title: titleOf(dataset),
      events: slides,
      ...(eras.length === 0 ? {} : { eras }),
      [EXTRAS_KEY]: extras,
    };
    return {
      ...eventsWritten(dataset, notWritten),
      text: `${JSON.stringify(file, null, 2)}\n`,
      notes: [
        'TimelineJS shows of an event its date, title, description, first picture and main theme. The rest stands in the file under “threadline”, which TimelineJS passes over and Threadline reads again.',
      ],
    };
  },
};

/** Themes' names, which TimelineJS groups slides by. */
export function groupNames({ themes = [] }: Dataset): ReadonlyMap<string, string> {
  return new Map(themes.map(({ id, name }) => [id, name]));
}

function isFar(slides: readonly Slide[], eras: readonly Era[]): boolean {
  return [...slides, ...eras].some((item) =>
    [item.start_date, item.end_date].some(
      (date) => date !== undefined && Math.abs(date.year) > HUMAN_YEARS,
    ),
  );
}

function noSlide({ title, date }: HistoryEvent): Problem {
  return {
    place: title,
    found: date === '' ? 'no date' : date,
    expected: 'a date with a start or an end',
    remedy: 'It has no slide; it stands in the file for Threadline to read again.',
    severity: 'warning',
  };
}
