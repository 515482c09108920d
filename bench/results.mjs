/** What a run found, and the few numbers that stand for many. */

/**
 * @template Subject, Sample
 * @typedef {object} Result
 * @property {Subject} subject
 * @property {Sample[]} samples one of each round
 * @property {string | null} failure why there is none
 * @property {boolean} isSlow measured once only
 */

/**
 * All times of one kind, of all rounds.
 * @template Sample
 * @param {{ readonly samples: readonly Sample[] }} result
 * @param {(sample: Sample) => readonly number[]} of
 * @returns {number[]}
 */
export function timesOf({ samples }, of) {
  return samples.flatMap((sample) => of(sample));
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

/**
 * The median of one kind of times over all rounds; null where there are none.
 * @template Sample
 * @param {{ readonly samples: readonly Sample[] } | undefined} result
 * @param {(sample: Sample) => readonly number[]} of
 */
export function medianOf(result, of) {
  return result === undefined ? null : median(timesOf(result, of));
}
