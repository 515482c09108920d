/** How large what is measured is. */

/** Numbers of events of the made-up histories; the million only when it is asked for. */
export const SIZES = [30, 1000, 10_000, 100_000];
export const MILLION = 1_000_000;

/** Of made-up networks. */
export const NETWORKS = {
  small: { actors: 60, ties: 150 },
  middle: { actors: 1000, ties: 5000 },
  /** Only Threadline's own: the largest with which its settings begin to leave nodes out. */
  above: { actors: 2000, ties: 10_000 },
  large: { actors: 10_000, ties: 50_000 },
};
