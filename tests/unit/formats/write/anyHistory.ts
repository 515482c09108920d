/** Random histories with a value in every field and hostile texts in every text, for round trips. */
import fc from 'fast-check';
import { wellFormed } from '../../../../src/formats/wellFormed.ts';
import type {
  Actor,
  Citation,
  Dataset,
  Figure,
  HistoryEvent,
  Place,
  Scene,
  Source,
  Theme,
} from '../../../../src/model/types.ts';

/** What breaks programs: formulas, markup, quotes, line ends, marks of direction, halves of letters. */
const HOSTILE = [
  '=HYPERLINK("http://example.org";"x")',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  "'=1",
  "''+",
  "'tis",
  '<script>alert(1)</script>',
  '</text>&amp;]]>',
  'javascript:alert(1)',
  'a;b',
  'a, b',
  'a|b',
  'a\\b',
  'a"b',
  'two\nlines',
  'two\r\nlines',
  ' padded ',
  '\u202Eback\u202C',
  '\uD83D',
  'half\uDC00',
  '\u0000\u0001\u001F',
  '\uFEFFmark',
  '\u2028\u2029',
  '漢字',
  'e\u0301',
  '👩‍🚀',
  '__proto__',
  'constructor',
  '# *a* [b](javascript:x) `c` 1. d',
  'x'.repeat(90),
] as const;

const aText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', 'A meeting', 'London'),
);
const aName = aText.map((text) => (text === '' ? 'A name' : text));
const aUrl = fc.constantFrom(
  'https://example.org/a?b=c&d="e"',
  "http://example.org/'x'",
  'HTTPS://EXAMPLE.ORG/%F0',
);

const anEdtf = fc.oneof(
  fc.constantFrom('2013-01-05', '2013-06-30', '2014', '2014-06', '2014-12~', '2015?', '201X'),
  fc.constantFrom(
    '-0044-03-15',
    'Y-13800000000',
    '2014-21',
    '0000',
    '12',
    '2024-02-30',
    'soon',
    '',
  ),
  fc.constantFrom('2013-01-05/2014-06', '2014/2015-03~', '2013-06/..', '../2014-02', '2013/'),
  fc.constantFrom('[..2014-04]', '[2014-04..]', '{2013-01-05, 2015-07-01}', '2014-03-01T12:30:00Z'),
);

const IDS = ['a', 'b', 'c d', '__proto__', 'constructor', '=1', 'ü', '\uD800', '0'] as const;

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id);

/** Some of these, each once; an empty list where there are none. */
function someOf(ids: readonly string[]): fc.Arbitrary<string[]> {
  return ids.length === 0
    ? fc.constant([])
    : fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 });
}

type Keys = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** A record with some of its optional fields; a field whose arbitrary is null cannot be there. */
function aRecord<T>(
  required: Keys,
  optional: Readonly<Record<string, fc.Arbitrary<unknown> | null>>,
): fc.Arbitrary<T> {
  const there = Object.entries(optional).flatMap(([key, value]) =>
    value === null ? [] : [[key, value] as const],
  );
  // Keys and values are told apart at run time alone: which record it is, the caller says.
  return fc.record(
    { ...required, ...Object.fromEntries(there) },
    { requiredKeys: Object.keys(required), noNullPrototype: true },
  ) as unknown as fc.Arbitrary<T>; // as the caller says
}

const oneOf = (ids: readonly string[]) => (ids.length === 0 ? null : fc.constantFrom(...ids));
const aFigure: fc.Arbitrary<Figure> = aRecord(
  { value: fc.constantFrom(48, 0.5, -3, 1e21), unit: aText },
  {
    label: aText,
    qualifier: fc.constantFrom('over', 'about', 'up-to', 'at-least'),
    currency: fc.constantFrom('GBP'),
    over: fc.constantFrom('P5Y'),
    asOf: anEdtf,
  },
);

function citations(sources: readonly string[]): fc.Arbitrary<Citation[]> {
  if (sources.length === 0) return fc.constant([]);
  const aCitation = aRecord<Citation>(
    { source: fc.constantFrom(...sources) },
    { locator: aText, quote: aText, cites: someOf(sources) },
  );
  return fc.array(aCitation, { maxLength: 2 });
}

/** Records with ids of their own, each made with the ids of those before it. */
function listOf<T>(
  maxLength: number,
  make: (id: string, before: readonly string[]) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc
    .uniqueArray(fc.constantFrom(...IDS), { maxLength })
    .chain((ids) => fc.tuple(...ids.map((id, i) => make(id, ids.slice(0, i)))))
    .map((list) => [...list]);
}

const sources = listOf<Source>(3, (id) =>
  aRecord(
    { id: fc.constant(id), title: aName },
    {
      number: fc.constantFrom(1, 2, 17),
      publisher: aText,
      kind: aText,
      date: anEdtf,
      url: aUrl,
    },
  ),
);
const places = listOf<Place>(3, (id, before) =>
  aRecord(
    { id: fc.constant(id), name: aName },
    {
      kind: aText,
      within: oneOf(before),
      latitude: fc.constantFrom(51.5, -90, 0),
      longitude: fc.constantFrom(-0.1, 180),
      country: fc.constantFrom('GB'),
    },
  ),
);
const themes = listOf<Theme>(3, (id, before) =>
  aRecord({ id: fc.constant(id), name: aName }, { description: aText, broader: oneOf(before) }),
);

