import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkAnswer } from '../../../src/engine/port/network.ts';
import { levelsOf } from '../../../src/views/network/layoutCoarse.ts';
import { settle } from '../../../src/views/network/layoutSettle.ts';
import { actor, boxes, graph, madeUp, networkFromText, settled } from './networkAnswers.ts';

const SMALL = networkFromText(`
  Ann -3- Bob
  Bob -1- Cyd
  Ann -1- Cyd
  Cyd -1- Dee
  Dee -2- Home Office
  Bob role Home Office
  Zoe
  Yan
`);

/** The same network, its nodes and ties told in another order. */
function shuffled(answer: NetworkAnswer): NetworkAnswer {
  const order = answer.nodes.map((_, i) => i).toReversed();
  return {
    ...answer,
    nodes: order.map((i) => answer.nodes[i]).filter((node) => node !== undefined),
    ties: answer.ties
      .map((tie) => ({ ...tie, from: order.indexOf(tie.to), to: order.indexOf(tie.from) }))
      .toReversed(),
  };
}

function starts(
  answer: NetworkAnswer,
  known: ReadonlyMap<string, readonly [x: number, y: number]>,
): Float32Array {
  return Float32Array.from(answer.nodes.flatMap(({ key }) => known.get(key) ?? [NaN, NaN]));
}

describe('a settled layout', () => {
  test('is the same each time, in whatever order the network is told', () => {
    const once = settled(graph(SMALL));
    expect(settled(graph(SMALL))).toEqual(once);
    const tied = [...once.keys()].filter((key) => !/zoe|yan/u.test(key));
    const again = settled(graph(shuffled(SMALL)));
    for (const key of tied) expect(again.get(key)).toEqual(once.get(key));
  });

  test('gives every node a place, and no two nodes with their names the same ground', () => {
    const of = graph(SMALL);
    const all = boxes(of, settled(of));
    for (const [i, a] of all.entries()) {
      expect(Number.isFinite(a.left + a.top)).toBe(true);
      for (const b of all.slice(i + 1)) {
        const depth = Math.min(
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        );
        expect(depth, `${a.owner} and ${b.owner}`).toBeLessThan(1);
      }
    }
  });

  test('stands those that nobody acted with below the others, in a row', () => {
    const places = settled(graph(SMALL));
    const lowest = Math.max(
      ...[...places].filter(([key]) => !/zoe|yan/u.test(key)).map(([, [, y]]) => y),
    );
    const [, zoeY] = places.get('actor:zoe') ?? [];
    const [, yanY] = places.get('actor:yan') ?? [];
    expect(zoeY).toBeGreaterThan(lowest);
    expect(yanY).toBe(zoeY);
  });

  test('stands them beside the others where the picture is wide', () => {
    const of = { ...graph(SMALL), room: { width: 1200, height: 320 } };
    const places = settled(of);
    const rightmost = Math.max(
      ...[...places].filter(([key]) => !/zoe|yan/u.test(key)).map(([, [x]]) => x),
    );
    expect(places.get('actor:zoe')?.[0]).toBeGreaterThan(rightmost);
  });

  test('has about the proportions of its picture', () => {
    const answer = madeUp(40);
    const proportion = (width: number, height: number): number => {
      const places = [...settled({ ...graph(answer), room: { width, height } }).values()];
      const length = (axis: 0 | 1): number =>
        Math.max(...places.map((at) => at[axis])) - Math.min(...places.map((at) => at[axis]));
      return length(0) / length(1);
    };
    expect(proportion(1200, 320)).toBeGreaterThan(2);
    expect(proportion(400, 700)).toBeLessThan(1);
  });

  test('brings those close together who are tied', () => {
    const answer = networkFromText(`
      A1 -2- A2
      A2 -2- A3
      A3 -2- A1
      B1 -2- B2
      B2 -2- B3
      B3 -2- B1
      A1 -1- B1
    `);
    const places = settled(graph(answer));
    const apart = (a: string, b: string): number => {
      const [x0 = NaN, y0 = NaN] = places.get(`actor:${a}`) ?? [];
      const [x1 = NaN, y1 = NaN] = places.get(`actor:${b}`) ?? [];
      return Math.hypot(x1 - x0, y1 - y0);
    };
    expect(apart('a2', 'a3')).toBeLessThan(apart('a2', 'b2'));
    expect(apart('b2', 'b3')).toBeLessThan(apart('b2', 'a3'));
  });

  test('of nobody is empty, of one or of one pair is finite', () => {
    expect(settled(graph(networkFromText('')))).toEqual(new Map());
    for (const text of ['Ann', 'Ann -1- Bob', 'Ann -1- Bob\nCyd']) {
      const places = [...settled(graph(networkFromText(text))).values()];
      expect(places.length).toBeGreaterThan(0);
      expect(places.flat().every(Number.isFinite)).toBe(true);
    }
  });
});

