import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDataset, type ParsedDataset, type ParseFailure } from '../../../src/model/parse.ts';

/** A good file, with what a test adds or puts in its place. */
function file(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    version: 1,
    title: 'A history',
    sources: [{ id: 'account', title: 'The account' }],
    actors: [
      { id: 'google', name: 'Google', kind: 'organisation' },
      { id: 'cameron', name: 'David Cameron', kind: 'person' },
    ],
    places: [
      { id: 'uk', name: 'United Kingdom' },
      { id: 'london', name: 'London', within: 'uk' },
    ],
    themes: [{ id: 'images', name: 'Images' }],
    events: [speech],
    ...more,
  };
}

const speech = {
  id: 'speech',
  title: 'A speech',
  date: '2013-07-22',
  actors: [{ actor: 'cameron', role: 'speaker' }],
  places: ['london'],
  themes: ['images'],
  citations: [{ source: 'account', quote: 'On 22 July 2013' }],
};

function parsed(value: unknown): ParsedDataset {
  const result = parseDataset(value);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function failed(value: unknown): ParseFailure {
  const result = parseDataset(value);
  if (result.ok) throw new Error('it was read');
  return result.error;
}

/** "place: found, not expected → remedy", as a user reads it. */
function lines({ warnings }: ParsedDataset): string[] {
  return warnings.map(
    ({ place, found, expected, remedy }) => `${place}: ${found}, not ${expected} → ${remedy}`,
  );
}

describe('a good file', () => {
  test('comes out as it went in, and is not changed', () => {
    const value = file();
    const before = structuredClone(value);
    const { dataset, warnings, warningsTotal } = parsed(value);
    expect(dataset).toEqual({ ...before, ties: [], periods: [], scenes: [] });
    expect({ warnings, warningsTotal }).toEqual({ warnings: [], warningsTotal: 0 });
    expect(value).toEqual(before);
  });

  test('the bundled history has nothing to warn of', () => {
    const text = readFileSync(
      new URL('../../../public/datasets/weprotect.json', import.meta.url),
      'utf8',
    );
    const { dataset, warnings } = parsed(JSON.parse(text));
    expect(warnings).toEqual([]);
    expect(dataset.events.length).toBeGreaterThan(20);
  });

  test('needs no more than version, title and an empty list of events', () => {
    expect(parsed({ version: 1, title: 'Empty', events: [] }).dataset.events).toEqual([]);
  });

  test('may name its JSON Schema; other unknown keys are said at the top and dropped below', () => {
    const result = parsed(
      file({
        $schema: './dataset.v1.schema.json',
        colour: 'red',
        events: [{ ...speech, colour: 'red' }],
      }),
    );
    expect(lines(result)).toEqual([
      'colour: "red", not one of $schema, version, title, subtitle, description, language, asOf, ' +
        'licence, sources, actors, places, themes, events, ties, periods, scenes → ' +
        'It was left out; the rest of the file is kept.',
    ]);
    expect(result.dataset.events).toEqual([speech]);
    expect(result.dataset).not.toHaveProperty('colour');
  });
});

describe('a file that cannot be read as a whole fails', () => {
  test.each([
    ['a text', 'soon', 'the file', '"soon"'],
    ['null', null, 'the file', 'null'],
    ['a list', [], 'the file', 'a list'],
    ['no version', { title: 'x', events: [] }, 'version', 'nothing'],
    ['a version in quotation marks', file({ version: '1' }), 'version', '"1"'],
    ['a version that is none', file({ version: 0.5 }), 'version', '0.5'],
    ['a newer version', file({ version: 2 }), 'version', '2'],
    ['no title', file({ title: undefined }), 'title', 'nothing'],
    ['an empty title', file({ title: '' }), 'title', '""'],
    ['a title that is no text', file({ title: 7 }), 'title', '7'],
    ['no events', file({ events: undefined }), 'events', 'nothing'],
    ['events that are no list', file({ events: {} }), 'events', 'an object'],
    ['not one good event', file({ events: [{ id: 'a' }, 7] }), 'events[0].title', 'nothing'],
  ])('%s', (_, value, place, found) => {
    const { problems, total } = failed(value);
    expect(problems[0]).toMatchObject({ place, found, severity: 'error' });
    expect(total).toBe(problems.length);
  });

  test('a newer version says what to do', () => {
    expect(failed(file({ version: 2 })).problems[0]?.remedy).toBe(
      'The file was made by a newer Threadline: open it there, or update this one.',
    );
  });
});

describe('a bad record is left out, the others stay', () => {
  test.each([
    ['no title', { id: 'b', date: '2014' }, 'events[1].title: nothing, not a text'],
    [
      'a date that is no text',
      { id: 'b', title: 'B', date: 2014 },
      'events[1].date: 2014, not a date in quotation marks, such as "2013-07-22"',
    ],
    [
      'an empty id',
      { id: '', title: 'B', date: '2014' },
      'events[1].id: "", not an id that is not empty',
    ],
    ['no object', 'b', 'events[1]: "b", not an event with id, title and date'],
    ['nothing', null, 'events[1]: null, not an event with id, title and date'],
    [
      'an id twice',
      { id: 'speech', title: 'B', date: '2014' },
      'events[1].id: "speech", not an id of its own among the events',
    ],
  ])('%s', (_, bad, line) => {
    const result = parsed(file({ events: [speech, bad, { ...speech, id: 'last' }] }));
    expect(lines(result)).toEqual([
      `${line} → The event was left out. Mend it in the file and open it again.`,
    ]);
    expect(result.warnings[0]?.severity).toBe('error');
    expect(result.dataset.events.map(({ id }) => id)).toEqual(['speech', 'last']);
  });

  test('a tie to nobody, to itself', () => {
    const ties = [
      { from: 'google', to: 'cameron' },
      { from: 'google', to: 'yahoo' },
      { from: 'google' },
    ];
    const result = parsed(file({ ties }));
    expect(result.dataset.ties).toEqual([ties[0]]);
    expect(result.warnings.map(({ place }) => place)).toEqual(['ties[2].to', 'ties[1].to']);
  });

  test('a list that is none', () => {
    const result = parsed(file({ scenes: 'none' }));
    expect(result.dataset.scenes).toEqual([]);
    expect(lines(result)).toEqual([
      'scenes: "none", not a list → It was left out; the rest of the file is kept.',
    ]);
  });
});

describe('a bad part is left out, its record stays', () => {
  test.each([
    [
      'a status that is none',
      { status: 'done' },
      'status: "done", not one of happened, planned, unconfirmed, cancelled, postponed',
    ],
    ['a weight out of range', { weight: 6 }, 'weight: 6, not a number from 1 to 5'],
    ['null for nothing', { kind: null }, 'kind: null, not a text'],
    ['a text for a list', { places: 'london' }, 'places: "london", not a list'],
    ['a number beyond all numbers', { order: Infinity }, 'order: Infinity, not a finite number'],
  ])('%s', (_, more, line) => {
    const result = parsed(file({ events: [{ ...speech, ...more }] }));
    const [key = ''] = Object.keys(more);
    const { [key]: __, ...rest } = { ...speech } as Record<string, unknown>;
    expect(result.dataset.events).toEqual([rest]);
    expect(lines(result)).toEqual([
      `events[0].${line} → It was left out; the rest of the event is kept.`,
    ]);
    expect(result.warnings[0]?.severity).toBe('warning');
  });

  test('items of lists, however many, and each at its own place', () => {
    const actors = [
      { actor: 'cameron', part: 'spoke' },
      { role: 'host' },
      { actor: 'google', inferred: 'yes', part: 'mentioned' },
      'google',
    ];
    const result = parsed(file({ events: [{ ...speech, actors }] }));
    expect(result.dataset.events[0]?.actors).toEqual([
      { actor: 'cameron' },
      { actor: 'google', part: 'mentioned' },
    ]);
    expect(result.warnings.map(({ place, found }) => `${place}: ${found}`)).toEqual([
      'events[0].actors[0].part: "spoke"',
      'events[0].actors[1].actor: nothing',
      'events[0].actors[2].inferred: "yes"',
      'events[0].actors[3]: "google"',
    ]);
  });

  test('an address that no browser should open', () => {
    const urls = [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org/',
      '//example.org/',
      'java\nscript:alert(1)',
      'https://',
      'https://exa mple.org/',
      ' https://example.org/',
    ];
    const sources = urls.map((url, i) => ({ id: `s${i}`, title: 'S', url }));
    const result = parsed(
      file({
        sources: [
          { id: 'account', title: 'The account', url: 'https://example.org/a?b#c' },
          { id: 'other', title: 'Other', url: 'HTTP://example.org' },
          ...sources,
        ],
      }),
    );
    expect(result.dataset.sources?.map(({ url }) => url)).toEqual([
      'https://example.org/a?b#c',
      'HTTP://example.org',
      ...urls.map(() => undefined),
    ]);
    expect(result.warningsTotal).toBe(urls.length);
  });

  test('a picture without a good address goes, since it is nothing else', () => {
    const media = [
      { url: 'javascript:alert(1)', alt: 'x' },
      { url: 'https://example.org/p.jpg', alt: 'A picture' },
    ];
    const result = parsed(file({ events: [{ ...speech, media }] }));
    expect(result.dataset.events[0]?.media).toEqual([media[1]]);
  });

  test('a text without end is cut, a line sooner than a paragraph, and not within a character', () => {
    const [title, summary] = [499, 99_999].map((most) => 'x'.repeat(most));
    const long = (text = ''): string => `${text}😀${'y'.repeat(1000)}`;
    const result = parsed(
      file({ events: [{ ...speech, title: long(title), summary: long(summary) }] }),
    );
    expect(result.dataset.events[0]).toMatchObject({ title, summary });
    expect(result.warnings.map(({ place, remedy }) => `${place}: ${remedy}`)).toEqual([
      'events[0].title: It was cut there.',
      'events[0].summary: It was cut there.',
    ]);
    expect(result.warnings[0]?.found.length).toBeLessThan(80);
  });
});

describe('references lead somewhere', () => {
  test('what does not resolve, refers to itself or comes twice is left out', () => {
    const result = parsed(
      file({
        actors: [
          {
            id: 'google',
            name: 'Google',
            kind: 'organisation',
            place: 'mars',
            partOf: [{ actor: 'alphabet' }, { actor: 'google' }],
          },
          {
            id: 'cameron',
            name: 'David Cameron',
            kind: 'person',
            roles: [
              { title: 'MP', organisation: 'parliament', citations: [{ source: 'hansard' }] },
            ],
          },
        ],
        events: [
          {
            ...speech,
            partOf: 'summit',
            actors: [{ actor: 'nobody' }, { actor: 'cameron' }],
            places: ['london', 'mars', 'uk', 'london'],
            links: [
              { to: 'speech', kind: 'leads-to' },
              { to: 'nothing', kind: 'announces' },
            ],
            citations: [{ source: 'account', cites: ['account', 'ref-9'] }, { source: 'nowhere' }],
          },
        ],
      }),
    );
    expect(result.dataset.actors).toEqual([
      { id: 'google', name: 'Google', kind: 'organisation', partOf: [] },
      {
        id: 'cameron',
        name: 'David Cameron',
        kind: 'person',
        roles: [{ title: 'MP', citations: [] }],
      },
    ]);
    expect(result.dataset.events).toEqual([
      {
        ...speech,
        actors: [{ actor: 'cameron' }],
        places: ['london', 'uk'],
        links: [],
        citations: [{ source: 'account', cites: ['account'] }],
      },
    ]);
    expect(
      result.warnings.map(({ place, found, expected }) => `${place}: ${found}, not ${expected}`),
    ).toEqual([
      'actors[0].place: "mars", not the id of one of the places',
      'actors[0].partOf[0].actor: "alphabet", not the id of one of the actors',
      'actors[0].partOf[1].actor: "google", not the id of another of the actors',
      'actors[1].roles[0].organisation: "parliament", not the id of one of the actors',
      'actors[1].roles[0].citations[0].source: "hansard", not the id of one of the sources',
      'events[0].partOf: "summit", not the id of one of the events',
      'events[0].actors[0].actor: "nobody", not the id of one of the actors',
      'events[0].places[1]: "mars", not the id of one of the places',
      'events[0].places[3]: "london", not each id once',
      'events[0].links[0].to: "speech", not the id of another of the events',
      'events[0].links[1].to: "nothing", not the id of one of the events',
      'events[0].citations[1].source: "nowhere", not the id of one of the sources',
      'events[0].citations[0].cites[1]: "ref-9", not the id of one of the sources',
    ]);
  });

  test.each([
    ['itself', { links: [{ to: 'speech', kind: 'leads-to' }] }, 'events[0].links[0].to'],
    ['the same twice', { places: ['uk', 'uk'] }, 'events[0].places[1]'],
    [
      'the same twice in a long list',
      { places: [...Array.from({ length: 20 }, (_, i) => `p${i}`), 'p0'] },
      'events[0].places[20]',
    ],
  ])('a single one to %s is enough', (_, more, place) => {
    const places = Array.from({ length: 20 }, (__, i) => ({ id: `p${i}`, name: `Place ${i}` }));
    const uk = { id: 'uk', name: 'United Kingdom' };
    const london = { id: 'london', name: 'London' };
    const result = parsed(
      file({ places: [uk, london, ...places], events: [{ ...speech, ...more }] }),
    );
    expect(result.warnings.map((warning) => warning.place)).toEqual([place]);
  });

  test('a long list of different ones is in order', () => {
    const places = Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, name: `Place ${i}` }));
    const events = [{ ...speech, places: places.map(({ id }) => id) }];
    expect(parsed(file({ places, events })).warnings).toEqual([]);
  });

  test('to a record that was itself left out, they are left out too; places count as in the file', () => {
    const result = parsed(
      file({
        events: [{ id: 'bad' }, { ...speech, links: [{ to: 'bad', kind: 'leads-to' }] }],
      }),
    );
    expect(result.dataset.events[0]?.links).toEqual([]);
    expect(result.warnings.map(({ place }) => place)).toEqual([
      'events[0].title',
      'events[1].links[0].to',
    ]);
  });

  test('the value that was handed over is not changed by mending', () => {
    const value = file({ events: [{ ...speech, partOf: 'summit', places: ['mars'] }] });
    const before = structuredClone(value);
    parsed(value);
    expect(value).toEqual(before);
  });

  test('what is part of itself, at any remove, is not', () => {
    const event = (id: string, partOf?: string) => ({
      ...speech,
      id,
      ...(partOf !== undefined && { partOf }),
    });
    const value = file({
      events: [event('a', 'b'), event('b', 'c'), event('c', 'a'), event('d', 'a')],
      places: [
        { id: 'london', name: 'London', within: 'uk' },
        { id: 'uk', name: 'UK', within: 'london' },
      ],
      themes: [
        { id: 'images', name: 'Images', broader: 'all' },
        { id: 'all', name: 'All', broader: 'images' },
      ],
      actors: [
        { id: 'cameron', name: 'C', kind: 'person', partOf: [{ actor: 'google' }] },
        { id: 'google', name: 'G', kind: 'group', partOf: [{ actor: 'x' }, { actor: 'cameron' }] },
        { id: 'x', name: 'X', kind: 'group' },
      ],
    });
    const before = structuredClone(value);
    const { dataset, warnings } = parsed(value);
    expect(dataset.events.map(({ partOf }) => partOf)).toEqual(['b', 'c', undefined, 'a']);
    expect(dataset.places?.map(({ within }) => within)).toEqual(['uk', undefined]);
    expect(dataset.themes?.map(({ broader }) => broader)).toEqual(['all', undefined]);
    expect(dataset.actors?.[1]?.partOf).toEqual([{ actor: 'x' }]);
    expect(warnings.map(({ place, found }) => `${place}: ${found}`)).toEqual([
      'actors[1].partOf: "cameron"',
      'places[1].within: "london"',
      'themes[1].broader: "images"',
      'events[2].partOf: "a"',
    ]);
    expect(value).toEqual(before);
  });

  test('a chain of a hundred thousand parts costs no stack', () => {
    const events = Array.from({ length: 100_000 }, (_, i) => ({
      ...speech,
      id: `e${i}`,
      ...(i > 0 && { partOf: `e${i - 1}` }),
    }));
    expect(parsed(file({ events })).warningsTotal).toBe(0);
  });
});

