/*
 * The main job, once with the pointer and once with the keyboard alone: zoom until December 2014 fills
 * the picture, filter by one organisation, by two, require both, open an event, read what the account
 * says and where, go on and undo that, and find the same picture at the same address in another window.
 */
import type { Browser, Locator } from '@playwright/test';
import { App, expect, test, type Drawn, type Picture } from './app.ts';
import { citationsOf, countWhere, history, referenceWords } from './history.ts';

/** Looks again at once: what is waited for comes within a frame or two. */
const SOON = { intervals: [20] };
const DAY_MS = 86_400_000;
const DECEMBER = { startMs: Date.UTC(2014, 11), endMs: Date.UTC(2015, 0) };
const MID_DECEMBER_MS = (DECEMBER.startMs + DECEMBER.endMs) / 2;
const EVENT = 'Companies pledge to develop May’s concepts';
const NEXT_EVENT = '#WePROTECT 2014 industry solutions event';

const ALL = history.events.length;
const GOOGLE = countWhere((actors) => actors.has('Google'));
const EITHER = countWhere((actors) => actors.has('Google') || actors.has('WePROTECT'));
const BOTH = countWhere((actors) => actors.has('Google') && actors.has('WePROTECT'));

test.beforeAll(() => {
  // Every step must be seen to change something.
  expect(new Set([ALL, GOOGLE, EITHER, BOTH]).size).toBe(4);
});

test('the main job with the pointer', async ({ app, page, browser }) => {
  await app.open();
  await expect(app.status).toHaveText('32 of 32 events');

  await test.step('zooms at the pointer until December 2014 fills the width', async () => {
    const box = await boxOf(app.picture);
    const start = await app.axis();
    const x = start.x(MID_DECEMBER_MS);
    await page.mouse.move(x, box.y + 40);
    await page.keyboard.down('Control');
    let before = start;
    for (let step = 0; shareOfDecember(app) < 0.9 && step < 60; step += 1) {
      const scale = before.pxPerDay;
      await page.mouse.wheel(0, -100);
      await expect.poll(async () => (await app.axis()).pxPerDay, SOON).toBeGreaterThan(scale);
      const after = await app.axis();
      // What is under the pointer stays under it, to the pixel of the wider view.
      expect(Math.abs(after.ms(x) - before.ms(x)) / DAY_MS).toBeLessThan(1 / before.pxPerDay);
      before = after;
      await expect.poll(() => shareOfDecember(app), SOON).toBeGreaterThan(0);
    }
    await page.keyboard.up('Control');
    expect(Math.abs(before.ms(x) - MID_DECEMBER_MS) / DAY_MS).toBeLessThan(1 / start.pxPerDay);
    await expectDecember(app);
  });

  await test.step('filters by one organisation, and by a second one', async () => {
    const matching = await app.matching();
    await expect(app.value('Industry and technology')).toHaveAccessibleDescription('10 events');
    await app.value('Google').click();
    await expectFiltered(app, GOOGLE, ['Google']);
    expect(await app.matching()).not.toEqual(matching);
    await app.value('WePROTECT').click();
    await expectFiltered(app, EITHER, ['Google or WePROTECT']);
  });

  await test.step('requires both', async () => {
    for (const name of ['Google', 'WePROTECT']) {
      await app.button(`Options for ${name}`).click();
      await page.getByRole('menuitemradio', { name: 'Require' }).click();
      await expect(app.value(name)).toHaveAccessibleDescription(/required/);
    }
    await expectFiltered(app, BOTH, ['Google and WePROTECT both']);
    expect([...(await app.matching())]).toEqual([`${EVENT}, December 2014, day not stated`]);
  });

  await test.step('opens an event and reads what the account says', async () => {
    await app.mark(EVENT).first().click();
    await expectAccount(app);
  });

  await test.step('goes on to another event and undoes that', async () => {
    await app.details.getByRole('button', { name: NEXT_EVENT }).click();
    await expectOpened(app, NEXT_EVENT);
    await app.button('Undo').click();
    await expectAccount(app);
    await expectDecember(app);
  });

  await expectSameElsewhere(app, browser);
});

