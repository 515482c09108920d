/* What the pointer does on the timeline, and that each gesture is one step, however many its moves. */
import { expect, test, TIMELINE_ALONE, type App } from './app.ts';

/** Looks again at once: what is waited for comes within a frame or two. */
const SOON = { intervals: [20] };
const ZOOMED = './#v=1&view=timeline&from=2014-03-01&to=2014-10-01';
const FROM_MS = Date.UTC(2014, 2, 1);
const UNTIL_MS = Date.UTC(2014, 9, 1);

test('the wheel with Shift, and sideways, pans by what it turns; alone it leaves the range', async ({
  app,
  page,
}) => {
  // More lanes than fit: there is something for the wheel to scroll.
  await app.open(`${ZOOMED}&lanes=organisation`);
  const { x, y } = await centreOf(app);
  await page.mouse.move(x, y);
  const before = await app.axis();

  await page.mouse.wheel(120, 0);
  await expect
    .poll(async () => (await app.axis()).x(FROM_MS), SOON)
    .toBeLessThan(before.x(FROM_MS) - 60);
  await expectShift(app, before, -120);
  await undoOnce(app);

  await page.mouse.move(x, y);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, -90);
  await expectShift(app, before, 90);
  await page.keyboard.up('Shift');
  await undoOnce(app);

  await page.mouse.move(x, y);
  const lanes = await topOfLanes(app);
  await page.mouse.wheel(0, 60);
  await expect.poll(() => topOfLanes(app), SOON).toBeLessThan(lanes);
  await expectShift(app, before, 0);
  await expect(app.button('Undo')).toBeDisabled();
});

test('dragging the background pans with the hand, as one step', async ({ app, page }) => {
  await app.open(ZOOMED);
  const before = await app.axis();
  const { x, y } = await emptyPlace(app);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 260, y + 5, { steps: 20 });
  // While the hand holds it, the picture is where the hand is.
  await expectShift(app, before, -260);
  await page.mouse.move(x - 180, y, { steps: 5 });
  await expectShift(app, before, -180);
  await page.mouse.up();
  await expectShift(app, before, -180);
  await undoOnce(app);
  await expect(app.details).toBeHidden();
});

test('Shift and a drag choose a time range, which stands as a chip', async ({ app, page }) => {
  await app.open(ZOOMED);
  const axis = await app.axis();
  const y = (await centreOf(app)).y;
  await page.keyboard.down('Shift');
  await page.mouse.move(axis.x(Date.UTC(2014, 3, 10)), y);
  await page.mouse.down();
  await page.mouse.move(axis.x(Date.UTC(2014, 4, 20)), y, { steps: 10 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  // To the day, as far as a pixel can tell: 4 px are a day here.
  await expect(app.chip(/^(?:9|10|11) Apr 2014 – (?:19|20|21) May 2014$/)).toBeVisible();
  await expect(app.status).not.toHaveText('32 of 32 events');
  await expectShift(app, axis, 0);
  await undoOnce(app);
  await expect(app.status).toHaveText('32 of 32 events');
  await expect(app.chip(/2014/)).toBeHidden();
});

test('a click that slips by a pixel or two is a click', async ({ app, page }) => {
  await app.open('./#v=1&view=timeline');
  const box = await app.mark('Internet Safety Summit at No 10').boundingBox();
  if (box === null) throw new Error('The mark is not drawn.');
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 42, box.y + box.height / 2 + 1);
  await page.mouse.up();
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
    'Internet Safety Summit at No 10',
  );
  expect(app.range()).toBeNull();
});

test('a double-click on an event opens it and does no more', async ({ app, page }) => {
  await app.open(TIMELINE_ALONE);
  await app.mark('Second WePROTECT Global Summit in Abu Dhabi').dblclick();
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
    'Second WePROTECT Global Summit in Abu Dhabi',
  );
  await app.still();
  expect(app.range()).toBeNull();
  await page.keyboard.press('Control+z');
  await expect(app.details).toBeHidden();
  await expect(app.button('Undo')).toBeDisabled();
});

