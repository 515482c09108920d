import fc from 'fast-check';
import { unparse } from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readSpan } from '../../../../src/model/dates.ts';
import { applyMapping } from '../../../../src/formats/table/apply.ts';
import { readDateCell } from '../../../../src/formats/table/dateCell.ts';
import { dateOptionsOf } from '../../../../src/formats/table/dateReading.ts';
import { guessMapping } from '../../../../src/formats/table/guess.ts';
import { EMPTY_MAPPING, type TableMapping } from '../../../../src/formats/table/mapping.ts';
import { profileColumns } from '../../../../src/formats/table/profile.ts';
import { readTable } from '../../../../src/formats/table/readTable.ts';
import { cutRows } from '../../../../src/formats/table/rows.ts';
import { TableProblems } from '../../../../src/formats/table/tableProblems.ts';

const RUNS = { numRuns: 1_000 };

const SCRAPS = [
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '"',
  '""',
  ' ',
  'Date',
  'Title',
  '2014',
  '12/03/2014',
  'a',
  '__proto__',
  '=1',
  '<b>',
  '\u202E',
  '\uD800',
  'http://a.example/',
  '44 BCE',
  '–',
  '\0',
  '7',
];
const mess = fc
  .array(fc.constantFrom(...SCRAPS), { maxLength: 30 })
  .map((scraps) => scraps.join(''));

