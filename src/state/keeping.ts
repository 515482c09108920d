/*
 * How the history that is open stands on this device, and what can be done about it; keptHistory.ts makes it.
 * Knows: the desk. Must not know: how anything is kept, React.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { HistoryDesk } from '../engine/port/desk.ts';

export type HistoryKeeping =
  /** Nothing was changed: the history is where it came from. */
  | { readonly kind: 'original' }
  /** The state before the last one is shown; a change goes on from here. */
  | { readonly kind: 'before'; readonly savedAtMs: number }
  | { readonly kind: 'saved'; readonly atMs: number }
  | { readonly kind: 'saving' }
  /** What was changed since is in this page alone; it is tried again by itself. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another window writes it. */
  | {
      readonly kind: 'elsewhere';
      /** Changes of this window were not saved in time. */
      readonly isUnsaved: boolean;
      /** The other window has changed it since it was opened here. */
      readonly isBehind: boolean;
    };

export interface KeptState {
  readonly keeping: HistoryKeeping;
  /** What the first change here made a copy of; null where it made none. */
  readonly copyOf: 'bundled' | 'address' | null;
  /** Kept edits that this version of the program could not apply, as they were kept. */
  readonly refused: readonly unknown[];
  /** The history's desk: whatever is changed over it is kept. Refuses where another window writes. */
  readonly desk: HistoryDesk;
  /** After a failure: once more. */
  readonly insist: () => Promise<void>;
  /** This window writes from now on, from the last state on; the other one is told. */
  readonly takeOver: () => Promise<void>;
  /** Shows what the other window has made of it. */
  readonly showTheirs: () => void;
  /** Goes on with what this window shows, as a history of its own. */
  readonly keepCopy: () => Promise<void>;
}

export interface KeptStore extends StoreApi<KeptState> {
  /** Whether leaving the page now would lose a change. */
  isUnsaved(): boolean;
}

/** `kept:ID` for the last state, `kept:ID/before` for the one before it. */
export interface KeptAddress {
  readonly id: string;
  readonly which: 'last' | 'before';
}

const KEPT = /^kept:([a-z0-9-]+)(\/before)?$/u;

/** Null for any other address. */
export function keptAddress(url: string): KeptAddress | null {
  const [, id, before] = KEPT.exec(url) ?? [];
  return id === undefined ? null : { id, which: before === undefined ? 'last' : 'before' };
}

export function keptUrl(id: string, which: KeptAddress['which'] = 'last'): string {
  return which === 'last' ? `kept:${id}` : `kept:${id}/before`;
}
