/**
 * `npm run bench`: builds and serves the app, makes up histories, measures the app and its peers in one
 * run of one browser, and writes docs/benchmark.md and docs/benchmark.svg.
 *
 *   --rounds 5      how often each is measured (3)
 *   --million       a history of 1,000,000 events too
 *   --only vis      just what has this in its name or its history; writes no docs
 */
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../scripts/install.mjs';

/** @typedef {import('./measure.mjs').Sample} Sample */
/** @typedef {import('./networks.mjs').NetworkResult} NetworkResult */
/** @typedef {import('./results.mjs').Result} Result */

/** What takes longer than this once is not measured again. */
const ONCE_MS = 45_000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    million: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds wants a number from 1 on, not "${values.rounds}".`);
  process.exit(1);
}

prepare();
// Only now, since what they import may just have been installed.
const { chromium } = await import('@playwright/test');
const { browserFlags, describeBrowser, findBrowser } = await import('../scripts/browser.mjs');
const { measureSubject, TooSlow } = await import('./measure.mjs');
const { summaryOf, writeReport } = await import('./report.mjs');
const { measureNetwork, NETWORKS, networkSummaryOf, writeNetworks } =
  await import('./networks.mjs');
const { cache, makeSite, peerVersions, serveSite } = await import('./site.mjs');
const { MILLION, PEERS, SIZES, subjectsOf } = await import('./subjects.mjs');

const found = await findBrowser();
console.log(describeBrowser(found));
const sizes = values.million ? [...SIZES, MILLION] : SIZES;
await makeSite(sizes, PEERS);
await writeNetworks(join(cache, 'app'));
const site = await serveSite();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: browserFlags,
  env: { ...process.env, ...found.env },
});

const subjects = subjectsOf(sizes).filter(({ name, history }) =>
  `${name}, ${history}`.includes(values.only),
);
/** @type {Result[]} */
const results = subjects.map((subject) => ({ subject, samples: [], failure: null, isSlow: false }));
/** @type {NetworkResult[]} */
const networks = NETWORKS.filter(({ name }) => `Network, ${name}`.includes(values.only)).map(
  (subject) => ({ subject, samples: [], failure: null }),
);
const loadBefore = loadavg();
try {
  // Round by round, so that what else the machine does meanwhile falls on all alike.
  for (let round = 1; round <= rounds; round++) {
    for (const result of results) {
      if (result.failure !== null || result.isSlow) continue;
      await measureOnce(result);
      console.log(`${round}/${rounds}  ${summaryOf(result)}`);
    }
    for (const result of networks) {
      if (result.failure !== null) continue;
      await measureNetwork(browser, result, site.addresses.app);
      console.log(`${round}/${rounds}  ${networkSummaryOf(result)}`);
    }
  }
} finally {
  await browser.close();
  await site.close();
}

/** @param {Result} result */
async function measureOnce(result) {
  const { subject } = result;
  const startMs = performance.now();
  try {
    const address = site.addresses[subject.server] + subject.address;
    result.samples.push(await measureSubject(browser, subject, address));
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    result.failure = error.message;
  }
  result.isSlow = performance.now() - startMs > ONCE_MS;
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
  await writeReport({ results, networks, machine, versions, rounds, date: new Date() });
  console.log('Written: docs/benchmark.md, docs/benchmark.svg');
}
