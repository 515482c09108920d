import { describe, expect, it } from 'vitest';
import { between, clause, engineOf, where } from '../ask.ts';
import { networkOf, nodesOf, tiesOf } from './ask.ts';

describe('the surroundings of one', () => {
  // A – B – C – D – E, and B – X; F by itself.
  const engine = engineOf(`
    2013-01 ab: A, B
    2013-02 bc: B, C
    2013-03 cd: C, D
    2013-04 de: D, E
    2013-05 bx: B, X
    2013-06 f: F
  `);

  it.each([
    [1, ['B 3', 'A 1']],
    [2, ['B 3', 'C 2', 'A 1', 'X 1']],
    [3, ['B 3', 'C 2', 'D 2', 'A 1', 'X 1']],
  ])('are all those up to %d ties away', async (depth, expected) => {
    const answer = await networkOf(engine, { ego: { actor: 'a', depth } });
    expect(nodesOf(answer)).toEqual(expected);
    expect(answer.nodesTotal).toBe(expected.length);
    expect(answer.tiesTotal).toBe(expected.length - 1);
  });

  it('have every tie among them', async () => {
    const triangle = engineOf(`
      2013 ab: A, B
      2013 bc: B, C
      2013 ca: C, A
      2013 cd: C, D
    `);
    const answer = await networkOf(triangle, { ego: { actor: 'a', depth: 1 } });
    expect(tiesOf(answer)).toEqual([
      'A – together 1 – B',
      'A – together 1 – C',
      'B – together 1 – C',
    ]);
  });

  it('are measured by the whole network, so that sizes stay what they were', async () => {
    const whole = await networkOf(engine, { measure: 'degree' });
    const around = await networkOf(engine, { measure: 'degree', ego: { actor: 'e', depth: 1 } });
    const valueOf = (name: string) => whole.nodes.find((node) => node.name === name)?.value;
    expect(around.nodes.map(({ name, value }) => [name, value])).toEqual([
      ['D', valueOf('D')],
      ['E', valueOf('E')],
    ]);
  });

  it('keep the nearest where there is not room for all', async () => {
    const answer = await networkOf(engine, { ego: { actor: 'e', depth: 3 }, nodesLimit: 3 });
    // B has the most events, but is three ties away.
    expect(nodesOf(answer)).toEqual(['C 2', 'D 2', 'E 1']);
    expect(answer.nodesTotal).toBe(4);
  });

  it('leave out what is kept elsewhere', async () => {
    const answer = await networkOf(engine, { ego: { actor: 'a', depth: 1 }, keep: ['f', 'e'] });
    expect(nodesOf(answer)).toEqual(['B 3', 'A 1']);
    const one = { actor: 'a', depth: 1 };
    const small = await networkOf(engine, { ego: one, keep: ['f', 'e'], nodesLimit: 1 });
    expect(nodesOf(small)).toEqual(['A 1']);
  });

  it('of one who is not in the network are that one alone', async () => {
    const window = between('2013-01-01', '2013-02-01');
    const answer = await networkOf(engine, { window, ego: { actor: 'f', depth: 2 } });
    expect(nodesOf(answer)).toEqual(['F 0']);
    expect(answer).toMatchObject({ ties: [], nodesTotal: 1, tiesTotal: 0 });
    const nobody = await networkOf(engine, { ego: { actor: 'nobody', depth: 2 } });
    expect(nobody).toMatchObject({ nodes: [], ties: [], nodesTotal: 0, tiesTotal: 0 });
  });

  it('reach through events in a network of both', async () => {
    const answer = await networkOf(engine, { mode: 'events', ego: { actor: 'a', depth: 2 } });
    expect(answer.nodes.map(({ key }) => key)).toEqual(['actor:b', 'event:ab', 'actor:a']);
  });
});