test('the main job with the keyboard alone', async ({ app, page, browser }) => {
  await app.open();
  await expect(app.status).toHaveText('32 of 32 events');

  await test.step('reaches the timeline and zooms until December 2014 fills the width', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the view' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabInto(app, app.picture);
    for (let step = 0; shareOfDecember(app) < 0.8 && step < 40; step += 1) {
      const was = page.url();
      await page.keyboard.press(keyTowardsDecember(app));
      await expect.poll(() => page.url(), SOON).not.toBe(was);
    }
    await expectDecember(app);
  });

  await test.step('filters by one organisation from the search box', async () => {
    await expect(app.value('Industry and technology')).toHaveAccessibleDescription('10 events');
    const matching = await app.matching();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
    await page.keyboard.type('google');
    await expect(page.getByRole('option', { name: 'Google organisation' })).toBeVisible();
    await walkTo(app, page.getByRole('option', { name: 'Google organisation' }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await expectFiltered(app, GOOGLE, ['Google']);
    expect(await app.matching()).not.toEqual(matching);
  });

  await test.step('adds a second one', async () => {
    await tabTo(app, page.getByRole('searchbox', { name: 'Find an organisation' }));
    await page.keyboard.type('weprotect');
    await expect(app.value('Microsoft')).toBeHidden();
    await tabTo(app, app.value('WePROTECT'));
    await page.keyboard.press('Space');
    await expectFiltered(app, EITHER, ['Google or WePROTECT']);
  });

  await test.step('requires both', async () => {
    await tabTo(app, app.button('Options for WePROTECT'));
    await requireByKeys(app, 'WePROTECT');
    await tabTo(app, page.getByRole('searchbox', { name: 'Find an organisation' }), 'Shift+Tab');
    await page.keyboard.press('Escape');
    await tabTo(app, app.button('Options for Google'));
    await requireByKeys(app, 'Google');
    await expectFiltered(app, BOTH, ['WePROTECT and Google both']);
  });

  await test.step('opens an event and reads what the account says', async () => {
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect(app.main).toBeFocused();
    await tabInto(app, app.picture);
    await page.keyboard.press('Home');
    await walkTo(app, app.mark(EVENT).first(), 'ArrowRight');
    await page.keyboard.press('Enter');
    await expectAccount(app);
  });

  await test.step('goes on to another event and undoes that', async () => {
    await tabTo(app, app.details.getByRole('button', { name: NEXT_EVENT }));
    await page.keyboard.press('Enter');
    await expectOpened(app, NEXT_EVENT);
    await page.keyboard.press('Control+z');
    await expectAccount(app);
    await expectDecember(app);
  });

  await expectSameElsewhere(app, browser);
});

// ── What a person sees ───────────────────────────────────────────────────────────────────────────

/** Which part of the visible range is December 2014. */
function shareOfDecember(app: App): number {
  const range = app.range();
  if (range === null) return 0;
  const from = Math.max(range.startMs, DECEMBER.startMs);
  const until = Math.min(range.endMs, DECEMBER.endMs);
  return Math.max(0, until - from) / (range.endMs - range.startMs);
}

/** The axis says it too, and stands still. */
async function expectDecember(app: App): Promise<void> {
  expect(shareOfDecember(app)).toBeGreaterThanOrEqual(0.8);
  await app.still();
  const axis = await app.axis();
  const box = await boxOf(app.picture);
  const widthPx = axis.x(DECEMBER.endMs) - axis.x(DECEMBER.startMs);
  // The picture is as wide as its lanes' names and December together, and little more.
  expect(widthPx).toBeGreaterThan(box.width * 0.7);
  await expect(app.timeline.getByText('December 2014', { exact: true })).toBeVisible();
}

async function expectFiltered(app: App, count: number, chips: readonly string[]): Promise<void> {
  await expect(app.status).toHaveText(`${String(count)} of ${String(ALL)} events`);
  const shown = app.page.getByRole('group', { name: 'Active filters' }).getByRole('listitem');
  await expect(shown).toHaveText([...chips]);
  // Facets say what choosing a value would give: other facets change with a filter, its own stays.
  await expect(app.value('Industry and technology')).not.toHaveAccessibleDescription('10 events');
}

async function expectOpened(app: App, title: string): Promise<void> {
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(title);
}

/** The quotation to the letter, whose words they are, and what they refer to. */
async function expectAccount(app: App): Promise<void> {
  await expectOpened(app, EVENT);
  const account = app.details.getByRole('group', { name: 'From the account' });
  for (const { quote = '', locator = '', cites = [] } of citationsOf(EVENT)) {
    const figure = account.getByRole('figure').filter({ hasText: quote });
    await expect(figure).toContainText(`The History Of WePROTECT, ${locator}`);
    for (const cited of cites) await expect(figure).toContainText(referenceWords(cited));
  }
}

/** The address alone, in a new window of another reader elsewhere, gives the same picture. */
async function expectSameElsewhere(app: App, browser: Browser): Promise<void> {
  const seen = await app.seen();
  const context = await browser.newContext({
    viewport: app.page.viewportSize(),
    locale: 'en-GB',
    timezoneId: 'Pacific/Apia',
  });
  const other = new App(await context.newPage());
  await other.open(app.page.url());
  await expect(other.details.getByRole('figure').first()).toBeVisible();
  await expect(async () => expectSame(await other.seen(), seen)).toPass();
  await context.close();
}

function expectSame(picture: Picture, before: Picture): void {
  const { drawn, ...words } = picture;
  const { drawn: drawnBefore, ...wordsBefore } = before;
  expect(words).toEqual(wordsBefore);
  expect(drawn.map(saidOf)).toEqual(drawnBefore.map(saidOf));
  for (const [i, { name, box }] of drawn.entries()) {
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      const away = Math.abs(box[side] - (drawnBefore[i]?.box[side] ?? Number.NaN));
      expect(away, `${side} of ${name}`).toBeLessThanOrEqual(2);
    }
  }
}

