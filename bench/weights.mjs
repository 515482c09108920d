/** How much a page has had sent so far, as a server that compresses would send it. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @typedef {object} Weight bytes after gzip; histories and networks are no part of it
 * @property {number} script what runs: JavaScript of the page and its workers, WebAssembly
 * @property {number} all with pages, style sheets, fonts and pictures
 */

const SCRIPTS = new Set(['.js', '.mjs', '.wasm']);
/** These are compressed already. */
const PACKED = new Set(['.woff', '.woff2', '.png', '.jpg', '.webp']);
const DATA = /^\/(?:histories|networks)\//;

/** Notes what is asked of a server; one page is measured at a time. */
export function createWeights() {
  /** @type {Set<string>} */
  const asked = new Set();
  /** By path: a file of the build does not change. @type {Map<string, number>} */
  const sizes = new Map();
  /** @type {import('vite').Plugin} */
  const plugin = {
    name: 'bench-weights',
    configurePreviewServer({ config, middlewares }) {
      const folder = join(config.root, config.build.outDir);
      const root = config.build.outDir.startsWith('/') ? config.build.outDir : folder;
      middlewares.use((request, _, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
        if (!DATA.test(file)) asked.add(join(root, decodeURIComponent(file)));
        next();
      });
    },
  };
  /** @param {string} path */
  const sizeOf = (path) => {
    const known = sizes.get(path);
    if (known !== undefined) return known;
    const bytes = readFileSync(path);
    const size = PACKED.has(extname(path)) ? bytes.length : gzipSync(bytes).length;
    sizes.set(path, size);
    return size;
  };
  return {
    plugin,
    /** From now on another page is weighed. */
    restart() {
      asked.clear();
    },
    /** @returns {Weight} */
    now() {
      let script = 0;
      let all = 0;
      for (const path of asked) {
        const size = sizeOf(path);
        all += size;
        if (SCRIPTS.has(extname(path))) script += size;
      }
      return { script, all };
    },
  };
}
