import { describe, expect, test } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import type { DatasetAnswer } from '../../../src/engine/port.ts';
import { plainBlocks, plainText } from '../../../src/export/scenes/plainText.ts';
import { numberedSources, sceneWords } from '../../../src/export/scenes/sceneWords.ts';
import { fileName } from '../../../src/export/sheet/fileName.ts';
import { legendOf } from '../../../src/export/sheet/legend.ts';
import { breakLines } from '../../../src/export/sheet/setText.ts';
import { rangeWords, sheetWords, sourceWords } from '../../../src/export/sheet/words.ts';
import { altText } from '../../../src/export/slides/altText.ts';
import type { Source } from '../../../src/model/types.ts';
import { DEFAULT_CHOICES } from '../../../src/state/choices.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';

const SOURCES: readonly Source[] = [
  { id: 'account', title: 'The account' },
  { id: 'one', title: 'A speech', number: 1, publisher: 'BBC News' },
  { id: 'two', title: 'A summit', number: 2, date: '2014-12-10' },
];

async function historyOf(text: string): Promise<DatasetAnswer> {
  return createLocalEngine(historyFromText(text), []).dataset();
}

describe('around a picture', () => {
  const text =
    '2013-07-22 speech: Cameron @London #images\n2015-11-16 summit: Shields @London #images';

  test('stand title, view, time, number, filters, sources and a link', async () => {
    const history = { ...(await historyOf(text)), title: 'A history', sources: SOURCES };
    const words = sheetWords({
      history,
      choices: { ...DEFAULT_CHOICES, views: ['timeline', 'network'] },
      filters: ['Cameron', 'not Shields'],
      matched: 1,
      link: 'https://example.org/#v=1',
    });
    expect(words).toEqual({
      title: 'A history',
      shown: 'Timeline and network · July 2013 – November 2015 · 1 of 2 events',
      filters: 'Filters: Cameron · not Shields',
      sources: 'Source: The account, with 2 references',
      link: 'https://example.org/#v=1',
    });
  });

  test('what is not filtered says so', async () => {
    const history = await historyOf(text);
    const words = sheetWords({
      history,
      choices: DEFAULT_CHOICES,
      filters: [],
      matched: 2,
      link: '',
    });
    expect(words.filters).toBe('No filters');
    expect(words.shown).toMatch(/ · all 2 events$/u);
  });

  test('a narrow time is said in days', async () => {
    const history = await historyOf(text);
    const window = { startMs: Date.UTC(2014, 0, 5), endMs: Date.UTC(2014, 1, 5) };
    expect(rangeWords({ ...DEFAULT_CHOICES, window }, history)).toBe(
      '5 January 2014 – 4 February 2014',
    );
  });

  test.each([
    [[], 'No sources given'],
    [SOURCES.slice(1), 'Sources: 2 references'],
    [SOURCES.slice(0, 1), 'Source: The account'],
    [SOURCES.slice(0, 2), 'Source: The account, with 1 reference'],
  ])('sources %#', async (sources, words) => {
    expect(sourceWords({ ...(await historyOf(text)), sources })).toBe(words);
  });

  test('the legend explains only what can be seen', async () => {
    const engine = createLocalEngine(
      historyFromText('2013-07-22 speech #images\n2013-12 talks !planned #images'),
      [],
    );
    const history = await engine.dataset();
    const timeline = await engine.timeline({
      query: { clauses: [], during: null, words: '', includesParts: true },
      laneBy: 'theme',
      window: { startMs: Date.UTC(2013, 0), endMs: Date.UTC(2015, 0) },
      widthPx: 1000,
      rest: 'fade',
      marksLimit: 100,
      lanesLimit: 10,
      binPx: 24,
      keep: [],
    });
    const signs = (laneBy: 'theme' | 'none') =>
      legendOf({
        choices: { ...DEFAULT_CHOICES, laneBy },
        history: { ...history, asOf: null },
        timeline,
        places: null,
      }).map(({ sign, words }) => `${sign} ${words}`);
    expect(signs('theme')).toEqual([
      'day On a day',
      'within Some time within',
      'hollow Planned or unconfirmed',
    ]);
    expect(signs('none')).toContain('colour images');
    expect(signs('none')).not.toContain('throughout Throughout');
  });

  test('a picture in words names what is in it', async () => {
    const engine = createLocalEngine(historyFromText(text), []);
    const history = await engine.dataset();
    const state = {
      choices: { ...DEFAULT_CHOICES, views: ['map'] as const },
      history,
      timeline: null,
      network: null,
      places: await engine.places({
        query: { clauses: [], during: null, words: '', includesParts: true },
        window: null,
        placesLimit: 10,
        arcsLimit: 10,
      }),
      details: null,
    };
    expect(altText(state, ['Cameron'])).toBe(
      'Map, July 2013 – November 2015. Filters: Cameron. Places: London',
    );
  });
});

