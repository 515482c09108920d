import { describe, expect, test } from 'vitest';
import type { Interval } from '../../../src/base/interval.ts';
import { fail } from '../../../src/base/result.ts';
import type { OpenFailure } from '../../../src/engine/port.ts';
import type { ReadReport } from '../../../src/model/readReport.ts';
import { DEFAULT_CHOICES, withUse } from '../../../src/state/choices.ts';
import { fullWindow } from '../../../src/state/window.ts';
import {
  BUNDLED,
  days,
  ELSEWHERE,
  facetsAnswer,
  fakeEngine,
  HISTORY,
  openStore,
  settled,
  storeWithOpenings,
} from './fakeEngine.ts';

const FAILURE: OpenFailure = {
  kind: 'not-json',
  message: 'This is no JSON.',
  problems: [],
  problemsTotal: 0,
};

const roundedToSeconds = (window: Interval | null): readonly number[] | null =>
  window === null ? null : [window.startMs, window.endMs].map((ms) => Math.round(ms / 1000));

describe('opening', () => {
  test('the first history stands with its own words', async () => {
    const { store, openings } = storeWithOpenings();
    store.getState().open(BUNDLED);
    expect(store.getState()).toMatchObject({ opening: BUNDLED, history: null, source: null });
    await openings[0]?.stand(fakeEngine());
    expect(store.getState()).toMatchObject({ opening: null, history: HISTORY, source: BUNDLED });
  });

  test('what was open stays, and is asked on, until the new one stands', async () => {
    const { store, engine, openings } = await openStore();
    await engine.asked.facets[0]?.answer(facetsAnswer(26));
    store.getState().choose((choices) => withUse(choices, 'place', 'london', 'any'));
    store.getState().open(ELSEWHERE);
    expect(store.getState()).toMatchObject({
      history: HISTORY,
      source: BUNDLED,
      opening: ELSEWHERE,
    });
    await engine.asked.facets[1]?.answer(facetsAnswer(4));
    expect(store.getState().facets?.matched).toBe(4);
    expect(engine.isClosed).toBe(false);

    const other = fakeEngine({ ...HISTORY, title: 'Another' });
    await openings[1]?.stand(other);
    expect(engine.isClosed).toBe(true);
    expect(store.getState()).toMatchObject({
      source: ELSEWHERE,
      opening: null,
      choices: DEFAULT_CHOICES,
      past: [],
      future: [],
      facets: null,
      timeline: null,
    });
    expect(store.getState().history?.title).toBe('Another');
    await other.asked.facets[0]?.answer(facetsAnswer(9));
    expect(store.getState().facets?.matched).toBe(9);
  });

  test('an answer of the old history never lands in the new one', async () => {
    const { store, engine, openings } = await openStore();
    store.getState().open(ELSEWHERE);
    await openings[1]?.stand(fakeEngine());
    await engine.asked.facets[0]?.answer(facetsAnswer(1));
    expect(store.getState().facets).toBeNull();
  });

  test('a failure is told and leaves everything as it was', async () => {
    const { store, engine, openings } = await openStore();
    const { choices, history } = store.getState();
    store.getState().open(ELSEWHERE);
    await openings[1]?.end(fail(FAILURE));
    expect(store.getState()).toMatchObject({
      opening: null,
      openFailure: FAILURE,
      source: BUNDLED,
    });
    expect(store.getState().history).toBe(history);
    expect(store.getState().choices).toBe(choices);
    expect(engine.isClosed).toBe(false);
    store.getState().dismissOpenFailure();
    expect(store.getState().openFailure).toBeNull();
  });

  test('an engine that cannot say what it holds is a failure in words, and is closed', async () => {
    const { store, openings } = await openStore();
    const broken = fakeEngine();
    broken.dataset = () => Promise.reject(new Error('The worker stopped.'));
    store.getState().open(ELSEWHERE);
    await openings[1]?.stand(broken);
    expect(store.getState().openFailure).toMatchObject({ kind: 'crashed' });
    expect(store.getState().openFailure?.message).toMatch(/The worker stopped\./);
    expect(broken.isClosed).toBe(true);
    expect(store.getState().source).toEqual(BUNDLED);
  });

  test('the newest opening wins; older ones are aborted and closed whenever they come', async () => {
    const { store, openings } = storeWithOpenings();
    const [early, late] = [fakeEngine({ ...HISTORY, title: 'Early' }), fakeEngine()];
    store.getState().open(ELSEWHERE);
    store.getState().open(BUNDLED);
    expect(openings[0]?.signal.aborted).toBe(true);
    await openings[1]?.stand(late);
    await openings[0]?.stand(early);
    expect(store.getState()).toMatchObject({ source: BUNDLED, openFailure: null });
    expect(store.getState().history?.title).toBe(HISTORY.title);
    expect(early.isClosed).toBe(true);
    expect(late.isClosed).toBe(false);
  });

  test('an older opening that fails late is not told', async () => {
    const { store, openings } = storeWithOpenings();
    store.getState().open(ELSEWHERE);
    store.getState().open(BUNDLED);
    await openings[0]?.end(fail(FAILURE));
    expect(store.getState()).toMatchObject({ opening: BUNDLED, openFailure: null });
  });

  test('an engine overtaken while it says what it holds is closed', async () => {
    const { store, openings } = storeWithOpenings();
    const slow = fakeEngine();
    let say: (() => void) | null = null;
    slow.dataset = () =>
      new Promise((resolve) => {
        say = () => resolve(HISTORY);
      });
    store.getState().open(ELSEWHERE);
    await openings[0]?.stand(slow);
    store.getState().open(BUNDLED);
    expect(slow.isClosed).toBe(true);
    (say as (() => void) | null)?.();
    await settled();
    expect(store.getState()).toMatchObject({ history: null, opening: BUNDLED });
  });

  test('the first history is shown with the choices that it was opened with, as far as they fit', async () => {
    const { store, openings } = storeWithOpenings();
    let wanted = withUse(DEFAULT_CHOICES, 'organisation', 'google', 'any');
    wanted = withUse(wanted, 'organisation', 'atlantis', 'none');
    // A person is no organisation.
    wanted = withUse(wanted, 'organisation', 'shields', 'all');
    wanted = withUse(wanted, 'place', '__proto__', 'any');
    wanted = withUse(wanted, 'kind', 'speech', 'any');
    store.getState().open(BUNDLED, {
      ...wanted,
      window: days(5000, 5001),
      selection: { kind: 'actor', id: 'nobody' },
    });
    expect(store.getState().choices.clauses).toHaveLength(3);
    await openings[0]?.stand(fakeEngine());
    const { choices, notice, past } = store.getState();
    expect(choices).toEqual(
      withUse(withUse(DEFAULT_CHOICES, 'organisation', 'google', 'any'), 'kind', 'speech', 'any'),
    );
    expect(past).toEqual([]);
    expect(notice).toMatch(/atlantis/);
    store.getState().dismissNotice();
    expect(store.getState().notice).toBeNull();
  });

  const HALF_DAY = 1 / 2;
  const AN_EIGHTH = 1 / 8;
  test.each([
    ['wider than the history', days(-1e6, 1e6), null],
    ['as wide as numbers go', { startMs: -1.7e308, endMs: 1.7e308 }, null],
    ['half beside it', days(90, 120), days(73, 103)],
    [
      'of a millisecond',
      days(HALF_DAY, HALF_DAY + 1e-8),
      days(HALF_DAY - AN_EIGHTH, HALF_DAY + AN_EIGHTH),
    ],
  ])('a window %s is moved into what can be shown', async (_, window, shown) => {
    const { store, openings } = storeWithOpenings();
    const engine = fakeEngine();
    store.getState().open(BUNDLED, { ...DEFAULT_CHOICES, window });
    await openings[0]?.stand(engine);
    store.getState().setTimelineWidth(1000);
    const chosen = store.getState().choices.window;
    expect(roundedToSeconds(chosen)).toEqual(roundedToSeconds(shown));
    expect(engine.asked.timeline[0]?.question.window).toEqual(chosen ?? fullWindow(HISTORY));
  });

  test('asking for rows before anything is open fails in words', async () => {
    const { store } = storeWithOpenings();
    await expect(
      store.getState().askEvents({
        query: { clauses: [], during: null, words: '', includesParts: true },
        sort: { by: 'date', isDescending: false },
        offset: 0,
        limit: 1,
      }),
    ).rejects.toThrow(/No history/);
  });
});

