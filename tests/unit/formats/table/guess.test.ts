import { describe, expect, test } from 'vitest';
import { profileColumns } from '../../../../src/formats/table/profile.ts';
import { readTable } from '../../../../src/formats/table/readTable.ts';
import { guessSeparators } from '../../../../src/formats/table/separators.ts';
import { guessOf, read } from './tables.ts';

function profilesOf(text: string) {
  return profileColumns(readTable(text));
}

const MEETINGS = `Meeting ID,Minister,Department,Start Date,End Date,Organisation,Reason,File
1,A Smith MP,Home Office,07-2012,07-2012,Sky,Introductory meeting,a.csv
2,A Smith MP,Home Office,25-08-2012,25-08-2012,Google,Online safety,a.csv
2,A Smith MP,Home Office,25-08-2012,25-08-2012,BT,Online safety,a.csv
3,B Jones MP,Cabinet Office,09-2012,09-2012,Sky,Introductory meeting,b.csv
4,B Jones MP,Cabinet Office,10-2012,10-2012,Shell,Introductory meeting,b.csv
5,B Jones MP,Cabinet Office,11-2012,11-2012,ABI,Introductory meeting,b.csv
`;

describe('a mapping is guessed', () => {
  test('for meetings of several rows each', () => {
    expect(guessOf(MEETINGS, 'uk-meetings_2012.csv')).toMatchObject({
      historyTitle: 'Uk meetings 2012',
      title: { columns: ['Organisation', 'Reason'], joiner: ': ' },
      date: {
        start: { in: 'cell', column: 'Start Date' },
        end: { in: 'cell', column: 'End Date' },
        order: 'day-first',
        year: null,
      },
      actors: [
        { column: 'Minister', kind: 'person', role: 'minister' },
        { column: 'Department', kind: 'organisation', role: 'department' },
        { column: 'Organisation', kind: 'organisation', role: null },
      ],
      joinBy: ['Meeting ID'],
      carryDown: [],
    });
  });

  test('for blank cells that repeat what is above, and a year that only the file knows', () => {
    const text = `Minister,Date,Name of Organisation,Purpose of meeting
A Smith MP,January,Sky,Growth
,January,Google,Safety
,February,BT,Cables
B Jones MP,March,Shell,Oil
,March,ABI,Floods
`;
    expect(guessOf(text, 'meetings-2014-q1.csv')).toMatchObject({
      title: { columns: ['Purpose of meeting'] },
      date: { start: { column: 'Date' }, year: 2014 },
      carryDown: ['Minister'],
    });
  });

  test('for the year that other cells of the column state', () => {
    const text = 'Event,Date\nA,Jan-13\nB,Feb-13\nC,March\n';
    expect(guessOf(text, 'list-of-2014.csv').date.year).toBe(2013);
  });

  test('for dates in parts', () => {
    const text = 'Year,Month,Day,End Year,End Month,Title\n2014,3,12,2014,4,A\n2015,4,,,,B\n';
    expect(guessOf(text).date).toMatchObject({
      start: { in: 'parts', year: 'Year', month: 'Month', day: 'Day', time: null },
      end: { in: 'parts', year: 'End Year', month: 'End Month', day: null, time: null },
    });
  });

  test('for years alone, places with coordinates, tags, pictures and links', () => {
    const text = `Jahr;Titel;Ort;Latitude;Longitude;Tags;Image;Link;Beschreibung
1914;Kriegsbeginn;Berlin;52,5;13,4;Krieg|Politik;https://a.example/1.jpg;https://a.example/1;Lang
1918;Kriegsende;Compiègne;49,4;2,8;Krieg;https://a.example/2.jpg;https://a.example/2;Länger
`;
    expect(guessOf(text)).toMatchObject({
      title: { columns: ['Titel'] },
      date: { start: { column: 'Jahr' } },
      places: [{ column: 'Ort' }],
      latitude: 'Latitude',
      longitude: 'Longitude',
      themes: [{ column: 'Tags', separators: ['|'] }],
      media: [{ url: 'Image' }],
      sources: [{ url: 'Link', title: null }],
      summary: { columns: ['Beschreibung'] },
    });
  });

  test('for months in another language', () => {
    const text = 'Was,Datum\nA,12. März 2014\nB,3. Dezember 2014\nC,5. Mai 2015\n';
    expect(guessOf(text).date).toMatchObject({ start: { column: 'Datum' }, language: 'de' });
  });

  test('for day numbers of a spreadsheet', () => {
    const text = 'Event,Date,Visitors\nA,45352,45352\nB,45380,45380\n';
    const { date } = guessOf(text);
    expect(date).toMatchObject({ start: { column: 'Date' }, hasDayNumbers: true });
  });

  test('for years that run into the next', () => {
    const { dataset, report } = read('Event,Year\nA,2010/11\nB,2011/12\nC,2012/13\n');
    expect(dataset.events.map(({ date }) => date)).toEqual(['2010/2011', '2011/2012', '2012/2013']);
    expect(report.problemsTotal).toBe(0);
  });

  test('for start and end under the same headers', () => {
    const text = `,Start,,End,
Name,Date,Time,Date,Time
A,1/2/2014,10:00,1/2/2014,11:00
B,25/2/2014,10:00,26/2/2014,11:00
`;
    expect(guessOf(text).date).toMatchObject({
      start: { column: 'Date', time: 'Time' },
      end: { column: 'Date (2)', time: 'Time (2)' },
    });
  });

  test('for headers that programs write', () => {
    expect(
      guessOf(
        'event_title,startDate,end_date,orgNames,source.url\nA,2014-01-01,,X|Y,https://a.example\nB,2014-02-01,2014-02-02,Z,https://b.example\n',
      ),
    ).toMatchObject({
      title: { columns: ['event_title'] },
      date: { start: { column: 'startDate' }, end: { column: 'end_date' } },
      sources: [{ url: 'source.url' }],
    });
  });

  test('for times of day in columns of their own', () => {
    const text = `Subject,Start Date,Start Time,End Date,End Time
A,12/25/2014,10:00:00 AM,12/25/2014,11:30:00 AM
`;
    expect(guessOf(text).date).toMatchObject({
      start: { in: 'cell', column: 'Start Date', time: 'Start Time' },
      end: { in: 'cell', column: 'End Date', time: 'End Time' },
    });
    expect(read(text).dataset.events[0]?.date).toBe('2014-12-25T10:00:00/2014-12-25T11:30:00');
  });

  test('for days that a program wrote as midnight, and both coordinates in one cell', () => {
    const text = `itemLabel,date,placeLabel,coord
Battle of A,1415-10-25T00:00:00Z,Agincourt,Point(2.1 50.4)
Battle of B,1346-08-26T00:00:00Z,Crécy,"50.2, 1.9"
`;
    const { dataset } = read(text);
    expect(dataset.events.map(({ date }) => date)).toEqual(['1415-10-25', '1346-08-26']);
    expect(dataset.places?.map(({ latitude, longitude }) => [latitude, longitude])).toEqual([
      [50.4, 2.1],
      [50.2, 1.9],
    ]);
  });

  test('with what is left over listed as details, and columns that say nothing left alone', () => {
    const text = 'Event,Date,Budget,Checked\nA,2014,100,yes\nB,2015,350,yes\n';
    expect(guessOf(text).details).toEqual(['Budget']);
  });

  test('for a table without headers', () => {
    expect(guessOf('2014-01-01,First thing\n2014-02-01,Second thing\n')).toMatchObject({
      title: { columns: ['column 2'] },
      date: { start: { column: 'column 1' } },
    });
  });

  test('for a table of nothing', () => {
    expect(guessOf('').title.columns).toEqual([]);
  });
});

