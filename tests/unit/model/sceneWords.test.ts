import { describe, expect, it } from 'vitest';
import { numberRanges, sourcesWords, stageFigure } from '../../../src/model/sceneWords.ts';

const SOURCES = [
  { id: 'account', title: 'The account' },
  { id: 'r9', title: 'Nine', number: 9 },
  { id: 'r10', title: 'Ten', number: 10 },
  { id: 'r11', title: 'Eleven', number: 11 },
  { id: 'r15', title: 'Fifteen', number: 15 },
];

describe('sources in words', () => {
  it('go by the numbers that the account prints', () => {
    const cites = ['r15', 'r9', 'r11', 'r10'];
    expect(sourcesWords([{ source: 'account', cites }], SOURCES)).toBe(
      'Sources 9–11, 15 in the account',
    );
    expect(sourcesWords([{ source: 'account', cites: ['r9'] }], SOURCES)).toBe(
      'Source 9 in the account',
    );
  });

  it('name the passage where there is no number', () => {
    const citations = [
      { source: 'account', locator: 'paragraph 11' },
      { source: 'account', locator: 'paragraph 14' },
    ];
    expect(sourcesWords(citations, SOURCES)).toBe('The account, paragraph 11; paragraph 14');
    expect(sourcesWords([], SOURCES)).toBe('');
  });

  it('join runs of three and more', () => {
    expect(numberRanges([3, 1, 2])).toBe('1–3');
    expect(numberRanges([1, 2])).toBe('1, 2');
    expect(numberRanges([5])).toBe('5');
  });
});

describe('a figure on a stage', () => {
  it.each([
    [{ value: 50, unit: 'countries', qualifier: 'over' }, '50+', 'countries', 'over 50 countries'],
    [
      { value: 5e7, unit: 'pounds', currency: 'GBP', over: 'P5Y' },
      '£50m',
      'over five years',
      '£50 million over five years',
    ],
    [{ value: 3, unit: 'days', qualifier: 'up-to' }, 'up to 3', 'days', 'up to 3 days'],
    [{ value: 7, unit: 'sites', qualifier: 'about' }, 'c. 7', 'sites', 'about 7 sites'],
    [
      { value: 9, unit: 'people', qualifier: 'at-least' },
      'at least 9',
      'people',
      'at least 9 people',
    ],
  ] as const)('%o', (figure, amount, caption, words) => {
    expect(stageFigure(figure)).toEqual({ amount, caption, words });
  });
});
