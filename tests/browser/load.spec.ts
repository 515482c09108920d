/* What the first picture costs: script as it comes over the line, and the timings that can be read from outside. */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './app.ts';
import { history } from './history.ts';

/** In KiB, gzipped; scripts/size.mjs holds the same limits against the built files. */
const LIMITS = { page: 160, worker: 50 };

interface Timing {
  readonly name: string;
  readonly startTime: number;
  readonly duration: number;
  readonly detail: unknown;
}

async function timings(page: Page): Promise<readonly Timing[]> {
  return page.evaluate(() =>
    performance.getEntriesByType('measure').map((entry) => ({
      name: entry.name,
      startTime: entry.startTime,
      duration: entry.duration,
      detail: entry instanceof PerformanceMeasure ? (entry.detail as unknown) : null,
    })),
  );
}

function named(all: readonly Timing[], name: string): readonly Timing[] {
  return all.filter((timing) => timing.name === name);
}

test('script before the first picture keeps within its limits', async ({ app, page }) => {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await app.open();
  await expect.poll(async () => named(await timings(page), 'load').length).toBe(1);
  const [load] = named(await timings(page), 'load');
  const seenAtMs = (await page.evaluate(() => performance.timeOrigin)) + (load?.duration ?? NaN);
  // The network below comes all the same, and its script with it, but nothing of it before the picture.
  const network = page.getByRole('region', { name: 'Network', exact: true });
  await expect(network).toHaveAttribute('aria-busy', 'false');
  const workers = new Set(page.workers().map((worker) => worker.url()));

  const scripts = responses.filter((response) => /\.m?js$/.test(new URL(response.url()).pathname));
  const weights = await Promise.all(
    scripts.map(async (response) => ({
      url: response.url(),
      isEarly: response.request().timing().startTime <= seenAtMs,
      kibibytes: gzipSync(await response.body()).length / 1024,
    })),
  );
  const late = weights.filter(({ isEarly }) => !isEarly).map(({ url }) => url);
  expect(late.some((url) => /NetworkView/.test(url))).toBe(true);
  const engine = weights.find(({ url }) => workers.has(url) && /\/worker-/.test(url));
  // What comes first is answered by what came with the page.
  expect(engine).toMatchObject({ isEarly: false });
  const early = weights
    .filter(({ url, isEarly }) => isEarly && !workers.has(url))
    .reduce((total, { kibibytes }) => total + kibibytes, 0);
  // A sum of nothing would keep within any limit.
  expect(early).toBeGreaterThan(20);
  expect(engine?.kibibytes).toBeGreaterThan(5);
  expect(early).toBeLessThanOrEqual(LIMITS.page);
  expect(engine?.kibibytes).toBeLessThanOrEqual(LIMITS.worker);
});

test('heavy parts come when they are asked for, and not before', async ({ app, page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.push(pathname);
  });
  await app.open();
  // The last part that comes by itself.
  await expect.poll(() => scripts.some((path) => path.includes('/later-'))).toBe(true);
  const steps: readonly (() => Promise<void>)[] = [
    async () => {
      await app.button('Options for Google').click();
      await expect(page.getByRole('menu')).toBeVisible();
      await page.keyboard.press('Escape');
    },
    async () => {
      await app.mark('Hackathon for breakthrough technology concepts').first().click();
      await expect(app.details.getByRole('figure').first()).toBeVisible();
    },
    async () => {
      await app.button('Help').click();
      await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    },
  ];
  for (const step of steps) {
    const before = scripts.length;
    await step();
    expect(scripts.length).toBeGreaterThan(before);
  }
});

test('load, filter and timeline are measured from the act to the frame', async ({ app, page }) => {
  await app.open();
  const detail = { events: history.events.length };
  await expect.poll(async () => named(await timings(page), 'load').length).toBe(1);
  const loaded = await timings(page);
  expect(named(loaded, 'load')[0]).toMatchObject({ startTime: 0, detail });
  expect(named(loaded, 'load')[0]?.duration).toBeGreaterThan(0);
  expect(named(loaded, 'timeline')[0]).toMatchObject({ detail });
  expect(named(loaded, 'filter')).toEqual([]);

  await app.value('Google').click();
  await expect(app.status).toHaveText('5 of 32 events');
  await expect.poll(async () => named(await timings(page), 'filter').length).toBe(1);
  const filtered = await timings(page);
  expect(named(filtered, 'filter')[0]).toMatchObject({ detail });
  expect(named(filtered, 'filter')[0]?.startTime).toBeGreaterThan(
    named(loaded, 'load')[0]?.duration ?? Infinity,
  );
  expect(named(filtered, 'timeline').length).toBeGreaterThan(named(loaded, 'timeline').length);
  // Each once for each time that the work was done.
  await app.value('Google').click();
  await expect(app.status).toHaveText('32 of 32 events');
  await expect.poll(async () => named(await timings(page), 'filter').length).toBe(2);
  expect(named(await timings(page), 'load').length).toBe(1);
});
