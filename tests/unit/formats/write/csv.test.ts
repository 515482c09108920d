import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../../src/formats/format.ts';
import { recognise } from '../../../../src/formats/index.ts';
import { ownCsv } from '../../../../src/formats/ownCsv/ownCsv.ts';
import { sourceFileOf } from '../../../../src/formats/sourceFile.ts';
import { applyMapping } from '../../../../src/formats/table/apply.ts';
import { guessMapping } from '../../../../src/formats/table/guess.ts';
import { profileColumns } from '../../../../src/formats/table/profile.ts';
import { readTable } from '../../../../src/formats/table/readTable.ts';
import { csvWriter } from '../../../../src/formats/write/csvFile.ts';
import { parseDataset } from '../../../../src/model/parse.ts';
import type { Dataset } from '../../../../src/model/types.ts';
import { anyHistory, anyReadHistory } from './anyHistory.ts';

const OPTIONS = { scenes: null, network: null, nowMs: 0, link: null } as const;

function written(history: Dataset): string {
  return csvWriter.write(history, OPTIONS).text;
}

function readBytes(bytes: Uint8Array): Reading {
  const source = sourceFileOf('file.csv', bytes);
  expect(ownCsv.detect(source)).toBe(1);
  const read = ownCsv.read(source, {});
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function read(text: string): Reading {
  return readBytes(new TextEncoder().encode(text));
}

const bundledFile = parseDataset(
  JSON.parse(
    readFileSync(new URL('../../../../public/datasets/weprotect.json', import.meta.url), 'utf8'),
  ),
);
if (!bundledFile.ok) throw new Error('The bundled history cannot be read.');
const bundled = bundledFile.value.dataset;

/** The file as a spreadsheet gives it back after `edit` of its rows. */
function resaved(
  edit: (rows: string[][], column: (name: string) => number) => string[][],
  delimiter = ',',
): string {
  const { data } = Papa.parse<string[]>(written(bundled).slice(1).trimEnd());
  const column = (name: string): number => data[0]?.indexOf(name) ?? -1;
  return Papa.unparse(edit(data, column), { delimiter, newline: '\r\n' });
}

describe('CSV', () => {
  test('comes back as it was, whatever stands in the history', () => {
    fc.assert(
      fc.property(anyReadHistory, (history) => {
        expect(read(written(history)).dataset).toEqual(history);
      }),
      { numRuns: 1000 },
    );
  });

  test('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { data } = Papa.parse<string[]>(written(history).slice(1), { newline: '\r\n' });
        expect(data.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('begins with a mark and has the names and words of an event in columns', () => {
    const text = written(bundled);
    expect(text.startsWith('\uFEFFTitle,Date,')).toBe(true);
    const source = sourceFileOf(null, new TextEncoder().encode(text));
    expect(recognise(source)[0]?.format.id).toBe('threadline-csv');
    const [, first] = Papa.parse<string[]>(text).data;
    expect(first?.slice(0, 12)).toEqual([
      'Cameron’s speech on child abuse images online',
      '2013-07-22',
      '22 July 2013',
      '',
      'speech',
      '5',
      '',
      '',
      'David Cameron',
      '',
      '',
      'Blocking illegal images',
    ]);
  });

  test.each([[';'], ['\t']])('is known again after a spreadsheet cut it by %j', (delimiter) => {
    const { dataset, report } = read(resaved((rows) => rows, delimiter));
    expect(dataset).toEqual(bundled);
    expect(report.problems).toEqual([]);
  });

  test('and after its rows were sorted, and dates written as a country does', () => {
    const text = resaved(([header = [], ...rows], column) => {
      const date = column('Date');
      const local = rows.map((row) =>
        row.map((cell, i) =>
          i === date
            ? cell
                .replace(/^(\d{4})-(\d\d)-(\d\d)$/u, '$3/$2/$1')
                .replace(/^20(\d\d)-12$/u, 'Dec-$1')
            : cell,
        ),
      );
      return [header, ...local.toReversed()];
    });
    expect(read(text).dataset).toEqual({ ...bundled, events: bundled.events.toReversed() });
  });

  test('takes over what was changed, row by row', () => {
    const text = resaved(([header = [], first = [], second = [], ...rows], column) => {
      const set = (row: string[], cells: Readonly<Record<string, string>>): string[] => {
        const next = [...row];
        for (const [name, value] of Object.entries(cells)) next[column(name)] = value;
        return next;
      };
      return [
        header,
        set(first, {
          Title: 'A new title',
          Date: '2013-07-23',
          Status: 'Planned',
          Weight: '',
          People: 'David Cameron; Somebody New',
          Places: 'London',
          Description: 'Other words',
          Sources: `${first[column('Sources')] ?? ''}; Another`,
        }),
        second,
        set(
          header.map(() => ''),
          { Title: 'A new row', Date: '23 May 2014', Organisations: 'Google' },
        ),
        ...rows,
      ];
    });
    const { dataset, report } = read(text);
    const [first, second, added] = dataset.events;
    expect(first).toEqual({
      ...bundled.events[0],
      weight: undefined,
      title: 'A new title',
      date: '2013-07-23',
      status: 'planned',
      summary: 'Other words',
      citations: [...(bundled.events[0]?.citations ?? []), { source: 'another' }],
      places: ['london'],
      actors: [
        { actor: 'david-cameron', role: 'speaker', title: 'Prime Minister' },
        { actor: 'person-somebody-new' },
      ],
    });
    expect(second).toEqual(bundled.events[1]);
    expect(added).toEqual({
      id: 'row-4',
      title: 'A new row',
      date: '2014-05-23',
      actors: [{ actor: 'google' }],
    });
    expect(dataset.events).toHaveLength(bundled.events.length + 1);
    expect(dataset.actors?.at(-1)).toEqual({
      id: 'person-somebody-new',
      name: 'Somebody New',
      kind: 'person',
    });
    expect(report.problems).toEqual([]);
  });

  test('says what it does not take over', () => {
    const text = resaved(([header = [], first = [], ...rows], column) => {
      const odd = [...first];
      odd[column('Status')] = 'sometime';
      odd[column('Weight')] = '17';
      odd[column('Title')] = '';
      return [header, odd, ...rows];
    });
    const { dataset, report } = read(text);
    expect(dataset).toEqual(bundled);
    expect(report.problems.map(({ place, found }) => [place, found])).toEqual([
      ['row 2, column Title', '""'],
      ['row 2, column Status', '"sometime"'],
      ['row 2, column Weight', '"17"'],
    ]);
  });

  test('has its columns guessed where it is taken for a table, and nothing to be asked', () => {
    const table = readTable(written(bundled).slice(1), {});
    const guess = guessMapping(table, profileColumns(table), 'file.csv');
    const { date, title } = guess;
    expect({ start: date.start, title: title.columns }).toEqual({
      start: { in: 'cell', column: 'Date' },
      title: ['Title'],
    });
    expect(guess.actors.map(({ column, kind }) => [column, kind])).toEqual([
      ['People', 'person'],
      ['Organisations', 'organisation'],
    ]);
    expect([...guess.places, ...guess.themes].map(({ column }) => column)).toEqual([
      'Places',
      'Themes',
    ]);
    const read = applyMapping(table, guess, {});
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.dataset.events.map((event) => [event.title, event.date])).toEqual(
      bundled.events.map((event) => [event.title, event.date]),
    );
  });

  test('whose last column was cut is read from the others, and says so', () => {
    const text = resaved(([header = [], ...rows], column) => [
      header,
      ...rows.map((row) =>
        row.map((cell, i) => (i === column('Threadline') ? cell.slice(0, 40) : cell)),
      ),
    ]);
    const { dataset, report } = read(text);
    expect(dataset.title).toBe('file');
    expect(dataset.events.map(({ title, date }) => [title, date])).toEqual(
      bundled.events.map(({ title, date }) => [title, date]),
    );
    const named = (history: Dataset): string[] =>
      history.events.flatMap(({ actors = [] }) =>
        actors.map(({ actor }) => history.actors?.find(({ id }) => id === actor)?.name ?? ''),
      );
    expect(named(dataset).toSorted()).toEqual(named(bundled).toSorted());
    expect(report.problems).toHaveLength(bundled.events.length);
    expect(report.problems[0]?.place).toBe('row 2, column Threadline');
  });

  test('without its first row loses what that row held, and no event beside it', () => {
    const text = resaved(([header = [], , ...rows]) => [header, ...rows]);
    const { dataset } = read(text);
    expect(dataset.events).toHaveLength(bundled.events.length - 1);
    expect(dataset.actors?.some(({ name }) => name === 'Google')).toBe(true);
  });
});
