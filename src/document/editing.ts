/*
 * A briefing being edited: its scenes, what was done to them, and what was undone.
 * Knows: edits and their inverses. Must not know: what a command means, storage, React.
 *
 *   past ───────────┐ scenes     future (undone)
 *   [add, title…]   ▒            [move]
 */
import type { Scene } from '../model/types.ts';
import { applyEdit, type SceneEdit } from './sceneEdits.ts';

/** More steps than anyone walks back. */
const EDITS_LIMIT = 200;

/** One thing that the user does, in words that continue "Undo: ". */
export interface SceneCommand {
  readonly words: string;
  readonly edit: SceneEdit;
  /**
   * What is being written, such as "title of speech": commands with the same one in a row are one step, until
   * `seal` closes it. Null: a step by itself.
   */
  readonly writing: string | null;
}

export interface Step {
  readonly words: string;
  readonly edit: SceneEdit;
  readonly inverse: SceneEdit;
  readonly writing: string | null;
}

export interface Editing {
  readonly scenes: readonly Scene[];
  readonly past: readonly Step[];
  /** The next one to redo first. */
  readonly future: readonly Step[];
}

export function editingFrom(scenes: readonly Scene[]): Editing {
  return { scenes, past: [], future: [] };
}

/** The same value comes back where the command changes nothing. */
export function perform(editing: Editing, { words, edit, writing }: SceneCommand): Editing {
  const edited = applyEdit(editing.scenes, edit);
  if (edited === null) return editing;
  const last = editing.past.at(-1);
  const isOngoing = writing !== null && last?.writing === writing;
  // Writing goes on in one step: its inverse leads back to before the first letter.
  const step: Step = {
    words,
    edit,
    inverse: isOngoing ? last.inverse : edited.inverse,
    writing,
  };
  const past = isOngoing ? editing.past.slice(0, -1) : editing.past;
  return { scenes: edited.scenes, past: [...past, step].slice(-EDITS_LIMIT), future: [] };
}

/** Ends what is being written: the next letter begins a step of its own. */
export function seal(editing: Editing): Editing {
  const last = editing.past.at(-1);
  const isWriting = typeof last?.writing === 'string';
  if (!isWriting) return editing;
  return { ...editing, past: [...editing.past.slice(0, -1), { ...last, writing: null }] };
}

export function undo(editing: Editing): Editing {
  const step = editing.past.at(-1);
  if (step === undefined) return editing;
  const edited = applyEdit(editing.scenes, step.inverse);
  // What is written next begins a step of its own, whatever was written before.
  return seal({
    scenes: edited?.scenes ?? editing.scenes,
    past: editing.past.slice(0, -1),
    future: [{ ...step, writing: null }, ...editing.future],
  });
}

export function redo(editing: Editing): Editing {
  const step = editing.future[0];
  if (step === undefined) return editing;
  const edited = applyEdit(editing.scenes, step.edit);
  return {
    scenes: edited?.scenes ?? editing.scenes,
    past: [...editing.past, step],
    future: editing.future.slice(1),
  };
}
