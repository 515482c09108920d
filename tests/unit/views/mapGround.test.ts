import { describe, expect, test } from 'vitest';
import type { Atlas, Detail } from '../../../src/views/map/atlas.ts';
import { createGround } from '../../../src/views/map/ground.ts';

const EMPTY: Atlas = {
  land: { type: 'MultiPolygon', coordinates: [] },
  borders: { type: 'MultiLineString', coordinates: [] },
};
/** Pixels per unit of the plane: the world, and a region. */
const FAR = 200;
const NEAR = 5000;

function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function groundByHand(load: (detail: Detail) => Promise<Atlas>) {
  const asked: Detail[] = [];
  const told = { arrivals: 0, failures: 0 };
  const ground = createGround({
    load: (detail) => {
      asked.push(detail);
      return load(detail);
    },
    onArrival: () => {
      told.arrivals += 1;
    },
    onFailure: () => {
      told.failures += 1;
    },
  });
  return { ground, asked, told };
}

describe('outlines', () => {
  test('come coarse, and once, however often they are asked for', async () => {
    const { ground, asked, told } = groundByHand(() => Promise.resolve(EMPTY));
    expect(ground.outlines(0, FAR, true)).toBeNull();
    expect(ground.outlines(0, FAR, true)).toBeNull();
    await settled();
    expect(ground.outlines(0, FAR, true)).not.toBeNull();
    expect([asked, told.arrivals]).toEqual([['coarse'], 1]);
  });

  test('come fine where one has zoomed in, the coarse ones standing until then', async () => {
    const { ground, asked } = groundByHand(() => Promise.resolve(EMPTY));
    ground.outlines(0, NEAR, true);
    await settled();
    const coarse = ground.outlines(0, NEAR, true);
    expect(coarse).not.toBeNull();
    await settled();
    expect(asked).toEqual(['coarse', 'fine']);
    expect(ground.outlines(0, NEAR, true)).not.toBe(coarse);
    expect(ground.outlines(0, FAR, true)).toBe(coarse);
  });

  test('are not made finer in the middle of a gesture', async () => {
    const { ground } = groundByHand(() => Promise.resolve(EMPTY));
    ground.outlines(0, NEAR, true);
    await settled();
    const coarse = ground.outlines(0, NEAR, true);
    await settled();
    expect(ground.outlines(0, NEAR, false)).toBe(coarse);
    expect(ground.outlines(0, NEAR, true)).not.toBe(coarse);
  });

  test('are projected once for a meridian', async () => {
    const { ground } = groundByHand(() => Promise.resolve(EMPTY));
    ground.outlines(0, FAR, true);
    await settled();
    const first = ground.outlines(0, FAR, true);
    expect(ground.outlines(0, FAR, true)).toBe(first);
    expect(ground.outlines(180, FAR, true)).not.toBe(first);
  });

  test('that fail to come are told of, and come when asked for again', async () => {
    let isDown = true;
    const { ground, told } = groundByHand(() =>
      isDown ? Promise.reject(new Error('No line.')) : Promise.resolve(EMPTY),
    );
    ground.outlines(0, FAR, true);
    await settled();
    ground.outlines(0, FAR, true);
    await settled();
    expect(told).toEqual({ arrivals: 0, failures: 1 });
    isDown = false;
    ground.retry();
    ground.outlines(0, FAR, true);
    await settled();
    expect(ground.outlines(0, FAR, true)).not.toBeNull();
  });
});