describe('the order of a column’s dates', () => {
  test.each([
    ['25/12/2014\n02/03/2014', 'day-first'],
    ['12/25/2014\n02/03/2014', 'month-first'],
    ['02/03/2014\n04/05/2014', 'either'],
    ['25/12/2014\n12/25/2014', 'mixed'],
    ['2014-03-02\nMarch 2014', null],
  ])('of %j is %s', (cells, order) => {
    expect(profilesOf(`Date\n${cells}\n`)[0]?.dateOrder).toBe(order);
  });

  test('is left open in the mapping where the cells cannot tell', () => {
    expect(guessOf('Event,Date\nA,02/03/2014\nB,04/05/2014\n').date.order).toBeNull();
  });
});

describe('what separates names in a cell', () => {
  test.each([
    ['semicolons', ['A; B', 'C'], [';']],
    ['lines', ['A\nB', 'C'], ['\n']],
    ['commas between names that come back', ['BT, Sky', 'Sky, Google, BT', 'Google'], [',']],
    ['no commas within names', ['Smith, John', 'Jones, Mary', 'Smith, Peter'], []],
    [
      'no commas within titles',
      ['Minister for Trade, The Rt Hon A Smith MP', 'Parliamentary Secretary, B Jones MP'],
      [],
    ],
    ['no semicolons within prose', [`${'word '.repeat(20)};${' word'.repeat(20)}`], []],
  ])('%s', (_, values, separators) => {
    expect(guessSeparators(values)).toEqual(separators);
  });
});
