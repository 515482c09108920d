import { describe, expect, test } from 'vitest';
import { isOtherFrame, restAround } from '../../../src/views/network/restAround.ts';
import { shownWords } from '../../../src/views/network/leftOut.ts';
import { nameLines } from '../../../src/views/network/layoutScene.ts';
import { SHAPES, shapePath } from '../../../src/views/network/layoutShapes.ts';
import { nodeWords, tieWords } from '../../../src/views/network/words.ts';
import { DEFAULT_CHOICES, type Choices } from '../../../src/state/choices.ts';
import type { AppState } from '../../../src/state/appState.ts';
import { actor, measure, networkFromText, scene } from './networkAnswers.ts';

describe('a name', () => {
  test('stands whole, on as few lines as keep it narrow', () => {
    expect(nameLines('Google', 112, measure)).toEqual(['Google']);
    expect(nameLines('Internet Watch Foundation', 112, measure)).toEqual([
      'Internet Watch',
      'Foundation',
    ]);
    expect(nameLines('  Home \n Office ', 112, measure)).toEqual(['Home Office']);
  });

  test('that no three lines hold does not stand in the picture at all', () => {
    expect(nameLines('word '.repeat(60), 112, measure)).toEqual([]);
    expect(nameLines('x'.repeat(90), 112, measure)).toEqual([]);
    expect(nameLines('', 112, measure)).toEqual([]);
  });
});

describe('a scene', () => {
  test('sizes by the area: a quarter of the greatest value is half of its way in radius', () => {
    const answer = networkFromText('Ann -1- Bob\nAnn -1- Cyd\nAnn -1- Dee\nAnn -1- Eve');
    const radii = scene(answer).nodes.map(({ radius }) => radius);
    expect(radii).toEqual([18, 11.5, 11.5, 11.5, 11.5]);
  });

  test('draws heavier ties wider, the second between two bent aside', () => {
    const { ties } = scene(networkFromText('Ann -1- Bob\nAnn -4- Cyd\nAnn role Bob\nBob part Ann'));
    const [light, heavy] = ties.map(({ widthPx }) => widthPx);
    expect(heavy).toBeGreaterThan(light ?? Infinity);
    expect(ties.map(({ bend }) => Math.abs(bend))).toEqual([0, 0, 1, 1]);
    // One runs from Ann to Bob, the other back: to either side of the straight way between them.
    expect(ties[2]?.bend).toBe(ties[3]?.bend);
  });

  test('adds those that the filters leave out, faded, and their ties once', () => {
    const all = networkFromText('Ann -2- Bob\nBob -1- Cyd\nCyd -1- Dee');
    const matching = networkFromText('Ann -1- Bob');
    const { nodes, ties } = scene(matching, all);
    expect(nodes.map(({ node, isRest }) => [node.name, isRest])).toEqual([
      ['Ann', false],
      ['Bob', false],
      ['Cyd', true],
      ['Dee', true],
    ]);
    expect(
      ties.map(({ from, to, tie, isRest }) => [from.node.name, to.node.name, tie.weight, isRest]),
    ).toEqual([
      ['Ann', 'Bob', 1, false],
      ['Bob', 'Cyd', 1, true],
      ['Cyd', 'Dee', 1, true],
    ]);
  });
});

