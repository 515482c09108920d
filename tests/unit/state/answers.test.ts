import { describe, expect, test } from 'vitest';
import { withUse, type Choices } from '../../../src/state/choices.ts';
import { fullWindow } from '../../../src/state/window.ts';
import {
  actorDetails,
  days,
  facetsAnswer,
  fakeClock,
  HISTORY,
  openStore,
  settled,
  timelineAnswer,
} from './fakeEngine.ts';

const choose = (id: string) => (choices: Choices) => withUse(choices, 'organisation', id, 'any');
const pan = (from: number, to: number) => (choices: Choices) => ({
  ...choices,
  window: days(from, to),
});
const select = (id: string | null) => (choices: Choices) => ({
  ...choices,
  selection: id === null ? null : { kind: 'actor' as const, id },
});

describe('what is asked', () => {
  test('an opened history is asked for facets, timeline and overview, once each', async () => {
    const { engine } = await openStore();
    expect(engine.asked.facets.map(({ question }) => question)).toEqual([
      {
        query: { clauses: [], during: null, words: '', includesParts: true },
        facets: HISTORY.facets.map((facet) => ({ facet, find: '', limit: 8 })),
      },
    ]);
    expect(engine.asked.timeline).toHaveLength(1);
    expect(engine.asked.timeline[0]?.question).toMatchObject({
      laneBy: 'theme',
      widthPx: 1000,
      window: fullWindow(HISTORY),
      keep: [],
    });
    expect(engine.asked.overview.map(({ question }) => question.over)).toEqual([
      fullWindow(HISTORY),
    ]);
    expect(engine.asked.details).toEqual([]);
    expect(engine.asked.search).toEqual([]);
  });

  test('answers land in the store', async () => {
    const { store, engine } = await openStore();
    const timeline = timelineAnswer();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    await engine.asked.timeline[0]?.answer(timeline);
    await engine.asked.overview[0]?.answer({
      over: fullWindow(HISTORY),
      counts: [1],
      totals: [2],
      actors: [],
      newTies: [],
    });
    const state = store.getState();
    expect(state.facets?.matched).toBe(26);
    expect(state.timeline).toBe(timeline);
    expect(state.overview?.counts).toEqual([1]);
  });

  test('without a timeline on the page none is asked for', async () => {
    const { store, engine } = await openStore();
    store.getState().setTimelineWidth(0);
    store.getState().choose(choose('google'));
    expect(engine.asked.timeline).toHaveLength(1);
    expect(engine.asked.facets).toHaveLength(2);
  });

  test('lanes, the fate of the rest and the selected event are asked of the timeline alone', async () => {
    const { store, engine } = await openStore();
    store.getState().choose((choices) => ({ ...choices, laneBy: 'place' }));
    store.getState().choose((choices) => ({ ...choices, rest: 'hide' }));
    store.getState().choose((choices) => ({ ...choices, selection: { kind: 'event', id: 'e1' } }));
    expect(engine.asked.timeline.at(-1)?.question).toMatchObject({
      laneBy: 'place',
      rest: 'hide',
      keep: ['e1'],
    });
    expect(engine.asked.facets).toHaveLength(1);
    expect(engine.asked.overview).toHaveLength(1);
  });

  test('what a panel wants to see of a facet is asked for at once', async () => {
    const { store, engine } = await openStore();
    store.getState().askFacet('place', { find: 'lon', limit: 50 });
    expect(engine.asked.facets[1]?.question.facets).toContainEqual({
      facet: 'place',
      find: 'lon',
      limit: 50,
    });
    expect(engine.asked.timeline).toHaveLength(1);
  });

  test('highlighting asks what goes with it, and nothing else', async () => {
    const { store, engine } = await openStore();
    store.getState().setHighlight({ kind: 'event', id: 'e1' });
    expect(engine.asked.related.map(({ question }) => question)).toEqual([
      { kind: 'event', id: 'e1' },
    ]);
    await engine.asked.related[0]?.answer({ events: [], actors: ['google'], places: [] });
    expect(store.getState().related?.actors).toEqual(['google']);
    store.getState().setHighlight(null);
    expect(store.getState().related).toBeNull();
    expect(engine.asked.timeline).toHaveLength(1);
    expect(engine.asked.facets).toHaveLength(1);
  });

  test('a network is asked for while it is on the page, in the visible range', async () => {
    const { store, engine } = await openStore();
    expect(store.getState().choices.views).toEqual(['timeline', 'network']);
    // The first picture comes first, and on a phone it stays the only one.
    expect(engine.asked.network).toHaveLength(0);
    store.getState().showSecond(true);
    expect(engine.asked.network).toHaveLength(1);
    expect(engine.asked.network[0]?.question).toMatchObject({ window: null, mode: 'actors' });
    store.getState().choose(pan(10, 20));
    expect(engine.asked.network[1]?.question.window).toEqual(days(10, 20));
    store.getState().choose((choices) => ({ ...choices, views: ['timeline'] }));
    store.getState().choose(pan(30, 40));
    expect(engine.asked.network).toHaveLength(2);
    store.getState().showSecond(false);
    store.getState().choose((choices) => ({ ...choices, views: ['network'] }));
    expect(engine.asked.network).toHaveLength(3);
  });

  test('a map is asked for while it is on the page', async () => {
    const { store, engine } = await openStore();
    expect(engine.asked.places).toHaveLength(0);
    store.getState().choose((choices) => ({ ...choices, views: ['map'] }));
    expect(engine.asked.places).toHaveLength(1);
  });

  test('the ties of a selected actor are asked for, and go with the selection', async () => {
    const { store, engine } = await openStore();
    store
      .getState()
      .choose((choices) => ({ ...choices, selection: { kind: 'actor', id: 'google' } }));
    expect(engine.asked.neighbours[0]?.question.actor).toBe('google');
    await engine.asked.neighbours[0]?.answer({ actor: 'google', neighbours: [], total: 0 });
    expect(store.getState().neighbours?.actor).toBe('google');
    store.getState().choose((choices) => ({ ...choices, selection: null }));
    expect(store.getState().neighbours).toBeNull();
  });

  test('statistics are asked for while their strip is shown, in whole months', async () => {
    const { store, engine } = await openStore();
    expect(engine.asked.overview).toHaveLength(1);
    store.getState().showStatistics(true);
    expect(engine.asked.overview[1]?.question).toMatchObject({
      over: { startMs: 0, endMs: Date.UTC(1970, 4, 1) },
      bins: 4,
      actorsLimit: 5,
    });
  });
});

