import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../src/model/dates.ts';
import { readingOf } from './opened.ts';

function timeline3(events: readonly unknown[], rest: object = {}) {
  return readingOf(JSON.stringify({ events, ...rest }), 'my-timeline.json');
}

function dateOf3(start: unknown, end?: unknown): string | undefined {
  const { dataset } = timeline3([
    { start_date: start, end_date: end, text: { headline: 'An event' } },
  ]);
  return dataset.events[0]?.date;
}

describe('TimelineJS 3', () => {
  it('becomes events, periods and a title', () => {
    const { dataset, report } = timeline3(
      [
        {
          start_date: { year: '2013', month: '07', day: 22 },
          text: {
            headline: 'A <b>speech</b><br/>in London',
            text: '<p>One &amp; two.</p><p>Three.',
          },
          group: 'Speeches',
          media: {
            url: 'https://example.org/a.JPG?x=1',
            caption: 'The <i>room</i>',
            credit: '<a href="https://example.org">A photographer</a>',
            alt: 'A room',
          },
          unique_id: 'speech',
        },
        {
          start_date: { year: 2014 },
          end_date: { year: 2015, month: 2 },
          text: { headline: 'A summit' },
          group: 'Speeches',
          media: { url: '//en.wikipedia.org/wiki/Grand_Canal_(China)' },
        },
      ],
      {
        title: { text: { headline: 'My <em>timeline</em>', text: '<p>About it.</p>' } },
        eras: [
          { start_date: { year: 2010 }, end_date: { year: 2012 }, text: { headline: 'Before' } },
        ],
        scale: 'human',
      },
    );
    expect(dataset).toMatchObject({
      title: 'My timeline',
      description: 'About it.',
      themes: [{ id: 'speeches', name: 'Speeches' }],
      periods: [{ title: 'Before', date: '2010/2012' }],
      sources: [
        {
          title: 'Grand Canal (China), en.wikipedia.org',
          url: 'https://en.wikipedia.org/wiki/Grand_Canal_(China)',
        },
      ],
    });
    expect(dataset.events).toMatchObject([
      {
        id: 'speech',
        title: 'A speech in London',
        date: '2013-07-22',
        summary: 'One & two.\n\nThree.',
        themes: ['speeches'],
        media: [
          {
            url: 'https://example.org/a.JPG?x=1',
            alt: 'A room',
            caption: 'The *room*',
            credit: 'A photographer',
          },
        ],
      },
      {
        title: 'A summit',
        date: '2014/2015-02',
        citations: [{ source: dataset.sources?.[0]?.id }],
      },
    ]);
    expect(report).toMatchObject({
      format: 'timelinejs-3',
      unit: 'entries',
      unitsTotal: 3,
      eventsTotal: 2,
      problems: [],
      leftOut: [],
    });
  });

  it('reads dates as TimelineJS shows them', () => {
    expect(dateOf3({ year: '650' })).toBe('0650');
    expect(dateOf3({ year: 2014, month: 'March', day: '9' })).toBe('2014-03-09');
    expect(dateOf3({ year: 2014, month: 3, day: 9, hour: 14, minute: 5 })).toBe('2014-03-09T14:05');
    expect(dateOf3({ year: 2014, month: 3, day: 9, hour: 0, minute: 0 })).toBe('2014-03-09');
    expect(dateOf3({ year: 2014 }, { year: 2014 })).toBe('2014');
    expect(dateOf(dateOf3({ year: '-44', month: 3, day: 15 }) ?? '').words).toBe('15 March 44 BCE');
    expect(dateOf(dateOf3({ year: '-3500' }) ?? '').words).toMatch(/^3500 BCE/u);
    expect(dateOf(dateOf3({ year: -315_000 }) ?? '').words).toBe('315,000 BCE');
    expect(dateOf(dateOf3({ year: '-13800000000' }) ?? '').words).toBe('13.8 billion years ago');
  });

  it('keeps the raw text of a date that is none, and its event', () => {
    const { dataset, report } = timeline3([
      { start_date: { year: 2024, month: 2, day: 30 }, text: { headline: 'No such day' } },
      { start_date: { year: 'soon' }, text: { headline: 'No year' } },
      { start_date: { year: '9'.repeat(10_000) }, text: { headline: 'Endless' } },
      { start_date: {}, text: { headline: 'Nothing' } },
    ]);
    expect(dataset.events.map(({ date }) => date.slice(0, 12))).toEqual([
      '2024-02-30',
      'soon',
      '999999999999',
      'XXXX',
    ]);
    expect(report.problems.map(({ place }) => place)).toEqual([
      'events[3].start_date',
      'events[0], date',
      'events[1], date',
      'events[2], date',
    ]);
    expect(report.problems[1]?.remedy).toContain('Its text is kept as it stands.');
    expect(report.leftOut).toEqual([]);
  });

  it('keeps the start where the end is earlier, and says so', () => {
    const { dataset, report } = timeline3([
      { start_date: { year: 2014 }, end_date: { year: 1914 }, text: { headline: 'A slip' } },
    ]);
    expect(dataset.events[0]?.date).toBe('2014');
    expect(report.problems[0]).toMatchObject({ place: 'events[0].end_date', found: '1914' });
  });

  it('opens nothing but http and https', () => {
    const { dataset, report } = timeline3(
      ['javascript:alert(1)', 'assets/1.jpg', 'data:image/png;base64,xx', 'file:///etc/passwd'].map(
        (url) => ({ start_date: { year: 2014 }, text: { headline: 'A' }, media: { url } }),
      ),
    );
    expect(dataset.events).toHaveLength(4);
    expect(dataset.events.every((event) => event.media === undefined)).toBe(true);
    expect(dataset.sources).toEqual([]);
    expect(report.problems).toHaveLength(4);
    expect(report.problems[1]).toMatchObject({ found: 'assets/1.jpg' });
  });

  it('takes the address out of a piece of embedded HTML', () => {
    const { dataset } = timeline3([
      {
        start_date: { year: 2014 },
        text: { headline: 'A' },
        media: { url: '<iframe src="https://player.vimeo.com/video/1" onload="run()"></iframe>' },
      },
    ]);
    expect(dataset.sources).toMatchObject([
      { kind: 'video', url: 'https://player.vimeo.com/video/1' },
    ]);
  });

  it('names what has no headline, and hands back what is no slide', () => {
    const { dataset, report } = timeline3([
      { start_date: { year: 2014 }, text: { text: '<p>It began here. And went on.</p>' } },
      { start_date: { year: 2015 } },
      'not a slide',
    ]);
    expect(dataset.events.map(({ title }) => title)).toEqual(['It began here.', 'Untitled']);
    expect(report.leftOut).toEqual([{ place: 'events[2]', raw: '"not a slide"' }]);
    expect(report.unitsTotal).toBe(3);
    expect(dataset.title).toBe('my-timeline');
  });

  it('is read from a callback, with commas too many and a byte order mark', () => {
    const slide = '{"start_date": {"year": "2014",}, "text": {"headline": "A",},},';
    for (const text of [
      `\uFEFF{"events": [${slide}],}`,
      `onJSONP_Data({"events": [${slide}]});\n`,
      `/**/storyjs_jsonp_data = {"events": [${slide}]};`,
      `// A comment\n{'events': [${slide}]}`,
    ]) {
      const { dataset, report } = readingOf(text);
      expect(dataset.events).toMatchObject([{ title: 'A', date: '2014' }]);
      expect(report.notes.length).toBeGreaterThan(0);
    }
    expect(readingOf(`call({"events": [${slide}]})`).report.notes[0]).toContain('call(…)');
  });
});

