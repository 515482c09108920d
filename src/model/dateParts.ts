/*
 * What a date is once its text is understood: points in time and how they are joined.
 * Knows: shapes only. Must not know: who read the text, how it is worded or drawn.
 */
import type { DatePrecision } from './types.ts';

/** One date without ranges or sets: "2013-07-22", "2014-12~", "201X", "2014-21", "Y-13800000000". */
export interface DatePoint {
  /** Earliest instant; -Infinity where nothing bounds it. */
  readonly startMs: number;
  /** First instant after the latest one. */
  readonly endMs: number;
  readonly precision: DatePrecision;
  readonly isApproximate: boolean;
  readonly isUncertain: boolean;
  /** True where its edges are soft by nature, though the text is plain: "spring 2014". */
  readonly hasSoftEdges: boolean;
  /** Its name where instants and precision do not give it ("spring 2014"); else null. */
  readonly name: string | null;
}

/** An end of a range: a point, '..' (no end is stated) or nothing (the end is not known). */
export type RangeEnd = DatePoint | 'open' | 'unknown';

/** A member of a set: a point, or all from one point to another. */
export type SetMember =
  | { readonly kind: 'point'; readonly point: DatePoint }
  | { readonly kind: 'run'; readonly from: DatePoint; readonly to: DatePoint };

export type DateParts =
  | { readonly kind: 'point'; readonly point: DatePoint }
  | { readonly kind: 'range'; readonly start: RangeEnd; readonly end: RangeEnd }
  | {
      readonly kind: 'set';
      /** One of them, "[…]", or all of them, "{…}". */
      readonly takes: 'one' | 'all';
      /** In the order of the text, at least one. */
      readonly members: readonly [SetMember, ...SetMember[]];
      /** Or earlier than the first: "[..2014-04]". */
      readonly isOpenBefore: boolean;
      /** Or later than the last: "[2013-11-18..]". */
      readonly isOpenAfter: boolean;
    };
