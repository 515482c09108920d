/*
 * Timings that can be read from outside: performance.measure entries from the user's act to the frame
 * that shows its result, one each time the work was done.
 * Knows: a clock. Must not know: what is measured.
 */

/** 'picture' is what came with the page, 'load' the living one with its answers. */
export type MeasureName = 'picture' | 'load' | 'filter' | 'timeline' | 'network';

export interface Clock {
  /** Milliseconds since the page's time origin. */
  now(): number;
  /** Calls back at the next frame, when what is in the store has been drawn. */
  nextFrame(callback: () => void): void;
}

interface MeasureDetail {
  /** Events in the whole history. */
  readonly events: number;
}

export interface Measures {
  /** The work begun at `startedAtMs` is done and will be seen with the next frame. */
  done(name: MeasureName, startedAtMs: number, detail: MeasureDetail): void;
}

export const browserClock: Clock = {
  now: () => performance.now(),
  nextFrame: (callback) => requestAnimationFrame(callback),
};

/** The browser keeps measures for ever: of each name the list starts afresh after so many. */
const ENTRIES_LIMIT = 1000;

export function createMeasures(clock: Clock): Measures {
  const counts = new Map<MeasureName, number>();
  return {
    done(name, startedAtMs, detail) {
      clock.nextFrame(() => {
        const count = counts.get(name) ?? 0;
        if (count >= ENTRIES_LIMIT) performance.clearMeasures(name);
        counts.set(name, count >= ENTRIES_LIMIT ? 1 : count + 1);
        performance.measure(name, { start: startedAtMs, end: clock.now(), detail });
      });
    },
  };
}
