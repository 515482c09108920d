/*
 * The text of a file that is read as a table.
 * Knows: files. Must not know: tables.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import type { ReadFailure, SourceFile } from '../format.ts';

export function textIn(source: SourceFile): Result<string, ReadFailure> {
  const decoded = source.decoded();
  if (decoded.ok) return ok(decoded.value.text);
  return fail({
    kind: 'invalid',
    message: 'The file’s text could not be read. Why is said below.',
    problems: [decoded.error],
    problemsTotal: 1,
  });
}
