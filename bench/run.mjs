/**
 * `npm run bench`: builds and serves the app, makes up histories and networks, measures the app and what a
 * user would otherwise take in one run of one browser, and writes docs/benchmark.md and its drawings.
 *
 *   --rounds 5      how often each is measured (3)
 *   --million       histories of 1,000,000 events too
 *   --only vis      just what has this in its line; writes no docs
 *   --built         what an earlier run has built and made up, as it stands
 */
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { prepare } from '../scripts/install.mjs';

/** What takes longer than this once is not measured again. */
const ONCE_MS = 45_000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    million: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    built: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds wants a number from 1 on, not "${values.rounds}".`);
  process.exit(1);
}

const startMs = performance.now();
prepare();
// Only now, since what they import may just have been installed.
const { chromium } = await import('@playwright/test');
const { browserFlags, describeBrowser, findBrowser } = await import('../scripts/browser.mjs');
const { openEye } = await import('./eye.mjs');
const { FACET_PAGES, facetSubjects, measureFacets } = await import('./facets.mjs');
const { measureNetwork, NETWORK_PAGES, NETWORK_SUBJECTS } = await import('./networks.mjs');
const { writeReport } = await import('./report.mjs');
const { makeSite, peerVersions, serveSite } = await import('./site.mjs');
const { MILLION, NETWORKS, SIZES } = await import('./sizes.mjs');
const { facetLine, networkLine, timelineLine } = await import('./summary.mjs');
const { isDrawnByPeers, measureTimeline, TIMELINE_PAGES, timelineSubjects } =
  await import('./timelines.mjs');
const { TooSlow } = await import('./visit.mjs');

/**
 * Something to measure, and where it is put.
 * @typedef {object} Row
 * @property {string} line what it is
 * @property {{ failure: string | null, isSlow: boolean }} result
 * @property {() => Promise<string>} measure adds a sample; gives a line for whoever watches
 */

/** @template Subject, Sample @param {Subject} subject @returns {import('./results.mjs').Result<Subject, Sample>} */
function emptyResult(subject) {
  return { subject, samples: [], failure: null, isSlow: false };
}

const sizes = values.million ? [...SIZES, MILLION] : SIZES;
/** @param {string} line */
const isWanted = (line) => line.includes(values.only);
const timelines = timelineSubjects(sizes)
  .map((subject) => /** @type {import('./timelines.mjs').TimelineResult} */ (emptyResult(subject)))
  .filter((result) => isWanted(timelineLine(result)));
const facets = facetSubjects(sizes)
  .map((subject) => /** @type {import('./facets.mjs').FacetResult} */ (emptyResult(subject)))
  .filter((result) => isWanted(facetLine(result)));
const networks = NETWORK_SUBJECTS.map(
  (subject) => /** @type {import('./networks.mjs').NetworkResult} */ (emptyResult(subject)),
).filter((result) => isWanted(networkLine(result)));

const found = await findBrowser();
console.log(describeBrowser(found));
const wantedSizes = new Set([...timelines, ...facets].map(({ subject }) => subject.events));
const choices = await makeSite({
  sizes: sizes.filter((events) => wantedSizes.has(events)),
  hasPlain: isDrawnByPeers,
  networks: networks.length === 0 ? [] : Object.values(NETWORKS),
  pages: [...TIMELINE_PAGES, ...NETWORK_PAGES, ...FACET_PAGES],
  isBuilt: values.built,
});
const site = await serveSite();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  // Without a GPU sigma's WebGL is drawn by software, which Chromium has to be told to do.
  args: [...browserFlags, '--enable-unsafe-swiftshader'],
  env: { ...process.env, ...found.env },
});
const tools = { browser, site, eye: await openEye(browser) };

/** @type {Map<number, string>} */
const answers = new Map();
/** @type {Row[]} */
const rows = [
  ...timelines.map((result) => ({
    line: timelineLine(result),
    result,
    measure: async () => {
      result.samples.push(await measureTimeline(tools, result.subject));
      return timelineLine(result);
    },
  })),
  ...networks.map((result) => ({
    line: networkLine(result),
    result,
    measure: async () => {
      result.samples.push(await measureNetwork(tools, result.subject));
      return networkLine(result);
    },
  })),
  ...facets.map((result) => ({
    line: facetLine(result),
    result,
    measure: async () => {
      const choice = choices.get(result.subject.events);
      if (choice === undefined) throw new Error('Nobody made up this history.');
      result.samples.push(await measureFacets(tools, result.subject, choice, answers));
      return facetLine(result);
    },
  })),
];
const loadBefore = loadavg();
try {
  await warmUp();
  // Round by round, so that what else the machine does meanwhile falls on all alike.
  for (let round = 1; round <= rounds; round++) {
    for (const row of rows) {
      if (row.result.failure !== null || row.result.isSlow) continue;
      const rowStartMs = performance.now();
      const line = await measureRow(row);
      const tookMs = performance.now() - rowStartMs;
      row.result.isSlow = tookMs > ONCE_MS;
      console.log(`${round}/${rounds} ${(tookMs / 1000).toFixed(0).padStart(3)} s  ${line}`);
    }
  }
} finally {
  await browser.close();
  await site.close();
}

/** A page of each server, unmeasured: the first that a browser shows pays for the browser's own start. */
async function warmUp() {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const address of [site.addresses.app, `${site.addresses.peers}timeline-vis-timeline.html`]) {
    await page.goto(address, { waitUntil: 'load' });
  }
  await context.close();
}

/** @param {Row} row */
async function measureRow({ line, result, measure }) {
  try {
    return await measure();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    result.failure = message;
    if (error instanceof TooSlow) return `${line}  ${message}`;
    // The others are measured all the same: a run is long. What it says is told, and the command fails.
    console.error(error);
    process.exitCode = 1;
    return `${line}  FAILED: ${message}`;
  }
}

if (values.only === '') {
  const processors = cpus();
  const machine = {
    system: `${type()} ${release()}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
    loadBefore,
    loadAfter: loadavg(),
  };
  const versions = { Chromium: browser.version(), Node: process.versions.node, ...peerVersions() };
  await writeReport({
    timelines,
    networks,
    facets,
    machine,
    versions,
    rounds,
    date: new Date(),
    minutes: (performance.now() - startMs) / 60_000,
  });
  console.log('Written: docs/benchmark.md and its drawings.');
}
