/* A phone, held upright and touched: one filters, opens an event, reads, closes; nothing is wider than the screen. */
import { expect, test, type App } from './app.ts';
import { Views } from './views.ts';

/** 390 × 844 as many phones, 320 × 640 the narrowest, which is also a desktop at 400%. */
const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;

for (const viewport of PHONES) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });

    test('one filters, opens an event, reads and closes', async ({ app, page }) => {
      await app.open();
      await expect(app.status).toHaveText('32 of 32 events');
      await expectFits(app, 'start');

      await page.getByRole('button', { name: 'Filters', exact: true }).tap();
      const sheet = page.getByRole('dialog', { name: 'Filters' });
      await expect(sheet).toBeVisible();
      await expectFits(app, 'filters');
      await sheet.getByRole('checkbox', { name: 'Google', exact: true }).tap();
      await sheet.getByRole('button', { name: 'Show 5 of 32 events' }).tap();
      await expect(sheet).toBeHidden();
      await expect(app.status).toHaveText('5 of 32 events');
      await expect(app.chip('Google')).toBeVisible();
      await expectFits(app, 'filtered');

      await app.mark('Government pilot with Google and Microsoft').tap();
      await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
        'Government pilot with Google and Microsoft',
      );
      // What one reads about stays in sight above it.
      await expect(app.mark('Government pilot with Google and Microsoft')).toBeInViewport();
      await expectFits(app, 'details');
      const quotation = app.details.getByRole('figure').first();
      await quotation.scrollIntoViewIfNeeded();
      await expect(quotation).toBeInViewport();
      await app.button('Close details').tap();
      await expect(app.details).toBeHidden();

      await app.button('Undo').tap();
      await expect(app.details).toBeVisible();
      await app.button('Undo').tap();
      await app.button('Undo').tap();
      await expect(app.status).toHaveText('32 of 32 events');
    });

    test('search, share, theme and help are at hand', async ({ app, page }) => {
      await app.open();
      await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('hackathon');
      await expect(page.getByRole('option').first()).toBeVisible();
      await expectFits(app, 'search');
      await page.getByRole('option', { name: /^Hackathon for/ }).tap();
      await expect(app.details.getByRole('heading', { level: 2 })).toContainText('Hackathon');
      await app.button('Close details').tap();
      for (const name of ['Redo', 'Open', 'Share', 'Theme', 'Help']) {
        await app.button('More').tap();
        await expect(app.button(name)).toBeVisible();
        await expectFits(app, `more, ${name}`);
        await page.keyboard.press('Escape');
        await expect(app.button(name)).toBeHidden();
      }
      await app.button('More').tap();
      await app.button('Help').tap();
      await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
      await expectFits(app, 'help');
    });

    test('names stand on the screen, and fingers find everything', async ({ app }) => {
      await app.open();
      await app.still();
      const drawn = await app.drawn();
      expect(drawn.length).toBeGreaterThan(30);
      for (const { name, box } of drawn) {
        // WCAG 2.2, 2.5.8.
        expect.soft(box.right - box.left, name).toBeGreaterThanOrEqual(24);
        expect.soft(box.bottom - box.top, name).toBeGreaterThanOrEqual(24);
      }
    });
  });
}

test.describe('the network on a phone', () => {
  test.use({ viewport: PHONES[0], hasTouch: true, isMobile: true });

  test('what can be done with an actor is at hand while one reads about it', async ({
    app,
    page,
  }) => {
    const views = new Views(page);
    await views.open('./#v=1&view=network');
    await views.shape(views.node('Google')).tap();
    const title = app.details.getByRole('heading', { level: 2 });
    await expect(title).toHaveText('Google');
    await expect(title).toBeInViewport();
    await expect(views.node('Google')).toBeInViewport();
    await expectFits(app, 'an actor is selected');

    await app.button('Filter by Google').first().tap();
    await expect(app.status).toHaveText('5 of 32 events');
    await app.button('Filter by Google').first().tap();
    await app.button('Only neighbours of Google').tap();
    await expect(views.node('Mythili Raman')).toHaveCount(0);
    await app.button('Only neighbours of Google').tap();
    await expect(views.node('Mythili Raman')).toBeVisible();

    await app.button('Unfold details').tap();
    await expect(app.details.getByText('7 ties')).toBeInViewport();
    await expectFits(app, 'one reads about it');
    await app.button('Fold details').tap();
    await expect(app.details.getByText('7 ties')).toBeHidden();

    await app.button('Chain to…').tap();
    await page.getByRole('combobox', { name: 'Find an actor' }).fill('mythili');
    await page.getByRole('option', { name: /Mythili Raman/ }).tap();
    const chain = page.getByRole('complementary', { name: 'From Google to Mythili Raman' });
    await expect(chain).toBeInViewport();
    await expectFits(app, 'a chain');
  });
});

test('turning the screen keeps what was chosen and fits again', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('./#v=1&org=google&sel=event:industry-pledges');
  await expect(app.details.getByRole('figure').first()).toBeVisible();
  for (const [width, height] of [
    [844, 390],
    [768, 1024],
    [1024, 768],
    [1440, 900],
    [704, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(app.status).toHaveText('5 of 32 events');
    await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
      'Companies pledge to develop May’s concepts',
    );
    await expectFits(app, `${width} × ${height}`);
  }
});

/** Nothing reaches beyond the left or right edge of the screen, and the page does not scroll sideways. */
async function expectFits(app: App, state: string): Promise<void> {
  await new Views(app.page).still();
  const beyond = await app.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isClipped = (element: Element): boolean =>
      element.closest('svg, .visually-hidden, [hidden]') !== null;
    return [
      ...(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []),
      ...Array.from(document.querySelectorAll('body *'))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          const isSeen = box.width > 0 && box.height > 0 && element.checkVisibility();
          return isSeen && !isClipped(element) && (box.right > width + 1 || box.left < -1);
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
  expect(beyond, state).toEqual([]);
}
