/** TimelineJS files with what their authors, and others, put into them. */
import type { Dataset } from '../../../../src/model/types.ts';
import { json, text, type HostileInput } from '../hostileInput.ts';

type Fields = Readonly<Record<string, unknown>>;

const slide = (fields: Fields = {}): Fields => ({
  start_date: { year: '2014' },
  text: { headline: 'A' },
  ...fields,
});

const read = (
  what: string,
  content: HostileInput['content'],
  says: string | null,
  holds: (dataset: Dataset) => boolean,
  { events = 1, leftOut = 0 } = {},
): HostileInput => ({
  what: `TimelineJS: ${what}`,
  name: 'timeline.json',
  content,
  gets: { format: 'timelinejs-3', events, says, leftOut, holds },
});

const slides = (...events: readonly unknown[]) => json({ events });
const first = ({ events }: Dataset) => events[0];
const isDated = (date: string) => (dataset: Dataset) => first(dataset)?.date === date;

export const TIMELINES: readonly HostileInput[] = [
  read(
    'the year -13800000000',
    slides(slide({ start_date: { year: '-13800000000' } })),
    null,
    isDated('Y-13800000000'),
  ),
  read('the year 0', slides(slide({ start_date: { year: 0 } })), null, isDated('0000')),
  read(
    'the year 1e400',
    text('{"events": [{"start_date": {"year": 1e400}, "text": {"headline": "A"}}]}'),
    'Its text is kept',
    isDated('Infinity'),
  ),
  read(
    'month 13',
    slides(slide({ start_date: { year: 2014, month: 13, day: 1 } })),
    'There is no month 13',
    isDated('2014-13-01'),
  ),
  read(
    'no date at all',
    slides({ text: { headline: 'A' } }),
    'It is kept without a date',
    isDated('XXXX'),
  ),
  read(
    'an end before its start',
    slides(slide({ end_date: { year: 1914 } })),
    'The end was left out',
    isDated('2014'),
  ),
  read(
    'a script in every text',
    slides(
      slide({
        text: {
          headline: 'A<script>run()</script><img src=x onerror=run()>',
          text: '<p onclick="run()">Text</p><iframe srcdoc="<script>run()</script>"></iframe><style>*{}</style>',
        },
      }),
    ),
    null,
    (dataset) => first(dataset)?.title === 'A' && first(dataset)?.summary === 'Text',
  ),
  read(
    'tags written as entities stay letters',
    slides(slide({ text: { headline: '&lt;script&gt;run()&lt;/script&gt;' } })),
    null,
    (dataset) => first(dataset)?.title === '<script>run()</script>',
  ),
  read(
    'javascript: in a link and in its media',
    slides(
      slide({
        text: { headline: 'A', text: '<a href="jAvAsCrIpT:run()">press</a>' },
        media: { url: 'javascript:run()' },
      }),
    ),
    'begins with https:// or http://',
    (dataset) => first(dataset)?.summary === 'press' && first(dataset)?.media === undefined,
  ),
  read(
    'tags nested 50,000 deep',
    () =>
      JSON.stringify({ events: [slide({ text: { headline: 'A', text: '<b>'.repeat(30_000) } })] }),
    null,
    (dataset) => first(dataset)?.summary?.startsWith('<b><b>') === true,
  ),
  read(
    'Markdown that its author did not mean',
    slides(slide({ text: { headline: 'A', text: '[x](https://evil.test) &amp; ![y](z)' } })),
    null,
    (dataset) => first(dataset)?.summary?.startsWith('\\[x]') === true,
  ),
  read('slides that are no slides', slides(null, 7, slide(), []), 'It was left out', () => true, {
    leftOut: 3,
  }),
  read(
    'a callback, and commas too many',
    text(
      'storyjs_jsonp_data({"events": [{"start_date": {"year": "2014",}, "text": {"headline": "A",},},],});',
    ),
    'storyjs_jsonp_data(…)',
    isDated('2014'),
  ),
  {
    what: 'TimelineJS 2: dates in every form that people write',
    name: 'timeline.json',
    content: json({
      timeline: {
        date: ['1975,1,1', '2/30/2014', 'soon', '', '-500', '9'.repeat(10_000)].map(
          (startDate) => ({
            startDate,
            headline: 'A',
          }),
        ),
      },
    }),
    gets: { format: 'timelinejs-2', events: 6, says: 'has no day 30' },
  },
];
