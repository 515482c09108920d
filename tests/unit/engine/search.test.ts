import { describe, expect, it } from 'vitest';
import { engineOf } from './ask.ts';

const engine = engineOf(`
  person Ada London
  organisation Safety Institute aka London School
  organisation Rest of the World
  office Mayor of London
  place London < United Kingdom
  theme London transport
  2013-02-01 london calling *1
  2014-02-01 London bridge *5
  2015-02-01 A walk in London *2
  2016-02-01 Paris: Safety Institute @London
    They spoke of the Thames.
  2017-02-01 summit: Ada London
    "Much was said of Œuvres and cafés."
`);

async function hits(text: string, limit = 20): Promise<readonly string[]> {
  const answer = await engine.search({ text, limit });
  return answer.hits.map(
    ({ kind, name, detail }) => `${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
  );
}

describe('search', () => {
  it('puts names that begin with the text first, then names, then texts', async () => {
    expect(await hits('london')).toEqual([
      'place London (United Kingdom)',
      'theme London transport',
      'event London bridge (1 February 2014)',
      'event london calling (1 February 2013)',
      'actor Ada London (Person)',
      'actor Mayor of London (Office)',
      'actor Safety Institute (Organisation)',
      'event A walk in London (1 February 2015)',
      'event Paris (1 February 2016)',
      'event summit (1 February 2017)',
    ]);
  });

  it('takes words in any order, case and accents aside', async () => {
    expect(await hits('LONDON walk')).toEqual(['event A walk in London (1 February 2015)']);
    expect(await hits('cafes')).toEqual(['event summit (1 February 2017)']);
    expect(await hits('  thames ')).toEqual(['event Paris (1 February 2016)']);
    expect(await hits('nothing of the kind')).toEqual([]);
    expect(await hits('   ')).toEqual([]);
  });

  it('says how many there are and which facet a hit sets', async () => {
    const answer = await engine.search({ text: 'london', limit: 2 });
    expect(answer.found).toBe(10);
    expect(answer.hits).toEqual([
      { kind: 'place', id: 'london', name: 'London', detail: 'United Kingdom', facet: 'place' },
      {
        kind: 'theme',
        id: 'london-transport',
        name: 'London transport',
        detail: '',
        facet: 'theme',
      },
    ]);
    const [event] = (await engine.search({ text: 'a walk', limit: 2 })).hits;
    expect(event).toMatchObject({ kind: 'event', id: 'a-walk-in-london', facet: null });
    const [person] = (await engine.search({ text: 'ada', limit: 2 })).hits;
    expect(person).toMatchObject({ kind: 'actor', facet: 'person' });
  });
});
