import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../src/engine/local/grid.ts';
import { dateOf } from '../../../src/model/dates.ts';
import type { TimelineAnswer } from '../../../src/engine/port.ts';
import { between, clause, engineOf, timelineOf, where } from './ask.ts';

function idsOf({ marks }: TimelineAnswer): readonly string[] {
  return marks.map(({ id }) => id);
}

/** The UTC day of an instant; null for none. */
function dayOf(ms: number): string | null {
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : null;
}

function ascending(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}

/** All events of a burst: so many on one day, of the weights given in turn. */
function burst(day: string, weights: readonly number[], marker = '#x'): string {
  return weights.map((weight, i) => `${day} ${day}-${i} ${marker} *${weight}`).join('\n');
}

describe('a mark', () => {
  const engine = engineOf(`
    theme images, law
    2013-07-22 speech #law *5
    2013-08-01T10:00:00Z hour
    2014-12 month
    2013-12-13/2014-12~ range #images
    2015-11-16/2015-11-17 summit !planned
    2015-11-17 opening < summit 2
    2014?/.. onwards
    [..2014-04] by april
  `);

  it('says when, how wide and how well it is known', async () => {
    const { marks } = await timelineOf(engine, { laneBy: 'none' });
    const facts = marks.map((mark) => [
      mark.id,
      dayOf(mark.startMs),
      dayOf(mark.endMs),
      mark.extent,
      mark.isWide,
      mark.isStartApproximate,
      mark.isEndApproximate,
      mark.isUncertain,
    ]);
    expect(facts).toEqual([
      ['speech', '2013-07-22', '2013-07-23', 'within', false, false, false, false],
      ['hour', '2013-08-01', '2013-08-01', 'within', false, false, false, false],
      ['range', '2013-12-13', '2015-01-01', 'throughout', true, false, true, false],
      ['onwards', '2014-01-01', null, 'throughout', true, false, false, true],
      ['by-april', null, '2014-05-01', 'within', true, false, false, false],
      ['month', '2014-12-01', '2015-01-01', 'within', true, false, false, false],
      ['summit', '2015-11-16', '2015-11-18', 'throughout', true, false, false, false],
      ['opening', '2015-11-17', '2015-11-18', 'within', false, false, false, false],
    ]);
    expect(marks.find(({ id }) => id === 'onwards')?.endMs).toBe(Infinity);
    expect(marks.find(({ id }) => id === 'by-april')?.startMs).toBe(-Infinity);
  });

  it('says what it is', async () => {
    const { marks } = await timelineOf(engine);
    expect(marks.find(({ id }) => id === 'speech')).toMatchObject({
      title: 'speech',
      dateWords: '22 July 2013',
      status: 'happened',
      weight: 5,
      matches: true,
      colour: 1,
      partOf: null,
      order: null,
    });
    expect(marks.find(({ id }) => id === 'opening')).toMatchObject({
      status: 'happened',
      weight: 3,
      colour: null,
      partOf: 'summit',
      order: 2,
    });
    expect(marks.find(({ id }) => id === 'summit')?.status).toBe('planned');
  });
});

