/*
 * A table as it was read, and what can be said of its columns before anyone says what they mean.
 * Knows: shapes. Must not know: files, mappings, datasets.
 */
import type { Problem } from '../../model/types.ts';
import type { DateOrder } from './mapping.ts';

/** How a file was cut into cells: guessed from its content, and to be changed where the guess is wrong. */
export interface TableCut {
  /** Between the cells of a row: ',', ';', '\t' or '|'. */
  readonly delimiter: string;
  /** The row of the headers, 1 for the file's first; null: the table has none. */
  readonly headerRow: number | null;
}

export interface Column {
  /** Unique in its table; what a mapping calls it. */
  readonly name: string;
  /** As in the file; empty where there is none. */
  readonly header: string;
  /** From 0. */
  readonly index: number;
}

export interface Row {
  /** As a spreadsheet counts it: 1 for the file's first row, blank rows counted. */
  readonly number: number;
  /** As they came, spaces included; may be shorter than the columns, and is never longer. */
  readonly cells: readonly string[];
  /** Where its text begins and ends in the file's text. */
  readonly from: number;
  readonly to: number;
}

/** What came of one row that became nothing. */
export interface LeftOutRow {
  readonly number: number;
  /** The text of the file, quotes and delimiters included, without the line break at its end. */
  readonly raw: string;
}

export interface Table {
  readonly cut: TableCut;
  readonly columns: readonly Column[];
  /** Those that hold something; neither the header nor what stands before it. */
  readonly rows: readonly Row[];
  /** All rows of the file: blank ones, the header and what stands before it as well. */
  readonly rowsTotal: number;
  readonly blankRowsTotal: number;
  /** What stands before the header (a title, a date of export), and rows that repeat the header. */
  readonly leftOut: readonly LeftOutRow[];
  /** The header's text as it came; null where there is none. */
  readonly headerRaw: string | null;
  /** Of cutting alone: quotes that are not closed, rows longer than the header; at most 10,000. */
  readonly problems: readonly Problem[];
  readonly problemsTotal: number;
  /** A row's text as it came. */
  readonly rawOf: (row: Row) => string;
}

/** What kind of thing a column's cells are, most particular first. */
export type ColumnKind =
  'empty' | 'date' | 'address' | 'number' | 'id' | 'category' | 'text' | 'long-text';

/** What a form can say of a column, worked out from at most a few thousand of its cells. */
export interface ColumnProfile {
  readonly name: string;
  readonly header: string;
  readonly kind: ColumnKind;
  /** Cells that are not blank, of how many that were looked at. */
  readonly filledTotal: number;
  readonly lookedAtTotal: number;
  /** Different values among them. */
  readonly distinctTotal: number;
  /** The first few different values, shortened to 120 characters. */
  readonly samples: readonly string[];
  /** Share of the filled cells that can be read as a date, 0 to 1; years that are missing are forgiven. */
  readonly dateShare: number;
  /**
   * What the cells say of their order: the one that all agree on, 'either' where every cell can be read both
   * ways (the form asks), 'mixed' where cells contradict one another, null where order does not matter.
   */
  readonly dateOrder: DateOrder | 'either' | 'mixed' | null;
  /** Language of the month names that are not English; null where there are none. */
  readonly monthLanguage: string | null;
  /** True where some cells state no year ("March") and a constant is wanted. */
  readonly lacksYears: boolean;
  /** True where cells state times of day, and all of them are midnight. */
  readonly hasEmptyTimes: boolean;
  /** True where 2011/12 and the like are all of one year and the next. */
  readonly hasShortYears: boolean;
  /** What several values in one cell seem to be separated by; empty: one value a cell. */
  readonly separators: readonly string[];
}
