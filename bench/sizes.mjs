/** Numbers of events of the made-up histories; the last only when it is asked for. */
export const SIZES = [30, 1000, 10_000, 100_000];
export const MILLION = 1_000_000;
