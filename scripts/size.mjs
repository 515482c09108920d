/**
 * Weighs the built script as a visitor's browser gets it, gzipped: what index.html loads before the
 * first picture, with what the boot itself fetches, and the worker. What comes when it is asked for is
 * not counted. Fails when either is over its limit.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { projectFolder } from './install.mjs';

/** In KiB: a promise to people on slow lines. Raising one is a decision for docs/adr. */
const limits = { page: 160, worker: 50 };

const dist = join(projectFolder, 'dist');

/**
 * @param {unknown} source of an import(): text in quotation marks, or in backticks as minifiers like it
 * @returns {string}
 */
function addressOf(source) {
  const { value, quasis } =
    /** @type {{ value?: string, quasis?: { value: { cooked: string } }[] }} */ (source);
  const address = value ?? quasis?.[0]?.value.cooked;
  if (address === undefined) throw new Error('The boot imports what only its running tells.');
  return address;
}

/**
 * What a module fetches by import() as it starts. What waits within a function comes when it is asked for, but
 * for one that is handed to a call, as Vite wraps each import().
 * @param {unknown} node of its syntax tree
 * @returns {string[]} addresses
 */
function fetchedAtStart(node) {
  if (Array.isArray(node)) return node.flatMap(fetchedAtStart);
  if (typeof node !== 'object' || node === null || !('type' in node)) return [];
  const type = String(node.type);
  if (/Function|^MethodDefinition$|^PropertyDefinition$/.test(type)) return [];
  if (type === 'CallExpression' && 'arguments' in node && Array.isArray(node.arguments)) {
    const parts = /** @type {object[]} */ (node.arguments);
    return parts.flatMap((part) => fetchedAtStart('body' in part ? part.body : part));
  }
  if (type === 'ImportExpression' && 'source' in node) return [addressOf(node.source)];
  return Object.values(node).flatMap(fetchedAtStart);
}

/**
 * @param {readonly string[]} entries paths under dist
 * @param {boolean} isBoot whether these also fetch, by import(), what they cannot draw without
 * @returns {Map<string, number>} path to gzipped bytes, of these and of all that they need
 */
function weigh(entries, isBoot) {
  /** @type {Map<string, number>} */
  const bytes = new Map();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (bytes.has(path)) continue;
    const code = readFileSync(join(dist, path), 'utf8');
    bytes.set(path, gzipSync(code).length);
    const { program } = parseSync(path, code);
    const early = program.body.flatMap((statement) =>
      'source' in statement && statement.source !== null ? [statement.source.value] : [],
    );
    const late = isBoot && entries.includes(path) ? fetchedAtStart(program) : [];
    waiting.push(...[...early, ...late].map((address) => posix.join(posix.dirname(path), address)));
  }
  return bytes;
}

const html = readFileSync(join(dist, 'index.html'), 'utf8');
const loaded = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path = '']) => path);
const workers = readdirSync(join(dist, 'assets'))
  .filter((name) => /^worker-.*\.js$/.test(name))
  .map((name) => `assets/${name}`);

for (const [what, entries] of /** @type {const} */ ([
  ['page', loaded],
  ['worker', workers],
])) {
  const files = weigh(entries, what === 'page');
  const kibibytes = [...files.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024;
  const limit = limits[what];
  console.log(`${what}: ${kibibytes.toFixed(1)} of at most ${limit} KiB, gzipped`);
  for (const [name, bytes] of files) console.log(`  ${(bytes / 1024).toFixed(1)} ${name}`);
  if (files.size === 0) console.error(`  no script found for the ${what}: is dist/ built?`);
  if (files.size === 0 || kibibytes > limit) process.exitCode = 1;
}
