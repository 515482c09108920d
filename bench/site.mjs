/**
 * Makes what is measured and serves it: the app as a visitor gets it, with the product's own headers, and a
 * page for each of the others, with the made-up histories and networks beside them.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview, runnerImport } from 'vite';
import { createWeights } from './weights.mjs';

const bench = fileURLToPath(new URL('.', import.meta.url));
const project = join(bench, '..');
/** Everything that the benchmark makes; `npm ci` clears it away. */
const cache = join(project, 'node_modules/.cache/bench');
const choicesPath = join(cache, 'choices.json');
const folders = { app: join(cache, 'app'), peers: join(cache, 'peers') };

/**
 * A page of its own: peers/<kind>/<name>, drawing on the whole of it.
 * @typedef {object} PeerPage
 * @property {'timeline' | 'network' | 'facets'} kind
 * @property {string} name
 * @property {string} [script] a package's file that comes before it, as a plain script
 */

/** @typedef {import('./histories.ts').Choice} Choice */
/** @typedef {Awaited<ReturnType<typeof serveSite>>} Site */

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

/** @param {PeerPage} page */
export function addressOfPage({ kind, name }) {
  return `${kind}-${name}.html`;
}

/** @param {readonly PeerPage[]} pages */
async function buildPages(pages) {
  const root = join(bench, 'peers');
  const sourceOf = (/** @type {PeerPage} */ { kind, name }) =>
    [`${kind}/${name}.js`, `${kind}/${name}.ts`].find((path) => existsSync(join(root, path))) ?? '';
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folders.peers,
      emptyOutDir: true,
      manifest: 'manifest.json',
      target: 'chrome123',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // A peer weighs what it weighs.
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: pages.map((page) => join(root, sourceOf(page))) },
    },
  });
  const manifest =
    /** @type {Record<string, { file: string, css?: string[], imports?: string[] }>} */ (
      JSON.parse(readFileSync(join(folders.peers, 'manifest.json'), 'utf8'))
    );
  for (const page of pages) {
    const entry = manifest[sourceOf(page)];
    if (entry === undefined) throw new Error(`${page.name} was not built.`);
    const before = [entry, ...(entry.imports ?? []).map((name) => manifest[name])];
    const script = page.script === undefined ? [] : [basename(page.script)];
    for (const name of script) {
      copyFileSync(join(bench, 'node_modules', page.script ?? ''), join(folders.peers, name));
    }
    const lines = [
      ...before
        .flatMap((chunk) => chunk?.css ?? [])
        .map((css) => `<link rel="stylesheet" href="./${css}" />`),
      ...before.slice(1).map((chunk) => `<link rel="modulepreload" href="./${chunk?.file}" />`),
      ...script.map((name) => `<script src="./${name}"></script>`),
      `<script type="module" src="./${entry.file}"></script>`,
    ];
    const text = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${page.name}</title>
    <link rel="icon" href="data:," />
    ${lines.join('\n    ')}
  </head>
  <body>
    <button type="button">Filter</button>
    <div id="picture"></div>
  </body>
</html>
`;
    writeFileSync(join(folders.peers, addressOfPage(page)), text);
  }
}

/**
 * Builds the app and the pages, and makes up histories and networks.
 * @param {object} wanted
 * @param {readonly number[]} wanted.sizes numbers of events
 * @param {(events: number) => boolean} wanted.hasPlain whether a page draws that many
 * @param {readonly import('./madeUpNetwork.ts').NetworkSize[]} wanted.networks
 * @param {readonly PeerPage[]} wanted.pages
 * @param {boolean} wanted.isBuilt an earlier run has left it all
 * @returns {Promise<ReadonlyMap<number, Choice>>} what to filter by, for each number of events
 */
export async function makeSite({ sizes, hasPlain, networks, pages, isBuilt }) {
  if (isBuilt) return readChoices();
  installPeers();
  console.log('Building …');
  const app = { outDir: folders.app, emptyOutDir: true };
  await build({ root: project, logLevel: 'warn', build: app });
  await buildPages(pages);
  for (const folder of Object.values(folders)) {
    for (const place of ['histories', 'networks']) {
      mkdirSync(join(folder, place), { recursive: true });
    }
  }
  console.log('Making up histories and networks …');
  /** @type {{ module: typeof import('./histories.ts') }} */
  const histories = await runnerImport(join(bench, 'histories.ts'));
  /** @type {{ module: typeof import('./madeUpNetwork.ts') }} */
  const network = await runnerImport(join(bench, 'madeUpNetwork.ts'));
  /** @type {Map<number, Choice>} */
  const choices = new Map();
  for (const events of sizes) {
    const target = {
      app: join(folders.app, 'histories', String(events)),
      others: join(folders.peers, 'histories', String(events)),
      hasPlain: hasPlain(events),
    };
    choices.set(events, await histories.module.writeHistory(events, target));
    // The page that asks the engine alone opens the same file.
    linkSync(`${target.app}.json`, `${target.others}.json`);
  }
  for (const size of networks) {
    const { history, plain } = network.module.bothForms(size);
    const name = `networks/${size.actors}`;
    writeFileSync(join(folders.app, `${name}.json`), JSON.stringify(history));
    writeFileSync(join(folders.peers, `${name}.plain.json`), JSON.stringify(plain));
  }
  writeFileSync(choicesPath, JSON.stringify([...choices]));
  return choices;
}

/** What to filter by, as the earlier run wrote it down. @returns {ReadonlyMap<number, Choice>} */
function readChoices() {
  if (!existsSync(choicesPath)) throw new Error('Nothing is built yet: run without --built first.');
  return new Map(/** @type {[number, Choice][]} */ (JSON.parse(readFileSync(choicesPath, 'utf8'))));
}

/** Serves both on free ports. */
export async function serveSite() {
  const port = { port: 0, host: '127.0.0.1' };
  const weights = createWeights();
  const quietly = { logLevel: /** @type {const} */ ('warn'), plugins: [weights.plugin] };
  const app = await preview({
    ...quietly,
    root: project,
    build: { outDir: folders.app },
    preview: port,
  });
  const peers = await preview({
    ...quietly,
    root: cache,
    configFile: false,
    appType: 'mpa',
    build: { outDir: folders.peers },
    // So isolated a page reads its clock to 5 µs, another to 100.
    preview: {
      ...port,
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
      },
    },
  });
  return {
    addresses: { app: addressOf(app), peers: addressOf(peers) },
    weights,
    close: () => Promise.all([app.close(), peers.close()]),
  };
}

/** @param {import('vite').PreviewServer} server */
function addressOf(server) {
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The server does not say where it listens.');
  return address;
}
