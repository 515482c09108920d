import { describe, expect, test } from 'vitest';
import { applyMapping } from '../../../../src/formats/table/apply.ts';
import { EMPTY_MAPPING } from '../../../../src/formats/table/mapping.ts';
import { readTable } from '../../../../src/formats/table/readTable.ts';
import { read } from './tables.ts';

describe('rows become events', () => {
  test('each of its own, with everything that its columns hold', () => {
    const { dataset } = read(
      `Title,Date,End Date,Minister,Role,Organisations,City,Latitude,Longitude,Tags,Type,Status,Weight,Description,Source,Link,Page
Summit,12/03/2014,14/03/2014,A Smith,Chair,Google; Sky,London,"51,5",-0.12,Safety; Children,Meeting,planned,4,What was said.,The Times,https://times.example/a,p. 3
Talk,15/03/2014,,B Jones,,BT,Paris,48.8,2.3,Safety,Speech,cancelled,2,More.,,,
`,
      () => ({
        sources: [{ title: 'Source', url: 'Link', locator: 'Page', publisher: null, quote: null }],
      }),
    );
    expect(dataset.events[0]).toEqual({
      id: 'row-2',
      title: 'Summit',
      date: '2014-03-12/2014-03-14',
      kind: 'Meeting',
      status: 'planned',
      weight: 4,
      summary: 'What was said.',
      actors: [
        { actor: 'a-smith', role: 'minister', title: 'Chair' },
        { actor: 'google' },
        { actor: 'sky' },
      ],
      places: ['london'],
      themes: ['safety', 'children'],
      citations: [{ source: 'the-times', locator: 'p. 3' }],
    });
    expect(dataset.events[1]).toMatchObject({ date: '2014-03-15', status: 'cancelled', weight: 2 });
    expect(dataset.places?.[0]).toEqual({
      id: 'london',
      name: 'London',
      latitude: 51.5,
      longitude: -0.12,
    });
    expect(dataset.sources).toEqual([
      { id: 'the-times', title: 'The Times', url: 'https://times.example/a' },
    ]);
    expect(dataset.actors?.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'person A Smith',
      'organisation Google',
      'organisation Sky',
      'person B Jones',
      'organisation BT',
    ]);
  });

  test('several of one, joined by what they share', () => {
    const { dataset, report } = read(
      `Meeting ID,Date,Organisation,Purpose
7,03-2014,Google,Safety
7,03-2014,Sky,Safety
7,04-2014,BT,Safety
8,05-2014,Sky,Growth
,06-2014,Shell,Oil
,06-2014,ABI,Floods
`,
      () => ({
        joinBy: ['Meeting ID'],
        title: { columns: ['Organisation', 'Purpose'], joiner: ': ' },
      }),
    );
    expect(dataset.events.map(({ id, title, date }) => [id, title, date])).toEqual([
      ['7', 'Google and 2 others: Safety', '2014-03'],
      ['8', 'Sky: Growth', '2014-05'],
      ['row-6', 'Shell: Oil', '2014-06'],
      ['row-7', 'ABI: Floods', '2014-06'],
    ]);
    expect(dataset.events[0]?.actors).toHaveLength(3);
    expect(report).toMatchObject({ unit: 'rows', unitsTotal: 6, eventsTotal: 4, problemsTotal: 1 });
    expect(report.problems).toEqual([
      {
        place: 'row 4, Date',
        found: '"04-2014"',
        expected: 'the date of row 2, which is the same event: "03-2014"',
        remedy: 'The date of row 2 is kept.',
        severity: 'warning',
      },
    ]);
  });

  test('with blank cells carried down, and constants where there is nothing', () => {
    const { dataset } = read(
      'Minister,Date,Purpose\nA Smith,March,Growth\n,April,Safety\nB Jones,,Oil\n',
      (guess) => ({
        carryDown: ['Minister', 'Date'],
        date: { ...guess.date, year: 2014 },
        constants: [{ column: 'Department', value: 'Home Office' }],
        actors: [
          ...guess.actors,
          {
            column: 'Department',
            separators: [],
            kind: 'organisation',
            role: null,
            titleColumn: null,
            part: 'took-part',
          },
        ],
      }),
    );
    expect(dataset.events.map(({ date }) => date)).toEqual(['2014-03', '2014-04', '2014-04']);
    expect(dataset.events.map(({ actors }) => actors?.map(({ actor }) => actor))).toEqual([
      ['a-smith', 'home-office'],
      ['a-smith', 'home-office'],
      ['b-jones', 'home-office'],
    ]);
  });

  test('of names that differ in capitals and spaces alone as one actor', () => {
    const { dataset } = read('Event,Year,Organisation\nA,2014,HSBC\nB,2015,Hsbc \nC,2016,hsbc\n');
    expect(dataset.actors).toEqual([
      { id: 'hsbc', name: 'HSBC', kind: 'organisation', aliases: ['Hsbc', 'hsbc'] },
    ]);
  });

  test('in several places, of which the last is where the coordinates are', () => {
    const { dataset } = read(
      'Title,Year,Country,City,Latitude,Longitude\nA,2014,France,Paris,48.8° N,2.3° W\nB,2015,,,10,20\n',
    );
    expect(dataset.places).toEqual([
      { id: 'france', name: 'France' },
      { id: 'paris', name: 'Paris', latitude: 48.8, longitude: -2.3 },
      { id: '10-20', name: '10, 20', latitude: 10, longitude: 20 },
    ]);
  });

  test('with progress', () => {
    const told: [number, number][] = [];
    const table = readTable(`Event,Year\n${'A,2014\n'.repeat(1_000)}`);
    applyMapping(
      table,
      { ...EMPTY_MAPPING, title: { columns: ['Event'], joiner: '' } },
      { onProgress: (done, total) => told.push([done, total]) },
    );
    expect(told.at(-1)).toEqual([1_000, 1_000]);
    expect(told.length).toBeGreaterThan(50);
  });
});

