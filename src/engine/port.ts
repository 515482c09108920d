/*
 * The engine's port: the handful of questions that views may ask of a history, and their answers.
 * Knows: the model's shapes. Must not know: who answers (worker, database), who asks, pixels beyond a width.
 * Every answer fits the screen: its size depends on what was asked for, not on the size of the history.
 */
import type { Interval } from '../base/interval.ts';
import type { HistoryDesk, KeptPlace } from './port/desk.ts';
import type {
  NeighboursAnswer,
  NeighboursQuestion,
  NetworkAnswer,
  NetworkQuestion,
} from './port/network.ts';
import type { Details } from './port/details.ts';
import type { PlacesAnswer, PlacesQuestion } from './port/places.ts';

import type { ReadReport } from '../model/readReport.ts';
import type {
  ActorKind,
  DateInfo,
  EventStatus,
  LinkKind,
  Place,
  Problem,
  Scene,
  Source,
  Theme,
} from '../model/types.ts';

export type * from './port/details.ts';

// ── What is chosen ───────────────────────────────────────────────────────────────────────────────

/** In the order in which panels show them. Organisations hold groups too, people hold offices. */
export const FACETS = [
  'organisation',
  'person',
  'place',
  'theme',
  'sector',
  'kind',
  'status',
] as const;
export type FacetName = (typeof FACETS)[number];

/** One facet's part of a filter; it knows its facet, so that the facet's own counts can leave it out. */
export interface Clause {
  readonly facet: FacetName;
  /** Alternatives: an event needs one of them (none given: no demand). */
  readonly any: readonly string[];
  /** Required: an event needs each of them. */
  readonly all: readonly string[];
  /** Excluded: an event may have none of them. */
  readonly none: readonly string[];
}

/** Which events are meant. Clauses of different facets combine; at most one clause a facet. */
export interface Query {
  readonly clauses: readonly Clause[];
  /** Events whose date overlaps it; null: all time. */
  readonly during: Interval | null;
  /** Each word must occur in title, summary, quotes or names; case and accents aside. */
  readonly words: string;
  /** A value also stands for its parts: organisations (partOf), places (within), themes (broader). */
  readonly includesParts: boolean;
}

export type Ref =
  { readonly kind: 'event'; readonly id: string } | { readonly kind: 'actor'; readonly id: string };

// ── What is in this history ──────────────────────────────────────────────────────────────────────

export interface ActorEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly sector: string | null;
}

export interface PeriodEntry {
  readonly id: string;
  readonly title: string;
  readonly date: DateInfo;
}

export interface DatasetAnswer {
  readonly title: string;
  readonly subtitle: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly licence: string | null;
  readonly asOf: DateInfo | null;
  /** From the earliest to the latest closed end of any event; never empty, never infinite. */
  readonly extent: Interval;
  readonly eventsTotal: number;
  readonly sources: readonly Source[];
  readonly actors: readonly ActorEntry[];
  readonly places: readonly Place[];
  /** In the order of the file: it decides colours and lanes. */
  readonly themes: readonly Theme[];
  readonly sectors: readonly string[];
  readonly periods: readonly PeriodEntry[];
  /** The history's own briefing, hidden scenes too; at most SCENES_LIMIT. */
  readonly scenes: readonly Scene[];
  /** Facets that hold at least one value. */
  readonly facets: readonly FacetName[];
  /** What was kept and marked while reading. */
  readonly warnings: readonly Problem[];
}

// ── How many per value ───────────────────────────────────────────────────────────────────────────

export interface FacetsQuestion {
  readonly query: Query;
  readonly facets: readonly {
    readonly facet: FacetName;
    /** Only values whose name or alias holds these words. */
    readonly find: string;
    /** At most so many values; chosen ones come on top of it. */
    readonly limit: number;
  }[];
}

export interface FacetValue {
  readonly id: string;
  readonly name: string;
  /** Matches if this value were chosen: all of the query but this facet's own clause. */
  readonly count: number;
  /** Events with this value in the whole history. */
  readonly total: number;
}

