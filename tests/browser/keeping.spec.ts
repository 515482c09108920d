/* Keeping a history on this device, and what goes wrong with devices: nothing that was shown as saved is lost. */
import type { Locator, Page } from '@playwright/test';
import { App, expect, test } from './app.ts';
import { crash } from './crash.ts';

/** The page as whoever edits in it sees it. */
class Editing {
  readonly app: App;
  readonly page: Page;
  readonly saved: Locator;
  readonly notices: Locator;

  constructor(page: Page) {
    this.page = page;
    this.app = new App(page);
    this.saved = page.getByText(/^Saved (?:in a copy )?on this device$/);
    this.notices = page.getByText(/^(?:Not saved:|This history is open in another window)/);
  }

  async open(address = './'): Promise<void> {
    await this.app.open(address);
    await this.app.button('Edit').click();
  }

  async add(title: string): Promise<void> {
    const home = this.app.button('All there is to edit');
    const start = this.app.button('Add event');
    await expect(home.or(start).first()).toBeVisible();
    if (await home.isVisible()) await home.click();
    await start.click();
    const form = this.page.getByRole('form', { name: 'New event' });
    await form.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    await form.getByRole('textbox', { name: 'Date', exact: true }).fill('2014-05-01');
    await this.page.keyboard.press('Control+s');
    await expect(this.page.getByText(`Added: ${title}`)).toBeVisible();
  }

  /** "33 of 33 events". */
  async total(): Promise<number> {
    return Number(/of ([\d,]+)/u.exec(await this.app.status.innerText())?.[1]);
  }

  notice(words: string | RegExp): Locator {
    return this.page.locator('.later-notice').filter({ hasText: words });
  }
}

/** The address under which the page is found again, without its choices. */
function addressOf(page: Page): string {
  return page.url().replace(/#.*$/u, '');
}

test('the first edit makes a copy, which outlives reload and crash, with the state before', async ({
  page,
  context,
}) => {
  const first = new Editing(page);
  await first.open();
  const before = await first.total();
  await expect(first.saved).toBeHidden();
  await first.add('A first addition');
  await expect(first.saved).toHaveText('Saved in a copy on this device');
  await expect(page).toHaveURL(/\?data=kept:\w+/);
  const address = addressOf(page);

  await page.reload();
  await first.app.stands();
  expect(await first.total()).toBe(before + 1);
  await expect(first.saved).toBeVisible();
  await first.app.button('Edit').click();
  await first.add('A second addition');
  await expect(first.saved).toBeVisible();
  await crash(page);

  const next = await context.newPage();
  const again = new Editing(next);
  await again.app.open(address);
  expect(await again.total()).toBe(before + 2);

  await test.step('the state before is on the shelf', async () => {
    await again.app.button('Open').click();
    const shelf = next.getByRole('region', { name: 'On this device' });
    await shelf.getByRole('button', { name: /^Options for/ }).click();
    await next.getByRole('menuitem', { name: /^Open the state before/ }).click();
    await expect(next.getByText(/^As it was saved/)).toBeVisible();
    await again.app.stands();
    expect(await again.total()).toBe(before + 1);
  });

  await test.step('a history is deleted, put back, deleted', async () => {
    await next.goto('./');
    await again.app.stands();
    await again.app.button('Open').click();
    const shelf = next.getByRole('region', { name: 'On this device' });
    const remove = async (): Promise<void> => {
      await shelf.getByRole('button', { name: /^Options for/ }).click();
      await next.getByRole('menuitem', { name: 'Delete from this device' }).click();
      await expect(shelf.getByText(/was deleted\.$/)).toBeVisible();
    };
    await remove();
    await shelf.getByRole('button', { name: 'Undo' }).click();
    await expect(shelf.getByRole('button', { name: /^Options for/ })).toBeVisible();
    await remove();
    await next.keyboard.press('Escape');
    await next.goto(address);
    await expect(next.getByText('There is no such history on this device.')).toBeVisible();
  });
});

test('a full device is told as long as it lasts, and all is saved once there is room', async ({
  page,
  context,
}) => {
  const editing = new Editing(page);
  await editing.open();
  const before = await editing.total();
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await editing.add('Written on a full device');
  const notice = editing.notice('Not saved: This device has no room left for it.');
  await expect(notice).toBeVisible();
  await editing.add('And a second one');
  await expect(notice).toBeVisible();
  expect(await editing.total()).toBe(before + 2);

  const downloaded = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Download a copy' }).click();
  const copy = await (await downloaded).createReadStream();
  const text = (await copy.toArray()).join('');
  expect(text).toContain('Written on a full device');
  expect(text).toContain('And a second one');

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(editing.saved).toBeVisible();
  await expect(notice).toBeHidden();
  await page.reload();
  await editing.app.stands();
  expect(await editing.total()).toBe(before + 2);
});

test('where storage is switched off, it says so, goes on, and asks before it is left', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
  });
  const editing = new Editing(page);
  await editing.open();
  const before = await editing.total();
  await editing.add('Written without a place');
  await expect(editing.notice(/^Not saved: .*storage is switched off/)).toBeVisible();
  expect(await editing.total()).toBe(before + 1);
  const asked = page.waitForEvent('dialog');
  // By an address rather than by closing the window: a closing that was taken back can take the browser along.
  const leaving = page.evaluate(() => location.assign('about:blank'));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  expect(await editing.total()).toBe(before + 1);
});

