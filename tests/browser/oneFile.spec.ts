/*
 * The one file that holds program and history: opened from the disk without a network, it does the main job,
 * exports included, and asks nobody for anything.
 */
import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { App, expect, test } from './app.ts';
import { bundledScenes, lookAt, openExport, readPdf, saveAs } from './exports.ts';
import { Views } from './views.ts';

const MEBIBYTE = 1024 * 1024;

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What was asked for beside the file, and what was refused or went wrong. */
  readonly asked: readonly string[];
  readonly said: readonly string[];
}

const oneFileTest = test.extend<{ file: string; opened: Opened }>({
  file: async ({ app, page }, provide, info) => {
    await app.open();
    await openExport(page);
    const saved = await saveAs(page, 'One HTML file', [], info.outputPath.bind(info));
    await provide(saved.path);
  },
  opened: async ({ file, browser }, provide) => {
    const context = await browser.newContext({ acceptDownloads: true, locale: 'en-GB' });
    await context.setOffline(true);
    const asked: string[] = [];
    const said: string[] = [];
    const own = pathToFileURL(file).href;
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(own) && !/^(?:blob|data):/u.test(url)) asked.push(url);
    });
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    context.on('weberror', (error) => said.push(error.error().message));
    const page = await context.newPage();
    await page.goto(own);
    await new App(page).stands();
    await provide({ page, context, asked, said });
    await context.close();
  },
});

oneFileTest('is under 2 MiB on the disk', async ({ file }) => {
  const { size } = await stat(file);
  expect(size).toBeLessThan(2 * MEBIBYTE);
});

oneFileTest('does the main job from the disk, offline, and asks nobody', async ({ opened }) => {
  const { page, asked, said } = opened;
  const app = new App(page);
  const views = new Views(page);
  expect(await page.title()).toBe('The History of WePROTECT – Threadline');
  await app.value('Google').check();
  await expect(app.status).toHaveText('5 of 32 events');
  await expect(page).toHaveURL(/#v=1&org=google$/u);

  await views.tab('Timeline and network').click();
  await views.stand();
  await expect(views.node('Microsoft').first()).toBeVisible();
  await views.tab('Map').click();
  await views.stand();
  await views.tab('Table').click();
  await views.stand();
  await expect(views.rows).toHaveCount(5);
  await views.tab('Timeline').click();
  await app.mark('Companies pledge to develop May’s concepts').first().click();
  await expect(app.details).toContainText('Microsoft');

  // The address opens the same again, and back steps back.
  const address = page.url();
  await page.reload();
  await app.stands();
  await expect(app.status).toHaveText('5 of 32 events');
  await expect(app.details).toContainText('Microsoft');
  expect(page.url()).toBe(address);
  await page.goBack();
  await expect(app.details).toBeHidden();

  // Files of others are read here too.
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByLabel('File to open').setInputFiles({
    name: 'own.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Date,Event,Place\n2014-03-02,Summit,London\n2014-03-09,Talks,Leeds\n'),
  });
  const columns = page.getByRole('dialog', { name: 'What the columns are' });
  await expect(columns.getByRole('status')).toContainText('2 events from 2 rows');
  await columns.getByRole('button', { name: 'Open history' }).click();
  await page.getByRole('button', { name: 'Show the history' }).click();
  await expect(app.status).toHaveText('2 of 2 events');

  expect(asked).toEqual([]);
  expect(said).toEqual([]);
});

oneFileTest('presents in two windows, and either drives', async ({ opened }) => {
  const { page, context, asked, said } = opened;
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'It began with a speech' })).toBeVisible();
  const arriving = context.waitForEvent('page');
  await page.keyboard.press('s');
  const presenter = await arriving;
  await expect(presenter.getByRole('heading', { name: 'Notes' })).toBeVisible();
  await presenter.keyboard.press('PageDown');
  await expect(page).toHaveURL(/scene=speech&step=1$/u);
  await page.bringToFront();
  await page.keyboard.press('PageUp');
  await expect(presenter).toHaveURL(/scene=speech$/u);
  expect(asked).toEqual([]);
  expect(said).toEqual([]);
});

oneFileTest(
  'exports everything that the page exports, itself included',
  async ({ opened, browser }, info) => {
    const { page, asked, said } = opened;
    const path = info.outputPath.bind(info);
    const scenes = await bundledScenes();
    await openExport(page);
    const svg = await saveAs(page, 'SVG picture', [], path);
    expect((await lookAt(browser, svg.bytes, 'image/svg+xml')).colours).toBeGreaterThan(50);
    const png = await saveAs(page, 'PNG picture', ['As on the screen'], path);
    expect((await lookAt(browser, png.bytes, 'image/png')).colours).toBeGreaterThan(50);
    const pdf = await readPdf((await saveAs(page, 'PDF handout', [], path)).bytes);
    expect(pdf.pages).toHaveLength(scenes.length);
    // The way back is to the page that the file was made from, which others can open.
    expect(pdf.pages[0]?.links[0]).toMatch(/^https?:/u);
    const pptx = await saveAs(page, 'PowerPoint slides', [], path);
    expect(pptx.bytes.subarray(0, 2).toString()).toBe('PK');
    // What the formats' worker writes: it is inside too.
    const csv = await saveAs(page, 'CSV table', [], path);
    expect(csv.bytes.toString('utf8')).toContain('Cameron’s speech on child abuse images online,');
    const again = await saveAs(page, 'One HTML file', [], (name) => path(`again-${name}`));
    expect(asked).toEqual([]);
    expect(said).toEqual([]);

    const other = await opened.context.newPage();
    await other.goto(pathToFileURL(again.path).href);
    await new App(other).stands();
    await expect(new App(other).status).toHaveText('32 of 32 events');
  },
);

test('takes the briefing along as it was made here', async ({ app, page, browser }, info) => {
  const [first, second] = await bundledScenes();
  await app.open();
  await app.button('Briefing').click();
  const panel = page.getByRole('region', { name: 'Briefing' });
  await panel
    .getByRole('button', { name: `Options for scene ${first?.title ?? ''}` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Hide for today' }).click();
  await openExport(page);
  const path = info.outputPath.bind(info);
  const pdf = await readPdf((await saveAs(page, 'PDF handout', [], path)).bytes);
  expect(pdf.contents).not.toContain(first?.title);
  const saved = await saveAs(page, 'One HTML file', [], path);

  const context = await browser.newContext();
  await context.setOffline(true);
  const file = await context.newPage();
  await file.goto(pathToFileURL(saved.path).href);
  await new App(file).stands();
  await file.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(file.getByRole('heading', { name: second?.title ?? '' })).toBeVisible();
  await context.close();
});
