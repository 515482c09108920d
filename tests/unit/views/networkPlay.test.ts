import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PLAY_SPANS,
  playSteps,
  spanFor,
  stepOf,
  windowAt,
  windowWords,
} from '../../../src/views/network/playSteps.ts';

const HISTORY = { startMs: Date.UTC(2013, 6, 22), endMs: Date.UTC(2015, 10, 18) };

describe('time is played', () => {
  test('in whole months where it lasts some years', () => {
    const steps = playSteps(HISTORY);
    expect(steps.unit).toBe('month');
    expect(steps.edges[0]).toBe(Date.UTC(2013, 6, 1));
    expect(steps.edges.at(-1)).toBe(Date.UTC(2015, 11, 1));
    expect(steps.edges).toHaveLength(30);
  });

  test.each([
    ['2014-01-01', '2014-01-03', 'hour'],
    ['2014-01-01', '2014-03-01', 'day'],
    ['2014-01-01', '2015-01-01', 'week'],
    ['1950-01-01', '2000-01-01', 'year'],
    ['1000-01-01', '2000-01-01', '10 years'],
  ])('from %s to %s by the %s', (from, to, unit) => {
    const extent = { startMs: Date.parse(from), endMs: Date.parse(to) };
    expect(playSteps(extent).unit).toBe(unit);
  });

  test('beyond the calendar in equal steps', () => {
    const steps = playSteps({ startMs: -4e20, endMs: 6e13 });
    expect(steps.unit).toBe('step');
    expect(steps.edges).toHaveLength(101);
    expect(steps.edges[0]).toBe(-4e20);
    expect(steps.edges.at(-1)).toBeCloseTo(6e13, -8);
  });

  test('in steps that cover all of it, each after the last, few enough to watch', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9e15, max: 9e15, noNaN: true }),
        fc.double({ min: 3.6e6, max: 1e15, noNaN: true }),
        (startMs, lengthMs) => {
          const extent = { startMs, endMs: startMs + lengthMs };
          const { edges } = playSteps(extent);
          expect(edges.length).toBeLessThanOrEqual(121);
          expect(edges[0]).toBeLessThanOrEqual(extent.startMs);
          expect(edges.at(-1)).toBeGreaterThanOrEqual(extent.endMs - lengthMs * 1e-9);
          for (const [i, edge] of edges.slice(1).entries()) {
            expect(edge).toBeGreaterThan(edges[i] ?? Infinity);
          }
        },
      ),
    );
  });
});

describe('what is seen at a step', () => {
  const steps = playSteps(HISTORY);

  test('is the last so many months, or all until then', () => {
    const months = (step: number, span: (typeof PLAY_SPANS)[number]) =>
      windowWords(windowAt(steps, step, span), steps.precision);
    expect(months(0, 1)).toBe('July 2013');
    expect(months(4, 3)).toBe('September 2013 – November 2013');
    expect(months(1, 3)).toBe('July 2013 – August 2013');
    expect(months(5, 'growing')).toBe('July 2013 – December 2013');
    expect(months(28, 1)).toBe('November 2015');
  });

  test('is found again from the visible time', () => {
    for (const span of PLAY_SPANS) {
      for (const step of [0, 3, 28]) expect(stepOf(steps, windowAt(steps, step, span))).toBe(step);
    }
    expect(stepOf(steps, null)).toBe(0);
  });

  test('is about as long as what was visible before', () => {
    expect(spanFor(steps, null)).toBe(3);
    expect(spanFor(steps, windowAt(steps, 8, 6))).toBe(6);
    expect(spanFor(steps, { startMs: Date.UTC(2014, 0, 3), endMs: Date.UTC(2014, 0, 20) })).toBe(1);
    expect(spanFor(steps, HISTORY)).toBe(12);
  });
});
