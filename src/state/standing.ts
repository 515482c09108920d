/*
 * When a picture stands: its answers are there, its layout has come to rest, its faces have loaded.
 * Knows: a fork, `aria-busy` of what is drawn. Must not know: which views those are.
 */
import type { Fork } from './fork.ts';

/** A view asks in an effect after a frame, and draws in the frame after its answer: so many in a row at rest. */
export const FRAMES_AT_REST = 3;

/**
 * Resolves when what is drawn in `element` with the fork's store stands still. Rejects with an AbortError
 * when the signal aborts. Frames come only while the page is visible, so a page in the background waits.
 */
export async function whenStanding(
  fork: Fork,
  element: Element,
  signal?: AbortSignal,
): Promise<void> {
  await document.fonts.ready;
  let rested = 0;
  while (rested < FRAMES_AT_REST) {
    // One frame after another is what is waited for.
    // oxlint-disable-next-line no-await-in-loop
    await nextFrame();
    signal?.throwIfAborted();
    rested = isAtRest(fork, element) ? rested + 1 : 0;
  }
}

/** Nothing is asked, nothing says that it is busy, and there is something. */
export function isAtRest(fork: Fork, element: Element): boolean {
  return (
    fork.store.getState().history !== null &&
    fork.pending() === 0 &&
    element.childElementCount > 0 &&
    element.querySelector('[aria-busy="true"]') === null
  );
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
