/** Numbers as the report writes them. */
import { median, quantile } from './results.mjs';

/** @param {number | null} value milliseconds, or times as many */
export function inWords(value) {
  if (value === null) return '–';
  if (value < 1) return value.toFixed(2);
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB');
}

/** @param {readonly number[]} times */
export function middle(times) {
  return inWords(median(times));
}

/** How many times as many: near 1 a hundredth matters. @param {number} ratio */
export function inTimes(ratio) {
  return ratio < 10 ? ratio.toFixed(2) : inWords(ratio);
}

/** Median, then 95th percentile in brackets. @param {readonly number[]} times */
export function middleAndMost(times) {
  return times.length === 0 ? '–' : `${middle(times)} (${inWords(quantile(times, 0.95))})`;
}

/** Bytes in kB. @param {number | null} bytes */
export function kilobytes(bytes) {
  return bytes === null ? '–' : Math.round(bytes / 1000).toLocaleString('en-GB');
}

/** Bytes in MB. @param {number | null} bytes */
export function megabytes(bytes) {
  return bytes === null ? '–' : Math.round(bytes / 1e6).toLocaleString('en-GB');
}
