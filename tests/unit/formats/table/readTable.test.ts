import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../src/formats/table/readTable.ts';

function columnsOf(text: string): readonly string[] {
  return readTable(text).columns.map(({ name }) => name);
}

describe('reading a table', () => {
  test.each([
    ['commas', 'Name,Date\nA,2014\nB,2015\n', ','],
    ['semicolons beside decimal commas', 'Ort;Lat;Lon\nA;1,5;2,5\nB;3,5;4,5\n', ';'],
    ['tabs beside commas in texts', 'Date\tText\n2014\tone, two, three\n2015\tfour, five\n', '\t'],
    ['bars', 'a|b|c\n1|2|3\n', '|'],
    ['what Excel is told', 'sep=;\na;b,c\n1;2,3\n', ';'],
    ['commas after a header that is no such thing', 'sep=x,b\n1,2\n', ','],
    ['one column', 'Event\nA\nB\n', ','],
    ['commas between quoted semicolons', '"a;b","c;d"\n"1;2","3;4"\n', ','],
  ])('is cut at %s', (_, text, delimiter) => {
    expect(readTable(text).cut.delimiter).toBe(delimiter);
  });

  test.each([
    ['the first row', 'Name,Date\nA,2014-01-01\n', 1],
    [
      'below a title and a blank row',
      'Meetings of 2014\n\nName,Date,Place\nA,2014,B\nC,2014,D\n',
      3,
    ],
    ['below what Excel is told', 'sep=,\nName,Date\nA,2014\n', 2],
    ['none', '2014-01-01,First\n2014-01-02,Second\n', null],
  ])('finds the header: %s', (_, text, headerRow) => {
    expect(readTable(text).cut.headerRow).toBe(headerRow);
  });

  test('leaves out, as it came, what is above the header, and the header where it is repeated', () => {
    const table = readTable(
      '"All, of it",,\nName,Date,Place\nA,2014,B\nName,Date,Place\nC,2015,D\n',
    );
    expect(table.leftOut).toEqual([
      { number: 1, raw: '"All, of it",,' },
      { number: 4, raw: 'Name,Date,Place' },
    ]);
    expect(table.rows.map(({ number }) => number)).toEqual([3, 5]);
    expect(table.problems.map(({ place }) => place)).toEqual(['row 1', 'row 4']);
  });

  test('gives every column a name of its own', () => {
    expect(columnsOf('Name,Name,,name (2),Name (2)\na,b,c,d,e\n')).toEqual([
      'Name',
      'Name (2)',
      'column 3',
      'name (2)',
      'Name (2) (2)',
    ]);
  });

  test('takes __proto__ and constructor for names like others', () => {
    expect(columnsOf('__proto__,constructor,__proto__\na,b,c\n')).toEqual([
      '__proto__',
      'constructor',
      '__proto__ (2)',
    ]);
  });

  test('keeps what a row has beyond the header, and says so', () => {
    const table = readTable('Name,Date\nA,2014\nB,2015,Paris, France\nC\nD,2016,,\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['Name', 'Date', 'column 3', 'column 4']);
    expect(table.problems.map(({ place, found }) => [place, found])).toEqual([
      ['row 3', '4 cells'],
    ]);
  });

  test('drops columns that are empty from top to bottom', () => {
    expect(columnsOf('a,,b,\n1,,2,\n')).toEqual(['a', 'b']);
  });

  test('has no columns where there is nothing', () => {
    expect(readTable('')).toMatchObject({ columns: [], rows: [], rowsTotal: 0 });
  });

  test('gives way to what is known of the cut', () => {
    const table = readTable('a,b\nc,d\n', { delimiter: ';', headerRow: null });
    expect(table.columns.map(({ name }) => name)).toEqual(['column 1']);
    expect(table.rows).toHaveLength(2);
  });
});
