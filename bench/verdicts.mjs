/**
 * What the project promises of its speed, each promise with the figures of this run: holds or does not hold.
 * Knows: results. Must not know: how they were measured, how they are printed beside this.
 */
import { medianOf } from './results.mjs';
import { MILLION, NETWORKS } from './sizes.mjs';
import { inTimes, inWords } from './words.mjs';

/** @typedef {import('./timelines.mjs').TimelineResult} TimelineResult */
/** @typedef {import('./timelines.mjs').TimelineSample} TimelineSample */
/** @typedef {import('./networks.mjs').NetworkResult} NetworkResult */
/** @typedef {import('./facets.mjs').FacetResult} FacetResult */
/** @typedef {import('./facets.mjs').FacetSample} FacetSample */

/**
 * @typedef {object} Found
 * @property {readonly TimelineResult[]} timelines
 * @property {readonly NetworkResult[]} networks
 * @property {readonly FacetResult[]} facets
 */

/**
 * Two figures, and how many times the other's Threadline's may be.
 * @typedef {object} Comparison
 * @property {string} what
 * @property {number | null} own
 * @property {number | null} other
 * @property {number} atMost
 * @property {string} unit
 */

/**
 * @typedef {object} Verdict
 * @property {string} promise
 * @property {boolean | null} holds null where a figure is missing
 * @property {string} figures
 */

const OWN = 'Threadline';
/** Sizes between which a filter with as many matches should cost the same. */
const SOME = 10_000;
const NETWORKS_BELOW_A_TENTH = ['sigma', 'cytoscape', 'force-graph', 'vis-network'];

/**
 * @param {Found} found
 * @returns {Verdict[]}
 */
