import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_COLUMNS, FACETS, LANE_FACETS } from '../../../src/engine/port.ts';
import { NETWORK_MODES, NODE_MEASURES, TIE_KINDS } from '../../../src/engine/port/network.ts';
import {
  DEFAULT_CHOICES,
  NODES_LIMITS,
  VIEWS,
  withUse,
  type Arrangement,
  type Choices,
  type NetworkChoices,
} from '../../../src/state/choices.ts';
import {
  decodeChoices,
  encodeChoices,
  VALUES_LIMIT,
  WORDS_LIMIT,
} from '../../../src/state/codec.ts';

const RUNS = { numRuns: 1000 };

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  // Halves of surrogate pairs, separators and escapes, in any mixture.
  fc.string({
    unit: fc.constantFrom('\ud83d', '\ude00', '%', 'u', ',', '+', '&', '=', '#', ' ', 'é', 'a'),
  }),
  fc.constantFrom('', '__proto__', 'constructor', 'google', '%uD800', '%E0%A4%A', 'any'),
);

const instant = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.getTime()),
  fc.integer({ min: -40_000, max: 40_000 }).map((day) => day * 86_400_000),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(-13_800_000_000 * 31_556_952_000),
);

const stretch = fc
  .tuple(instant, instant)
  // Zero has one sign here: an address has no use for the other.
  .map(([a, b]) => ({ startMs: Math.min(a, b) + 0, endMs: Math.max(a, b) + 0 }))
  .filter(({ startMs, endMs }) => startMs < endMs);

const openStretch = stretch.chain((closed) =>
  fc.constantFrom(
    closed,
    { ...closed, startMs: -Infinity },
    { ...closed, endMs: Infinity },
    { startMs: -Infinity, endMs: Infinity },
  ),
);

/** Zero has one sign in an address. */
const unsigned = (value: number): number => value + 0;
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map(unsigned);

const arrangement: fc.Arbitrary<Arrangement> = fc
  .uniqueArray(fc.constantFrom(...VIEWS), { minLength: 1, maxLength: 2 })
  .map(([first, second]) =>
    second === undefined ? [first ?? 'timeline'] : [first ?? 'timeline', second],
  );

const networkChoices: fc.Arbitrary<NetworkChoices> = fc.record({
  mode: fc.constantFrom(...NETWORK_MODES),
  ties: fc.uniqueArray(fc.constantFrom(...TIE_KINDS)),
  includesTentative: fc.boolean(),
  sizeBy: fc.constantFrom(...NODE_MEASURES),
  hasCommunities: fc.boolean(),
  nodesLimit: fc.constantFrom(...NODES_LIMITS),
  ego: fc.option(fc.record({ actor: anyText, depth: fc.integer({ min: 1, max: 3 }) })),
  chain: fc.option(fc.record({ from: anyText, to: anyText })),
  pins: fc
    .array(fc.tuple(anyText, fc.tuple(number, number)), { maxLength: 5 })
    .map((pins) => Object.fromEntries(pins)),
  window: fc.option(
    fc.record({ x: number, y: number, scale: fc.double({ min: 1e-6, max: 1e6, noNaN: true }) }),
  ),
});

const anyChoices: fc.Arbitrary<Choices> = fc
  .record({
    views: arrangement,
    split: fc.integer({ min: 20, max: 80 }).map((percent) => percent / 100),
    network: networkChoices,
    map: fc.record({
      window: fc.option(
        fc.record({
          longitude: fc.double({ min: -180, max: 180, noNaN: true }).map(unsigned),
          latitude: fc.double({ min: -90, max: 90, noNaN: true }).map(unsigned),
          zoom: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        }),
      ),
    }),
    table: fc.record({
      columns: fc.uniqueArray(fc.constantFrom(...EVENT_COLUMNS)),
      sort: fc.record({ by: fc.constantFrom(...EVENT_COLUMNS), isDescending: fc.boolean() }),
    }),
    laneBy: fc.constantFrom(...LANE_FACETS),
    window: fc.option(stretch),
    during: fc.option(openStretch),
    words: anyText,
    includesParts: fc.boolean(),
    rest: fc.constantFrom('fade' as const, 'hide' as const),
    selection: fc.option(
      fc.record({ kind: fc.constantFrom('event' as const, 'actor' as const), id: anyText }),
    ),
    presenting: fc.option(fc.record({ scene: anyText, step: fc.integer({ min: 0, max: 999 }) })),
    uses: fc.array(
      fc.tuple(fc.constantFrom(...FACETS), anyText, fc.constantFrom('any', 'all', 'none')),
      { maxLength: 12 },
    ),
  })
  .map(({ uses, ...rest }) => {
    let choices: Choices = { ...rest, clauses: [] };
    for (const [facet, id, use] of uses) {
      choices = withUse(choices, facet, id, use);
    }
    return choices;
  });

