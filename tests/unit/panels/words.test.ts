import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/model/types.ts';
import { chipsOf } from '../../../src/panels/chips.ts';
import { durationWords, formatFigure } from '../../../src/model/figureWords.ts';
import { readAddress } from '../../../src/panels/open/readAddress.ts';
import { focusWindow } from '../../../src/panels/focusWindow.ts';
import { shortDate } from '../../../src/panels/names.ts';
import { DEFAULT_CHOICES, withUse, type ValueUse } from '../../../src/state/choices.ts';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';

describe('figures', () => {
  const cases: readonly (readonly [Figure, string])[] = [
    [{ value: 67, unit: 'specialists' }, '67 specialists'],
    [{ value: 50, unit: 'countries', qualifier: 'over' }, 'over 50 countries'],
    [{ value: 5e7, unit: 'pounds', currency: 'GBP', over: 'P5Y' }, '£50 million over five years'],
    [{ value: 1_234_567, unit: 'people', qualifier: 'about' }, 'about 1,234,567 people'],
    [{ value: 2.5e9, unit: 'dollars', currency: 'USD' }, 'US$2.5 billion'],
    [{ value: 300, unit: 'francs', currency: 'CHF', qualifier: 'at-least' }, 'at least CHF 300'],
    [{ value: 12, unit: 'coins', currency: 'gold' }, 'gold 12'],
    [{ value: 0.5, unit: 'per cent', qualifier: 'up-to' }, 'up to 0.5 per cent'],
  ];
  test.each(cases)('%o', (figure, words) => {
    expect(formatFigure(figure)).toBe(words);
  });

  test.each([
    ['P1Y', 'one year'],
    ['P1Y6M', 'one year and six months'],
    ['P18M', '18 months'],
    ['P2W', 'two weeks'],
    ['P1DT12H', 'one day and 12 hours'],
    ['P1Y2M3D', 'one year, two months and three days'],
    ['PT', 'PT'],
    ['soon', 'soon'],
  ])('the duration %s is %s', (text, words) => {
    expect(durationWords(text)).toBe(words);
  });
});

describe('chips', async () => {
  const engine = createLocalEngine(
    historyFromText('2014 Talk: A Ltd, B Ltd, C Ltd, D Ltd, E Ltd, F Ltd, G Ltd'),
    [],
  );
  const history = await engine.dataset();
  const wordsOf = (ids: readonly string[], use: ValueUse): readonly string[] => {
    const choices = ids.reduce((now, id) => withUse(now, 'organisation', id, use), DEFAULT_CHOICES);
    return chipsOf(choices, history).map((chip) => chip.words);
  };

  test.each([
    [['a-ltd'], 'any', 'A Ltd'],
    [['a-ltd', 'b-ltd'], 'any', 'A Ltd or B Ltd'],
    [['a-ltd', 'b-ltd', 'c-ltd'], 'any', 'A Ltd, B Ltd or C Ltd'],
    [['a-ltd'], 'all', 'A Ltd required'],
    [['a-ltd', 'b-ltd'], 'all', 'A Ltd and B Ltd both'],
    [['a-ltd', 'b-ltd', 'c-ltd'], 'all', 'A Ltd, B Ltd and C Ltd all of them'],
    [['a-ltd'], 'none', 'not A Ltd'],
    [['a-ltd', 'b-ltd'], 'none', 'not A Ltd or B Ltd'],
    [
      ['a-ltd', 'b-ltd', 'c-ltd', 'd-ltd', 'e-ltd', 'f-ltd', 'g-ltd'],
      'any',
      'A Ltd, B Ltd, C Ltd, D Ltd, E Ltd or 2 more',
    ],
    [['nobody'], 'any', 'nobody'],
  ] as const)('%o as %s', (ids, use, words) => {
    expect(wordsOf(ids, use)).toEqual([words]);
  });

  test('each chip takes away its own part and leaves the others', () => {
    const choices = {
      ...withUse(
        withUse(DEFAULT_CHOICES, 'organisation', 'a-ltd', 'any'),
        'organisation',
        'b-ltd',
        'none',
      ),
      words: 'talk',
    };
    const chips = chipsOf(choices, history);
    const left = chips.map((chip) => chipsOf(chip.remove(choices), history).map((c) => c.words));
    expect(left).toEqual([
      ['not B Ltd', 'words: talk'],
      ['A Ltd', 'words: talk'],
      ['A Ltd', 'not B Ltd'],
    ]);
    expect(chips.reduce((now, chip) => chip.remove(now), choices)).toEqual(DEFAULT_CHOICES);
  });

  test('a range names the days that it touches, both ends included', () => {
    const wordsOfRange = (startMs: number, endMs: number): string | undefined =>
      chipsOf({ ...DEFAULT_CHOICES, during: { startMs, endMs } }, history)[0]?.words;
    expect(wordsOfRange(Date.UTC(2014, 0, 1), Date.UTC(2014, 5, 1))).toBe(
      '1 Jan 2014 – 31 May 2014',
    );
    expect(wordsOfRange(Date.UTC(2014, 0, 1), Date.UTC(2014, 0, 2))).toBe('1 Jan 2014');
  });
});

test.each([
  ['December 2014, day not stated', 'Dec 2014'],
  ['from December 2014, end not stated', 'from Dec 2014'],
  ['13 December 2013 to about December 2014', '13 Dec 2013 to about Dec 2014'],
  ['2014', '2014'],
])('%s is %s where room is short', (words, short) => {
  expect(shortDate(words)).toBe(short);
});

describe('a typed address', () => {
  const BASE = 'https://site.example/app/';
  test.each([
    ['https://example.org/h.json', 'https://example.org/h.json'],
    ['  example.org/h.json ', 'https://example.org/h.json'],
    ['datasets/h.json', 'https://site.example/app/datasets/h.json'],
    ['/h.json', 'https://site.example/h.json'],
  ])('%s opens %s', (text, url) => {
    expect(readAddress(text, BASE)).toEqual({ ok: true, value: url });
  });
  test.each(['', '   ', 'ftp://example.org/h.json', 'javascript:alert(1)', 'data:,x', 'http://'])(
    '%s is refused',
    (text) => {
      expect(readAddress(text, BASE).ok).toBe(false);
    },
  );
});

describe('the window around what is chosen', () => {
  const text = `
    2010 First: Google
    2014-05-01 Talk: Google
    2016 Last: Google
    1900/.. Since then: Old Ltd`;
  const engine = createLocalEngine(historyFromText(text), []);

  test('puts an event in the middle', async () => {
    const { extent } = await engine.dataset();
    const details = await engine.details({ kind: 'event', id: 'talk' });
    const window = details && focusWindow(details, extent);
    const middleMs = window === null ? 0 : (window.startMs + window.endMs) / 2;
    expect(middleMs).toBe(Date.UTC(2014, 4, 1, 12));
  });

  test('holds all events of an actor', async () => {
    const { extent } = await engine.dataset();
    const details = await engine.details({ kind: 'actor', id: 'google' });
    const window = details && focusWindow(details, extent);
    expect(window?.startMs).toBeLessThan(Date.UTC(2010, 0, 1));
    expect(window?.endMs).toBeGreaterThan(Date.UTC(2016, 0, 1));
  });

  test('is finite for what has an open end', async () => {
    const { extent } = await engine.dataset();
    const details = await engine.details({ kind: 'event', id: 'since-then' });
    const window = details && focusWindow(details, extent);
    expect(window && Number.isFinite(window.startMs) && Number.isFinite(window.endMs)).toBe(true);
  });
});
