/*
 * Which window writes a history: one at a time, until it closes, however that ends, or another takes over.
 * Knows: the browser's locks. Must not know: what is written; the numbers of the journal hold without it.
 */

export interface Ownership {
  release(): void;
  /** Who hears of it when another window takes the history; one listener, the newest. */
  onLost: () => void;
}

/** Gives the history to this window; null where another has it. `isForced` takes it from that one. */
export function own(id: string, isForced: boolean): Promise<Ownership | null> {
  let end = (): void => undefined;
  let isReleased = false;
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const ownership: Ownership = {
    release: () => {
      isReleased = true;
      end();
    },
    onLost: () => undefined,
  };
  // Browsers give locks to pages by https and from this device: elsewhere the journal's numbers must do.
  if (!('locks' in navigator)) return Promise.resolve(ownership);
  return new Promise((resolve) => {
    const options: LockOptions = isForced ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(`threadline.shelf.${id}`, options, (lock) => {
        resolve(lock === null ? null : ownership);
        return lock === null ? undefined : held;
      })
      .catch(() => {
        // Another window has taken it; a page that may have no locks at all writes by the numbers alone.
        resolve(ownership);
        if (!isReleased) ownership.onLost();
      });
  });
}
