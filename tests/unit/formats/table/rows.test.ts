import { describe, expect, test } from 'vitest';
import { cutRows } from '../../../../src/formats/table/rows.ts';
import { TableProblems } from '../../../../src/formats/table/tableProblems.ts';

function cut(text: string, delimiter = ',') {
  const problems = new TableProblems();
  const { rows, rowsTotal, blankRowsTotal } = cutRows(text, delimiter, problems);
  return {
    cells: rows.map((row) => row.cells),
    numbers: rows.map(({ number }) => number),
    raw: rows.map(({ from, to }) => text.slice(from, to)),
    rowsTotal,
    blankRowsTotal,
    problems: problems.kept,
  };
}

describe('cutting a text into rows', () => {
  test('keeps quoted delimiters, quotes and line breaks in their cell, and the row as it came', () => {
    const { cells, raw } = cut('a,b\n"1, 2","say ""hi""\nthere"\n3,4');
    expect(cells).toEqual([
      ['a', 'b'],
      ['1, 2', 'say "hi"\nthere'],
      ['3', '4'],
    ]);
    expect(raw).toEqual(['a,b', '"1, 2","say ""hi""\nthere"', '3,4']);
  });

  test.each(['\n', '\r\n', '\r'])('takes %j as the end of a row', (lineBreak) => {
    const { cells } = cut(['a,b', '"1",2', '3,"4"', ''].join(lineBreak));
    expect(cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('counts blank rows, so that numbers are those of a spreadsheet', () => {
    const { numbers, rowsTotal, blankRowsTotal } = cut('a,b\n\n,\n1,2\n');
    expect(numbers).toEqual([1, 4]);
    expect({ rowsTotal, blankRowsTotal }).toEqual({ rowsTotal: 4, blankRowsTotal: 2 });
  });

  test('lets a quote that nobody closes take its own line and no more', () => {
    const { cells, problems } = cut('a,b\n1,"two\n3,four\n5,"six, seven"\n');
    expect(cells).toEqual([
      ['a', 'b'],
      ['1', '"two'],
      ['3', 'four'],
      ['5', 'six, seven'],
    ]);
    expect(problems).toMatchObject([{ place: 'row 2', severity: 'warning' }]);
  });

  test('cuts a row of ten million cells, and reads the next one', () => {
    const { cells, problems } = cut(`a,b\n${','.repeat(1e7)}x\n1,2\n`);
    expect(cells.map((row) => row.length)).toEqual([2, 2]);
    expect(problems.map(({ found }) => found)).toEqual(['a row of 10,000,002 characters']);
  });

  test('cuts a cell that never ends', () => {
    const { cells } = cut(`a,b\n1,${'x'.repeat(5e6)}\n1,2\n`);
    expect(cells[1]?.[1]?.length).toBeLessThan(1.1e6);
    expect(cells[2]).toEqual(['1', '2']);
  });

  test('reads thousands of lines of open quotes, each by itself', () => {
    const { cells } = cut('"a,b\n'.repeat(20_000));
    expect(cells).toHaveLength(20_000);
    expect(cells[19_999]).toHaveLength(2);
  });
});
