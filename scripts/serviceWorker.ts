/**
 * Writes service-worker.js beside the built page, with the list of all built files and of what is in them.
 * A build of its own, after the other: it must be one plain script, and it must know the others' names.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const NAME = 'service-worker.js';
/** What the host reads, and no page. */
const NOT_SERVED = new Set(['_headers', NAME]);

interface BuiltFile {
  readonly url: string;
  /** Null where the name itself has a hash of what is inside. */
  readonly revision: string | null;
}

function builtFiles(folder: string): BuiltFile[] {
  const headers = readFileSync(new URL('../public/_headers', import.meta.url));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path,
      url: path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    }))
    .filter(({ url }) => !NOT_SERVED.has(url))
    .map(({ path, url }) => ({
      url,
      // A kept answer has its headers with it: where these change, it is another.
      revision: url.startsWith('assets/')
        ? null
        : createHash('sha256')
            .update(readFileSync(path))
            .update(headers)
            .digest('hex')
            .slice(0, 16),
    }))
    .toSorted((a, b) => a.url.localeCompare(b.url, 'en'));
}

/** For `vite build` of the page as it is served. */
export function serviceWorker(): Plugin {
  let folder = '';
  let target: string | string[] | false | undefined;
  return {
    name: 'threadline:service-worker',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
      ({ target } = config.build);
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: { __BUILT_FILES__: JSON.stringify(builtFiles(folder)) },
          build: {
            outDir: folder,
            emptyOutDir: false,
            ...(target === undefined ? {} : { target }),
            modulePreload: false,
            rolldownOptions: {
              input: fileURLToPath(new URL('../src/serviceWorker.ts', import.meta.url)),
              output: { format: 'iife', entryFileNames: NAME },
            },
          },
        });
      },
    },
  };
}
