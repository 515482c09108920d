/** Writes the results of a run: docs/benchmark.md with its tables, ratios and verdicts, and its drawings. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../scripts/install.mjs';
import { drawChart } from './chart.mjs';
import { HOW_MEASURED, HOW_PEERS_ARE_SHOWN, RUN_AGAIN } from './explanations.mjs';
import {
  costTable,
  eventsInWords,
  facetTable,
  layoutTable,
  networkTable,
  ratioTable,
  seriesOf,
  timelineTable,
} from './tables.mjs';
import { verdictsOf } from './verdicts.mjs';

/**
 * @typedef {object} Run
 * @property {readonly import('./timelines.mjs').TimelineResult[]} timelines
 * @property {readonly import('./networks.mjs').NetworkResult[]} networks
 * @property {readonly import('./facets.mjs').FacetResult[]} facets
 * @property {{ system: string, processor: string, cores: number, memoryBytes: number, loadBefore: number[], loadAfter: number[] }} machine
 * @property {Record<string, string>} versions
 * @property {number} rounds
 * @property {Date} date
 * @property {number} minutes that all of it took
 */

const INPUT = 'Milliseconds from input to frame, median';
const ANSWER = 'Milliseconds from choosing an organisation to all answers, median';

/** @param {Run} run */
export async function writeReport(run) {
  const markdownPath = join(projectFolder, 'docs/benchmark.md');
  const settings = await resolveConfig(markdownPath);
  const markdown = await format(reportOf(run), { ...settings, parser: 'markdown' });
  writeFileSync(markdownPath, markdown);
  for (const { file, title, unit, series } of chartsOf(run)) {
    writeFileSync(join(projectFolder, 'docs', file), drawChart({ title, unit, series }));
  }
}

/** @param {Run} run */
function chartsOf({ timelines, networks, facets }) {
  return [
    {
      file: 'benchmark.svg',
      name: 'Timeline',
      title: INPUT,
      unit: 'events',
      series: seriesOf(timelines, {
        name: ({ name }) => name,
        size: ({ events }) => events,
        kinds: { zoom: ({ zoom }) => zoom, pan: ({ pan }) => pan },
      }),
    },
    {
      file: 'benchmark-facets.svg',
      name: 'Facets',
      title: ANSWER,
      unit: 'events',
      series: seriesOf(facets, {
        name: ({ name }) => name,
        size: ({ events }) => events,
        kinds: { 'most matches': ({ mostOn }) => mostOn, 'few matches': ({ fewOn }) => fewOn },
      }),
    },
    {
      file: 'benchmark-network.svg',
      name: 'Network',
      title: `${INPUT}, panning`,
      unit: 'actors, with about five ties each',
      series: seriesOf(networks, {
        name: ({ name }) => name,
        size: ({ size }) => size?.actors ?? null,
        kinds: { '': ({ pan }) => pan },
      }),
    },
  ];
}

/**
 * The report's text, before it is set.
 * @param {Run} run
 */
export function reportOf(run) {
  const { timelines, networks, facets, machine, versions, rounds, date, minutes } = run;
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
- ${rounds === 1 ? 'One round' : `${rounds} rounds, one after the other`} through all rows, in ${minutes.toFixed(0)} minutes; the values are medians over all of it.

## What is promised, and what this run says

${verdictsOf(run).map(verdictInWords).join('\n')}

## How many times as much the others take

Threadline at the same size, in the same run, is 1: above 1 it is faster, below 1 the other is.

### Timelines

${ratioTable(timelines, {
  name: ({ name }) => name,
  size: ({ history }) => history,
  columns: {
    'first picture': ({ load }) => load,
    'filter on': ({ filterOn }) => filterOn,
    'filter off': ({ filterOff }) => filterOff,
    zoom: ({ zoom }) => zoom,
    pan: ({ pan }) => pan,
    script: ({ weight }) => [weight.script],
    memory: ({ bytes }) => [bytes],
  },
})}

### Networks

${ratioTable(networks, {
  name: ({ name }) => name,
  size: ({ network }) => network,
  columns: {
    'first picture': ({ load }) => load,
    zoom: ({ zoom }) => zoom,
    pan: ({ pan }) => pan,
    script: ({ weight }) => [weight.script],
    memory: ({ bytes }) => [bytes],
  },
})}

There is no GPU here, and sigma is made for one: it draws by WebGL, which the processor has to stand in for.
Threadline's first picture includes its layout; the others are given their places.

### Facets

${ratioTable(facets, {
  name: ({ name }) => name,
  size: ({ events }) => eventsInWords(events),
  columns: {
    ready: ({ load }) => load,
    'most: on': ({ mostOn }) => mostOn,
    'most: off': ({ mostOff }) => mostOff,
    'few: on': ({ fewOn }) => fewOn,
    'few: off': ({ fewOff }) => fewOff,
    script: ({ weight }) => [weight.script],
    memory: ({ bytes }) => [bytes],
  },
})}

## What it costs as there is more of it

${chartsOf(run)
  .map(
    ({ name, file, title, unit, series }) => `### ${name}

${title}, against the number of ${unit}.

${costTable(series)}

![${title}, against the number of ${unit}, both on log scales](${file})
`,
  )
  .join('\n')}
## All figures

Milliseconds, except where said. Input to frame: median, then 95th percentile in brackets.

### Timeline

${timelineTable(timelines)}

### Network

${networkTable(networks)}

Threadline's filter and layout:

${layoutTable(networks)}

### Facets

${facetTable(facets)}

As the user sees it, in the app, from pressing the organisation to the frame that shows it, with the timeline drawn
anew and all seven facets counted, by the number of events:

${costTable(
  seriesOf(
    timelines.filter(({ subject }) => subject.server === 'app'),
    {
      name: () => 'Threadline in the app',
      size: ({ events }) => events,
      kinds: { on: ({ filterOn }) => filterOn, off: ({ filterOff }) => filterOff },
    },
  ),
)}

${HOW_MEASURED}

${HOW_PEERS_ARE_SHOWN}

${RUN_AGAIN}`;
}

/** @param {import('./verdicts.mjs').Verdict} verdict */
function verdictInWords({ promise, holds, figures }) {
  const word = holds === null ? 'Not decided' : holds ? 'Holds' : 'Does not hold';
  return `- **${word}.** ${promise} Here: ${figures}.`;
}

/** @param {readonly number[]} load */
function loadInWords(load) {
  return load.map((value) => value.toFixed(1)).join(', ');
}
