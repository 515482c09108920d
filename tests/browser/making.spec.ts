/* Making a briefing in the browser: from the page's view to the stage and back, by pointer and by keys, and kept. */
import type { Locator, Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type App } from './app.ts';
import { SCENES, Stage } from './briefing.ts';

const first = SCENES[0]?.title ?? '';
const second = SCENES[1]?.title ?? '';
const third = SCENES[2]?.title ?? '';

class Making {
  readonly page: Page;
  readonly panel: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('region', { name: 'Briefing' });
    this.rows = this.panel.getByRole('list', { name: 'Scenes' }).getByRole('listitem');
  }

  async open(app: App): Promise<void> {
    await app.open();
    await app.button('Briefing').click();
    await expect(this.button('Add scene')).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true });
  }

  async pick(title: string, item: string): Promise<void> {
    await this.button(`Options for scene ${title}`).first().click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** Waits until the scenes stand in this order, from the first on. */
  async begin(...titles: string[]): Promise<void> {
    for (const [index, title] of titles.entries()) {
      await expect(this.rows.nth(index)).toContainText(title);
    }
  }

  async isKept(): Promise<void> {
    await expect(this.panel.getByText('Kept on this device')).toBeVisible();
  }
}

test('a scene is added, written, moved and played again after the page was loaded anew', async ({
  app,
  page,
}) => {
  const making = new Making(page);
  await making.open(app);

  await test.step('adds what the page shows', async () => {
    await app.value('Microsoft').click();
    await expect(app.status).toHaveText(/^4 of /);
    await making.button('Add scene').click();
    await expect(making.field('Title')).toBeFocused();
    await page.keyboard.type('What Microsoft did');
    await making.field('Words').fill('Four events, from the **pilot** to the report.');
    await making.field('Speaker’s notes').fill('Pause here.');
    await making.field('Planned time').fill('0:45');
    await making.button('Add figure').click();
    await page.keyboard.press('Tab');
    await making.field('Figure 1: number').fill('4');
    await making.field('Figure 1: unit').fill('events');
    await making.panel.getByRole('combobox', { name: 'Add source' }).selectOption({ index: 1 });
  });

  await test.step('a step with a view of its own', async () => {
    await page.getByRole('tab', { name: 'Table', exact: true }).click();
    await making.button('Add step with the present view').click();
    await making.field('Step 1: words').fill('The same as a table');
  });

  await test.step('moves it to the front by dragging', async () => {
    await making.button('All scenes').click();
    await expect(making.rows).toHaveCount(SCENES.length + 1);
    const row = making.rows.last();
    await expect(row).toContainText('What Microsoft did');
    await expect(
      row.getByRole('button', { name: 'What Microsoft did', exact: true }),
    ).toBeFocused();
    await drag(page, row.getByTitle('Drag to reorder'), making.rows.first());
    await making.begin('What Microsoft did', first, second);
  });

  await making.isKept();
  await page.reload();
  await expect(app.status).toHaveText(/^4 of /);
  await app.button('Briefing').click();
  await making.begin('What Microsoft did', first);

  await test.step('plays it', async () => {
    const stage = new Stage(page);
    await making.pick('What Microsoft did', 'Present from here');
    await stage.stands();
    await expect(stage.title).toHaveText('What Microsoft did');
    await expect(stage.main.getByText('pilot', { exact: true })).toBeVisible();
    await expect(stage.main.getByText('events', { exact: true })).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(stage.main.getByText('The same as a table', { exact: true })).toBeVisible();
    await expect(stage.main.getByRole('region', { name: 'Events' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(stage.title).toHaveText(first);
    await page.keyboard.press('Escape');
    await expect(making.panel).toBeVisible();
  });

  await test.step('puts back the original, and takes that back', async () => {
    await making.button('Options for the briefing').click();
    await page.getByRole('menuitem', { name: 'Put back the original' }).click();
    await making.begin(first, second, third);
    await page.keyboard.press('Control+z');
    await making.begin('What Microsoft did', first);
  });
});

test('the list is put in order by keys alone', async ({ app, page }) => {
  const making = new Making(page);
  await making.open(app);
  await making.button(first).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await making.begin(second, first, third);
  await expect(making.button(first)).toBeFocused();
  await expect(making.panel.getByRole('status')).toContainText('is now 2 of');
  await page.keyboard.press('Control+z');
  await making.begin(first, second);
  // What the page shows has not been undone with it.
  await expect(app.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Control+Shift+z');
  await making.begin(second, first);
});

test('two windows make the same briefing', async ({ app, page, context }) => {
  const mine = new Making(page);
  await mine.open(app);
  const other = await context.newPage();
  const theirs = new Making(other);
  await other.goto('./');
  await other.getByRole('button', { name: 'Briefing', exact: true }).click();
  await theirs.button(first).click();
  await theirs.field('Title').fill('Written in the other window');
  await expect(mine.rows.first()).toContainText('Written in the other window');
  await mine.button(/^Undo: take over/).click();
  await expect(theirs.field('Title')).toHaveValue(first);
});

test('where storage is denied it says so for as long as it holds, and gives the work as a file', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const making = new Making(page);
  await making.open(app);
  await making.pick(second, 'Delete');
  const notice = page.getByText('Your changes to the briefing are not kept.');
  await expect(notice).toBeVisible();
  await making.button('Close briefing').click();
  await expect(notice).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    app.button('Download the briefing').click(),
  ]);
  expect(saved.suggestedFilename()).toBe('the-history-of-weprotect-briefing.json');

  await test.step('the file can be loaded again', async () => {
    await page.reload({ waitUntil: 'commit' });
    await app.stands();
    await app.button('Briefing').click();
    await making.begin(first, second);
    await making.panel.getByLabel('Briefing file').setInputFiles(await saved.path());
    await making.begin(first, third);
    await expect(making.rows).toHaveCount(SCENES.length - 1);
  });
});

test('a scene whose event and actor are gone says so and still plays', async ({ app, page }) => {
  const making = new Making(page);
  await making.open(app);
  const scenes = [
    { id: 'lost', title: 'What is gone', view: 'v=1&org=nobody&sel=event:nowhere', steps: [{}] },
    { id: 'there', title: 'What is there', view: 'v=1&view=table' },
  ];
  await making.panel.getByLabel('Briefing file').setInputFiles({
    name: 'briefing.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ scenes })),
  });
  await making.begin('What is gone', 'What is there');
  await expect(making.rows.first()).toContainText(
    'This history has no organisation “nobody”. This history has no event “nowhere”. The scene plays without it.',
  );
  await expect(making.rows.nth(1)).not.toContainText('plays without it');

  await making.pick('What is gone', 'Present from here');
  const stage = new Stage(page);
  await expect(stage.title).toHaveText('What is gone');
  await stage.stands();
  await expect(stage.main.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(stage.title).toHaveText('What is there');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the panel has no fault that axe finds, ${theme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const making = new Making(page);
    await making.open(app);
    const scan = async (): Promise<unknown[]> => {
      const { violations } = await new AxeBuilder({ page }).include('.making').analyze();
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    expect(await scan()).toEqual([]);
    await making.button('Money and signatures').click();
    await expect(making.field('Title')).toBeFocused();
    expect(await scan()).toEqual([]);
  });
}

/** From the middle of one to the upper part of another, in steps as a hand does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('There is nothing to drag.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 10, start.y - 20, { steps: 4 });
  await page.mouse.move(end.x + 10, end.y + 4, { steps: 12 });
  await page.mouse.up();
}
