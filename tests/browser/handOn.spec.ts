/*
 * What is handed on is read again by other libraries than wrote it, and comes back into the program as it was.
 */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
// oxlint-disable-next-line import/no-named-as-default -- its types have no other name for it
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import ICAL from 'ical.js';
import { fromMarkdown } from 'mdast-util-from-markdown';
import Papa from 'papaparse';
import { expect, test } from './app.ts';
import { openExport, saveAs, type Saved } from './exports.ts';

const BUNDLED = new URL('../../public/datasets/weprotect.json', import.meta.url);
const DATA_FORMATS = [
  'Threadline JSON',
  'CSV table',
  'TimelineJS 3',
  'GEXF network',
  'GraphML network',
  'iCalendar',
  'Markdown chronology',
] as const;
type DataFormat = (typeof DATA_FORMATS)[number];

test('every format is saved, and says elsewhere what it said here', async ({ app, page }, info) => {
  await app.open();
  const saved = await saveAll(page, info.outputPath.bind(info));
  expect(await mistakesIn(page)).toEqual([]);
  const bundled = await readFile(BUNDLED, 'utf8');
  const { events } = JSON.parse(bundled) as { events: readonly { readonly title: string }[] };

  expect(saved['Threadline JSON'].bytes.toString('utf8')).toBe(bundled);
  const { data } = Papa.parse<string[]>(textOf(saved['CSV table']).slice(1), {
    skipEmptyLines: true,
  });
  expect(data.slice(1).map(([title]) => title)).toEqual(events.map(({ title }) => title));
  const timeline = JSON.parse(textOf(saved['TimelineJS 3'])) as { events: readonly unknown[] };
  expect(timeline.events).toHaveLength(events.length);
  const gexf = parseGexf(Graph, textOf(saved['GEXF network']));
  const graphml = parseGraphml(Graph, textOf(saved['GraphML network']));
  expect(gexf.order).toBeGreaterThan(20);
  expect([graphml.order, graphml.size]).toEqual([gexf.order, gexf.size]);
  expect(gexf.getNodeAttribute('david-cameron', 'label')).toBe('David Cameron');
  const calendar = new ICAL.Component(ICAL.parse(textOf(saved['iCalendar'])) as unknown[]);
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(events.length);
  const chronology = fromMarkdown(textOf(saved['Markdown chronology']));
  expect(chronology.children.at(-1)?.type).toBe('paragraph');
  expect(textOf(saved['Markdown chronology'])).toContain('## Sources');
});

/** What axe finds in the dialogs that are open. */
async function mistakesIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  return violations.map(({ id, help }) => `${id}: ${help}`);
}

async function saveAll(
  page: Page,
  path: (name: string) => string,
): Promise<Readonly<Record<DataFormat, Saved>>> {
  await openExport(page);
  const saved: Partial<Record<DataFormat, Saved>> = {};
  for (const format of DATA_FORMATS) {
    // One dialog, one file after the other.
    saved[format] = await saveAs(page, format, [], path);
  }
  return saved as Record<DataFormat, Saved>; // each was saved above
}

function textOf({ bytes }: Saved): string {
  return bytes.toString('utf8');
}

test('the QR code holds the address, and stands as large as the screen for the room', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('./#v=1&view=timeline&org=google');
  await app.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('status')).toHaveText('Address copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(await mistakesIn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Show to the room' }).click();
  const stage = page.getByRole('dialog', { name: 'The History of WePROTECT' });
  expect(await mistakesIn(page)).toEqual([]);
  const box = await stage.getByRole('img').boundingBox();
  const { height } = page.viewportSize() ?? { height: 0 };
  expect(box?.height).toBeGreaterThan(height * 0.6);
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
  await expect(dialog).toBeVisible();
});
