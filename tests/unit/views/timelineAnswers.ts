import fc from 'fast-check';
import type { TimelineAnswer, TimelineMark } from '../../../src/engine/port.ts';

const DAY_MS = 86_400_000;

/** A mark with what a test says of it; a day in 2014 otherwise. */
export function mark(id: string, said: Partial<TimelineMark> = {}): TimelineMark {
  const startMs = said.startMs ?? Date.UTC(2014, 0, 1);
  return {
    id,
    title: id,
    dateWords: '1 January 2014',
    startMs,
    endMs: startMs + DAY_MS,
    extent: 'within',
    isWide: false,
    isStartApproximate: false,
    isEndApproximate: false,
    isUncertain: false,
    status: 'happened',
    weight: 3,
    matches: true,
    lanes: [0],
    colour: 0,
    partOf: null,
    order: null,
    ...said,
  };
}

export function answer(
  marks: readonly TimelineMark[],
  said: Partial<TimelineAnswer> = {},
): TimelineAnswer {
  const lanes = Math.max(1, ...marks.flatMap((each) => each.lanes.map((lane) => lane + 1)));
  return {
    laneBy: 'theme',
    covers: { startMs: Date.UTC(2013, 0, 1), endMs: Date.UTC(2016, 0, 1) },
    lanes: Array.from({ length: lanes }, (_, i) => ({
      id: `lane${String(i)}`,
      name: `Lane ${String(i)}`,
      count: 0,
      colour: i,
    })),
    marks,
    bins: [],
    links: [],
    ...said,
  };
}

/** Seven pixels a character: wide enough to collide, and the same everywhere. */
export function measure(text: string): number {
  return text.length * 7;
}

const arbitraryMark = fc
  .record({
    startDay: fc.integer({ min: -30, max: 1100 }),
    days: fc.oneof(fc.constant(1), fc.constant(30), fc.integer({ min: 1, max: 400 })),
    title: fc.string({ minLength: 1, maxLength: 90 }),
    extent: fc.constantFrom('within' as const, 'throughout' as const),
    weight: fc.integer({ min: 1, max: 5 }),
    matches: fc.boolean(),
    isOpenStart: fc.boolean(),
    isOpenEnd: fc.boolean(),
    isStartApproximate: fc.boolean(),
    isEndApproximate: fc.boolean(),
    lanes: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 2 }),
    whole: fc.option(fc.integer({ min: 0, max: 5 })),
  })
  .map(({ startDay, days, isOpenStart, isOpenEnd, whole, ...said }) => {
    const startMs = Date.UTC(2013, 0, 1) + startDay * DAY_MS;
    return {
      ...said,
      isWide: days > 1,
      startMs: isOpenStart && days > 300 ? -Infinity : startMs,
      endMs: isOpenEnd && days > 300 ? Infinity : startMs + days * DAY_MS,
      partOf: whole === null ? null : `e${String(whole)}`,
    };
  });

/** Crowded answers: up to 160 marks in four lanes, as many as a window may hold. */
export const arbitraryAnswer = fc.array(arbitraryMark, { maxLength: 160 }).map((said) =>
  answer(
    said.map((each, i) => mark(`e${String(i)}`, each)),
    {
      lanes: answer([mark('x', { lanes: [3] })]).lanes,
    },
  ),
);
