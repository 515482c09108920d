import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../../src/engine/local/localEngine.ts';
import { KARATE_CLUB } from '../../../fixtures/networks.ts';
import { between, clause, engineOf, where } from '../ask.ts';
import { ALL_OF_IT, networkOf, nodesOf, tiesOf } from './ask.ts';

describe('acting together', () => {
  it('ties two by the number of events in which both took part', async () => {
    const answer = await networkOf(
      engineOf(`
        2013 first: Google, Microsoft
        2014 second: Microsoft, Google, Facebook
        2015 alone: Facebook
      `),
    );
    expect(nodesOf(answer)).toEqual(['Google 2', 'Microsoft 2', 'Facebook 2']);
    expect(tiesOf(answer)).toEqual([
      'Google – together 2 – Microsoft',
      'Google – together 1 – Facebook',
      'Microsoft – together 1 – Facebook',
    ]);
    expect(answer).toMatchObject({ nodesTotal: 3, tiesTotal: 3, communities: 0, chain: null });
  });

  const history = `
    2013 talk: Google, mentioned Microsoft, expected Facebook
    2014 call: Google, Microsoft !planned
    2014 meeting: Google, Apple
    2015 visit: Google, Apple !cancelled
  `;

  it('is not made by what did not happen, nor by who did not take part', async () => {
    const answer = await networkOf(engineOf(history));
    expect(nodesOf(answer)).toEqual(['Google 2', 'Apple 1']);
    expect(tiesOf(answer)).toEqual(['Google – together 1 – Apple']);
  });

  it('is tentative on demand, where nothing firmer ties the two', async () => {
    const answer = await networkOf(engineOf(history), { includesTentative: true });
    expect(nodesOf(answer)).toEqual(['Google 4', 'Microsoft 2', 'Apple 2', 'Facebook 1']);
    expect(tiesOf(answer)).toEqual([
      'Google – together 2? – Microsoft',
      // The cancelled visit adds nothing to what happened.
      'Google – together 1 – Apple',
      'Google – together 1? – Facebook',
      'Microsoft – together 1? – Facebook',
    ]);
  });

  it('counts an actor by the stronger of two parts in one event', async () => {
    const engine = engineOf('2013 talk: mentioned Google, Microsoft, Google (host)');
    expect(tiesOf(await networkOf(engine))).toEqual(['Google – together 1 – Microsoft']);
    const tentative = await networkOf(engine, { includesTentative: true });
    expect(nodesOf(tentative)).toEqual(['Google 1', 'Microsoft 1']);
    expect(tentative.ties.every(({ isTentative }) => !isTentative)).toBe(true);
  });

  it('counts a whole and its parts once for a pair', async () => {
    const answer = await networkOf(
      engineOf(`
        2013 before: Google, Microsoft
        2014-12-10/2014-12-11 summit: Google, Microsoft
        2014-12-10 first session: Google, Microsoft, Facebook < summit
        2014-12-11 second session: Google, Facebook < summit
        2014-12-11 vote: Google, Microsoft < second session
        2015 after: Google, Facebook
      `),
    );
    expect(nodesOf(answer)).toEqual(['Google 6', 'Microsoft 4', 'Facebook 3']);
    expect(tiesOf(answer)).toEqual([
      'Google – together 2 – Microsoft',
      'Google – together 2 – Facebook',
      'Microsoft – together 1 – Facebook',
    ]);
  });

  it('counts them once whatever lies between them in time', async () => {
    const answer = await networkOf(
      engineOf(`
        theme images
        2014-12-10 summit: Google, Microsoft #images
        2014-12-11 dinner: Google, Microsoft #images
        2014-12-12 session: Google, Microsoft #images < summit
      `),
    );
    expect(tiesOf(answer)).toEqual(['Google – together 2 – Microsoft']);
  });

  it('does not tie those of a whole to those of its parts', async () => {
    const answer = await networkOf(
      engineOf(`
        2014 summit: Google
        2014 session: Microsoft < summit
      `),
    );
    expect(answer.ties).toEqual([]);
  });
});

