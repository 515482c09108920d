import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { msOfYear } from '../../../src/model/years.ts';
import { layoutAxis, type Axis } from '../../../src/views/timeline/axis.ts';
import { measure } from './timelineAnswers.ts';

const DAY_MS = 86_400_000;

function axisOf(startMs: number, endMs: number, widthPx = 900): Axis {
  return layoutAxis({ startMs, endMs }, widthPx, measure);
}

function labels(axis: Axis): string[] {
  return axis.ticks.map((tick) => tick.label).filter((label) => label !== '');
}

describe('axis', () => {
  it('names months under their years', () => {
    const axis = axisOf(Date.UTC(2013, 5, 1), Date.UTC(2015, 11, 1));
    expect(labels(axis)).toContain('Oct');
    expect(axis.contexts.map((context) => context.label)).toEqual(['2013', '2014', '2015']);
  });

  it('names days under their month', () => {
    const axis = axisOf(Date.UTC(2014, 11, 1), Date.UTC(2014, 11, 31));
    expect(labels(axis)).toContain('10');
    expect(axis.contexts.map((context) => context.label)).toEqual(['December 2014']);
  });

  it('names hours under their day', () => {
    const axis = axisOf(Date.UTC(2014, 11, 1, 6), Date.UTC(2014, 11, 1, 18));
    expect(labels(axis)).toContain('12:00');
    expect(axis.contexts[0]?.label).toBe('1 December 2014');
  });

  it('stands on midnight in Greenwich whatever the zone of the reader', () => {
    const axis = axisOf(Date.UTC(2014, 11, 1), Date.UTC(2014, 11, 31));
    for (const tick of axis.ticks) expect(tick.ms % DAY_MS).toBe(0);
  });

  it('counts in plain years before the common era and beyond what a Date holds', () => {
    expect(labels(axisOf(msOfYear(-500), msOfYear(500))).join(' ')).toMatch(/BCE/);
    const far = labels(axisOf(msOfYear(-13_800_000_000), msOfYear(2000)));
    expect(far.length).toBeGreaterThan(2);
    expect(far.join(' ')).toMatch(/billion years ago/);
  });

  it('lets no two labels touch and none run out, at any scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 3000 }),
        fc.double({ min: -1, max: 13, noNaN: true }),
        fc.integer({ min: 200, max: 2000 }),
        (year, magnitude, widthPx) => {
          const startMs = msOfYear(year);
          const axis = axisOf(startMs, startMs + 10 ** magnitude * 6 * 3_600_000, widthPx);
          let until = 0;
          for (const { label, xPx } of axis.ticks) {
            if (label === '') continue;
            expect(xPx - measure(label) / 2).toBeGreaterThanOrEqual(until);
            until = xPx + measure(label) / 2;
          }
          expect(until).toBeLessThanOrEqual(widthPx + 1e-6);
          let contextUntil = 0;
          for (const { label, xPx } of axis.contexts) {
            expect(xPx).toBeGreaterThanOrEqual(contextUntil);
            contextUntil = xPx + measure(label);
          }
          expect(contextUntil).toBeLessThanOrEqual(widthPx + 1e-6);
          expect(axis.ticks.length).toBeLessThan(80);
        },
      ),
      { numRuns: 500 },
    );
  });
});