export interface FacetAnswer {
  readonly facet: FacetName;
  /** By count, then total, then name; chosen values are always among them. */
  readonly values: readonly FacetValue[];
  /** How many values pass `find`, listed or not. */
  readonly found: number;
}

export interface FacetsAnswer {
  readonly matched: number;
  readonly total: number;
  readonly facets: readonly FacetAnswer[];
}

// ── What to draw in this window at this width ────────────────────────────────────────────────────

export const LANE_FACETS = ['theme', 'organisation', 'person', 'place', 'sector', 'none'] as const;
export type LaneBy = (typeof LANE_FACETS)[number];

export interface TimelineQuestion {
  readonly query: Query;
  readonly laneBy: LaneBy;
  /** What is visible; the answer also covers as much again on either side, so that a pan finds it there. */
  readonly window: Interval;
  /** Width on which the window is drawn, in CSS pixels. */
  readonly widthPx: number;
  /** 'fade' also returns events that do not match, marked so. */
  readonly rest: 'fade' | 'hide';
  /** At most so many events by themselves within the window (and in proportion beside it). */
  readonly marksLimit: number;
  /** At most so many lanes; the last one then gathers the others. */
  readonly lanesLimit: number;
  /** Bins of density are about this wide. */
  readonly binPx: number;
  /** Events that are drawn by themselves whatever the room: the selected, the focused. */
  readonly keep: readonly string[];
}

export interface TimelineLane {
  /** The value's id; null for the lane of events that have none, and for the lane of all others. */
  readonly id: string | null;
  readonly name: string;
  /** Matching events in this lane, whatever the window. */
  readonly count: number;
  /** Palette slot of the theme or sector that the lane stands for; null where it stands for neither. */
  readonly colour: number | null;
}

export interface TimelineMark {
  readonly id: string;
  readonly title: string;
  /** With what is still open about it, such as "planned for 16–17 November 2015". */
  readonly dateWords: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly extent: 'within' | 'throughout';
  /** False where the file gives a day or a time exactly. */
  readonly isWide: boolean;
  readonly isStartApproximate: boolean;
  readonly isEndApproximate: boolean;
  readonly isUncertain: boolean;
  readonly status: EventStatus;
  readonly weight: number;
  readonly matches: boolean;
  /** Indices into lanes: drawn in each, counted once. */
  readonly lanes: readonly number[];
  /** Palette slot of the main theme; null where there is none. */
  readonly colour: number | null;
  readonly partOf: string | null;
  readonly order: number | null;
}

/** Events that are not drawn by themselves, counted per lane and stretch of time. */
export interface TimelineBin {
  readonly lane: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Matching events. */
  readonly count: number;
  /** Events that do not match (0 when the rest is hidden). */
  readonly rest: number;
}

export interface TimelineLink {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
}

export interface TimelineAnswer {
  readonly laneBy: LaneBy;
  /** The stretch of time that marks and bins cover: the window and as much on either side. */
  readonly covers: Interval;
  readonly lanes: readonly TimelineLane[];
  readonly marks: readonly TimelineMark[];
  readonly bins: readonly TimelineBin[];
  /** Links of which both ends are among the marks. */
  readonly links: readonly TimelineLink[];
}

// ── How things went over time ────────────────────────────────────────────────────────────────────

export interface StatisticsQuestion {
  readonly query: Query;
  readonly over: Interval;
  /** The number of equal bins. */
  readonly bins: number;
  /** So many of the most active actors; 0: none, and no ties are counted either. */
  readonly actorsLimit: number;
}

export interface StatisticsAnswer {
  readonly over: Interval;
  /** Matching events per bin; an event counts in the bin of its middle. */
  readonly counts: readonly number[];
  /** All events per bin. */
  readonly totals: readonly number[];
  /** By matching events that happened and in which they took part. */
  readonly actors: readonly (ActorEntry & { readonly events: number })[];
  /** Pairs of actors whose first matching event together falls in the bin; empty where no actors were asked for. */
  readonly newTies: readonly number[];
  /** Missing: ties were counted among all actors; else only among so many of the most active. */
  readonly newTiesAmong?: number;
}

// ── Which events, in this order ──────────────────────────────────────────────────────────────────

