/* A page that is killed while it saves, fifty times: nothing that it showed as saved is lost. */
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { randomFrom } from '../fixtures/random.ts';
import { expect, test } from './app.ts';
import { crash } from './crash.ts';

// Following fifty pages for a report takes longer than they live.
test.use({ trace: 'off' });

/** How a page ends in the middle of a write. */
type End = 'crash' | 'close' | 'leave';
const ENDS: readonly End[] = ['crash', 'leave', 'close', 'leave', 'leave'];

test('killed fifty times while it saves, a page never loses what it showed as saved', async ({
  context,
}) => {
  await serveKeepingPage(context);
  const random = randomFrom(5);
  let shown = 0;
  let page: Page | null = null;
  /** What the present life says. */
  const tell = {
    found: (_base: number, _edits: readonly number[]): void => undefined,
    saved: (): void => undefined,
  };

  for (let life = 0; life < 50; life += 1) {
    // None: it ends in the middle of its first write.
    let left = random.below(3);
    const found = new Promise<readonly [number, readonly number[]]>((resolve) => {
      tell.found = (base, edits) => resolve([base, edits]);
    });
    const isDue = new Promise<void>((resolve) => {
      if (left === 0) resolve();
      tell.saved = () => {
        left -= 1;
        if (left === 0) resolve();
      };
    });
    if (page === null) {
      page = await context.newPage();
      await page.exposeFunction('onFound', (base: number, edits: readonly number[]) =>
        tell.found(base, edits),
      );
      await page.exposeFunction('onSaved', (n: number) => {
        shown = Math.max(shown, n);
        tell.saved();
      });
    }
    await page.goto('./keeping-page');
    const [base, edits] = await found;
    // In their order and without a gap, as far as was shown at the least.
    expect(edits).toEqual(edits.map((_, i) => base + i + 1));
    expect(base + edits.length).toBeGreaterThanOrEqual(shown);
    await isDue;
    await new Promise((resolve) => {
      setTimeout(resolve, random.below(20));
    });
    const end = ENDS[life % ENDS.length];
    if (end === 'crash') await crash(page);
    else if (end === 'close') await page.close();
    if (end !== 'leave') page = null;
  }
  // Most of them had something to lose.
  expect(shown).toBeGreaterThan(40);
});

/** The page of keepingPage.ts, on the app's own origin. */
async function serveKeepingPage(context: BrowserContext): Promise<void> {
  const entry = fileURLToPath(new URL('keepingPage.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'keeping-page' },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error('keepingPage.ts was not built');
  await context.route('**/keeping-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><script type="module" src="./keeping-page.js"></script>',
    }),
  );
  await context.route('**/keeping-page.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: code }),
  );
}
