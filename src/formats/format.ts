/*
 * What a format is: how a file is recognised, read and written.
 * Knows: the model. Must not know: any one format, where a file came from.
 */
import type { Result } from '../base/result.ts';
import type { ParsedDataset, ParseFailure } from '../model/parse.ts';
import type { Dataset } from '../model/types.ts';
import type { SourceText } from './sourceText.ts';

export interface Format {
  /** As a user would call it. */
  readonly name: string;
  /** By content alone: a file's name and what a server says of it are often wrong. */
  readonly detect: (source: SourceText) => boolean;
  readonly read: (source: SourceText) => Result<ParsedDataset, ParseFailure>;
  readonly write: (dataset: Dataset) => string;
}
