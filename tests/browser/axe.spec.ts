/* axe finds nothing, in both themes, on a wide and on the narrowest screen, whatever is open. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type App } from './app.ts';

/** WCAG 2.0 to 2.2, A and AA (2.2 has no tag for A of its own in axe), and best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1440, height: 900 };
/** What a desktop shows at 400%. */
const NARROW = { width: 320, height: 640 };

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [WIDE, NARROW]) {
    const isNarrow = viewport === NARROW;

    test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing while one filters, reads and searches', async ({ app, page }) => {
        await app.open();
        await expectClean(app, 'start');
        // Events are buttons in a group, with nothing between that would make them part of an image.
        await expect(app.picture.getByRole('img')).toHaveCount(0);

        await inFilters(app, isNarrow, async () => {
          if (isNarrow) await expectClean(app, 'the sheet of filters');
          await app.button('Options for Google').click();
          await expect(page.getByRole('menuitemradio', { name: 'Require' })).toBeVisible();
          await expectClean(app, 'the menu of a value');
          await page.getByRole('menuitemradio', { name: 'Require' }).click();
          await app.value('WePROTECT').click();
          await expect(app.value('WePROTECT')).toBeChecked();
        });
        await expect(app.status).toHaveText('2 of 32 events');
        await app.mark('Companies pledge to develop May’s concepts').first().click();
        await expect(app.details.getByRole('figure').first()).toBeVisible();
        await expectClean(app, 'filtered, with chips and details');
        await app.details.getByRole('button', { name: 'Microsoft', exact: true }).click();
        await expect(app.details.getByRole('heading', { level: 2 })).toHaveText('Microsoft');
        await expectClean(app, 'details of an actor');
        await app.button('Close details').click();

        await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('summit');
        await expect(
          page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first(),
        ).toBeVisible();
        await page.keyboard.press('ArrowDown');
        await expectClean(app, 'the list of the search');
      });

      test('axe finds nothing in dialogs, failures and an empty picture', async ({ app, page }) => {
        await app.open();
        await pressInHeader(app, isNarrow, 'Help');
        await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
        await expectClean(app, 'help');
        await page.keyboard.press('Escape');

        await pressInHeader(app, isNarrow, 'Open');
        const dialog = page.getByRole('dialog', { name: 'Open a history' });
        await dialog.getByRole('textbox', { name: 'Address' }).fill('datasets/none.json');
        await dialog.getByRole('button', { name: 'Open history' }).click();
        await expect(dialog.getByText('It could not be opened')).toBeVisible();
        await expectClean(app, 'the dialog Open with a failure');
        await dialog.getByLabel('File to open').setInputFiles({
          name: 'meetings.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('Date,Event,Place\n02/03/2014,Summit,London\nsoon,Talks,Leeds\n'),
        });
        const columns = page.getByRole('dialog', { name: 'What the columns are' });
        await expect(columns.getByRole('status')).toContainText('2 events from 2 rows');
        await expectClean(app, 'the columns of a table');
        await columns.getByRole('button', { name: 'Open history' }).click();
        const opened = page.getByRole('dialog', { name: 'Opened' });
        await expect(opened).toContainText('2 rows became 2 events');
        await expectClean(app, 'the report on a file');
        await opened.getByRole('button', { name: 'Show the history' }).click();

        await page.goto('./#v=1&org.all=google,nspcc&sel=event:none');
        await expect(
          page.getByRole('heading', { name: 'No event matches all of this' }),
        ).toBeVisible();
        await expectClean(app, 'nothing matches, and a notice');

        await page.goto('./?data=datasets/dataset.v1.schema.json');
        await expect(
          page.getByRole('heading', { name: 'This history could not be opened' }),
        ).toBeVisible();
        await expectClean(app, 'a history that does not open');
      });
    });
  }
}

/** Each fault with what it is in, so that a report says enough by itself. */
async function expectClean({ page }: App, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary ?? ''}`,
    ),
  );
  expect.soft(faults, state).toEqual([]);
}

/** On a phone the filters are a sheet that opens and closes. */
async function inFilters(app: App, isSheet: boolean, act: () => Promise<void>): Promise<void> {
  if (isSheet) await app.page.getByRole('button', { name: 'Filters', exact: true }).click();
  await act();
  if (isSheet) await app.page.getByRole('button', { name: /^Show \d+ of / }).click();
}

/** On a phone most buttons of the header wait behind one. */
async function pressInHeader(app: App, isPhone: boolean, name: string): Promise<void> {
  if (isPhone) await app.button('More').click();
  await app.button(name).click();
}
