/** What a run found, and the few numbers that stand for many. */

/** @typedef {import('./measure.mjs').Sample} Sample */
/** Kinds of times of a sample. @typedef {{ [K in keyof Sample]: Sample[K] extends number[] ? K : never }[keyof Sample]} Times */

/**
 * @typedef {object} Result
 * @property {import('./subjects.mjs').Subject} subject
 * @property {Sample[]} samples one of each round
 * @property {string | null} failure why there is none
 * @property {boolean} isSlow measured once only
 */

/**
 * All times of one kind, of all rounds.
 * @param {Result} result
 * @param {Times} kind
 * @returns {number[]}
 */
export function timesOf({ samples }, kind) {
  return samples.flatMap((sample) => sample[kind]);
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0.5 for the median
 * @returns {number | null} the value below which that share of the values lies; null of none
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place % 1);
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}
