/*
 * The project's own JSON (public/datasets/dataset.v1.schema.json).
 * Knows: the model's border. Must not know: other formats, where a file came from.
 */
import type { Result } from '../base/result.ts';
import { parseDataset, type ParsedDataset, type ParseFailure } from '../model/parse.ts';
import type { SourceText } from './format.ts';

export const THREADLINE_JSON = { id: 'threadline', name: 'Threadline JSON' } as const;

/** Whether it says that it is one of ours. */
export function isThreadlineJson(source: SourceText): boolean {
  const json = source.json();
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return false;
  return 'events' in json.value && 'version' in json.value;
}

/** At most `problemsKept` problems keep their words. */
export function readThreadlineJson(
  source: SourceText,
  problemsKept?: number,
): Result<ParsedDataset, ParseFailure> {
  const json = source.json();
  return json.ok
    ? parseDataset(json.value, problemsKept)
    : { ok: false, error: { problems: [json.error], total: 1 } };
}