describe('opening a file of another kind', () => {
  const REPORT: ReadReport = {
    fileName: 'meetings.csv',
    format: { id: 'table', name: 'Table' },
    unit: 'rows',
    unitsTotal: 3,
    eventsTotal: 2,
    actorsTotal: 0,
    tiesTotal: 0,
    problems: [],
    problemsTotal: 0,
    leftOut: null,
    notes: [],
  };

  test('says how far it is, and then what came of it, as long as that history is open', async () => {
    const { store, openings } = await openStore();
    store.getState().open(ELSEWHERE);
    openings[1]?.ears.onProgress({ words: 'Reading rows', share: 0.5 });
    expect(store.getState().openingProgress).toEqual({ words: 'Reading rows', share: 0.5 });
    openings[1]?.ears.onReport(REPORT);
    expect(store.getState().report).toBeNull();
    await openings[1]?.stand(fakeEngine());
    expect(store.getState()).toMatchObject({ openingProgress: null, report: REPORT });
    store.getState().open(BUNDLED);
    await openings[2]?.stand(fakeEngine());
    expect(store.getState().report).toBeNull();
  });

  test('can be cancelled: what was open stays, and nothing that comes late counts', async () => {
    const { store, openings } = await openStore();
    store.getState().open(ELSEWHERE);
    store.getState().cancelOpening();
    expect(openings[1]?.signal.aborted).toBe(true);
    openings[1]?.ears.onProgress({ words: 'Reading rows', share: 0.9 });
    const late = fakeEngine();
    await openings[1]?.stand(late);
    expect(late.isClosed).toBe(true);
    expect(store.getState()).toMatchObject({
      opening: null,
      openingProgress: null,
      openFailure: null,
      source: BUNDLED,
    });
  });

  test('cancelled where nothing is open yet, it says so', () => {
    const { store } = storeWithOpenings();
    store.getState().open(BUNDLED);
    store.getState().cancelOpening();
    expect(store.getState().openFailure?.message).toContain('was cancelled');
    store.getState().dismissOpenFailure();
    store.getState().cancelOpening();
    expect(store.getState().openFailure).toBeNull();
  });

  test('what is nowhere but in this page comes back on the way back to its address', async () => {
    const { store, openings } = await openStore();
    const local = { url: 'local:one', isBundled: false, content: new Blob(['{}']), report: REPORT };
    store.getState().open(local);
    await openings[1]?.stand(fakeEngine());
    store.getState().open(BUNDLED);
    await openings[2]?.stand(fakeEngine());
    store.getState().open({ url: 'local:one', isBundled: false });
    expect(openings[3]?.address).toBe(local);
    await openings[3]?.stand(fakeEngine());
    expect(store.getState().report).toEqual(REPORT);
  });

  test('a network without events is seen as a network, unless another view was asked for', async () => {
    const { store, openings } = await openStore();
    const network = { ...HISTORY, eventsTotal: 0 };
    store.getState().open(ELSEWHERE);
    await openings[1]?.stand(fakeEngine(network));
    expect(store.getState().choices.views).toEqual(['network']);
    store.getState().open(ELSEWHERE, { ...DEFAULT_CHOICES, views: ['table'] });
    await openings[2]?.stand(fakeEngine(network));
    expect(store.getState().choices.views).toEqual(['table']);
  });
});
