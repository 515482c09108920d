import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDateCell, readDateParts } from '../../../../src/formats/table/dateCell.ts';
import { dateOptionsOf } from '../../../../src/formats/table/dateReading.ts';
import { joinDates } from '../../../../src/formats/table/dateText.ts';
import { EMPTY_MAPPING, type DateMapping } from '../../../../src/formats/table/mapping.ts';

function read(cell: string, mapping: Partial<DateMapping> = {}): string {
  const result = readDateCell(cell, dateOptionsOf({ ...EMPTY_MAPPING.date, ...mapping }));
  if (!result.ok) return `expected ${result.error}`;
  return result.value.doubt === null
    ? result.value.edtf
    : `${result.value.edtf} ${result.value.doubt}`;
}

describe('a date cell', () => {
  test.each([
    // EDTF and ISO 8601 as they stand.
    ['2014', '2014'],
    ['2014-03-12', '2014-03-12'],
    ['2014-12~', '2014-12~'],
    ['2013?', '2013?'],
    ['-0044-03-15', '-0044-03-15'],
    ['2013-12-13/..', '2013-12-13/..'],
    ['[2013-11-18..]', '[2013-11-18..]'],
    ['201X', '201X'],
    ['Y-13800000000', 'Y-13800000000'],
    ['2024-21', '2024-21'],
    ['2014-33', '2014-33'],
    ['2014-03-12T10:30:00Z', '2014-03-12T10:30:00Z'],
    ['2014-03-12T10:30:00+01:00', '2014-03-12T10:30:00+01:00'],
    // Numbers in their order.
    ['2014-3-5', '2014-03-05'],
    ['2014/03/05', '2014-03-05'],
    ['2014.3', '2014-03'],
    ['20140305', '2014-03-05'],
    ['07-2012', '2012-07'],
    ['7/2012', '2012-07'],
    ['25/12/2014', '2014-12-25'],
    ['12/25/2014', '2014-12-25'],
    ['25.12.14', '2014-12-25'],
    ['25.12.62', '1962-12-25'],
    ['05/05/2014', '2014-05-05'],
    ['2014-03-12 10:30', '2014-03-12T10:30'],
    ['2014-03-12 00:00:00', '2014-03-12'],
    ['12/25/2014 2:30 PM', '2014-12-25T14:30'],
    ['25/12/2014 12:05 am', '2014-12-25T00:05'],
    ['2013.0', '2013'],
    ['2013,0', '2013'],
    ['476', '0476'],
    // Words.
    ['12 March 2014', '2014-03-12'],
    ['Wednesday, 12th March 2014', '2014-03-12'],
    ['March 12, 2014', '2014-03-12'],
    ['Mar. 12th, 2014', '2014-03-12'],
    ['12-Mar-2014', '2014-03-12'],
    ['12-Mar-14', '2014-03-12'],
    ['March 2014', '2014-03'],
    ['Marc 2014', '2014-03'],
    ['Jan-14', '2014-01'],
    ["Jan '14", '2014-01'],
    ['1st of May 2014', '2014-05-01'],
    ['12 March 2014, 10:30', '2014-03-12T10:30'],
    ['2014年3月12日', '2014-03-12'],
    ['2014 Q1', '2014-33'],
    ['Q4/2014', '2014-36'],
    ['3rd quarter of 2014', '2014-35'],
    ['H2 2014', '2014-41'],
    ['Spring 2014', '2014-21'],
    ['autumn of 2014', '2014-23'],
    ['1990s', '199X'],
    ['1900s', '19XX'],
    ['19th century', '18XX'],
    ['5th century BCE', '-04XX'],
    ['early 2014', '2014~'],
    ['mid-1990s', '199X~'],
    ['c. 1850', '1850~'],
    ['c1850', '1850~'],
    ['about March 2014', '2014-03~'],
    ['1850 (?)', '1850?'],
    ['ca. 1850?', '1850%'],
    // Eras. There is no year 0 in them, and one in EDTF.
    ['44 BCE', '-0043'],
    ['15 March 44 BC', '-0043-03-15'],
    ['44 v. Chr.', '-0043'],
    ['AD 79', '0079'],
    ['24 August 79 CE', '0079-08-24'],
    ['-44', '-0043'],
    ['1 BCE', '0000'],
    ['-13800000000', 'Y-13800000000'],
    // Two dates in one cell, of which one says what the other does not.
    ['3 – 5 March 2014', '2014-03-03/2014-03-05'],
    ['3-5 March 2014', '2014-03-03/2014-03-05'],
    ['12 March - 3 April 2014', '2014-03-12/2014-04-03'],
    ['March–April 2014', '2014-03/2014-04'],
    ['March 5 – 7, 2014', '2014-03-05/2014-03-07'],
    ['March 5 – 7 2014', '2014-03-05/2014-03-07'],
    ['12 Dec 2013 to 3 Jan 2014', '2013-12-12/2014-01-03'],
    ['25/12/2013 - 31/12/2013', '2013-12-25/2013-12-31'],
    ['2014-03-02 – 2014-03-05', '2014-03-02/2014-03-05'],
    ['1914-1918', '1914/1918'],
    ['1914–18', '1914/1918'],
    ['1939-45', '1939/1945'],
    ['1998–02', '1998/2002'],
    ['500–400 BCE', '-0499/-0399'],
    ['12 March 2014 – 12 March 2014', '2014-03-12'],
    ['12th-14th March 2014', '2014-03-12/2014-03-14'],
    ['3rd – 5th of March 2014', '2014-03-03/2014-03-05'],
    ['12/13 March 2014', '2014-03-12/2014-03-13'],
    ['March 12-14, 2014', '2014-03-12/2014-03-14'],
    ['March-April 2014', '2014-03/2014-04'],
    ['March/April 2014', '2014-03/2014-04'],
    ['12 March-3 April 2014', '2014-03-12/2014-04-03'],
    ['12.-14.03.2014', '2014-03-12/2014-03-14'],
    ['2014-03-12 to 14', '2014-03-12/2014-03-14'],
    ['3 and 4 March 2014', '{2014-03-03,2014-03-04}'],
    ['3 & 5 March 2014', '{2014-03-03,2014-03-05}'],
    ['2014/15', '2014/2015'],
    ['1990s–2000s', '199X/20XX'],
    ['c. 1850–1860', '1850~/1860'],
    ['early 20th century', '19XX~'],
    ['from 1990 to 1995', '1990/1995'],
    // Bounds.
    ['before 1990', '[..1990]'],
    ['after March 2014', '[2014-03..]'],
    ['since 1990', '1990/..'],
    ['until 1990', '../1990'],
    ['between 1914 and 1918', '[1914..1918]'],
  ])('%s is %s', (cell, edtf) => {
    expect(read(cell)).toBe(edtf);
  });

  test('which may be read either way says so, and is one of the two', () => {
    expect(read('02/03/2024')).toBe('[2024-02-03,2024-03-02] either-order');
    expect(read('02/03/2024', { order: 'day-first' })).toBe('2024-03-02');
    expect(read('02/03/2024', { order: 'month-first' })).toBe('2024-02-03');
    expect(read('02/03/24', { order: 'year-first' })).toBe('2002-03-24');
    expect(read('02/03/2024 - 05/03/2024')).toBe('[2024-02-03..2024-05-03] either-order');
  });

  test('that goes against the order asked for is read as it can be, and marked', () => {
    expect(read('02/13/2024', { order: 'day-first' })).toBe('2024-02-13 against-order');
    expect(read('13/02/2024', { order: 'month-first' })).toBe('2024-02-13 against-order');
  });

  test('that lacks its year takes the one that is given, and none else', () => {
    expect(read('March')).toBe('expected a date with a year');
    expect(read('March', { year: 2014 })).toBe('2014-03');
    expect(read('12 March', { year: 2014 })).toBe('2014-03-12');
    expect(read('Jan 14', { year: 2014 })).toBe('2014-01-14');
    expect(read('Jan-14', { year: 2013 })).toBe('2014-01');
    expect(read('3–5 March', { year: 2014 })).toBe('2014-03-03/2014-03-05');
  });

  test.each([
    ['de', '12. März 2014', '2014-03-12'],
    ['de', 'Mi, 12. Dez. 2014', '2014-12-12'],
    ['de', '12. bis 14. März 2014', '2014-03-12/2014-03-14'],
    ['de', 'vom 12. bis 14. März 2014', '2014-03-12/2014-03-14'],
    ['de', '12.–14. März 2014', '2014-03-12/2014-03-14'],
    ['fr', 'du 3 au 5 mars 2014', '2014-03-03/2014-03-05'],
    ['fr', '1er février 2014', '2014-02-01'],
    ['es', '3 de enero de 2014', '2014-01-03'],
    ['ru', '12 марта 2014', '2014-03-12'],
    ['pl', '5 listopada 2014', '2014-11-05'],
    ['hr', '5. listopada 2014.', '2014-10-05'],
    ['tr', '5 Ağustos 2014', '2014-08-05'],
  ])('in %s: %s is %s', (language, cell, edtf) => {
    expect(read(cell, { language })).toBe(edtf);
  });

  test('of a spreadsheet’s day number is read where the column holds them', () => {
    expect(read('45352', { hasDayNumbers: true })).toBe('2024-03-01');
    expect(read('45352.5', { hasDayNumbers: true })).toBe('2024-03-01');
    expect(read('45352')).toMatch(/^expected/);
  });

  test('of "1921-23" is a season, as EDTF says, "2011/12" a month, and both are marked', () => {
    expect(read('1921-23')).toBe('1921-23 short-years');
    expect(read('2011/12')).toBe('2011-12 short-years');
    expect(read('2011/11')).toBe('2011-11');
  });

  test.each([
    '2024-02-30',
    '31/02/2024',
    '12',
    '0000-00-00',
    '13/13/2013',
    'soon',
    'tbc',
    '2024-03-02/2024-03-01',
    '5 March 2014 – 3 March 2014',
    'March May 2014',
    '25:61',
    '10:30',
    '7, 2014',
    '12th',
    'and',
    '3 and soon',
    'Monday',
    '9'.repeat(10_000),
    `${'1 '.repeat(5_000)}March`,
    '__proto__',
    '<b>2014</b>',
    '‮2014',
  ])('%s cannot be read', (cell) => {
    expect(read(cell)).toMatch(/^expected a/);
  });

  test('of a year 0000 is what EDTF takes it for', () => {
    expect(read('0000')).toBe('0000');
  });
});

