/** The project's own JSON with everything in it that a stranger could think of. */
import type { Dataset } from '../../../../src/model/types.ts';
import { json, text, type HostileInput } from '../hostileInput.ts';

type Fields = Readonly<Record<string, unknown>>;
type Holds = (dataset: Dataset) => boolean;

const MARKUP =
  '"><img src=x onerror="window.hasRun=1"><script>window.hasRun=1</script>[press](javascript:run())';
const event = (fields: Fields = {}): Fields => ({ id: 'a', title: 'A', date: '2014', ...fields });
const history = (fields: Fields = {}): Fields => ({
  version: 1,
  title: 'A history',
  events: [event()],
  ...fields,
});
const actor = (id: string, fields: Fields = {}): Fields => ({
  id,
  name: id,
  kind: 'person',
  ...fields,
});
const place = (id: string, fields: Fields = {}): Fields => ({ id, name: id, ...fields });

const read = (
  what: string,
  content: HostileInput['content'],
  says: string | null,
  holds: Holds = () => true,
  { events = 1, leftOut = 0 } = {},
): HostileInput => ({
  what,
  name: 'history.json',
  content,
  gets: { format: 'threadline', events, says, leftOut, holds },
});

const refused = (what: string, content: HostileInput['content'], words: string): HostileInput => ({
  what,
  name: 'history.json',
  content,
  gets: { refused: words },
});

const dated = (what: string, date: unknown, says: string | null): HostileInput =>
  read(what, json(history({ events: [event({ date })] })), says, ({ events }) =>
    typeof date === 'string' ? events[0]?.date === date : true,
  );

const first = ({ events }: Dataset) => events[0];

