import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../../src/formats/format.ts';
import { readAs, recognise } from '../../../../src/formats/index.ts';
import { sourceFileOf } from '../../../../src/formats/sourceFile.ts';

function sourceOf(text: string, name = 'table.csv') {
  return sourceFileOf(name, new TextEncoder().encode(text));
}

function read(bytes: Uint8Array, name = 'table.csv'): Reading {
  const source = sourceFileOf(name, bytes);
  const [likeliest] = recognise(source);
  if (likeliest === undefined) throw new Error('No format knows it.');
  const reading = readAs(likeliest.format, source, {});
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

describe('a table is recognised by its content', () => {
  test.each([
    ['a table', 'Title,Date\nA,2014\n', 'table'],
    ['a table of tabs', 'Title\tDate\nA\t2014\n', 'table'],
    ['a table of one column', 'Title\nA\n', 'table'],
    ['a sheet', 'Year,Month,Headline,Text,Media\n2014,3,A,B,\n', 'timelinejs-sheet'],
    ['an old sheet', 'Start Date,End Date,Headline,Text\n1/2/2014,,A,B\n', 'timelinejs-sheet'],
    ['one line with commas', 'Title,Date\n', undefined],
    ['a page', '<!doctype html><title>Sign in</title>', undefined],
    ['JSON that is nothing else', '{"a": [1, 2]}', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, text, format) => {
    expect(recognise(sourceOf(text))[0]?.format.id).toBe(format);
  });
});

describe('a table is read in whatever encoding it is', () => {
  const text = 'Titel;Datum\nGrüße – „so“;12. März 2014\nZwei;3. Dezember 2014\n';
  const utf16 = (littleEndian: boolean): Uint8Array => {
    const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
    Array.from(`\uFEFF${text}`, (char, i) => {
      bytes.setUint16(2 * i, char.charCodeAt(0), littleEndian);
    });
    return new Uint8Array(bytes.buffer);
  };
  // Node 20 reads 0x80 to 0x9F of Windows-1252 as Latin-1, browsers do not: those are left out here.
  const latin = text.replaceAll(/[–„“]/gu, '-');
  const windows = Uint8Array.from(Array.from(latin, (char) => char.charCodeAt(0)));

  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 LE', utf16(true)],
    ['UTF-16 BE', utf16(false)],
    ['Windows-1252', windows],
  ])('%s', (encoding, bytes) => {
    const { dataset } = read(bytes);
    const title = encoding === 'Windows-1252' ? 'Grüße - -so-' : 'Grüße – „so“';
    expect(dataset.events.map((event) => [event.title, event.date])).toEqual([
      [title, '2014-03-12'],
      ['Zwei', '2014-12-03'],
    ]);
  });
});

describe('a TimelineJS spreadsheet', () => {
  test('of today: parts of dates, a title, an era, pictures, groups', () => {
    const { dataset, report } = read(
      new TextEncoder()
        .encode(`Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,The whole story,<p>All of it</p>,,,,,title,,
2014,3,12,,2014,3,"14
",,,A summit,"<b>Big</b>
text",https://a.example/p.jpg,Somebody,A picture,,,Talks,#333333
-44,3,15,,,,,,The Ides,A murder,,https://b.example/page,,,,,,
1914,,,,1918,,,,,The war,,,,,,era,,
2014,2,30,,,,,,,No such day,,,,,,,,
,,,,,,,,,No date,Text,,,,,,,
`),
      'sheet.csv',
    );
    expect(dataset.title).toBe('The whole story');
    expect(dataset.description).toBe('All of it');
    expect(dataset.periods?.map(({ title, date }) => [title, date])).toEqual([
      ['The war', '1914/1918'],
    ]);
    expect(dataset.events.map(({ title, date }) => [title, date])).toEqual([
      ['A summit', '2014-03-12/2014-03-14'],
      ['A murder', '-0043-03-15'],
      ['No such day', '2014-2-30'],
      ['No date', 'XXXX'],
    ]);
    expect(dataset.events[0]).toMatchObject({
      summary: '**Big** text',
      media: [
        {
          url: 'https://a.example/p.jpg',
          alt: 'A picture',
          caption: 'A picture',
          credit: 'Somebody',
        },
      ],
      themes: ['talks'],
    });
    expect(dataset.events[1]?.summary).toBe('Date as shown: The Ides');
    expect(report).toMatchObject({ format: 'timelinejs-sheet', unit: 'rows', unitsTotal: 6 });
    expect(report.problems.map(({ place }) => place)).toEqual(['row 7, Year', 'row 6, date']);
    expect(report.notes).toContain('Not taken over: Media Thumbnail, Background.');
  });

  test('of old: whole dates, months first as in America, tags', () => {
    const { dataset } = read(
      new TextEncoder()
        .encode(`Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag
1/26/2012,2/3/2012,A,B,,,,,,Talks
2/3/2012,,C,D,,,,,,
1975,,E,F,,,,,,
-500,,G,H,,,,,,
,,Title,All,,,,,title,
`),
    );
    expect(dataset.title).toBe('Title');
    expect(dataset.events.map(({ date }) => date)).toEqual([
      '2012-01-26/2012-02-03',
      '2012-02-03',
      '1975',
      '-0499',
    ]);
    expect(dataset.themes).toEqual([{ id: 'talks', name: 'Talks' }]);
  });

  test('of old that could not be American is read otherwise', () => {
    const { dataset } = read(
      new TextEncoder().encode('Start Date,Headline,Text\n26/1/2012,A,B\n2/3/2012,C,D\n'),
    );
    expect(dataset.events.map(({ date }) => date)).toEqual(['2012-01-26', '2012-03-02']);
  });
});
