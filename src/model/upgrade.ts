/*
 * Brings a file of an older version to the present one, a step at a time, before it is checked.
 * Knows: what each version looked like. Must not know: the schema's details, files, the engine.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { describe } from './problems.ts';
import type { Problem } from './types.ts';

const CURRENT_VERSION = 1;

type Raw = Readonly<Record<string, unknown>>;

/** From a version to the next: STEPS.get(1) will make a version 2 out of a version 1. */
const STEPS: ReadonlyMap<number, (file: Raw) => Raw> = new Map();

/** The file in the present version; a problem with a hint where its version is none that can be read. */
export function upgrade(file: Raw): Result<Raw, Problem> {
  const { version } = file;
  const problem = (remedy: string): Result<Raw, Problem> =>
    fail({
      place: 'version',
      found: describe(version),
      expected: String(CURRENT_VERSION),
      remedy,
      severity: 'error',
    });
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return problem('Put "version": 1 at the top of the file, if it is a Threadline dataset.');
  }
  if (version > CURRENT_VERSION) {
    return problem('The file was made by a newer Threadline: open it there, or update this one.');
  }
  let upgraded = file;
  for (let from = version; from < CURRENT_VERSION; from += 1) {
    upgraded = STEPS.get(from)?.(upgraded) ?? upgraded;
  }
  return ok(upgraded);
}
