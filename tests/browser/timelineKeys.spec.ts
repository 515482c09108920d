/* What keys do on the timeline: zoom, pan, walk among what is drawn, open and close. */
import { expect, test, TIMELINE_ALONE, type App } from './app.ts';

/** Looks again at once: what is waited for comes within a frame or two. */
const SOON = { intervals: [20] };
const ZOOMED = './#v=1&view=timeline&from=2014-03-01&to=2014-10-01';
const LAST = 'Second WePROTECT Global Summit in Abu Dhabi';

test('buttons and keys zoom and fit, each press one step', async ({ app, page }) => {
  await app.open(ZOOMED);
  const zoomed = app.range();
  const presses: readonly [string, () => Promise<void>, number][] = [
    ['the button Zoom in', () => app.tool('Zoom in').click(), 1 / 1.6],
    ['the button Zoom out', () => app.tool('Zoom out').click(), 1.6],
    ['+', () => page.keyboard.press('+'), 1 / 1.6],
    ['=', () => page.keyboard.press('='), 1 / 1.6],
    ['-', () => page.keyboard.press('-'), 1.6],
  ];
  for (const [what, press, factor] of presses) {
    await test.step(what, async () => {
      await press();
      await expect.poll(() => app.range(), SOON).not.toEqual(zoomed);
      expect(spanOf(app) / (zoomed === null ? 1 : zoomed.endMs - zoomed.startMs)).toBeCloseTo(
        factor,
        1,
      );
      await undoOnce(app, zoomed);
    });
  }
  for (const fit of [() => page.keyboard.press('0'), () => app.tool('Fit all').click()]) {
    await fit();
    await expect.poll(() => app.range(), SOON).toBeNull();
    await undoOnce(app, zoomed);
  }
});

test('a key held down is one step', async ({ app, page }) => {
  await app.open(ZOOMED);
  const zoomed = app.range();
  const span = spanOf(app);
  for (let repeats = 0; repeats < 4; repeats += 1) await page.keyboard.down('+');
  await page.keyboard.up('+');
  await expect.poll(() => spanOf(app), SOON).toBeLessThan(span / 1.6 ** 3.9);
  await undoOnce(app, zoomed);
});

