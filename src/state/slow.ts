/*
 * Whether someone waits for an answer for longer than goes unnoticed.
 * Knows: promises and time. Must not know: what was asked.
 */

/** Beyond this a person wonders whether anything happens (R. B. Miller, 1968: one second). */
const SLOW_MS = 1000;

/** Hands on what it is given to wait for; says when some of it is slow, and when nothing is any more. */
export function noticeSlow(
  onChange: (isSlow: boolean) => void,
): <T>(answer: Promise<T>) => Promise<T> {
  const slow = new Set<symbol>();
  return async (answer) => {
    const mine = Symbol('an answer');
    const timer = setTimeout(() => {
      slow.add(mine);
      if (slow.size === 1) onChange(true);
    }, SLOW_MS);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      if (slow.delete(mine) && slow.size === 0) onChange(false);
    }
  };
}
