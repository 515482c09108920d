/* The timeline under fingers: pinching zooms, one finger pans sideways and scrolls the lanes up and down. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, test, TIMELINE_ALONE, type App } from './app.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

interface Point {
  readonly x: number;
  readonly y: number;
}

const SOON = { intervals: [20] };

test('two fingers zoom about the point between them, as one step', async ({ app, page }) => {
  await app.open(TIMELINE_ALONE);
  const fingers = await touching(page);
  const { x, y } = await middleOf(app);
  const before = await app.axis();
  const atMs = before.ms(x);
  await move(fingers, (share) => [
    { x: x - 40 - 60 * share, y },
    { x: x + 40 + 60 * share, y: y + 10 },
  ]);
  await expect.poll(() => app.range(), SOON).not.toBeNull();
  await app.still();
  const after = await app.axis();
  expect(after.pxPerDay / before.pxPerDay).toBeGreaterThan(2.2);
  expect(after.pxPerDay / before.pxPerDay).toBeLessThan(2.8);
  expect(Math.abs(after.x(atMs) - x)).toBeLessThan(6);
  await app.button('Undo').tap();
  await expect.poll(() => app.range(), SOON).toBeNull();
  await expect(app.button('Undo')).toBeDisabled();
});

test('one finger pans sideways with the hand, as one step', async ({ app, page }) => {
  await app.open('./#v=1&view=timeline&from=2014-03-01&to=2014-10-01');
  const zoomed = app.range();
  const fingers = await touching(page);
  const { x, y } = await middleOf(app);
  const before = await app.axis();
  const atMs = before.ms(x);
  await move(fingers, (share) => [{ x: x - 120 * share, y }]);
  await expect
    .poll(async () => Math.abs((await app.axis()).x(atMs) - x + 120), SOON)
    .toBeLessThan(20);
  await expect.poll(() => app.range(), SOON).not.toEqual(zoomed);
  await app.button('Undo').tap();
  await expect.poll(() => app.range(), SOON).toEqual(zoomed);
  await expect(app.button('Undo')).toBeDisabled();
});

test('one finger up and down scrolls the lanes and leaves the range', async ({ app, page }) => {
  await app.open(TIMELINE_ALONE);
  const fingers = await touching(page);
  const { x, y } = await middleOf(app);
  const top = await topOf(app);
  await move(fingers, (share) => [{ x, y: y + 120 - 240 * share }]);
  await expect.poll(async () => topOf(app), SOON).toBeLessThan(top - 150);
  expect(app.range()).toBeNull();
  await expect(app.button('Undo')).toBeDisabled();
});

test('a tap opens an event', async ({ app }) => {
  await app.open(TIMELINE_ALONE);
  await app.mark('Internet Safety Summit at No 10').tap();
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
    'Internet Safety Summit at No 10',
  );
  expect(app.range()).toBeNull();
});

// ── Fingers ──────────────────────────────────────────────────────────────────────────────────────

/** Fingers on the glass: Playwright can tap, but neither pinch nor drag. */
async function touching(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** Puts the fingers down where `at(0)` says, moves them to `at(1)`, lifts them. */
async function move(fingers: CDPSession, at: (share: number) => readonly Point[]): Promise<void> {
  const points = (share: number): { x: number; y: number; id: number }[] =>
    at(share).map(({ x, y }, id) => ({ x, y, id }));
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  const steps = 12;
  for (let step = 1; step <= steps; step += 1) {
    const touchPoints = points(step / steps);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** A point in the middle of what is seen of the picture. */
async function middleOf(app: App): Promise<Point> {
  const box = await app.picture.boundingBox();
  if (box === null) throw new Error('The picture is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + 240 };
}

async function topOf(app: App): Promise<number> {
  return app.picture.evaluate((picture) => picture.getBoundingClientRect().top);
}
