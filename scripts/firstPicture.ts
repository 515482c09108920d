/**
 * Puts into index.html what the first picture of the bundled history needs, so that it waits for no worker
 * and not for React: the page around it as still markup, and the answers that src/ahead.ts draws.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import type { Ahead } from './workOutAhead.mjs';

/** For `vite build`; while developing, the worker answers. */
export function firstPicture(): Plugin {
  return {
    name: 'threadline:first-picture',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const ahead = await workOut();
        if (ahead === null) return html;
        const { wide, phone, answers } = ahead;
        return html
          .replace(
            '<div id="root">',
            (root) =>
              `${root}<div class="ahead-wide" aria-hidden="true" inert>${wide}</div>` +
              `<div class="ahead-phone" aria-hidden="true" inert>${phone}</div>`,
          )
          .replace('</body>', (end) => `  ${dataElement('first-answers', answers)}\n  ${end}`);
      },
    },
  };
}

async function workOut(): Promise<Ahead | null> {
  const script = fileURLToPath(new URL('workOutAhead.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: Infinity });
  return JSON.parse(stdout) as Ahead | null;
}

/** Data within a page: nothing in it may end the element that holds it. */
function dataElement(id: string, json: string): string {
  const text = json.replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" id="${id}">${text}</script>`;
}
