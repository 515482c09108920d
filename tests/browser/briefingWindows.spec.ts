/* Two windows of one briefing: either drives, either may go and come back, and they agree. */
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { randomFrom } from '../fixtures/random.ts';
import { expect, test } from './app.ts';
import { PLACES, placeOf, Presenter, SCENES, Stage, type Place } from './briefing.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const FIRST = PLACES[0] ?? { scene: '', step: 0 };

async function openPresenter(context: BrowserContext, stage: Stage): Promise<Presenter> {
  // One that was closed has been missed.
  await expect(stage.main.getByRole('button', { name: 'Presenter’s window' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  const opening = context.waitForEvent('page');
  await stage.page.bringToFront();
  await stage.page.keyboard.press('s');
  const presenter = new Presenter(await opening);
  await presenter.stands();
  return presenter;
}

test('in a random order of driving, loading again and closing, both windows agree', async ({
  context,
  page,
}) => {
  const random = randomFrom(20_151_116);
  let stage = new Stage(page);
  await stage.open();
  let presenter = await openPresenter(context, stage);
  let at = 0;
  const firstOf = (scene: number): number =>
    PLACES.findIndex(({ scene: id, step }) => id === SCENES[scene]?.id && step === 0);
  const last = firstOf(SCENES.length - 1);
  const drive = (to: Page): readonly (() => Promise<number>)[] => [
    async () => {
      await to.keyboard.press('PageDown');
      return Math.min(at + 1, PLACES.length - 1);
    },
    async () => {
      await to.keyboard.press('PageUp');
      return Math.max(at - 1, 0);
    },
    async () => {
      await to.keyboard.press('Home');
      return 0;
    },
    async () => {
      await to.keyboard.press('End');
      return last;
    },
    async () => {
      const scene = random.below(SCENES.length);
      await to.keyboard.type(String(scene + 1));
      await to.keyboard.press('Enter');
      return firstOf(scene);
    },
  ];
  const upheavals: readonly (() => Promise<void>)[] = [
    async () => {
      await stage.page.reload();
    },
    async () => {
      await presenter.page.reload();
    },
    async () => {
      await presenter.page.close();
      presenter = await openPresenter(context, stage);
    },
    async () => {
      await stage.page.close();
      const button = presenter.button('Open the stage');
      await expect(button).toBeVisible();
      const opening = context.waitForEvent('page');
      await button.click();
      stage = new Stage(await opening);
    },
  ];
  for (let turn = 0; turn < 50; turn += 1) {
    const isUpheaval = random.below(4) === 0;
    if (isUpheaval) {
      await upheavals[random.below(upheavals.length)]?.();
    } else {
      const from = random.below(2) === 0 ? stage.page : presenter.page;
      const acts = drive(from);
      at = (await acts[random.below(acts.length)]?.()) ?? at;
    }
    const place = PLACES[at] ?? FIRST;
    await stage.isAt(place);
    await presenter.isAt(place);
    await expect(presenter.main.getByText('The stage is open.')).toBeVisible();
  }
});

test('after a reload either window is back within two seconds, with all that was set', async ({
  context,
  page,
}) => {
  const stage = new Stage(page);
  await stage.open();
  const presenter = await openPresenter(context, stage);
  await presenter.page.keyboard.press('PageDown');
  await stage.isAt(PLACES[1] ?? FIRST);
  await presenter.page.keyboard.press('b');
  await expect(stage.title).toBeHidden();
  for (const window of [stage.page, presenter.page]) {
    await window.reload();
    // Heard of each other: the way back is one message and its answer, not a time that is waited for.
    await expect(presenter.main.getByText('The stage is open.')).toBeVisible();
    await expect(presenter.main.getByText('The stage is black')).toBeVisible();
    await expect(stage.main.getByText('The screen is black.')).toBeAttached();
    await expect(stage.title).toBeHidden();
  }
  await presenter.page.keyboard.press('b');
  await expect(stage.title).toBeVisible();
});

test('the projector stays while the presenter looks elsewhere', async ({ context, page }) => {
  const stage = new Stage(page);
  await stage.open();
  const presenter = await openPresenter(context, stage);
  await presenter.button('Freeze').click();
  await expect(
    presenter.main.getByText(`Stage frozen at “${SCENES[0]?.title ?? ''}”`),
  ).toBeVisible();
  await presenter.page.keyboard.press('End');
  await presenter.isAt({ scene: SCENES.at(-1)?.id ?? '', step: 0 });
  await expect(stage.title).toHaveText(SCENES[0]?.title ?? '');
  await stage.page.reload();
  await expect(stage.title).toHaveText(SCENES[0]?.title ?? '');
  await presenter.button('Freeze').click();
  await expect(stage.title).toHaveText(SCENES.at(-1)?.title ?? '');
});

test('the clock starts with the first advance, and can be paused', async ({ context, page }) => {
  await context.clock.install({ time: new Date('2026-01-15T10:00:00Z') });
  const stage = new Stage(page);
  await stage.open();
  const presenter = await openPresenter(context, stage);
  const timer = (name: string) => presenter.main.getByRole('timer', { name });
  await context.clock.runFor(65_000);
  await expect(timer('Elapsed')).toHaveText('0:00');
  await expect(timer('Clock')).toHaveText('10:01');
  await stage.page.keyboard.press('PageDown');
  await presenter.isAt(PLACES[1] ?? FIRST);
  await context.clock.runFor(65_000);
  await expect(timer('Elapsed')).toHaveText('1:05');
  await expect(timer('This scene')).toHaveText('1:05');
  await expect(presenter.main.getByRole('region', { name: 'Time', exact: true })).toContainText(
    'of 1:30',
  );
  await presenter.button('Pause the clock').click();
  await context.clock.runFor(30_000);
  await expect(timer('Elapsed')).toHaveText('1:05');
  await presenter.button('Go on with the clock').click();
  await context.clock.runFor(30_000);
  await expect(timer('Elapsed')).toHaveText('1:35');
  await expect(presenter.main.getByRole('region', { name: 'Time', exact: true })).toContainText(
    'over the plan of 1:30',
  );
});

test('both windows show the pointer, and it fades', async ({ context, page }) => {
  const stage = new Stage(page);
  await stage.open();
  const presenter = await openPresenter(context, stage);
  await presenter.page.keyboard.press('l');
  await expect(presenter.button('Pointer: dot')).toBeVisible();
  const box = await presenter.now.locator('.design-box').boundingBox();
  if (box === null) throw new Error('There is no preview.');
  await presenter.page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await presenter.page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.25);
  for (const main of [stage.main, presenter.main]) {
    const layer = main.locator('.pointer-layer');
    await expect(layer.locator('.pointer-dot')).toHaveCSS('left', /\d/);
    const dot = await layer.locator('.pointer-dot').boundingBox();
    const slide = await main.locator('.design-box').first().boundingBox();
    if (dot === null || slide === null) throw new Error('There is no pointer.');
    expect((dot.x + dot.width / 2 - slide.x) / slide.width).toBeCloseTo(0.5, 1);
    expect((dot.y + dot.height / 2 - slide.y) / slide.height).toBeCloseTo(0.25, 1);
    await expect(layer).toHaveAttribute('data-shown', 'false');
  }
});

test('a closer look in either window is seen in both, and one key returns', async ({
  context,
  page,
}) => {
  const stage = new Stage(page);
  await stage.open();
  const presenter = await openPresenter(context, stage);
  const ticks = (within: Stage | Presenter) => (): Promise<string> =>
    within.main
      .locator('.timeline-axis')
      .first()
      .evaluate((axis) =>
        [...axis.querySelectorAll('text')].map((tick) => tick.textContent).join(' '),
      );
  const before = await ticks(stage)();
  await presenter.now
    .getByRole('button', { name: /^Cameron’s speech/ })
    .first()
    .hover();
  await presenter.page.keyboard.down('Control');
  for (let turn = 0; turn < 9; turn += 1) await presenter.page.mouse.wheel(0, -240);
  await presenter.page.keyboard.up('Control');
  await expect(presenter.main.getByText('Looking closer', { exact: true })).toBeVisible();
  await expect.poll(ticks(stage)).not.toBe(before);
  await expect.poll(async () => (await ticks(stage)()) === (await ticks(presenter)())).toBe(true);
  await stage.page.keyboard.press('r');
  await expect.poll(ticks(stage)).toBe(before);
  await expect.poll(ticks(presenter)).toBe(before);
});

test('a blocked pop-up gets a plain link', async ({ context, page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const stage = new Stage(page);
  await stage.open();
  await page.keyboard.press('s');
  const opening = context.waitForEvent('page');
  await stage.main.getByRole('link', { name: 'Open the presenter’s window' }).click();
  const presenter = new Presenter(await opening);
  await presenter.isAt(FIRST);
  await presenter.page.keyboard.press('PageDown');
  await stage.isAt(PLACES[1] ?? FIRST);
});

test('Esc and F5 work from the presenter’s window, too', async ({ app, context, page }) => {
  const stage = new Stage(page);
  await stage.open({ scene: 'innovate', step: 1 });
  const presenter = await openPresenter(context, stage);
  await presenter.page.keyboard.press('Escape');
  await expect(app.status).toBeVisible();
  expect(placeOf(page)).toBeNull();
  await expect(presenter.main.getByText('The stage has been left.')).toBeVisible();
  await presenter.page.keyboard.press('F5');
  await stage.isAt({ scene: 'innovate', step: 1 });
});

test('what is no message of this briefing changes nothing', async ({ context, page }) => {
  const stage = new Stage(page);
  await stage.open();
  const presenter = await openPresenter(context, stage);
  const id = new URL(presenter.page.url()).searchParams.get('presenter') ?? '';
  const stranger = await context.newPage();
  await stranger.goto('./?embed');
  const place: Place = { scene: 'reports', step: 0 };
  await stranger.evaluate(
    ([briefing, at]) => {
      const head = { version: 1, briefing, from: 'stranger', role: 'presenter' };
      const session = {
        revision: 1e6,
        author: 'stranger',
        place: at,
        frozenAt: null,
        isBlack: true,
        isAway: false,
        isCovered: false,
        look: null,
        pointer: 'off',
        timing: { spentMs: 0, sceneMs: {}, runningSinceMs: null },
      };
      const channel = new BroadcastChannel(`threadline.briefing.${briefing}`);
      // A channel has no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      const say = (message: unknown): void => channel.postMessage(message);
      say('next');
      say({ ...head, kind: 'here' });
      say({ ...head, kind: 'here', session: { ...session, isBlack: 'yes' } });
      say({ ...head, kind: 'here', session: { ...session, revision: -1 } });
      say({ ...head, kind: 'here', session: { ...session, more: 1 } });
      say({ ...head, version: 2, kind: 'here', session });
      say({ ...head, briefing: 'another one', kind: 'here', session });
      say({ ...head, kind: 'point', at: { x: 7, y: 0 } });
    },
    [id, place] as const,
  );
  // What comes after it in the same channel has been heard, so all of the above has, too.
  await presenter.page.bringToFront();
  await presenter.page.keyboard.press('PageDown');
  await stage.isAt(PLACES[1] ?? FIRST);
  await presenter.isAt(PLACES[1] ?? FIRST);
  await expect(stage.title).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the presenter’s window', async ({ page }) => {
      await page.goto('./?presenter=abcdefgh12#v=1&scene=commitments&step=1');
      const presenter = new Presenter(page);
      await presenter.stands();
      await presenter.button('Freeze').click();
      await page.keyboard.press('b');
      await presenter.main.getByText('Keys', { exact: true }).click();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        // In pictures axe reads `color` where `fill` paints; contrast.spec reads what is painted.
        .exclude('.slide-picture')
        .analyze();
      expect(violations).toEqual([]);
    });
  });
}
