import { describe, expect, it } from 'vitest';
import type { EventsQuestion } from '../../../src/engine/port.ts';
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
        actors: ['google'],
        places: ['london'],
        themes: ['b', 'a'],
      },
    ]);
  });
});
