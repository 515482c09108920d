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
    const { counts, totals } = await engine.statistics({
      query: EVERYTHING,
      over,
      bins: 4,
      actorsLimit: 0,
    });
    // first, onwards and by march; none; the year (its middle begins the third quarter); last day. The
    // middle of the long one lies in 2014.
    expect(totals).toEqual([3, 0, 1, 1]);
    expect(counts).toEqual(totals);
  });

  it('count what matches beside all', async () => {
    const query = where(clause('organisation', { any: ['google'] }));
    expect(await engine.statistics({ query, over, bins: 2, actorsLimit: 0 })).toEqual({
      over,
      counts: [1, 1],
      totals: [3, 2],
      actors: [],
      newTies: [],
    });
  });

  it('lose no dated event over the whole extent', async () => {
    const { extent } = await engine.dataset();
    const { totals } = await engine.statistics({
      query: EVERYTHING,
      over: extent,
      bins: 7,
      actorsLimit: 0,
    });
    expect(totals.reduce((sum, count) => sum + count, 0)).toBe(7);
  });

  describe('of actors', () => {
    const history = engineOf(`
      person Ada
      2013-02-01 first: Ada, Google
      2013-05-01 second: Ada, Google, Microsoft
      2013-06-01 rumour: Ada, mentioned Apple, mentioned Google
      2013-07-01 plan: Google, Apple !planned
      2013-08-01 third: Ada, Apple
      2013-08-02 part of it: Ada, Apple < third
      2012-06-01 before: Microsoft, Google
      soon unknown: Ada, Nobody
    `);
    const question = { query: EVERYTHING, over, bins: 4, actorsLimit: 3 };

    it('tell the most active, by events of the time that happened and in which they took part', async () => {
      const { actors } = await history.statistics(question);
      // The undated one may have been then, as it may have been at any time.
      expect(actors).toEqual([
        { id: 'ada', name: 'Ada', kind: 'person', sector: null, events: 6 },
        { id: 'apple', name: 'Apple', kind: 'organisation', sector: null, events: 2 },
        { id: 'google', name: 'Google', kind: 'organisation', sector: null, events: 2 },
      ]);
    });

    it('count each pair once, when it first acted together', async () => {
      // Ada and Google; Ada and Microsoft; Ada and Apple. Google and Microsoft met the year before.
      expect((await history.statistics(question)).newTies).toEqual([1, 1, 1, 0]);
      const before = { ...question, over: between('2012-01-01', '2013-01-01') };
      expect((await history.statistics(before)).newTies).toEqual([0, 1, 0, 0]);
    });

    it('count a pair at the earliest middle, not the earliest start', async () => {
      const long = engineOf(`
        2012/2015 project: Ada, Ben
        2013-02-01 talk: Ada, Ben
      `);
      expect((await long.statistics(question)).newTies).toEqual([1, 0, 0, 0]);
    });

    it('follow the filter: what was first among those that match', async () => {
      const query = where(clause('organisation', { all: ['microsoft'] }));
      const { actors, newTies } = await history.statistics({ ...question, query });
      expect(actors.map(({ name, events }) => `${name} ${events}`)).toEqual([
        'Ada 1',
        'Google 1',
        'Microsoft 1',
      ]);
      // Google and Microsoft match in 2012 already.
      expect(newTies).toEqual([0, 2, 0, 0]);
    });
  });
});
