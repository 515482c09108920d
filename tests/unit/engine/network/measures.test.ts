import { describe, expect, it } from 'vitest';
import { degreeCentrality } from 'graphology-metrics/centrality/degree.js';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import { createLocalEngine } from '../../../../src/engine/local/localEngine.ts';
import {
  betweennessOf,
  communitiesOf,
  eigenvectorOf,
  weightedGraphOf,
  type WeightedGraph,
} from '../../../../src/engine/local/network/graphology.ts';
import { linksOf } from '../../../../src/engine/local/network/links.ts';
import { TieList } from '../../../../src/engine/local/network/ties.ts';
import { turnsOf } from '../../../../src/engine/local/network/turns.ts';
import type { NodeMeasure } from '../../../../src/engine/port/network.ts';
import type { Dataset } from '../../../../src/model/types.ts';
import { KARATE_CLUB, LES_MISERABLES } from '../../../fixtures/networks.ts';
import { engineOf } from '../ask.ts';
import { ALL_OF_IT, networkOf } from './ask.ts';

const turns = turnsOf(undefined);

function graphOf({ actors = [], ties = [] }: Dataset): Promise<WeightedGraph> {
  const places = new Map(actors.map(({ id }, place) => [id, place]));
  const list = new TieList(0);
  for (const { from, to, weight = 1 } of ties) {
    list.add({
      from: places.get(from) ?? 0,
      to: places.get(to) ?? 0,
      kind: 'stated',
      weight,
      isTentative: false,
      label: null,
    });
  }
  return weightedGraphOf(linksOf(actors.length, list), turns);
}

/** Rounded to so many digits, by name. */
function named({ actors = [] }: Dataset, values: Float64Array, digits: number) {
  return Object.fromEntries(
    actors.map(({ name }, place) => [name, Number(values[place]?.toFixed(digits))]),
  );
}

