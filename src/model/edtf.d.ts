// The edtf package ships no types. Only what is used: parse in src, the default export in tests.
declare module 'edtf' {
  /** True for the whole date, or a bit mask over YYYYMMDD. */
  type Qualifier = boolean | number;

  /** What the grammar yields for one date, before any class or clock is involved. */
  export type EdtfNode =
    | {
        readonly type: 'Date';
        /** Year, month from 0, day, hours, minutes, seconds, milliseconds. */
        readonly values: readonly number[];
        readonly uncertain?: Qualifier;
        readonly approximate?: Qualifier;
        readonly unspecified?: number;
      }
    | {
        readonly type: 'Season';
        /** Year and season code. */
        readonly values: readonly [number, number];
        readonly uncertain?: Qualifier;
        readonly approximate?: Qualifier;
        readonly unspecified?: number;
      }
    | { readonly type: 'Year'; readonly values: readonly [number]; readonly significant?: number }
    | { readonly type: 'Decade' | 'Century' | 'Interval' | 'List' | 'Set' };

  /** Throws an Error where the text is not EDTF. */
  export function parse(
    text: string,
    constraints?: { readonly seasonIntervals?: boolean; readonly seasonUncertainty?: boolean },
  ): EdtfNode;

  interface EdtfValue {
    readonly min: number | null;
    readonly max: number | null;
  }
  export default function edtf(text: string): EdtfValue;
}
