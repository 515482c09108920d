/** The tables of docs/benchmark.md, out of results. */
import { median, medianOf, timesOf } from './results.mjs';
import { inTimes, inWords, kilobytes, megabytes, middle, middleAndMost } from './words.mjs';

/** @typedef {import('./facets.mjs').FacetResult} FacetResult */
/** @typedef {import('./networks.mjs').NetworkResult} NetworkResult */
/** @typedef {import('./timelines.mjs').TimelineResult} TimelineResult */
/** @typedef {import('./chart.mjs').Series} Series */

const OWN = 'Threadline';

/** A table with its first column to the left. @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function tableOf(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const marks = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [line(head), line(marks), ...rows.map(line)].join('\n');
}

/**
 * The cells of a row, or the reason why it has none in the first of them.
 * @param {string} name
 * @param {{ failure: string | null, samples: readonly unknown[] }} result
 * @param {number} columns
 * @param {() => string[]} cells
 */
function rowOf(name, { failure, samples }, columns, cells) {
  if (samples.length > 0) return [name, ...cells()];
  return [
    `${name}: ${failure ?? 'not measured'}`,
    ...Array.from({ length: columns - 1 }, () => '–'),
  ];
}

/** @param {readonly { bytes: number, weight: import('./weights.mjs').Weight }[]} samples */
function sizesOf(samples) {
  return [
    `${kilobytes(median(samples.map(({ weight }) => weight.script)))} / ${kilobytes(median(samples.map(({ weight }) => weight.all)))}`,
    megabytes(median(samples.map(({ bytes }) => bytes))),
  ];
}

/** @param {readonly TimelineResult[]} results */
export function timelineTable(results) {
  const head = [
    '',
    'first picture',
    'answers input from',
    'filter on / off',
    'zoom: input to frame',
    'pan: input to frame',
    'script a frame, zoom / pan',
    'elements',
    'script / all, kB',
    'memory, MB',
  ];
  const rows = results.map((result) =>
    rowOf(`${result.subject.name}, ${result.subject.history}`, result, head.length, () => [
      middle(timesOf(result, ({ load }) => load)),
      middle(timesOf(result, ({ ready }) => ready)),
      `${middle(timesOf(result, ({ filterOn }) => filterOn))} / ${middle(timesOf(result, ({ filterOff }) => filterOff))}`,
      middleAndMost(timesOf(result, ({ zoom }) => zoom)),
      middleAndMost(timesOf(result, ({ pan }) => pan)),
      `${middle(timesOf(result, ({ zoomScript }) => zoomScript))} / ${middle(timesOf(result, ({ panScript }) => panScript))}`,
      Math.max(...result.samples.map(({ elements }) => elements)).toLocaleString('en-GB'),
      ...sizesOf(result.samples),
    ]),
  );
  return tableOf(head, rows);
}

/** @param {readonly NetworkResult[]} results */
export function networkTable(results) {
  const head = [
    '',
    'first picture',
    'zoom: input to frame',
    'pan: input to frame',
    'script a frame, pan',
    'script / all, kB',
    'memory, MB',
  ];
  const rows = results.map((result) =>
    rowOf(`${result.subject.name}, ${result.subject.network}`, result, head.length, () => [
      middle(timesOf(result, ({ load }) => load)),
      middleAndMost(timesOf(result, ({ zoom }) => zoom)),
      middleAndMost(timesOf(result, ({ pan }) => pan)),
      middle(timesOf(result, ({ panScript }) => panScript)),
      ...sizesOf(result.samples),
    ]),
  );
  return tableOf(head, rows);
}

/** What only Threadline does: a filter of the network, its layout. @param {readonly NetworkResult[]} results */
export function layoutTable(results) {
  const head = [
    '',
    'filter: to the new network’s first frame',
    'layout, a tick',
    'layout until settled: ticks, ms',
  ];
  const rows = results
    .filter(({ subject }) => subject.name === OWN)
    .map((result) =>
      rowOf(result.subject.network, result, head.length, () => {
        const own = result.samples.flatMap((sample) => sample.own ?? []);
        const ticks = median(own.map((sample) => sample.ticks)) ?? 0;
        return [
          middleAndMost(own.flatMap(({ filter }) => filter)),
          middle(own.map(({ ticks, tickingMs }) => tickingMs / ticks)),
          `${Math.round(ticks).toLocaleString('en-GB')}, ${middle(own.map(({ tickingMs }) => tickingMs))}`,
        ];
      }),
    );
  return tableOf(head, rows);
}

