/*
 * What can be done to a history, as plain JSON: it travels to a worker, lies in a journal, is taken back.
 * Knows: the lists of a dataset. Must not know: how an edit is applied, why it is made, who keeps it.
 */
import type {
  Actor,
  Dataset,
  HistoryEvent,
  Period,
  Place,
  Scene,
  Source,
  Theme,
  Tie,
} from '../types.ts';

export interface RecordOf {
  readonly sources: Source;
  readonly actors: Actor;
  readonly places: Place;
  readonly themes: Theme;
  readonly events: HistoryEvent;
  readonly ties: Tie;
  readonly periods: Period;
  readonly scenes: Scene;
}

export type RecordList = keyof RecordOf;

/** A record's id; where records have none (ties), its index in the list. */
export type RecordKey = string | number;

export type HeadField = 'title' | 'subtitle' | 'description' | 'language' | 'asOf' | 'licence';

/** Null leaves a field out. */
export type HeadFields = { readonly [Field in HeadField]?: Dataset[Field] | null };

export type RecordEdit = {
  readonly [List in RecordList]:
    | {
        readonly kind: 'insert';
        readonly list: List;
        readonly record: RecordOf[List];
        /** The index at which it stands afterwards; at the end where none is given. */
        readonly at?: number;
      }
    /** The new record has the same id. */
    | {
        readonly kind: 'replace';
        readonly list: List;
        readonly key: RecordKey;
        readonly record: RecordOf[List];
      }
    | { readonly kind: 'remove'; readonly list: List; readonly key: RecordKey };
}[RecordList];

export type HistoryEdit =
  | RecordEdit
  | { readonly kind: 'head'; readonly fields: HeadFields }
  /** One after the other; all of them or none. The rules between records hold after the last. */
  | { readonly kind: 'batch'; readonly edits: readonly HistoryEdit[] };
