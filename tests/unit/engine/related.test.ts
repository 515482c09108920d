import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';
import { engineOf } from './ask.ts';

describe('what goes with', () => {
  const engine = engineOf(`
    place Whitehall < London
    theme images < safety
    2013 speech: Ada, mentioned Google @London #images *5
    2014 summit: Ada, Google @Whitehall #images *4 -> pledge
    2014 session: Ben < summit *1
    2015 pledge: Google, Cem @Geneva *3
    2016 later @London #safety *2 -follows-up-> summit
    2017 elsewhere: Dot
  `);

  it('an event are its actors and places, its whole, its parts and what it is linked with', async () => {
    expect(await engine.related({ kind: 'event', id: 'summit' })).toEqual({
      events: ['summit', 'pledge', 'later', 'session'],
      actors: ['ada', 'google'],
      places: ['whitehall'],
    });
    const session = await engine.related({ kind: 'event', id: 'session' });
    expect(session.events).toEqual(['session', 'summit']);
    // A part happens where its whole does.
    expect(session).toMatchObject({ actors: ['ben'], places: ['whitehall'] });
  });

  it('an actor are its events and who and what is in them, most often first', async () => {
    expect(await engine.related({ kind: 'actor', id: 'google' })).toEqual({
      events: ['speech', 'summit', 'pledge'],
      actors: ['google', 'ada', 'cem'],
      places: ['whitehall', 'london', 'geneva'],
    });
  });

  it('a place or a theme are the events of all its parts', async () => {
    const london = await engine.related({ kind: 'place', id: 'london' });
    expect(london.events.toSorted()).toEqual(['later', 'session', 'speech', 'summit']);
    expect(london.events[0]).toBe('speech');
    expect(london.actors).toEqual(['ada', 'google', 'ben']);
    expect(london.places).toEqual(['london', 'whitehall']);
    const safety = await engine.related({ kind: 'theme', id: 'safety' });
    expect(safety.events.toSorted()).toEqual(['later', 'speech', 'summit']);
  });

  it('what the history does not have is nothing else', async () => {
    for (const kind of ['event', 'actor', 'place', 'theme'] as const) {
      const { events, actors, places } = await engine.related({ kind, id: 'gone' });
      expect([...events, ...actors, ...places].filter((id) => id !== 'gone')).toEqual([]);
    }
  });

  it('is bounded: the weightiest events, those most often there', async () => {
    const many = historyFromText(
      Array.from(
        { length: 400 },
        (_, i) => `${1000 + i} e${i}: Ada, A${i} @P${i} *${i < 390 ? 1 : 5}`,
      ).join('\n'),
    );
    const { events, actors, places } = await createLocalEngine(many, []).related({
      kind: 'actor',
      id: 'ada',
    });
    expect([events.length, actors.length, places.length]).toEqual([300, 300, 300]);
    expect(actors[0]).toBe('ada');
    expect(events.slice(0, 10).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, i) => `e${390 + i}`),
    );
  });
});
