/** Writes the results of a run: docs/benchmark.md with its table and ratios, docs/benchmark.svg. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../scripts/install.mjs';
import { drawChart } from './chart.mjs';
import { networkChapterOf } from './networks.mjs';
import { median, quantile, timesOf } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */
/** @typedef {import('./results.mjs').Times} Times */

/**
 * @typedef {object} Run
 * @property {readonly Result[]} results
 * @property {readonly import('./networks.mjs').NetworkResult[]} networks
 * @property {{ system: string, processor: string, cores: number, memoryBytes: number, loadBefore: number[], loadAfter: number[] }} machine
 * @property {Record<string, string>} versions
 * @property {number} rounds
 * @property {Date} date
 */

/**
 * A line for whoever watches the run.
 * @param {Result} result
 */
export function summaryOf(result) {
  const { subject, failure } = result;
  const name = `${subject.name}, ${subject.history}`.padEnd(34);
  if (failure !== null) return `${name} ${failure}`;
  const zoom = middleAndMost(timesOf(result, 'zoom'));
  const pan = middleAndMost(timesOf(result, 'pan'));
  const scripts = `${middle(timesOf(result, 'zoomScript'))} / ${middle(timesOf(result, 'panScript'))}`;
  return `${name} load ${middle(timesOf(result, 'load'))}  zoom ${zoom}  pan ${pan}  script ${scripts}`;
}

/** @param {Run} run */
export async function writeReport(run) {
  const markdownPath = join(projectFolder, 'docs/benchmark.md');
  const settings = await resolveConfig(markdownPath);
  const markdown = await format(reportOf(run), { ...settings, parser: 'markdown' });
  writeFileSync(markdownPath, markdown);
  writeFileSync(join(projectFolder, 'docs/benchmark.svg'), drawChart(run.results));
}

/** @param {Run} run */
function reportOf({ results, networks, machine, versions, rounds, date }) {
  return `# Benchmark

Written by \`npm run bench\` on ${date.toISOString().slice(0, 10)}; do not edit. It says what exploring costs,
with the bundled history and with made-up ones of growing size, and beside it what people would use
otherwise, measured in the same run by the same script.

Read the ratios: other machines give other milliseconds. No test fails on a time.

- Machine: ${machine.processor}, ${machine.cores} processor cores, ${(machine.memoryBytes / 2 ** 30).toFixed(0)} GiB of memory, ${machine.system}; no GPU.
- Load average (1, 5 and 15 minutes) before the run ${loadInWords(machine.loadBefore)}, after it ${loadInWords(machine.loadAfter)}. The run itself keeps one core to two busy.
- Versions: ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}. Chromium runs headless, 1440 × 900,
  without the service worker, which would fetch the program for later beside the measuring.
- ${rounds} rounds, one after the other through all rows; the values are medians over all of them.

## Timeline

| | first picture | filter on / off | zoom: input to frame | pan: input to frame | script a frame, zoom / pan | elements | memory |
| --- | --: | --: | --: | --: | --: | --: | --: |
${results.map(rowOf).join('\n')}

Milliseconds, except where said. Input to frame: median, then 95th percentile in brackets.

![Milliseconds from input to frame against the number of events, both on log scales](benchmark.svg)

${ratiosOf(results)}

${networkChapterOf(networks)}
## What is measured of the timeline

- **First picture**: from navigation to the end of the work on the frame that shows the events, files from
  this machine. Threadline fetches and checks its JSON in full, in a worker; the peers get the same events
  ready-made, with dates as milliseconds.
- **Filter**: from pressing one organisation, the one in most events, to the end of the work on the frame
  that shows what is left of the picture, and back. In Threadline all facets are counted again meanwhile.
- **Input to frame**: 60 notches of a wheel with Ctrl (30 in, 30 out), then, four times as near, 60 steps
  of a drag (30 there, 30 back). Real input, one step a frame, from the moment the browser hands it to the
  page until script, style, layout and paint of the frame are done. Waiting for the screen's next refresh
  comes on top, alike for all.
- **Script a frame**: how long the page's own script ran in a frame that drew a step, from a trace, in
  processor time of the main thread: median for zooming / for panning.
- **Elements**: the most that the picture consisted of, at the whole history or zoomed in.
- **Memory**: in use after garbage collection, workers and typed arrays included, in MB.
- Of what takes longer than anybody waits, as many steps as fit into some seconds are measured, once; a
  dash says that it did not come to an end at all.
- vis-timeline draws points and ranges on one stack, without Threadline's lanes, facets and overview.

## Run it again

\`\`\`sh
npm run bench
\`\`\`

It needs nothing but Node; it installs what it compares with in \`bench/\`, and takes some minutes. Leave
the machine alone meanwhile. \`npm run bench -- --million\` adds a history of 1,000,000 events,
\`--rounds 5\` measures more often, \`--only vis\` measures only some and writes nothing.
\`node bench/generate.mjs 100000 history.json\` writes one of the made-up histories to look at.
`;
}

/** @param {Result} result */
function rowOf(result) {
  const { subject, failure, samples } = result;
  const name = `${subject.name}, ${subject.history}`;
  if (failure !== null) return `| ${name} | – | – | – | – | – | – | – |`;
  const elements = Math.max(...samples.map((sample) => sample.elements));
  const megabytes = (median(samples.map(({ bytes }) => bytes)) ?? 0) / 1e6;
  return `| ${[
    name,
    middle(timesOf(result, 'load')),
    `${middle(timesOf(result, 'filterOn'))} / ${middle(timesOf(result, 'filterOff'))}`,
    middleAndMost(timesOf(result, 'zoom')),
    middleAndMost(timesOf(result, 'pan')),
    `${middle(timesOf(result, 'zoomScript'))} / ${middle(timesOf(result, 'panScript'))}`,
    elements.toLocaleString('en-GB'),
    megabytes.toFixed(0),
  ].join(' | ')} |`;
}

/**
 * The ratios that the project is held to, in sentences.
 * @param {readonly Result[]} results
 */
function ratiosOf(results) {
  const own = results.filter(({ subject, failure }) => subject.server === 'app' && !failure);
  const peer = results.find(
    ({ subject }) => subject.name === 'vis-timeline' && subject.events === 30,
  );
  const smallest = own.find(({ subject }) => subject.events === 30);
  const largest = own.at(-1);
  if (peer === undefined || smallest === undefined || largest === undefined) return '';
  /** @param {Result} a @param {Result} b @param {Times} kind */
  const ratio = (a, b, kind) =>
    ((median(timesOf(a, kind)) ?? NaN) / (median(timesOf(b, kind)) ?? NaN)).toFixed(2);
  return [
    `Input to frame, with vis-timeline at 30 events as 1:`,
    '',
    ...own.map(
      (result) =>
        `- ${result.subject.history}: zoom ${ratio(result, peer, 'zoom')}, pan ${ratio(result, peer, 'pan')}`,
    ),
    '',
    `A frame at ${largest.subject.history} costs ${ratio(largest, smallest, 'zoom')} times as much as at 30 when zooming,` +
      ` and ${ratio(largest, smallest, 'pan')} times as much when panning.`,
  ].join('\n');
}

/** @param {readonly number[]} times */
function middle(times) {
  return inWords(median(times));
}

/** @param {readonly number[]} times */
function middleAndMost(times) {
  return `${middle(times)} (${inWords(quantile(times, 0.95))})`;
}

/** @param {number | null} ms */
function inWords(ms) {
  if (ms === null) return '–';
  return ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en-GB');
}

/** @param {readonly number[]} load */
function loadInWords(load) {
  return load.map((value) => value.toFixed(1)).join(', ');
}
