import fc from 'fast-check';
import type { PlaceArc, PlaceCount, PlacesAnswer } from '../../../src/engine/port/places.ts';
import { createPlane, type Plane } from '../../../src/views/map/projection.ts';
import { spotsOf } from '../../../src/views/map/layout.ts';
import type { Spot } from '../../../src/views/map/gather.ts';

/** A place with what a test says of it; in London, with one event, otherwise. */
export function place(id: string, said: Partial<PlaceCount> = {}): PlaceCount {
  const count = said.count ?? 1;
  return {
    id,
    name: id,
    within: null,
    at: { latitude: 51.5, longitude: -0.1, isOwn: true },
    count,
    gathered: count,
    total: count,
    ...said,
  };
}

export function at(latitude: number, longitude: number): NonNullable<PlaceCount['at']> {
  return { latitude, longitude, isOwn: true };
}

export function answer(
  places: readonly PlaceCount[],
  arcs: readonly PlaceArc[] = [],
): PlacesAnswer {
  return {
    places,
    placesTotal: places.length,
    arcs,
    arcsTotal: arcs.length,
    unplaced: 0,
  };
}

export const GREENWICH: Plane = createPlane(0);

export function spots(places: readonly PlaceCount[]): Spot[] {
  return spotsOf(places, GREENWICH);
}

/** Seven pixels a character: wide enough to collide, and the same everywhere. */
export function measure(text: string): number {
  return text.length * 7;
}

/** The United Kingdom as in the bundled history: a country by itself unnamed, a city, two sites in it. */
export const KINGDOM: readonly PlaceCount[] = [
  place('uk', { name: 'United Kingdom', at: at(54, -2.5), count: 0, gathered: 12, total: 0 }),
  place('london', {
    name: 'London',
    within: 'uk',
    at: at(51.507, -0.128),
    count: 9,
    gathered: 12,
    total: 9,
  }),
  place('grays-inn', {
    name: 'Gray’s Inn',
    within: 'london',
    at: at(51.5191, -0.1118),
    count: 2,
    total: 2,
  }),
  place('no-10', { name: 'No 10', within: 'london', at: at(51.5034, -0.1276) }),
];

const coordinates = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Up to sixty places, some within others, each event in one place: `gathered` is the sum of a tree's counts. */
export const arbitraryPlaces = fc
  .array(
    fc.record({
      where: fc.oneof(coordinates, fc.constantFrom(at(51.5, 0), at(48.9, 2.35), at(-90, 0))),
      count: fc.integer({ min: 0, max: 40 }),
      around: fc.option(fc.nat()),
    }),
    { maxLength: 60 },
  )
  .map((said) => {
    const within = said.map(({ around }, i) => (around === null || i === 0 ? null : around % i));
    const gathered = said.map(({ count }) => count);
    for (let i = said.length - 1; i > 0; i -= 1) {
      const whole = within[i] ?? null;
      if (whole !== null) gathered[whole] = (gathered[whole] ?? 0) + (gathered[i] ?? 0);
    }
    return said.map(({ where, count }, i) => {
      const whole = within[i] ?? null;
      return place(`p${String(i)}`, {
        at: { latitude: where.latitude, longitude: where.longitude, isOwn: true },
        count,
        gathered: gathered[i] ?? 0,
        within: whole === null ? null : `p${String(whole)}`,
      });
    });
  });
