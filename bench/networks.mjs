/**
 * Measures the network: its first picture, a filter, panning, and what the layout costs. A table of its own
 * in docs/benchmark.md. Input is real; how it is measured is as in measure.mjs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { drag } from './gestures.mjs';
import { attachProbe, CONTEXT, rest, TooSlow, unlessTooSlow } from './measure.mjs';
import { median, quantile } from './results.mjs';
import { TRACE_CATEGORIES, scriptPerFrame } from './trace.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} NetworkSubject
 * @property {string} name
 * @property {{ actors: number, ties: number } | null} size null for the bundled history
 * @property {string} address relative to the app's
 */

/**
 * @typedef {object} NetworkSample times in milliseconds
 * @property {number[]} filter from pressing to the end of the work on the new network's first frame
 * @property {number[]} pan from input to frame, for each step
 * @property {number[]} panScript the page's own script, for each frame with a step
 * @property {number} ticks until it was settled the first time
 * @property {number} tickingMs that they took, in the worker
 * @property {string} shown how many, in the page's own words
 */

/** @typedef {{ ticks: number, tickingMs: number }} Work */
/** What networkProbe.js tells. @typedef {{ kind: 'settled' } & Work | { kind: 'painted', atMs: number }} News */
/** @typedef {{ subject: NetworkSubject, samples: NetworkSample[], failure: string | null }} NetworkResult */

const PROBE = readFileSync(new URL('networkProbe.js', import.meta.url), 'utf8');
const SIZES = [
  { actors: 60, ties: 150 },
  { actors: 1000, ties: 5000 },
  { actors: 2000, ties: 10_000 },
  { actors: 10_000, ties: 50_000 },
];
/** Above this only the page's last choice of how many are shown has them all. */
const MIDDLE = 2000;
const SETTLE_MS = 180_000;
const FILTERS = 3;
/** From the picture's corner, where no node stands: a drag that begins on one would move it. */
const CORNER_PX = 12;

/** @type {readonly NetworkSubject[]} */
export const NETWORKS = [
  { name: 'the bundled history', size: null, address: '#v=1&view=network' },
  ...SIZES.map((size) => ({
    name: `${size.actors.toLocaleString('en-GB')} actors, ${size.ties.toLocaleString('en-GB')} ties`,
    size,
    address: `?data=networks/${size.actors}.json#v=1&view=network&net.nodes=${size.actors > MIDDLE ? 10_000 : MIDDLE}`,
  })),
];

/**
 * Writes the made-up networks beside the built app.
 * @param {string} appFolder
 */
export async function writeNetworks(appFolder) {
  /** @type {{ module: typeof import('./madeUpNetwork.ts') }} */
  const { module } = await runnerImport(
    fileURLToPath(new URL('./madeUpNetwork.ts', import.meta.url)),
  );
  const folder = join(appFolder, 'networks');
  mkdirSync(folder, { recursive: true });
  for (const size of SIZES) {
    writeFileSync(join(folder, `${size.actors}.json`), JSON.stringify(module.madeUpNetwork(size)));
  }
}

/**
 * One round for one network; takes the sample, or why there is none, into the result.
 * @param {Browser} browser
 * @param {NetworkResult} result
 * @param {string} root the app's address
 */
export async function measureNetwork(browser, result, root) {
  const context = await browser.newContext(CONTEXT);
  try {
    context.setDefaultTimeout(0);
    const page = await context.newPage();
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    result.samples.push(await measurePage(browser, page, root + result.subject.address));
    if (errors.length > 0) throw new AggregateError(errors, 'The page threw errors.');
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    result.failure = error.message;
  } finally {
    await context.close();
  }
}

/**
 * @param {Browser} browser
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<NetworkSample>}
 */