describe('only the newest answer counts', () => {
  test('an older answer that comes after a newer one is not shown', async () => {
    const { store, engine } = await openStore();
    store.getState().choose(choose('google'));
    store.getState().choose(choose('cabinet'));
    expect(engine.asked.facets[1]?.signal?.aborted).toBe(true);
    await engine.asked.facets[2]?.answer(facetsAnswer(3));
    await engine.asked.facets[1]?.answer(facetsAnswer(2));
    await engine.asked.facets[0]?.answer(facetsAnswer(1));
    expect(store.getState().facets?.matched).toBe(3);
  });

  test('while a range is brushed, answers show as fast as they can be had, the last one at the end', async () => {
    const { store, engine } = await openStore();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    for (let day = 1; day <= 20; day += 1) {
      store.getState().preview((choices) => ({ ...choices, during: days(0, day) }));
    }
    expect(engine.asked.facets).toHaveLength(2);
    await engine.asked.facets[1]?.answer(facetsAnswer(1));
    expect(store.getState().facets?.matched).toBe(1);
    expect(engine.asked.facets[2]?.question.query.during).toEqual(days(0, 20));
    store.getState().settle();
    await engine.asked.facets[2]?.answer(facetsAnswer(20));
    expect(store.getState().facets?.matched).toBe(20);
    expect(engine.asked.facets).toHaveLength(3);
  });
});