describe('the codec of choices', () => {
  test('what was encoded is decoded the same, whatever it is', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const { choices: again, problems } = decodeChoices(encodeChoices(choices));
        expect(problems).toEqual([]);
        expect(again).toEqual(choices);
      }),
      RUNS,
    );
  });

  test('a browser’s address keeps it too', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const url = new URL('https://example.org/page');
        url.hash = encodeChoices(choices);
        expect(decodeChoices(url.hash).choices).toEqual(choices);
      }),
      RUNS,
    );
  });

  test('equal choices have one encoding', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const text = encodeChoices(choices);
        expect(encodeChoices(decodeChoices(text).choices)).toBe(text);
      }),
      RUNS,
    );
  });

  // Joined at random: what people and other programs get wrong.
  const PIECES = (
    'v view lanes org org.all org.not from to during q sel __proto__ constructor toString ' +
    'hasOwnProperty = & , % %u .. 2013-02-30 +275761-01-01 ms:1e999 / : event: v=99 v=-1'
  ).split(' ');
  const fragments = fc.array(fc.oneof(anyText, fc.constantFrom(...PIECES)));

  test('no text at all breaks it, and every answer is a full set of choices', () => {
    fc.assert(
      fc.property(fragments, fc.constantFrom('', '=', '&', '&a='), (parts, glue) => {
        const { choices, problems } = decodeChoices(parts.join(glue));
        expect(Object.keys(choices).toSorted()).toEqual(Object.keys(DEFAULT_CHOICES).toSorted());
        expect(Object.getPrototypeOf(choices)).toBe(Object.prototype);
        for (const problem of problems) expect(problem.length).toBeLessThan(200);
        // Whatever was understood can be written and read again.
        expect(decodeChoices(encodeChoices(choices)).choices).toEqual(choices);
      }),
      RUNS,
    );
  });

  test('prototype keys change nothing', () => {
    const { choices, problems } = decodeChoices(
      'v=1&__proto__=x&constructor=y&__proto__.view=timeline&org=__proto__&toString=1',
    );
    expect(problems).toEqual([]);
    expect(choices).toEqual(withUse(DEFAULT_CHOICES, 'organisation', '__proto__', 'any'));
    expect(({} as Record<string, unknown>)['view']).toBeUndefined();
  });

  test('an address can be read by people', () => {
    let choices: Choices = {
      ...DEFAULT_CHOICES,
      laneBy: 'place',
      window: { startMs: Date.UTC(2013, 5, 1), endMs: Date.UTC(2014, 1, 1, 10, 30) },
      during: { startMs: Date.UTC(2014, 0, 1), endMs: Infinity },
      words: 'child protection',
      includesParts: false,
      rest: 'hide',
      selection: { kind: 'event', id: 'downing-street-summit' },
    };
    choices = withUse(choices, 'organisation', 'google', 'any');
    choices = withUse(choices, 'organisation', 'microsoft', 'any');
    choices = withUse(choices, 'organisation', 'nca', 'all');
    choices = withUse(choices, 'theme', 'a,b', 'none');
    expect(encodeChoices(choices)).toBe(
      'v=1&lanes=place&org=google,microsoft&org.all=nca&theme.not=a%2Cb' +
        '&from=2013-06-01&to=2014-02-01T10:30Z&during=2014-01-01/..&q=child+protection' +
        '&parts=no&rest=hide&sel=event:downing-street-summit',
    );
    expect(encodeChoices(DEFAULT_CHOICES)).toBe('v=1');
  });

  test.each([
    ['', DEFAULT_CHOICES],
    ['#', DEFAULT_CHOICES],
    ['#v=1', DEFAULT_CHOICES],
    ['lanes=place', { ...DEFAULT_CHOICES, laneBy: 'place' }],
    ['v=1&unknown=1&lanes=place', { ...DEFAULT_CHOICES, laneBy: 'place' }],
    [
      'from=2013&to=2014-03',
      { ...DEFAULT_CHOICES, window: { startMs: Date.UTC(2013), endMs: Date.UTC(2014, 2) } },
    ],
    ['q=caf%C3%A9', { ...DEFAULT_CHOICES, words: 'café' }],
    ['q=100%', { ...DEFAULT_CHOICES, words: '100%' }],
  ] as const)('%s is read without a complaint', (text, choices) => {
    expect(decodeChoices(text)).toEqual({ choices, problems: [] });
  });

  test.each([
    ['view=globe', /view=globe/],
    ['lanes=__proto__', /lanes=__proto__/],
    ['parts=maybe', /yes, no/],
    ['from=2013-06-01', /from.*to/],
    ['from=2014-06-01&to=2013-06-01', /earlier one first/],
    ['from=2013-02-30&to=2014-01-01', /from.*to/],
    ['during=sometime', /during=sometime/],
    ['during=2014-01-01/2013-01-01', /during/],
    ['sel=place:london', /sel=place:london/],
    ['v=x', /no version/],
  ])('%s falls back to the defaults and is told', (text, words) => {
    const { choices, problems } = decodeChoices(text);
    expect(choices).toEqual(DEFAULT_CHOICES);
    expect(problems).toEqual([expect.stringMatching(words)]);
  });

  test('a newer version is read as far as it can be, and that is said', () => {
    const { choices, problems } = decodeChoices('v=2&lanes=place&hologram=on');
    expect(choices.laneBy).toBe('place');
    expect(problems).toEqual([expect.stringMatching(/newer version/)]);
  });

  test('a million values from a stranger are cut to what a page can hold, and that is told', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `k${i}`).join(',');
    const { choices, problems } = decodeChoices(`kind=${many}&q=${'word+'.repeat(10_000)}`);
    expect(choices.clauses[0]?.any).toHaveLength(VALUES_LIMIT);
    expect(choices.words).toHaveLength(WORDS_LIMIT);
    expect(problems).toHaveLength(2);
  });

  test('a value used in two ways is used in the first', () => {
    const { choices } = decodeChoices('org=a,a,b&org.all=b,c&org.not=a,c,d');
    expect(choices.clauses).toEqual([
      { facet: 'organisation', any: ['a', 'b'], all: ['c'], none: ['d'] },
    ]);
  });
});
