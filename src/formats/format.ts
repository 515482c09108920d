/*
 * What a format is: how a file is recognised and read, and what a reading tells. What is written: write/writer.ts.
 * Knows: the model. Must not know: any one format, where a file came from, who asks.
 *
 *   SourceFile ─▶ detect: how sure, 0 to 1 ─▶ read ─▶ Reading = dataset + report
 *                                                     ReadFailure: no history, and why
 */
import type { Result } from '../base/result.ts';
import type { Dataset, Problem } from '../model/types.ts';

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** A text with what is worked out of it once for all formats. */
export interface SourceText {
  /** Fails where the text is too long for one string. */
  decoded(): Result<Decoded, Problem>;
  /** What JSON.parse makes of the whole text, or where it stopped; parsed when first asked for. */
  json(): Result<unknown, Problem>;
}

/** A file as it came. */
export interface SourceFile extends SourceText {
  /** As picked, or the last part of its address; null where it has none, as what was pasted. */
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** The first 64 KiB as text, for a look at what it is: cheap, whatever the size. */
  head(): string;
  /** What had to be mended to read it at all, a sentence each. */
  readonly notes: readonly string[];
}

export interface ReadOptions {
  /** Called now and then with how many units of how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Format {
  /** Never changes: it stands in messages and in what was kept. */
  readonly id: string;
  /** As a user would call it: "TimelineJS 3". */
  readonly name: string;
  /** How sure it is, 0 (not at all) to 1, by content alone: names and what servers say are often wrong. */
  readonly detect: (source: SourceFile) => number;
  /** Never throws for what is in the file. */
  readonly read: (source: SourceFile, options: ReadOptions) => Result<Reading, ReadFailure>;
}

export interface Reading {
  readonly dataset: Dataset;
  readonly report: ReadingReport;
}

export interface ReadingReport {
  /** The format's id. */
  readonly format: string;
  /** What the file counts in, as a plural: 'rows', 'entries', 'nodes and edges'. */
  readonly unit: string;
  readonly unitsTotal: number;
  readonly eventsTotal: number;
  readonly actorsTotal: number;
  readonly tiesTotal: number;
  /** In the file's own terms, at most 10,000 of them. */
  readonly problems: readonly Problem[];
  readonly problemsTotal: number;
  /** Every unit that became nothing. */
  readonly leftOut: readonly LeftOut[];
  /** What was assumed, a sentence each: the encoding, the order of a date, what was not taken over. */
  readonly notes: readonly string[];
}

/** A unit of the file that is not in the history. */
export interface LeftOut {
  /** "row 12", "events[3]". */
  readonly place: string;
  /** As it came. */
  readonly raw: string;
}

/** Why there is no history; what was open stays. */
export interface ReadFailure {
  /** 'not-json': no format at all could begin with it. */
  readonly kind: 'not-json' | 'invalid';
  /** What it is, and what to do. */
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly problemsTotal: number;
}