describe('the timeline while one pans and zooms', () => {
  /** A store whose second timeline question, for these days, has been answered. */
  const zoomedStore = async (
    from: number,
    to: number,
    clock = fakeClock(),
  ): ReturnType<typeof openStore> => {
    const opened = await openStore(HISTORY, clock);
    await opened.engine.asked.timeline[0]?.answer(timelineAnswer());
    opened.store.getState().choose(pan(from, to));
    await opened.engine.asked.timeline[1]?.answer(timelineAnswer());
    return opened;
  };

  test('a pan within what the answer covers asks nothing until it settles', async () => {
    const { store, engine } = await zoomedStore(40, 50);
    for (let day = 40; day <= 47; day += 1) store.getState().preview(pan(day, day + 10));
    expect(engine.asked.timeline).toHaveLength(2);
    store.getState().settle();
    expect(engine.asked.timeline[2]?.question.window).toEqual(days(47, 57));
    expect(engine.asked.timeline).toHaveLength(3);
  });

  test('before a pan runs out of what the answer covers the next one is asked for', async () => {
    const { store, engine } = await zoomedStore(40, 50);
    store.getState().preview(pan(48, 58));
    expect(engine.asked.timeline[2]?.question.window).toEqual(days(48, 58));
    store.getState().preview(pan(49, 59));
    expect(engine.asked.timeline).toHaveLength(3);
  });

  test('a zoom asks when the scale has more than doubled, a quarter of a second after the last question', async () => {
    const clock = fakeClock();
    const { store, engine } = await zoomedStore(40, 60, clock);
    store.getState().preview(pan(44, 56));
    expect(engine.asked.timeline).toHaveLength(2);
    clock.nowMs += 240;
    store.getState().preview(pan(46, 54));
    expect(engine.asked.timeline).toHaveLength(2);
    clock.nowMs += 20;
    store.getState().preview(pan(46, 53));
    expect(engine.asked.timeline[2]?.question.window).toEqual(days(46, 53));
    await engine.asked.timeline[2]?.answer(timelineAnswer());
    // At rest it is asked for exactly what is seen, however soon.
    store.getState().preview(pan(46, 48));
    expect(engine.asked.timeline).toHaveLength(3);
    store.getState().settle();
    expect(engine.asked.timeline[3]?.question.window).toEqual(days(46, 48));
  });

  test('a slow answer is shown although the pan went on, and the newest follows', async () => {
    const clock = fakeClock();
    const { store, engine } = await openStore(HISTORY, clock);
    const [first, second] = [timelineAnswer(), timelineAnswer()];
    clock.nowMs += 300;
    store.getState().preview(pan(0, 10));
    store.getState().preview(pan(30, 40));
    store.getState().preview(pan(60, 70));
    expect(engine.asked.timeline).toHaveLength(1);
    await engine.asked.timeline[0]?.answer(first);
    expect(store.getState().timeline).toBe(first);
    expect(engine.asked.timeline[1]?.question.window).toEqual(days(60, 70));
    await engine.asked.timeline[1]?.answer(second);
    expect(store.getState().timeline).toBe(second);
  });

  test('settling where the last question was asked asks nothing more', async () => {
    const { store, engine } = await openStore();
    store.getState().preview(pan(0, 10));
    await engine.asked.timeline[0]?.answer(timelineAnswer());
    await engine.asked.timeline[1]?.answer(timelineAnswer());
    store.getState().settle();
    expect(engine.asked.timeline).toHaveLength(2);
  });
});

describe('details', () => {
  test('those of the selection are shown', async () => {
    const { store, engine } = await openStore();
    store.getState().choose(select('google'));
    expect(store.getState().details).toBeNull();
    await engine.asked.details[0]?.answer(actorDetails('google'));
    expect(store.getState().details?.id).toBe('google');
  });

  test('those of another never stand beside a selection, at no moment', async () => {
    const { store, engine } = await openStore();
    const seen: (readonly [string | undefined, string | undefined])[] = [];
    store.subscribe(({ choices, details }) => seen.push([choices.selection?.id, details?.id]));
    store.getState().choose(select('google'));
    await engine.asked.details[0]?.answer(actorDetails('google'));
    store.getState().choose(select('cabinet'));
    store.getState().choose(select('shields'));
    await engine.asked.details[1]?.answer(actorDetails('cabinet'));
    await engine.asked.details[2]?.answer(actorDetails('shields'));
    store.getState().undo();
    store.getState().choose(select(null));
    await engine.asked.details[3]?.answer(actorDetails('cabinet'));
    for (const [selected, shown] of seen) expect([undefined, selected]).toContain(shown);
    expect(seen).toContainEqual(['shields', 'shields']);
    expect(store.getState().details).toBeNull();
  });

  test('selecting the same again keeps them and asks nothing', async () => {
    const { store, engine } = await openStore();
    store.getState().choose(select('google'));
    await engine.asked.details[0]?.answer(actorDetails('google'));
    store.getState().choose((choices) => choose('google')(select('google')(choices)));
    expect(store.getState().details?.id).toBe('google');
    expect(engine.asked.details).toHaveLength(1);
  });

  test('a selection that the history lacks is dropped and told, and is no step', async () => {
    const { store, engine } = await openStore();
    store.getState().choose(choose('google'));
    store.getState().choose(select('nobody'));
    const { past } = store.getState();
    await engine.asked.details[0]?.answer(null);
    const state = store.getState();
    expect(state.choices).toEqual(choose('google')(select(null)(state.choices)));
    expect(state.choices).toBe(state.settled);
    expect(state.past).toBe(past);
    expect(state.notice).toMatch(/nobody/);
  });
});

