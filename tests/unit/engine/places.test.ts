import { describe, expect, it } from 'vitest';
import type { PlacesQuestion } from '../../../src/engine/port/places.ts';
import { between, clause, engineOf, EVERYTHING, where } from './ask.ts';

const engine = engineOf(`
  place London (51.5 -0.1), Leeds (53.8 -1.5) < United Kingdom
  place Whitehall, Lambeth < London
  place United Kingdom (54 -2)
  place Abu Dhabi (24.5 54.4)
  place Somewhere
  2013-01 first @London
  2013-02 second @Whitehall
  2013-03 both @London @Abu Dhabi
  2014-12 summit @London @Abu Dhabi
  2014-12 session < summit
  2015-01 inside @London @Whitehall
  2015-02 quarters @Whitehall @Lambeth
  2015-03 far and lost @Abu Dhabi @Somewhere
  2015-04 north @Leeds @Whitehall
  2015-05 nowhere
`);

const ALL: PlacesQuestion = {
  query: EVERYTHING,
  window: null,
  placesLimit: 100,
  arcsLimit: 100,
};

describe('places', () => {
  it('are counted by themselves and with what lies within them, each event once', async () => {
    const { places, placesTotal, unplaced } = await engine.places(ALL);
    expect(
      places.map(({ name, count, gathered, total }) => `${name} ${count} ${gathered} ${total}`),
    ).toEqual([
      'United Kingdom 0 8 0',
      // The session is where its summit is.
      'London 5 8 5',
      'Abu Dhabi 4 4 4',
      'Whitehall 4 4 4',
      // Equals: what contains others first, then by name.
      'Somewhere 1 1 1',
      'Leeds 1 1 1',
      'Lambeth 1 1 1',
    ]);
    expect(placesTotal).toBe(7);
    expect(unplaced).toBe(1);
  });

  it('have their own coordinates, or those of the place around them, or none', async () => {
    const { places } = await engine.places(ALL);
    const at = Object.fromEntries(places.map((place) => [place.id, place.at]));
    expect(at).toMatchObject({
      london: { latitude: 51.5, longitude: -0.1, isOwn: true },
      whitehall: { latitude: 51.5, longitude: -0.1, isOwn: false },
      somewhere: null,
    });
    expect(places.find(({ id }) => id === 'whitehall')?.within).toBe('london');
    expect(places.find(({ id }) => id === 'abu-dhabi')?.within).toBeNull();
  });

  it('are joined by arcs where one event names both, if these can be drawn', async () => {
    const { arcs, arcsTotal } = await engine.places(ALL);
    // Not London and Whitehall, which lies in it; not Whitehall and Lambeth, which stand at one point; not
    // Somewhere, which has none; and the session names no place, it inherits two.
    expect(arcs).toEqual([
      { from: 'london', to: 'abu-dhabi', count: 2 },
      { from: 'leeds', to: 'whitehall', count: 1 },
    ]);
    expect(arcsTotal).toBe(2);
  });

  it('are not joined with what lies around them, in whichever order they are named', async () => {
    const nested = engineOf(`
      place Soho (51.51 -0.13) < London
      place London (51.5 -0.1) < United Kingdom
      place United Kingdom (54 -2)
      2013 outwards @Soho @London @United Kingdom
      2014 inwards @United Kingdom @Soho
    `);
    expect(await nested.places(ALL)).toMatchObject({ arcs: [], arcsTotal: 0 });
  });

  it('follow filter and window', async () => {
    const window = between('2013-02-01', '2013-04-01');
    const then = await engine.places({ ...ALL, window });
    expect(then.places.map(({ name, gathered }) => `${name} ${gathered}`)).toEqual([
      'United Kingdom 2',
      'London 2',
      'Abu Dhabi 1',
      'Whitehall 1',
    ]);
    const query = where(clause('place', { any: ['leeds'] }));
    const north = await engine.places({ ...ALL, query });
    expect(north.arcs).toEqual([{ from: 'leeds', to: 'whitehall', count: 1 }]);
    expect(north).toMatchObject({ unplaced: 0, placesTotal: 4 });
    // Totals are of the whole history.
    expect(north.places.find(({ id }) => id === 'whitehall')).toMatchObject({ count: 1, total: 4 });
  });

  it('keep to the limits; what is listed has the places around it and the arcs between', async () => {
    const two = await engine.places({ ...ALL, placesLimit: 2, arcsLimit: 1 });
    expect(two.places.map(({ id }) => id)).toEqual(['united-kingdom', 'london']);
    expect(two.arcs).toEqual([]);
    expect(two).toMatchObject({ placesTotal: 7, arcsTotal: 2 });
    const one = await engine.places({ ...ALL, arcsLimit: 1 });
    expect(one.arcs).toEqual([{ from: 'london', to: 'abu-dhabi', count: 2 }]);
  });

  it('of a history without any are none', async () => {
    expect(await engineOf('2013 talk').places(ALL)).toEqual({
      places: [],
      placesTotal: 0,
      arcs: [],
      arcsTotal: 0,
      unplaced: 1,
    });
  });
});