describe('which events count', () => {
  const engine = engineOf(`
    2013 first: Google, Microsoft #images
    2014 second: Google, Facebook #law
    2015 third: Facebook, Apple #law
  `);

  it('is said by the filter', async () => {
    const answer = await networkOf(engine, { query: where(clause('theme', { any: ['law'] })) });
    expect(nodesOf(answer)).toEqual(['Facebook 2', 'Google 1', 'Apple 1']);
  });

  it('is said by the window: who is in no event of it leaves', async () => {
    const window = between('2013-06-01', '2014-06-01');
    expect(nodesOf(await networkOf(engine, { window }))).toEqual([
      'Google 2',
      'Microsoft 1',
      'Facebook 1',
    ]);
    const later = between('2014-06-01', '2016-01-01');
    expect(nodesOf(await networkOf(engine, { window: later }))).toEqual([
      'Facebook 2',
      'Google 1',
      'Apple 1',
    ]);
  });
});

describe('roles, parts and stated ties', () => {
  const engine = engineOf(`
    organisation Office < Government
    organisation Unit < Office [2014/2015]
    role Ada: Chair, Board [2013]
    role Ada: Member, Board [2014/2015]
    role Ada: Patron
    tie Ada -- Ben: married *3
    tie Ben -- Ada: allied [2013]
    2013-05-01 early: Ada, Office
    2015-05-01 late: Ada, Unit
  `);
  const window = between('2013-01-01', '2014-01-01');

  it('come with their words, those of one pair and kind as one tie', async () => {
    expect(tiesOf(await networkOf(engine))).toEqual([
      'Ada – stated 4: married, allied – Ben',
      'Office – together 1 – Ada',
      'Unit – together 1 – Ada',
      'Ada – role 1: Chair, Member – Board',
      'Office – part 1 – Government',
      'Unit – part 1 – Office',
    ]);
  });

  it('show while they are valid; without a date, always', async () => {
    expect(tiesOf(await networkOf(engine, { window }))).toEqual([
      'Ada – stated 4: married, allied – Ben',
      'Office – together 1 – Ada',
      'Ada – role 1: Chair – Board',
      'Office – part 1 – Government',
    ]);
    const late = between('2015-01-01', '2016-01-01');
    expect(tiesOf(await networkOf(engine, { window: late }))).toEqual([
      'Ada – stated 3: married – Ben',
      'Unit – together 1 – Ada',
      'Ada – role 1: Member – Board',
      'Unit – part 1 – Office',
    ]);
  });

  it('are shown by kind', async () => {
    const answer = await networkOf(engine, { ties: ['role'] });
    expect(tiesOf(answer)).toEqual(['Ada – role 1: Chair, Member – Board']);
    // Whoever acts is there, with no ties too.
    expect(nodesOf(answer)).toEqual(['Ada 2', 'Office 1', 'Unit 1', 'Board 0']);
    expect((await networkOf(engine, { ties: [] })).ties).toEqual([]);
  });

  it('bring in the other end of whoever acts, and nobody beyond', async () => {
    const nobody = await networkOf(engine, { window: between('2010-01-01', '2011-01-01') });
    expect(nodesOf(nobody)).toEqual([]);
    const answer = await networkOf(
      engineOf(`
        organisation Unit < Office
        organisation Office < Government
        organisation Government
        2013 sighting: Government !planned
        2013 meeting: Unit
        2013 rumour: mentioned Office
      `),
    );
    expect(tiesOf(answer)).toEqual(['Unit – part 1 – Office']);
  });

  it('never tie anyone to themselves', async () => {
    const selfish = engineOf(`
      tie Ada -- Ada: loves
      role Ada: Founder, Ada
      2013 talk: Ada
    `);
    expect((await networkOf(selfish)).ties).toEqual([]);
  });

  it('of actors whom no event names show as long as no filter asks for events', async () => {
    const file = createLocalEngine(KARATE_CLUB, []);
    const answer = await networkOf(file, { window: between('1970-01-01', '1971-01-01') });
    expect(answer).toMatchObject({ nodesTotal: 34, tiesTotal: 78 });
    // Nobody has events: the best tied comes first, the others by the file.
    expect(answer.nodes.slice(0, 3).map(({ name }) => name)).toEqual(['34', '1', '33']);
    const filtered = await networkOf(file, { query: where(clause('person', { any: ['1'] })) });
    expect(filtered.nodes).toEqual([]);
  });

  it('of two without events do not bring in one who acts at another time', async () => {
    const mixed = engineOf(`
      tie A -- B
      tie B -- C
      2013 talk: C
    `);
    const before = await networkOf(mixed, { window: between('2010-01-01', '2011-01-01') });
    expect(tiesOf(before)).toEqual(['A – stated 1 – B']);
    expect(tiesOf(await networkOf(mixed))).toEqual(['A – stated 1 – B', 'B – stated 1 – C']);
  });
});