export const EVENT_COLUMNS = [
  'date',
  'title',
  'status',
  'kind',
  'actors',
  'places',
  'themes',
  'weight',
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

export interface EventsQuestion {
  readonly query: Query;
  readonly sort: { readonly by: EventColumn; readonly isDescending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface EventRow {
  readonly id: string;
  readonly title: string;
  readonly date: DateInfo;
  readonly status: EventStatus;
  readonly kind: string | null;
  readonly weight: number;
  /** Ids, as are places and themes. */
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly themes: readonly string[];
}

export interface EventsAnswer {
  readonly matched: number;
  readonly total: number;
  readonly rows: readonly EventRow[];
}

// ── What lights up together ──────────────────────────────────────────────────────────────────────

/** What the pointer or the focus can be on in some view. */
export type Highlight = Ref | { readonly kind: 'place' | 'theme'; readonly id: string };

/** Ids of what goes with it: an event's actors and places, an actor's events and those in them; bounded. */
export interface RelatedAnswer {
  readonly events: readonly string[];
  readonly actors: readonly string[];
  readonly places: readonly string[];
}

// ── A text search ────────────────────────────────────────────────────────────────────────────────

export interface SearchQuestion {
  readonly text: string;
  readonly limit: number;
}

export interface SearchHit {
  readonly kind: 'event' | 'actor' | 'place' | 'theme';
  readonly id: string;
  readonly name: string;
  /** A date in words for an event, the kind of actor, the place around a place. */
  readonly detail: string;
  /** The facet that choosing it sets; null for an event. */
  readonly facet: FacetName | null;
}

export interface SearchAnswer {
  /** Best first: names that begin with the text, then names, then texts that hold every word. */
  readonly hits: readonly SearchHit[];
  readonly found: number;
}

/**
 * Answers questions about one history. Every method rejects with an AbortError when its signal
 * aborts, and with an Error in words for the user when it cannot answer.
 */
export interface Engine {
  dataset(signal?: AbortSignal): Promise<DatasetAnswer>;
  facets(question: FacetsQuestion, signal?: AbortSignal): Promise<FacetsAnswer>;
  timeline(question: TimelineQuestion, signal?: AbortSignal): Promise<TimelineAnswer>;
  statistics(question: StatisticsQuestion, signal?: AbortSignal): Promise<StatisticsAnswer>;
  events(question: EventsQuestion, signal?: AbortSignal): Promise<EventsAnswer>;
  related(highlight: Highlight, signal?: AbortSignal): Promise<RelatedAnswer>;
  network(question: NetworkQuestion, signal?: AbortSignal): Promise<NetworkAnswer>;
  neighbours(question: NeighboursQuestion, signal?: AbortSignal): Promise<NeighboursAnswer>;
  places(question: PlacesQuestion, signal?: AbortSignal): Promise<PlacesAnswer>;
  /** Null where the history has no such event or actor. */
  details(ref: Ref, signal?: AbortSignal): Promise<Details | null>;
  search(question: SearchQuestion, signal?: AbortSignal): Promise<SearchAnswer>;
  /** Where the history can be changed; null where it is only asked, as over a network. */
  readonly desk: HistoryDesk | null;
  /** Where on this device it was opened from; absent where it came from elsewhere. */
  readonly kept?: KeptPlace;
  /** Ends what the engine holds (its worker, its connection). */
  close(): void;
}

/** Where a history comes from. */
export interface SourceAddress {
  /**
   * http: or https:; `kept:` and an id for what is on this device's shelf; `local:` and a name for what is
   * nowhere but in this page.
   */
  readonly url: string;
  readonly isBundled: boolean;
  /** The history itself as the project's own JSON, where the address cannot give it. */
  readonly content?: Blob;
  /** What came of reading it, where it was read from another format just now. */
  readonly report?: ReadReport;
}

/** Why nothing could be opened, in words for the user. */
export interface OpenFailure {
  readonly kind: 'unreachable' | 'not-json' | 'invalid' | 'crashed';
  readonly message: string;
  readonly problems: readonly Problem[];
  /** How many problems there are in all; `problems` holds at most a hundred. */
  readonly problemsTotal: number;
}
