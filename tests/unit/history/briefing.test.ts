/*
 * Holds the bundled briefing: long enough and short enough, from the first event to the one still to come,
 * and every view in it shows the event that it speaks of.
 */
import { describe, expect, it } from 'vitest';
import { actors, byId, events, places, scenes, themes } from './history.ts';

describe('the briefing', () => {
  const shown = scenes.flatMap(({ id, view, steps = [] }) =>
    [view, ...steps.map((step) => step.view ?? '')].map((each) => ({
      id,
      choices: new URLSearchParams(each),
    })),
  );

  it('has 8 to 12 scenes, in words that the last row can read, and takes a quarter of an hour', () => {
    expect(scenes.length).toBeGreaterThanOrEqual(8);
    expect(scenes.length).toBeLessThanOrEqual(12);
    for (const scene of scenes) {
      expect([scene.id, scene.title.length <= 36]).toEqual([scene.id, true]);
      expect([scene.id, (scene.text ?? '').split(' ').length <= 25]).toEqual([scene.id, true]);
      // Notes say what to say, and what is not known.
      expect(scene.notes).toContain('Take care:');
    }
    const seconds = scenes.reduce((sum, scene) => sum + (scene.plannedSeconds ?? 0), 0);
    expect(seconds).toBeGreaterThan(10 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
  });

  it('goes from the first speech to the summit still to come', () => {
    expect(scenes[0]?.view).toContain(`sel=event:${events[0]?.id}`);
    expect(events[0]?.kind).toBe('speech');
    const last = byId(events, /sel=event:([\w-]+)/u.exec(scenes.at(-1)?.view ?? '')?.[1] ?? '');
    expect([last.id, last.status]).toEqual(['second-global-summit', 'planned']);
  });

  it('shows views that exist: known keys, days, ids', () => {
    const lists = { org: actors, person: actors, place: places, theme: themes };
    for (const { id, choices } of shown) {
      const keys = new Set(['v', 'view', 'sel', ...Object.keys(lists)]);
      const timeKeys = ['lanes', 'from', 'to', 'rest'];
      const view = choices.get('view') ?? '';
      for (const key of view === 'timeline' ? timeKeys : ['net.ego']) keys.add(key);
      expect([id, [...choices.keys()].filter((key) => !keys.has(key))]).toEqual([id, []]);
      expect([id, choices.get('v')]).toEqual([id, '1']);
      expect(['timeline', 'network', 'map']).toContain(view);
      const isTimeline = view === 'timeline';
      const lanes = ['theme', 'organisation', 'person', 'place', 'sector', 'none'];
      expect(isTimeline ? lanes : [null]).toContain(choices.get('lanes'));
      for (const key of ['from', 'to']) {
        expect(choices.get(key) ?? '').toMatch(isTimeline ? /^\d{4}-\d\d-\d\d$/u : /^$/u);
      }
      const egos = (choices.get('net.ego') ?? '').split(':').slice(1);
      expect(actors.map((actor) => actor.id)).toEqual(expect.arrayContaining(egos));
      for (const [key, list] of Object.entries(lists)) {
        const values = choices.get(key)?.split(',') ?? [];
        for (const value of values) {
          expect(list.map((item) => item.id)).toContain(value);
        }
      }
    }
  });

  it('shows the event that it speaks of, in the picture and through the filters', () => {
    const views = new Set(shown.map(({ choices }) => choices.get('view')));
    expect(views).toEqual(new Set(['map', 'network', 'timeline']));
    for (const { id, choices } of shown.filter((each) => each.choices.get('view') === 'timeline')) {
      const event = byId(events, choices.get('sel')?.replace('event:', '') ?? '');
      const days = event.date.match(/\d{4}-\d\d(?:-\d\d)?/gu) ?? [];
      const [from, to] = [choices.get('from') ?? '', choices.get('to') ?? ''];
      expect([id, event.id, days.every((day) => from <= day && day <= to)]).toEqual([
        id,
        event.id,
        true,
      ]);
      const acting = (event.actors ?? []).map(({ actor }) => actor);
      const facets = { org: acting, person: acting, theme: event.themes, place: event.places };
      for (const [key, has] of Object.entries(facets)) {
        const values = choices.get(key)?.split(',') ?? [];
        const passes = values.length === 0 || values.some((value) => has?.includes(value));
        expect([id, event.id, key, passes]).toEqual([id, event.id, key, true]);
      }
    }
  });
});
