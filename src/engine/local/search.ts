/*
 * Finds events, actors, places and themes by what someone typed.
 * Knows: names and texts, folded. Must not know: queries of views, how hits are shown.
 */
import { statusWords } from '../../model/dateWords.ts';
import { assertNever } from '../../base/assertNever.ts';
import type { ActorKind } from '../../model/types.ts';
import type { Query, SearchAnswer, SearchHit, SearchQuestion } from '../port.ts';
import { best } from './best.ts';
import type { EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import { fold, holdsEach, wordsOf } from './fold.ts';
import { totalOf } from './postings.ts';
import type { Relations } from './relations.ts';
import type { Texts } from './texts.ts';
import type { Vocabularies } from './vocabulary.ts';

interface Searched {
  readonly columns: Columns;
  readonly filter: Filter;
  readonly relations: Relations;
  readonly texts: Texts;
}

export interface Candidate {
  /** 0: the name begins with the text; 1: it holds each word; 2: only the texts do. */
  readonly tier: 0 | 1 | 2;
  readonly list: List;
  /** How much it stands for: its events, or an event's own weight. */
  readonly size: number;
  readonly place: number;
}

/** Named things come before events, which are many. */
const LISTS = ['person', 'organisation', 'place', 'theme', 'event'] as const;
type List = (typeof LISTS)[number];

export function answerSearch(searched: Searched, { text, limit }: SearchQuestion): SearchAnswer {
  const { columns, filter, relations } = searched;
  const words = wordsOf(text);
  if (words.length === 0) return { hits: [], found: 0 };
  const phrase = phraseOf(text);
  const named = namedCandidates(columns.facets, phrase, words, (list, value) =>
    totalOf(columns.facets[list].direct, value),
  );
  const query: Query = { clauses: [], during: null, words: text, includesParts: false };
  const events = filter.match(query);
  const found = both(named, eventCandidates(searched, events, phrase, words));
  return {
    hits: bestHits(columns, relations, found, limit),
    found: named.length + events.count,
  };
}

/** What someone typed, folded, its spaces made one each. */
export function phraseOf(text: string): string {
  return fold(text).trim().replaceAll(/\s+/gu, ' ');
}

/** The best of what was found; events are candidates by their ordinal in `columns`. */
export function bestHits(
  columns: Columns,
  relations: Pick<Relations, 'actors' | 'places'>,
  found: Iterable<Candidate>,
  limit: number,
): readonly SearchHit[] {
  return best(found, limit, compare).map((candidate) => hitOf(columns, relations, candidate));
}

function compare(a: Candidate, b: Candidate): number {
  return (
    a.tier - b.tier ||
    LISTS.indexOf(a.list) - LISTS.indexOf(b.list) ||
    b.size - a.size ||
    a.place - b.place
  );
}

/** Actors, places and themes whose names hold each word; `eventsTotalOf` says in how many events each is. */
export function namedCandidates(
  vocabularies: Pick<Vocabularies, Exclude<List, 'event'>>,
  phrase: string,
  words: readonly string[],
  eventsTotalOf: (list: Exclude<List, 'event'>, value: number) => number,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const list of LISTS) {
    if (list === 'event') continue;
    for (const [place, text] of vocabularies[list].searchTexts.entries()) {
      if (!holdsEach(text, words)) continue;
      const tier = text.startsWith(phrase) ? 0 : 1;
      found.push({ tier, list, size: eventsTotalOf(list, place), place });
    }
  }
  return found;
}

/** One at a time: a common word may be in every event, and only the best are kept. */
function* eventCandidates(
  { columns, texts }: Searched,
  events: EventSet,
  phrase: string,
  words: readonly string[],
): Generator<Candidate> {
  for (const place of events.toArray()) {
    const title = texts.titleOf(place);
    const tier = title.startsWith(phrase) ? 0 : holdsEach(title, words) ? 1 : 2;
    yield { tier, list: 'event', size: columns.weights[place] ?? 0, place };
  }
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

function hitOf(
  columns: Columns,
  relations: Pick<Relations, 'actors' | 'places'>,
  { list, place }: Candidate,
): SearchHit {
  if (list === 'event') {
    const event = columns.events.at(place);
    return {
      kind: 'event',
      id: event?.id ?? '',
      name: event?.title ?? '',
      detail: statusWords(columns.dateOf(event?.date ?? ''), event?.status ?? 'happened'),
      facet: null,
    };
  }
  const facet = columns.facets[list];
  const id = facet.ids[place] ?? '';
  const hit = { id, name: facet.names[place] ?? '', facet: list };
  switch (list) {
    case 'person':
    case 'organisation': {
      const kind = relations.actors.get(id)?.kind;
      return { ...hit, kind: 'actor', detail: kind === undefined ? '' : KIND_WORDS[kind] };
    }
    case 'place': {
      const within = relations.places.get(id)?.within ?? '';
      return { ...hit, kind: 'place', detail: relations.places.get(within)?.name ?? '' };
    }
    case 'theme':
      return { ...hit, kind: 'theme', detail: '' };
    default:
      return assertNever(list);
  }
}

const KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  group: 'Group',
  office: 'Office',
};
