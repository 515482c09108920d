/** The built folder as a visitor's browser gets it: headers, policy, fonts, no jump while it loads. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { preview } from 'vite';
import { headersFor } from '../../scripts/headers.ts';

const rules = readFileSync('public/_headers', 'utf8');

/** Loads the page and gives the address of everything that it fetched on the way. */
async function fetchedBy(page: Page): Promise<string[]> {
  const addresses: string[] = [];
  page.on('response', (response) => addresses.push(response.url()));
  await page.goto('./');
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  return addresses;
}

test('the page and its parts come with the headers of public/_headers', async ({
  page,
  request,
}) => {
  const addresses = await fetchedBy(page);
  expect(addresses.some((address) => address.includes('/assets/'))).toBe(true);
  for (const address of addresses) {
    const { pathname } = new URL(address);
    const sent = (await request.get(address)).headers();
    for (const [name, value] of headersFor(rules, pathname)) {
      expect.soft(sent[name.toLowerCase()], `${name} of ${pathname}`).toBe(value);
    }
  }
});

test('hashed files are kept for good, the page itself is asked for again', () => {
  expect(headersFor(rules, '/assets/index-abc.js').get('Cache-Control')).toContain('immutable');
  expect(headersFor(rules, '/index.html').get('Cache-Control')).toBe('no-cache');
});

test('what is not there is a 404, not the page', async ({ request }) => {
  const response = await request.get('./datasets/no-such-history.json');
  expect(response.status()).toBe(404);
});

test('the page breaks none of its own policy and asks nobody else for anything', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  const addresses = await fetchedBy(page);
  expect(complaints).toEqual([]);
  const elsewhere = addresses.filter((address) => !address.startsWith(baseURL ?? ''));
  expect(elsewhere).toEqual([]);
});

test('the built folder works under a sub-path too', async ({ page }) => {
  const server = await preview({
    base: '/some/where/',
    logLevel: 'silent',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  expect(address).toContain('/some/where/');
  await page.goto(address);
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('status').filter({ hasText: /\d+ of \d+ events/ })).toBeVisible();
  await server.close();
});

test('both typefaces are fetched once, and nothing jumps when they come late', async ({ page }) => {
  await page.addInitScript(() => {
    const observer = new PerformanceObserver((list) => {
      const shifts = list.getEntries().map((entry) => ('value' in entry ? Number(entry.value) : 0));
      const before = Number(document.documentElement.dataset['shift'] ?? 0);
      const sum = shifts.reduce((total, shift) => total + shift, before);
      document.documentElement.dataset['shift'] = String(sum);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
  // On a slow machine every stage of loading stands long enough to be seen, and to jump.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let fontsMayCome = () => {};
  const drawn = new Promise<void>((resolve) => {
    fontsMayCome = resolve;
  });
  const fonts: string[] = [];
  await page.route('**/*.woff2', async (route) => {
    fonts.push(new URL(route.request().url()).pathname.replace(/^.*\//, '').replace(/-[^-]+$/, ''));
    await drawn;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  fontsMayCome();
  // What is fetched after the first picture takes the room that was kept for it.
  for (const name of ['Network', 'Statistics']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'Network', exact: true })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  // Ready, laid out again and reported.
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  expect(fonts.toSorted()).toEqual(['inter-latin-wght-normal', 'source-serif-4-latin-wght-normal']);
  // Lighthouse calls up to 0.1 good; a hundredth is a line of text that moves by a pixel or two.
  const jump = await page.evaluate(() => document.documentElement.dataset['shift'] ?? '0');
  expect(Number(jump)).toBeLessThan(0.01);
});
