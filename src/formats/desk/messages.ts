/*
 * The messages between the page and the formats' worker, the same file on both sides.
 * Knows: formats, tables, reports. Must not know: how either side does its part.
 *
 *   page   ask 1: look ─────▶  worker     recognises, cuts a table, guesses a mapping
 *          ◀─────── answer 1
 *          ask 2: read ─────▶
 *          ◀── progress 2, progress 2, …, answer 2
 *
 * Every question carries its file (a Blob is handed over by reference), so that a worker can be ended in
 * the middle of one and the next one is told all there is to know. What it has worked out of the last
 * file it keeps.
 */
import type { Result } from '../../base/result.ts';
import type { ReadReport } from '../../model/readReport.ts';
import type { HistoryEvent, Problem } from '../../model/types.ts';
import type { Encoding, ReadFailure } from '../format.ts';
import type { TableMapping } from '../table/mapping.ts';
import type { ColumnProfile, TableCut } from '../table/types.ts';
import type { WriteOptions, WriterId, Written } from '../write/writer.ts';

export interface DeskFile {
  /** The same for the same content, so that it is not decoded anew for every question. */
  readonly key: string;
  readonly name: string | null;
  readonly content: Blob;
}

export interface LookQuestion {
  readonly file: DeskFile;
  /** The id of the format that it is taken for; null: the likeliest. */
  readonly as: string | null;
  /** How a table is cut; null: as its content says. */
  readonly cut: TableCut | null;
}

export interface FormatEntry {
  readonly id: string;
  readonly name: string;
}

export interface Look {
  /** What it is taken for: what was asked for, or the likeliest. */
  readonly format: FormatEntry;
  /** All that it may be, the likeliest first. */
  readonly possible: readonly FormatEntry[];
  /** Null where the file is no table whose columns have to be told. */
  readonly table: TableLook | null;
}

export interface TableLook {
  readonly cut: TableCut;
  readonly encoding: Encoding;
  readonly rowsTotal: number;
  readonly columns: readonly ColumnProfile[];
  readonly guess: TableMapping;
}

export interface TrialQuestion {
  readonly file: DeskFile;
  readonly cut: TableCut;
  readonly mapping: TableMapping;
}

/** A mapping tried on a table, or on the first of its rows where there are very many. */
export interface Trial {
  readonly rowsTried: number;
  readonly rowsTotal: number;
  readonly eventsTotal: number;
  readonly actorsTotal: number;
  readonly placesTotal: number;
  readonly themesTotal: number;
  readonly leftOutTotal: number;
  readonly problemsTotal: number;
  readonly problems: readonly Problem[];
  /** The first few as they will be. */
  readonly events: readonly TrialEvent[];
}

export interface TrialEvent {
  readonly id: string;
  readonly title: string;
  readonly dateWords: string;
  /** Whether the date could not be read. */
  readonly isDateRaw: boolean;
  readonly summary: string | null;
  readonly kind: string | null;
  readonly status: HistoryEvent['status'] | null;
  /** Names, those of organisations and people apart. */
  readonly organisations: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly themes: readonly string[];
  readonly sources: readonly string[];
}

export interface ReadQuestion {
  readonly file: DeskFile;
  readonly as: string;
  /** Of a table, what its columns are; null: as guessed. */
  readonly table: { readonly cut: TableCut; readonly mapping: TableMapping } | null;
}

/** A history as the shelf keeps it and the engine opens it. */
export interface ReadHistory {
  /** The project's own JSON. */
  readonly content: Blob;
  readonly title: string;
  readonly report: ReadReport;
}

export interface FetchQuestion {
  readonly url: string;
}

export interface WriteQuestion {
  /** The whole history as the project's own JSON. */
  readonly history: Blob;
  readonly writer: WriterId;
  /** Ids of the events that are written; null: all. */
  readonly only: readonly string[] | null;
  readonly options: WriteOptions;
}

export interface WrittenFile extends Omit<Written, 'text'> {
  readonly content: Blob;
  readonly ending: string;
}

export interface DeskQuestions {
  readonly look: LookQuestion;
  readonly trial: TrialQuestion;
  readonly read: ReadQuestion;
  readonly fetch: FetchQuestion;
  readonly write: WriteQuestion;
}

export interface DeskAnswers {
  readonly look: Look;
  readonly trial: Trial;
  readonly read: ReadHistory;
  readonly fetch: Blob;
  readonly write: WrittenFile;
}

export type DeskMethod = keyof DeskQuestions;

/** Why there is no answer, in words for the user. */
export interface DeskFailure extends Omit<ReadFailure, 'kind'> {
  readonly kind: ReadFailure['kind'] | 'unreachable' | 'crashed';
}

export interface DeskProgress {
  readonly words: string;
  /** 0 to 1; null where nobody knows how much there is. */
  readonly share: number | null;
}

export type DeskAsk = {
  [M in DeskMethod]: {
    readonly id: number;
    readonly method: M;
    readonly question: DeskQuestions[M];
  };
}[DeskMethod];

export type FromDesk =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: DeskProgress }
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly result: Result<DeskAnswers[DeskMethod], DeskFailure>;
    };

/** A failure in one sentence or two, without places in a file. */
export function deskFailure(kind: DeskFailure['kind'], message: string): DeskFailure {
  return { kind, message, problems: [], problemsTotal: 0 };
}