test('single letters are dead while one types, and can be switched off', async ({ app, page }) => {
  await app.open(ZOOMED);
  const zoomed = app.range();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('+0-/f?');
  await expect(search).toHaveValue('+0-/f?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(app.main).toBeFocused();
  expect(app.range()).toEqual(zoomed);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toBeVisible();
  await page.keyboard.press('0');
  await help.getByRole('switch', { name: 'Single-letter keys' }).click();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('0');
  await page.keyboard.press('/');
  await expect(search).not.toBeFocused();
  // Nothing was left in between: the first step is the one by the button.
  await app.tool('Zoom in').click();
  await undoOnce(app, zoomed);
});

test('the timeline is one tab stop, and arrows, Home and End move within it', async ({
  app,
  page,
}) => {
  await app.open(TIMELINE_ALONE);
  await app.tool('Fit all').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  const drawn = await app.drawn();
  const names = drawn.toSorted((a, b) => a.box.left - b.box.left).map(({ name }) => name);
  const first = await focusedName(app);
  expect(names.slice(0, 4)).toContain(first);
  await page.keyboard.press('ArrowRight');
  const second = await focusedName(app);
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowLeft');
  expect(await focusedName(app)).toBe(first);
  await page.keyboard.press('ArrowDown');
  const below = await focusedBox(app);
  await page.keyboard.press('ArrowUp');
  expect((await focusedBox(app)).y).toBeLessThan(below.y);
  await page.keyboard.press('End');
  expect(await focusedName(app)).toMatch(new RegExp(`^${LAST}`));
  await expect(app.mark(LAST)).toBeInViewport();

  await page.keyboard.press('Tab');
  await expect(app.picture.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  expect(await focusedName(app)).toMatch(new RegExp(`^${LAST}`));
  await page.keyboard.press('Shift+Tab');
  await expect(app.tool('Fit all')).toBeFocused();
});

test('Enter and Space open what has the focus, Esc closes it, and the focus stays', async ({
  app,
  page,
}) => {
  await app.open(TIMELINE_ALONE);
  await app.tool('Fit all').focus();
  for (const key of ['Enter', 'Space']) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.press(key);
    await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(LAST);
    await expect(app.mark(LAST)).toBeFocused();
    await expect(app.mark(LAST)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Escape');
    await expect(app.details).toBeHidden();
    await expect(app.mark(LAST)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
  }
});

test('the focus stays on its mark while one zooms, and Shift with an arrow pans', async ({
  app,
  page,
}) => {
  await app.open(ZOOMED);
  await app.tool('Fit all').focus();
  await page.keyboard.press('Tab');
  await walkTo(app, 'Hackathon', 'ArrowRight');
  await page.keyboard.press('+');
  await app.still();
  expect(await focusedName(app)).toMatch(/^Hackathon/);
  const before = app.range();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => app.range(), SOON).not.toEqual(before);
  await app.still();
  expect(await focusedName(app)).toMatch(/^Hackathon/);
  const [from, until] = [before?.startMs ?? 0, before?.endMs ?? 0];
  const byMs = from - (app.range()?.startMs ?? 0);
  expect(byMs / (until - from)).toBeCloseTo(0.25, 2);
});

test('arrows walk on past the edge of the picture: the range follows', async ({ app, page }) => {
  await app.open('./#v=1&view=timeline&from=2013-07-01&to=2014-01-01');
  await app.tool('Fit all').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await walkTo(app, LAST, 'ArrowRight');
  await app.still();
  await expect(app.mark(LAST)).toBeInViewport();
  await walkTo(app, 'Cameron’s speech', 'ArrowLeft');
});

test('f brings what is chosen to the middle', async ({ app, page }) => {
  await app.open(TIMELINE_ALONE);
  await app.mark('Internet Safety Summit at No 10').click();
  await expect(app.details.getByRole('heading', { level: 2 })).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(() => app.range(), SOON).not.toBeNull();
  const { startMs, endMs } = app.range() ?? { startMs: 0, endMs: 0 };
  const middle = (startMs + endMs) / 2;
  expect(Math.abs(middle - Date.UTC(2013, 10, 18, 12))).toBeLessThan((endMs - startMs) / 20);
  await app.button('Undo').click();
  await expect.poll(() => app.range(), SOON).toBeNull();
});

// ── Readings ─────────────────────────────────────────────────────────────────────────────────────

function spanOf(app: App): number {
  const range = app.range();
  return range === null ? Number.NaN : range.endMs - range.startMs;
}

async function undoOnce(app: App, before: ReturnType<App['range']>): Promise<void> {
  await app.button('Undo').click();
  await expect.poll(() => app.range(), SOON).toEqual(before);
  await expect(app.button('Undo')).toBeDisabled();
}

/** The name of the mark that has the focus; throws where nothing in the picture has it. */
async function focusedName(app: App): Promise<string> {
  const focused = app.picture.locator('[role=button]:focus');
  await expect(focused).toHaveCount(1);
  return (await focused.getAttribute('aria-label')) ?? '';
}

async function focusedBox(app: App): Promise<{ x: number; y: number }> {
  const box = await app.picture.locator('[role=button]:focus').boundingBox();
  if (box === null) throw new Error('Nothing in the picture has the focus.');
  return box;
}

/** Presses the key until the mark whose name begins so has the focus. */
async function walkTo(app: App, title: string, key: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await app.page.keyboard.press(key);
    await app.still();
    const focused = await app.picture.evaluate((picture) => {
      const active = document.activeElement;
      if (active === null || !picture.contains(active)) {
        throw new Error(`The focus has left the timeline: ${active?.tagName ?? 'nothing'} has it.`);
      }
      return active.getAttribute('aria-label') ?? '';
    });
    if (focused.startsWith(title)) return;
  }
  throw new Error(`${key} never reaches “${title}”.`);
}