describe('dates', () => {
  test('one that cannot be read keeps its text and its event, with a warning', () => {
    const result = parsed(
      file({
        asOf: 'now',
        events: [
          { ...speech, date: '2024-02-30', figures: [{ value: 1, unit: 'x', asOf: 'then' }] },
        ],
      }),
    );
    expect(result.dataset.events[0]?.date).toBe('2024-02-30');
    expect(result.warnings.map(({ place, found }) => `${place}: ${found}`)).toEqual([
      'asOf: "now"',
      'events[0].date: "2024-02-30"',
      'events[0].figures[0].asOf: "then"',
    ]);
    expect(result.warnings[1]).toMatchObject({
      remedy: 'February 2024 has no day 30. Its text is kept as it stands.',
      severity: 'warning',
    });
  });
});

describe('hostile files', () => {
  test('a hundred problems are kept and all are counted', () => {
    const events = [speech, ...Array.from({ length: 1000 }, () => 7)];
    const result = parsed(file({ events }));
    expect(result.warnings).toHaveLength(100);
    expect(result.warningsTotal).toBe(1000);
    expect(failed(file({ events: events.slice(1) }))).toMatchObject({ total: 1000 });
  });

  test('a record with a hundred thousand faults is mended in linear time', () => {
    const places = Array.from({ length: 100_000 }, () => 7);
    const result = parsed(file({ events: [{ ...speech, places: ['london', ...places] }] }));
    expect(result.dataset.events[0]?.places).toEqual(['london']);
    expect(result.warningsTotal).toBe(100_000);
  });

  test('keys of objects themselves are keys like any other', () => {
    const text = JSON.stringify(file()).replace(
      '"id":"speech"',
      '"id":"speech","__proto__":{"status":"planned"},"constructor":{"x":1},"toString":"x"',
    );
    const top = text.replace('{', '{"__proto__":{"x":1},"constructor":"x",');
    const result = parsed(JSON.parse(top));
    expect(result.dataset.events).toEqual([speech]);
    expect(result.dataset.events[0]?.status).toBeUndefined();
    expect(result.warnings.map(({ place }) => place)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('ids named like them too', () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const events = ids.map((id, i) => ({
      ...speech,
      id,
      links: [{ to: ids[(i + 1) % ids.length], kind: 'leads-to' }],
    }));
    const result = parsed(file({ events }));
    expect(result.warnings).toEqual([]);
    expect(result.dataset.events).toEqual(events);
    expect(parsed(file({ events: [{ ...speech, partOf: 'valueOf' }] })).warningsTotal).toBe(1);
  });

  test('depth does not matter', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const value: unknown = JSON.parse(
      JSON.stringify(
        file({
          events: [
            { ...speech, deep: 'HERE' },
            { ...speech, id: 'b', kind: 'HERE' },
          ],
        }),
      ).replaceAll('"HERE"', deep),
    );
    const result = parsed(value);
    expect(result.dataset.events[0]).toEqual(speech);
    expect(lines(result)).toEqual([
      'events[1].kind: a list, not a text → It was left out; the rest of the event is kept.',
    ]);
  });

  test('any value at all is answered, never thrown at, and what comes out comes out again', () => {
    const keys = [
      'version',
      'title',
      'events',
      'actors',
      'ties',
      'asOf',
      'id',
      'date',
      'kind',
      '__proto__',
    ];
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()),
      fc
        .array(
          fc.dictionary(
            fc.constantFrom('id', 'title', 'date', 'actors', 'partOf', 'links'),
            fc.oneof(fc.string(), fc.jsonValue()),
          ),
        )
        .map((events) => file({ events })),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const result = parseDataset(value);
        expect(result.ok ? 1 : result.error.total).toBeGreaterThan(0);
        if (!result.ok) return;
        const again = parsed(JSON.parse(JSON.stringify(result.value.dataset)));
        expect(again.dataset).toEqual(result.value.dataset);
        expect(
          again.warnings.filter(({ remedy }) => !remedy.endsWith('Its text is kept as it stands.')),
        ).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
