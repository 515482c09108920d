import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersects } from '../../../src/base/interval.ts';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { LANE_FACETS, type TimelineQuestion } from '../../../src/engine/port.ts';
import { dateOf } from '../../../src/model/dates.ts';
import type { Dataset, HistoryEvent } from '../../../src/model/types.ts';
import { aHistory, aQuery } from './arbitrary.ts';
import { matches, valuesOf } from './naive.ts';

/** Time enough for a machine that does something else besides. */
const TIMEOUT_MS = 120_000;

const aWindow = fc
  .tuple(
    fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2016, 0) }),
    fc.constantFrom(1, 20, 400, 3000),
  )
  .map(([startMs, days]) => ({ startMs, endMs: startMs + days * 86_400_000 }));

const aQuestion: fc.Arbitrary<TimelineQuestion> = fc.record({
  query: aQuery,
  laneBy: fc.constantFrom(...LANE_FACETS),
  window: aWindow,
  widthPx: fc.constantFrom(100, 1000),
  rest: fc.constantFrom('fade', 'hide'),
  marksLimit: fc.constantFrom(0, 1, 3, 10, 100),
  lanesLimit: fc.constantFrom(1, 2, 3, 20),
  binPx: fc.constantFrom(5, 20),
  keep: fc.constantFrom([], ['e0'], ['e1', 'e7', 'nobody']),
});

/** The events that must be in the answer, with whether they match. */
function due(history: Dataset, { query, window, rest }: TimelineQuestion) {
  const widthMs = window.endMs - window.startMs;
  const covers = { startMs: window.startMs - widthMs, endMs: window.endMs + widthMs };
  return history.events
    .map((event) => ({ event, isMatch: matches(history, event, query) }))
    .filter(({ event, isMatch }) => {
      const date = dateOf(event.date);
      const isDated = Number.isFinite(date.startMs) || Number.isFinite(date.endMs);
      return isDated && intersects(date, covers) && (isMatch || rest === 'fade');
    });
}

/** How many lanes an event is drawn in where none are gathered. */
function lanesOf(history: Dataset, event: HistoryEvent, { laneBy }: TimelineQuestion): number {
  if (laneBy === 'none') return 1;
  return Math.max(1, valuesOf(history, event, laneBy, false).size);
}

describe('the timeline, whatever is asked', { timeout: TIMEOUT_MS }, () => {
  it('counts every event that it covers once per lane, as a mark or in a bin', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory(60), aQuestion, async (history, question) => {
        const answer = await createLocalEngine(history, []).timeline(question);
        const expected = due(history, question);
        const drawn = new Map(answer.marks.map((mark) => [mark.id, mark]));
        expect(drawn.size).toBe(answer.marks.length);

        const perLane = answer.lanes.map(() => ({ matching: 0, rest: 0 }));
        for (const { lane, count, rest } of answer.bins) {
          const sum = perLane[lane];
          if (sum === undefined) throw new Error('a bin in no lane');
          sum.matching += count;
          sum.rest += rest;
        }
        for (const { event } of expected) {
          const mark = drawn.get(event.id);
          if (mark === undefined) continue;
          expect(new Set(mark.lanes).size).toBe(mark.lanes.length);
          expect(mark.lanes.length).toBeGreaterThan(0);
          for (const lane of mark.lanes) {
            const sum = perLane[lane];
            if (sum === undefined) throw new Error('a mark in no lane');
            sum[mark.matches ? 'matching' : 'rest'] += 1;
          }
        }
        const total = perLane.reduce((sum, { matching, rest }) => sum + matching + rest, 0);
        const isGathered = answer.lanes.some(({ name }) => name.endsWith(' others'));
        const inLanes = expected.reduce(
          (sum, { event }) => sum + lanesOf(history, event, question),
          0,
        );
        if (isGathered) expect(total).toBeLessThanOrEqual(inLanes);
        else expect(total).toBe(inLanes);
        expect(total).toBeGreaterThanOrEqual(expected.length);
        for (const { event, isMatch } of expected) {
          expect(drawn.get(event.id)?.matches ?? isMatch).toBe(isMatch);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('draws all where there is room for all, those to keep always, and never more than it may', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory(60), aQuestion, async (history, question) => {
        const { window, marksLimit, keep } = question;
        const answer = await createLocalEngine(history, []).timeline(question);
        const expected = due(history, question);
        const ids = new Set(answer.marks.map(({ id }) => id));
        if (expected.length <= marksLimit) {
          expect(answer.bins).toEqual([]);
          for (const { event } of expected) expect(ids).toContain(event.id);
        }
        for (const { event } of expected) {
          if (keep.includes(event.id)) expect(ids).toContain(event.id);
        }
        const inWindow = answer.marks.filter((mark) => intersects(mark, window));
        const kept = inWindow.filter(({ id }) => keep.includes(id));
        expect(inWindow.length).toBeLessThanOrEqual(Math.max(marksLimit, kept.length));
        expect(answer.lanes.length).toBeLessThanOrEqual(Math.max(2, question.lanesLimit));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer whatever was asked before', async () => {
    await fc.assert(
      fc.asyncProperty(
        aHistory(60),
        fc.array(aQuestion, { minLength: 2, maxLength: 5 }),
        async (history, questions) => {
          const engine = createLocalEngine(history, []);
          for (const question of [...questions, ...questions]) {
            const fresh = await createLocalEngine(history, []).timeline(question);
            expect(await engine.timeline(question)).toEqual(fresh);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
