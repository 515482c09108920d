/** A line a row for whoever watches the run. */
import { medianOf } from './results.mjs';
import { inWords } from './words.mjs';

const NAME_WIDTH = 58;

/** @param {import('./timelines.mjs').TimelineResult} result */
export function timelineLine(result) {
  const { name, history } = result.subject;
  return lineOf(`Timeline, ${name}, ${history}`, result, {
    'first picture': medianOf(result, ({ load }) => load),
    ready: medianOf(result, ({ ready }) => ready),
    zoom: medianOf(result, ({ zoom }) => zoom),
    pan: medianOf(result, ({ pan }) => pan),
    on: medianOf(result, ({ filterOn }) => filterOn),
    off: medianOf(result, ({ filterOff }) => filterOff),
  });
}

/** @param {import('./networks.mjs').NetworkResult} result */
export function networkLine(result) {
  const { name, network } = result.subject;
  return lineOf(`Network, ${name}, ${network}`, result, {
    'first picture': medianOf(result, ({ load }) => load),
    zoom: medianOf(result, ({ zoom }) => zoom),
    pan: medianOf(result, ({ pan }) => pan),
    filter: medianOf(result, ({ own }) => own?.filter ?? []),
  });
}

/** @param {import('./facets.mjs').FacetResult} result */
export function facetLine(result) {
  const { name, events } = result.subject;
  return lineOf(`Facets, ${name}, ${events.toLocaleString('en-GB')} events`, result, {
    ready: medianOf(result, ({ load }) => load),
    on: medianOf(result, ({ mostOn }) => mostOn),
    off: medianOf(result, ({ mostOff }) => mostOff),
    'few on': medianOf(result, ({ fewOn }) => fewOn),
    engine: medianOf(result, ({ engineMost }) => engineMost),
  });
}

/**
 * @param {string} name
 * @param {{ readonly samples: readonly unknown[] }} result
 * @param {Record<string, number | null>} times
 */
function lineOf(name, { samples }, times) {
  if (samples.length === 0) return name;
  const parts = Object.entries(times)
    .filter(([, ms]) => ms !== null)
    .map(([what, ms]) => `${what} ${inWords(ms)}`);
  return `${name.padEnd(NAME_WIDTH)} ${parts.join('  ')}`;
}