test('a double-click on the background zooms in there', async ({ app, page }) => {
  await app.open(TIMELINE_ALONE);
  const before = await app.axis();
  const { x, y } = await emptyPlace(app);
  await page.mouse.dblclick(x, y);
  await expect.poll(() => app.range(), SOON).not.toBeNull();
  await app.still();
  const after = await app.axis();
  expect(after.pxPerDay).toBeGreaterThan(before.pxPerDay * 2);
  expect(Math.abs(after.x(before.ms(x)) - x)).toBeLessThan(3);
  await undoOnce(app, null);
});

test('the overview strip moves and resizes the range, each drag as one step', async ({
  app,
  page,
}) => {
  await app.open(ZOOMED);
  const zoomed = await app.axis();
  const [left, right] = [zoomed.x(FROM_MS), zoomed.x(UNTIL_MS)];
  await app.tool('Fit all').click();
  await expect.poll(() => app.range(), SOON).toBeNull();
  await app.still();
  const all = await app.axis();
  const fromMs = all.ms(left);
  // The strip holds all of the time between the same edges, but for its own handle.
  const pxPerMs = (right - 12 - left) / (all.ms(right) - fromMs);
  const onStrip = (ms: number): number => left + (ms - fromMs) * pxPerMs;
  const strip = await app.overview.boundingBox();
  if (strip === null) throw new Error('The overview is not drawn.');
  const y = strip.y + strip.height / 2;
  const drag = async (fromX: number, toX: number): Promise<void> => {
    await page.mouse.move(fromX, y);
    await page.mouse.down();
    await page.mouse.move(toX, y, { steps: 12 });
    await page.mouse.up();
  };
  const pxMs = 2 / pxPerMs;

  // The right handle, from the end of all to January 2015.
  await drag(right - 12, onStrip(Date.UTC(2015, 0)));
  await expect.poll(() => app.range()?.endMs, SOON).toBeLessThan(all.ms(right) - pxMs);
  const resized = rangeOf(app);
  expect(Math.abs(resized.endMs - Date.UTC(2015, 0))).toBeLessThan(pxMs);
  expect(Math.abs(resized.startMs - fromMs)).toBeLessThan(pxMs);
  await expectAxisShows(app, resized);

  // The left one, from the beginning to January 2014.
  await drag(left, onStrip(Date.UTC(2014, 0)));
  await expect.poll(() => app.range()?.startMs, SOON).toBeGreaterThan(fromMs + pxMs);
  const narrowed = rangeOf(app);
  expect(Math.abs(narrowed.startMs - Date.UTC(2014, 0))).toBeLessThan(pxMs);
  expect(Math.abs(narrowed.endMs - resized.endMs)).toBeLessThan(pxMs);

  // All of it, by its middle, a quarter of a year later.
  const byMs = Date.UTC(2014, 3) - Date.UTC(2014, 0);
  const middle = onStrip(Date.UTC(2014, 6));
  await drag(middle, middle + byMs * pxPerMs);
  await expect
    .poll(() => app.range()?.startMs, SOON)
    .toBeGreaterThan(narrowed.startMs + byMs - pxMs);
  const moved = rangeOf(app);
  expect(Math.abs(moved.startMs - narrowed.startMs - byMs)).toBeLessThan(pxMs);
  expect(Math.abs(moved.endMs - narrowed.endMs - byMs)).toBeLessThan(pxMs);
  await expectAxisShows(app, moved);

  for (const before of [narrowed, resized, null]) {
    await app.button('Undo').click();
    await expect.poll(() => app.range(), SOON).toEqual(before);
  }
});

