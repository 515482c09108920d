/*
 * The one border that a dataset crosses: from an unknown value to a Dataset that can be trusted.
 * Knows: the schema, the rules between records. Must not know: files and formats, the engine, drawing.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { Dataset, Problem } from './types.ts';

export interface ParsedDataset {
  readonly dataset: Dataset;
  /** What was left out, cut or marked; at most PROBLEMS_KEPT of them. */
  readonly warnings: readonly Problem[];
  readonly warningsTotal: number;
}

export interface ParseFailure {
  /** Why there is no dataset; at most PROBLEMS_KEPT of them. */
  readonly problems: readonly Problem[];
  readonly total: number;
}

/** Reads what JSON.parse returned. Bad records are left out with a problem; they never stop a good file. */
export function parseDataset(value: unknown): Result<ParsedDataset, ParseFailure> {
  if (typeof value !== 'object' || value === null || !('events' in value)) {
    const problem: Problem = {
      place: '(the whole file)',
      found: typeof value,
      expected: 'an object with version, title and events',
      remedy: 'Open a Threadline dataset.',
      severity: 'error',
    };
    return fail({ problems: [problem], total: 1 });
  }
  // The check of each record follows; the shape is trusted until then.
  return ok({ dataset: value as unknown as Dataset, warnings: [], warningsTotal: 0 });
}
