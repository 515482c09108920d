/**
 * Measures each question over two servers that it starts itself, and prints the table that
 * docs/clickhouse.md holds: npm run bench:clickhouse -- [options]
 *
 *   --events <number>  so many made-up events, five million where nothing is said
 *   --rounds <number>  so often everything is asked, five times where nothing is said
 *   --keep <folder>    keeps what was loaded there, and measures it again where it is; else it is removed
 *   --page             measures instead how the built page (npm run build) zooms and pans on that database
 */
import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { startCluster } from './servers.mjs';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '5000000' },
    rounds: { type: 'string', default: '5' },
    keep: { type: 'string' },
    page: { type: 'boolean', default: false },
  },
});
const events = Number(values.events);
const keptIn = values.keep === undefined ? null : resolve(values.keep);
if (keptIn !== null) mkdirSync(keptIn, { recursive: true });
const DATABASE = 'measured';

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
const load = () =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');
// The engine loads what it needs for communities when it first does: whoever runs it must stay.
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false },
});
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { isLoaded, loadMadeUp, madeUpHistory, measure, sizesOf, standBetween, versionQuery } =
  /** @type {typeof import('./measure.ts')} */ (await vite.ssrLoadModule(path('./measure.ts')));
const { serverAt } = /** @type {typeof import('./server.ts')} */ (
  await vite.ssrLoadModule(path('./server.ts'))
);

const cluster = await startCluster({ keptIn });
try {
  const nodes = cluster.servers.map(({ url }) => serverAt(url));
  const [entry] = nodes;
  if (entry === undefined) throw new Error('No server was started.');
  if (!(await isLoaded(entry, DATABASE))) {
    await loadMadeUp(events, { name: cluster.name, nodes }, DATABASE, say);
  }
  for (const node of nodes) for (const line of await sizesOf(node, DATABASE)) say(line);

  const loadBefore = load();
  const address = `clickhouse:${entry.url.replace('//', '//reader@')}/${DATABASE}`;
  /** @type {string[]} */
  const table = [];
  if (values.page) table.push(...(await measuredPage(address, entry.url)));
  else table.push(...questionsTable(await measure(address, Number(values.rounds), say)));
  const [version] = await entry.rows(versionQuery);
  say(
    `\n${new Date().toISOString().slice(0, 10)}, two servers, ClickHouse ${String(version?.[0])},`,
  );
  say(`${String(cpus().length)} × ${cpus()[0]?.model ?? '?'}, load over 1, 5 and 15 minutes`);
  say(`${loadBefore} before and ${load()} after ${values.rounds} rounds\n`);
  for (const line of table) say(line);
} finally {
  await cluster.stop();
  await vite.close();
}

/** @param {readonly import('./measure.ts').Measured[]} measured */
function questionsTable(measured) {
  const rows = measured.map(({ question, ms }) => {
    const sorted = ms.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    const worst = sorted.at(-1) ?? Number.NaN;
    return `| ${question} | ${median.toFixed(0)} | ${worst.toFixed(0)} |`;
  });
  return ['| question | median ms | worst ms |', '| --- | ---: | ---: |', ...rows];
}

/** @param {string} address @param {string} url the server's own */
async function measuredPage(address, url) {
  const { measurePage } = await import('./measurePage.mjs');
  const between = await standBetween(url);
  const events = 100_000;
  try {
    const rows = await measurePage(
      {
        database: address,
        between,
        slow: `clickhouse:${between.origin.replace('//', '//reader@')}${DATABASE}`,
        history: madeUpHistory({ events }),
        historyName: `a file of ${events.toLocaleString('en-GB')} events`,
        delayMs: 1500,
      },
      Number(values.rounds),
    );
    return ['| the page on | zoom ms | pan ms |', '| --- | ---: | ---: |', ...rows];
  } finally {
    await between.close();
  }
}
