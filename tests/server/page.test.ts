/** The page asks a database: it opens, filters and zooms as with a file, and says what is wrong. */
import { chromium, expect as expectOfPage, type Browser, type Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { madeUpHistory } from '../../bench/madeUpHistory.ts';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';
import { load } from '../../scripts/clickhouse/load.ts';
import { serverAt } from '../../scripts/clickhouse/server.ts';
import { sourceOf } from '../../scripts/clickhouse/sources.ts';
import { App } from '../browser/app.ts';

const EVENTS = 5000;
/** As long as the browser tests wait: this only stops what would wait for ever. */
const seen = expectOfPage.configure({ timeout: 30_000 });
const url = inject('servers')[0] ?? '';
const addressOf = (user: string): string => `clickhouse:${url.replace('//', `//${user}@`)}page`;

let browser: Browser;
let site: PreviewServer;
let home: string;

beforeAll(async () => {
  const nodes = inject('servers').map((each) => serverAt(each));
  const cluster = { name: inject('cluster'), nodes };
  await load(sourceOf(madeUpHistory({ events: EVENTS }), 'page'), {
    entry: serverAt(url),
    database: 'page',
    cluster,
  });
  site = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  home = site.resolvedUrls?.local[0] ?? '';
  const { executablePath, env } = await findBrowser();
  browser = await chromium.launch({
    executablePath,
    args: [...browserFlags],
    env: { ...process.env, ...env },
  });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function newPage(): Promise<{ readonly page: Page; readonly asked: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return { page, asked };
}

test('a history in a database is explored like any other', async () => {
  const { page } = await newPage();
  const app = new App(page);
  await app.open(`${home}?data=${encodeURIComponent(addressOf('reader'))}`);
  await seen(app.status).toHaveText('5,000 of 5,000 events');
  await app.value('Diplomacy').check();
  await seen(app.status).not.toHaveText('5,000 of 5,000 events');
  await seen(app.chip('Diplomacy')).toBeVisible();
  await app.tool('Zoom in').click();
  await seen(app.marks.first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('number 1234');
  // The event itself: the words as they stand are an option too, and there before it.
  await page.getByRole('option', { name: /, number 1234/ }).click();
  await seen(app.details.getByRole('heading', { name: /number 1234/ })).toBeVisible();
  // The second view comes after the first: the network.
  await seen(page.getByRole('region', { name: 'Network' })).toBeVisible();

  // What is open stays where another database does not let this site ask.
  const status = (await app.status.textContent()) ?? '';
  await app.button('Open').click();
  const dialog = page.getByRole('dialog', { name: 'Open a history' });
  await dialog.getByLabel('Address').fill(addressOf('private'));
  await dialog.getByRole('button', { name: 'Open history' }).click();
  await seen(dialog).toContainText(
    /No answer from the database.*let other sites.*Check the address/s,
  );
  await seen(dialog).toContainText('stays open');
  await page.keyboard.press('Escape');
  await seen(app.status).toHaveText(status);
  await page.context().close();
});

test('what asks a database is fetched only where there is one', async () => {
  const { page, asked } = await newPage();
  await new App(page).open(home);
  const scripts = asked.filter((address) => address.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((address) => /clickhouse/i.test(address))).toEqual([]);
  await page.context().close();
});
