import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../src/base/interval.ts';
import { nextItem, type FocusItem } from '../../../src/views/timeline/roving.ts';
import { fitLine, shortTitle } from '../../../src/views/timeline/labels.ts';
import { threadThrough } from '../../../src/views/timeline/threads.ts';
import {
  clampWindow,
  minSpanMs,
  panWindow,
  windowBetween,
  windowChoice,
  windowShowing,
  zoomWindow,
} from '../../../src/views/timeline/window.ts';

const LIMITS: Interval = { startMs: Date.UTC(2013, 0, 1), endMs: Date.UTC(2016, 0, 1) };
const YEAR_2014: Interval = { startMs: Date.UTC(2014, 0, 1), endMs: Date.UTC(2015, 0, 1) };

const arbitraryWindow = fc
  .tuple(
    fc.double({ min: -0.5, max: 1.5, noNaN: true }),
    fc.double({ min: 1e-9, max: 3, noNaN: true }),
  )
  .map(([at, span]) => {
    const limitSpan = LIMITS.endMs - LIMITS.startMs;
    const startMs = LIMITS.startMs + at * limitSpan;
    return { startMs, endMs: startMs + span * limitSpan };
  });

describe('window', () => {
  it('stands within its limits, whatever is asked', () => {
    fc.assert(
      fc.property(
        arbitraryWindow,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (window, factor) => {
          const clamped = clampWindow(window, LIMITS);
          const results = [
            clamped,
            zoomWindow(clamped, LIMITS, factor, YEAR_2014.startMs),
            panWindow(clamped, LIMITS, factor),
          ];
          for (const { startMs, endMs } of results) {
            expect(startMs).toBeGreaterThanOrEqual(LIMITS.startMs - 1);
            expect(endMs).toBeLessThanOrEqual(LIMITS.endMs + 1);
            expect(endMs - startMs).toBeGreaterThanOrEqual(minSpanMs(LIMITS) - 1);
          }
        },
      ),
    );
  });

  it('zooms about the instant under the pointer', () => {
    const at = Date.UTC(2014, 3, 1);
    const zoomed = zoomWindow(YEAR_2014, LIMITS, 2, at);
    const shareOf = (window: Interval): number =>
      (at - window.startMs) / (window.endMs - window.startMs);
    expect(shareOf(zoomed)).toBeCloseTo(shareOf(YEAR_2014));
    expect(zoomed.endMs - zoomed.startMs).toBeCloseTo((YEAR_2014.endMs - YEAR_2014.startMs) / 2);
  });

  it('is no choice where it shows everything', () => {
    expect(windowChoice(LIMITS, LIMITS)).toBeNull();
    expect(windowChoice(YEAR_2014, LIMITS)).toEqual(YEAR_2014);
  });

  it('moves to show an instant without zooming', () => {
    const at = Date.UTC(2015, 5, 1);
    const moved = windowShowing(YEAR_2014, { startMs: at, endMs: at + 1 }, LIMITS);
    expect(moved.endMs - moved.startMs).toBeCloseTo(YEAR_2014.endMs - YEAR_2014.startMs);
    expect(moved.startMs).toBeLessThan(at);
    expect(moved.endMs).toBeGreaterThan(at);
  });

  it('flies from one to the other by equal ratios', () => {
    const to = { startMs: Date.UTC(2014, 5, 1), endMs: Date.UTC(2014, 5, 15) };
    const half = windowBetween(LIMITS, to, 0.5);
    const span = (window: Interval): number => window.endMs - window.startMs;
    expect(span(half)).toBeCloseTo(Math.sqrt(span(LIMITS) * span(to)), -3);
    expect(windowBetween(LIMITS, to, 1)).toEqual(to);
    expect(windowBetween(LIMITS, to, 0).startMs).toBeCloseTo(LIMITS.startMs);
  });
});

describe('roving focus', () => {
  const item = (key: string, x: number, y: number): FocusItem => ({ key, eventId: key, x, y });
  const items = [item('a', 0, 0), item('b', 100, 50), item('c', 200, 0), item('d', 210, 50)];

  it('goes through time by left and right', () => {
    expect(nextItem(items, 'a', 'right')?.key).toBe('b');
    expect(nextItem(items, 'c', 'left')?.key).toBe('b');
    expect(nextItem(items, 'd', 'right')).toBeNull();
  });

  it('goes to the nearest on the next row by up and down', () => {
    expect(nextItem(items, 'c', 'down')?.key).toBe('d');
    expect(nextItem(items, 'b', 'up')?.key).toBe('a');
    expect(nextItem(items, 'a', 'up')).toBeNull();
  });

  it('goes to the first and the last, and starts with the first', () => {
    expect(nextItem(items, 'b', 'first')?.key).toBe('a');
    expect(nextItem(items, 'b', 'last')?.key).toBe('d');
    expect(nextItem(items, null, 'right')?.key).toBe('a');
    expect(nextItem([], null, 'right')).toBeNull();
  });
});

describe('threads', () => {
  it('run through an event forwards and backwards, but not into side branches', () => {
    const link = (from: string, to: string) => ({ from, to, kind: 'leads-to' as const });
    const links = [link('a', 'b'), link('b', 'c'), link('a', 'side'), link('c', 'a')];
    expect([...threadThrough('b', links)].toSorted()).toEqual(['a', 'b', 'c', 'side']);
    expect([...threadThrough('b', [link('a', 'b'), link('a', 'side')])].toSorted()).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('titles on the timeline', () => {
  it('stand whole, or end at a word', () => {
    expect(shortTitle('UK–US taskforce announced')).toBe('UK–US taskforce announced');
    const long = shortTitle(
      'A title that a stranger wrote and that goes on and on until nobody reads it any more',
    );
    expect(long).toMatch(/^A title that a stranger .*\w…$/);
    expect(long.length).toBeLessThanOrEqual(60);
  });

  it('take on a single line whatever they are made of', () => {
    expect(shortTitle('two\nlines\tand a tab')).toBe('two lines and a tab');
    expect(shortTitle('x'.repeat(1_000_000)).length).toBeLessThanOrEqual(60);
  });

  it('end where their line does, on a whole character', () => {
    const measure = (text: string): number => text.length * 7;
    expect(fitLine('Funding', 70, measure)).toBe('Funding');
    expect(fitLine('Funding and commitments', 70, measure)).toBe('Funding a…');
    expect(fitLine('😀😀😀😀', 7 * 4, measure)).toBe('😀…');
    expect(fitLine('wide', 3, measure)).toBe('w…');
  });
});
