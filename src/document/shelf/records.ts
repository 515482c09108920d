/*
 * What the shelf keeps of a history, and how what an older version of the program kept becomes today's.
 * Knows: records. Must not know: the database, the page.
 *
 *   base          base after compaction
 *   ▓ e1 e2 e3 e4 ▓ e5 e6      numbers grow with every edit; a base holds all edits up to its own number
 *         ▲             ▲
 *   the state before    the last state
 */
import { isRecord } from '../../model/schemaPart.ts';

export type Origin =
  /** A file's name, or what stands for it, such as "pasted text". */
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'bundled' };

/** What is said of a history when it is put on the shelf. */
export interface HistoryMeta {
  readonly title: string;
  readonly origin: Origin;
}

/** What the shelf knows of a history without reading it. */
export interface KeptHistory extends HistoryMeta {
  readonly version: 1;
  readonly id: string;
  /** When it last changed here. */
  readonly savedAtMs: number;
  /** The number of its last edit: it grows with whatever changes the history, in any window. */
  readonly lastSeq: number;
  /** The state before: how far it went and when that was; null while there is none. */
  readonly before: { readonly seq: number; readonly savedAtMs: number } | null;
  /** Set while the deletion can still be taken back. */
  readonly removedAtMs: number | null;
}

/** What a newer version of the program kept: shown by name, never touched. */
export interface NewerHistory {
  readonly version: 'newer';
  readonly id: string;
  readonly title: string;
}

const CURRENT_VERSION = 1;

type Raw = Readonly<Record<string, unknown>>;

/** From a version to the next: get(1) makes a version 2 out of a version 1. */
export type Steps = ReadonlyMap<number, (record: Raw) => Raw>;

const STEPS: Steps = new Map();

/** A record as it stands in the database; null for what is none. */
export function readHistory(
  found: unknown,
  steps: Steps = STEPS,
): KeptHistory | NewerHistory | null {
  if (!isRecord(found)) return null;
  const { version, id, title } = found;
  if (typeof version !== 'number' || typeof id !== 'string') return null;
  if (version > CURRENT_VERSION) {
    return { version: 'newer', id, title: typeof title === 'string' ? title : 'A history' };
  }
  let record: Raw = found;
  for (let from = version; from < CURRENT_VERSION; from += 1) {
    record = steps.get(from)?.(record) ?? record;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this program alone, version by version
  return record as unknown as KeptHistory;
}
