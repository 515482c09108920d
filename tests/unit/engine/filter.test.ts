import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/engine/port.ts';
import { between, clause, engineOf, EVERYTHING, idsOf, where } from './ask.ts';

const engine = engineOf(`
  person David Cameron, Joanna Shields
  organisation Home Office (government) < UK Government
  organisation CEOP (law-enforcement) aka Child Exploitation Centre < NCA [2013-10/..]
  organisation Google, Microsoft (industry)
  place London < United Kingdom
  theme images < safety
  2013-07-22 speech: David Cameron (speaker), mentioned Google @London #images
    He asked search engines to act.
    "A stark warning about Café culture."
  2013-09-01 raid: CEOP @United Kingdom #law
  2013-12-13 [talks] taskforce: CEOP, Joanna Shields #law
  2014-05 [talks] workshop: Google, Microsoft, Home Office #industry #images
  2014-12-10/2014-12-11 summit: UK Government, Google @London #safety
  2014-12-11 pledge: Microsoft < summit
  2015-11 return: !planned
`);

describe('a query', () => {
  it('means every event where it asks for nothing, in order of time', async () => {
    expect(await idsOf(engine, EVERYTHING)).toEqual([
      'speech',
      'raid',
      'taskforce',
      'workshop',
      'summit',
      'pledge',
      'return',
    ]);
  });

  it('takes values within a facet as alternatives', async () => {
    const query = where(clause('organisation', { any: ['google', 'microsoft'] }));
    expect(await idsOf(engine, query)).toEqual(['speech', 'workshop', 'summit', 'pledge']);
  });

  it('needs all required values, and none of the excluded', async () => {
    const both = where(clause('organisation', { all: ['google', 'microsoft'] }));
    expect(await idsOf(engine, both)).toEqual(['workshop']);
    const without = where(clause('organisation', { any: ['google'], none: ['microsoft'] }));
    expect(await idsOf(engine, without)).toEqual(['speech', 'summit']);
  });

  it('combines facets', async () => {
    const query = where(
      clause('organisation', { any: ['google'] }),
      clause('place', { any: ['london'] }),
      clause('theme', { none: ['safety'] }),
    );
    expect(await idsOf(engine, { ...query, includesParts: false })).toEqual(['speech']);
    expect(await idsOf(engine, query)).toEqual([]);
  });

  it('finds events of parts where asked to, at any depth', async () => {
    const query = where(clause('organisation', { any: ['uk-government'] }));
    expect(await idsOf(engine, query)).toEqual(['workshop', 'summit']);
    expect(await idsOf(engine, { ...query, includesParts: false })).toEqual(['summit']);
    const safety = where(clause('theme', { any: ['safety'] }));
    expect(await idsOf(engine, safety)).toEqual(['speech', 'workshop', 'summit']);
  });

  it('counts a part only while it was one', async () => {
    const query = where(clause('organisation', { any: ['nca'] }));
    expect(await idsOf(engine, query)).toEqual(['taskforce']);
  });

  it('lets parts of an event inherit its place', async () => {
    const query = where(clause('place', { any: ['london'] }));
    expect(await idsOf(engine, query)).toEqual(['speech', 'summit', 'pledge']);
  });

  it('takes events that overlap a stretch of time', async () => {
    const during = between('2014-05-31', '2014-12-11');
    expect(await idsOf(engine, { ...EVERYTHING, during })).toEqual(['workshop', 'summit']);
  });

  it('finds words in titles, summaries, quotes, names and aliases, case and accents aside', async () => {
    const found = async (words: string) => idsOf(engine, { ...EVERYTHING, words });
    expect(await found('SUMM')).toEqual(['summit']);
    expect(await found('engines act')).toEqual(['speech']);
    expect(await found('cafe warning')).toEqual(['speech']);
    expect(await found('exploitation')).toEqual(['raid', 'taskforce']);
    expect(await found('shields')).toEqual(['taskforce']);
    expect(await found('london')).toEqual(['speech', 'summit', 'pledge']);
    expect(await found('industry')).toEqual(['workshop']);
    expect(await found('google speech')).toEqual(['speech']);
    expect(await found('google nothing')).toEqual([]);
  });

  it('filters by kind, status, person and sector', async () => {
    const found = async (part: Clause) => idsOf(engine, where(part));
    expect(await found(clause('kind', { any: ['talks'] }))).toEqual(['taskforce', 'workshop']);
    expect(await found(clause('status', { any: ['planned'] }))).toEqual(['return']);
    expect(await found(clause('person', { any: ['david-cameron'] }))).toEqual(['speech']);
    expect(await found(clause('sector', { any: ['law-enforcement'] }))).toEqual([
      'raid',
      'taskforce',
    ]);
  });

  it('finds nothing for a value that the history does not have', async () => {
    expect(await idsOf(engine, where(clause('organisation', { any: ['nobody'] })))).toEqual([]);
    expect(await idsOf(engine, where(clause('organisation', { all: ['nobody'] })))).toEqual([]);
    const without = where(clause('organisation', { none: ['nobody', 'constructor'] }));
    expect(await idsOf(engine, without)).toHaveLength(7);
  });

  it('is not misled by a ring or a chain as deep as it is long', async () => {
    const ring = engineOf(`
      place a < b
      place b < a
      2013 x @a
    `);
    expect(await idsOf(ring, where(clause('place', { any: ['b'] })))).toEqual(['x']);
    const chain = Array.from({ length: 5000 }, (_, i) => `place p${i} < p${i + 1}`);
    const deep = engineOf([...chain, '2013 x @p0'].join('\n'));
    expect(await idsOf(deep, where(clause('place', { any: ['p9'] })))).toEqual(['x']);
  });
});

describe('the order of time', () => {
  it('goes by start, then end, then place in the file; what only ends somewhere stands there', async () => {
    const ordered = engineOf(`
      2014-12 month
      [..2014-04] by april
      2014-12-01 first day
      2014-12-01 also first day
      2014-03 march
      2014-05 may
      -0044-03-15 ides
      2014-12-01/.. onwards
    `);
    expect(await idsOf(ordered, EVERYTHING)).toEqual([
      'ides',
      'march',
      'by-april',
      'may',
      'first-day',
      'also-first-day',
      'month',
      'onwards',
    ]);
  });

  it('keeps what is open at one end in every stretch that it reaches', async () => {
    const open = engineOf(`
      [..2014-04] by april
      2013/.. onwards
      2014-06 june
      1999 before
    `);
    const during = (start: string, end: string) =>
      idsOf(open, { ...EVERYTHING, during: between(start, end) });
    expect(await during('2000-01-01', '2001-01-01')).toEqual(['by-april']);
    expect(await during('2014-04-30', '2014-05-01')).toEqual(['onwards', 'by-april']);
    expect(await during('2014-05-01', '2014-06-02')).toEqual(['onwards', 'june']);
    expect(await during('2030-01-01', '2031-01-01')).toEqual(['onwards']);
  });
});
