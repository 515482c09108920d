/*
 * Which window writes a history: one at a time, until it closes, however that ends, or another takes over.
 * Knows: the browser's locks. Must not know: what is written; the numbers of the journal hold without it.
 */

export interface Ownership {
  release(): void;
}

/**
 * Gives the history to this window; null where another has it. `isForced` takes it from that one, which
 * hears of it by its own `onLost`.
 */
export function own(id: string, isForced: boolean, onLost: () => void): Promise<Ownership | null> {
  // Browsers give locks to pages by https and from this device: elsewhere the journal's numbers must do.
  if (!('locks' in navigator)) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve) => {
    let release = (): void => undefined;
    let isReleased = false;
    const held = new Promise<void>((end) => {
      release = () => {
        isReleased = true;
        end();
      };
    });
    const options: LockOptions = isForced ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(`threadline.shelf.${id}`, options, (lock) => {
        resolve(lock === null ? null : { release });
        return lock === null ? undefined : held;
      })
      .catch(() => {
        // Another window has taken it; a page that may have no locks at all writes by the numbers alone.
        resolve({ release });
        if (!isReleased) onLost();
      });
  });
}
