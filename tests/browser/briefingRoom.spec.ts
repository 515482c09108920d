/* What a room asks of the stage: fingers, a screen that stays awake, a history that has changed since. */
import { expect, test } from './app.ts';
import { PLACES, Presenter, SCENES, Stage } from './briefing.ts';
import { history } from './history.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const FIRST = PLACES[0] ?? { scene: '', step: 0 };
const SECOND = PLACES[1] ?? FIRST;

test('the stage fills the screen and gives it back', async ({ app, page }) => {
  const stage = new Stage(page);
  await stage.open();
  const isFull = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
  expect(await isFull()).toBe(false);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(false);
  await page.keyboard.press('F5');
  await expect.poll(isFull).toBe(true);
  await stage.isAt(FIRST);
  await page.mouse.move(300, 300);
  await page.mouse.move(340, 320);
  await app.button('Leave').click();
  await expect(app.status).toBeVisible();
  await expect.poll(isFull).toBe(false);
});

test('the screen is kept awake while one presents, and again after the page was out of sight', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    const locks: { isHeld: boolean }[] = [];
    Object.assign(window, { locks });
    const request = (kind: string): Promise<EventTarget> => {
      if (kind !== 'screen') throw new Error('Only the screen can be kept awake.');
      const lock = { isHeld: true };
      locks.push(lock);
      return Promise.resolve(
        Object.assign(new EventTarget(), {
          release: () => {
            lock.isHeld = false;
            return Promise.resolve();
          },
        }),
      );
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const held = (): Promise<readonly boolean[]> =>
    page.evaluate(() =>
      // As the script above has put it there.
      (window as unknown as { locks: { isHeld: boolean }[] }).locks.map(({ isHeld }) => isHeld),
    );
  const stage = new Stage(page);
  await app.open();
  expect(await held()).toEqual([]);
  await app.button('Present').click();
  await stage.stands();
  await expect.poll(held).toEqual([true]);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(held).toEqual([true, true]);
  await page.keyboard.press('Escape');
  await expect(app.status).toBeVisible();
  expect((await held()).at(-1)).toBe(false);
});

test('a browser that cannot keep the screen awake says so to the presenter', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'wakeLock', {
      value: { request: () => Promise.reject(new Error('not allowed')) },
    });
  });
  await page.goto('./?presenter=abcdefgh12#v=1&scene=speech');
  await expect(
    new Presenter(page).main.getByText('This browser cannot keep the screen awake.'),
  ).toBeVisible();
});

test.describe('by finger', () => {
  test.use({ hasTouch: true });

  test('a tap at an edge and a swipe over the words go on and back', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open();
    await page.touchscreen.tap(1420, 450);
    await stage.isAt(SECOND);
    await page.touchscreen.tap(20, 450);
    await stage.isAt(FIRST);
    const swipe = (fromX: number, toX: number): Promise<void> =>
      stage.main.locator('.slide-words').evaluate(
        (words, [from, to]) => {
          const touch = (clientX: number) =>
            new Touch({ identifier: 1, target: words, clientX, clientY: 600 });
          const fire = (kind: string, x: number, isDown: boolean): void => {
            const touches = [touch(x)];
            words.dispatchEvent(
              new TouchEvent(kind, {
                bubbles: true,
                touches: isDown ? touches : [],
                changedTouches: touches,
              }),
            );
          };
          fire('touchstart', from, true);
          fire('touchend', to, false);
        },
        [fromX, toX] as const,
      );
    await swipe(300, 150);
    await stage.isAt(SECOND);
    await swipe(150, 300);
    await stage.isAt(FIRST);
  });
});

test('single letters can be switched off; what clickers send stays', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('threadline.letterKeys', 'off'));
  const stage = new Stage(page);
  await stage.open();
  for (const key of ['n', 'b', 'o']) await page.keyboard.press(key);
  await expect(stage.title).toBeVisible();
  await stage.isAt(FIRST);
  await page.keyboard.press('.');
  await expect(stage.title).toBeHidden();
  await page.keyboard.press('.');
  await page.keyboard.press('PageDown');
  await stage.isAt(SECOND);
});

test('a scene whose event is gone says so to the presenter, and still plays', async ({ page }) => {
  const scenes = (history.scenes ?? []).map((scene) =>
    scene.id === 'downing-street'
      ? { ...scene, view: scene.view.replace('internet-safety-summit', 'gone') }
      : scene,
  );
  await page.route('**/datasets/weprotect.json', (route) =>
    route.fulfill({ json: { ...history, scenes } }),
  );
  const place = { scene: 'downing-street', step: 0 };
  await page.goto('./?presenter=abcdefgh12#v=1&scene=downing-street');
  const presenter = new Presenter(page);
  await presenter.isAt(place);
  await expect(presenter.main.getByText('This history has no event “gone”.')).toBeVisible();
  const stage = new Stage(page);
  await page.goto('./#v=1&scene=downing-street');
  await stage.isAt(place);
  await stage.stands();
  // The room is not told.
  await expect(stage.main.getByText('gone')).toHaveCount(0);
  await expect(stage.main.getByRole('button', { name: /^Internet Safety Summit/ })).toBeVisible();
});

test('an address to a scene that nobody knows starts at the beginning', async ({ page }) => {
  const stage = new Stage(page);
  await page.goto('./#v=1&scene=nowhere&step=7');
  await stage.isAt(FIRST);
  await page.goto(`./#v=1&scene=${SCENES[1]?.id ?? ''}&step=99`);
  await stage.isAt({ scene: SCENES[1]?.id ?? '', step: SCENES[1]?.steps?.length ?? 0 });
});

test('a reload at a scene that the user made comes back to it, and the presenter has it', async ({
  app,
  context,
  page,
}) => {
  await app.open();
  await app.button('Briefing').click();
  const making = page.getByRole('region', { name: 'Briefing' });
  await making.getByRole('button', { name: 'Add scene', exact: true }).click();
  await page.keyboard.type('Made for today');
  await expect(making.getByText('Kept on this device')).toBeVisible();
  await app.button('Present').click();
  const stage = new Stage(page);
  await stage.isAt(FIRST);
  await page.keyboard.press('End');
  await expect(stage.title).toHaveText('Made for today');
  const address = page.url();
  await page.reload();
  await expect(stage.title).toHaveText('Made for today');
  expect(page.url()).toBe(address);
  const opening = context.waitForEvent('page');
  await page.keyboard.press('s');
  const presenter = new Presenter(await opening);
  await expect(presenter.now.getByRole('heading', { level: 1 })).toHaveText('Made for today');
});
