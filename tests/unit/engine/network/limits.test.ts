import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../../src/engine/local/localEngine.ts';
import { LES_MISERABLES } from '../../../fixtures/networks.ts';
import { engineOf } from '../ask.ts';
import { networkOf, nodesOf, tiesOf } from './ask.ts';

describe('where there is not room for all', () => {
  const engine = engineOf(`
    2001 e1: Hub, A
    2002 e2: Hub, A
    2003 e3: Hub, B
    2004 e4: Hub, B
    2005 e5: Hub, C
    2006 e6: A, B
    2007 e7: A, B
    2008 e8: A, B
    2009 e9: D
  `);

  it('the most valued nodes are sent, and how many there are is said', async () => {
    const answer = await networkOf(engine, { nodesLimit: 3 });
    expect(nodesOf(answer)).toEqual(['Hub 5', 'A 5', 'B 5']);
    expect(answer).toMatchObject({ nodesTotal: 5, tiesTotal: 4 });
  });

  it('those that are to be kept come first of all', async () => {
    const answer = await networkOf(engine, { nodesLimit: 3, keep: ['d', 'nobody'] });
    expect(nodesOf(answer)).toEqual(['Hub 5', 'A 5', 'D 1']);
    const none = await networkOf(engine, { nodesLimit: 1, keep: ['c', 'd'] });
    expect(nodesOf(none)).toEqual(['C 1', 'D 1']);
  });

  it('the heaviest ties are sent, but first those that join what nothing heavier joins', async () => {
    const answer = await networkOf(engine, { tiesLimit: 3 });
    expect(tiesOf(answer)).toEqual([
      'A – together 3 – B',
      'Hub – together 2 – A',
      // Lighter than Hub and B together, which are joined through A.
      'Hub – together 1 – C',
    ]);
    expect(answer.tiesTotal).toBe(4);
    expect(tiesOf(await networkOf(engine, { tiesLimit: 1 }))).toEqual(['A – together 3 – B']);
    expect(tiesOf(await networkOf(engine, { tiesLimit: 0 }))).toEqual([]);
  });

  it('both kinds of a network of two get their share', async () => {
    const answer = await networkOf(engine, { mode: 'events', nodesLimit: 6 });
    expect(answer.nodes.map(({ kind }) => kind).toSorted()).toEqual([
      'actor',
      'actor',
      'actor',
      'event',
      'event',
      'event',
    ]);
    // What one kind leaves is the other's.
    const more = await networkOf(engine, { mode: 'events', nodesLimit: 12 });
    expect(more.nodes.filter(({ kind }) => kind === 'actor')).toHaveLength(5);
    expect(more.nodes.filter(({ kind }) => kind === 'event')).toHaveLength(7);
  });

  it('those that are to be kept take the room of others, of whichever kind', async () => {
    const answer = await networkOf(engine, {
      mode: 'events',
      nodesLimit: 4,
      keep: ['a', 'b', 'c', 'd'],
    });
    expect(answer.nodes.map(({ name }) => name).toSorted()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('what is sent is part of the whole, and measured by it', async () => {
    const novel = createLocalEngine(LES_MISERABLES, []);
    const whole = await networkOf(novel, { measure: 'betweenness' });
    const part = await networkOf(novel, { measure: 'betweenness', nodesLimit: 20, tiesLimit: 40 });
    expect(part).toMatchObject({ nodesTotal: 77, tiesTotal: 254 });
    expect(part.nodes).toEqual(whole.nodes.slice(0, 20));
    const all = new Set(tiesOf(whole));
    expect(part.ties).toHaveLength(40);
    expect(tiesOf(part).filter((tie) => !all.has(tie))).toEqual([]);
  });
});
