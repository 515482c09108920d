import { describe, expect, it } from 'vitest';
import { clause, engineOf, EVERYTHING, valuesOf, where } from './ask.ts';

const engine = engineOf(`
  person David Cameron
  office Home Secretary
  organisation Home Office (government) < UK Government
  group Taskforce (law-enforcement)
  organisation Ångström Institute aka AI
  place London < United Kingdom
  2013-07 [speech] speech: David Cameron (speaker), David Cameron (host), Google @London
  2014-05 [big-workshop] workshop: Google, Microsoft, Home Office
  2014-12 [speech] summit: Google, Taskforce, Home Secretary @United Kingdom !planned
  2015-01 [speech] talk: Ångström Institute
`);

describe('facets', () => {
  it('count an event once per value, by count, total and name', async () => {
    expect(await valuesOf(engine, 'person')).toEqual(['David Cameron 1/1', 'Home Secretary 1/1']);
    expect(await valuesOf(engine, 'organisation')).toEqual([
      'Google 3/3',
      'Ångström Institute 1/1',
      'Home Office 1/1',
      'Microsoft 1/1',
      'Taskforce 1/1',
      'UK Government 1/1',
    ]);
  });

  it('leave their own clause out, and no other', async () => {
    const query = where(clause('organisation', { all: ['google', 'home-office'] }));
    expect(await valuesOf(engine, 'organisation', query, { limit: 2 })).toEqual([
      'Google 3/3',
      'Ångström Institute 1/1',
      'Home Office 1/1',
    ]);
    expect(await valuesOf(engine, 'kind', query)).toEqual(['Big workshop 1/1', 'Speech 0/3']);
    const planned = where(clause('status', { any: ['planned'] }));
    expect(await valuesOf(engine, 'organisation', planned, { limit: 2 })).toEqual([
      'Google 1/3',
      'Taskforce 1/1',
    ]);
    expect(await valuesOf(engine, 'status', planned)).toEqual(['Happened 3/3', 'Planned 1/1']);
  });

  it('let a value stand for its parts, or not', async () => {
    expect(await valuesOf(engine, 'place')).toEqual(['United Kingdom 2/2', 'London 1/1']);
    const query = { ...EVERYTHING, includesParts: false };
    expect(await valuesOf(engine, 'place', query)).toEqual(['London 1/1', 'United Kingdom 1/1']);
    // Without its parts it is in no event, so there is nothing to choose.
    expect(await valuesOf(engine, 'organisation', query)).not.toContain('UK Government 0/0');
  });

  it('find values by name and alias, and keep the chosen ones in sight', async () => {
    const found = async (find: string, query = EVERYTHING) =>
      valuesOf(engine, 'organisation', query, { find });
    expect(await found('angstrom')).toEqual(['Ångström Institute 1/1']);
    expect(await found('AI')).toEqual(['Ångström Institute 1/1']);
    expect(await found('office ho')).toEqual(['Home Office 1/1']);
    const query = where(clause('organisation', { none: ['microsoft'], any: ['gone'] }));
    expect(await found('google', query)).toEqual(['Google 3/3', 'Microsoft 1/1', 'gone 0/0']);
  });

  it('say how many values there are beyond those listed', async () => {
    const { facets, matched, total } = await engine.facets({
      query: where(clause('kind', { any: ['speech'] })),
      facets: [
        { facet: 'organisation', find: '', limit: 1 },
        { facet: 'sector', find: 'enf', limit: 5 },
      ],
    });
    expect({ matched, total }).toEqual({ matched: 3, total: 4 });
    expect(facets).toEqual([
      {
        facet: 'organisation',
        values: [{ id: 'google', name: 'Google', count: 2, total: 3 }],
        found: 6,
      },
      {
        facet: 'sector',
        values: [{ id: 'law-enforcement', name: 'Law enforcement', count: 1, total: 1 }],
        found: 1,
      },
    ]);
  });
});
