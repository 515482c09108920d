/*
 * The port's other side: where a history that is held whole can be changed, not only asked.
 * Knows: edits as data. Must not know: who asks for them, why, where they are kept.
 */
import type { Result } from '../../base/result.ts';
import type { HistoryEdit, RecordKey, RecordList, RecordOf } from '../../model/edits/edits.ts';
import type { Plan, Wish } from '../../model/edits/plans.ts';
import type { Problem } from '../../model/types.ts';

export interface HistoryDesk {
  /**
   * Applies it; whatever is asked after is answered from the changed history. Gives the edit that takes it
   * back, or why it was refused: then nothing has changed.
   */
  edit(edit: HistoryEdit): Promise<Result<HistoryEdit, readonly Problem[]>>;
  /** One record whole, to fill a form with; null where there is none. */
  record<List extends RecordList>(list: List, key: RecordKey): Promise<RecordOf[List] | null>;
  /** What deleting or merging would come to, as an edit and in numbers; null where a record is gone. */
  plan(wish: Wish): Promise<Plan | null>;
  /** The whole history as the project's own JSON, in UTF-8. */
  whole(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where on this device a history was opened from, and how far it went there. */
export interface KeptPlace {
  readonly id: string;
  /** The number of the last edit on the device, whichever state was opened. */
  readonly seq: number;
  /** Edits that were applied to a base. */
  readonly length: number;
  readonly which: 'last' | 'before';
  /** When the opened state was the last one. */
  readonly savedAtMs: number;
  readonly title: string;
  /** Edits as they were kept that could not be applied again, as by another version of the program. */
  readonly refused: readonly unknown[];
}
