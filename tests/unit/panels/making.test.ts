/** Making a briefing: where a dragged row lands, planned times, what a view is called and lacks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import type { Scene } from '../../../src/model/types.ts';
import { dropIndex } from '../../../src/panels/briefing/dropIndex.ts';
import {
  plannedText,
  plannedWords,
  readPlanned,
} from '../../../src/panels/briefing/plannedTime.ts';
import { chosenEvents, sceneFaults, viewWords } from '../../../src/panels/briefing/viewWords.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';

describe('a dragged row', () => {
  const middles = [20, 60, 110, 170];

  test.each([
    [0, 20, 0],
    [0, 61, 1],
    [0, 109, 1],
    [0, 999, 3],
    [3, 111, 3],
    [3, 109, 2],
    [3, -50, 0],
    [1, 60, 1],
  ])('from %i with its middle at %i stands at %i', (from, middle, to) => {
    expect(dropIndex(middles, from, middle)).toBe(to);
  });

  test('never leaves the list, and stays where it has not moved', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(heights, fc.nat(), fc.integer(), (rows, pick, by) => {
        const tops = rows.map((_, i) => rows.slice(0, i).reduce((sum, height) => sum + height, 0));
        const all = tops.map((top, i) => top + (rows[i] ?? 0) / 2);
        const from = pick % all.length;
        const to = dropIndex(all, from, (all[from] ?? 0) + by);
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(all.length);
        expect(dropIndex(all, from, all[from] ?? 0)).toBe(from);
      }),
    );
  });
});

describe('a planned time', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59_999 }), (seconds) => {
        expect(readPlanned(plannedText(seconds))).toBe(seconds);
      }),
    );
  });

  test.each(['', '90', '1:5', '1:60', '-1:00', '1:30:00', 'soon'])('“%s” is none', (text) => {
    expect(readPlanned(text)).toBeNull();
  });

  test.each([
    [45, '45 s'],
    [60, '1 min'],
    [765, '12 min 45 s'],
  ])('%i is %s', (seconds, words) => {
    expect(plannedWords(seconds)).toBe(words);
  });
});

describe('a view', async () => {
  const history = await createLocalEngine(
    historyFromText(`
      title A small history
      organisation Google (industry)
      theme Safety
      2014-01-10 [speech] Opening speech: Google #Safety =opening
      2014-06-10 [speech] Closing speech: Google #Safety =closing
    `),
    [],
  ).dataset();
  const titles = new Map([
    ['opening', 'Opening speech'],
    ['gone', null],
  ]);
  const scene = (view: string, rest: Partial<Scene> = {}): Scene => ({
    id: 'a',
    title: 'A',
    view,
    ...rest,
  });

  test('is said in words', () => {
    const google = history.actors[0]?.id ?? '';
    expect(
      viewWords(
        `v=1&view=timeline,network&org=${google}&from=2014-01-01&to=2014-05-01&sel=event:opening`,
        history,
        titles,
      ),
    ).toBe('Timeline and network · January to April 2014 · Google · Opening speech');
  });

  test('lacks nothing where all of it is there, or has not been heard of yet', () => {
    expect(sceneFaults(scene('v=1&sel=event:opening'), history, titles)).toEqual([]);
    expect(sceneFaults(scene('v=1&sel=event:unheard'), history, titles)).toEqual([]);
  });

  test('says what is gone: event, actor, source, each once, in steps too', () => {
    const faults = sceneFaults(
      scene('v=1&sel=event:gone&org=nobody', {
        steps: [{ view: 'v=1&sel=event:gone' }],
        citations: [{ source: 'lost' }],
      }),
      history,
      titles,
    );
    expect(faults).toEqual([
      'This history has no organisation “nobody”.',
      'This history has no event “gone”.',
      'This history has no source “lost”.',
    ]);
    expect(
      chosenEvents(scene('v=1&sel=event:gone', { steps: [{ view: 'v=1&sel=event:b' }] })),
    ).toEqual(['gone', 'b']);
  });
});