describe('what the filters leave out', () => {
  const all = networkFromText('Ann -1- Bob\nBob -1- Cyd');
  const some = networkFromText('Ann -1- Bob');
  const words: Choices = { ...DEFAULT_CHOICES, words: 'ann' };
  // The three parts of the state that decide.
  const state = (part: Pick<AppState, 'choices' | 'network' | 'networkRest'>): AppState =>
    part as AppState;

  test('is what was there before the filter, until the answer without it is here', () => {
    const rest = restAround();
    expect(
      rest.around(state({ choices: DEFAULT_CHOICES, network: all, networkRest: null })),
    ).toBeNull();
    expect(rest.around(state({ choices: words, network: some, networkRest: null }))).toBe(all);
    const later = networkFromText('Ann -1- Bob\nBob -1- Cyd\nDee');
    expect(rest.around(state({ choices: words, network: some, networkRest: later }))).toBe(later);
  });

  test('is awaited by the first picture alone, and not once it has failed', () => {
    const awaited = (part: Partial<AppState>, choices = words): boolean =>
      restAround().isAwaited(
        // What decides, and nothing else.
        { choices, network: some, networkRest: null, answerFailure: null, ...part } as AppState,
      );
    expect(awaited({})).toBe(true);
    expect(awaited({ networkRest: all })).toBe(false);
    expect(awaited({ answerFailure: { question: 'networkRest', message: 'No.' } })).toBe(false);
    expect(awaited({}, DEFAULT_CHOICES)).toBe(false);
    expect(awaited({}, { ...words, rest: 'hide' })).toBe(false);
    const rest = restAround();
    rest.around(state({ choices: DEFAULT_CHOICES, network: all, networkRest: null }));
    expect(
      rest.isAwaited({ choices: words, networkRest: null, answerFailure: null } as AppState),
    ).toBe(false);
  });

  test('goes where it is to go, and where another kind of network is shown', () => {
    const rest = restAround();
    const hide: Choices = { ...words, rest: 'hide' };
    expect(rest.around(state({ choices: hide, network: some, networkRest: all }))).toBeNull();
    const events: Choices = { ...words, network: { ...words.network, mode: 'events' } };
    expect(rest.around(state({ choices: events, network: some, networkRest: all }))).toBeNull();
  });

  test('all is framed anew for another network, not for another time', () => {
    const later: Choices = { ...DEFAULT_CHOICES, window: { startMs: 0, endMs: 1 } };
    expect(isOtherFrame(later, DEFAULT_CHOICES)).toBe(false);
    expect(isOtherFrame(words, DEFAULT_CHOICES)).toBe(false);
    expect(isOtherFrame({ ...words, rest: 'hide' }, { ...DEFAULT_CHOICES, rest: 'hide' })).toBe(
      true,
    );
    const ego = { actor: 'ann', depth: 1 };
    expect(
      isOtherFrame(
        { ...DEFAULT_CHOICES, network: { ...DEFAULT_CHOICES.network, ego } },
        DEFAULT_CHOICES,
      ),
    ).toBe(true);
  });
});

describe('words', () => {
  test('name nodes and ties', () => {
    expect(nodeWords(actor('Google', { events: 5 }))).toBe('Google, 5 events');
    expect(nodeWords(actor('Google', { events: 1 }))).toBe('Google, 1 event');
    expect(nodeWords(actor('Summit', { kind: 'event', actorKind: null }))).toBe('Summit');
    const tie = { from: 0, to: 1, kind: 'together', weight: 3, isTentative: false, label: null };
    expect(tieWords({ ...tie, kind: 'together' })).toBe('3 events together');
    expect(tieWords({ ...tie, kind: 'role', label: 'Chair', isTentative: true })).toBe(
      'Chair, planned or mentioned',
    );
    expect(tieWords({ ...tie, kind: 'part' })).toBe('part of');
  });

  test('say what was left out, and by what', () => {
    const answer = networkFromText('Ann -1- Bob\nBob -1- Cyd');
    expect(shownWords(answer, 'events')).toBe('3 actors, 2 ties');
    expect(shownWords({ ...answer, nodesTotal: 1285 }, 'events')).toBe(
      '3 of 1,285 actors shown: those in the most events; 2 ties',
    );
    expect(
      shownWords(
        { ...answer, nodesTotal: 1285, tiesTotal: 9000, isEstimated: true },
        'betweenness',
      ),
    ).toBe(
      '3 of 1,285 actors shown: those that connect the most others; 2 of 9,000 ties, the heaviest; sizes estimated from a sample',
    );
    expect(shownWords({ ...answer, countedAmong: { what: 'actors', total: 300 } }, 'events')).toBe(
      '3 actors, 2 ties; ties counted among the 300 most active actors',
    );
    expect(shownWords({ ...answer, countedAmong: { what: 'events', total: 3000 } }, 'events')).toBe(
      '3 actors, 2 ties; counted in the 3,000 weightiest events',
    );
    expect(shownWords({ ...answer, communities: 1 }, 'events')).toBe(
      '3 actors, 2 ties, 1 community',
    );
  });
});

test('every kind of node has a shape of its own, closed, about as large as the others', () => {
  const paths = SHAPES.map((shape) => shapePath(shape, 10));
  expect(new Set(paths).size).toBe(SHAPES.length - 1);
  for (const path of paths) expect(path).toMatch(/^M.*Z$/u);
  // An event is a circle too; the ring inside it tells it from a person (drawNode.ts).
  expect(shapePath('event', 10)).toBe(shapePath('person', 10));
});
