/*
 * Whether any window of the program is in use in a way that a new version must not disturb.
 * Knows: the browser's locks, which end with their window however that ends. Must not know: what the use is.
 */

const LOCK = 'threadline.in-use';

/** Marks this window as in use until the result is called. */
export function markInUse(): () => void {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Browsers give locks where they give service workers: elsewhere there is nothing to hold up.
  if ('locks' in navigator) {
    void navigator.locks.request(LOCK, { mode: 'shared' }, () => ended);
  }
  return () => end();
}

/** Does it while no window is in use, and none can begin to be; false where one is. */
export async function whileUnused(act: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await act();
    return true;
  });
}
