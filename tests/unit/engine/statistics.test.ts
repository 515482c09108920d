import { describe, expect, it } from 'vitest';
import { between, clause, engineOf, EVERYTHING, where } from './ask.ts';

describe('statistics', () => {
  const engine = engineOf(`
    2013-01-01 first: Google
    2013-12-31 last day
    2013 the year: Google
    2014 the year after
    2013-03/.. onwards
    [..2013-03] by march
    soon unknown
    2012/2016 long
  `);
  const over = between('2013-01-01', '2014-01-01');

  it('count an event in the bin of its middle, an open one at the end that is known', async () => {
    const { counts, totals } = await engine.statistics({ query: EVERYTHING, over, bins: 4 });
    // first, onwards and by march; none; the year (its middle begins the third quarter); last day. The
    // middle of the long one lies in 2014.
    expect(totals).toEqual([3, 0, 1, 1]);
    expect(counts).toEqual(totals);
  });

  it('count what matches beside all', async () => {
    const query = where(clause('organisation', { any: ['google'] }));
    expect(await engine.statistics({ query, over, bins: 2 })).toEqual({
      over,
      counts: [1, 1],
      totals: [3, 2],
    });
  });

  it('lose no dated event over the whole extent', async () => {
    const { extent } = await engine.dataset();
    const { totals } = await engine.statistics({ query: EVERYTHING, over: extent, bins: 7 });
    expect(totals.reduce((sum, count) => sum + count, 0)).toBe(7);
  });
});
