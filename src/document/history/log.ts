/*
 * What was done to a history and what was undone, in one order with the steps of choosing.
 * Knows: edits with their inverses, how many steps of choosing came before. Must not know: choices, storage.
 *
 *   steps of choosing   1     2           3
 *   edits                  a     b  c        d      d is undone first, then step 3, then c
 *   depth                  1     2  2        3
 *
 * An edit may bring a step of choosing with it (a new event is selected): the two are undone as one.
 */
import type { HistoryEdit } from '../../model/edits/edits.ts';

/** More edits than anyone walks back. */
const EDITS_LIMIT = 500;

export interface Act {
  /** In words that continue "Undo: ". */
  readonly words: string;
  readonly edit: HistoryEdit;
  readonly inverse: HistoryEdit;
  /** Steps of choosing before it. */
  readonly depth: number;
  /** The next step of choosing belongs to it. */
  readonly hasStep: boolean;
}

export interface EditLog {
  readonly past: readonly Act[];
  /** The next one to redo first. */
  readonly future: readonly Act[];
}

/** How many steps of choosing there are to undo and to redo. */
export interface StepCounts {
  readonly past: number;
  readonly future: number;
}

export function performed({ past }: EditLog, act: Act): EditLog {
  return { past: [...past, act].slice(-EDITS_LIMIT), future: [] };
}

/** The edit that is undone next; null where a step of choosing is, or nothing. */
export function nextUndo({ past }: EditLog, steps: StepCounts): Act | null {
  const act = past.at(-1);
  if (act === undefined) return null;
  return act.depth + (act.hasStep ? 1 : 0) >= steps.past ? act : null;
}

/** The edit that is redone next; null where a step of choosing is, or nothing. */
export function nextRedo({ future }: EditLog, steps: StepCounts): Act | null {
  const [act] = future;
  if (act === undefined) return null;
  return act.depth <= steps.past || steps.future === 0 ? act : null;
}

export function undone({ past, future }: EditLog): EditLog {
  const act = past.at(-1);
  return act === undefined
    ? { past, future }
    : { past: past.slice(0, -1), future: [act, ...future] };
}

export function redone({ past, future }: EditLog): EditLog {
  const [act] = future;
  return act === undefined ? { past, future } : { past: [...past, act], future: future.slice(1) };
}

/** What was undone cannot be redone any more. */
export function ended(edits: EditLog): EditLog {
  return edits.future.length === 0 ? edits : { past: edits.past, future: [] };
}

/** The oldest step of choosing was forgotten: those that are left stand one lower. */
export function lowered({ past, future }: EditLog): EditLog {
  const lower = (act: Act): Act => ({ ...act, depth: Math.max(0, act.depth - 1) });
  return { past: past.map(lower), future: future.map(lower) };
}