describe('search', () => {
  test('follows the text; an empty one has no answer', async () => {
    const { store, engine } = await openStore();
    store.getState().setSearchText(' goo ');
    expect(engine.asked.search[0]?.question.text).toBe('goo');
    await engine.asked.search[0]?.answer({ hits: [], found: 7 });
    expect(store.getState().search?.found).toBe(7);
    store.getState().setSearchText('goog');
    store.getState().setSearchText('   ');
    await engine.asked.search[1]?.answer({ hits: [], found: 3 });
    expect(store.getState().search).toBeNull();
    expect(engine.asked.search).toHaveLength(2);
  });
});

describe('failures', () => {
  test('are told in words; the last answer stays; the next success clears them', async () => {
    const { store, engine } = await openStore();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    store.getState().choose(choose('google'));
    await engine.asked.facets[1]?.fail(new Error('The worker stopped.'));
    expect(store.getState().answerFailure).toEqual({
      question: 'facets',
      message: 'The worker stopped.',
    });
    expect(store.getState().facets?.matched).toBe(26);
    store.getState().choose(choose('cabinet'));
    await engine.asked.timeline.at(-1)?.answer(timelineAnswer());
    expect(store.getState().answerFailure?.question).toBe('facets');
    await engine.asked.facets[2]?.answer(facetsAnswer(5));
    expect(store.getState().answerFailure).toBeNull();
  });

  test('a timeline that failed is asked for again by the next change', async () => {
    const { store, engine } = await openStore();
    await engine.asked.timeline[0]?.fail(new Error('Out of memory.'));
    expect(store.getState().answerFailure?.message).toBe('Out of memory.');
    store.getState().preview((choices) => ({ ...choices }));
    expect(engine.asked.timeline).toHaveLength(2);
    await engine.asked.timeline[1]?.answer(timelineAnswer());
    expect(store.getState().answerFailure).toBeNull();
  });
});

describe('rows', () => {
  test('are asked of the engine that is open', async () => {
    const { store } = await openStore();
    const { choices, askEvents } = store.getState();
    const answer = await askEvents({
      query: { ...choices, during: null },
      sort: { by: 'date', isDescending: false },
      offset: 0,
      limit: 10,
    });
    expect(answer.matched).toBe(1);
  });
});

describe('timings', () => {
  const names = (): readonly string[] =>
    performance.getEntriesByType('measure').map(({ name }) => name);

  test('stand for the time from the act to the frame that shows it', async () => {
    performance.clearMeasures();
    const clock = fakeClock();
    const { store, engine } = await openStore(HISTORY, clock);
    clock.nowMs = 1100;
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    clock.frame();
    expect(names()).toEqual([]);
    await engine.asked.timeline[0]?.answer(timelineAnswer());
    expect(names()).toEqual([]);
    clock.nowMs = 1250;
    clock.frame();
    expect(performance.getEntriesByName('load')).toMatchObject([
      { startTime: 0, duration: 1250, detail: { events: 26 } },
    ]);
    expect(performance.getEntriesByName('timeline')).toMatchObject([
      { startTime: 1000, duration: 250 },
    ]);

    clock.nowMs = 2000;
    store.getState().choose(choose('google'));
    await engine.asked.timeline[1]?.answer(timelineAnswer());
    clock.frame();
    expect(performance.getEntriesByName('filter')).toEqual([]);
    clock.nowMs = 2010;
    await engine.asked.facets[1]?.answer(facetsAnswer(3));
    clock.nowMs = 2016;
    clock.frame();
    expect(performance.getEntriesByName('filter')).toMatchObject([
      { startTime: 2000, duration: 16, detail: { events: 26 } },
    ]);
    expect(performance.getEntriesByName('load')).toHaveLength(1);
  });

  test('a filter that is overtaken is not counted as done', async () => {
    performance.clearMeasures();
    const clock = fakeClock();
    const { store, engine } = await openStore(HISTORY, clock);
    store.getState().choose(choose('google'));
    clock.nowMs = 1500;
    store.getState().choose(choose('cabinet'));
    await engine.asked.facets[2]?.answer(facetsAnswer(3));
    await engine.asked.timeline[2]?.answer(timelineAnswer());
    clock.frame();
    expect(performance.getEntriesByName('filter')).toMatchObject([{ startTime: 1500 }]);
  });

  test('do not grow for ever', async () => {
    performance.clearMeasures();
    const clock = fakeClock();
    const { store, engine } = await openStore(HISTORY, clock);
    for (let step = 0; step < 1100; step += 1) {
      store
        .getState()
        .choose((choices) => ({ ...choices, rest: step % 2 === 0 ? 'hide' : 'fade' }));
      await engine.asked.timeline.at(-1)?.answer(timelineAnswer());
      clock.frame();
    }
    const count = performance.getEntriesByName('timeline').length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(1000);
    await settled();
  });
});