describe('TimelineJS 2', () => {
  it('becomes events, periods and a title', () => {
    const { dataset, report } = readingOf(
      JSON.stringify({
        timeline: {
          headline: 'A life<br/>1963 – 2012',
          text: '<p>About it.</p>',
          type: 'default',
          date: [
            {
              startDate: '1975,1,2',
              endDate: '1975,3',
              headline: 'First',
              text: 'Text',
              tag: 'Early',
              asset: { media: 'http://youtu.be/x', credit: 'Someone', caption: '' },
            },
            { startDate: '1978', headline: 'Second' },
            { startDate: '1/26/2012', headline: 'Third' },
            { startDate: '-500,5', headline: 'Fourth' },
            { startDate: '2011,12,10,07,02', headline: 'Fifth' },
            { startDate: 1999, headline: 'Sixth' },
          ],
          era: [{ startDate: '1960', endDate: '1970', headline: 'The sixties' }],
        },
      }),
    );
    expect(report.format).toBe('timelinejs-2');
    expect(dataset.title).toBe('A life 1963 – 2012');
    expect(dataset.events.map(({ date }) => date)).toEqual([
      '1975-01-02/1975-03',
      '1978',
      '2012-01-26',
      '-0499-05',
      '2011-12-10T07:02',
      '1999',
    ]);
    expect(dataset.themes).toMatchObject([{ name: 'Early' }]);
    expect(dataset.periods).toMatchObject([{ title: 'The sixties', date: '1960/1970' }]);
    expect(dataset.sources).toMatchObject([{ kind: 'video', publisher: 'Someone' }]);
  });
});
