/*
 * The screen while one presents: kept awake, filled, and free of the mouse's pointer while that rests.
 * Knows: the browser's interfaces for it. Must not know: scenes.
 */
import { useEffect, useState } from 'react';

/** Whether the screen is kept awake; false where the browser cannot, or will not. */
export function useWakeLock(isWanted: boolean): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isWanted) return undefined;
    // Missing on pages that came without encryption, whatever its type says.
    const wakeLock = 'wakeLock' in navigator ? navigator.wakeLock : undefined;
    let isOver = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async (): Promise<void> => {
      if (wakeLock === undefined || document.visibilityState !== 'visible') return;
      try {
        const got = await wakeLock.request('screen');
        if (isOver) {
          await got.release();
          return;
        }
        lock = got;
        setHeld(true);
        got.addEventListener('release', () => setHeld(false));
      } catch {
        // Refused, as a battery saver does: the presenter's window says so.
        setHeld(false);
      }
    };
    // A browser lets go of it whenever the page is out of sight.
    const onVisibility = (): void => void ask();
    void ask();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', onVisibility);
      void lock?.release();
    };
  }, [isWanted]);
  return isHeld;
}

export function toggleFullscreen(): void {
  if (document.fullscreenElement === null) enterFullscreen();
  else leaveFullscreen();
}

export function enterFullscreen(): void {
  // Where it is refused (an iframe without the permission) the stage still fills its window.
  // An iPhone's browser has no such thing.
  if (!document.fullscreenEnabled) return;
  document.documentElement.requestFullscreen().catch(() => undefined);
}

export function leaveFullscreen(): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
}

/** Long enough to aim, short enough not to be noticed from the last row. */
const REST_MS = 2200;

/** Whether the mouse has rested for a while; true until it first moves. */
export function useIsPointerAtRest(): boolean {
  const [isAtRest, setAtRest] = useState(true);
  useEffect(() => {
    let timer = 0;
    const onMove = (event: PointerEvent): void => {
      // The stage changes under a pointer that does not move; browsers tell that as a move, too.
      if (event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return;
      setAtRest(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setAtRest(true), REST_MS);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerdown', onMove);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerdown', onMove);
    };
  }, []);
  return isAtRest;
}
