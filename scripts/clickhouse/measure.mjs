/**
 * Measures each question over two servers that it starts itself, and prints the table that
 * docs/clickhouse.md holds: node scripts/clickhouse/measure.mjs [number of events]
 */
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { startCluster } from './servers.mjs';

const events = Number(process.argv[2] ?? 5_000_000);
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
// The engine loads what it needs for communities when it first does: whoever runs it must stay.
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false },
});
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const module = /** @type {typeof import('./measure.ts')} */ (
  await vite.ssrLoadModule(path('./measure.ts'))
);
const servers = /** @type {typeof import('./server.ts')} */ (
  await vite.ssrLoadModule(path('./server.ts'))
);

const cluster = await startCluster();
try {
  const nodes = cluster.servers.map(({ url }) => servers.serverAt(url));
  const [version] = (await nodes[0]?.rows(module.versionQuery)) ?? [];
  const measured = await module.measure(events, { name: cluster.name, nodes }, say);
  const load = loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');
  say(`\n${new Date().toISOString().slice(0, 10)}, ${String(events)} events, two servers,`);
  say(`ClickHouse ${String(version?.[0])}, ${String(cpus().length)} × ${cpus()[0]?.model ?? '?'},`);
  say(`load ${load} over 1, 5 and 15 minutes\n`);
  say('| question | ms |\n| --- | ---: |');
  for (const { question, ms } of measured) say(`| ${question} | ${ms.toFixed(0)} |`);
} finally {
  await cluster.stop();
  await vite.close();
}
