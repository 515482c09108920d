/*
 * What every page of the facets does alike: reads the columns, has them made ready, and answers when the
 * benchmark asks. It asks for one organisation's events or for all: how many there are, how many of each
 * theme, place and kind, and the first hundred in order of time.
 */
import { asked, measureToFrame } from '../frame.js';

/**
 * Events in order of time, as numbers. What an event has several of lies end to end; those of event i begin
 * at starts[i] and end before starts[i + 1].
 * @typedef {object} Columns
 * @property {number} events
 * @property {Int32Array} startMinutes
 * @property {Int32Array} kinds
 * @property {Int32Array} places -1 for none
 * @property {Int32Array} themeStarts
 * @property {Int32Array} themes
 * @property {Int32Array} organisationStarts
 * @property {Int32Array} organisations
 * @property {Vocabulary} vocabulary how many values there are of each
 */

/** @typedef {{ themes: number, places: number, kinds: number, organisations: number }} Vocabulary */

/**
 * @typedef {object} Answer
 * @property {number} matched
 * @property {number[]} themes events of each, by number
 * @property {number[]} places
 * @property {number[]} kinds
 * @property {number[]} firstMinutes starts of the first hundred events
 * @property {number} [engineMs] of Threadline: from the worker's hearing the questions to its handing over
 *   the answers
 */

/** @typedef {(organisation: number | null) => Answer | Promise<Answer>} Ask */

/** So many events are listed. */
export const LISTED = 100;

/** @returns {Promise<Columns>} those of the history that `?events=` names */
export async function readColumns() {
  const events = asked('events');
  const [shape, file] = await Promise.all([
    fetch(`./histories/${events}.columns.json`),
    fetch(`./histories/${events}.columns.bin`),
  ]);
  const { columns, ...rest } =
    /** @type {{ events: number, vocabulary: Vocabulary, columns: [name: string, length: number][] }} */ (
      await shape.json()
    );
  const numbers = await file.arrayBuffer();
  let at = 0;
  const arrays = columns.map(([name, length]) => {
    const array = new Int32Array(numbers, at, length);
    at += array.byteLength;
    return [name, array];
  });
  return /** @type {Columns} */ ({ ...rest, ...Object.fromEntries(arrays) });
}

/**
 * The values of each event as an array of its own, as libraries of rows take them.
 * @param {Int32Array} starts
 * @param {Int32Array} values
 * @returns {number[][]}
 */
export function listsOf(starts, values) {
  return Array.from({ length: starts.length - 1 }, (_, i) =>
    Array.from(values.subarray(starts[i], starts[i + 1])),
  );
}

/**
 * Pairs of a number and a count as an array of counts.
 * @param {number} length
 * @param {Iterable<readonly [number, number]>} pairs
 * @returns {number[]}
 */
export function countsOf(length, pairs) {
  const counts = Array.from({ length }, () => 0);
  for (const [value, count] of pairs) if (value >= 0) counts[value] = count;
  return counts;
}

/**
 * Has all made ready and waits for the benchmark.
 * @param {() => Promise<Ask>} makeReady
 */
export async function answerFrom(makeReady) {
  const ask = await makeReady();
  Object.assign(globalThis, {
    /** @param {number | null} organisation */
    bench: async (organisation) => {
      const fromMs = performance.now();
      const answer = await ask(organisation);
      return { tookMs: performance.now() - fromMs, answer };
    },
  });
  measureToFrame('load', 0);
}
