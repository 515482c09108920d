import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import type { ActorDetails, Engine, EventDetails } from '../../../src/engine/port.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';
import { engineOf } from './ask.ts';

async function eventOf(engine: Engine, id: string): Promise<EventDetails> {
  const details = await engine.details({ kind: 'event', id });
  if (details?.kind !== 'event') throw new Error(`No event ${id}`);
  return details;
}

async function actorOf(engine: Engine, id: string): Promise<ActorDetails> {
  const details = await engine.details({ kind: 'actor', id });
  if (details?.kind !== 'actor') throw new Error(`No actor ${id}`);
  return details;
}

const engine = engineOf(`
  person David Cameron, Joanna Shields
  organisation Home Office (government) aka HO < UK Government [2010/2015]
  role Joanna Shields: Ambassador [2013/2014]
  role Joanna Shields: Adviser, Home Office [2014-06/2015]
  role Joanna Shields: Chair
  place London < United Kingdom
  place United Kingdom < Europe
  theme images, law
  source report = The 2014 report
  2013-07-22 [speech] speech: David Cameron (speaker) "Prime Minister", mentioned Google @London #law #images
    He spoke.
    "Act now." (report)
  2014-01 first: Joanna Shields
  2014-12-10 summit: Joanna Shields (host), inferred expected Home Office @London
  2014-12-10 second part < summit 2
  2014-12-10 first part < summit 1
  2014-12-11 later part < summit
`);

describe('the details of an event', () => {
  it('hold everything that it names', async () => {
    expect(await eventOf(engine, 'speech')).toMatchObject({
      title: 'speech',
      status: 'happened',
      eventKind: 'speech',
      summary: 'He spoke.',
      date: { words: '22 July 2013' },
      actors: [
        {
          id: 'david-cameron',
          name: 'David Cameron',
          kind: 'person',
          sector: null,
          role: 'speaker',
          title: 'Prime Minister',
          part: 'took-part',
          isInferred: false,
        },
        { id: 'google', kind: 'organisation', part: 'mentioned', title: null, role: null },
      ],
      places: [
        [
          { id: 'london', name: 'London' },
          { id: 'united-kingdom', name: 'United Kingdom' },
          { id: 'europe', name: 'Europe' },
        ],
      ],
      themes: [
        { id: 'law', name: 'law', colour: 1 },
        { id: 'images', name: 'images', colour: 0 },
      ],
      citations: [
        {
          source: { id: 'report', title: 'The 2014 report' },
          quote: 'Act now.',
          locator: null,
          cites: [],
        },
      ],
      thread: [],
      whole: null,
      parts: [],
    });
  });

  it('give the title that was held then', async () => {
    const titleAt = async (id: string) => (await eventOf(engine, id)).actors[0]?.title;
    expect(await titleAt('first')).toBe('Ambassador');
    expect(await titleAt('summit')).toBe('Adviser');
  });

  it('say who is expected and who is inferred', async () => {
    expect((await eventOf(engine, 'summit')).actors[1]).toMatchObject({
      sector: 'government',
      part: 'expected',
      isInferred: true,
    });
  });

  it('gather parts in their order, then by time, and lead back to the whole', async () => {
    const { parts } = await eventOf(engine, 'summit');
    expect(parts.map(({ id }) => id)).toEqual(['first-part', 'second-part', 'later-part']);
    const part = await eventOf(engine, 'later-part');
    expect(part.whole).toMatchObject({ id: 'summit', dateWords: '10 December 2014' });
    expect(part.places[0]?.[0]?.name).toBe('London');
  });

  it('resolve what a citation refers to', async () => {
    const history = historyFromText('source a = A\nsource b = B\n2013 x');
    const [event] = history.events;
    if (event === undefined) throw new Error('no event');
    const citations = [{ source: 'a', locator: '§3', cites: ['b', 'gone'] }];
    const cited = createLocalEngine({ ...history, events: [{ ...event, citations }] }, []);
    expect((await eventOf(cited, 'x')).citations).toEqual([
      {
        source: { id: 'a', title: 'A' },
        locator: '§3',
        quote: null,
        cites: [{ id: 'b', title: 'B' }],
      },
    ]);
  });

  it('are null for one that is not there', async () => {
    expect(await engine.details({ kind: 'event', id: '__proto__' })).toBeNull();
    expect(await engine.details({ kind: 'actor', id: 'speech' })).toBeNull();
  });
});

