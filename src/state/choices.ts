/*
 * Choices: everything that the user chose, as one plain immutable value.
 * Knows: the port's query. Must not know: the store, React, how an address or a scene writes it (codec.ts).
 */
import type { Interval } from '../base/interval.ts';
import {
  FACETS,
  type Clause,
  type EventColumn,
  type FacetName,
  type LaneBy,
  type Query,
  type Ref,
} from '../engine/port.ts';
import {
  TIE_KINDS,
  type NetworkMode,
  type NodeMeasure,
  type TieKind,
} from '../engine/port/network.ts';

/** The views that exist. */
export const VIEWS = ['timeline', 'network', 'map', 'table'] as const;
export type ViewName = (typeof VIEWS)[number];

/** One view, or two that share the window: the first above the second. On a phone only the first shows. */
export type Arrangement = readonly [ViewName] | readonly [ViewName, ViewName];

/** As many as names can be told apart; as many as shapes can; as many as still move at once. */
export const NODES_LIMITS = [400, 2000, 10_000] as const;
export type NodesLimit = (typeof NODES_LIMITS)[number];

/** What is chosen of the network, beyond the filters and the visible range that all views share. */
export interface NetworkChoices {
  readonly mode: NetworkMode;
  readonly ties: readonly TieKind[];
  readonly includesTentative: boolean;
  readonly sizeBy: NodeMeasure;
  readonly hasCommunities: boolean;
  /** So many nodes at most; the view says what was left out. */
  readonly nodesLimit: NodesLimit;
  readonly ego: { readonly actor: string; readonly depth: number } | null;
  readonly chain: { readonly from: string; readonly to: string } | null;
  /** Where nodes were dragged to, by node key, in the layout's own units. */
  readonly pins: Readonly<Record<string, readonly [x: number, y: number]>>;
  /** The visible part of the layout: its centre and pixels per unit; null: all of it. */
  readonly window: { readonly x: number; readonly y: number; readonly scale: number } | null;
}

/** What is chosen of the map. */
export interface MapChoices {
  /** Degrees, and the zoom over the whole world; null: where the places are. */
  readonly window: {
    readonly longitude: number;
    readonly latitude: number;
    readonly zoom: number;
  } | null;
}

/** What is chosen of the table. */
export interface TableChoices {
  readonly columns: readonly EventColumn[];
  readonly sort: { readonly by: EventColumn; readonly isDescending: boolean };
}

/** How one value of a facet is used: allowed among alternatives, required, excluded, or not at all. */
export type ValueUse = 'any' | 'all' | 'none' | null;

/** A place in the briefing. */
export interface BriefingPlace {
  /** A scene's id. */
  readonly scene: string;
  /** How many of the scene's steps have been taken; 0: none yet. */
  readonly step: number;
}

export interface Choices {
  readonly views: Arrangement;
  /** The first view's share of the height when two share the window; 0.2 to 0.8. */
  readonly split: number;
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
  readonly network: NetworkChoices;
  readonly map: MapChoices;
  readonly table: TableChoices;
  /**
   * What is presented now; null while one explores. All else in these choices stays what was explored:
   * a scene brings its own choices, in a store of its own.
   */
  readonly presenting: BriefingPlace | null;
}

export const DEFAULT_CHOICES: Choices = {
  views: ['timeline', 'network'],
  split: 0.56,
  laneBy: 'theme',
  window: null,
  clauses: [],
  during: null,
  words: '',
  includesParts: true,
  rest: 'fade',
  selection: null,
  network: {
    mode: 'actors',
    ties: TIE_KINDS,
    includesTentative: false,
    sizeBy: 'events',
    hasCommunities: false,
    nodesLimit: 400,
    ego: null,
    chain: null,
    pins: {},
    window: null,
  },
  map: { window: null },
  table: {
    columns: ['date', 'title', 'actors', 'places', 'themes'],
    sort: { by: 'date', isDescending: false },
  },
  presenting: null,
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
