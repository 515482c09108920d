/*
 * What came of reading a history from a file of another kind: counts, problems, what was left out.
 * Knows: what a problem is. Must not know: formats, who shows or keeps it.
 */
import type { Problem } from './types.ts';

export interface ReadReport {
  /** As picked, or the last part of its address; null for what was pasted. */
  readonly fileName: string | null;
  /** What the file was taken for. */
  readonly format: { readonly id: string; readonly name: string };
  /** What the file counts in, as a plural: "rows", "entries". */
  readonly unit: string;
  readonly unitsTotal: number;
  readonly eventsTotal: number;
  readonly actorsTotal: number;
  readonly tiesTotal: number;
  /** In the file's own terms: all of them up to some thousands. */
  readonly problems: readonly Problem[];
  readonly problemsTotal: number;
  /** What became nothing, as it came; null where all of the file is in the history. */
  readonly leftOut: LeftOutFile | null;
  /** What was assumed, a sentence each. */
  readonly notes: readonly string[];
}

export interface LeftOutFile {
  /** Rows, entries: in the report's unit. */
  readonly total: number;
  readonly name: string;
  readonly content: Blob;
}
