/**
 * Weighs the built script as a visitor's browser gets it, gzipped: what index.html loads before the
 * first picture, and the worker. What comes when it is asked for is not counted. Fails when either
 * is over its limit.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { projectFolder } from './install.mjs';

/** In KiB: a promise to people on slow lines. Raising one is a decision for docs/adr. */
const limits = { page: 160, worker: 50 };

const dist = join(projectFolder, 'dist');
const assets = join(dist, 'assets');

/**
 * @param {string} name
 * @param {string} code the ES module of that name
 * @returns {string[]} the file names that it imports at once (not by import())
 */
function staticImports(name, code) {
  return parseSync(name, code).program.body.flatMap((statement) =>
    'source' in statement && statement.source !== null
      ? [statement.source.value.replace(/^.*\//, '')]
      : [],
  );
}

/**
 * @param {readonly string[]} entries
 * @returns {Map<string, number>} file name to gzipped bytes, of these and of all that they import
 */
function weigh(entries) {
  /** @type {Map<string, number>} */
  const bytes = new Map();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (bytes.has(name)) continue;
    const code = readFileSync(join(assets, name), 'utf8');
    bytes.set(name, gzipSync(code).length);
    waiting.push(...staticImports(name, code));
  }
  return bytes;
}

const html = readFileSync(join(dist, 'index.html'), 'utf8');
const loaded = [...html.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)].map(
  ([, name = '']) => name,
);
const workers = readdirSync(assets).filter((name) => /^worker-.*\.js$/.test(name));

for (const [what, entries] of /** @type {const} */ ([
  ['page', loaded],
  ['worker', workers],
])) {
  const files = weigh(entries);
  const kibibytes = [...files.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024;
  const limit = limits[what];
  console.log(`${what}: ${kibibytes.toFixed(1)} of at most ${limit} KiB, gzipped`);
  for (const [name, bytes] of files) console.log(`  ${(bytes / 1024).toFixed(1)} ${name}`);
  if (files.size === 0) console.error(`  no script found for the ${what}: is dist/ built?`);
  if (files.size === 0 || kibibytes > limit) process.exitCode = 1;
}
