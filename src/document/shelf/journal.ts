/*
 * The journal of the one history that is open: every edit on this device at once, in its order, or said why not.
 * Knows: the shelf, how waiting edits are written. Must not know: what an edit says, how it was applied, the page.
 */
import { createWriter, type Keeping } from '../keeping.ts';
import type { HistoryMeta } from './records.ts';
import type { Shelf } from './shelf.ts';

/** More edits than this after a base are worth a new base. */
export const LONG_JOURNAL = 200;

export interface Journal {
  readonly id: string;
  /** Resolves when it is on the disk; until it is, the state says how that stands. */
  append(edit: unknown): Promise<void>;
  /** After a failure: once more. */
  insist(): Promise<void>;
  /** What waits is written now, as when the page is left. */
  flush(): Promise<void>;
  /** The number of the last edit on the disk. */
  seq(): number;
  /** Edits since the newest base, kept ones. */
  length(): number;
  /** Offers a base that holds all that was appended; refused in silence where more came since, or there is no room. */
  compact(base: Blob): Promise<void>;
  /** Writes no more: another window has this history now. */
  giveUp(): void;
  isPending(): boolean;
}

export interface JournalOptions {
  readonly shelf: Shelf;
  readonly id: string;
  /** Where the history that is open stands. */
  readonly seq: number;
  /** Edits since the newest base. */
  readonly length: number;
  /** What is to be on the shelf before the first edit; null where that stands there. */
  readonly beginning: Beginning | null;
  readonly onChange: (keeping: Keeping) => void;
}

export type Beginning =
  /** A history that is not on the shelf yet. */
  | { readonly kind: 'add'; readonly base: Blob; readonly meta: HistoryMeta }
  /** Another state to go on from; what was last becomes the state before. */
  | { readonly kind: 'replace'; readonly base: Blob };

interface Entry {
  readonly edits: readonly unknown[];
  readonly onKept: readonly (() => void)[];
}

export function createJournal(options: JournalOptions): Journal {
  const { shelf, id, onChange } = options;
  let { seq, length, beginning } = options;
  let isNewSitting = true;
  let hasGivenUp = false;

  const begin = async (): Promise<void> => {
    if (beginning === null) return;
    if (beginning.kind === 'add') {
      await shelf.add(id, beginning.base, beginning.meta);
    } else {
      seq = await shelf.replace(id, seq, beginning.base);
      isNewSitting = false;
      length = 0;
    }
    beginning = null;
  };
  const writer = createWriter<Entry>({
    write: async ({ edits, onKept }) => {
      await begin();
      if (edits.length > 0) {
        seq = await shelf.append(id, seq, edits, isNewSitting);
        isNewSitting = false;
        length += edits.length;
      }
      for (const tell of onKept) tell();
    },
    join: (before, next) => ({
      edits: [...before.edits, ...next.edits],
      onKept: [...before.onKept, ...next.onKept],
    }),
    // An edit is a whole step already: nothing is gained by waiting for another.
    gatherMs: 0,
    onChange: (keeping) => {
      if (!hasGivenUp) onChange(keeping);
    },
  });
  if (beginning !== null) writer.put({ edits: [], onKept: [] });

  return {
    id,
    append: (edit) =>
      new Promise((resolve) => {
        writer.put({ edits: [edit], onKept: [resolve] });
        void writer.flush();
      }),
    insist: () => writer.insist(),
    flush: () => writer.flush(),
    seq: () => seq,
    length: () => length,
    async compact(base) {
      const at = seq;
      if (writer.isPending()) return;
      await shelf.compact(id, at, base).then(
        () => {
          length = seq - at;
        },
        // The journal holds all of it: a base only makes opening faster, and can wait until there is room.
        () => undefined,
      );
    },
    giveUp() {
      hasGivenUp = true;
      writer.drop();
    },
    isPending: () => writer.isPending(),
  };
}
