import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAtlas } from '../../../src/views/map/atlas.ts';
import {
  groupName,
  layout,
  layoutGroups,
  unlocated,
  type PlaceInput,
} from '../../../src/views/map/layout.ts';
import { overlaps } from '../../../src/views/map/labels.ts';
import { ease } from '../../../src/views/map/motion.ts';
import { outlinePaths, outlinesOf } from '../../../src/views/map/outlines.ts';
import { cameraOf, type MapCamera } from '../../../src/views/map/projection.ts';
import { nextGroup } from '../../../src/views/map/roving.ts';
import { countWords, groupTitle, memberWords } from '../../../src/views/map/words.ts';
import { answer, arbitraryPlaces, at, GREENWICH, KINGDOM, measure, place } from './mapAnswers.ts';

const SIZE = { widthPx: 1100, heightPx: 700 };
const WORLD = cameraOf({ longitude: 0, latitude: 0, zoom: 1 }, GREENWICH, SIZE);

function camera(longitude: number, latitude: number, zoom: number): MapCamera {
  return cameraOf({ longitude, latitude, zoom }, GREENWICH, SIZE);
}

function groups(
  places: Parameters<typeof answer>[0],
  scale = WORLD.scale,
  rest: Parameters<typeof layoutGroups>[0]['rest'] = [],
) {
  return layoutGroups({
    answer: answer(places),
    plane: GREENWICH,
    scale,
    size: SIZE,
    includesParts: true,
    rest,
  });
}

function placed(
  places: Parameters<typeof answer>[0],
  from: MapCamera = WORLD,
  said: Partial<PlaceInput> = {},
) {
  return layout({
    gathered: groups(places, from.scale),
    camera: from,
    size: SIZE,
    measureName: measure,
    measureCount: measure,
    first: new Set(),
    taken: [],
    before: new Map(),
    ...said,
  });
}

describe('circles', () => {
  test('have areas in proportion to their events', () => {
    const { circles } = placed([
      place('many', { at: at(0, 0), count: 32 }),
      place('few', { at: at(0, 60), count: 8 }),
    ]);
    const [many, few] = circles.map(({ radiusPx }) => radiusPx);
    expect((many ?? 0) / (few ?? 1)).toBeCloseTo(2);
  });

  test('out of sight are not drawn', () => {
    expect(placed(KINGDOM, camera(140, 36, 50)).circles).toEqual([]);
  });

  test('are named whole or not at all', () => {
    const name = 'A place whose name is so long that nobody would want it on a map';
    const { circles } = placed([place('long', { name, at: at(0, 0), count: 3 })]);
    expect(circles).toMatchObject([{ label: null }]);
    expect(placed(KINGDOM, camera(0, 52, 2)).circles).toMatchObject([
      { label: { name: 'United Kingdom' } },
    ]);
  });

  test('names never overlap nor run out, however places lie', () => {
    fc.assert(
      fc.property(
        arbitraryPlaces,
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 300, noNaN: true }),
        (places, longitude, latitude, zoom) => {
          const { circles } = placed(places, camera(longitude, latitude, zoom));
          const boxes = circles.flatMap(({ label }) => (label === null ? [] : [label.box]));
          const outside = boxes.filter(
            ({ x0, y0, x1, y1 }) => x0 < 0 || y0 < 0 || x1 > SIZE.widthPx || y1 > SIZE.heightPx,
          );
          expect(outside).toEqual([]);
          const clashing = boxes.filter((box, i) =>
            boxes.slice(i + 1).some((other) => overlaps(box, other)),
          );
          expect(clashing).toEqual([]);
        },
      ),
    );
  });

  test('stand faintly where no matching event is, once something is left out', () => {
    const rest = [{ id: 'suva', name: 'Suva', latitude: -18.1, longitude: 178.4 }];
    const { groups: all } = groups(KINGDOM, WORLD.scale, rest);
    expect(all.map(({ key, count }) => [key, count])).toEqual([
      ['uk', 12],
      ['suva', 0],
    ]);
  });
});

describe('what has no place on the map', () => {
  test('is listed: places without coordinates, or with such as no place on Earth has', () => {
    const places = [
      place('online', { at: null }),
      place('nowhere', { at: at(Number.NaN, 12) }),
      place('beyond', { at: at(123, 12) }),
      place('unnamed', { at: null, count: 0 }),
      place('here'),
    ];
    expect(unlocated(places).map(({ id }) => id)).toEqual(['online', 'nowhere', 'beyond']);
    expect(placed(places).circles.map(({ key }) => key)).toEqual(['here']);
  });
});

