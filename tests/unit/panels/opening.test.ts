/* What the opening says and asks, without a page. */
import { describe, expect, it } from 'vitest';
import type { OpenFailure } from '../../../src/engine/port.ts';
import { EMPTY_MAPPING, type DateMapping } from '../../../src/formats/table/mapping.ts';
import type { ColumnProfile } from '../../../src/formats/table/types.ts';
import type { ReadReport } from '../../../src/model/readReport.ts';
import { reportButtonWords } from '../../../src/panels/names.ts';
import { dateQuestionOf, dateSampleOf } from '../../../src/panels/open/columns/dateQuestion.ts';
import { usesOf } from '../../../src/panels/open/columns/uses.ts';
import { fileNameIn } from '../../../src/panels/open/fileNames.ts';
import { readOther } from '../../../src/panels/open/readOther.ts';
import { becameWords } from '../../../src/panels/open/report/reportWords.ts';
import { workersOf } from '../formats/desk/pairOf.ts';

const REPORT: ReadReport = {
  fileName: 'meetings.csv',
  format: { id: 'table', name: 'Table' },
  unit: 'rows',
  unitsTotal: 15_781,
  eventsTotal: 8054,
  actorsTotal: 4120,
  tiesTotal: 0,
  problems: [],
  problemsTotal: 0,
  leftOut: null,
  notes: [],
};

describe('a report in words', () => {
  it('says what became of what', () => {
    expect(becameWords(REPORT)).toBe(
      '15,781 rows became 8,054 events and 4,120 people and organisations.',
    );
    expect(becameWords({ ...REPORT, actorsTotal: 0, unitsTotal: 1, eventsTotal: 1 })).toBe(
      '1 rows became 1 event.',
    );
    const network = { ...REPORT, unit: 'nodes and edges', eventsTotal: 0, tiesTotal: 254 };
    expect(becameWords(network)).toBe(
      '15,781 nodes and edges became 4,120 people and organisations and 254 ties.',
    );
  });

  it('says on its button what matters most', () => {
    expect(reportButtonWords(REPORT)).toBe('How it was read');
    expect(reportButtonWords({ ...REPORT, problemsTotal: 1 })).toBe('1 problem');
    const leftOut = { total: 1200, name: 'left out.csv', content: new Blob([]) };
    expect(reportButtonWords({ ...REPORT, problemsTotal: 1, leftOut })).toBe('1,200 left out');
  });
});

describe('the order of day and month', () => {
  const column = (name: string, dateOrder: ColumnProfile['dateOrder']): ColumnProfile => ({
    name,
    header: name,
    kind: 'date',
    filledTotal: 1,
    lookedAtTotal: 1,
    distinctTotal: 1,
    samples: ['02/03/2014'],
    dateShare: 1,
    dateOrder,
    monthLanguage: null,
    lacksYears: false,
    hasEmptyTimes: false,
    hasShortYears: false,
    separators: [],
  });
  const dated = (start: string, end: string | null): DateMapping => ({
    ...EMPTY_MAPPING.date,
    start: { in: 'cell', column: start },
    end: end === null ? null : { in: 'cell', column: end },
  });

  it.each([
    ['nothing where it does not matter', [column('A', null)], dated('A', null), null],
    ['where no cell can tell', [column('A', 'either')], dated('A', null), 'either'],
    [
      'nothing of other columns',
      [column('A', null), column('B', 'either')],
      dated('A', null),
      null,
    ],
    [
      'nothing where the other date tells',
      [column('A', 'either'), column('B', 'day-first')],
      dated('A', 'B'),
      null,
    ],
    ['where cells contradict', [column('A', 'mixed')], dated('A', null), 'mixed'],
    [
      'where columns contradict',
      [column('A', 'day-first'), column('B', 'month-first')],
      dated('A', 'B'),
      'mixed',
    ],
  ] as const)('asks %s', (_, columns, date, question) => {
    expect(dateQuestionOf(columns, date)).toBe(question);
  });

  it('is asked with a date that shows why', () => {
    expect(dateSampleOf([column('A', 'either')], dated('A', null))).toBe('02/03/2014');
    expect(dateSampleOf([column('A', 'day-first')], dated('A', null))).toBeNull();
  });
});

it('knows every use of a column', () => {
  const uses = usesOf({
    ...EMPTY_MAPPING,
    title: { columns: ['Event', 'Firm'], joiner: ': ' },
    date: {
      ...EMPTY_MAPPING.date,
      start: { in: 'parts', year: 'Year', month: 'Month', day: null, time: null },
    },
    actors: [
      {
        column: 'Firm',
        separators: [],
        kind: 'organisation',
        role: null,
        titleColumn: null,
        part: 'took-part',
      },
    ],
    joinBy: ['Event'],
  });
  expect(Object.fromEntries(uses)).toEqual({
    Event: ['title', 'joins rows'],
    Firm: ['title', 'organisations'],
    Year: ['date'],
    Month: ['date'],
  });
});

it('calls a file by the last part of its address', () => {
  expect(fileNameIn('https://example.org/data/M%C3%A4rz.csv?x=1')).toBe('März.csv');
  expect(fileNameIn('https://example.org/100%.csv')).toBe('100%.csv');
  expect(fileNameIn('https://example.org/')).toBeNull();
});

describe('what stands at an address and is none of ours', () => {
  const FAILURE: OpenFailure = {
    kind: 'not-json',
    message: 'This is not JSON.',
    problems: [],
    problemsTotal: 0,
  };
  const read = async (text: string) => {
    const reports: ReadReport[] = [];
    const result = await readOther(
      workersOf().start,
      { url: 'https://example.org/list.csv', content: new Blob([text]) },
      FAILURE,
      new AbortController().signal,
      { onProgress: () => undefined, onReport: (report) => reports.push(report) },
    );
    return { result, reports };
  };

  it('is read as what it most likely is', async () => {
    const { result, reports } = await read('Date,Event\n2014-03-02,Summit\n');
    expect(result.ok ? await result.value.text() : '').toContain('"title": "Summit"');
    expect(reports).toMatchObject([{ fileName: 'list.csv', eventsTotal: 1 }]);
  });

  it('is refused as the engine did where it is no JSON, or our own and broken', async () => {
    expect((await read('{"events": [}')).result).toEqual({ ok: false, error: FAILURE });
    const own = await read('{"version": 1, "title": "Ours", "events": "none"}');
    expect(own.result).toEqual({ ok: false, error: FAILURE });
    expect(own.reports).toEqual([]);
  });

  it('is no history for having lines', async () => {
    const { result } = await read('A note\nthat somebody wrote\nand put on a server\n');
    expect(result.ok ? '' : result.error.message).toContain('a text without columns');
  });
});
