import { describe, expect, test } from 'vitest';
import {
  allMarked,
  HEAD,
  markedAt,
  moved,
  rangeOf,
  START,
  within,
  writtenNext,
  type Cursor,
  type Grid,
} from '../../../src/views/table/cursor.ts';

const GRID: Grid = { columns: ['date', 'title', 'places'], count: 100, pageRows: 10 };

function press(cursor: Cursor, ...keys: string[]): Cursor {
  return keys.reduce((now, said) => {
    const shiftKey = said.startsWith('Shift+');
    return moved(now, { key: said.replace('Shift+', ''), shiftKey }, GRID) ?? now;
  }, cursor);
}

describe('keys', () => {
  test.each([
    ['ArrowDown', 1],
    ['ArrowUp', HEAD],
    ['PageDown', 10],
    ['PageUp', 0],
    ['End', 99],
    ['Home', 0],
  ])('%s goes from the first row to row %d', (key, row) => {
    expect(press(START, key).row).toBe(row);
  });

  test('stop at the ends', () => {
    expect(press(START, 'End', 'ArrowDown', 'PageDown').row).toBe(99);
    expect(press(START, 'ArrowUp', 'ArrowUp').row).toBe(HEAD);
    expect(press(START, 'ArrowRight', 'ArrowRight', 'ArrowRight').column).toBe('places');
    expect(press(START, 'ArrowLeft', 'ArrowLeft').column).toBe('date');
  });

  test('come down from the names of the columns to the first row', () => {
    expect(press(START, 'ArrowUp', 'ArrowDown').row).toBe(0);
  });

  test('of no meaning lead nowhere', () => {
    expect(moved(START, { key: 'x', shiftKey: false }, GRID)).toBeNull();
  });

  test('in an empty table lead nowhere but to the names of the columns', () => {
    const empty = { ...GRID, count: 0 };
    expect(within(START, empty).row).toBe(0);
    expect(moved(START, { key: 'End', shiftKey: false }, empty)?.row).toBe(HEAD);
  });
});

describe('marks', () => {
  test('go from where Shift was first held', () => {
    const cursor = press(START, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(rangeOf(cursor)).toEqual({ first: 1, last: 3 });
    expect(rangeOf(press(cursor, 'Shift+Home'))).toEqual({ first: 0, last: 1 });
  });

  test('stay while the focus goes on', () => {
    const cursor = press(markedAt(START, 4, false), 'ArrowDown');
    expect([cursor.row, rangeOf(cursor)]).toEqual([5, { first: 4, last: 4 }]);
  });

  test('go by pointer too', () => {
    const cursor = markedAt(markedAt(START, 4, false), 9, true);
    expect(rangeOf(cursor)).toEqual({ first: 4, last: 9 });
  });

  test('take all', () => {
    expect(rangeOf(allMarked(START, 100))).toEqual({ first: 0, last: 99 });
    expect(rangeOf(allMarked(START, 0))).toBeNull();
  });
});

test('the cursor stays within the rows and columns that there are', () => {
  const far: Cursor = { row: 80, column: 'weight', marked: null };
  expect(within(far, { ...GRID, count: 5 })).toMatchObject({ row: 4, column: 'title' });
  expect(within(START, GRID)).toBe(START);
});

describe('cells that are written', () => {
  const grid: Grid = { columns: ['date', 'title', 'places', 'weight'], count: 3, pageRows: 10 };
  const at = (row: number, column: Cursor['column']): Cursor => ({ ...START, row, column });
  const place = (cursor: Cursor | null) => cursor && [cursor.row, cursor.column];

  test('follow one another over lists of names and over the end of a row', () => {
    expect(place(writtenNext(at(0, 'date'), 1, grid))).toEqual([0, 'title']);
    expect(place(writtenNext(at(0, 'title'), 1, grid))).toEqual([0, 'weight']);
    expect(place(writtenNext(at(0, 'weight'), 1, grid))).toEqual([1, 'date']);
    expect(place(writtenNext(at(1, 'date'), -1, grid))).toEqual([0, 'weight']);
  });

  test('end with the table', () => {
    expect(writtenNext(at(2, 'weight'), 1, grid)).toBeNull();
    expect(writtenNext(at(0, 'date'), -1, grid)).toBeNull();
  });
});
