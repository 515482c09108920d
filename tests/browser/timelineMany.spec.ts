/* A hundred thousand events: a bounded picture, density that opens, names that keep apart all the same. */
import { madeUpHistory } from '../../bench/madeUpHistory.ts';
import { expect, test, type App } from './app.ts';
import { faultsIn, writtenOn } from './names.ts';

const EVENTS = 100_000;
/** The whole timeline is made of at most so many elements, at any zoom and with any lanes. */
const ELEMENTS_LIMIT = 1500;

const BIG = 'datasets/made-up.json';

test.describe('with a hundred thousand events', () => {
  // Without flights every picture stands at once; what flies is tested with fewer events.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test.beforeEach(async ({ page }) => {
    const body = JSON.stringify(madeUpHistory({ events: EVENTS }));
    await page.route(`**/${BIG}`, (route) =>
      route.fulfill({ contentType: 'application/json', body }),
    );
  });

  test('the picture is bounded and its names keep apart', async ({ app, page }) => {
    await app.open(`./?data=${BIG}#v=1&view=timeline`);
    await expect(app.status).toHaveText('100,000 of 100,000 events');
    for (const lanes of ['Theme', 'Organisation', 'Nothing']) {
      await page.getByRole('combobox', { name: 'Group by' }).selectOption(lanes);
      await app.tool('Fit all').click();
      for (let zoomed = 0; zoomed < 16; zoomed += 3) {
        await app.still();
        const elements = await app.timeline.locator('svg *').count();
        expect(elements, `${lanes}, zoomed in ${zoomed} times`).toBeLessThanOrEqual(ELEMENTS_LIMIT);
        expect.soft(faultsIn(await writtenOn(app)), `${lanes}, ${zoomed}`).toEqual([]);
        for (let step = 0; step < 3; step += 1) await app.tool('Zoom in').click();
      }
    }
  });

  test('density opens by a double-click and by Enter, each one step', async ({ app, page }) => {
    await app.open(`./?data=${BIG}#v=1&view=timeline`);
    await app.still();
    const density = app.picture.getByRole('button', { name: /^\d{1,3}(,\d{3})+ events, / });

    await density.first().dblclick();
    await expectOpened(app);
    await app.button('Undo').click();
    await expect.poll(() => app.range()).toBeNull();
    await expect(app.button('Undo')).toBeDisabled();
    await app.still();

    await app.tool('Fit all').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    for (let presses = 0; presses < 300; presses += 1) {
      const focused = app.picture.locator('[role=button]:focus');
      if (/^[\d,]+ events, /.test((await focused.getAttribute('aria-label')) ?? '')) break;
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await expectOpened(app);
    // Who opened it by key goes on by key.
    await expect(app.picture.locator(':focus, :scope:focus')).toHaveCount(1);
  });
});

/** What was density is looked at closely: less time, and what had no room there now stands by itself. */
async function expectOpened(app: App): Promise<void> {
  await expect.poll(() => app.range()).not.toBeNull();
  await app.still();
  const { startMs, endMs } = app.range() ?? { startMs: 0, endMs: 0 };
  expect((endMs - startMs) / (36 * 365.25 * 86_400_000)).toBeLessThan(0.25);
  expect((await app.drawn()).some(({ name }) => !/^[\d,]+ events?, /.test(name))).toBe(true);
}