test('back and forward walk through what was settled, an undo like any other step', async ({
  app,
  page,
}) => {
  await app.open(TIMELINE_ALONE);
  await app.tool('Zoom in').click();
  await expect.poll(() => app.range(), SOON).not.toBeNull();
  const first = app.range();
  await app.value('Microsoft').click();
  await expect(app.status).not.toHaveText('32 of 32 events');
  const filtered = await app.status.innerText();
  await app.tool('Zoom in').click();
  await expect.poll(() => app.range(), SOON).not.toEqual(first);
  const second = app.range();

  await page.goBack();
  await expect.poll(() => app.range(), SOON).toEqual(first);
  await expect(app.status).toHaveText(filtered);
  await page.goBack();
  await expect(app.status).toHaveText('32 of 32 events');
  await page.goForward();
  await expect(app.status).toHaveText(filtered);
  await app.button('Redo').click();
  await expect.poll(() => app.range(), SOON).toEqual(second);
  await app.button('Undo').click();
  await expect.poll(() => app.range(), SOON).toEqual(first);
  await page.goBack();
  await expect.poll(() => app.range(), SOON).toEqual(second);
  await expect(app.status).toHaveText(filtered);
});

// ── Places and readings ──────────────────────────────────────────────────────────────────────────

type Axis = Awaited<ReturnType<App['axis']>>;

/** So many pixels to the right of where it stood; the scale is the same. */
async function expectShift(app: App, before: Axis, byPx: number): Promise<void> {
  await expect
    .poll(async () => Math.abs((await app.axis()).x(FROM_MS) - before.x(FROM_MS) - byPx), SOON)
    .toBeLessThan(1.5);
  expect(Math.abs((await app.axis()).pxPerDay / before.pxPerDay - 1)).toBeLessThan(0.003);
}

/** The axis shows the range that the address holds from edge to edge. */
async function expectAxisShows(app: App, range: { startMs: number; endMs: number }): Promise<void> {
  const box = await app.picture.boundingBox();
  if (box === null) throw new Error('The picture is not drawn.');
  await expect
    .poll(async () => Math.abs((await app.axis()).x(range.endMs) - box.x - box.width), SOON)
    .toBeLessThan(2);
}

/** One Undo leads back to where it all began, and there is no further one. */
async function undoOnce(
  app: App,
  before: ReturnType<App['range']> = { startMs: FROM_MS, endMs: UNTIL_MS },
): Promise<void> {
  await app.button('Undo').click();
  await expect.poll(() => app.range(), SOON).toEqual(before);
  await expect(app.button('Undo')).toBeDisabled();
  await app.still();
}

function rangeOf(app: App): { readonly startMs: number; readonly endMs: number } {
  const range = app.range();
  if (range === null) throw new Error('All of the time is shown.');
  return range;
}

async function centreOf(app: App): Promise<{ x: number; y: number }> {
  const box = await app.picture.boundingBox();
  if (box === null) throw new Error('The picture is not drawn.');
  return { x: box.x + box.width * 0.6, y: box.y + 200 };
}

/** Somewhere in the right half of the picture where nothing is drawn. */
async function emptyPlace(app: App): Promise<{ x: number; y: number }> {
  await app.still();
  return app.picture.evaluate((picture) => {
    const { left, top, width } = picture.getBoundingClientRect();
    for (let y = top + 10; y < top + 500; y += 7) {
      for (let x = left + width * 0.5; x < left + width - 60; x += 9) {
        const around = [-30, 0, 30].map((dx) => document.elementFromPoint(x + dx, y));
        const isEmpty = around.every(
          (element) =>
            element !== null &&
            picture.contains(element) &&
            element.closest('[role=button]') === null,
        );
        if (isEmpty) return { x, y };
      }
    }
    throw new Error('There is no empty place.');
  });
}

/** How far from the top of the page the first lane stands: less once the lanes are scrolled. */
async function topOfLanes(app: App): Promise<number> {
  return app.picture.evaluate((picture) => picture.getBoundingClientRect().top);
}