describe('networks of two kinds', () => {
  const engine = engineOf(`
    organisation Office (government) < Government
    theme images, law
    2013 talk: Ada, Office #law #images
    2014-01 summit: Ada #images
    2014-01 session: Ada #images < summit
    2015 plan: Ada, Ben #law !planned
    2015 call: Ada, mentioned Ben #law
    2016 nobody there #images
  `);

  it('join actors with the events they took part in, and with nothing else', async () => {
    const answer = await networkOf(engine, { mode: 'events' });
    expect(nodesOf(answer)).toEqual([
      'Ada 4',
      'talk 1',
      'Office 1',
      'summit 1',
      'session 1',
      'call 1',
    ]);
    expect(tiesOf(answer)).toEqual([
      'Ada – took-part 1 – talk',
      'Office – took-part 1 – talk',
      'Ada – took-part 1 – summit',
      'Ada – took-part 1 – session',
      'Ada – took-part 1 – call',
    ]);
    expect(answer).toMatchObject({ mode: 'events', nodesTotal: 6, tiesTotal: 5 });
  });

  it('join actors with themes by the events that have them, a whole and its parts once', async () => {
    const answer = await networkOf(engine, { mode: 'themes' });
    expect(nodesOf(answer)).toEqual(['Ada 4', 'images 3', 'law 2', 'Office 1']);
    expect(tiesOf(answer)).toEqual([
      'Ada – took-part 2 – law',
      'Ada – took-part 2 – images',
      'Office – took-part 1 – law',
      'Office – took-part 1 – images',
    ]);
  });

  it('take in tentative parts on demand', async () => {
    const events = await networkOf(engine, { mode: 'events', includesTentative: true });
    expect(tiesOf(events).filter((tie) => tie.includes('?'))).toEqual([
      'Ada – took-part 1? – plan',
      'Ben – took-part 1? – plan',
      'Ben – took-part 1? – call',
    ]);
    const themes = await networkOf(engine, { mode: 'themes', includesTentative: true });
    expect(tiesOf(themes).filter((tie) => tie.includes('?'))).toEqual(['Ben – took-part 2? – law']);
  });

  it('name what each node is', async () => {
    const { nodes } = await networkOf(engine, { mode: 'events' });
    const named = Object.fromEntries(nodes.map(({ key, ...node }) => [key, node]));
    expect(named['actor:office']).toEqual({
      id: 'office',
      kind: 'actor',
      actorKind: 'organisation',
      name: 'Office',
      sector: 'government',
      colour: 0,
      events: 1,
      value: 0.25,
      community: null,
    });
    expect(named['actor:ada']).toMatchObject({ sector: null, colour: null, value: 1 });
    expect(named['event:talk']).toEqual({
      id: 'talk',
      kind: 'event',
      actorKind: null,
      name: 'talk',
      sector: null,
      // Of the theme that it names first.
      colour: 1,
      events: 1,
      value: 0.25,
      community: null,
    });
    const themes = await networkOf(engine, { mode: 'themes' });
    expect(themes.nodes.find(({ key }) => key === 'theme:images')).toMatchObject({
      id: 'images',
      kind: 'theme',
      colour: 0,
      value: 0.75,
    });
  });
});

describe('a network', () => {
  it('of nothing is empty', async () => {
    const answer = await networkOf(engineOf('2013 storm'), {
      measure: 'betweenness',
      hasCommunities: true,
    });
    expect(answer).toMatchObject({ nodes: [], ties: [], nodesTotal: 0, communities: 0 });
  });

  it('is not answered once it is not wanted any more', async () => {
    const engine = engineOf('2013 talk: A, B');
    const signal = AbortSignal.abort();
    await expect(engine.network(ALL_OF_IT, signal)).rejects.toThrow('aborted');
    await expect(engine.network({ ...ALL_OF_IT, measure: 'betweenness' }, signal)).rejects.toThrow(
      'aborted',
    );
  });
});
