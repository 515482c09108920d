/*
 * What a reader of JSON says of a text that is none. Knows: nothing of formats. Must not know: files.
 */
import { fail, type Result } from '../base/result.ts';
import type { Problem } from '../model/types.ts';
import type { ReadFailure } from './format.ts';

export function notJson(problem: Problem): Result<never, ReadFailure> {
  return fail({
    kind: 'not-json',
    message:
      'This is not JSON, so it cannot be a dataset. The place where it goes wrong is below: mend it there, or check that this is the right file.',
    problems: [problem],
    problemsTotal: 1,
  });
}