export function verdictsOf({ timelines, networks, facets }) {
  /** @param {string} name @param {number | null} events @param {(sample: TimelineSample) => readonly number[]} of */
  const timeline = (name, events, of) =>
    medianOf(
      timelines.find(({ subject }) => subject.name === name && subject.events === events),
      of,
    );
  /** @param {string} name */
  const networkPan = (name) =>
    medianOf(
      networks.find(
        ({ subject }) => subject.name === name && subject.size?.actors === NETWORKS.large.actors,
      ),
      ({ pan }) => pan,
    );
  /** @param {string} name @param {number} events @param {(sample: FacetSample) => readonly number[]} of */
  const facet = (name, events, of) =>
    medianOf(
      facets.find(({ subject }) => subject.name === name && subject.events === events),
      of,
    );
  const gestures = /** @type {const} */ (['zoom', 'pan']);
  const presses = /** @type {const} */ (['filterOn', 'filterOff']);
  const toggles = /** @type {const} */ (['mostOn', 'mostOff']);
  const named = { filterOn: 'on', filterOff: 'off', mostOn: 'on', mostOff: 'off' };
  return [
    judge(
      'Input to frame at 1,000,000 events is no more than vis-timeline’s at 30.',
      gestures.map((kind) => ({
        what: kind,
        own: timeline(OWN, MILLION, (sample) => sample[kind]),
        other: timeline('vis-timeline', 30, (sample) => sample[kind]),
        atMost: 1,
        unit: 'ms',
      })),
    ),
    judge(
      'A filter at 1,000,000 events is at least 20 times faster than crossfilter2.',
      toggles.map((kind) => ({
        what: named[kind],
        own: facet(OWN, MILLION, (sample) => sample[kind]),
        other: facet('crossfilter2', MILLION, (sample) => sample[kind]),
        atMost: 1 / 20,
        unit: 'ms',
      })),
    ),
    judge(
      'A filter at 1,000,000 events shows in less time than vis-timeline needs at 1,000.',
      presses.map((kind) => ({
        what: named[kind],
        own: timeline(OWN, MILLION, (sample) => sample[kind]),
        other: timeline('vis-timeline', 1000, (sample) => sample[kind]),
        atMost: 1,
        unit: 'ms',
      })),
    ),
    judge(
      'The first picture of the bundled history comes sooner than TimelineJS’s of 30 events, with less script.',
      [
        {
          what: 'first picture',
          own: timeline(OWN, null, ({ load }) => load),
          other: timeline('TimelineJS 3', 30, ({ load }) => load),
          atMost: 1,
          unit: 'ms',
        },
        {
          what: 'script until then',
          own: timeline(OWN, null, ({ weight }) => [weight.script / 1000]),
          other: timeline('TimelineJS 3', 30, ({ weight }) => [weight.script / 1000]),
          atMost: 1,
          unit: 'kB after gzip',
        },
        // Told beside them, since the first picture is a still one.
        {
          what: 'not promised, answers input from',
          own: timeline(OWN, null, ({ ready }) => ready),
          other: timeline('TimelineJS 3', 30, ({ ready }) => ready),
          atMost: Infinity,
          unit: 'ms',
        },
        {
          what: 'not promised, script until it does',
          own: timeline(OWN, null, ({ readyWeight }) => [readyWeight.script / 1000]),
          other: timeline('TimelineJS 3', 30, ({ readyWeight }) => [readyWeight.script / 1000]),
          atMost: Infinity,
          unit: 'kB after gzip',
        },
      ],
    ),
    judge(
      'The network of 10,000 actors and 50,000 ties pans with an input-to-frame at least 10 times below sigma, cytoscape, force-graph and vis-network, and below cytoscape with its fast options, without a GPU (sigma is made for one).',
      [
        ...NETWORKS_BELOW_A_TENTH.map((name) => ({ name, atMost: 1 / 10 })),
        { name: 'cytoscape, fast options', atMost: 1 },
      ].map(({ name, atMost }) => ({
        what: name,
        own: networkPan(OWN),
        other: networkPan(name),
        atMost,
        unit: 'ms',
      })),
    ),
    judge(
      'The cost of a frame differs by less than a factor of 2 between 30 events and 1,000,000.',
      gestures.map((kind) => ({
        what: kind,
        own: timeline(OWN, MILLION, (sample) => sample[kind]),
        other: timeline(OWN, 30, (sample) => sample[kind]),
        atMost: 2,
        unit: 'ms',
      })),
    ),
    judge(
      `The cost of a filter grows with the number of matches, not with the number of events: with about as many matches it is less than twice as much at 1,000,000 events as at ${SOME.toLocaleString('en-GB')}.`,
      [
        {
          what: `the engine’s own time for ${matchesOf(facets, MILLION)} matches, and for ${matchesOf(facets, SOME)}`,
          own: facet(OWN, MILLION, ({ engineFew }) => engineFew),
          other: facet(OWN, SOME, ({ engineFew }) => engineFew),
          atMost: 2,
          unit: 'ms',
        },
      ],
    ),
  ];
}

/** @param {readonly FacetResult[]} facets @param {number} events */
function matchesOf(facets, events) {
  const found = facets.find(({ subject }) => subject.name === OWN && subject.events === events);
  return found?.samples[0]?.fewMatches.toLocaleString('en-GB') ?? '–';
}

/**
 * @param {string} promise
 * @param {readonly Comparison[]} comparisons
 * @returns {Verdict}
 */
export function judge(promise, comparisons) {
  const each = comparisons.map(doesHold);
  // One that does not hold decides; one that is missing leaves it open.
  const fails = each.some((holds) => holds === false);
  const holds = fails ? false : each.every((holds) => holds === true) || null;
  return { promise, holds, figures: comparisons.map(inFigures).join('; ') };
}

/** @param {Comparison} comparison @returns {boolean | null} null where a figure is missing */
function doesHold({ own, other, atMost }) {
  return own === null || other === null ? null : own <= other * atMost;
}

/** @param {Comparison} comparison */
function inFigures({ what, own, other, unit }) {
  if (own === null || other === null) {
    const missing =
      own === null ? (other === null ? 'neither' : 'not Threadline') : 'not the other';
    return `${what}: not compared, since ${missing} was measured`;
  }
  const times = other / own;
  const ratio = times >= 1 ? `${inTimes(times)} times less` : `${inTimes(1 / times)} times as much`;
  return `${what}: ${inWords(own)} ${unit} against ${inWords(other)}, ${ratio}`;
}
