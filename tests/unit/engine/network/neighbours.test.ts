import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../../src/engine/local/localEngine.ts';
import { LES_MISERABLES } from '../../../fixtures/networks.ts';
import { between, engineOf } from '../ask.ts';
import { neighboursOf } from './ask.ts';

describe('neighbours', () => {
  const engine = engineOf(`
    person Ada
    organisation Office (government) < Government
    role Ada: Minister, Office [2014/2015]
    tie Ada -- Zoe *2
    tie Yan -- Ada: advises
    2013-01 talk: Ada, Office
    2014-05 summit: Ada, Office, Ben
    2014-05 session: Ada, Office, Ben < summit
    2014-05 other session: Ada, Ben < summit
    2015-01 call: Ada, mentioned Ben
    2015-02 plan: Ada, Cem, Office !planned
  `);

  it('come heaviest first, then by name, in words, with the events behind each tie', async () => {
    const { neighbours, total } = await neighboursOf(engine, 'ada');
    expect(total).toBe(4);
    expect(
      neighbours.map(({ name, weight, ties, events, eventsTotal }) => ({
        name,
        weight,
        ties,
        events: events.map(({ title }) => title),
        eventsTotal,
      })),
    ).toEqual([
      {
        name: 'Office',
        weight: 3,
        ties: ['2 events together', 'Minister'],
        events: ['talk', 'summit'],
        eventsTotal: 2,
      },
      { name: 'Zoe', weight: 2, ties: ['tie, weight 2'], events: [], eventsTotal: 0 },
      {
        name: 'Ben',
        weight: 1,
        ties: ['1 event together'],
        events: ['summit'],
        eventsTotal: 1,
      },
      { name: 'Yan', weight: 1, ties: ['advises'], events: [], eventsTotal: 0 },
    ]);
    expect(neighbours[0]).toMatchObject({
      id: 'office',
      actorKind: 'organisation',
      sector: 'government',
      isTentative: false,
    });
  });

  it('are told from either end', async () => {
    const office = await neighboursOf(engine, 'office', { ties: ['part'] });
    expect(office.neighbours.map(({ name, ties }) => [name, ties])).toEqual([
      ['Government', ['part of']],
    ]);
    const government = await neighboursOf(engine, 'government');
    expect(government.neighbours.map(({ name, ties }) => [name, ties])).toEqual([
      ['Office', ['includes']],
    ]);
  });

  it('with tentative ties tell what is certain from what is not', async () => {
    const { neighbours } = await neighboursOf(engine, 'ada', { includesTentative: true });
    const told = neighbours.map(({ name, weight, isTentative, ties, events }) => ({
      told: `${name} ${weight}${isTentative ? '?' : ''}: ${ties.join('; ')}`,
      events: events.map(({ title }) => title),
    }));
    expect(told).toEqual([
      {
        told: 'Office 3: 2 events together; named together in 1 more event; Minister',
        events: ['talk', 'summit', 'plan'],
      },
      { told: 'Zoe 2: tie, weight 2', events: [] },
      {
        told: 'Ben 1: 1 event together; named together in 1 more event',
        events: ['summit', 'call'],
      },
      { told: 'Cem 1?: named together in 1 event', events: ['plan'] },
      { told: 'Yan 1: advises', events: [] },
    ]);
  });

  it('follow the window', async () => {
    const window = between('2013-01-01', '2013-06-01');
    const { neighbours } = await neighboursOf(engine, 'ada', { window });
    expect(neighbours.map(({ name, ties }) => `${name}: ${ties.join('; ')}`)).toEqual([
      'Zoe: tie, weight 2',
      'Office: 1 event together',
      'Yan: advises',
    ]);
  });

  it('are as many as asked for, each with as many events; how many there are is said', async () => {
    const answer = await neighboursOf(engine, 'ada', { limit: 1, eventsLimit: 1 });
    expect(answer.total).toBe(4);
    expect(
      answer.neighbours.map(({ name, events, eventsTotal }) => [name, events.length, eventsTotal]),
    ).toEqual([['Office', 1, 2]]);
  });

  it('of one who is not in the network are none', async () => {
    const none = { neighbours: [], total: 0 };
    expect(await neighboursOf(engine, 'nobody')).toEqual({ actor: 'nobody', ...none });
    expect(await neighboursOf(engine, 'cem')).toEqual({ actor: 'cem', ...none });
  });

  it('of a character in a novel are those of its network', async () => {
    const novel = createLocalEngine(LES_MISERABLES, []);
    const { neighbours, total } = await neighboursOf(novel, 'valjean', { limit: 3 });
    expect(total).toBe(36);
    expect(neighbours.map(({ name, weight }) => `${name} ${weight}`)).toEqual([
      'Cosette 31',
      'Marius 19',
      'Javert 17',
    ]);
  });
});
