/* The stage: the bundled briefing from first to last, every key, and what the last row can read. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { PLACES, placeOf, SCENES, Stage } from './briefing.ts';

const FIRST = PLACES[0] ?? { scene: '', step: 0 };
const LAST_SCENE = { scene: SCENES.at(-1)?.id ?? '', step: 0 };

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the bundled briefing runs from first to last with PageDown alone', async ({
    app,
    page,
  }) => {
    await app.open('./#v=1&org=google');
    const explored = new URL(page.url()).hash;
    const status = await app.status.textContent();
    await app.button('Present').click();
    const stage = new Stage(page);
    expect(SCENES.length).toBeGreaterThanOrEqual(8);
    expect(SCENES.length).toBeLessThanOrEqual(12);
    for (const [index, place] of PLACES.entries()) {
      if (index > 0) await page.keyboard.press('PageDown');
      await stage.isAt(place);
      await stage.stands();
    }
    const last = PLACES.at(-1) ?? FIRST;
    await page.keyboard.press('PageDown');
    await stage.isAt(last);

    // Leaving gives back what was explored, and presenting is nothing to undo.
    await page.keyboard.press('Escape');
    await expect(app.status).toHaveText(status ?? '');
    expect(new URL(page.url()).hash).toBe(explored);
    await expect(app.button('Undo')).toHaveAttribute('aria-disabled', 'true');
    // The browser's own Back goes into the briefing again, where it was left.
    await page.goBack();
    await stage.isAt(last);
  });

  test('every key goes where it should', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open();
    const at = (index: number) => PLACES[index] ?? FIRST;
    let index = 0;
    for (const key of ['PageDown', 'ArrowRight', 'Space', 'n']) {
      await page.keyboard.press(key);
      index += 1;
      await stage.isAt(at(index));
    }
    for (const key of ['PageUp', 'ArrowLeft', 'Shift+Space', 'p']) {
      await page.keyboard.press(key);
      index -= 1;
      await stage.isAt(at(index));
    }
    await page.keyboard.press('End');
    await stage.isAt(LAST_SCENE);
    await page.keyboard.press('Home');
    await stage.isAt(FIRST);

    await page.keyboard.press('g');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await stage.isAt({ scene: SCENES[6]?.id ?? '', step: 0 });
    await page.keyboard.type('10');
    await expect(stage.main.getByText('Scene 10 of 11')).toBeVisible();
    await page.keyboard.press('Enter');
    await stage.isAt({ scene: SCENES[9]?.id ?? '', step: 0 });

    await page.keyboard.press('o');
    const overview = stage.main.getByRole('navigation', { name: 'All scenes' });
    await expect(overview.getByRole('button')).toHaveCount(SCENES.length);
    await expect(overview.getByRole('button', { name: /^10 / })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(overview).toBeHidden();
    await stage.isAt({ scene: SCENES[8]?.id ?? '', step: 0 });
  });

  test('F5 and Esc of a clicker start and resume, and lose no place', async ({ app, page }) => {
    await app.open();
    await page.evaluate(() => {
      document.documentElement.dataset['loaded'] = 'once';
    });
    await page.keyboard.press('F5');
    const stage = new Stage(page);
    await stage.isAt(FIRST);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('F5');
    await stage.isAt(PLACES[1] ?? FIRST);
    await page.keyboard.press('Escape');
    await expect(app.status).toBeVisible();
    await page.keyboard.press('F5');
    await stage.isAt(PLACES[1] ?? FIRST);
    await page.keyboard.press('Escape');
    await expect(app.status).toBeVisible();
    await page.keyboard.press('Escape');
    await stage.isAt(PLACES[1] ?? FIRST);
    // All of it on one page: nothing was loaded again.
    await expect(page.locator('html')).toHaveAttribute('data-loaded', 'once');
    await page.reload();
    await stage.isAt(PLACES[1] ?? FIRST);
  });

  test('B blackens, and only B or the full stop comes back', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open();
    for (const key of ['b', '.']) {
      await page.keyboard.press(key);
      await expect(stage.title).toBeHidden();
      for (const other of [
        'PageDown',
        'Space',
        'ArrowLeft',
        'Home',
        'End',
        'Escape',
        'F5',
        'o',
        'n',
      ]) {
        await page.keyboard.press(other);
      }
      await page.mouse.click(300, 300);
      await expect(stage.main.getByText('The screen is black.')).toBeAttached();
      await expect(stage.title).toBeHidden();
      const dark = await page.screenshot();
      expect(await isAllBlack(page, dark)).toBe(true);
      await page.keyboard.press(key);
      await expect(stage.title).toBeVisible();
    }
  });

  test('one looks closer, and one key returns to the scene', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open();
    const picture = stage.main.getByRole('region', { name: 'Timeline' });
    // Where each tick stands, in whatever order they were drawn.
    const axis = async (): Promise<string> =>
      (
        await stage.main
          .locator('.timeline-axis text')
          .evaluateAll((ticks) =>
            ticks.map((tick) => `${tick.getAttribute('x')} ${tick.textContent}`),
          )
      )
        .toSorted()
        .join();
    const before = await axis();
    await picture
      .getByRole('button', { name: /^Cameron’s speech/ })
      .first()
      .hover();
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(axis).not.toBe(before);
    await stage.stands();
    // Looking closer is no part of the address: a link leads to the scene.
    await stage.isAt(FIRST);
    await page.keyboard.press('r');
    await expect.poll(axis).toBe(before);
    await stage.isAt(FIRST);
  });

  test('the scene can be hidden until it is due', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open();
    await page.keyboard.press('c');
    await expect(stage.title).toBeHidden();
    await expect(stage.main.getByText('The History of WeProtect')).toBeVisible();
    await page.keyboard.press('PageDown');
    await stage.isAt(FIRST);
    await expect(stage.title).toBeVisible();
  });

  test('notes stand under the stage, and controls only while the mouse moves', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open();
    const toolbar = stage.main.getByRole('toolbar', { name: 'Briefing' });
    await expect(toolbar).toHaveCSS('opacity', '0');
    await expect(stage.main).toHaveCSS('cursor', 'none');
    await page.keyboard.press('t');
    await expect(stage.main.getByRole('region', { name: 'Notes' })).toContainText('two subjects');
    await page.mouse.move(200, 200);
    await page.mouse.move(240, 220);
    await expect(toolbar).toHaveCSS('opacity', '1');
    await expect(toolbar).toHaveCSS('opacity', '0');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test('axe finds nothing on the stage', async ({ page }) => {
        const stage = new Stage(page);
        await stage.open({ scene: 'commitments', step: 1 });
        const open = async (key: string): Promise<void> => {
          await page.keyboard.press(key);
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect.soft(violations, key).toEqual([]);
          await page.keyboard.press(key);
        };
        for (const key of ['t', 'o', 'b', 'c']) await open(key);
      });
    });
  }

  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
    [1024, 768],
  ] as const) {
    test.describe(`${width} × ${height}`, () => {
      test.use({ viewport: { width, height } });

      test('all text can be read, nothing overlaps and nothing is cut', async ({ page }) => {
        const stage = new Stage(page);
        await stage.open();
        for (const [index, place] of PLACES.entries()) {
          if (index > 0) await page.keyboard.press('PageDown');
          await stage.isAt(place);
          await stage.stands();
          const faults = await textFaults(page);
          expect.soft(faults.small, `${place.scene} ${place.step}: small`).toEqual([]);
          expect.soft(faults.cut, `${place.scene} ${place.step}: cut`).toEqual([]);
          expect.soft(faults.overlaps, `${place.scene} ${place.step}: overlaps`).toEqual([]);
          expect(faults.texts).toBeGreaterThan(7);
        }
      });
    });
  }
});

test('with motion the timeline flies to its range', async ({ page }) => {
  const stage = new Stage(page);
  await stage.open();
  const ticks = stage.main.locator('.timeline-axis text');
  const first = await ticks.allTextContents();
  const seen = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const axis = document.querySelector('.timeline-axis svg');
        const main = document.querySelector('main');
        const drawn = new Set<string>();
        let isMoving = false;
        const look = (): void => {
          drawn.add(axis?.outerHTML ?? '');
          const isBusy = main?.getAttribute('aria-busy') === 'true';
          if (isMoving && !isBusy) resolve(drawn.size);
          else requestAnimationFrame(look);
          isMoving ||= isBusy;
        };
        look();
      }),
  );
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  // More pictures than the first and the last: it went there.
  expect(await seen).toBeGreaterThan(3);
  await stage.stands();
  expect(await ticks.allTextContents()).not.toEqual(first);
  expect(placeOf(page)).toEqual({ scene: SCENES[2]?.id, step: 0 });
});

async function isAllBlack(page: Page, png: Buffer): Promise<boolean> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data: pixels } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
    return pixels?.every((value, at) => at % 4 === 3 || value === 0) ?? false;
  }, png.toString('base64'));
}

interface TextFaults {
  readonly texts: number;
  readonly small: readonly string[];
  readonly cut: readonly string[];
  readonly overlaps: readonly string[];
}

/** Every text of the slide that is painted: its size at 1920 × 1080, and what lies over it or cuts it. */
function textFaults(page: Page): Promise<TextFaults> {
  return page.evaluate(() => {
    const LEAST_PX = 24;
    const slide = document.querySelector('.slide');
    if (slide === null) throw new Error('There is no slide.');
    // The slide is laid out for a projector 1920 px wide and scaled from there.
    const scale = Math.min(innerWidth / 1920, 1e9);
    const found: { words: string; sizePx: number; box: DOMRect; clip: DOMRect }[] = [];
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (element === null || words === '' || element.closest('.visually-hidden') !== null)
        continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const style = getComputedStyle(element);
      const fontPx = parseFloat(style.fontSize);
      const outer = element.closest('svg') ?? element;
      const matrix =
        element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : scaleOf(outer);
      const clipper = element.closest('.slide-picture, .slide-words') ?? slide;
      found.push({
        words,
        sizePx: (fontPx * matrix) / scale,
        box,
        clip: clipper.getBoundingClientRect(),
      });
    }
    function scaleOf(element: Element): number {
      return element instanceof HTMLElement && element.offsetWidth > 0
        ? element.getBoundingClientRect().width / element.offsetWidth
        : 1;
    }
    const cut = found.filter(({ box, clip }) => {
      const rim = 1;
      return (
        box.left < clip.left - rim ||
        box.right > clip.right + rim ||
        box.top < clip.top - rim ||
        box.bottom > clip.bottom + rim ||
        box.right > innerWidth + rim ||
        box.bottom > innerHeight + rim
      );
    });
    const overlaps: string[] = [];
    for (const [index, a] of found.entries()) {
      for (const b of found.slice(index + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const along = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Line boxes are higher than letters: only where letters themselves could touch.
        const touchPx = 0.3 * Math.min(a.box.height, b.box.height);
        if (across > 1 && along > touchPx) overlaps.push(`${a.words} / ${b.words}`);
      }
    }
    return {
      texts: found.length,
      small: found
        .filter(({ sizePx }) => sizePx < LEAST_PX - 0.05)
        .map(({ words, sizePx }) => `${words}: ${sizePx.toFixed(1)}`),
      cut: cut.map(({ words }) => words),
      overlaps,
    };
  });
}