describe('names of files', () => {
  test.each([
    [['The History of WePROTECT', 'Timeline'], 'the-history-of-weprotect-timeline.svg'],
    [['L’été à Paris: 1789/1790'], 'lété-à-paris-1789-1790.svg'],
    [['../../etc/passwd'], 'etc-passwd.svg'],
    [['…'], 'history.svg'],
    [['Ελλάδα', 'Россия'], 'ελλάδα-россия.svg'],
    [['x'.repeat(300)], `${'x'.repeat(80)}.svg`],
  ])('%j', (parts, name) => {
    expect(fileName(parts, 'svg')).toBe(name);
  });
});

describe('a scene on paper', () => {
  test('numbers each source once, with all its passages, and what it refers to', () => {
    expect(
      numberedSources(
        [
          { source: 'account', locator: 'paragraph 1', cites: ['one'] },
          { source: 'account', locator: 'paragraph 2', cites: ['two', 'one'] },
          { source: 'account', locator: 'paragraph 1' },
          { source: 'gone' },
        ],
        SOURCES,
      ),
    ).toEqual([
      'The account, paragraph 1; paragraph 2',
      'A speech, BBC News (reference 1)',
      'A summit, 2014-12-10 (reference 2)',
      'gone',
    ]);
  });

  test('says all that it has, steps without words aside', () => {
    const words = sceneWords(
      {
        id: 'a',
        title: 'A scene',
        text: 'Said *aloud*.',
        view: '',
        figures: [{ value: 50, unit: 'countries', qualifier: 'over' }],
        steps: [{ text: 'First' }, { view: 'v=1' }, { text: ' ' }],
        notes: '- one\n- two',
      },
      SOURCES,
    );
    expect(words.text).toEqual([{ mark: '', depth: 0, text: 'Said aloud.' }]);
    expect(words.steps).toEqual(['First']);
    expect(words.figures[0]?.amount).toBe('50+');
    expect(words.notes.map(({ mark, text }) => `${mark} ${text}`)).toEqual(['• one', '• two']);
    expect(words.sources).toEqual([]);
  });

  test.each([
    ['plain', 'plain'],
    ['one\n\ntwo', 'one\ntwo'],
    ['1. first\n2. second\n\nafter', '1. first\n2. second\nafter'],
    ['- a\n  - b', '• a\n  • b'],
    ['[a link](https://example.org) and <b>no tag</b>', 'a link and <b>no tag</b>'],
    [undefined, ''],
  ])('Markdown %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  test('a text beyond all measure is taken as it stands', () => {
    const long = `${'- '.repeat(8000)}x`;
    expect(plainBlocks(long)).toEqual([{ mark: '', depth: 0, text: long }]);
  });
});

describe('lines', () => {
  const width = (text: string): number => text.length;

  test.each([
    ['a few words here', 9, ['a few', 'words', 'here']],
    ['one\n\ntwo', 9, ['one', '', 'two']],
    ['https://example.org/very', 10, ['https://ex', 'ample.org/', 'very']],
    ['', 5, ['']],
    ['abc', 0, ['a', 'b', 'c']],
  ])('%j in %d', (text, most, lines) => {
    expect(breakLines(text, width, most)).toEqual(lines);
  });
});