describe('nothing is silently lost', () => {
  const problemsOf = (
    text: string,
    change?: Parameters<typeof read>[1],
  ): readonly (readonly string[])[] =>
    read(text, change).report.problems.map(({ place, found, remedy }) => [place, found, remedy]);

  test('a date that cannot be read keeps its text and its event, and is told once', () => {
    const { dataset, report } = read('Event,Date\nA,2014-03-12\nB,31/02/2014\nC,soon\nD,\n');
    expect(dataset.events.map(({ date }) => date)).toEqual([
      '2014-03-12',
      '31/02/2014',
      'soon',
      'XXXX',
    ]);
    expect(report.problems.map(({ place, found }) => [place, found])).toEqual([
      ['row 3, Date', '"31/02/2014"'],
      ['row 4, Date', '"soon"'],
      ['row 5, Date', 'nothing'],
    ]);
    expect(report.problemsTotal).toBe(3);
  });

  test('an end that cannot be used stands in the description', () => {
    const { dataset, report } = read(
      'Event,Start Date,End Date\nA,2014-05,2014-04\nB,2014,soon\nC,,2015\n',
      (guess) => ({ date: { ...guess.date, end: { in: 'cell', column: 'End Date' } } }),
    );
    expect(dataset.events.map(({ date, summary }) => [date, summary])).toEqual([
      ['2014-05', '- End Date: 2014-04'],
      ['2014', '- End Date: soon'],
      ['/2015', undefined],
    ]);
    expect(report.problems.map(({ place }) => place)).toEqual([
      'row 2, End Date',
      'row 3, End Date',
    ]);
  });

  test('a date that can be read two ways is both, and marked', () => {
    const { dataset, report } = read('Event,Date\nA,02/03/2014\nB,05/05/2014\n');
    expect(dataset.events[0]?.date).toBe('[2014-02-03,2014-03-02]');
    expect(report.problems.map(({ place }) => place)).toEqual(['row 2, Date']);
  });

  test('a row without a title gets one from what it has, and is marked', () => {
    const { dataset, report } = read(
      'Event,Date,Organisation,City\nA,2014,,\n,2015,Google,Paris\n,2016,,\n',
    );
    expect(dataset.events.map(({ title }) => title)).toEqual(['A', 'Google, Paris', 'Row 4']);
    expect(report.problems.map(({ place, found }) => [place, found])).toEqual([
      ['row 3, Event', 'nothing'],
      ['row 4, Event', 'nothing'],
    ]);
  });

  test('what rows of one event say differently, and what its fields have no room for', () => {
    const { dataset } = read(
      `ID,Date,Minister,Role,Purpose,Type,Source,Page
1,2014,A,Chair,Growth,Dinner,,p. 3
1,2014,B; C,Members,Safety,Lunch,Times,p. 4
`,
      (guess) => ({
        joinBy: ['ID'],
        title: { columns: ['Purpose'], joiner: ': ' },
        kind: 'Type',
        details: [],
        actors: guess.actors.map((actors) => ({ ...actors, titleColumn: 'Role' })),
        sources: [{ title: 'Source', url: null, locator: 'Page', publisher: null, quote: null }],
      }),
    );
    expect(dataset.events).toMatchObject([
      {
        title: 'Growth and Safety',
        kind: 'Dinner',
        summary: '- Purpose: Growth; Safety\n- Type: Dinner; Lunch\n- Page: p. 3\n- Role: Members',
        citations: [{ source: 'times', locator: 'p. 4' }],
      },
    ]);
  });

  test('a row that says nothing of an event comes back as it came', () => {
    const { report } = read(
      'Event,Date,Organisation\nA,2014,Google\n,,"Source: ""here"", and there"\nB,2015,Sky\n',
    );
    expect(report.leftOut).toEqual([{ place: 'row 3', raw: ',,"Source: ""here"", and there"' }]);
    expect(report.problems.map(({ place, severity }) => [place, severity])).toEqual([
      ['row 3', 'error'],
    ]);
  });

  test('addresses are http or https; others are told and left out', () => {
    const { dataset, report } = read(
      'Event,Date,Link\nA,2014,https://a.example/\nB,2015,https://b.example/ http://c.example/\nC,2016,https://d.example/\nD,2016,javascript:alert(1)\nE,2016,https://e.example/\nF,2016,https://f.example/\n',
    );
    expect(dataset.events.map(({ citations }) => citations?.length ?? 0)).toEqual([
      1, 2, 1, 0, 1, 1,
    ]);
    expect(JSON.stringify(dataset)).not.toContain('javascript:');
    expect(report.problems).toMatchObject([
      { place: 'row 5, Link', found: '"javascript:alert(1)"' },
    ]);
  });

  test('HTML becomes prose', () => {
    const { dataset } = read(
      'Title,Date,Description\n<b>Bold</b><script>alert(1)</script>,2014,<p>One <em>two</em></p><img src=x onerror=alert(1)>\n',
    );
    expect(dataset.events[0]).toMatchObject({ title: 'Bold', summary: 'One *two*' });
  });

  test('what guards a cell from being run as a formula is no part of it', () => {
    const { dataset } = read("Title,Date\n'=1+1,2014\n=1+1,2015\n");
    expect(dataset.events.map(({ title }) => title)).toEqual(['=1+1', '=1+1']);
  });

  test('words of a status, weights and coordinates that are none', () => {
    expect(
      problemsOf(
        'Title,Date,Status,Weight,City,Latitude,Longitude\nA,2014,maybe,9,Paris,north,2\nB,2015,held,3,Rome,41.9,12.5\n',
        () => ({ weight: 'Weight', latitude: 'Latitude', longitude: 'Longitude' }),
      ).map(([place, found]) => [place, found]),
    ).toEqual([
      ['row 2, Latitude', '"north"'],
      ['row 2, Status', '"maybe"'],
      ['row 2, Weight', '"9"'],
    ]);
  });

  test('a place that is in two places stays where it was first', () => {
    expect(
      problemsOf(
        'Title,Date,City,Latitude,Longitude\nA,2014,Paris,48.8,2.3\nB,2015,Paris,33.6,-95.5\n',
      ),
    ).toEqual([['row 3, Latitude', '33.6, -95.5', 'The place stays where it was.']]);
  });

  test('a year far from all others is kept and told', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `Event ${i},${2010 + (i % 6)}`);
    const { dataset, report } = read(`Title,Year\n${rows.join('\n')}\nOld,1930\n`);
    expect(dataset.events.at(-1)?.date).toBe('1930');
    expect(report.problems).toMatchObject([{ place: 'row 62, Year', found: 'the year 1930' }]);
  });

  test('a column that the mapping names and the table lacks', () => {
    const { report } = read('Title,Date\nA,2014\n', () => ({
      themes: [{ column: 'Tags', separators: [] }],
    }));
    expect(report.problems).toMatchObject([
      {
        place: 'row 1',
        found: 'no such column',
        expected: 'a column called "Tags", as the mapping says',
      },
    ]);
  });

  test('columns called __proto__ and constructor are columns', () => {
    const { dataset } = read('Title,Date,__proto__,constructor\nA,2014,x,y\nB,2015,z,w\n');
    expect(dataset.events.map(({ summary }) => summary)).toEqual([
      '- __proto__: x\n- constructor: y',
      '- __proto__: z\n- constructor: w',
    ]);
    expect({}).not.toHaveProperty('x');
  });

  test('texts that are too long are cut, and the row is told', () => {
    const { dataset, report } = read(`Title,Date\n${'x'.repeat(2_000)},2014\nB,2015\n`);
    expect(dataset.events[0]?.title).toHaveLength(500);
    expect(report.problems).toMatchObject([{ place: 'row 2, Title' }]);
  });

  test('what was assumed is said', () => {
    const { report } = read(
      'List of 2014;;\n\nTitle;Date;Remark\nA;25/12/2014;x\nB;02/03/2014;x\n',
    );
    expect(report.notes).toEqual([
      'The cells of a row are separated by semicolons.',
      'The headers stand in row 3.',
      'One blank row was passed over.',
      '02/03/2024 is read as 2 March 2024.',
      'Not taken over: Remark.',
    ]);
    expect(report.leftOut).toEqual([{ place: 'row 1', raw: 'List of 2014;;' }]);
  });

  test('a table of which no row becomes an event fails with what was wrong', () => {
    const applied = applyMapping(readTable('a,b\n1,2\n'), EMPTY_MAPPING);
    expect(applied).toMatchObject({ ok: false, error: { kind: 'invalid', problemsTotal: 1 } });
    expect(applyMapping(readTable(''), EMPTY_MAPPING).ok).toBe(false);
  });
});
