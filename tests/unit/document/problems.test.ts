/** What is told beside the field, and what a written figure becomes. */
import { describe, expect, test } from 'vitest';
import {
  fieldProblem,
  readFigure,
  type WrittenFigure,
} from '../../../src/document/sceneProblems.ts';

const scene = { id: 'a', title: 'A', view: 'v=1' };
const written: WrittenFigure = { value: '', unit: '', label: '', qualifier: '', currency: '' };

describe('a field of a scene', () => {
  test('has no problem where the schema has none', () => {
    expect(fieldProblem(scene, { title: 'B', text: '**Words**', plannedSeconds: 90 })).toBeNull();
  });

  test.each([
    [{ title: '' }, 'Expected here: a text that is not empty.'],
    [{ title: 'x'.repeat(501) }, 'Expected here: at most 500 characters.'],
    [{ plannedSeconds: -1 }, 'Expected here: a number that is not negative.'],
  ])('%o is told in words', (fields, problem) => {
    expect(fieldProblem(scene, fields)).toBe(problem);
  });
});

describe('a written figure', () => {
  test.each([
    ['67', 67],
    ['1,200', 1200],
    ['1 200 000', 1_200_000],
    ['−3.5', -3.5],
    [' 0.25 ', 0.25],
  ])('%s is the number %d', (value, number) => {
    expect(readFigure({ ...written, value, unit: 'companies' }).figure).toEqual({
      value: number,
      unit: 'companies',
    });
  });

  test.each(['', 'many', '1,2', '1.200.000', '12e3', 'Infinity'])('“%s” is no number', (value) => {
    const { figure, problems } = readFigure({ ...written, value });
    expect(figure).toBeNull();
    expect(problems.value).toMatch(/a number/);
  });

  test('keeps what it cannot be written here, and says which field is wrong', () => {
    const { figure } = readFigure(
      { ...written, value: '50000000', unit: 'pounds', currency: 'GBP', qualifier: 'over' },
      { over: 'P5Y' },
    );
    expect(figure).toEqual({
      value: 50_000_000,
      unit: 'pounds',
      currency: 'GBP',
      qualifier: 'over',
      over: 'P5Y',
    });
    expect(readFigure({ ...written, value: '5', currency: 'pounds' }).problems).toEqual({
      currency: 'Expected here: a currency code of three capitals, as GBP.',
    });
  });
});
