import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../../src/engine/local/localEngine.ts';
import type { Dataset } from '../../../../src/model/types.ts';
import { between, EVERYTHING, idsOf, timelineOf, valuesOf } from '../ask.ts';
import { neighboursOf, networkOf, nodesOf, tiesOf } from './ask.ts';

/** As a network file opens: actors and ties, and no events. */
const FRIENDS: Dataset = {
  version: 1,
  title: 'Friends',
  events: [],
  actors: [
    { id: 'a', name: 'Ada', kind: 'person' },
    { id: 'b', name: 'Bea', kind: 'person' },
    { id: 'c', name: 'Cyd', kind: 'person' },
  ],
  ties: [
    { from: 'a', to: 'b', weight: 3, kind: 'friend' },
    { from: 'b', to: 'c', date: '2010/2012' },
    { from: 'c', to: 'c' },
  ],
};

describe('a history of ties alone', () => {
  const engine = createLocalEngine(FRIENDS, []);

  it('is a network, whose size is told by its ties', async () => {
    const answer = await networkOf(engine, { measure: 'degree', hasCommunities: true });
    expect(nodesOf(answer)).toEqual(['Bea 0', 'Ada 0', 'Cyd 0']);
    expect(answer.nodes.map(({ value }) => value)).toEqual([1, 0.5, 0.5]);
    expect(tiesOf(answer)).toEqual(['Ada – stated 3: friend – Bea', 'Bea – stated 1 – Cyd']);
  });

  it('shows the ties that held in a stretch of time', async () => {
    const { extent } = await engine.dataset();
    expect(extent).toEqual(between('2010-01-01', '2013-01-01'));
    const before = await networkOf(engine, { window: between('2009-01-01', '2010-01-01') });
    expect(tiesOf(before)).toEqual(['Ada – stated 3: friend – Bea']);
  });

  it('has nothing to say where events are asked for', async () => {
    expect((await engine.dataset()).eventsTotal).toBe(0);
    expect(await idsOf(engine, EVERYTHING)).toEqual([]);
    expect(await valuesOf(engine, 'person')).toEqual([]);
    expect(await timelineOf(engine)).toMatchObject({ lanes: [], marks: [], bins: [] });
    const { neighbours } = await neighboursOf(engine, 'b');
    expect(neighbours.map(({ name }) => name)).toEqual(['Ada', 'Cyd']);
  });
});
