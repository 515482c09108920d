/*
 * Choices: everything that the user chose, as one plain immutable value.
 * Knows: the port's query. Must not know: the store, React, how an address or a scene writes it (codec.ts).
 */
import type { Interval } from '../base/interval.ts';
import {
  FACETS,
  type Clause,
  type FacetName,
  type LaneBy,
  type Query,
  type Ref,
} from '../engine/port.ts';

/** The views that exist; the tab list shows them in this order. */
export const VIEWS = ['timeline'] as const;
export type ViewName = (typeof VIEWS)[number];

/** How one value of a facet is used: allowed among alternatives, required, excluded, or not at all. */
export type ValueUse = 'any' | 'all' | 'none' | null;

export interface Choices {
  readonly view: ViewName;
  readonly laneBy: LaneBy;
  /** The visible stretch of time; null: all of it. */
  readonly window: Interval | null;
  readonly clauses: readonly Clause[];
  readonly during: Interval | null;
  readonly words: string;
  readonly includesParts: boolean;
  /** Whether events that do not match fade or go. */
  readonly rest: 'fade' | 'hide';
  readonly selection: Ref | null;
}

export const DEFAULT_CHOICES: Choices = {
  view: 'timeline',
  laneBy: 'theme',
  window: null,
  clauses: [],
  during: null,
  words: '',
  includesParts: true,
  rest: 'fade',
  selection: null,
};

export function queryOf(choices: Choices): Query {
  return {
    clauses: choices.clauses,
    during: choices.during,
    words: choices.words,
    includesParts: choices.includesParts,
  };
}

export function isFiltered(choices: Choices): boolean {
  return choices.clauses.length > 0 || choices.during !== null || choices.words !== '';
}

export function valueUse(choices: Choices, facet: FacetName, id: string): ValueUse {
  const clause = choices.clauses.find((candidate) => candidate.facet === facet);
  if (clause === undefined) return null;
  if (clause.any.includes(id)) return 'any';
  if (clause.all.includes(id)) return 'all';
  return clause.none.includes(id) ? 'none' : null;
}

/**
 * The choices with one value of a facet used another way. Clauses keep the order of FACETS and are
 * never empty, so that equal choices are equal values.
 */
export function withUse(choices: Choices, facet: FacetName, id: string, use: ValueUse): Choices {
  const old = choices.clauses.find((clause) => clause.facet === facet);
  const keep = (kind: 'any' | 'all' | 'none'): string[] => {
    const rest = (old?.[kind] ?? []).filter((value) => value !== id);
    return use === kind ? [...rest, id] : rest;
  };
  const clause: Clause = { facet, any: keep('any'), all: keep('all'), none: keep('none') };
  const isEmpty = clause.any.length + clause.all.length + clause.none.length === 0;
  const others = choices.clauses.filter((candidate) => candidate.facet !== facet);
  const clauses = isEmpty ? others : [...others, clause];
  return {
    ...choices,
    clauses: clauses.toSorted((a, b) => FACETS.indexOf(a.facet) - FACETS.indexOf(b.facet)),
  };
}

export function withoutFilters(choices: Choices): Choices {
  return { ...choices, clauses: [], during: null, words: '' };
}