describe('a chain', () => {
  const engine = engineOf(`
    person Ada, Eve, Ben, Cem, Dot
    role Cem: Chair, Board
    organisation Board < Council
    tie Dot -- Council: advises *2
    2013-01 dinner: Ada, Eve
    2013-02 lunch: Eve, Cem
    2013-03 first meeting: Ada, Ben
    2013-04 second meeting: Ada, Ben *5
    2013-05 hearing: Ben, Cem
    2013-06 gala: Ada, Dot !planned
    2013-07 speech: Dot
    2013-08 elsewhere: Zed
  `);
  const chainOf = async (from: string, to: string, more: Parameters<typeof networkOf>[1] = {}) =>
    (await networkOf(engine, { ...more, chain: { from, to } })).chain;

  it('is the heaviest of the shortest, each step with its ties and events', async () => {
    const chain = await chainOf('ada', 'dot');
    expect(chain).toMatchObject({ from: 'ada', to: 'dot', isConnected: true });
    expect(
      chain?.steps.map(({ from, to, ties, events, eventsTotal }) => ({
        step: `${from.name} → ${to.name}`,
        ties,
        events: events.map(({ title }) => title),
        eventsTotal,
      })),
    ).toEqual([
      {
        step: 'Ada → Ben',
        ties: ['2 events together'],
        events: ['first meeting', 'second meeting'],
        eventsTotal: 2,
      },
      { step: 'Ben → Cem', ties: ['1 event together'], events: ['hearing'], eventsTotal: 1 },
      { step: 'Cem → Board', ties: ['Chair'], events: [], eventsTotal: 0 },
      { step: 'Board → Council', ties: ['part of'], events: [], eventsTotal: 0 },
      { step: 'Council → Dot', ties: ['advises, weight 2'], events: [], eventsTotal: 0 },
    ]);
  });

  it('reads the other way from the other end', async () => {
    const chain = await chainOf('council', 'cem');
    expect(chain?.steps.map(({ ties }) => ties)).toEqual([['includes'], ['Chair']]);
  });

  it('takes the ties that are shown, tentative ones too where they are', async () => {
    const short = await chainOf('ada', 'dot', { includesTentative: true });
    expect(short?.steps.map(({ ties }) => ties)).toEqual([['named together in 1 event']]);
    expect(short?.steps[0]?.events).toMatchObject([{ title: 'gala', status: 'planned' }]);
    const without = await chainOf('ada', 'dot', { ties: ['together'] });
    expect(without).toEqual({ from: 'ada', to: 'dot', isConnected: false, steps: [] });
  });

  it('follows filter and window', async () => {
    const window = between('2013-01-01', '2013-03-01');
    const chain = await chainOf('ada', 'cem', { window });
    expect(chain?.steps.map(({ to }) => to.name)).toEqual(['Eve', 'Cem']);
    const query = where(clause('person', { all: ['ben'] }));
    expect((await chainOf('ada', 'eve', { query }))?.isConnected).toBe(false);
  });

  it('between two who are not connected is none; from one to itself it has no steps', async () => {
    expect(await chainOf('ada', 'zed')).toMatchObject({ isConnected: false, steps: [] });
    expect(await chainOf('ada', 'nobody')).toMatchObject({ isConnected: false, steps: [] });
    expect(await chainOf('nobody', 'nobody')).toMatchObject({ isConnected: false, steps: [] });
    expect(await chainOf('ada', 'ada')).toMatchObject({ isConnected: true, steps: [] });
  });

  it('lists the five weightiest events, by time', async () => {
    const many = engineOf(
      Array.from({ length: 9 }, (_, i) => `${2001 + i} e${i}: A, B *${i % 2 === 0 ? 5 : 1}`).join(
        '\n',
      ),
    );
    const { chain } = await networkOf(many, { chain: { from: 'a', to: 'b' } });
    expect(chain?.steps[0]?.events.map(({ title }) => title)).toEqual([
      'e0',
      'e2',
      'e4',
      'e6',
      'e8',
    ]);
    expect(chain?.steps[0]?.eventsTotal).toBe(9);
  });

  it('is sent whole, whatever the limits and the surroundings', async () => {
    const chain = { from: 'ada', to: 'council' };
    const few = await networkOf(engine, { chain, nodesLimit: 1, tiesLimit: 4 });
    expect(few.nodes.map(({ name }) => name).toSorted()).toEqual([
      'Ada',
      'Ben',
      'Board',
      'Cem',
      'Council',
    ]);
    expect(few.ties).toHaveLength(4);
    const around = await networkOf(engine, { chain, ego: { actor: 'eve', depth: 1 } });
    expect(around.nodesTotal).toBe(6);
  });

  it('is sent with its ties, however light', async () => {
    const triangle = engineOf(`
      2001 ac: A, C
      2002 ac again: A, C
      2003 cb: C, B
      2004 cb again: C, B
      2005 ab: A, B
    `);
    const answer = await networkOf(triangle, { chain: { from: 'a', to: 'b' }, tiesLimit: 2 });
    expect(tiesOf(answer)).toEqual(['A – together 2 – C', 'A – together 1 – B']);
  });

  it('is one of actors beside events and themes too', async () => {
    const chain = { from: 'ada', to: 'cem' };
    const { chain: found, nodes } = await networkOf(engine, {
      chain,
      mode: 'events',
      nodesLimit: 2,
    });
    expect(found?.steps.map(({ to }) => to.name)).toEqual(['Ben', 'Cem']);
    expect(nodes.filter(({ kind }) => kind === 'actor').map(({ name }) => name)).toEqual([
      'Ada',
      'Ben',
      'Cem',
    ]);
  });
});
