import { describe, expect, it } from 'vitest';
import type { TimelineAnswer } from '../../../src/engine/port.ts';
import { clause, engineOf, timelineOf, where } from './ask.ts';

const engine = engineOf(`
  person Ada
  organisation Home Office (government) < UK Government
  organisation Google, Microsoft (industry)
  theme unused
  theme images
  theme law
  2013-01 a: Google, Ada #law #images
  2013-02 b: Google, Microsoft #law
  2013-03 c: Home Office, Microsoft @London
  2013-04 d: Google, Apple
  2013-05 e #images
`);

/** "Google 2": the lanes with their counts. */
function lanesOf({ lanes }: TimelineAnswer): readonly string[] {
  return lanes.map(({ name, count }) => `${name} ${count}`);
}

function lanesAt({ marks }: TimelineAnswer): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(marks.map(({ id, lanes }) => [id, lanes]));
}

describe('lanes', () => {
  it('of themes and sectors keep their order and carry its colour', async () => {
    const byTheme = await timelineOf(engine, { laneBy: 'theme' });
    expect(byTheme.lanes).toEqual([
      { id: 'images', name: 'images', count: 2, colour: 1 },
      { id: 'law', name: 'law', count: 2, colour: 2 },
      { id: null, name: 'No theme stated', count: 2, colour: null },
    ]);
    expect(lanesAt(byTheme)).toEqual({ a: [1, 0], b: [1], c: [2], d: [2], e: [0] });
    const bySector = await timelineOf(engine, { laneBy: 'sector' });
    expect(lanesOf(bySector)).toEqual(['Government 1', 'Industry 4', 'No sector stated 1']);
    expect(bySector.lanes.map(({ colour }) => colour)).toEqual([0, 1, null]);
  });

  it('of organisations, people and places go by the number of events, then name', async () => {
    const byOrganisation = await timelineOf(engine, { laneBy: 'organisation' });
    expect(lanesOf(byOrganisation)).toEqual([
      'Google 3',
      'Microsoft 2',
      'Apple 1',
      'Home Office 1',
      'No organisation stated 1',
    ]);
    expect(byOrganisation.lanes.every(({ colour }) => colour === null)).toBe(true);
    expect(lanesOf(await timelineOf(engine, { laneBy: 'person' }))).toEqual([
      'Ada 1',
      'No person stated 4',
    ]);
    expect(lanesOf(await timelineOf(engine, { laneBy: 'place' }))).toEqual([
      'London 1',
      'No place stated 4',
    ]);
  });

  it('are one where none are wanted, and none too many', async () => {
    expect((await timelineOf(engine, { laneBy: 'none' })).lanes).toEqual([
      { id: null, name: 'All events', count: 5, colour: null },
    ]);
    const all = engineOf('2013 a #x\n2014 b #x');
    expect(lanesOf(await timelineOf(all))).toEqual(['x 2']);
  });

  it('gather the others in a last one when there are too many, each event once', async () => {
    const answer = await timelineOf(engine, { laneBy: 'organisation', lanesLimit: 3 });
    expect(lanesOf(answer)).toEqual(['Google 3', '3 others 3', 'No organisation stated 1']);
    expect(lanesAt(answer)).toEqual({ a: [0], b: [0, 1], c: [1], d: [0, 1], e: [2] });
  });

  it('give what the query asks for a lane of its own', async () => {
    const query = where(clause('organisation', { any: ['apple'] }));
    const answer = await timelineOf(engine, { query, laneBy: 'organisation', lanesLimit: 4 });
    expect(lanesOf(answer)).toEqual([
      'Google 1',
      'Apple 1',
      '2 others 0',
      'No organisation stated 0',
    ]);
  });

  it('stay whatever the window shows', async () => {
    const { extent } = await engine.dataset();
    const later = { startMs: extent.endMs * 2, endMs: extent.endMs * 3 };
    const answer = await timelineOf(engine, { window: later });
    expect(lanesOf(answer)).toEqual(['images 2', 'law 2', 'No theme stated 2']);
    expect(answer.marks).toEqual([]);
  });

  it('go with their events where the rest is hidden', async () => {
    const query = where(clause('organisation', { any: ['apple'] }));
    expect(lanesOf(await timelineOf(engine, { query }))).toEqual([
      'images 0',
      'law 0',
      'No theme stated 1',
    ]);
    const hidden = await timelineOf(engine, { query, rest: 'hide' });
    expect(lanesOf(hidden)).toEqual(['No theme stated 1']);
    expect(lanesAt(hidden)).toEqual({ d: [0] });
    const byOrganisation = await timelineOf(engine, {
      query,
      rest: 'hide',
      laneBy: 'organisation',
      lanesLimit: 2,
    });
    expect(lanesOf(byOrganisation)).toEqual(['Google 1', 'Apple 1']);
  });

  it('begin their colours anew after the eighth', async () => {
    const themes = Array.from({ length: 9 }, (_, i) => `#t${i}`);
    const many = engineOf(`2013 a ${themes.join(' ')}\n2014 b #t8`);
    const answer = await timelineOf(many);
    expect(answer.lanes.map(({ colour }) => colour)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
    expect(answer.marks.map(({ colour }) => colour)).toEqual([0, 0]);
  });
});
