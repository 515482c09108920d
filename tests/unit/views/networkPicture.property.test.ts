import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeAt, tieAt } from '../../../src/views/network/hits.ts';
import {
  extentsOf,
  layoutLabels,
  layoutNetwork,
  tiePath,
  type View,
} from '../../../src/views/network/layout.ts';
import {
  cameraBetween,
  fitCamera,
  zoomed,
  type Camera,
  type Extent,
} from '../../../src/views/network/layoutCamera.ts';
import { layoutHulls } from '../../../src/views/network/layoutHulls.ts';
import { nextNode } from '../../../src/views/network/roving.ts';
import { networkFromText, scene, SIZE } from './networkAnswers.ts';

const HOME: Camera = { x: 0, y: 0, scale: 1 };

function view(text: string, places: readonly number[], camera: Camera = HOME): View {
  return { scene: scene(networkFromText(text)), places, camera, size: SIZE };
}

function geometryOf(of: View) {
  const sides = layoutLabels({ ...of, first: [], former: new Map(), limit: Infinity });
  return layoutNetwork({ ...of, sides, nodes: of.scene.nodes, ties: of.scene.ties });
}

describe('the picture', () => {
  test('shows nodes through the camera, and moves by its offset alone', () => {
    const of = view('Ann -1- Bob', [0, 0, 100, 50]);
    const here = geometryOf(of);
    const there = geometryOf({ ...of, camera: { x: 100, y: 50, scale: 1 } });
    expect(there.nodes.map(({ x, y }) => [x, y])).toEqual(here.nodes.map(({ x, y }) => [x, y]));
    expect([here.offsetX, here.offsetY]).toEqual([400, 250]);
    expect([there.offsetX, there.offsetY]).toEqual([300, 200]);
  });

  test('leaves out who has no place yet, with the ties to it', () => {
    const geometry = geometryOf(view('Ann -1- Bob', [0, 0, NaN, NaN]));
    expect(geometry.nodes.map(({ item }) => item.node.name)).toEqual(['Ann']);
    expect(geometry.ties).toEqual([]);
  });

  test('names who is asked for before the weightier', () => {
    const text = 'Weighty -1- Other\nWeighty -1- Third';
    const of = view(text, [0, 0, 2, 0, 300, 100]);
    const names = (first: readonly string[]) =>
      layoutLabels({ ...of, first, former: new Map(), limit: 1 });
    expect([...names([]).keys()]).toEqual(['actor:weighty']);
    expect([...names(['actor:third']).keys()]).toEqual(['actor:third']);
  });

  test('bends the second tie of a pair to one side, the third to the other', () => {
    const a = { x: 0, y: 0 };
    const b = { x: 100, y: 0 };
    expect(tiePath(a, b, 0)).toBe('M0.0,0.0L100.0,0.0');
    expect(tiePath(a, b, 1)).toBe('M0.0,0.0Q50.0,32.0 100.0,0.0');
    expect(tiePath(a, b, -1)).toBe('M0.0,0.0Q50.0,-32.0 100.0,0.0');
  });

  test('outlines communities of two and more', () => {
    const answer = networkFromText('Ann -1- Bob\nCyd');
    const communities = [0, 0, 1];
    const of = scene({
      ...answer,
      nodes: answer.nodes.map((node, i) => ({ ...node, community: communities[i] ?? null })),
    });
    const { nodes } = geometryOf({
      scene: of,
      places: [0, 0, 80, 0, 0, 90],
      camera: HOME,
      size: SIZE,
    });
    expect(layoutHulls(nodes).map(({ community }) => community)).toEqual([0]);
  });
});

describe('what is under the pointer', () => {
  const of = view('Ann -1- Bob\nAnn role Bob', [0, 0, 100, 0]);
  const geometry = geometryOf(of);

  test('is a node within its radius and a little more', () => {
    const at = (x: number, y: number) => nodeAt(of.scene, of.places, HOME, SIZE, x, y);
    expect(at(400, 250)).toBe('actor:ann');
    expect(at(500, 255)).toBe('actor:bob');
    expect(at(450, 250)).toBeNull();
  });

  test('is the nearest tie, straight or bent', () => {
    expect(tieAt(geometry, 450, 250)?.item.tie.kind).toBe('together');
    expect(tieAt(geometry, 450, 265)?.item.tie.kind).toBe('role');
    expect(tieAt(geometry, 450, 320)).toBeNull();
  });
});

