/* What one does in the network by keys alone, in the table and on the map. */
import type { Locator } from '@playwright/test';
import { expect, test as base, type App } from './app.ts';
import { history } from './history.ts';
import { Views } from './views.ts';

const test = base.extend<{ views: Views }>({
  views: async ({ page }, hand) => {
    await hand(new Views(page));
  },
});

test('by keys alone one walks from one actor to another and reads the events on the way', async ({
  app,
  views,
  page,
}) => {
  await views.open();
  const heading = app.details.getByRole('heading', { level: 2 });

  await test.step('picks an actor from the list', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(app.main).toBeFocused();
    await tabTo(app, views.network.getByRole('button', { name: 'Pick an actor' }));
    await page.keyboard.press('Enter');
    const box = page.getByRole('combobox', { name: 'Find an actor' });
    await expect(box).toBeFocused();
    await page.keyboard.type('google');
    await expect(
      page.getByRole('listbox', { name: 'Pick an actor' }).getByRole('option'),
    ).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(views.node('Google')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText('Google');
    await expect(views.node('Google')).toBeFocused();
  });

  const list = (name: string): Locator => page.getByRole('listbox', { name: `Ties of ${name}` });

  await test.step('walks along a labelled tie', async () => {
    await page.keyboard.press('Enter');
    await expect(list('Google')).toBeFocused();
    const microsoft = list('Google').getByRole('option', { name: /^Microsoft, / });
    await expect(microsoft).toHaveAccessibleName(/together/);
    const shared = history.events.find(
      ({ title }) => title === 'Government pilot with Google and Microsoft',
    );
    expect(shared).toBeDefined();
    for (
      let presses = 0;
      (await microsoft.getAttribute('aria-selected')) !== 'true';
      presses += 1
    ) {
      expect(presses).toBeLessThan(60);
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText('Microsoft');
    await expect(list('Microsoft')).toBeFocused();
    await expect(list('Microsoft').getByRole('option', { name: /^Google, / })).toBeVisible();
  });

  await test.step('reads the events behind a tie, and opens one', async () => {
    const ties = app.details
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Google', exact: true }) })
      .filter({ has: page.locator('summary') });
    const summary = ties.locator('summary');
    await tabTo(app, summary);
    await page.keyboard.press('Enter');
    const event = ties.getByRole('button', { name: 'Companies pledge to develop May’s concepts' });
    await expect(event).toBeVisible();
    await tabTo(app, event);
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText('Companies pledge to develop May’s concepts');
    await page.keyboard.press('Control+z');
    await expect(heading).toHaveText('Microsoft');
  });

  await test.step('closes the ties and goes on by the arrows in the picture', async () => {
    await tabTo(app, list('Microsoft'), 'Shift+Tab');
    await page.keyboard.press('Escape');
    await expect(views.node('Microsoft')).toBeFocused();
    await page.keyboard.press('Home');
    const weightiest = views.netPicture.locator('[role=button]:focus');
    await expect(weightiest).toHaveAccessibleName(/^David Cameron, /);
    await page.keyboard.press('ArrowLeft');
    await expect(weightiest).toHaveCount(1);
    await expect(weightiest).not.toHaveAccessibleName(/^David Cameron, /);
    const name = (await weightiest.getAttribute('aria-label'))?.replace(/, [^,]*$/, '') ?? '';
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(name);
  });
});

test('a chain leads from one actor to another, each step with its events', async ({
  app,
  views,
  page,
}) => {
  await views.open('./#v=1&view=network');
  await views.shape(views.node('Google')).click();
  await views.network.getByRole('button', { name: 'Chain to…' }).click();
  await page.getByRole('combobox', { name: 'Find an actor' }).fill('mythili');
  await page.keyboard.press('Enter');
  const chain = page.getByRole('complementary', { name: 'From Google to Mythili Raman' });
  const steps = chain.locator('ol > li');
  await expect(steps.first()).toBeVisible();
  expect(await steps.count()).toBeGreaterThan(1);
  await expect(steps.first()).toContainText('Google');
  await expect(steps.last()).toContainText('Mythili Raman');
  await chain.getByRole('button', { name: 'First meeting of the UK–US taskforce' }).click();
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
    'First meeting of the UK–US taskforce',
  );
  await chain.getByRole('button', { name: 'Leave the chain' }).click();
  await expect(chain).toBeHidden();
});

