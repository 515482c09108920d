/*
 * A record while it is being written, as it stands between its form and the history.
 * Knows: values as they were typed. Must not know: which fields there are, React.
 */
import type { AnyRecord } from './commands.ts';

/** A form's values: texts, true or false, lists of texts, rows of values. */
export type Values = Readonly<Record<string, unknown>>;

export interface Draft {
  /** As the form stood when it was opened. */
  readonly original: Values;
  readonly values: Values;
  /** Records that were made on the spot, of which those count that are still named. */
  readonly along: readonly AnyRecord[];
}
