/** Work in steps: between two of them others may work, and whoever runs it decides when. */
export type Steps<T> = Generator<void, T>;

/** All steps at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** One after the other, each after `pause`. */
export async function oneByOne<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    await pause();
  }
}
