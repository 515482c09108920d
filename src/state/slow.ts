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
  let slow = 0;
  return async (answer) => {
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      slow++;
      if (slow === 1) onChange(true);
    }, SLOW_MS);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      if (isSlow) slow--;
      if (isSlow && slow === 0) onChange(false);
    }
  };
}