/** @param {readonly FacetResult[]} results */
export function facetTable(results) {
  const head = [
    '',
    'ready',
    'most: matches',
    'most: on / off',
    'few: matches',
    'few: on / off',
    'the engine’s part, most / few',
    'script / all, kB',
    'memory, MB',
  ];
  const rows = results.map((result) => {
    const { name, events } = result.subject;
    return rowOf(`${name}, ${eventsInWords(events)}`, result, head.length, () => {
      const [first] = result.samples;
      const engine = timesOf(result, ({ engineMost }) => engineMost);
      return [
        middle(timesOf(result, ({ load }) => load)),
        first?.mostMatches.toLocaleString('en-GB') ?? '–',
        `${middle(timesOf(result, ({ mostOn }) => mostOn))} / ${middle(timesOf(result, ({ mostOff }) => mostOff))}`,
        first?.fewMatches.toLocaleString('en-GB') ?? '–',
        `${middle(timesOf(result, ({ fewOn }) => fewOn))} / ${middle(timesOf(result, ({ fewOff }) => fewOff))}`,
        engine.length === 0
          ? '–'
          : `${middle(engine)} / ${middle(timesOf(result, ({ engineFew }) => engineFew))}`,
        ...sizesOf(result.samples),
      ];
    });
  });
  return tableOf(head, rows);
}

/**
 * How many times as much each peer takes, Threadline at the same size as 1.
 * @template Subject, Sample
 * @param {readonly import('./results.mjs').Result<Subject, Sample>[]} results
 * @param {object} how
 * @param {(subject: Subject) => string} how.name
 * @param {(subject: Subject) => string} how.size
 * @param {Record<string, (sample: Sample) => readonly number[]>} how.columns
 */
export function ratioTable(results, { name, size, columns }) {
  const rows = results
    .filter(({ subject, samples }) => name(subject) !== OWN && samples.length > 0)
    .map((peer) => {
      const own = results.find(
        ({ subject }) => name(subject) === OWN && size(subject) === size(peer.subject),
      );
      return [
        `${name(peer.subject)}, ${size(peer.subject)}`,
        ...Object.values(columns).map((of) => {
          const [a, b] = [medianOf(peer, of), medianOf(own, of)];
          return a === null || b === null ? '–' : inTimes(a / b);
        }),
      ];
    });
  return tableOf(['', ...Object.keys(columns)], rows);
}

/**
 * What is drawn, as a table: a row a line, a column a size.
 * @param {readonly Series[]} series
 */
export function costTable(series) {
  const sizes = [...new Set(series.flatMap(({ points }) => points.map(([size]) => size)))].toSorted(
    (a, b) => a - b,
  );
  const rows = series.map(({ label, points }) => {
    const costs = new Map(points);
    return [label, ...sizes.map((size) => inWords(costs.get(size) ?? null))];
  });
  return tableOf(['', ...sizes.map((size) => size.toLocaleString('en-GB'))], rows);
}

/**
 * A line for each name and each kind of times.
 * @template Subject, Sample
 * @param {readonly import('./results.mjs').Result<Subject, Sample>[]} results
 * @param {object} how
 * @param {(subject: Subject) => string} how.name
 * @param {(subject: Subject) => number | null} how.size
 * @param {Record<string, (sample: Sample) => readonly number[]>} how.kinds the second is dashed
 * @returns {Series[]}
 */
export function seriesOf(results, { name, size, kinds }) {
  const names = [...new Set(results.map(({ subject }) => name(subject)))];
  return names.flatMap((each, colour) =>
    Object.entries(kinds).flatMap(([kind, of], i) => {
      const points = results.flatMap((result) => {
        const [x, ms] = [size(result.subject), medianOf(result, of)];
        return name(result.subject) === each && x !== null && ms !== null
          ? [/** @type {[number, number]} */ ([x, ms])]
          : [];
      });
      const label = kind === '' ? each : `${each}, ${kind}`;
      return points.length === 0 ? [] : [{ label, colour, isDashed: i > 0, points }];
    }),
  );
}

/** @param {number} events */
export function eventsInWords(events) {
  return `${events.toLocaleString('en-GB')} events`;
}
