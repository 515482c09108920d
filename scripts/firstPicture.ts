/**
 * Puts into index.html what the first picture of the bundled history needs, so that it waits for no worker.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import type * as Answers from './firstAnswers.ts';

const BUNDLED = new URL('../public/datasets/weprotect.json', import.meta.url);
const ANSWERS = fileURLToPath(new URL('firstAnswers.ts', import.meta.url));

/** Data within a page: nothing in it may end the element that holds it. */
function dataElement(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${json.replaceAll('<', String.raw`\u003c`)}</script>`;
}

/** For `vite build`; while developing, the worker answers. */
export function firstPicture(): Plugin {
  return {
    name: 'threadline:first-picture',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const { module } = await runnerImport<typeof Answers>(ANSWERS, {
          configFile: false,
          logLevel: 'warn',
        });
        const first = await module.firstAnswers(readFileSync(BUNDLED, 'utf8'));
        if (first === null) return html;
        return html.replace('</body>', () => `  ${dataElement('first-answers', first)}\n  </body>`);
      },
    },
  };
}
