import { describe, expect, it } from 'vitest';
import type { EventColumn, EventsQuestion } from '../../../src/engine/port.ts';
import { clause, engineOf, EVERYTHING, where } from './ask.ts';

const engine = engineOf(`
  2014 10 item #a *1
  2013 élan: Google, Google @London #b #a
  2015 2 items *5
  2012 Eland *5 !planned
  2011 zebra
`);

async function titles(question: Partial<EventsQuestion>): Promise<readonly string[]> {
  const answer = await engine.events({
    query: EVERYTHING,
    sort: { by: 'date', isDescending: false },
    offset: 0,
    limit: 100,
    ...question,
  });
  return answer.rows.map(({ title }) => title);
}

describe('events', () => {
  it('come by date, either way, a page at a time', async () => {
    const all = ['zebra', 'Eland', 'élan', '10 item', '2 items'];
    expect(await titles({})).toEqual(all);
    expect(await titles({ offset: 1, limit: 2 })).toEqual(['Eland', 'élan']);
    expect(await titles({ offset: 4, limit: 2 })).toEqual(['2 items']);
    expect(await titles({ offset: 9 })).toEqual([]);
    const sort = { by: 'date', isDescending: true } as const;
    expect(await titles({ sort })).toEqual(all.toReversed());
    expect(await titles({ sort, offset: 1, limit: 2 })).toEqual(['10 item', 'élan']);
    expect(await titles({ sort, offset: 4, limit: 2 })).toEqual(['zebra']);
    expect(await titles({ sort, offset: 5, limit: 2 })).toEqual([]);
  });

  it('come by title as people sort', async () => {
    const sort = { by: 'title', isDescending: false } as const;
    expect(await titles({ sort })).toEqual(['2 items', '10 item', 'élan', 'Eland', 'zebra']);
    expect(await titles({ sort: { ...sort, isDescending: true }, limit: 1 })).toEqual(['zebra']);
  });

  it('come by weight, equals in order of time either way', async () => {
    const sort = { by: 'weight', isDescending: true } as const;
    expect(await titles({ sort })).toEqual(['Eland', '2 items', 'zebra', 'élan', '10 item']);
    expect(await titles({ sort: { ...sort, isDescending: false } })).toEqual([
      '10 item',
      'zebra',
      'élan',
      'Eland',
      '2 items',
    ]);
  });

  it('come by each column, what has no value last, equals in order of time, either way', async () => {
    const table = engineOf(`
      person Zoe, Émile, eve
      2011 [talk] a: Zoe, eve @Oslo #law !planned
      2012 [dinner] b: Émile @Bern #images
      2013 c: eve, Zoe @Århus !cancelled
      2014 [talk] d: Émile #law
      2015 e @Bern
      2015-06 f < e
    `);
    const sorted = async (by: EventColumn, isDescending: boolean) => {
      const sort = { by, isDescending };
      const { rows } = await table.events({ query: EVERYTHING, sort, offset: 0, limit: 99 });
      return rows.map(({ title }) => title).join('');
    };
    // By the actor named first: Émile, eve, Zoe.
    expect(await sorted('actors', false)).toBe('bdcaef');
    expect(await sorted('actors', true)).toBe('acbdef');
    // Århus, Bern, Oslo; f happens where e does.
    expect(await sorted('places', false)).toBe('cbefad');
    expect(await sorted('places', true)).toBe('abefcd');
    expect(await sorted('themes', false)).toBe('badcef');
    expect(await sorted('themes', true)).toBe('adbcef');
    expect(await sorted('kind', false)).toBe('badcef');
    expect(await sorted('kind', true)).toBe('adbcef');
    // Happened, planned, cancelled.
    expect(await sorted('status', false)).toBe('bdefac');
    expect(await sorted('status', true)).toBe('cabdef');
    expect(await sorted('date', true)).toBe('fedcba');
  });

  it('come by title with equal ones in order of time, either way', async () => {
    const twins = engineOf(`
      2011 same =first
      2012 other
      2013 same =second
    `);
    const ids = async (isDescending: boolean) => {
      const sort = { by: 'title', isDescending } as const;
      const { rows } = await twins.events({ query: EVERYTHING, sort, offset: 0, limit: 9 });
      return rows.map(({ id }) => id);
    };
    expect(await ids(false)).toEqual(['other', 'first', 'second']);
    expect(await ids(true)).toEqual(['first', 'second', 'other']);
  });

  it('come sorted and filtered a page at a time', async () => {
    const many = engineOf(
      Array.from(
        { length: 90 },
        (_, i) => `${1000 + i} e${99 - i}${i % 3 === 0 ? ': Google' : ''}`,
      ).join('\n'),
    );
    const query = where(clause('organisation', { any: ['google'] }));
    const sort = { by: 'title', isDescending: false } as const;
    const found: string[] = [];
    for (let offset = 0; offset < 30; offset += 7) {
      const page = await many.events({ query, sort, offset, limit: 7 });
      found.push(...page.rows.map(({ title }) => title));
    }
    expect(found).toEqual(Array.from({ length: 30 }, (_, i) => `e${12 + i * 3}`));
  });

  it('page through many without loss', async () => {
    const many = engineOf(
      Array.from(
        { length: 100 },
        (_, i) => `${1000 + i} e${i}${i % 3 === 0 ? ': Google' : ''}`,
      ).join('\n'),
    );
    const query = where(clause('organisation', { any: ['google'] }));
    const found: string[] = [];
    for (let offset = 0; offset < 40; offset += 7) {
      const sort = { by: 'date', isDescending: false } as const;
      const page = await many.events({ query, sort, offset, limit: 7 });
      expect(page.matched).toBe(34);
      found.push(...page.rows.map(({ id }) => id));
    }
    expect(found).toEqual(Array.from({ length: 34 }, (_, i) => `e${i * 3}`));
  });

  it('hold what a row shows', async () => {
    const { rows } = await engine.events({
      query: where(clause('place', { any: ['london'] })),
      sort: { by: 'date', isDescending: false },
      offset: 0,
      limit: 9,
    });
    expect(rows).toMatchObject([
      {
        id: 'élan',
        title: 'élan',
        date: { text: '2013' },
        status: 'happened',
        kind: null,
        weight: 3,
        actors: ['google'],
        places: ['london'],
        themes: ['b', 'a'],
      },
    ]);
  });
});