test('the table sorts by any column, both ways, and says so', async ({ app, views, page }) => {
  await views.open();
  await views.tab('Table').click();
  await views.stand();
  await expect(views.head('Date')).toHaveAttribute('aria-sort', 'ascending');
  await expect(views.grid).toHaveAttribute('aria-rowcount', String(history.events.length + 1));

  const byTitle = history.events
    .map(({ title }) => title)
    .toSorted(new Intl.Collator('en', { numeric: true }).compare);
  const sort = views.head('Title').getByRole('button');
  await sort.click();
  await expect(views.head('Title')).toHaveAttribute('aria-sort', 'ascending');
  await expect(views.head('Date')).toHaveAttribute('aria-sort', 'none');
  await expect.poll(async () => expectPrefix(await views.titles(), byTitle)).toBe(true);

  await sort.click();
  await expect(views.head('Title')).toHaveAttribute('aria-sort', 'descending');
  await expect
    .poll(async () => expectPrefix(await views.titles(), byTitle.toReversed()))
    .toBe(true);

  await test.step('by another column, from the keyboard', async () => {
    await views.table.getByRole('button', { name: 'Download CSV' }).focus();
    await page.keyboard.press('Tab');
    await expect(sort).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(views.head('Date').getByRole('button')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(views.head('Date')).toHaveAttribute('aria-sort', 'ascending');
    await expect
      .poll(async () => (await views.titles())[0])
      .toMatch(/^(Cameron’s speech|UK–US taskforce announced|Shields to head)/);
    await page.keyboard.press('Enter');
    await expect(views.head('Date')).toHaveAttribute('aria-sort', 'descending');
    await expect
      .poll(async () => (await views.titles())[0])
      .toBe('Second WePROTECT Global Summit in Abu Dhabi');
  });

  await test.step('and a row opens its event', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
      'Second WePROTECT Global Summit in Abu Dhabi',
    );
  });

  await test.step('a filter leaves fewer rows', async () => {
    await app.value('Google').click();
    await expect(app.status).toHaveText(`5 of ${String(history.events.length)} events`);
    await expect(views.rows).toHaveCount(5);
    await expect(views.grid).toHaveAttribute('aria-rowcount', '6');
  });
});

test('a place on the map filters, by pointer and by keys', async ({ app, views, page }) => {
  await views.open('./#v=1&view=map,timeline');
  const all = `${String(history.events.length)} of ${String(history.events.length)} events`;
  await expect(app.status).toHaveText(all);
  const place = views.place('United Kingdom');
  await expect(place).toHaveAttribute('aria-pressed', 'false');
  const count = Number(/, (\d+) event/.exec((await place.getAttribute('aria-label')) ?? '')?.[1]);
  await views.shape(place).click();
  await expect(place).toHaveAttribute('aria-pressed', 'true');
  await expect(app.status).toHaveText(
    `${String(count)} of ${String(history.events.length)} events`,
  );
  await expect(app.chip('United Kingdom')).toBeVisible();
  await expect.poll(async () => (await app.matching()).size).toBe(count);
  await views.shape(place).click();
  await expect(place).toHaveAttribute('aria-pressed', 'false');
  await expect(app.status).toHaveText(all);

  await views.map.getByRole('button', { name: 'Fit all' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await expect(place).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.chip('United Kingdom')).toBeVisible();
  await expect(place).toBeFocused();
});

/** Whether the rows that stand begin the whole list, in its order. */
function expectPrefix(shown: readonly string[], all: readonly string[]): boolean {
  return shown.length > 5 && shown.every((title, i) => title === all[i]);
}

async function tabTo({ page }: App, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${key} never reaches ${String(target)}`);
}