describe('the karate club (Zachary 1977)', () => {
  it('has the degrees of the paper', async () => {
    const engine = createLocalEngine(KARATE_CLUB, []);
    const { nodes } = await networkOf(engine, { measure: 'degree' });
    // 17 and 16 friends: the officer and the instructor.
    expect(nodes.slice(0, 5).map(({ name, value }) => [name, Math.round(value * 17)])).toEqual([
      ['34', 17],
      ['1', 16],
      ['33', 12],
      ['3', 10],
      ['2', 9],
    ]);
    expect(nodes.at(-1)).toMatchObject({ name: '12' });
  });

  it('has the betweenness that NetworkX and igraph publish for it', async () => {
    const { values, isEstimated } = await betweennessOf(await graphOf(KARATE_CLUB), turns);
    expect(isEstimated).toBe(false);
    expect(named(KARATE_CLUB, values, 4)).toMatchObject({
      1: 0.4376,
      2: 0.0539,
      3: 0.1437,
      4: 0.0119,
      5: 0.0006,
      6: 0.03,
      9: 0.0559,
      12: 0,
      14: 0.0459,
      20: 0.0325,
      32: 0.1383,
      33: 0.1452,
      34: 0.3041,
    });
  });

  it('has the eigenvector centralities that NetworkX publishes for it', async () => {
    const { values } = eigenvectorOf(await graphOf(KARATE_CLUB));
    expect(named(KARATE_CLUB, values, 4)).toMatchObject({
      1: 0.3555,
      2: 0.266,
      3: 0.3172,
      9: 0.2274,
      12: 0.0529,
      17: 0.0236,
      33: 0.3086,
      34: 0.3734,
    });
  });

  it('falls into communities of the published modularity, the largest first', async () => {
    const { of, total } = communitiesOf(await graphOf(KARATE_CLUB));
    // As the method's authors report (Blondel et al. 2008, table 1); the best there is has 0.4198.
    expect(modularityOf(KARATE_CLUB, of).toFixed(2)).toBe('0.42');
    expect(total).toBe(4);
    const sizes = Array.from({ length: total }, (_, i) => of.filter((each) => each === i).length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });
});

describe('Les Misérables (Knuth 1993)', () => {
  // The list that NetworkX's own tests hold its betweenness to; every other character has less than 0.02.
  const BETWEENNESS = {
    Valjean: 0.57,
    Myriel: 0.177,
    Gavroche: 0.165,
    Marius: 0.132,
    Fantine: 0.13,
    Thenardier: 0.075,
    Javert: 0.054,
    MlleGillenormand: 0.048,
    Enjolras: 0.043,
    Tholomyes: 0.041,
    Bossuet: 0.031,
    MmeThenardier: 0.029,
    Mabeuf: 0.028,
    Fauchelevent: 0.026,
    MmeBurgon: 0.026,
    Cosette: 0.024,
    Gillenormand: 0.02,
  };

  it('has the published betweenness, and Valjean meets 36 others', async () => {
    const graph = await graphOf(LES_MISERABLES);
    expect([graph.order, graph.size]).toEqual([77, 254]);
    const { values } = await betweennessOf(graph, turns);
    const found = Object.entries(named(LES_MISERABLES, values, 3));
    expect(Object.fromEntries(found.filter(([, value]) => value >= 0.02))).toEqual(BETWEENNESS);
    const novel = createLocalEngine(LES_MISERABLES, []);
    const { nodes } = await networkOf(novel, { measure: 'degree' });
    expect(nodes[0]?.name).toBe('Valjean');
    expect(nodes[1]?.value).toBeCloseTo(22 / 36);
  });

  it('gives heavier ties more say in the eigenvector centrality', async () => {
    // As NetworkX gives them with weights; without, Gavroche would be first.
    const { values } = eigenvectorOf(await graphOf(LES_MISERABLES));
    expect(named(LES_MISERABLES, values, 3)).toMatchObject({
      Valjean: 0.456,
      Marius: 0.419,
      Cosette: 0.374,
      Enjolras: 0.306,
      Courfeyrac: 0.282,
    });
  });

  it('falls into the same communities each time', async () => {
    const ask = () => networkOf(createLocalEngine(LES_MISERABLES, []), { hasCommunities: true });
    const first = await ask();
    expect(first.communities).toBeGreaterThan(3);
    expect(await ask()).toEqual(first);
    const sizes = Array.from(
      { length: first.communities },
      (_, i) => first.nodes.filter(({ community }) => community === i).length,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(77);
  });
});

describe('measures', () => {
  const engine = engineOf(`
    2013 a: Ada, Ben
    2014 b: Ben, Cem
    2015 c: Cem, Dot
    2016 d: Ada, Ben
    2016 e: Eve
  `);
  const valuesOf = async (measure: NodeMeasure) => {
    const { nodes } = await networkOf(engine, { measure });
    return nodes.map(({ name, value }) => `${name} ${value.toFixed(2)}`);
  };

  it('say where one stands from 0 to the greatest, which is 1', async () => {
    expect(await valuesOf('events')).toEqual([
      'Ben 1.00',
      'Cem 0.67',
      'Ada 0.67',
      'Dot 0.33',
      'Eve 0.33',
    ]);
    expect(await valuesOf('degree')).toEqual([
      'Ben 1.00',
      'Cem 1.00',
      'Ada 0.50',
      'Dot 0.50',
      'Eve 0.00',
    ]);
    expect(await valuesOf('betweenness')).toEqual([
      'Ben 1.00',
      'Cem 1.00',
      'Ada 0.00',
      'Dot 0.00',
      'Eve 0.00',
    ]);
    // Of a chain with the weights 2, 1 and 1: the greatest eigenvalue is 2.288, and Ada's share 2 / 2.288.
    expect((await valuesOf('eigenvector')).slice(0, 2)).toEqual(['Ben 1.00', 'Ada 0.87']);
  });

  it('are 0 where nothing ties anyone', async () => {
    const loners = engineOf('2013 a: Ada\n2014 b: Ben');
    for (const measure of ['degree', 'betweenness', 'eigenvector'] as const) {
      const { nodes } = await networkOf(loners, { measure, hasCommunities: true });
      expect(nodes.map(({ value, community }) => [value, community])).toEqual([
        [0, 0],
        [0, 1],
      ]);
    }
  });

  it('number those by themselves after all communities', async () => {
    const { nodes, communities } = await networkOf(engine, { hasCommunities: true });
    const alone = nodes.find(({ name }) => name === 'Eve');
    expect(alone?.community).toBe(communities);
  });

  it('give one number to several ties of a pair', async () => {
    const pair = engineOf(`
      role Ada: Chair, Board
      tie Board -- Ada: funds
      2013 talk: Ada, Board, Ben
    `);
    const { nodes } = await networkOf(pair, { measure: 'degree' });
    expect(nodes.map(({ value }) => value)).toEqual([1, 1, 1]);
  });
});

describe('in a network too large for all of it', () => {
  /** Many in a ring, each also tied to one of ten hubs, which are tied to each other. */
  function wheel(rim: number): Dataset {
    const actors = Array.from({ length: 10 + rim }, (_, i) => ({
      id: `${i}`,
      name: `${i}`,
      kind: 'person' as const,
    }));
    const ties = [];
    for (let i = 0; i < rim; i++) {
      ties.push({ from: `${10 + i}`, to: `${10 + ((i + 1) % rim)}` });
      // Hub 0 has half of them, the others share the rest.
      ties.push({ from: `${10 + i}`, to: `${i % 2 === 0 ? 0 : (i % 9) + 1}` });
    }
    for (let a = 0; a < 10; a++) {
      for (let b = 0; b < a; b++) ties.push({ from: `${a}`, to: `${b}` });
    }
    return { version: 1, title: 'A wheel', actors, ties, events: [] };
  }

  it('betweenness is estimated from a sample, the same each time', async () => {
    const graph = await graphOf(wheel(500));
    const third = 170 * (graph.order + 2 * graph.size);
    const { values, isEstimated } = await betweennessOf(graph, turns, third);
    expect(isEstimated).toBe(true);
    expect((await betweennessOf(graph, turns, third)).values).toEqual(values);
    const exact = Object.values(betweennessCentrality(graph, { getEdgeWeight: null }));
    // Some ten of a hub's thirty or so neighbours are drawn, give or take two or three, and these make
    // half of its value: four times that deviation is half.
    for (let hub = 0; hub < 10; hub++) {
      expect(Math.abs((values[hub] ?? 0) / (exact[hub] ?? 1) - 1)).toBeLessThan(0.5);
    }
    const least = Math.min(...values.subarray(0, 10));
    expect(Math.max(...values.subarray(10))).toBeLessThan(least);
    expect(values.indexOf(Math.max(...values))).toBe(0);
  });

  it('the answer says that it is an estimate', async () => {
    const engine = createLocalEngine(wheel(2500), []);
    const answer = await networkOf(engine, { measure: 'betweenness', nodesLimit: 1 });
    expect(answer.isEstimated).toBe(true);
    expect(answer.nodes[0]?.name).toBe('0');
    expect((await networkOf(engine)).isEstimated).toBe(false);
  });

  it('one may be cancelled in the middle, and asked for again', async () => {
    const engine = createLocalEngine(wheel(2500), []);
    const question = { ...ALL_OF_IT, measure: 'betweenness', nodesLimit: 1 } as const;
    const stop = new AbortController();
    const cancelled = engine.network(question, stop.signal);
    setTimeout(() => stop.abort(), 0);
    await expect(cancelled).rejects.toThrow('aborted');
    expect((await engine.network(question)).nodes[0]?.name).toBe('0');
  });

  it('more ties than can be measured at all are refused in words', async () => {
    const list = new TieList(500_000);
    for (let i = 0; i < 400_001; i++) {
      list.add({
        from: i,
        to: i + 1,
        kind: 'stated',
        weight: 1,
        isTentative: false,
        label: null,
      });
    }
    await expect(weightedGraphOf(linksOf(400_002, list), turns)).rejects.toThrow(
      'This network has 400,001 ties, too many to measure.',
    );
  });
});

describe('measures of our own', () => {
  it('are those of graphology', async () => {
    const graph = await graphOf(LES_MISERABLES);
    const degrees = Object.values(degreeCentrality(graph)).map((share) => share * 76);
    const { nodes } = await networkOf(createLocalEngine(LES_MISERABLES, []), {
      measure: 'degree',
    });
    const own = new Map(nodes.map(({ name, value }) => [name, value * 36]));
    for (const [place, { name }] of (LES_MISERABLES.actors ?? []).entries()) {
      expect(own.get(name)).toBeCloseTo(degrees[place] ?? Number.NaN);
    }
    const { values } = await betweennessOf(graph, turns);
    const theirs = Object.values(betweennessCentrality(graph, { getEdgeWeight: null }));
    for (const [place, value] of values.entries()) expect(value).toBeCloseTo(theirs[place] ?? -1);
  });
});

/** Source: M. E. J. Newman, Modularity and community structure in networks (2006). */
function modularityOf({ actors = [], ties = [] }: Dataset, communities: Uint32Array): number {
  const places = new Map(actors.map(({ id }, place) => [id, place]));
  const of = (id: string) => communities[places.get(id) ?? 0] ?? 0;
  const within = ties.filter(({ from, to }) => of(from) === of(to)).length / ties.length;
  const shares = new Map<number, number>();
  for (const { from, to } of ties) {
    for (const id of [from, to]) {
      shares.set(of(id), (shares.get(of(id)) ?? 0) + 1 / (2 * ties.length));
    }
  }
  return [...shares.values()].reduce((sum, share) => sum - share ** 2, within);
}