export const OWN_JSON: readonly HostileInput[] = [
  refused('version 99', json(history({ version: 99 })), 'made by a newer Threadline'),
  refused('a version that is a text', json(history({ version: '1' })), 'version'),
  refused('events that are a number', json(history({ events: 7 })), 'a list of events'),
  refused('no title', json(history({ title: undefined })), 'title'),
  refused(
    'not one event that can be read',
    json(history({ events: [null, 7, 'x', [], {}] })),
    'does not hold a history',
  ),
  read(
    'HTML and scripts in every text',
    json(
      history({
        title: MARKUP,
        subtitle: MARKUP,
        description: MARKUP,
        licence: MARKUP,
        actors: [actor('b', { name: MARKUP, description: MARKUP, aliases: [MARKUP] })],
        themes: [{ id: 't', name: MARKUP }],
        events: [
          event({
            title: MARKUP,
            summary: MARKUP,
            kind: MARKUP,
            actors: [{ actor: 'b', role: MARKUP }],
          }),
        ],
      }),
    ),
    null,
    // Letters like any other: that they are never more is shown in the browser.
    (dataset) => first(dataset)?.title === MARKUP,
  ),
  read(
    'javascript: in every address',
    json(
      history({
        sources: [{ id: 's', title: 'S', url: 'javascript:run()' }],
        events: [
          event({ media: [{ url: ' JaVaScRiPt:run()', alt: '' }], citations: [{ source: 's' }] }),
        ],
      }),
    ),
    'begins with https:// or http://',
    (dataset) => dataset.sources?.[0]?.url === undefined && first(dataset)?.media?.length === 0,
  ),
  read(
    'data:, file:, blob:, vbscript: and ftp: addresses',
    json(
      history({
        events: [
          event({
            media: [
              'data:text/html,<script>run()</script>',
              'file:///etc/passwd',
              'blob:x',
              'vbscript:x',
              'ftp://x',
            ].map((url) => ({ url, alt: '' })),
          }),
        ],
      }),
    ),
    'begins with https:// or http://',
    (dataset) => first(dataset)?.media?.length === 0,
  ),
  read(
    'an address with a line break in its scheme',
    json(history({ sources: [{ id: 's', title: 'S', url: 'java\nscript:run()' }] })),
    'begins with https:// or http://',
    ({ sources }) => sources?.[0]?.url === undefined,
  ),
  read(
    'an address that no browser can open',
    json(history({ sources: [{ id: 's', title: 'S', url: 'https://[bad' }] })),
    'an address that a browser can open',
  ),
  read(
    '__proto__ as a key, of the file and of an event',
    text(
      '{"__proto__": {"polluted": 1}, "version": 1, "title": "A", "events": [{"__proto__": {"polluted": 1}, "id": "a", "title": "A", "date": "2014"}]}',
    ),
    '__proto__',
    (dataset) => !('polluted' in dataset) && !('polluted' in (first(dataset) ?? {})),
  ),
  read(
    'constructor, toString and __proto__ as ids',
    json(
      history({
        actors: [actor('constructor'), actor('toString'), actor('__proto__')],
        events: [
          event({ id: '__proto__', actors: [{ actor: 'constructor' }, { actor: '__proto__' }] }),
        ],
      }),
    ),
    null,
    (dataset) => first(dataset)?.actors?.length === 2,
  ),
  read(
    'two events of one id',
    json(history({ events: [event(), event({ title: 'B' })] })),
    'an id of its own',
    undefined,
    {
      leftOut: 1,
    },
  ),
  read(
    'two actors of one id',
    json(history({ actors: [actor('b'), actor('b')] })),
    'an id of its own',
    ({ actors }) => actors?.length === 1,
  ),
  read(
    'ids that lead nowhere: actors, places, themes, links, sources',
    json(
      history({
        events: [
          event({
            actors: [{ actor: 'x' }],
            places: ['x'],
            themes: ['x'],
            links: [{ to: 'x', kind: 'leads-to' }],
            citations: [{ source: 'x' }],
            partOf: 'x',
          }),
        ],
      }),
    ),
    'the id of one of the',
    (dataset) => first(dataset)?.actors?.length === 0 && first(dataset)?.partOf === undefined,
  ),
  read(
    'an event that is part of itself',
    json(history({ events: [event({ partOf: 'a' })] })),
    'the id of another',
    (dataset) => first(dataset)?.partOf === undefined,
  ),
  read(
    'events in a circle of partOf',
    json(
      history({
        events: ['a', 'b', 'c'].map((id, i, ids) => event({ id, partOf: ids[(i + 1) % 3] })),
      }),
    ),
    'no circle',
    ({ events }) => events.filter(({ partOf }) => partOf !== undefined).length === 2,
    { events: 3 },
  ),
  read(
    'places in a circle of within',
    json(history({ places: [place('p', { within: 'q' }), place('q', { within: 'p' })] })),
    'no circle',
  ),
  read(
    'themes in a circle of broader',
    json(history({ themes: [place('t', { broader: 'u' }), place('u', { broader: 't' })] })),
    'no circle',
  ),
  read(
    'actors in a circle of partOf',
    json(
      history({
        actors: [
          actor('x', { partOf: [{ actor: 'y' }] }),
          actor('y', { partOf: [{ actor: 'x' }] }),
        ],
      }),
    ),
    'no circle',
  ),
  read(
    'an event linked to itself',
    json(history({ events: [event({ links: [{ to: 'a', kind: 'leads-to' }] })] })),
    'the id of another',
  ),
  read(
    'one actor a thousand times in one event',
    json(
      history({
        actors: [actor('b')],
        events: [event({ actors: Array.from({ length: 1000 }, () => ({ actor: 'b' })) })],
      }),
    ),
    null,
    undefined,
  ),
  read(
    'parts of parts, 20,000 deep',
    () =>
      JSON.stringify(
        history({
          events: Array.from({ length: 20_000 }, (_, i) =>
            event({ id: `e${i}`, ...(i === 0 ? {} : { partOf: `e${i - 1}` }) }),
          ),
        }),
      ),
    null,
    undefined,
    { events: 20_000 },
  ),
  read(
    'a field that is nested 100,000 deep',
    () =>
      JSON.stringify(history()).replace(
        '"2014"',
        `"2014","summary":${'['.repeat(1e5)}${']'.repeat(1e5)}`,
      ),
    'a text',
    (dataset) => first(dataset)?.summary === undefined,
  ),
  read(
    'an event nested 100,000 deep in place of another',
    () => JSON.stringify(history()).replace('[{', `[${'['.repeat(1e5)}${']'.repeat(1e5)},{`),
    'The event was left out',
    undefined,
    { leftOut: 1 },
  ),
  read(
    'halves of characters (lone surrogates) in a title and an id',
    text(
      '{"version": 1, "title": "A", "events": [{"id": "a\\ud800", "title": "\\udfffB", "date": "2014"}]}',
    ),
    null,
    (dataset) => first(dataset)?.id === 'a\uFFFD' && first(dataset)?.title === '\uFFFDB',
  ),
  read(
    'what turns the writing direction and is not closed',
    json(history({ events: [event({ title: 'abc\u202Egnp.exe' })] })),
    null,
    (dataset) => first(dataset)?.title === 'abc\u202Egnp.exe\u202C',
  ),
  read(
    'a title of a thousand control characters',
    json(history({ events: [event({ title: '\u0000\u0007\u001B'.repeat(150) })] })),
    null,
  ),
  dated('the date 2024-02-30', '2024-02-30', 'has no day 30'),
  dated('the date 2023-13-01', '2023-13-01', 'There is no month 13'),
  dated('the date 12', '12', 'Its text is kept'),
  dated('the date 0000, which is 1 BCE', '0000', null),
  dated('the date 02/03/2024', '02/03/2024', 'A slash stands only between'),
  dated('a date of ten thousand digits', '9'.repeat(10_000), 'which no date is'),
  dated('the date Y99999999999999', 'Y99999999999999', 'more than a trillion years away'),
  dated('a date that ends before it starts', '2014/2013', 'It ends before it starts'),
  dated('an empty date', '', 'It is empty'),
  dated('a date of ten thousand brackets', '['.repeat(10_000), 'which no date is'),
  dated('the date Y-13800000000', 'Y-13800000000', null),
  read(
    'a date that is a number',
    json(history({ events: [event(), event({ id: 'b', date: 2014 })] })),
    'a date in quotation marks',
    undefined,
    { leftOut: 1 },
  ),
  read(
    'null, numbers, texts and lists among the events',
    json(history({ events: [null, 7, 'x', [], {}, event()] })),
    'was left out',
    undefined,
    { leftOut: 5 },
  ),
  read(
    'a title that is empty, and one that is a number',
    json(
      history({ events: [event({ title: '' }), event({ id: 'b', title: 7 }), event({ id: 'c' })] }),
    ),
    'a text that is not empty',
    undefined,
    { leftOut: 2 },
  ),
  read(
    'a weight without bounds',
    text(
      '{"version": 1, "title": "A", "events": [{"id": "a", "title": "A", "date": "2014", "weight": 1e999, "order": -1e999}]}',
    ),
    'a number from 1 to 5',
    (dataset) => first(dataset)?.weight === undefined && first(dataset)?.order === undefined,
  ),
  read(
    'a latitude of 999 and a longitude that is a text',
    json(history({ places: [place('p', { latitude: 999, longitude: '0' })] })),
    'degrees from -90 to 90',
  ),
  read(
    'a title of a million letters',
    () => JSON.stringify(history({ events: [event({ title: 'W'.repeat(1e6) })] })),
    'at most 500 characters',
    (dataset) => first(dataset)?.title.length === 500,
  ),
  read(
    'an id of a million letters',
    () => JSON.stringify(history({ events: [event(), event({ id: 'W'.repeat(1e6) })] })),
    'an id of at most 1,000 characters',
    undefined,
    { leftOut: 1 },
  ),
  read(
    'a text of 200 MB',
    () => JSON.stringify(history({ description: 'W'.repeat(2e8) })),
    'at most 100,000 characters',
    ({ description }) => description?.length === 100_000,
  ),
  read(
    'a hundred thousand keys that nobody knows',
    () =>
      JSON.stringify({
        ...history(),
        ...Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`k${i}`, i])),
      }),
    'the rest of the file is kept',
  ),
  read(
    'a scene whose view is a script',
    json(history({ scenes: [{ id: 's', title: 'S', view: 'javascript:run()#<script>' }] })),
    null,
  ),
  read(
    'our own JSON with commas too many and comments',
    text(
      '// mine\n{"version": 1, "title": "A", "events": [{"id": "a", "title": "A", "date": "2014",},],}',
    ),
    'not quite JSON',
  ),
];