describe('places are kept', () => {
  const months = madeUp(30);
  const known = settled(graph(months));

  test('exactly, where nobody is new', () => {
    const fewer = { ...months, ties: months.ties.slice(0, 12) };
    const of = graph(fewer, starts(fewer, known));
    for (const [key, place] of settled(of)) {
      expect(place).toEqual([...(known.get(key) ?? [])].map(Math.fround));
    }
  });

  test('and who is new finds one near those it is tied to', () => {
    const first = months.nodes[0];
    expect(first).toBeDefined();
    const more = {
      ...months,
      nodes: [...months.nodes, actor('Newcomer')],
      ties: [
        ...months.ties,
        {
          from: months.nodes.length,
          to: 0,
          kind: 'together' as const,
          weight: 1,
          isTentative: false,
          label: null,
        },
      ],
    };
    const places = settled(graph(more, starts(more, known)));
    for (const [key, place] of known) {
      expect(places.get(key)).toEqual([...place].map(Math.fround));
    }
    const [x = NaN, y = NaN] = places.get('actor:newcomer') ?? [];
    const [nearX = NaN, nearY = NaN] = places.get(first?.key ?? '') ?? [];
    const distances = [...known.values()].map(([otherX, otherY]) =>
      Math.hypot(otherX - nearX, otherY - nearY),
    );
    expect(Math.hypot(x - nearX, y - nearY)).toBeLessThan(Math.max(...distances) / 2);
  });

  test('as a start only, where most are new', () => {
    const few = new Map([...known].slice(0, 5));
    const places = settled(graph(months, starts(months, few)));
    expect(places.size).toBe(months.nodes.length);
    for (const [x, y] of places.values()) expect(Number.isFinite(x + y)).toBe(true);
  });
});

describe('a large network', () => {
  const large = madeUp(900);

  test('settles in few ticks, the same each time, with a place for all', () => {
    const of = graph(large);
    const settlement = settle(of);
    let ticks = 0;
    while (settlement.tick()) ticks += 1;
    expect(ticks).toBeLessThan(600);
    const places = settlement.places();
    expect(places.every(Number.isFinite)).toBe(true);
    const again = settle(of);
    while (again.tick());
    expect(again.places()).toEqual(places);
  });

  test('shows every node on the way, where the part of the network stands that it belongs to', () => {
    const settlement = settle(graph(large));
    settlement.tick();
    expect(settlement.places().every(Number.isFinite)).toBe(true);
  });
});

describe('levels', () => {
  const ends = fc.integer({ min: 1, max: 1500 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      pairs: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: count - 1 }),
          fc.integer({ min: 0, max: count - 1 }),
          fc.integer({ min: 1, max: 9 }),
        ),
        { maxLength: 4000 },
      ),
    }),
  );

  test('shrink, stand for all nodes, and lose no weight between those that stay apart', () => {
    fc.assert(
      fc.property(ends, ({ count, pairs }) => {
        const levels = levelsOf(count, {
          from: Uint32Array.from(pairs, ([from]) => from),
          to: Uint32Array.from(pairs, ([, to]) => to),
          weights: Float32Array.from(pairs, ([, , weight]) => weight),
        });
        expect(levels[0]?.count).toBe(count);
        for (const [i, level] of levels.entries()) {
          expect(level.sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
          const coarser = levels[i + 1];
          if (coarser === undefined) continue;
          expect(coarser.count).toBeLessThan(level.count);
          expect(level.parents).toHaveLength(level.count);
          const crossing = Array.from(level.from).reduce((sum, from, tie) => {
            const isCrossing = level.parents[from] !== level.parents[level.to[tie] ?? 0];
            return isCrossing ? sum + (level.weights[tie] ?? 0) : sum;
          }, 0);
          const kept = coarser.weights.reduce((sum, weight) => sum + weight, 0);
          expect(kept).toBeCloseTo(crossing, 3);
        }
      }),
      { numRuns: 60 },
    );
  });
});
