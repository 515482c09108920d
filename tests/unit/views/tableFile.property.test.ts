import { csvParseRows, tsvParseRows } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellText,
  fileCells,
  fileHeader,
  namesOf,
  shownColumns,
  sortedBy,
} from '../../../src/views/table/columns.ts';
import { guarded, unguarded } from '../../../src/base/guardedCells.ts';
import { csvLine, tsvLine } from '../../../src/views/table/delimited.ts';
import { csvName } from '../../../src/views/table/takeOut.ts';
import { EVENT_COLUMNS } from '../../../src/engine/port.ts';
import { HISTORY } from '../state/fakeEngine.ts';
import { eventRow, NAMES } from './tableRows.ts';

const nasty = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  "'",
  '"',
  ',',
  '\n',
  '\r\n',
  'é',
  '漢',
);
const arbitraryCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.oneof(nasty, fc.string({ maxLength: 3 })), { maxLength: 6 })
    .map((parts) => parts.join('')),
);
const arbitraryLines = fc.integer({ min: 2, max: 5 }).chain((columns) =>
  fc.array(fc.array(arbitraryCell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe('a file', () => {
  test('reads back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(arbitraryLines, (lines) => {
        const text = lines.map(csvLine).join('');
        expect(csvParseRows(text).map((cells) => cells.map(unguarded))).toEqual(lines);
      }),
    );
  });

  test('and so does the clipboard', () => {
    fc.assert(
      fc.property(arbitraryLines, (lines) => {
        const text = lines.map(tsvLine).join('');
        expect(tsvParseRows(text).map((cells) => cells.map(unguarded))).toEqual(lines);
      }),
    );
  });

  test('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(arbitraryCell, (cell) => {
        expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r]/u);
      }),
    );
  });

  test('quotes what must be quoted, and ends its lines as RFC 4180 has it', () => {
    expect(csvLine(['plain', 'a, b', 'say "so"', 'two\nlines', ''])).toBe(
      'plain,"a, b","say ""so""","two\nlines",\r\n',
    );
  });

  test.each([
    ['=HYPERLINK("http://example.org")', '\'=HYPERLINK("http://example.org")'],
    ['-0044-03-15', "'-0044-03-15"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['2014-12', '2014-12'],
  ])('writes %s as %s', (cell, written) => {
    expect(guarded(cell)).toBe(written);
  });
});

describe('what a row says', () => {
  const planned = eventRow('next', {
    status: 'planned',
    kind: 'summit',
    actors: ['ada', 'google', 'gone'],
    places: ['london'],
    themes: ['safety'],
    weight: 5,
  });

  test('in cells', () => {
    expect(EVENT_COLUMNS.map((column) => cellText(planned, column, NAMES))).toEqual([
      'planned for December 2014, day not stated',
      'Title of next',
      'Planned',
      'Summit',
      'Ada Lovelace, Google, gone',
      'London',
      'Safety',
      '5',
    ]);
  });

  test('in a file, where what is planned stays planned', () => {
    const columns = shownColumns(['date', 'actors']);
    expect(fileHeader(columns)).toEqual(['Date', 'Date in words', 'Title', 'Actors']);
    expect(fileCells(planned, columns, NAMES)).toEqual([
      '2014-12',
      'planned for December 2014, day not stated',
      'Title of next',
      'Ada Lovelace; Google; gone',
    ]);
  });

  test('a header for every cell', () => {
    expect(fileHeader(EVENT_COLUMNS)).toHaveLength(fileCells(planned, EVENT_COLUMNS, NAMES).length);
  });

  test('themes have the colours of their places in the history', () => {
    const themes = Array.from({ length: 10 }, (_, i) => ({ id: `t${String(i)}`, name: 'Theme' }));
    const names = namesOf({ ...HISTORY, themes });
    expect(names.themes.get('t9')?.colour).toBe(1);
  });
});

describe('columns', () => {
  test('stand in one order, the title always', () => {
    expect(shownColumns(['weight', 'date'])).toEqual(['date', 'title', 'weight']);
    expect(shownColumns([])).toEqual(['title']);
  });

  test('sort upwards, then downwards; weights the other way round', () => {
    const byDate = { by: 'date', isDescending: false } as const;
    expect(sortedBy('title', byDate)).toEqual({ by: 'title', isDescending: false });
    expect(sortedBy('date', byDate)).toEqual({ by: 'date', isDescending: true });
    expect(sortedBy('weight', byDate)).toEqual({ by: 'weight', isDescending: true });
  });
});

test.each([
  ['The History of WePROTECT', 'the-history-of-weprotect-events.csv'],
  ['../../etc/passwd', 'etc-passwd-events.csv'],
  ['中国史 1949', '中国史-1949-events.csv'],
  ['…', 'events.csv'],
])('%s is saved as %s', (title, name) => {
  expect(csvName(title)).toBe(name);
});
