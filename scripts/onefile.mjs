/**
 * `npm run onefile`: builds the app and writes one HTML file with program and history inside, which opens by
 * double click on a machine without a network.
 *
 *   npm run onefile                                   the bundled history, to dist/threadline.html
 *   npm run onefile -- --history my.json --out my.html --home https://example.org/history/
 *   npm run onefile -- --built dist                   takes what is built already
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, projectFolder } from './install.mjs';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        history: { type: 'string', default: join(projectFolder, 'public/datasets/weprotect.json') },
        out: { type: 'string' },
        home: { type: 'string', default: '' },
        built: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(1);
  }
}

const { history, out, home, built } = readOptions();
prepare();
// Only now, since it may just have been installed.
const { build, runnerImport } = await import('vite');

const folder = resolve(built ?? join(projectFolder, 'dist'));
if (built === undefined) {
  console.log('Building …');
  await build({ root: projectFolder, logLevel: 'warn' });
}
/** @type {{ module: typeof import('../src/export/files/oneFile.ts') }} */
const { module } = await runnerImport(join(projectFolder, 'src/export/files/oneFile.ts'), {
  configFile: false,
});
const page = readFileSync(join(folder, 'one-file.html'), 'utf8');
const dataset = /** @type {{ title?: unknown }} */ (JSON.parse(readFileSync(history, 'utf8')));
const title = typeof dataset.title === 'string' ? dataset.title : 'History';
const target = resolve(out ?? join(folder, 'threadline.html'));
writeFileSync(target, module.withHistory(page, { history: dataset, title, home }));
console.log(`${target}: ${(statSync(target).size / 1024).toFixed(0)} KiB`);
