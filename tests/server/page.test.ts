/**
 * The page asks a database: it opens, filters and zooms as with a file; what is known stays and moves while
 * an answer is on its way or does not come; and it says what is wrong.
 */
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { madeUpHistory } from '../../bench/madeUpHistory.ts';
import { load } from '../../scripts/clickhouse/load.ts';
import { serverAt } from '../../scripts/clickhouse/server.ts';
import { sourceOf } from '../../scripts/clickhouse/sources.ts';
import { App } from '../browser/app.ts';
import { standBetween, type Between } from '../../scripts/clickhouse/between.ts';
import { openSite, seen, type Site } from './page.ts';

const EVENTS = 5000;
const url = inject('servers')[0] ?? '';
const addressOf = (user: string, origin = url, database = 'page'): string =>
  `clickhouse:${origin.replace('//', `//${user}@`)}${database}`;

let site: Site;
let between: Between;

beforeAll(async () => {
  const nodes = inject('servers').map((each) => serverAt(each));
  const cluster = { name: inject('cluster'), nodes };
  await load(sourceOf(madeUpHistory({ events: EVENTS }), 'page'), {
    entry: serverAt(url),
    database: 'page',
    cluster,
  });
  between = await standBetween(url);
  site = await openSite();
});
afterEach(() => between.release());
afterAll(async () => {
  await site.close();
  await between.close();
});

async function opened(address: string): Promise<App> {
  const app = new App(await site.newPage());
  await app.open(`${site.home}?data=${encodeURIComponent(address)}`);
  await seen(app.status).toHaveText('5,000 of 5,000 events');
  return app;
}

const slowWords = (page: Page) => page.getByText('Still counting …');

test('a history in a database is explored like any other', async () => {
  const app = await opened(addressOf('reader'));
  const { page } = app;
  await app.value('Diplomacy').check();
  await seen(app.status).not.toHaveText('5,000 of 5,000 events');
  await seen(app.chip('Diplomacy')).toBeVisible();
  await app.tool('Zoom in').click();
  await seen(app.marks.first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('number 1234');
  // The event itself: the words as they stand are an option too, and there before it.
  await page.getByRole('option', { name: /, number 1234/ }).click();
  await seen(app.details.getByRole('heading', { name: /number 1234/ })).toBeVisible();
  // What lies in a database is changed where it lies.
  await seen(app.button('Edit this event')).toBeHidden();
  // The second view comes after the first: the network.
  await seen(page.getByRole('region', { name: 'Network' })).toBeVisible();
  await page.context().close();
});

test('while an answer is on its way, what is known moves with the hand, and that is said', async () => {
  const app = await opened(addressOf('reader', between.origin));
  const { page } = app;
  await app.still();
  const names = async (): Promise<ReadonlySet<string>> =>
    new Set((await app.drawn()).map(({ name }) => name));
  const box = await app.picture.boundingBox();
  if (box === null) throw new Error('The picture is not drawn.');
  // Two events to the left and to the right of the middle tell how the picture lies.
  const lefts = new Map((await app.drawn()).map(({ name, box: { left } }) => [name, left]));
  const nearest = (px: number): string =>
    [...lefts].toSorted(([, a], [, b]) => Math.abs(a - px) - Math.abs(b - px))[0]?.[0] ?? '';
  const [first, second] = [nearest(box.width * 0.45), nearest(box.width * 0.55)];
  const leftOf = async (name: string): Promise<number> =>
    (await app.drawn()).find((mark) => mark.name === name)?.box.left ?? Number.NaN;
  const apart = async (): Promise<number> => (await leftOf(second)) - (await leftOf(first));
  between.hold();

  // Zoomed in upon the middle of the picture: what stands apart is twice as far apart, or more.
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  const before = await apart();
  await page.keyboard.down('Control');
  for (let notch = 0; notch < 3; notch++) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await seen.poll(apart).toBeGreaterThan(before * 1.5);
  await app.still();
  // Panned: as far as the hand.
  const from = await leftOf(first);
  await page.mouse.wheel(120, 0);
  await seen.poll(() => leftOf(first)).toBeCloseTo(from - 120, 0);
  await seen(slowWords(page)).toBeVisible();
  // Nothing was answered: what is drawn is what was known.
  const known = await names();
  expect(known.size).toBeGreaterThan(10);

  // So it is with a filter: the count stands until there is another.
  await app.value('Diplomacy').check();
  await seen(app.chip('Diplomacy')).toBeVisible();
  await seen(app.status).toHaveText('5,000 of 5,000 events');

  between.release();
  await seen(slowWords(page)).toBeHidden();
  await seen(app.status).not.toHaveText('5,000 of 5,000 events');
  await seen.poll(async () => [...(await names())].some((name) => !known.has(name))).toBe(true);
  await page.context().close();
});

test('a question that gets no answer is told with its cause, and asked again', async () => {
  const app = await opened(addressOf('reader', between.origin));
  const { page } = app;
  const notice = page.getByText(/could not be brought up to date/);
  const said = page.getByRole('paragraph').filter({ has: notice });
  const again = page.getByRole('button', { name: 'Try again' });

  between.reply(null);
  await app.value('Diplomacy').check();
  await seen(said).toContainText(/does not answer any more: it is down.*Try again/);
  await seen(app.marks.first()).toBeVisible();
  await seen(app.status).toHaveText('5,000 of 5,000 events');

  between.reply({
    status: 500,
    text: 'Code: 241, e.displayText() = DB::Exception: Memory limit (for query) exceeded',
  });
  await again.click();
  await seen(said).toContainText(/ran out of memory over this question. Ask for less/);

  between.release();
  await again.click();
  await seen(notice).toBeHidden();
  await seen(app.status).not.toHaveText('5,000 of 5,000 events');
  await page.context().close();
});

test('what cannot be opened is told with its cause; what was open stays', async () => {
  const app = await opened(addressOf('reader'));
  const { page } = app;
  const page404 = { status: 404, text: '<html>Welcome</html>' };
  const failures: readonly (readonly [address: string, words: RegExp])[] = [
    // Another database that does not let this site ask.
    [addressOf('private'), /No answer from the database.*let other sites.*Check the address/s],
    [addressOf('reader', 'http://127.0.0.1:1/'), /No answer.*down.*Check the address/s],
    [addressOf('reader', between.origin), /not a ClickHouse.*404.*port/s],
    [addressOf('reader', url, 'nothing'), /no history in the database “nothing”.*load one/s],
  ];
  between.reply(page404);
  for (const [address, words] of failures) {
    await app.button('Open').click();
    const dialog = page.getByRole('dialog', { name: 'Open a history' });
    await dialog.getByLabel('Address').fill(address);
    await dialog.getByRole('button', { name: 'Open history' }).click();
    await seen(dialog).toContainText(words);
    await seen(dialog).toContainText('stays open');
    await page.keyboard.press('Escape');
  }
  await seen(app.status).toHaveText('5,000 of 5,000 events');
  await seen(app.marks.first()).toBeVisible();
  await page.context().close();
});

test('what asks a database is fetched only where there is one', async () => {
  const page = await site.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await new App(page).open(site.home);
  const scripts = asked.filter((address) => address.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((address) => /clickhouse/i.test(address))).toEqual([]);
  await page.context().close();
});
