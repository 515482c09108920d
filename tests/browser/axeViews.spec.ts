/* axe finds nothing in any view, in both themes, wide and narrow, whatever is open in it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type App } from './app.ts';
import { Views } from './views.ts';

/** WCAG 2.0 to 2.2, A and AA (2.2 has no tag for A of its own in axe), and best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Looked at in axe.spec.ts, and no other beside another view. */
const ELSEWHERE = ['header.header', '[aria-label="Filters"]'];
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDE = { width: 1440, height: 900 };
/** What a desktop shows at 400%. */
const NARROW = { width: 320, height: 640 };

for (const viewport of [WIDE, NARROW]) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ colorScheme: 'light', viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in the network', async ({ app, page }) => {
      const views = new Views(page);
      await views.open('./#v=1&view=network');
      await expectClean(app, 'start');

      await views.network.getByRole('button', { name: 'Network options' }).click();
      const options = page.getByRole('dialog', { name: 'Network options' });
      await expect(options).toBeVisible();
      await expectClean(app, 'options');
      await page.keyboard.press('Escape');
      await expect(options).toBeHidden();

      await views.network.getByRole('button', { name: 'Pick an actor' }).click();
      await page.getByRole('combobox', { name: 'Find an actor' }).fill('o');
      await expectClean(app, 'the list of actors');
      await page.keyboard.press('Escape');

      await views.network.getByRole('button', { name: 'Play through time' }).click();
      await views.network.getByRole('button', { name: 'Pause' }).click();
      await expectClean(app, 'the player');
      await views.network.getByRole('button', { name: 'All time' }).click();
      await views.network.getByRole('button', { name: 'Close the player' }).click();

      await page.goto('./#v=1&view=network&net.chain=google,mythili-raman');
      await expect(page.getByRole('complementary', { name: /^From Google to / })).toBeVisible();
      await views.stand();
      await expectClean(app, 'a chain');

      await page.goto('./#v=1&view=network&net.ego=2:google&net.mode=events&org.any=google');
      await expect(page.getByRole('group', { name: 'Only around Google' })).toBeVisible();
      await views.stand();
      await expectClean(app, 'around one, filtered, with events');

      await page.goto('./#v=1&view=network&q=xyzzy');
      await expect(views.network.getByText('Nobody acted together')).toBeVisible();
      await expectClean(app, 'nobody left');
    });

    test('axe finds nothing in an actor’s ties', async ({ app, page }) => {
      const views = new Views(page);
      await views.open('./#v=1&view=network');
      await pick(views, 'google');
      await page.keyboard.press('Enter');
      await expect(app.details.getByRole('heading', { level: 2 })).toHaveText('Google');
      await views.stand();
      await expectClean(app, 'one is selected');
      if (viewport === NARROW) {
        await app.button('Unfold details').click();
        await expectClean(app, 'one is selected, and read about');
        await app.button('Fold details').click();
        await views.network.getByRole('button', { name: 'Ties of Google' }).click();
      } else {
        await page.keyboard.press('Enter');
      }
      const ties = page.getByRole('listbox', { name: 'Ties of Google' });
      await expect(ties).toBeFocused();
      await expect(ties.getByRole('option').first()).toBeVisible();
      await expectClean(app, 'the ties');
    });

    test('axe finds nothing on the map', async ({ app, page }) => {
      const views = new Views(page);
      await views.open('./#v=1&view=map');
      await expectClean(app, 'start');
      await views.shape(views.places).click();
      await expect(app.status).not.toHaveText('32 of 32 events');
      await views.stand();
      await expectClean(app, 'filtered by a place');
      await page.goto('./#v=1&view=map&map.at=-0.1,51.5,40');
      await views.stand();
      await expectClean(app, 'near London');
    });

    test('axe finds nothing in the table', async ({ app, page }) => {
      const views = new Views(page);
      await views.open('./#v=1&view=table');
      await expectClean(app, 'start');
      await views.table.getByRole('button', { name: 'Columns' }).click();
      await expect(page.getByRole('menu', { name: 'Columns' })).toBeVisible();
      await expectClean(app, 'columns');
      for (const column of ['Status', 'Kind', 'Weight']) {
        await page.getByRole('menuitemcheckbox', { name: column }).click();
      }
      await page.keyboard.press('Escape');
      await views.head('Weight').getByRole('button').click();
      await expect(views.head('Weight')).toHaveAttribute('aria-sort', 'descending');
      await views.stand();
      await expectClean(app, 'all columns, sorted');
      await page.goto('./#v=1&view=table&org.all=google,nspcc');
      await expect(
        page.getByRole('heading', { name: 'No event matches all of this' }),
      ).toBeVisible();
      await expectClean(app, 'nothing matches');
    });

    test('axe finds nothing where two views share the window', async ({ app, page }) => {
      const views = new Views(page);
      for (const pair of ['timeline,network', 'map,table', 'table,timeline', 'network,map']) {
        await page.goto(`./#v=1&view=${pair}`);
        await views.stand();
        await expectClean(app, pair);
      }
    });
  });
}

/** Finds an actor in the list of all, and puts the focus on it in the picture. */
async function pick({ network, page }: Views, words: string): Promise<void> {
  await network.getByRole('button', { name: 'Pick an actor' }).click();
  await page.getByRole('combobox', { name: 'Find an actor' }).fill(words);
  await page.keyboard.press('Enter');
}

/**
 * Fails with each fault and what it is in, in both themes. What a theme changes is colours alone: in the
 * second only what depends on them is looked at again.
 */
async function expectClean({ page }: App, state: string): Promise<void> {
  // One run in the page itself: there is no frame that another page would have to look into.
  const axe = (): AxeBuilder =>
    ELSEWHERE.reduce(
      (builder, part) => builder.exclude(part),
      new AxeBuilder({ page }).setLegacyMode(),
    );
  const light = await axe().withTags(TAGS).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe().withRules(OF_COLOURS).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  for (const [theme, { violations }] of Object.entries({ light, dark })) {
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary ?? ''}`,
      ),
    );
    expect.soft(faults, `${state}, ${theme}`).toEqual([]);
  }
}
