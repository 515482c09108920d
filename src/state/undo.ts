/*
 * Steps and their undoing: pure moves over the present choices, those before and those undone.
 * Knows: choices as opaque values, and how their window is rounded. Must not know: the store, the address.
 *
 *   past ──────────┐ settled          future (undone)
 *   [A, B, C]      D ··previews··> D″   [E, F]
 */
import type { Choices } from './choices.ts';
import { encodeChoices } from './codec.ts';
import { readableWindow } from './instants.ts';
import { isSameInterval } from '../base/interval.ts';

/** More steps than anyone walks back, few enough to hold without a thought. */
export const STEPS_LIMIT = 200;

export interface Steps {
  /** What is shown: the settled choices, or a preview on the way to the next ones. */
  readonly choices: Choices;
  /** The choices of the last step. */
  readonly settled: Choices;
  readonly past: readonly Choices[];
  /** Undone steps, the next one first. */
  readonly future: readonly Choices[];
}

export function isSameChoices(a: Choices, b: Choices): boolean {
  return a === b || encodeChoices(a) === encodeChoices(b);
}

/** The start of a history of steps: nothing to undo. */
export function stepsFrom(choices: Choices): Steps {
  return { choices, settled: choices, past: [], future: [] };
}

/** The previews since the last step become one step; nothing happens where they come back to it. */
export function settle(steps: Steps): Steps {
  const { choices, settled, past } = steps;
  if (choices === settled) return steps;
  const next = withReadableWindow(choices, settled);
  if (isSameChoices(next, settled)) return { ...steps, choices: settled };
  return { choices: next, settled: next, past: [...past, settled].slice(-STEPS_LIMIT), future: [] };
}

/** Changes the last step without adding one; what was undone can still be redone. */
export function amend(steps: Steps, change: (choices: Choices) => Choices): Steps {
  const before = settle(steps);
  const next = withReadableWindow(change(before.choices), before.settled);
  if (isSameChoices(next, before.settled)) return before;
  return { ...before, choices: next, settled: next };
}

export function undo(steps: Steps): Steps {
  const { settled, past, future } = settle(steps);
  const before = past.at(-1);
  if (before === undefined) return settle(steps);
  return {
    choices: before,
    settled: before,
    past: past.slice(0, -1),
    future: [settled, ...future],
  };
}

export function redo(steps: Steps): Steps {
  const { settled, past, future } = settle(steps);
  const after = future[0];
  if (after === undefined) return settle(steps);
  return { choices: after, settled: after, past: [...past, settled], future: future.slice(1) };
}

/** Only a window that changed is rounded: an identical choice stays identical. */
function withReadableWindow(choices: Choices, before: Choices): Choices {
  if (choices.window === null || isSameInterval(choices.window, before.window)) return choices;
  return { ...choices, window: readableWindow(choices.window) };
}
