/**
 * Works out what scripts/firstPicture.ts puts into the page, and prints it as JSON. A process of its own,
 * since it has to pass for a browser.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { builtinEnvironments } from 'vitest/runtime';

// React as it is built, without its words for whoever writes components.
process.env['NODE_ENV'] = 'production';

/** @typedef {{ answers: string, wide: string, phone: string }} Ahead */

/** @param {string} file */
const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
/** @type {import('vite').InlineConfig} */
const settings = {
  configFile: false,
  logLevel: 'error',
  plugins: [
    {
      name: 'threadline:no-style',
      enforce: 'pre',
      resolveId: (id) => (id.endsWith('.css') ? '\0no-style' : null),
      load: (id) => (id === '\0no-style' ? '' : null),
    },
  ],
};

/** @type {{ module: typeof import('./firstAnswers.ts') }} */
const { module: its } = await runnerImport(pathOf('firstAnswers.ts'), settings);
const text = readFileSync(pathOf('../public/datasets/weprotect.json'), 'utf8');
const answers = await its.firstAnswers(text);
/** @type {Ahead | null} */
let ahead = null;
if (answers !== null) {
  await builtinEnvironments.jsdom.setup(globalThis, { jsdom: { url: 'https://example.org/' } });
  /** @type {{ module: typeof import('./pageAhead.tsx') }} */
  const { module: pages } = await runnerImport(pathOf('pageAhead.tsx'), settings);
  const wide = await pages.pageAhead(answers, false);
  ahead = { answers, wide, phone: await pages.pageAhead(answers, true) };
}
process.stdout.write(JSON.stringify(ahead), () => process.exit());