describe('any text at all', () => {
  test('is cut into rows that stand in it one after the other', () => {
    fc.assert(
      fc.property(mess, fc.constantFrom(',', ';', '\t'), (text, delimiter) => {
        const { rows, rowsTotal, blankRowsTotal } = cutRows(text, delimiter, new TableProblems());
        expect(rows.length + blankRowsTotal).toBe(rowsTotal);
        let at = 0;
        for (const { from, to } of rows) {
          expect(text.slice(at, from).replaceAll(/[\s",;]/gu, '')).toBe('');
          expect(to).toBeGreaterThanOrEqual(from);
          at = to;
        }
        expect(text.slice(at).replaceAll(/[\s",;]/gu, '')).toBe('');
      }),
      RUNS,
    );
  });

  test('is read as a table in which each row is an event or left out', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const table = readTable(text);
        const mapping = guessMapping(table, profileColumns(table), null);
        const read = applyMapping(table, mapping);
        if (!read.ok) return;
        const { report, dataset } = read.value;
        const rows = dataset.events.length + report.leftOut.length;
        const isJoined = mapping.joinBy.length > 0;
        expect(rows).toBe(isJoined ? rows : table.rows.length + table.leftOut.length);
        expect(report.problems.length).toBe(report.problemsTotal);
      }),
      RUNS,
    );
  });
});

test('what papaparse writes is read as it was', () => {
  const cell = fc.array(fc.constantFrom('a', 'B', ' ', ',', '"', '\n', 'é', ';'), { maxLength: 6 });
  const grid = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(
      fc.array(
        cell.map((chars) => `x${chars.join('')}`),
        { minLength: width, maxLength: width },
      ),
      { minLength: 1, maxLength: 6 },
    ),
  );
  fc.assert(
    fc.property(grid, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
      const text = unparse(rows, { newline });
      const cut = cutRows(text, ',', new TableProblems());
      expect(cut.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
    RUNS,
  );
});

describe('a date cell', () => {
  const options = dateOptionsOf({ ...EMPTY_MAPPING.date, order: 'day-first' });

  test('whatever is in it gives a date that the model reads, or none', () => {
    const pieces = `12 3 2014 44 March Mar BCE AD Q1 / - . – to before c. ? ~ s century th , : T Z [ .. X 00`;
    const piece = fc.constantFrom(' ', ...pieces.split(' '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (cell, isAsked) => {
        const read = readDateCell(cell.join(''), isAsked ? { ...options, order: null } : options);
        if (read.ok) expect(readSpan(read.value.edtf)).toMatchObject({ ok: true });
        else expect(read.error).not.toBe('');
      }),
      RUNS,
    );
  });

  test('of a day in any of the ways in which it is written is that day', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const months =
      'January February March April May June July August September October November December';
    const ways: readonly ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${y}-${two(m)}-${two(d)}`,
      (y, m, d) => `${y}/${m}/${d}`,
      (y, m, d) => `${d}/${m}/${y}`,
      (y, m, d) => `${two(d)}.${two(m)}.${y}`,
      (y, m, d) => `${d} ${months.split(' ')[m - 1]} ${y}`,
      (y, m, d) => `${months.split(' ')[m - 1]?.slice(0, 3)} ${d}, ${y}`,
      (y, m, d) => `${d}-${months.split(' ')[m - 1]?.slice(0, 3)}-${y}`,
      (y, m, d) => `${y}${two(m)}${two(d)}`,
      (y, m, d) => `${y}年${m}月${d}日`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 2_999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom(...ways),
        (year, month, day, way) => {
          const read = readDateCell(way(year, month, day), options);
          expect(read).toEqual({
            ok: true,
            value: { edtf: `${year}-${two(month)}-${two(day)}`, doubt: null },
          });
        },
      ),
      RUNS,
    );
  });
});

test('events written into a table come back by its mapping, which is plain data', () => {
  const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon');
  const names = fc.uniqueArray(word, { maxLength: 3 });
  const event = fc.record({
    title: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    date: fc.constantFrom(
      '2014',
      '2014-03',
      '2014-03-12',
      '2014-12~',
      '2013/2014',
      '-0043',
      '201X',
    ),
    organisations: names,
    people: names,
    themes: names,
    place: fc.option(word, { nil: '' }),
    summary: fc.constantFrom('', 'One, "two"\nthree', 'A; B'),
  });
  const named = { separators: [';'], role: null, titleColumn: null, part: 'took-part' } as const;
  const mapping: TableMapping = {
    ...EMPTY_MAPPING,
    title: { columns: ['title'], joiner: ': ' },
    date: { ...EMPTY_MAPPING.date, start: { in: 'cell', column: 'date' } },
    actors: [
      { ...named, column: 'organisations', kind: 'organisation' },
      { ...named, column: 'people', kind: 'person' },
    ],
    places: [{ column: 'place', separators: [] }],
    themes: [{ column: 'themes', separators: [';'] }],
    summary: { columns: ['summary'], joiner: '\n\n' },
  };
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 5 }), (events) => {
      const text = unparse(
        events.map((each) => ({
          ...each,
          organisations: each.organisations.join('; '),
          people: each.people.join('; '),
          themes: each.themes.join('; '),
        })),
      );
      const kept: unknown = JSON.parse(JSON.stringify(mapping));
      expect(kept).toEqual(mapping);
      const read = applyMapping(readTable(text, { headerRow: 1 }), mapping);
      if (!read.ok) throw new Error(read.error.message);
      const { dataset, report } = read.value;
      const nameOf = new Map(
        [...(dataset.actors ?? []), ...(dataset.places ?? []), ...(dataset.themes ?? [])].map(
          ({ id, name }) => [id, name],
        ),
      );
      const kindOf = new Map(dataset.actors?.map(({ id, kind }) => [id, kind]));
      const acting = (ids: readonly string[], kind: string): readonly (string | undefined)[] =>
        ids.filter((id) => kindOf.get(id) === kind).map((id) => nameOf.get(id));
      expect(
        dataset.events.map((each) => {
          const ids = each.actors?.map(({ actor }) => actor) ?? [];
          return {
            title: each.title,
            date: each.date,
            organisations: acting(ids, 'organisation'),
            people: acting(ids, 'person'),
            themes: each.themes?.map((id) => nameOf.get(id)) ?? [],
            place: each.places?.map((id) => nameOf.get(id)).join('') ?? '',
            summary: each.summary ?? '',
          };
        }),
      ).toEqual(events);
      expect(report.problemsTotal).toBe(0);
    }),
    RUNS,
  );
});