/** All of a mark but its place. */
function saidOf({ name, description, isCurrent }: Drawn): readonly unknown[] {
  return [name, description, isCurrent];
}

// ── Keys ─────────────────────────────────────────────────────────────────────────────────────────

/** What brings December nearer: later or earlier while it stands far from the middle, else closer. */
function keyTowardsDecember(app: App): string {
  const range = app.range();
  if (range === null) return '+';
  const middle = (range.startMs + range.endMs) / 2;
  const away = (MID_DECEMBER_MS - middle) / (range.endMs - range.startMs);
  if (away > 0.15) return 'Shift+ArrowRight';
  return away < -0.15 ? 'Shift+ArrowLeft' : '+';
}

async function tabTo(app: App, target: Locator, key = 'Tab'): Promise<void> {
  await walkTo(app, target, key);
}

/** Presses Tab until something inside has the focus. */
async function tabInto({ page }: App, group: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if (await group.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error(`Tab never reaches into ${String(group)}`);
}

/** Presses a key until the target has the focus, or is what the focused box points to. */
async function walkTo({ page }: App, target: Locator, key: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(key);
    const isThere = await target.evaluate((element) => {
      const focused = document.activeElement;
      return element === focused || element.id === focused?.getAttribute('aria-activedescendant');
    });
    if (isThere) return;
  }
  throw new Error(`${key} never reaches ${String(target)}`);
}

async function requireByKeys(app: App, name: string): Promise<void> {
  const { page } = app;
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Allow as alternative' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemradio', { name: 'Require' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.value(name)).toHaveAccessibleDescription(/required/);
  await expect(app.button(`Options for ${name}`)).toBeFocused();
}

async function boxOf(target: Locator): Promise<{ y: number; width: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} is not drawn.`);
  return box;
}
