import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gather, type GatherOptions, type PlaceGroup } from '../../../src/views/map/gather.ts';
import { radiusScale } from '../../../src/views/map/sizes.ts';
import { arbitraryPlaces, at, KINGDOM, place, spots } from './mapAnswers.ts';

const SIZE = { widthPx: 1100, heightPx: 700 };
/** Pixels per unit of the plane when the world fits into the picture, as SIZE has it. */
const WORLD = 203;

function gathered(
  places: Parameters<typeof spots>[0],
  zoom: number,
  said: Partial<GatherOptions> = {},
): PlaceGroup[] {
  return gather({
    spots: spots(places),
    arcs: [],
    scale: WORLD * zoom,
    radiusOf: radiusScale(12, SIZE),
    includesParts: true,
    ...said,
  });
}

function shown(groups: readonly PlaceGroup[]): string[] {
  return groups.map(({ head, count }) => `${head.place.name} ${String(count)}`);
}

describe('parts of a place', () => {
  test('stand in it while they cannot be told apart, and open as one zooms in', () => {
    expect(shown(gathered(KINGDOM, 2))).toEqual(['United Kingdom 12']);
    expect(shown(gathered(KINGDOM, 10))).toEqual(['London 12']);
    expect(shown(gathered(KINGDOM, 1000))).toEqual(['London 10', 'Gray’s Inn 2']);
    expect(shown(gathered(KINGDOM, 4000))).toEqual(['London 9', 'Gray’s Inn 2', 'No 10 1']);
  });

  test('are filtered by their whole, or each by itself where parts do not count', () => {
    const [whole] = gathered(KINGDOM, 2);
    expect(whole).toMatchObject({ isOnePlace: true, filterIds: ['uk'] });
    const [each] = gathered(KINGDOM, 2, { includesParts: false });
    expect(each?.filterIds).toEqual(['london', 'grays-inn', 'no-10']);
  });

  test('without coordinates of their own stand where their whole does', () => {
    const room = place('room', { within: 'no-10', at: { ...at(51.5034, -0.1276), isOwn: false } });
    const groups = gathered([...KINGDOM, room], 4000);
    expect(groups.find(({ key }) => key === 'no-10')?.members.map(({ id }) => id)).toEqual([
      'no-10',
      'room',
    ]);
  });
});

describe('neighbours', () => {
  const BRUSSELS = place('brussels', { at: at(50.85, 4.35), count: 5 });
  const ANTWERP = place('antwerp', { at: at(51.22, 4.4), count: 3 });

  test('that are no parts of each other gather in the one with the most events', () => {
    const [group] = gathered([ANTWERP, BRUSSELS], 2);
    expect(group).toMatchObject({ key: 'brussels', count: 8, isExact: true, isOnePlace: false });
    expect(group?.filterIds.toSorted()).toEqual(['antwerp', 'brussels']);
  });

  test('an event that names both counts once', () => {
    const arcs = [{ from: 'antwerp', to: 'brussels', count: 2 }];
    expect(gathered([ANTWERP, BRUSSELS], 2, { arcs })[0]).toMatchObject({
      count: 6,
      isExact: true,
    });
  });

  test('where events may name more than two of them, the count says that it is not exact', () => {
    const ghent = place('ghent', { at: at(51.05, 3.73), count: 4 });
    const arcs = [
      { from: 'antwerp', to: 'brussels', count: 1 },
      { from: 'brussels', to: 'ghent', count: 1 },
    ];
    expect(gathered([ANTWERP, BRUSSELS, ghent], 2, { arcs })[0]).toMatchObject({
      count: 10,
      isExact: false,
    });
  });

  test('a place of no matching event stands by itself, and beside others is not worth a word', () => {
    const far = place('far', { at: at(-33, 151), count: 0 });
    const near = place('near', { at: at(50.9, 4.4), count: 0 });
    expect(shown(gathered([BRUSSELS, far, near], 2))).toEqual(['brussels 5', 'far 0']);
  });
});

const zooms = fc.double({ min: 0.75, max: 4096, noNaN: true });

test('every place that matches stands in exactly one circle, and the counts add up', () => {
  fc.assert(
    fc.property(arbitraryPlaces, zooms, (places, zoom) => {
      const groups = gathered(places, zoom);
      const members = groups.flatMap(({ members }) => members.map(({ id }) => id));
      expect(new Set(members).size).toBe(members.length);
      const matching = places.filter(({ count }) => count > 0);
      expect(matching.filter(({ id }) => !members.includes(id))).toEqual([]);
      const sum = matching.reduce((total, { count }) => total + count, 0);
      expect(groups.reduce((total, { count }) => total + count, 0)).toBe(sum);
    }),
  );
});

test('circles stand so far apart that each can be hit', () => {
  fc.assert(
    fc.property(arbitraryPlaces, zooms, (places, zoom) => {
      const matching = gathered(places, zoom).filter(({ count }) => count > 0);
      for (const [i, a] of matching.entries()) {
        for (const b of matching.slice(i + 1)) {
          const [dx, dy] = [a.head.point[0] - b.head.point[0], a.head.point[1] - b.head.point[1]];
          expect(Math.hypot(dx, dy) * WORLD * zoom).toBeGreaterThanOrEqual(28 - 1e-6);
        }
      }
    }),
  );
});

test('what a circle filters by finds all that is gathered in it', () => {
  fc.assert(
    fc.property(arbitraryPlaces, zooms, fc.boolean(), (places, zoom, includesParts) => {
      const around = new Map(places.map(({ id, within }) => [id, within]));
      for (const group of gathered(places, zoom, { includesParts })) {
        const isFound = (id: string): boolean => {
          for (let each: string | null = id; each !== null; each = around.get(each) ?? null) {
            if (group.filterIds.includes(each)) return true;
            if (!includesParts) return false;
          }
          return false;
        };
        const missed = group.members.filter(({ id, count }) => count > 0 && !isFound(id));
        expect(missed).toEqual([]);
      }
    }),
  );
});