describe('a date in parts', () => {
  const options = dateOptionsOf(EMPTY_MAPPING.date);
  const parts = (year: string, month = '', day = '', time = ''): unknown => {
    const result = readDateParts({ year, month, day, time }, options);
    return result?.ok === true ? result.value.edtf : (result?.error ?? null);
  };

  test.each([
    [['2014', '3', '12'], '2014-03-12'],
    [['2017', '3', '4\n'], '2017-03-04'],
    [['2014', 'March', ''], '2014-03'],
    [['2014', '', ''], '2014'],
    [['2014', '3', '12', '10:30 pm'], '2014-03-12T22:30'],
    [['44', '', ''], '0044'],
    [['-44', '3', '15'], '-0043-03-15'],
    [['-13800000000', '', ''], 'Y-13800000000'],
    [['12 March 2014', '', ''], '2014-03-12'],
    [['', '', ''], null],
    [['2014', '2', '30'], 'a day of the calendar: February 2014 has no day 30.'],
    [['2014', '13', '1'], 'a month from 1 to 12, or its name'],
    [['2014', '', '1'], 'a month beside the day'],
    [['', '3', ''], 'a date with a year'],
    [['9'.repeat(10_000), '', ''], 'a date, which is shorter'],
  ])('%j is %s', ([year = '', month, day, time], edtf) => {
    expect(parts(year, month, day, time)).toBe(edtf);
  });
});

test('two dates are joined where the second is not before the first', () => {
  expect(joinDates('2014', '2014')).toBe('2014');
  expect(joinDates('2014-03', '2014-04-05')).toBe('2014-03/2014-04-05');
  expect(joinDates('2014-05', '2014-04')).toBeNull();
});

test('all that the guide says of dates is so', () => {
  const guide = readFileSync(new URL('../../../../docs/tables.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (.+?) +\| (.+?) +\|$/gmu)];
  const from = rows.findIndex(([, cells]) => cells === 'in the cell');
  const to = rows.findIndex(([, cells]) => cells === 'field');
  const dates = rows.slice(from + 1, to).filter(([, cells = '']) => !cells.startsWith('--'));
  expect(dates.at(-1)?.[1]).toBe('31/02/2014 · soon');
  const unread = dates
    .slice(0, -1)
    .flatMap(([, cells = '']) => cells.split(' · '))
    .filter((cell) => read(cell.replace(/,? where .*/u, '')).startsWith('expected'))
    .filter((cell) => !cell.startsWith('any EDTF'));
  expect(unread).toEqual([]);
});
