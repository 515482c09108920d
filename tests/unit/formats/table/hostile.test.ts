/** Tables that are made to stop the program: each ends in a right answer, in a time in proportion to its size. */
import { describe, expect, test } from 'vitest';
import { readAs, recognise } from '../../../../src/formats/index.ts';
import { sourceFileOf } from '../../../../src/formats/sourceFile.ts';
import { read } from './tables.ts';

describe('a hostile table', () => {
  test('of names that all make the same id', () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, i) => `A,2014,${'!'.repeat(1 + (i % 200))}${'?'.repeat(i / 200)}`,
    );
    const { dataset } = read(`Title,Date,Organisation\n${rows.join('\n')}\n`, () => ({
      actors: [
        {
          column: 'Organisation',
          kind: 'organisation',
          separators: [],
          role: null,
          titleColumn: null,
          part: 'took-part',
        },
      ],
    }));
    expect(new Set(dataset.actors?.map(({ id }) => id)).size).toBe(3_000);
  });

  test('of tags that are never closed', () => {
    const { dataset } = read(`Title,Date,Description\nA,2014,${'<a '.repeat(300_000)}\nB,2015,x\n`);
    expect(dataset.events.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(dataset.events[0]?.summary).toHaveLength(100_000);
  });

  test('of a thousand columns of the same name', () => {
    const header = Array.from({ length: 1_000 }, () => 'Name').join(',');
    const { dataset } = read(`${header}\n${'x,'.repeat(999)}2014\n${'y,'.repeat(999)}2015\n`);
    expect(dataset.events).toHaveLength(2);
  });

  test('of long runs of digits, letters and blanks', () => {
    const cells = ['9', 'a', ' 9', '9 ', '-', '/', '. '].map((piece) => piece.repeat(100_000));
    const { dataset } = read(`Title,Date\n${cells.map((cell) => `x,"${cell}"`).join('\n')}\n`);
    expect(dataset.events).toHaveLength(cells.length);
  });

  test('of one string of 200 MB', () => {
    const bytes = new Uint8Array(200e6).fill(120);
    bytes.set(new TextEncoder().encode('Title,Date\n'));
    bytes.set(new TextEncoder().encode('\nB,2015\n'), bytes.length - 8);
    const source = sourceFileOf('huge.csv', bytes);
    const format = recognise(source)[0]?.format;
    const reading = format && readAs(format, source, {});
    if (reading?.ok !== true) throw new Error('It is a table all the same.');
    const { dataset, report } = reading.value;
    expect(dataset.events.map(({ title }) => title.length)).toEqual([500, 1]);
    expect(report.problems.map(({ place, found }) => [place, found])).toEqual([
      ['row 2', 'a row of 199,999,982 characters'],
      ['row 2, Date', 'nothing'],
      ['row 2, Title', expect.stringContaining('(1048576 characters)')],
    ]);
  });

  test('of cells that would run as formulas, break out of a page or turn its direction', () => {
    const { dataset, report } = read(
      'Title,Date,Organisation,Description\n"=HYPERLINK(""http://a.example"")",2014,"<img src=x onerror=alert(1)>",[x](javascript:alert(1))\nA\u202Eb,2015,\uD800,"<script>alert(1)</script>"\n',
    );
    const [first, second] = dataset.events;
    expect(first?.title).toBe('=HYPERLINK("http://a.example")');
    expect(second?.title).toBe('A\u202Eb\u202C');
    expect(dataset.actors?.map(({ name }) => name)).toContain('\uFFFD');
    expect(second?.summary ?? '').toBe('');
    expect(report.eventsTotal).toBe(2);
  });
});
