import { describe, expect, it } from 'vitest';
import { frameOf, eventsOf, madeUpHistory } from '../../../bench/madeUpHistory.ts';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { parseDataset } from '../../../src/model/parse.ts';
import { dateOf } from '../../../src/model/dates.ts';

const history = madeUpHistory({ events: 2000 });

describe('a made-up history', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(madeUpHistory({ events: 50, seed: 7 })).toEqual(madeUpHistory({ events: 50, seed: 7 }));
    expect(madeUpHistory({ events: 50, seed: 7 })).not.toEqual(
      madeUpHistory({ events: 50, seed: 8 }),
    );
    const parts = { ...frameOf({ events: 50 }), events: [...eventsOf({ events: 50 })] };
    expect(parts).toEqual(madeUpHistory({ events: 50 }));
  });

  it('crosses the border without a complaint, at any size', () => {
    for (const events of [0, 1, 30]) {
      expect(parseDataset(madeUpHistory({ events }))).toMatchObject({
        ok: true,
        value: { warnings: [] },
      });
    }
    const read = parseDataset(history);
    expect(read.ok && read.value.warnings).toEqual([]);
    expect(read.ok && read.value.dataset.events).toHaveLength(2000);
  });

  it('is skewed as real ones are', async () => {
    const { facets } = await createLocalEngine(history, []).facets({
      query: { clauses: [], during: null, words: '', includesParts: false },
      facets: [{ facet: 'organisation', find: '', limit: 1000 }],
    });
    const totals = facets[0]?.values.map(({ total }) => total) ?? [];
    const sum = totals.reduce((a, b) => a + b, 0);
    const firstTenth = totals.slice(0, Math.ceil(totals.length / 10)).reduce((a, b) => a + b, 0);
    expect(firstTenth / sum).toBeGreaterThan(0.3);
    const actorsEach = history.events.map(({ actors = [] }) => actors.length);
    expect(Math.min(...actorsEach)).toBe(1);
    expect(Math.max(...actorsEach)).toBe(5);
    const ranges = history.events.filter(({ date }) => dateOf(date).extent === 'throughout');
    expect(ranges.length / history.events.length).toBeGreaterThan(0.07);
    expect(ranges.length / history.events.length).toBeLessThan(0.13);
  });

  it('comes in bursts', () => {
    const perMonth = new Map<string, number>();
    for (const { date } of history.events) {
      const month = date.slice(0, 7);
      perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
    }
    const counts = [...perMonth.values()].toSorted((a, b) => b - a);
    const busiest = counts.slice(0, 12).reduce((a, b) => a + b, 0);
    expect(busiest).toBeGreaterThan(4 * 12 * (history.events.length / (36 * 12)));
  });
});
