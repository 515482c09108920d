/*
 * The columns of a history in ClickHouse, as the loader writes them and questions read them.
 * Knows: their names and types. Must not know: who writes, what is asked.
 *
 * One table, `events`, has a row for each event; it is ordered by (span, ord, endMs, seat). Another, `refs`,
 * tells where in it the event with an id lies, and those that name that id. A third, `history`, has a few
 * long texts: what was loaded, and all of it that is no event.
 */
import type { FacetName } from '../port.ts';
import { sql, type Sql } from './sql.ts';

export const FORMAT = 2;

/** Of the table `history`. */
export const KEYS = { load: 'load', head: 'head' } as const;

/**
 * Events are kept apart by how long they last, the shorter ones first: one that lasts less than 40 days
 * and overlaps a week began within 40 days of it, and no other needs to be read. Whatever lasts longer
 * than these, or has an open end, is in the last span.
 */
const DAY_MS = 86_400_000;
export const SPANS_MS: readonly number[] = [40, 400, 4000].map((days) => days * DAY_MS);

export function spanOf(startMs: number, endMs: number): number {
  const place = SPANS_MS.findIndex((longestMs) => endMs - startMs <= longestMs);
  return place < 0 ? SPANS_MS.length : place;
}

/** Lighter and later ones have greater ranks; exact as a number. */
export function rankOf(weight: number, scattered: number): number {
  return (255 - weight) * 2 ** 32 + (scattered >>> 0);
}

/** No value: sorts behind all others. */
export const NO_RANK = 0xffff_ffff;

interface FacetColumns {
  /** The values that an event says itself, as places in the facet's vocabulary. */
  readonly direct: Sql;
  /** With every whole of what it says. */
  readonly all: Sql;
}

export const FACET_COLUMNS: Readonly<Record<FacetName, FacetColumns>> = {
  organisation: { direct: sql`organisation`, all: sql`organisationAll` },
  person: { direct: sql`person`, all: sql`personAll` },
  place: { direct: sql`place`, all: sql`placeAll` },
  theme: { direct: sql`theme`, all: sql`themeAll` },
  sector: { direct: sql`sector`, all: sql`sector` },
  kind: { direct: sql`kind`, all: sql`kind` },
  status: { direct: sql`status`, all: sql`status` },
};

type ColumnType =
  'UInt8' | 'UInt32' | 'UInt64' | 'Float64' | 'String' | 'Array(UInt32)' | 'Array(String)';

/** In the order in which a row is written. */
export const EVENT_COLUMNS = {
  /** What rows are sorted by; `seat` is the event's place in the file. */
  span: 'UInt8',
  ord: 'Float64',
  endMs: 'Float64',
  seat: 'UInt32',
  startMs: 'Float64',
  /** Where it is counted when it must be in one place. */
  anchorMs: 'Float64',
  rank: 'UInt64',
  weight: 'UInt8',
  happened: 'UInt8',
  /** The seat of what it is a part of in the end. Whole and parts lie on one server. */
  root: 'UInt32',
  /** Whether it is a part of another event or has parts. */
  inFamily: 'UInt8',
  /** How many places it names itself, not those that it inherits. */
  ownPlaces: 'UInt32',
  organisation: 'Array(UInt32)',
  organisationAll: 'Array(UInt32)',
  person: 'Array(UInt32)',
  personAll: 'Array(UInt32)',
  place: 'Array(UInt32)',
  placeAll: 'Array(UInt32)',
  theme: 'Array(UInt32)',
  themeAll: 'Array(UInt32)',
  sector: 'Array(UInt32)',
  kind: 'Array(UInt32)',
  status: 'Array(UInt32)',
  /** Actors by their place in the list of all: those that took part, and the others that are named. */
  tookPart: 'Array(UInt32)',
  mentioned: 'Array(UInt32)',
  /** The alphabetical place of the first value. */
  actorsRank: 'UInt32',
  placesRank: 'UInt32',
  themesRank: 'UInt32',
  kindRank: 'UInt32',
  titleKey: 'String',
  id: 'String',
  partOf: 'String',
  /** The ids of all that it is a part of, the nearest first. */
  wholes: 'Array(String)',
  linksTo: 'Array(String)',
  /** Its own words, folded; the first line is the title. */
  text: 'String',
  /** The names of what it names, folded: read only for a word that too many names hold to list them. */
  names: 'String',
  /** All of it, as JSON. */
  record: 'String',
} as const satisfies Record<string, ColumnType>;

/** Of the table `refs`: where an event lies that has this id, is a part of it or links to it. */
export const REF_COLUMNS = {
  ref: 'String',
  /** Which of the three; see REFS. */
  refKind: 'UInt8',
  span: 'UInt8',
  ord: 'Float64',
  endMs: 'Float64',
  seat: 'UInt32',
} as const satisfies Record<string, ColumnType>;

export const REFS = { own: 0, partOf: 1, linksTo: 2 } as const;

/** A row before it is written. */
export type EventValues = {
  readonly [Name in keyof typeof EVENT_COLUMNS]: ValueOf<(typeof EVENT_COLUMNS)[Name]>;
};

type ValueOf<Type extends ColumnType> = Type extends 'String'
  ? string
  : Type extends 'Array(String)'
    ? readonly string[]
    : Type extends 'Array(UInt32)'
      ? readonly number[]
      : number;
