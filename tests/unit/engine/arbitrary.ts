/** Small random histories and queries over them, for property tests. */
import fc from 'fast-check';
import type { Clause, FacetName, Query } from '../../../src/engine/port.ts';
import type { Actor, Dataset, HistoryEvent, Place, Theme } from '../../../src/model/types.ts';
import { between } from './ask.ts';

const DAYS = ['2013-01-05', '2013-06-30', '2014-02-28', '2014-12-31', '2015-07-01'] as const;

/** Every form of date that the engine treats in its own way. */
export const aDate = fc.oneof(
  fc.constantFrom(...DAYS),
  fc.constantFrom('2013', '2014-06', '2014-12~', '2015?', '201X', '-0044-03-15'),
  fc.constantFrom('2013-01-05/2014-06', '2014/2015-03~', '2013-06/..', '../2014-02'),
  fc.constantFrom('[..2014-04]', '[2014-04..]', '[2013-01-05, 2015-07-01]', 'soon'),
);

const ACTORS: readonly Actor[] = [
  { id: 'home', name: 'Home Office', kind: 'organisation', partOf: [{ actor: 'gov' }] },
  { id: 'gov', name: 'Government', kind: 'organisation', sector: 'government' },
  {
    id: 'unit',
    name: 'Task Unit',
    kind: 'group',
    sector: 'law-enforcement',
    partOf: [{ actor: 'home', date: '2014' }, { actor: 'net' }],
  },
  { id: 'net', name: 'Netzwerk Österreich', kind: 'organisation', aliases: ['Web'] },
  { id: 'ada', name: 'Ada Web', kind: 'person', partOf: [{ actor: 'unit' }] },
  { id: 'minister', name: 'The Minister', kind: 'office', sector: 'government' },
];
const PLACES: readonly Place[] = [
  { id: 'uk', name: 'United Kingdom' },
  { id: 'london', name: 'London', within: 'uk' },
  { id: 'inn', name: "Gray's Inn", within: 'london' },
  { id: 'wien', name: 'Wien' },
];
const THEMES: readonly Theme[] = [
  { id: 'safety', name: 'Safety' },
  { id: 'images', name: 'Images', broader: 'safety' },
  { id: 'law', name: 'Law' },
];

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id);
const some = (ids: readonly string[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...ids), { maxLength });

const anEvent = fc.record(
  {
    title: fc.constantFrom('Speech on safety', 'A web of talks', 'Réunion à Wien', 'Pledge'),
    date: aDate,
    status: fc.constantFrom('happened' as const, 'planned' as const),
    kind: fc.constantFrom('speech', 'meeting'),
    summary: fc.constantFrom('They met in London.', 'Nothing of note'),
    weight: fc.integer({ min: 1, max: 5 }),
    actors: some(idsOf(ACTORS)).map((ids) => ids.map((actor) => ({ actor }))),
    places: some(idsOf(PLACES), 2),
    themes: some(idsOf(THEMES)),
  },
  { requiredKeys: ['title', 'date'] },
);

export function aHistory(maxLength = 30): fc.Arbitrary<Dataset> {
  return fc.array(anEvent, { maxLength }).map((events): Dataset => ({
    version: 1,
    title: 'Random',
    actors: ACTORS,
    places: PLACES,
    themes: THEMES,
    // Every fifth is part of the one before, so that places are inherited.
    events: events.map((event, i) => ({
      ...event,
      id: `e${i}`,
      ...(i % 5 === 4 ? { partOf: `e${i - 1}` } : {}),
    })) as readonly HistoryEvent[],
  }));
}

const VALUES: Readonly<Record<FacetName, readonly string[]>> = {
  organisation: ['home', 'gov', 'unit', 'net', 'nobody'],
  person: ['ada', 'minister'],
  place: idsOf(PLACES),
  theme: idsOf(THEMES),
  sector: ['government', 'law-enforcement'],
  kind: ['speech', 'meeting'],
  status: ['happened', 'planned'],
};

const aClause = fc
  .constantFrom<FacetName>('organisation', 'person', 'place', 'theme', 'sector', 'kind', 'status')
  .chain((facet): fc.Arbitrary<Clause> =>
    fc.record({
      facet: fc.constant(facet),
      any: some(VALUES[facet], 2),
      all: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(VALUES[facet], 2)),
      none: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, some(VALUES[facet], 2)),
    }),
  );

export const aQuery: fc.Arbitrary<Query> = fc.record({
  clauses: fc.uniqueArray(aClause, { maxLength: 3, selector: ({ facet }) => facet }),
  during: fc.option(
    fc
      .tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS))
      .filter(([a, b]) => a < b)
      .map(([a, b]) => between(a, b)),
  ),
  words: fc.constantFrom(
    '',
    '',
    'web',
    'wien',
    'LONDON met',
    "gray's",
    'osterreich',
    'speech safe',
  ),
  includesParts: fc.boolean(),
});