test('of two windows one writes, the other reads or takes over', async ({ page, context }) => {
  const mine = new Editing(page);
  await mine.open();
  await mine.add('Mine');
  await expect(mine.saved).toBeVisible();
  const total = await mine.total();

  const other = await context.newPage();
  const theirs = new Editing(other);
  await theirs.open(addressOf(page));
  await expect(theirs.notice('This history is open in another window.')).toBeVisible();
  expect(await theirs.total()).toBe(total);

  await test.step('it hears of a change, and shows it', async () => {
    await mine.add('Mine too');
    await theirs.app.button('Show the changes').click();
    await expect(theirs.app.status).toContainText(`of ${String(total + 1)} events`);
  });

  await test.step('it takes over, and the first is told', async () => {
    await theirs.app.button('Edit here').click();
    await expect(mine.notice('This history is open in another window.')).toBeVisible();
    await expect(theirs.saved).toBeVisible();
    await theirs.add('Theirs');
    await expect(theirs.saved).toBeVisible();
  });

  await test.step('the first goes on in a copy, and neither has overwritten the other', async () => {
    await mine.app.button('Edit a copy').click();
    await expect(mine.saved).toBeVisible();
    expect(addressOf(page)).not.toBe(addressOf(other));
    await mine.add('In the copy');
    await expect(mine.saved).toBeVisible();
    await expect(theirs.app.status).toContainText(`of ${String(total + 2)} events`);
    await expect(mine.app.status).toContainText(`of ${String(total + 2)} events`);
  });
});

test('what a newer version of the program has kept is left as it is, in words', async ({
  page,
}) => {
  const editing = new Editing(page);
  await editing.open();
  await editing.add('Of today');
  await expect(editing.saved).toBeVisible();
  const address = addressOf(page);
  const id = /kept:(\w+)/u.exec(address)?.[1] ?? '';
  const newer = await changeRecord(page, id, { version: 7, more: 'of tomorrow' });
  await editing.add('Too late');
  await expect(editing.notice(/^Not saved: It was kept by a newer version/)).toBeVisible();
  expect(await changeRecord(page, id, {})).toEqual(newer);
});

/** Puts more into what the shelf knows of a history, behind the program's back; gives all of it. */
function changeRecord(page: Page, id: string, more: object): Promise<unknown> {
  return page.evaluate(
    ([key, fields]) =>
      new Promise<unknown>((resolve) => {
        const opening = indexedDB.open('threadline.shelf');
        opening.addEventListener('success', () => {
          const database = opening.result;
          const store = database.transaction('histories', 'readwrite').objectStore('histories');
          const got = store.get(key);
          got.addEventListener('success', () => {
            const changed: unknown = Object.assign({}, got.result, fields);
            store.put(changed, key).addEventListener('success', () => {
              database.close();
              resolve(changed);
            });
          });
        });
      }),
    [id, more] as const,
  );
}
