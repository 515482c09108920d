/*
 * The picture that comes with the page: it stands where the living one will, is heard by nobody, and waits
 * for no script but its own; where the address asks for something else there is none.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { history } from './history.ts';

interface Name {
  readonly words: string;
  readonly left: number;
  readonly top: number;
}

/** All that is written in a picture, with where it begins on the screen. */
async function namesIn(picture: Locator): Promise<readonly Name[]> {
  return picture.evaluate((svg) =>
    Array.from(svg.querySelectorAll('text'), (text) => {
      const { left, top } = text.getBoundingClientRect();
      return { words: text.textContent, left, top };
    }),
  );
}

/** The same words in the same places: nobody sees half a pixel. */
function expectSamePlaces(now: readonly Name[], before: readonly Name[]): void {
  expect(now.map(({ words }) => words)).toEqual(before.map(({ words }) => words));
  for (const [i, { words, left, top }] of now.entries()) {
    expect(Math.abs(left - (before[i]?.left ?? NaN)), words).toBeLessThan(0.5);
    expect(Math.abs(top - (before[i]?.top ?? NaN)), words).toBeLessThan(0.5);
  }
}

/** Holds back what comes after the first picture; the result lets it come. */
async function holdTheRest(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/(?:mount|page|react|worker)-[^/]*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const ahead = (page: Page): Locator => page.locator('[inert]').filter({ visible: true });

for (const { what, size } of [
  { what: 'wide window', size: { width: 1440, height: 900 } },
  { what: 'narrow window', size: { width: 900, height: 700 } },
  { what: 'phone', size: { width: 390, height: 844 } },
]) {
  test(`what comes with the page stands where the program draws it: ${what}`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize(size);
    const release = await holdTheRest(page);
    await page.goto('./', { waitUntil: 'commit' });
    const still = page.locator('[inert] .timeline-picture:visible');
    await expect(still.locator('text').first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const stillNames = await namesIn(still);
    const stillAxis = await namesIn(page.locator('[inert] .timeline-axis > svg:visible'));
    const stillBars = await page
      .locator('[inert] .timeline-overview .overview-match:visible')
      .getAttribute('d');
    // Nobody hears it, and the tab key finds nothing in it.
    await expect(app.main).toHaveCount(0);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');

    release();
    await app.stands();
    await app.still();
    await expect(page.locator('[inert]')).toHaveCount(0);
    expectSamePlaces(await namesIn(app.picture), stillNames);
    expect(stillNames.length).toBeGreaterThan(history.events.length / 2);
    expectSamePlaces(await namesIn(app.axisPicture), stillAxis);
    expect(await app.overview.locator('.overview-match').getAttribute('d')).toBe(stillBars);
  });
}

test('the picture comes with less script than waits behind it, and is measured', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await holdTheRest(page);
  await page.goto('./', { waitUntil: 'commit' });
  const measured = (): Promise<number> =>
    page.evaluate(() => performance.getEntriesByName('picture', 'measure').length);
  await expect.poll(measured).toBe(1);
  await expect.poll(() => asked.some((path) => path.includes('/mount-'))).toBe(true);
  const before = asked.slice(
    0,
    asked.findIndex((path) => path.includes('/mount-')),
  );
  expect(before.some((path) => path.includes('/ahead-'))).toBe(true);
  expect(before.filter((path) => /\/(?:page|react|worker)-/.test(path))).toEqual([]);
});

test('another address gets nothing ahead', async ({ page }) => {
  await holdTheRest(page);
  for (const address of ['./#v=1&org=google', './?data=datasets/none.json', './?embed']) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.locator('#root')).toBeAttached();
    await expect(ahead(page)).toHaveCount(0);
  }
});

test('where the file beside the page says otherwise, the file is believed', async ({
  app,
  page,
}) => {
  await page.route('**/datasets/weprotect.json', (route) =>
    route.fulfill({ json: { ...history, events: history.events.slice(0, 5) } }),
  );
  await page.goto('./');
  await expect(app.status).toHaveText('5 of 5 events');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('where the file beside the page is gone, that is told, and what came with the page stays', async ({
  app,
  page,
}) => {
  await page.route('**/datasets/weprotect.json', (route) =>
    route.fulfill({ status: 404, body: 'nothing' }),
  );
  await page.goto('./');
  const failure = page.getByRole('region', { name: 'Not opened' });
  await expect(failure).toContainText('404');
  await expect(app.mark('UK–US taskforce announced').first()).toBeVisible();
});
