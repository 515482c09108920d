import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { browserFlags, describeBrowser, findBrowser } from './scripts/browser.mjs';

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/*
 * Playwright reads this file again in every process that runs tests. What was found is therefore left
 * in the environment, which they inherit: one browser and one server for all.
 */
const { env } = process;
if (env['THREADLINE_BROWSER'] === undefined) {
  const browser = await findBrowser();
  console.error(describeBrowser(browser));
  env['THREADLINE_BROWSER'] = JSON.stringify(browser);
}
const browser = JSON.parse(env['THREADLINE_BROWSER']) as Awaited<ReturnType<typeof findBrowser>>;

// BASE_URL tests an app that is served already; without one the built folder is served here.
const servedElsewhere = env['BASE_URL'];
if (servedElsewhere === undefined) env['THREADLINE_PORT'] ??= String(await freePort());
const port = env['THREADLINE_PORT'];
const baseURL = servedElsewhere ?? `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  forbidOnly: true,
  // A test that passes at the second try is a failure that nobody looks at.
  retries: 0,
  // Waiting ends when what is waited for is there; these only stop a test that would wait for ever.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
  use: {
    baseURL,
    actionTimeout: 30_000,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A service worker would answer before a test that gives the page other answers; offline.spec.ts has one.
    serviceWorkers: 'block',
    // Recording costs a quarter of the time: to look into a failure, run its file with `--trace on`.
    trace: 'off',
    launchOptions: {
      executablePath: browser.executablePath,
      args: browserFlags,
      env: { ...env, ...browser.env },
    },
  },
  ...(servedElsewhere === undefined && {
    webServer: {
      command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
      url: baseURL,
      // Playwright would ask it for colours, which `npm test` has no use for.
      env: { FORCE_COLOR: '0' },
    },
  }),
});