describe('words', () => {
  const BOTH = [
    place('brussels', { name: 'Brussels', at: at(50.85, 4.35), count: 1 }),
    place('antwerp', { name: 'Antwerp', at: at(51.22, 4.4), count: 3 }),
  ];

  test('one place with its parts goes by its name', () => {
    const [group] = groups(KINGDOM).groups;
    if (group === undefined) throw new Error('Nothing was gathered.');
    expect(groupTitle(group)).toBe('United Kingdom');
    expect(groupName(group)).toBe('United Kingdom');
    expect(countWords(group)).toBe('12 events');
    expect(memberWords(group)).toBe('London 9, Gray’s Inn 2, No 10 1');
  });

  test('neighbours go by the weightiest and how many more', () => {
    const [group] = groups(BOTH).groups;
    if (group === undefined) throw new Error('Nothing was gathered.');
    expect(groupTitle(group)).toBe('Antwerp and 1 more place');
    expect(groupName(group)).toBe('Antwerp +1');
  });
});

describe('arcs', () => {
  const PLACES = [
    place('london', { at: at(51.5, 0), count: 3 }),
    place('tokyo', { at: at(35.7, 139.7), count: 2 }),
    place('osaka', { at: at(34.7, 135.5), count: 2 }),
  ];
  const arcs = [
    { from: 'london', to: 'tokyo', count: 1 },
    { from: 'osaka', to: 'london', count: 1 },
    { from: 'osaka', to: 'tokyo', count: 1 },
  ];
  const gatheredAt = (scale: number) =>
    layoutGroups({
      answer: answer(PLACES, arcs),
      plane: GREENWICH,
      scale,
      size: SIZE,
      includesParts: true,
      rest: [],
    });

  test('join circles: one for all that their places share, none within a circle', () => {
    expect(gatheredAt(WORLD.scale).arcs).toMatchObject([{ count: 2 }]);
  });

  test('open with their circles', () => {
    expect(gatheredAt(WORLD.scale * 40).arcs.map(({ from, to }) => [from, to])).toEqual([
      ['london', 'tokyo'],
      ['london', 'osaka'],
      ['osaka', 'tokyo'],
    ]);
  });
});

describe('arrows', () => {
  const { groups: all } = groups([
    place('middle', { at: at(0, 0), count: 5 }),
    place('north', { at: at(40, 5), count: 2 }),
    place('east', { at: at(5, 60), count: 1 }),
  ]);
  test.each([
    ['middle', 'up', 'north'],
    ['middle', 'right', 'east'],
    ['east', 'left', 'middle'],
    ['north', 'up', undefined],
    [null, 'up', 'middle'],
    ['east', 'first', 'middle'],
    ['middle', 'last', 'east'],
  ] as const)('from %s %s leads to %s', (from, direction, to) => {
    expect(nextGroup(all, from, direction)?.key).toBe(to);
  });
});

describe('motion', () => {
  const [before, after] = [placed(KINGDOM, camera(0, 52, 2)), placed(KINGDOM, camera(0, 52, 30))];

  test('a circle comes out of the one that held its place', () => {
    const start = ease(before, null, 0.3);
    expect(start.isSettled).toBe(true);
    const eased = ease(after, start.shown, 0.3);
    const [london] = eased.geometry.circles;
    const [target] = after.circles;
    const [held] = before.circles;
    expect(eased.isSettled).toBe(false);
    expect(london?.x).toBeCloseTo((target?.x ?? 0) + ((held?.x ?? 0) - (target?.x ?? 0)) * 0.7);
  });

  test('comes to rest where the layout has it, and at once where nothing is to move', () => {
    let eased = ease(after, ease(before, null, 1).shown, 0.3);
    for (let i = 0; i < 60 && !eased.isSettled; i += 1) eased = ease(after, eased.shown, 0.3);
    expect(eased.geometry).toBe(after);
    expect(ease(after, ease(before, null, 1).shown, 1).geometry).toBe(after);
  });
});

// The fine outlines are a megabyte, which a busy machine takes its time to read.
describe('outlines', { timeout: 120_000 }, () => {
  test.each(['coarse', 'fine'] as const)(
    '%s: land and borders where there are some',
    async (detail) => {
      const outlines = outlinesOf(await loadAtlas(detail), 0);
      const around = { widthPx: 0, heightPx: 0 };
      const paths = (longitude: number, latitude: number) =>
        outlinePaths(outlines, camera(longitude, latitude, 60), SIZE, around);
      // The Rhine at Basel, the Sahara, the middle of the Pacific.
      expect(paths(7.6, 47.6).borders).not.toBe('');
      expect(paths(10, 27).land).not.toBe('');
      expect(paths(-150, 10)).toEqual({ land: '', borders: '' });
    },
  );

  test('of a world about another meridian', async () => {
    const outlines = outlinesOf(await loadAtlas('coarse'), 180);
    expect(outlines.land.length).toBeGreaterThan(100);
    const numbers = outlines.land.flatMap(({ box }) => [...box]);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });
});