const extent: fc.Arbitrary<Extent> = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
  halfWidthPx: fc.double({ min: 2, max: 60, noNaN: true }),
  abovePx: fc.double({ min: 2, max: 20, noNaN: true }),
  belowPx: fc.double({ min: 2, max: 50, noNaN: true }),
});

describe('the camera', () => {
  test('fits all nodes with their names into the picture', () => {
    fc.assert(
      fc.property(fc.array(extent, { minLength: 1, maxLength: 40 }), (extents) => {
        const { x, y, scale } = fitCamera(extents, SIZE);
        for (const each of extents) {
          const left = (each.x - x) * scale + SIZE.widthPx / 2 - each.halfWidthPx;
          const right = (each.x - x) * scale + SIZE.widthPx / 2 + each.halfWidthPx;
          const top = (each.y - y) * scale + SIZE.heightPx / 2 - each.abovePx;
          const bottom = (each.y - y) * scale + SIZE.heightPx / 2 + each.belowPx;
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(-2);
          expect(right).toBeLessThanOrEqual(SIZE.widthPx + 2);
          expect(bottom).toBeLessThanOrEqual(SIZE.heightPx + 2);
        }
      }),
    );
  });

  test('does not blow up a handful of nodes', () => {
    const near = extentsOf(scene(networkFromText('Ann -1- Bob')), [0, 0, 5, 5]);
    expect(
      fitCamera(
        near.map(([, each]) => each),
        SIZE,
      ).scale,
    ).toBeLessThanOrEqual(1.5);
    expect(fitCamera([], SIZE)).toEqual({ x: 0, y: 0, scale: 1 });
  });

  test('flies from one to the other, and keeps in place what both show in one place', () => {
    const from: Camera = { x: 0, y: 0, scale: 1 };
    const to: Camera = { x: 90, y: 0, scale: 10 };
    expect(cameraBetween(from, to, 0)).toEqual(from);
    expect(cameraBetween(from, to, 1).x).toBeCloseTo(90);
    // The unit 100 stands 100 px right of the middle in both, and so on the way.
    const half = cameraBetween(from, to, 0.5);
    expect((100 - half.x) * half.scale).toBeCloseTo(100);
  });

  test('zooms within bounds', () => {
    const fit: Camera = { x: 3, y: 4, scale: 0.5 };
    expect(zoomed(fit, 1.5, fit)).toEqual({ x: 3, y: 4, scale: 0.75 });
    expect(zoomed(fit, 1e6, fit).scale).toBe(8);
    expect(zoomed(fit, 1e-6, fit).scale).toBe(0.25);
  });
});

describe('the arrows', () => {
  const items = [
    { key: 'middle', x: 0, y: 0 },
    { key: 'right', x: 50, y: 10 },
    { key: 'far right', x: 200, y: 0 },
    { key: 'down', x: 10, y: 60 },
    { key: 'left', x: -80, y: -5 },
  ];

  test('lead to the nearest on that side, rather ahead than aside', () => {
    const to = (direction: Parameters<typeof nextNode>[2], from = 'middle') =>
      nextNode(items, from, direction)?.key ?? null;
    expect(to('right')).toBe('right');
    expect(to('down')).toBe('down');
    expect(to('left')).toBe('left');
    expect(to('right', 'right')).toBe('far right');
    expect(to('right', 'far right')).toBeNull();
    expect(to('first', 'down')).toBe('middle');
    expect(to('last')).toBe('left');
    expect(to('up', 'nobody')).toBe('middle');
  });

  test('find something on a side where there is anything, and it lies on that side', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 500 }));
    const sides = {
      left: ([x0]: readonly number[], [x1]: readonly number[]) => Number(x1) < Number(x0),
      right: ([x0]: readonly number[], [x1]: readonly number[]) => Number(x1) > Number(x0),
      up: ([, y0]: readonly number[], [, y1]: readonly number[]) => Number(y1) < Number(y0),
      down: ([, y0]: readonly number[], [, y1]: readonly number[]) => Number(y1) > Number(y0),
    };
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...(['left', 'right', 'up', 'down'] as const)),
        (points, direction) => {
          const all = points.map(([x, y], i) => ({ key: String(i), x, y }));
          const from = points[0] ?? [0, 0];
          const next = nextNode(all, '0', direction);
          expect(next !== null).toBe(points.some((to) => sides[direction](from, to)));
          if (next !== null) expect(sides[direction](from, [next.x, next.y])).toBe(true);
        },
      ),
    );
  });
});