async function measurePage(browser, page, address) {
  const cdp = await page.context().newCDPSession(page);
  const probe = await attachProbe(page, cdp);
  await cdp.send('Runtime.addBinding', { name: 'benchNetwork' });
  await page.addInitScript({ content: PROBE });
  /** @type {Work[]} */
  const settled = [];
  let paintedMs = 0;
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'benchNetwork') return;
    const news = /** @type {News} */ (JSON.parse(payload));
    if (news.kind === 'settled') settled.push(news);
    else paintedMs = news.atMs;
  });
  await page.goto(address);
  const network = page.locator('section[aria-label="Network"]');
  const standing = async () => {
    await page.locator('section[aria-label="Network"][aria-busy="false"]').waitFor({
      timeout: SETTLE_MS,
    });
    await rest(page);
  };
  await standing();
  const [first] = settled;
  if (first === undefined) throw new Error('The layout told nothing of its work.');
  const { ticks, tickingMs } = first;
  const shown = await network.locator('.network-shown').innerText();

  const ground = network.locator('.network-ground');
  const box = await ground.boundingBox();
  if (box === null) throw new Error('There is no picture.');
  const spot = { x: Math.round(box.x + box.width) - CORNER_PX, y: Math.round(box.y) + CORNER_PX };
  await page.mouse.move(spot.x, spot.y);
  await rest(page);
  const before = await ground.innerHTML();
  const nothing = () => Promise.resolve();
  const hand = { cdp, spot, frame: () => probe.frame(SETTLE_MS), atHalf: nothing };
  const hasMoved = async () => {
    if ((await ground.innerHTML()) === before) throw new Error('The picture did not move.');
  };
  const pan = await drag({ ...hand, atHalf: hasMoved });
  await rest(page);
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  await drag(hand);
  const panScript = scriptPerFrame(await browser.stopTracing());
  if (page.url().includes('net.pins')) throw new Error('A node was dragged, and not the picture.');
  await page.keyboard.press('0');
  await standing();

  const value = page.getByRole('group', { name: 'Organisations' }).getByRole('checkbox').first();
  /** @type {number[]} */
  const filter = [];
  const measureFilter = async () => {
    for (let i = 0; i < 2 * FILTERS; i++) {
      const drawn = probe.measured('network', SETTLE_MS);
      const pressedMs = await page.evaluate(() => performance.now());
      paintedMs = 0;
      const [tookMs] = await Promise.all([drawn, value.click()]);
      await standing();
      // A painted network is seen with its first picture, which the worker brings after the names.
      filter.push(paintedMs === 0 ? tookMs : Math.max(tookMs, paintedMs - pressedMs));
    }
  };
  await unlessTooSlow(measureFilter, undefined);
  return { filter, pan, panScript, ticks, tickingMs, shown };
}

/**
 * A line for whoever watches the run.
 * @param {NetworkResult} result
 */
export function networkSummaryOf({ subject, samples, failure }) {
  const name = `Network, ${subject.name}`.padEnd(34);
  if (failure !== null) return `${name} ${failure}`;
  const [filter, pan, script, tick, all] = cellsOf(samples);
  return `${name} filter ${filter}  pan ${pan}  script ${script}  tick ${tick}  settled ${all}`;
}

/**
 * The chapter of docs/benchmark.md.
 * @param {readonly NetworkResult[]} results
 */
export function networkChapterOf(results) {
  const rows = results.map(({ subject, samples, failure }) =>
    failure === null
      ? `| ${[subject.name, ...cellsOf(samples)].join(' | ')} |`
      : `| ${subject.name} | – | – | – | – | – |`,
  );
  return `## Network

| | filter: to the new network's first frame | pan: input to frame | script a frame | layout, a tick | layout until settled: ticks, ms |
| --- | --: | --: | --: | --: | --: |
${rows.join('\n')}

Milliseconds; input to frame and filter: median, then 95th percentile in brackets. A frame has 16.7 ms at 60
a second.

- **Filter**: the organisation with the most events pressed and let go again, to the end of the work on the
  frame that shows the other network; where it is painted by the worker, to the frame that shows its picture.
- **Pan**: 60 steps of a drag, the whole network in sight.
- **Layout**: ticks of the force layout in its worker, from nothing to settled. Small networks are laid out
  from several starts, of which the best is taken; large ones level by level, so that the mean over all ticks
  is less than one over all nodes.
- Made-up networks have five ties an actor, each by an event of its own, most within circles of twenty.
`;
}

/** @param {readonly NetworkSample[]} samples */
function cellsOf(samples) {
  /** @param {(sample: NetworkSample) => readonly number[]} of */
  const all = (of) => samples.flatMap(of);
  const tick = median(samples.map(({ ticks, tickingMs }) => tickingMs / ticks));
  const ticks = median(samples.map((sample) => sample.ticks)) ?? 0;
  const tickingMs = median(samples.map((sample) => sample.tickingMs));
  return [
    middleAndMost(all(({ filter }) => filter)),
    middleAndMost(all(({ pan }) => pan)),
    inWords(median(all(({ panScript }) => panScript))),
    inWords(tick),
    `${Math.round(ticks).toLocaleString('en-GB')}, ${inWords(tickingMs)}`,
  ];
}

/** @param {readonly number[]} times */
function middleAndMost(times) {
  return `${inWords(median(times))} (${inWords(quantile(times, 0.95))})`;
}

/** @param {number | null} ms */
function inWords(ms) {
  if (ms === null) return '–';
  if (ms < 1) return ms.toFixed(2);
  return ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en-GB');
}
