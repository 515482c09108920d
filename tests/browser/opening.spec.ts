/*
 * Somebody's own files: brought in every way, what the columns of a table are, how far it is, what came of it.
 */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';

const HEADER = 'Meeting,Minister,Date,Organisation,Reason';

/** Two meetings on three rows, and one without a title or a date; days and months that can be taken either way. */
const MEETINGS = [
  HEADER,
  '1,Ada Lovelace,02/03/2014,Google,Safety online',
  '1,Ada Lovelace,02/03/2014,Microsoft,Safety online',
  '2,Grace Hopper,04/05/2014,NSPCC,Children and their rights',
  '3,Grace Hopper,soon,,A date that nobody can read',
].join('\n');

function dialogOf(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name });
}

/** What a person drags from a folder: the browser makes the file, as it would from the disk. */
async function drag(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const made = new DataTransfer();
      made.items.add(new File([content ?? ''], fileName ?? ''));
      return made;
    },
    [name, text],
  );
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the file to open it')).toBeVisible();
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop the file to open it')).toBeHidden();
}

test('a table is dropped, its columns are told, it opens, and is found again', async ({
  app,
  page,
}) => {
  await app.open();
  await drag(page, 'meetings of 2014.csv', MEETINGS);
  const columns = dialogOf(page, 'What the columns are');
  await expect(columns).toContainText('meetings of 2014.csv · 4 rows · UTF-8');
  await expect(columns.getByRole('combobox', { name: 'Taken for' })).toHaveValue('table');
  const counts = columns.getByRole('status');
  await expect(counts).toContainText('4 events from 4 rows');

  // What the cells cannot tell is asked, and what is said is seen at once.
  const first = columns
    .getByRole('list', { name: 'The first events as they will be' })
    .getByRole('listitem')
    .first();
  const order = columns.getByRole('group', { name: /can be read in two ways/ });
  await expect(order).toContainText('such as 02/03/2014');
  await order.getByRole('radio', { name: /month first/ }).check();
  await expect(first).toContainText('3 February 2014');
  await order.getByRole('radio', { name: /day first/ }).check();
  await expect(first).toContainText('2 March 2014');

  await columns
    .getByRole('combobox', { name: 'One event where rows agree in' })
    .selectOption('Meeting');
  await expect(counts).toContainText('3 events from 4 rows');

  await columns.getByRole('button', { name: 'Open history' }).click();
  const opened = dialogOf(page, 'Opened');
  await expect(opened).toContainText('4 rows became 3 events');
  await expect(opened.getByRole('region', { name: /and what was done/ })).toContainText('"soon"');
  await opened.getByRole('button', { name: 'Show the history' }).click();
  await expect(app.status).toHaveText('3 of 3 events');
  await expect(page).toHaveURL(/\?data=kept:/);
  await expect(app.value('Google')).toBeVisible();

  // The report is there as long as the history is open.
  await page.getByRole('button', { name: /^\d+ problems?$/ }).click();
  const report = dialogOf(page, 'How it was read');
  await expect(report).toContainText('meetings of 2014.csv, taken for Table');
  await report.getByRole('button', { name: 'Close' }).last().click();

  await page.reload();
  await expect(app.status).toHaveText('3 of 3 events');

  // Next month's file has the same headers: what was said is said already.
  await drag(page, 'meetings of 2015.csv', `${HEADER}\n9,Ada Lovelace,05/06/2015,Google,More`);
  await expect(columns).toContainText('for a table with the same headers');
  await expect(first).toContainText('5 June 2015');
  await columns.getByRole('button', { name: 'Back' }).click();
  await dialogOf(page, 'Open a history').getByRole('button', { name: 'Close' }).click();
  await expect(app.status).toHaveText('3 of 3 events');
});