function actorsOf(placeIds: readonly string[], sourceIds: readonly string[]) {
  return listOf<Actor>(3, (id, before) => {
    const aRole = aRecord(
      { title: aName },
      { organisation: oneOf(before), date: anEdtf, citations: citations(sourceIds) },
    );
    const aPart = (actor: string) => aRecord({ actor: fc.constant(actor) }, { date: anEdtf });
    return aRecord(
      {
        id: fc.constant(id),
        name: aName,
        kind: fc.constantFrom('person', 'organisation', 'group', 'office'),
      },
      {
        sector: fc.oneof(fc.constantFrom('government', 'industry'), aText),
        aliases: fc.array(aText, { maxLength: 2 }),
        description: aText,
        place: oneOf(placeIds),
        partOf: someOf(before).chain((wholes) => fc.tuple(...wholes.map(aPart))),
        roles: fc.array(aRole, { maxLength: 2 }),
      },
    );
  });
}

interface Known {
  readonly sources: readonly string[];
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly themes: readonly string[];
}

function eventsOf(known: Known) {
  const participation = (actor: string) =>
    aRecord(
      { actor: fc.constant(actor) },
      {
        role: aText,
        title: aText,
        part: fc.constantFrom('took-part', 'mentioned', 'expected'),
        inferred: fc.boolean(),
      },
    );
  const aMedium = aRecord({ url: aUrl, alt: aText }, { caption: aText, credit: aText });
  return listOf<HistoryEvent>(6, (id, before) =>
    aRecord(
      { id: fc.constant(id), title: aName, date: anEdtf },
      {
        status: fc.constantFrom('happened', 'planned', 'unconfirmed', 'cancelled', 'postponed'),
        kind: aText,
        summary: aText,
        weight: fc.constantFrom(1, 2.5, 3, 5),
        partOf: oneOf(before),
        order: fc.constantFrom(1, 2, -1),
        actors: someOf(known.actors).chain((ids) => fc.tuple(...ids.map(participation))),
        places: someOf(known.places),
        themes: someOf(known.themes),
        links: someOf(before).chain((ids) =>
          fc.tuple(
            ...ids.map((to) =>
              aRecord(
                {
                  to: fc.constant(to),
                  kind: fc.constantFrom('leads-to', 'announces', 'follows-up', 'responds-to'),
                },
                { note: aText },
              ),
            ),
          ),
        ),
        figures: fc.array(aFigure, { maxLength: 2 }),
        media: fc.array(aMedium, { maxLength: 2 }),
        citations: citations(known.sources),
      },
    ),
  );
}

function scenesOf(sourceIds: readonly string[]) {
  return listOf<Scene>(2, (id) =>
    aRecord(
      { id: fc.constant(id), title: aName, view: fc.constantFrom('v=1&view=map', '') },
      {
        text: aText,
        notes: aText,
        figures: fc.array(aFigure, { maxLength: 1 }),
        citations: citations(sourceIds),
        steps: fc.array(aRecord({}, { text: aText, view: aText }), { maxLength: 2 }),
        hidden: fc.boolean(),
        plannedSeconds: fc.constantFrom(0, 90),
      },
    ),
  );
}

/** Any history that model/parse passes unchanged, but for its lists, which are all there. */
export const anyHistory: fc.Arbitrary<Dataset> = fc
  .tuple(sources, places, themes)
  .chain(([sourceList, placeList, themeList]) =>
    actorsOf(idsOf(placeList), idsOf(sourceList)).chain((actorList) => {
      const known = {
        sources: idsOf(sourceList),
        actors: idsOf(actorList),
        places: idsOf(placeList),
        themes: idsOf(themeList),
      };
      const [first, ...others] = known.actors;
      const aTie =
        first === undefined || others.length === 0
          ? null
          : aRecord(
              { from: fc.constant(first), to: fc.constantFrom(...others) },
              {
                kind: aText,
                weight: fc.constantFrom(0, 1, 2.5),
                date: anEdtf,
                citations: citations(known.sources),
              },
            );
      return aRecord<Dataset>(
        {
          version: fc.constant(1),
          title: aName,
          sources: fc.constant(sourceList),
          actors: fc.constant(actorList),
          places: fc.constant(placeList),
          themes: fc.constant(themeList),
          events: eventsOf(known),
          ties: aTie === null ? fc.constant([]) : fc.array(aTie, { maxLength: 3 }),
          periods: listOf(2, (id) =>
            aRecord({ id: fc.constant(id), title: aName, date: anEdtf }, {}),
          ),
          scenes: scenesOf(known.sources),
        },
        {
          subtitle: aText,
          description: aText,
          language: fc.constantFrom('en-GB', 'de'),
          asOf: anEdtf,
          licence: aText,
        },
      );
    }),
  );

/** As it is once it has been read from a file: halves of letters replaced, marks of direction closed. */
export const anyReadHistory: fc.Arbitrary<Dataset> = anyHistory.map((history) => {
  const text = JSON.stringify(history);
  return wellFormed(JSON.parse(text), text) as Dataset;
});