describe('the timeline', () => {
  it('covers the window and as much on either side', async () => {
    const engine = engineOf('2012-12-31 before\n2013-06 in\n2014-12-31 edge\n2016 after');
    const window = between('2013-01-01', '2014-01-01');
    const answer = await timelineOf(engine, { window });
    expect(answer.covers).toEqual(between('2012-01-02', '2015-01-01'));
    expect(idsOf(answer)).toEqual(['before', 'in', 'edge']);
  });

  it('draws every event by itself while there are few, however close', async () => {
    const engine = engineOf(
      burst(
        '2013-07-22',
        Array.from({ length: 50 }, () => 3),
      ),
    );
    const answer = await timelineOf(engine, { marksLimit: 50 });
    expect(answer.marks).toHaveLength(50);
    expect(answer.bins).toEqual([]);
  });

  it('turns the lighter events of a crowd into density, and leaves the lone ones', async () => {
    const crowd = burst('2013-07-22', [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
    const engine = engineOf(`2012-01-01 early #x *1\n${crowd}\n2014-12-31 late #x *1`);
    const answer = await timelineOf(engine, { marksLimit: 11 });
    expect(idsOf(answer)).toHaveLength(5);
    expect(idsOf(answer)).toEqual(expect.arrayContaining(['early', 'late']));
    const crowded = answer.marks.filter(({ id }) => id.startsWith('2013'));
    expect(ascending(crowded.map(({ weight }) => weight))).toEqual([4, 5, 5]);
    expect(answer.bins).toHaveLength(1);
    expect(answer.bins[0]).toMatchObject({ lane: 0, count: 7, rest: 0 });
    expect(answer.bins[0]?.startMs).toBeLessThanOrEqual(Date.parse('2013-07-22'));
    expect(answer.bins[0]?.endMs).toBeGreaterThan(Date.parse('2013-07-22'));
  });

  it('gives the weightiest room first when there is too little in the window', async () => {
    const days = Array.from({ length: 28 }, (_, i) => `2013-02-${String(i + 1).padStart(2, '0')}`);
    const engine = engineOf(days.map((day, i) => `${day} d${i} #x *${1 + (i % 5)}`).join('\n'));
    const window = between('2013-02-01', '2013-03-01');
    const answer = await timelineOf(engine, { window, marksLimit: 10 });
    expect(ascending(answer.marks.map(({ weight }) => weight))).toEqual([
      4, 4, 4, 4, 4, 5, 5, 5, 5, 5,
    ]);
    expect(answer.bins.reduce((sum, { count }) => sum + count, 0)).toBe(18);
  });

  it('gives the margins as much room as the window', async () => {
    const day = (i: number) => new Date(Date.UTC(2013, 0, 1 + i)).toJSON().slice(0, 10);
    const engine = engineOf(Array.from({ length: 90 }, (_, i) => `${day(i)} d${i} #x`).join('\n'));
    const window = { startMs: Date.UTC(2013, 0, 31), endMs: Date.UTC(2013, 2, 2) };
    const { marks } = await timelineOf(engine, { window, marksLimit: 10 });
    const before = marks.filter(({ endMs }) => endMs <= window.startMs);
    const after = marks.filter(({ startMs }) => startMs >= window.endMs);
    expect([before.length, marks.length - before.length - after.length, after.length]).toEqual([
      10, 10, 10,
    ]);
  });

  it('keeps what is asked for by itself, whatever the room', async () => {
    const engine = engineOf(burst('2013-07-22', [5, 5, 5, 5, 5, 1]));
    const keep = ['2013-07-22-5', 'nobody'];
    const answer = await timelineOf(engine, { marksLimit: 2, keep });
    expect(idsOf(answer)).toContain('2013-07-22-5');
    expect(answer.marks.length + (answer.bins[0]?.count ?? 0)).toBe(6);
    const window = between('1999-01-01', '2000-01-01');
    expect(idsOf(await timelineOf(engine, { window, keep }))).toEqual(['2013-07-22-5']);
  });

  it('fades what does not match after all that does, or hides it', async () => {
    const engine = engineOf(
      `2013-07-22 g0: Google #x *1\n2013-07-22 g1: Google #x *1\n${burst('2013-07-22', [5, 5, 5, 5])}`,
    );
    const query = where(clause('organisation', { any: ['google'] }));
    const faded = await timelineOf(engine, { query, marksLimit: 5 });
    expect(faded.marks.filter(({ matches }) => matches)).toHaveLength(2);
    expect(faded.marks).toHaveLength(3);
    expect(faded.bins).toMatchObject([{ count: 0, rest: 3 }]);
    const hidden = await timelineOf(engine, { query, marksLimit: 5, rest: 'hide' });
    expect(hidden.marks.map(({ matches }) => matches)).toEqual([true, true]);
    expect(hidden.bins).toEqual([]);
    const keep = ['2013-07-22-0'];
    expect(idsOf(await timelineOf(engine, { query, rest: 'hide', keep }))).not.toContain(keep[0]);
    expect(idsOf(await timelineOf(engine, { query, marksLimit: 2, keep }))).toContain(keep[0]);
  });

  it('leaves out what has no known time', async () => {
    const engine = engineOf('soon unknown\n2013 known');
    const answer = await timelineOf(engine, { keep: ['unknown'] });
    expect(idsOf(answer)).toEqual(['known']);
    expect(answer.lanes).toMatchObject([{ count: 2 }]);
  });

  it('links what is drawn', async () => {
    const engine = engineOf(`
      2013 a -announces-> b -> far
      2014 b -follows-up-> a
      2100 far
    `);
    const window = between('2013-01-01', '2015-01-01');
    const { links } = await timelineOf(engine, { window });
    expect(links).toEqual([
      { from: 'a', to: 'b', kind: 'announces' },
      { from: 'b', to: 'a', kind: 'follows-up' },
    ]);
  });

  it('draws more as one zooms in, and takes nothing away', async () => {
    const days = Array.from({ length: 28 }, (_, i) => `2013-02-${String(i + 1).padStart(2, '0')}`);
    const engine = engineOf(days.map((day) => burst(day, [1, 2, 3, 4, 5, 3, 3, 3])).join('\n'));
    const from = Date.UTC(2013, 1, 1);
    let drawn: readonly string[] = [];
    for (const days of [28, 14, 7, 3, 1]) {
      const window = { startMs: from, endMs: from + days * 86_400_000 };
      const answer = await timelineOf(engine, { window, marksLimit: 40 });
      const inWindow = answer.marks
        .filter(({ startMs }) => startMs < from + 86_400_000)
        .map(({ id }) => id);
      expect(inWindow).toEqual(expect.arrayContaining([...drawn]));
      drawn = inWindow;
    }
    expect(drawn).toHaveLength(8);
  });
});

describe('bins', () => {
  it('are about as wide as asked for', () => {
    for (const days of [1, 3, 10, 100, 365, 10_000]) {
      const window = { startMs: 0, endMs: days * 86_400_000 };
      const { stepMs, bins } = gridOf(window, 1000, 10);
      const px = stepMs / (window.endMs / 1000);
      expect(px).toBeGreaterThan(10 / 1.42);
      expect(px).toBeLessThan(10 * 1.42);
      expect(bins).toBeLessThan(430);
    }
  });

  it('stay where they are while one pans', async () => {
    const day = (i: number) => new Date(Date.UTC(2013, 0, 1 + (i % 60))).toJSON().slice(0, 10);
    const engine = engineOf(Array.from({ length: 600 }, (_, i) => `${day(i)} d${i} #x`).join('\n'));
    const binsAt = async (panMs: number) => {
      const window = {
        startMs: Date.UTC(2013, 0, 1) + panMs,
        endMs: Date.UTC(2013, 2, 1) + panMs,
      };
      const { bins } = await timelineOf(engine, { window, marksLimit: 0, widthPx: 600 });
      return new Map(bins.map(({ startMs, endMs, count }) => [startMs, `${endMs} ${count}`]));
    };
    const still = await binsAt(0);
    expect(still.size).toBeGreaterThan(20);
    for (const hours of [1, 5, 31]) expect(await binsAt(hours * 3_600_000)).toEqual(still);
  });

  it('hold the middle of what they count', async () => {
    for (const date of [
      '2013-01-01',
      '2013-01-02',
      '2013-02-17',
      '2013-06',
      '2013',
      '2013-03/..',
    ]) {
      const engine = engineOf(`${date} a`);
      const window = between('2013-01-01', '2014-01-01');
      const { bins } = await timelineOf(engine, { window, marksLimit: 0 });
      const { startMs, endMs } = dateOf(date);
      const middleMs = endMs === Infinity ? startMs : (startMs + endMs) / 2;
      expect(bins).toHaveLength(1);
      expect(bins[0]?.startMs).toBeLessThanOrEqual(middleMs);
      expect(bins[0]?.endMs).toBeGreaterThan(middleMs);
    }
  });

  it('are exact however far from now', () => {
    const yearMs = 31_556_952_000;
    const window = { startMs: -13.8e9 * yearMs, endMs: -13.7e9 * yearMs };
    const grid = gridOf(window, 1000, 10);
    expect(grid.firstStep * grid.stepMs).toBeLessThanOrEqual(window.startMs);
    expect(grid.bins).toBeLessThan(430);
    expect(Number.isInteger(Math.log2(grid.stepMs))).toBe(true);
  });
});
