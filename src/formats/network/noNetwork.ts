/*
 * What to say where a network file holds no network. Knows: words. Must not know: which format reads it.
 */
import type { Problem } from '../../model/types.ts';
import type { ReadFailure } from '../format.ts';

export function noNetwork(formatName: string, problems: readonly Problem[]): ReadFailure {
  return {
    kind: 'invalid',
    message: `Read as ${formatName}, the file has not one node, so there is no network in it. Check that it was saved whole.`,
    problems,
    problemsTotal: problems.length,
  };
}

export function unreadable(formatName: string, problem: Problem): ReadFailure {
  return {
    kind: 'invalid',
    message: `The file looks like ${formatName}, and is too large to be read here.`,
    problems: [problem],
    problemsTotal: 1,
  };
}
