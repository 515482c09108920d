/**
 * Makes what is measured and serves it: the app as a visitor gets it, with the product's own headers,
 * and one page for each peer, each with the made-up histories beside it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview, runnerImport } from 'vite';

const bench = fileURLToPath(new URL('.', import.meta.url));
const project = join(bench, '..');
/** Everything that the benchmark makes; `npm ci` clears it away. */
export const cache = join(project, 'node_modules/.cache/bench');

/**
 * Packages of bench/package.json, by name, with their exact versions.
 * @returns {Record<string, string>}
 */
export function peerVersions() {
  const text = readFileSync(join(bench, 'package.json'), 'utf8');
  return /** @type {{ dependencies: Record<string, string> }} */ (JSON.parse(text)).dependencies;
}

/** Installs what bench/package-lock.json names, unless it stands already. */
function installPeers() {
  const isInstalled = Object.entries(peerVersions()).every(([name, version]) => {
    const path = join(bench, 'node_modules', name, 'package.json');
    if (!existsSync(path)) return false;
    const found = /** @type {{ version: string }} */ (JSON.parse(readFileSync(path, 'utf8')));
    return found.version === version;
  });
  if (isInstalled) return;
  console.log('Installing the peers (npm ci in bench/) …');
  const { status } = spawnSync('npm', ['ci'], {
    cwd: bench,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
}

/**
 * Writes the made-up histories: as Threadline's own JSON, and for the peers ready to be taken, with
 * dates in milliseconds, so that reading and understanding them costs the peers nothing.
 * @param {readonly number[]} sizes numbers of events
 * @param {readonly number[]} peerSizes those that a peer is to draw
 */
async function writeHistories(sizes, peerSizes) {
  for (const size of sizes) {
    const file = join(cache, 'app/histories', `${size}.json`);
    const args = [join(bench, 'generate.mjs'), String(size), file];
    const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 2] });
    if (status !== 0) throw new Error(`A history of ${size} events could not be made.`);
  }
  /** @type {{ module: typeof import('./plainEvents.ts') }} */
  const { module } = await runnerImport(join(bench, 'plainEvents.ts'));
  for (const size of peerSizes) {
    const file = join(cache, 'peers/histories', `${size}.plain.json`);
    writeFileSync(file, JSON.stringify(module.plainEvents(size)));
  }
}

/**
 * @param {readonly number[]} sizes
 * @param {readonly { readonly page: string, readonly sizes: readonly number[] }[]} peers
 */
export async function makeSite(sizes, peers) {
  installPeers();
  console.log('Building …');
  const app = { outDir: join(cache, 'app'), emptyOutDir: true };
  await build({ root: project, logLevel: 'warn', build: app });
  const root = join(bench, 'peers');
  const input = peers.map(({ page }) => join(root, page));
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(cache, 'peers'),
      emptyOutDir: true,
      target: 'chrome123',
      // A peer weighs what it weighs.
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input },
    },
  });
  for (const place of ['app', 'peers']) {
    mkdirSync(join(cache, place, 'histories'), { recursive: true });
  }
  console.log('Making up histories …');
  await writeHistories(sizes, [...new Set(peers.flatMap((peer) => peer.sizes))]);
}

/**
 * Serves both on free ports.
 * @returns {Promise<{ addresses: Record<'app' | 'peers', string>, close: () => Promise<unknown> }>}
 */
export async function serveSite() {
  const quietly = { logLevel: /** @type {const} */ ('warn') };
  const port = { port: 0, host: '127.0.0.1' };
  const app = await preview({
    ...quietly,
    root: project,
    build: { outDir: join(cache, 'app') },
    preview: port,
  });
  const peers = await preview({
    ...quietly,
    root: cache,
    configFile: false,
    appType: 'mpa',
    build: { outDir: join(cache, 'peers') },
    preview: port,
  });
  return {
    addresses: { app: addressOf(app), peers: addressOf(peers) },
    close: () => Promise.all([app.close(), peers.close()]),
  };
}

/** @param {import('vite').PreviewServer} server */
function addressOf(server) {
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The server does not say where it listens.');
  return address;
}