test('rows that are left out are handed back as they came', async ({ app, page }, info) => {
  await app.open();
  await app.button('Open').click();
  const text = `Exported on 1 May;;\nDate;Event;Place\n2014-03-02;Märchen;Köln\n`;
  await page.getByLabel('File to open').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'latin1'),
  });
  const columns = dialogOf(page, 'What the columns are');
  await expect(columns).toContainText('1 rows · Windows-1252');
  await expect(columns.getByRole('combobox', { name: 'Headers in' })).toHaveValue('2');
  await expect(columns).toContainText('Märchen');
  await columns.getByRole('button', { name: 'Open history' }).click();
  const opened = dialogOf(page, 'Opened');
  const saving = page.waitForEvent('download');
  await opened.getByRole('button', { name: 'Download what was left out' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('list (left out).csv');
  const path = info.outputPath('left-out.csv');
  await saved.saveAs(path);
  expect(await readFile(path, 'utf8')).toBe('Date;Event;Place\nExported on 1 May;;\n');
});

test('addresses and pasted texts of other formats open; what fails leaves what was open', async ({
  app,
  page,
  context,
}) => {
  await page.route('**/data/table.csv', (route) =>
    route.fulfill({ contentType: 'text/plain', body: MEETINGS.replaceAll('/', '-') }),
  );
  await page.goto('./?data=data/table.csv');
  await expect(app.status).toHaveText('4 of 4 events');
  expect(new URL(page.url()).search).toBe('?data=data/table.csv');

  // A network has nothing to show on a timeline.
  const gexf = `<?xml version="1.0"?><gexf version="1.3" xmlns="http://gexf.net/1.3"><graph><nodes>
    <node id="a" label="Valjean"/><node id="b" label="Javert"/></nodes>
    <edges><edge id="0" source="a" target="b" weight="17"/></edges></graph></gexf>`;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), gexf);
  await page.getByRole('main').focus();
  await page.keyboard.press('ControlOrMeta+v');
  const opened = dialogOf(page, 'Opened');
  await expect(opened).toContainText('pasted text, taken for GEXF');
  await opened.getByRole('button', { name: 'Show the history' }).click();
  const network = page.getByRole('region', { name: 'Network' });
  await expect(network.getByRole('button', { name: /^Valjean/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Network', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );

  await drag(page, 'notes.csv', '<!doctype html><title>Sign in</title>');
  const dialog = dialogOf(page, 'Open a history');
  await expect(dialog.getByRole('alert')).toContainText('web page');
  await expect(dialog.getByRole('alert')).toContainText('stays open.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(network.getByRole('button', { name: /^Valjean/ })).toBeVisible();
});

test('a hundred thousand rows open with progress, the page answers meanwhile, and Cancel stops it', async ({
  app,
  page,
}) => {
  await app.open();
  await app.button('Open').click();
  const rows = Array.from({ length: 100_000 }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, '0');
    const month = String((i % 12) + 1).padStart(2, '0');
    return `${String(1900 + (i % 120))}-${month}-${day},Event ${String(i)},Org ${String(i % 500)}`;
  });
  await page.getByLabel('File to open').setInputFiles({
    name: 'many.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Date,Title,Organisation\n${rows.join('\n')}\n`),
  });
  const columns = dialogOf(page, 'What the columns are');
  await expect(columns.getByRole('status')).toContainText('the first 20,000 of 100,000 rows');
  await columns.getByRole('button', { name: 'Open history' }).click();
  const progress = page.getByRole('progressbar', { name: 'Progress' });
  await expect(progress).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(columns.getByRole('combobox', { name: 'Title', exact: true })).toHaveValue('Title');
  expect(new URL(page.url()).search).toBe('');

  await columns.getByRole('button', { name: 'Open history' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  // Answered while the file is read: the focus moves, and the work goes on.
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  expect(await progress.isVisible()).toBe(true);
  await expect(dialogOf(page, 'Opened')).toContainText('100,000 rows became 100,000 events');
  await page.getByRole('button', { name: 'Show the history' }).click();
  await expect(app.status).toHaveText('100,000 of 100,000 events');
});