describe('the thread of an event', () => {
  const threads = engineOf(`
    2013-01 announced -announces-> workshop
    2013-02 workshop
    2013-03 pledges -follows-up-> workshop -announces-> programme
    2013-04 programme -> outcome
    2013-05 outcome
    2013-06 next workshop -follows-up-> workshop -responds-to-> criticism
    2013-05-20 criticism
    2013-07 alone
  `);

  /** "after announces programme": the thread in order, with the way to those further off. */
  const threadOf = async (id: string) =>
    (await eventOf(threads, id)).thread.map(
      ({ id, direction, kind, through }) =>
        `${direction} ${kind} ${id}${typeof through === 'string' ? ` through ${through}` : ''}`,
    );

  it('reaches to both ends, by time, and says what is only indirectly part of it', async () => {
    expect(await threadOf('pledges')).toEqual([
      'before announces announced through workshop',
      'after follows-up workshop',
      'after announces programme',
      'after leads-to outcome through programme',
    ]);
  });

  it('reads a link from either of its ends', async () => {
    expect(await threadOf('workshop')).toEqual([
      'before announces announced',
      'before follows-up pledges',
      'after announces programme through pledges',
      'after leads-to outcome through programme',
      'before follows-up next-workshop',
    ]);
    expect(await threadOf('alone')).toEqual([]);
  });

  it('leaves out what only led to something later in it', async () => {
    expect((await eventOf(threads, 'announced')).thread.map(({ id }) => id)).toEqual([
      'workshop',
      'pledges',
      'programme',
      'outcome',
      'next-workshop',
    ]);
  });

  it('ends in a ring, and after twenty', async () => {
    const ring = engineOf('2013 a -> b\n2014 b -> c\n2015 c -> a');
    expect((await eventOf(ring, 'a')).thread.map(({ id }) => id)).toEqual(['b', 'c']);
    const chain = Array.from(
      { length: 50 },
      (_, i) => `${2000 + i} e${i}${i < 49 ? ` -> e${i + 1}` : ''}`,
    );
    const { thread } = await eventOf(engineOf(chain.join('\n')), 'e10');
    expect(thread).toHaveLength(20);
    expect(thread[0]?.id).toBe('e0');
  });
});

describe('the details of an actor', () => {
  it('hold roles, wholes, parts and events by time', async () => {
    expect(await actorOf(engine, 'home-office')).toMatchObject({
      name: 'Home Office',
      actorKind: 'organisation',
      sector: 'government',
      aliases: ['HO'],
      wholes: [{ id: 'uk-government', name: 'UK Government', date: { text: '2010/2015' } }],
      parts: [],
      events: [{ id: 'summit', part: 'expected', role: null }],
      eventsTotal: 1,
    });
    expect((await actorOf(engine, 'uk-government')).parts).toEqual([
      { id: 'home-office', name: 'Home Office' },
    ]);
    const shields = await actorOf(engine, 'joanna-shields');
    expect(shields.roles).toMatchObject([
      { title: 'Ambassador', organisation: null, date: { text: '2013/2014' }, citations: [] },
      { title: 'Adviser', organisation: { id: 'home-office', name: 'Home Office' } },
      { title: 'Chair', organisation: null, date: null },
    ]);
    expect(shields.events.map(({ id, role }) => [id, role])).toEqual([
      ['first', null],
      ['summit', 'host'],
    ]);
  });

  it('list no more events than fit, and say how many there are', async () => {
    const many = engineOf(
      Array.from({ length: 250 }, (_, i) => `${1000 + i} e${i}: Google`).join('\n'),
    );
    const { events, eventsTotal } = await actorOf(many, 'google');
    expect([events.length, eventsTotal]).toEqual([200, 250]);
  });
});
