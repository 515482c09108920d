import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { engineOf, between, EVERYTHING, timelineOf } from './ask.ts';

describe('a history', () => {
  it('says what is in it', async () => {
    const engine = engineOf(`
      title A title
      subtitle Below it
      asOf 2015-10
      organisation Office (government)
      theme second
      theme first
      period 2013/2015 The first years
      2013-07-22 speech: Office, Google @London #first
      2014-05 workshop
    `);
    const history = await engine.dataset();
    expect(history).toMatchObject({
      title: 'A title',
      subtitle: 'Below it',
      description: null,
      language: null,
      licence: null,
      eventsTotal: 2,
      actors: [
        { id: 'office', name: 'Office', kind: 'organisation', sector: 'government' },
        { id: 'google', name: 'Google', kind: 'organisation', sector: null },
      ],
      themes: [
        { id: 'second', name: 'second' },
        { id: 'first', name: 'first' },
      ],
      sectors: ['government'],
      facets: ['organisation', 'place', 'theme', 'sector', 'status'],
      warnings: [],
    });
    expect(history.asOf?.text).toBe('2015-10');
    expect(history.periods.map(({ title, date }) => [title, date.text])).toEqual([
      ['The first years', '2013/2015'],
    ]);
  });

  it('hands on what was marked while reading', async () => {
    const warning = {
      place: 'events[0].date',
      found: 'soon',
      expected: 'a date',
      remedy: 'kept',
      severity: 'warning',
    } as const;
    const engine = createLocalEngine({ version: 1, title: 'x', events: [] }, [warning]);
    expect((await engine.dataset()).warnings).toEqual([warning]);
  });
});

describe('the extent', () => {
  const extentOf = async (text: string) => (await engineOf(text).dataset()).extent;

  it('reaches from the earliest to the latest end that is known', async () => {
    expect(await extentOf('2013-07-22 a\n2014-05 b\n2013/.. c\n[..2015-03-01] d')).toEqual(
      between('2013-01-01', '2015-03-02'),
    );
  });

  it('is a day for one day', async () => {
    expect(await extentOf('2013-07-22 a')).toEqual(between('2013-07-22', '2013-07-23'));
  });

  it('shows a day beside an open end', async () => {
    expect(await extentOf('2013-07-22/.. a')).toEqual(between('2013-07-22', '2013-07-23'));
    expect(await extentOf('[..2013-07-22] a')).toEqual(between('2013-07-22', '2013-07-23'));
    expect(await extentOf('2012 a\n2013-07-22/.. b')).toEqual(between('2012-01-01', '2013-07-23'));
  });

  it('is finite and holds something wherever in time', async () => {
    for (const date of ['Y-13800000000', '-0044-03-15/..', '9999', 'soon', 'Y-13800000000/..']) {
      const { startMs, endMs } = await extentOf(`${date} a`);
      expect(Number.isFinite(startMs) && Number.isFinite(endMs)).toBe(true);
      expect(startMs).toBeLessThan(endMs);
    }
  });

  it('falls back to the time of the account, of its periods, or to this year', async () => {
    expect(await extentOf('asOf 2015-10')).toEqual(between('2015-10-01', '2015-11-01'));
    expect(await extentOf('period 2013/2014 Early')).toEqual(between('2013-01-01', '2015-01-01'));
    const { startMs, endMs } = await extentOf('title Nothing yet');
    expect(Math.abs(endMs - startMs - 365 * 86_400_000)).toBeLessThanOrEqual(86_400_000);
  });
});

describe('a history without events', () => {
  it('answers every question', async () => {
    const engine = engineOf('title Nothing yet');
    const sort = { by: 'date', isDescending: false } as const;
    const timeline = await timelineOf(engine);
    expect(timeline).toMatchObject({ lanes: [], marks: [], bins: [], links: [] });
    expect(await engine.events({ query: EVERYTHING, sort, offset: 0, limit: 9 })).toEqual({
      matched: 0,
      total: 0,
      rows: [],
    });
    expect(await engine.search({ text: 'a', limit: 9 })).toEqual({ hits: [], found: 0 });
    expect(await engine.details({ kind: 'event', id: 'a' })).toBeNull();
    const { extent } = await engine.dataset();
    const statistics = { query: EVERYTHING, over: extent, bins: 2, actorsLimit: 3 };
    expect(await engine.statistics(statistics)).toEqual({
      over: extent,
      counts: [0, 0],
      totals: [0, 0],
      actors: [],
      newTies: [0, 0],
    });
  });
});
