/*
 * What things are called on the page: facets, their values, kinds, roles of links.
 * Knows: the port's words. Must not know: React, the store.
 */
import { assertNever } from '../base/assertNever.ts';
import type { ActorEntry, DatasetAnswer, EventDetails, FacetName } from '../engine/port.ts';
import { MONTHS } from '../model/instantWords.ts';
import type { ReadReport } from '../model/readReport.ts';
import type { ActorKind } from '../model/types.ts';

export interface FacetWords {
  readonly title: string;
  /** The name of the box that finds a value. */
  readonly find: string;
  readonly isOpenAtFirst: boolean;
}

export const FACET_WORDS: Readonly<Record<FacetName, FacetWords>> = {
  organisation: { title: 'Organisations', find: 'Find an organisation', isOpenAtFirst: true },
  person: { title: 'People', find: 'Find a person', isOpenAtFirst: true },
  place: { title: 'Places', find: 'Find a place', isOpenAtFirst: true },
  theme: { title: 'Themes', find: 'Find a theme', isOpenAtFirst: true },
  sector: { title: 'Sectors', find: 'Find a sector', isOpenAtFirst: false },
  kind: { title: 'Kinds', find: 'Find a kind', isOpenAtFirst: false },
  status: { title: 'Status', find: 'Find a status', isOpenAtFirst: false },
};

/** "1 event", "12,345 events". */
export function eventsWords(count: number): string {
  return `${numberWords(count)} ${count === 1 ? 'event' : 'events'}`;
}

const NUMBER = new Intl.NumberFormat('en-GB');

/** With thousands apart: "12,345". */
export function numberWords(count: number): string {
  return NUMBER.format(count);
}

/** Short, for a button: "12 problems", "3 left out", "Report". */
export function reportButtonWords({ problemsTotal, leftOut }: ReadReport): string {
  if (leftOut !== null) return `${numberWords(leftOut.total)} left out`;
  if (problemsTotal === 0) return 'How it was read';
  return `${numberWords(problemsTotal)} ${problemsTotal === 1 ? 'problem' : 'problems'}`;
}

/** The facet that choosing an actor sets. */
export function facetOf(kind: ActorKind): FacetName {
  return kind === 'person' || kind === 'office' ? 'person' : 'organisation';
}

/** "law-enforcement" as it stands in a file, "Law enforcement" as it is read. */
export function sentenceCase(word: string): string {
  const spaced = word.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** The name of a facet's value; its id where the history has none (an old address). */
export function valueName(history: DatasetAnswer, facet: FacetName, id: string): string {
  switch (facet) {
    case 'organisation':
    case 'person':
      return history.actors.find((actor) => actor.id === id)?.name ?? id;
    case 'place':
      return history.places.find((place) => place.id === id)?.name ?? id;
    case 'theme':
      return history.themes.find((theme) => theme.id === id)?.name ?? id;
    case 'sector':
    case 'kind':
    case 'status':
      return sentenceCase(id);
    default:
      return assertNever(facet);
  }
}

/** "Organisation · industry". */
export function actorWords(actor: Pick<ActorEntry, 'kind' | 'sector'>): string {
  const kind = sentenceCase(actor.kind);
  return actor.sector === null ? kind : `${kind} · ${actor.sector.replaceAll('-', ' ')}`;
}

const LONG_MONTHS = new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'gu');

/** A date's words where room is short: "from Dec 2014" of "from December 2014, end not stated". */
export function shortDate(dateWords: string): string {
  const date = dateWords.split(', ')[0] ?? dateWords;
  return date.replaceAll(LONG_MONTHS, (month) => month.slice(0, 3));
}

type Thread = EventDetails['thread'][number];

/** A link read from the event in view: 'after' is where it points, 'before' is what points to it. */
export const LINK_WORDS: Readonly<Record<Thread['direction'], Record<Thread['kind'], string>>> = {
  after: {
    'leads-to': 'this led to it',
    announces: 'announced here',
    'follows-up': 'this follows it up',
    'responds-to': 'this responds to it',
  },
  before: {
    'leads-to': 'led to this',
    announces: 'announced this',
    'follows-up': 'followed this up',
    'responds-to': 'responded to this',
  },
};
