import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  baseScale,
  cameraOf,
  clampCamera,
  createPlane,
  degreesOf,
  fitCamera,
  meridianOf,
  toPlane,
  toScreen,
  windowOf,
  wrapLongitude,
  zoomCamera,
} from '../../../src/views/map/projection.ts';
import { greatCircle } from '../../../src/views/map/arcs.ts';

const SIZE = { widthPx: 1100, heightPx: 700 };
const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const anyMeridian = fc.integer({ min: -180, max: 180 });

describe('coordinates of a stranger', () => {
  test.each([
    ['NaN', { latitude: Number.NaN, longitude: 0 }],
    ['infinite', { latitude: 0, longitude: Infinity }],
    ['beyond the pole', { latitude: 91, longitude: 0 }],
    ['missing', null],
  ])('that are %s are no place', (_, at) => {
    expect(degreesOf(at)).toBeNull();
  });

  test.each([
    [180, 180],
    [-180, -180],
    [190, -170],
    [-540, -180],
    [725, 5],
  ])('a longitude of %d is %d', (said, meant) => {
    expect(Math.abs(wrapLongitude(said) - meant) % 360).toBeCloseTo(0);
    expect(Math.abs(wrapLongitude(said))).toBeLessThanOrEqual(180);
  });

  test('the poles and the date line have a place on the plane', () => {
    const plane = createPlane(0);
    for (const latitude of [-90, 0, 90]) {
      for (const longitude of [-180, 0, 180]) {
        expect(plane.project({ latitude, longitude }).every(Number.isFinite)).toBe(true);
      }
    }
  });
});

test('the plane gives back where a point came from', () => {
  fc.assert(
    fc.property(anywhere, anyMeridian, (at, meridian) => {
      const plane = createPlane(meridian);
      // At the pole every longitude is the same place.
      fc.pre(Math.abs(at.latitude) < 89.9);
      const back = plane.invert(plane.project(at));
      expect(back.latitude).toBeCloseTo(at.latitude, 4);
      const turn = Math.abs(back.longitude - at.longitude);
      expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-3);
    }),
  );
});

test('beyond the world there is the nearest place on its parallel, never nothing', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }),
      anyMeridian,
      (x, y, meridian) => {
        const { latitude, longitude } = createPlane(meridian).invert([x, y]);
        expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
        expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
      },
    ),
  );
});

describe('the middle of the world', () => {
  const near = (longitude: number) => ({ latitude: 0, longitude });
  test.each([
    ['nothing', [], 0],
    ['the whole world', [near(-100), near(0), near(54)], 0],
    ['one region', [near(130), near(145)], 138],
    ['both sides of the date line', [near(175), near(-175)], 180],
    ['the Pacific', [near(120), near(-75)], -157],
  ])('for %s', (_, places, meridian) => {
    expect(Math.abs(meridianOf(places) - meridian) % 360).toBe(0);
  });
});

describe('the window', () => {
  test('comes back as it was, to a pixel', () => {
    fc.assert(
      fc.property(anywhere, fc.double({ min: 0.75, max: 4096, noNaN: true }), (at, zoom) => {
        fc.pre(Math.abs(at.latitude) < 89);
        const plane = createPlane(0);
        const camera = cameraOf({ ...at, zoom }, plane, SIZE);
        const back = cameraOf(windowOf(camera, plane, SIZE), plane, SIZE);
        expect(Math.abs(back.centre[0] - camera.centre[0]) * camera.scale).toBeLessThan(1);
        expect(Math.abs(back.centre[1] - camera.centre[1]) * camera.scale).toBeLessThan(1);
        expect(back.scale / camera.scale).toBeCloseTo(1, 3);
      }),
    );
  });

  test.each([
    { longitude: Number.NaN, latitude: 0, zoom: 3 },
    { longitude: 0, latitude: 400, zoom: 3 },
    { longitude: 0, latitude: 0, zoom: Number.NaN },
    { longitude: 1e9, latitude: -90, zoom: 1e9 },
    { longitude: 0, latitude: 0, zoom: -4 },
  ])('of an address that makes no sense still shows the world: %o', (window) => {
    const camera = cameraOf(window, createPlane(0), SIZE);
    expect([...camera.centre, camera.scale].every(Number.isFinite)).toBe(true);
    expect(camera.scale).toBeGreaterThan(0);
    expect(clampCamera(camera, SIZE).centre[1]).toBeCloseTo(camera.centre[1]);
    expect(clampCamera(camera, SIZE).scale).toBe(camera.scale);
  });

  test('zooms about a point that stays where it is on the screen', () => {
    const plane = createPlane(0);
    const camera = cameraOf({ longitude: 10, latitude: 50, zoom: 4 }, plane, SIZE);
    const about = toPlane([300, 200], camera, SIZE);
    const [x, y] = toScreen(about, zoomCamera(camera, 2.5, about, SIZE), SIZE);
    expect(x).toBeCloseTo(300);
    expect(y).toBeCloseTo(200);
  });
});

describe('fitting', () => {
  test('shows all places, within the picture', () => {
    const sizes = fc.record({
      widthPx: fc.integer({ min: 280, max: 2400 }),
      heightPx: fc.integer({ min: 120, max: 1400 }),
    });
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 20 }), sizes, (places, size) => {
        const plane = createPlane(meridianOf(places));
        const points = places.map((at) => plane.project(at));
        const camera = fitCamera(points, size);
        for (const point of points) {
          const [x, y] = toScreen(point, camera, size);
          expect(x >= 0 && y >= 0 && x <= size.widthPx && y <= size.heightPx).toBe(true);
        }
      }),
    );
  });

  test('one place shows what is around it', () => {
    const plane = createPlane(0);
    const camera = fitCamera([plane.project({ latitude: 51.5, longitude: 0 })], SIZE);
    expect(camera.scale / baseScale(SIZE)).toBeCloseTo(24);
  });

  test('no place shows the world', () => {
    expect(fitCamera([], SIZE).scale).toBe(baseScale(SIZE));
  });
});

describe('great circles', () => {
  const plane = createPlane(0);
  test('go the short way over the date line, as two lines', () => {
    const lines = greatCircle(
      { latitude: 35.7, longitude: 139.7 },
      { latitude: 37.8, longitude: -122.4 },
      plane,
    );
    expect(lines).toHaveLength(2);
  });

  test('bend towards the pole', () => {
    const [line = []] = greatCircle(
      { latitude: 40, longitude: -74 },
      { latitude: 40, longitude: 20 },
      plane,
    );
    const ys = line.map(([, y]) => y);
    expect(Math.min(...ys)).toBeLessThan((ys[0] ?? 0) - 0.05);
  });

  test('never break, wherever their ends lie', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        const points = greatCircle(from, to, plane).flat();
        expect(points.flat().every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
