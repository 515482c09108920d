/*
 * What a person says of a table: which column is what. A plain JSON value, so that it can be kept, sent to
 * a worker and used again on next month's file. Knows: shapes, and what a mapping without choices is.
 * Must not know: cells, how they are read (apply.ts), what is guessed (guess.ts).
 *
 * Columns are named by `Column.name`, which is unique in its table: the header as it stands, "Name (2)"
 * for the second column of that header, "column 7" for one without. A name that the table does not have is
 * no error: the field stays empty, and `applyMapping` says so once.
 */
import type { ActorKind, EventStatus, Part } from '../../model/types.ts';

/** Tables as a format: any file of rows and columns, whose meaning a mapping says. */
export const TABLE = { id: 'table', name: 'Table (CSV, TSV)' } as const;

/** A column's unique name. */
export type ColumnName = string;

/**
 * How a date such as 02/03/2024 is read. Null in a mapping means that nobody has said so and the cells cannot
 * tell: then the form must ask once. Until it is answered such a cell becomes "one of the two days"
 * (`[2024-02-03,2024-03-02]`) and is marked. Cells that can be read one way only do not need it.
 */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** Where one date (the start, or the end) is written. */
export type DatePlace =
  /** In one cell, in any form: 2014-03-02, 02/03/2024, March 2014, 44 BCE, EDTF, or a range of two. */
  | {
      readonly in: 'cell';
      readonly column: ColumnName;
      /** The time of day, where it has a column of its own. */
      readonly time?: ColumnName | null;
    }
  /** In a cell for the year and perhaps more for month, day and time (as in TimelineJS sheets). */
  | {
      readonly in: 'parts';
      readonly year: ColumnName;
      readonly month: ColumnName | null;
      readonly day: ColumnName | null;
      readonly time: ColumnName | null;
    };

export interface DateMapping {
  /** Null: the table has no dates; every event's date is then unknown (XXXX) and one note says so. */
  readonly start: DatePlace | null;
  /** Null where the table has no end, or start and end share a cell ("3 – 5 March 2014"). */
  readonly end: DatePlace | null;
  readonly order: DateOrder | null;
  /** The year of cells that state none ("March", "12 March"), such as one that only the file's name knows. */
  readonly year: number | null;
  /** Of the two centuries that "14" may mean, the one from this year on: 1950 makes it 2014, and 62 1962. */
  readonly twoDigitYearsFrom: number;
  /** BCP 47 language of month names beside English; null: English alone. */
  readonly language: string | null;
  /** True where plain numbers are a spreadsheet's day numbers (45353 is 1 March 2024). */
  readonly hasDayNumbers: boolean;
  /** True where midnight only means that no time is known (2014-03-12T00:00:00Z is the day). */
  readonly hasEmptyTimes: boolean;
  /** True where 2011/12 and 1921-23 are two years, and no month or season of one. */
  readonly hasShortYears: boolean;
}

/** A column whose cells name things, each perhaps several. */
export interface NamesMapping {
  readonly column: ColumnName;
  /** What stands between several names in one cell, such as [';'] or [',', '\n']; empty: a cell is one name. */
  readonly separators: readonly string[];
}

/** A column of people, organisations, groups or offices: each becomes an actor who took part. */
export interface ActorsMapping extends NamesMapping {
  readonly kind: ActorKind;
  /** What all of this column did, such as "host" or "minister"; null: nothing is said. */
  readonly role: string | null;
  /** The column of the title held at that time ("Home Secretary"); used where a cell has one name. */
  readonly titleColumn: ColumnName | null;
  readonly part: Part;
}

/** Texts put together from several columns: those that are not blank, with the joiner between them. */
export interface TextMapping {
  readonly columns: readonly ColumnName[];
  /** ": " for titles, "\n\n" for descriptions. */
  readonly joiner: string;
}

export interface SourceMapping {
  /** The source's title; null: the address is its title. */
  readonly title: ColumnName | null;
  readonly url: ColumnName | null;
  /** Paragraph, page or row within the source. */
  readonly locator: ColumnName | null;
  readonly publisher: ColumnName | null;
  readonly quote: ColumnName | null;
}

export interface MediaMapping {
  readonly url: ColumnName;
  readonly caption: ColumnName | null;
  readonly credit: ColumnName | null;
  readonly alt: ColumnName | null;
}

/** A value for what is missing: for the blank cells of a column, or for a column that the table lacks. */
export interface ConstantMapping {
  readonly column: ColumnName;
  readonly value: string;
}

export interface TableMapping {
  readonly version: 1;
  /** The history's title, since a table has none. */
  readonly historyTitle: string;
  readonly title: TextMapping;
  readonly date: DateMapping;
  readonly actors: readonly ActorsMapping[];
  readonly places: readonly NamesMapping[];
  /**
   * Degrees, of the last place that the row names; decimal commas are understood. Both or neither; the same column twice
   * where a cell holds both, as "51.5, -0.12" or "Point(-0.12 51.5)".
   */
  readonly latitude: ColumnName | null;
  readonly longitude: ColumnName | null;
  readonly themes: readonly NamesMapping[];
  readonly summary: TextMapping;
  /** Columns with no field of their own, listed under the summary as "Header: value". */
  readonly details: readonly ColumnName[];
  readonly kind: ColumnName | null;
  readonly status: ColumnName | null;
  /** 1 to 5. */
  readonly weight: ColumnName | null;
  readonly sources: readonly SourceMapping[];
  readonly media: readonly MediaMapping[];
  /** Rows that agree in all of these columns are one event; none: each row is an event. */
  readonly joinBy: readonly ColumnName[];
  /** Blank cells of these take the value of the row above (the minister named once for many rows). */
  readonly carryDown: readonly ColumnName[];
  readonly constants: readonly ConstantMapping[];
}

/** Words of a status column, in the words that people use for them; anything else is marked and left out. */
export const STATUS_WORDS: ReadonlyMap<string, EventStatus> = new Map([
  ['happened', 'happened'],
  ['done', 'happened'],
  ['completed', 'happened'],
  ['held', 'happened'],
  ['planned', 'planned'],
  ['scheduled', 'planned'],
  ['upcoming', 'planned'],
  ['unconfirmed', 'unconfirmed'],
  ['tentative', 'unconfirmed'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['postponed', 'postponed'],
]);

/** A mapping with no column chosen: what a form starts from where nothing could be guessed. */
export const EMPTY_MAPPING: TableMapping = {
  version: 1,
  historyTitle: 'Untitled history',
  title: { columns: [], joiner: ': ' },
  date: {
    start: null,
    end: null,
    order: null,
    year: null,
    twoDigitYearsFrom: 1950,
    language: null,
    hasDayNumbers: false,
    hasEmptyTimes: false,
    hasShortYears: false,
  },
  actors: [],
  places: [],
  latitude: null,
  longitude: null,
  themes: [],
  summary: { columns: [], joiner: '\n\n' },
  details: [],
  kind: null,
  status: null,
  weight: null,
  sources: [],
  media: [],
  joinBy: [],
  carryDown: [],
  constants: [],
};
