/*
 * Contrast of the words in the timeline, which axe leaves undecided: the colour of each word against every
 * pixel that is really behind and around its letters, hatching, threads, pills and all.
 */
import type { Page } from '@playwright/test';
import { expect, test, TIMELINE_ALONE, type App } from './app.ts';

/** WCAG 2.2, 1.4.3 (AA), for text of this size. */
const LEAST = 4.5;

const STATES: readonly { readonly name: string; readonly address: string }[] = [
  { name: 'start', address: TIMELINE_ALONE },
  { name: 'December 2014', address: './#v=1&view=timeline&from=2014-11-29&to=2015-01-03' },
  { name: 'filtered', address: './#v=1&view=timeline&org=google' },
  { name: 'selected', address: './#v=1&view=timeline&sel=event:industry-pledges' },
  {
    name: 'filtered and selected',
    address: './#v=1&view=timeline&org=google&sel=event:industry-pledges',
  },
  { name: 'by organisation, with density', address: './#v=1&view=timeline&lanes=organisation' },
  {
    name: 'by organisation, filtered',
    address: './#v=1&view=timeline&lanes=organisation&org=google',
  },
  { name: 'what is hatched', address: './#v=1&view=timeline&from=2015-08-20&to=2015-12-01' },
];

interface Words {
  readonly words: string;
  /** The least contrast of its letters with what is behind them; null where none of it is seen. */
  readonly least: number | null;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test(`words in the timeline are told from what is behind them, ${colorScheme}`, async ({
      app,
      page,
    }) => {
      await app.open(TIMELINE_ALONE);
      await page.mouse.move(0, 0);
      for (const { name, address } of STATES) {
        await page.goto(address);
        await app.stands();
        if (address.includes('sel='))
          await expect(app.details.getByRole('figure').first()).toBeVisible();
        await app.still();
        const words = await contrastOf(app);
        const seen = words.filter(({ least }) => least !== null);
        expect(seen.length, name).toBeGreaterThan(20);
        expect
          .soft(
            seen.filter(({ least }) => (least ?? 0) < LEAST),
            name,
          )
          .toEqual([]);
      }
    });
  });
}

/**
 * Looks twice: at the page as it is, and with the fill of the timeline's words taken away (halos stay).
 * Where the two differ there are letters; the second look shows what is behind them.
 */
async function contrastOf({ page, timeline }: App): Promise<readonly Words[]> {
  const look = async (): Promise<Buffer> => page.screenshot({ animations: 'disabled' });
  let withWords = await look();
  let without = withWords;
  // Only what is the same before and after was the same in between: an answer may have come meanwhile.
  await expect
    .poll(async () => {
      const before = withWords;
      await fillOfWords(page, 'transparent');
      without = await look();
      await fillOfWords(page, null);
      withWords = await look();
      return before.equals(withWords);
    })
    .toBe(true);
  return timeline.evaluate(measure, [withWords.toString('base64'), without.toString('base64')]);
}

/** By a style sheet of the script's own: the page's policy forbids elements and attributes for style. */
async function fillOfWords(page: Page, fill: string | null): Promise<void> {
  await page.evaluate((value) => {
    if (value === null) {
      document.adoptedStyleSheets = [];
      return;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.timeline svg text, .timeline svg tspan { fill: ${value} !important; }`);
    document.adoptedStyleSheets = [sheet];
  }, fill);
}

/** Runs in the page, which can read pictures. */
async function measure(region: Element, pictures: readonly string[]): Promise<Words[]> {
  type Colour = readonly [number, number, number];

  const pixelsOf = async (base64: string): Promise<ImageData> => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (canvas === null) throw new Error('There is no canvas.');
    canvas.drawImage(bitmap, 0, 0);
    return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [seen, behind] = await Promise.all(pictures.map(pixelsOf));
  if (seen === undefined || behind === undefined) throw new Error('There are not two pictures.');

  const colourAt = ({ data, width }: ImageData, x: number, y: number): Colour => {
    const i = (y * width + x) * 4;
    return [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
  };
  /** Any CSS colour in sRGB, with its opacity. */
  const parsed = (css: string): { rgb: Colour; alpha: number } => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (canvas === null) throw new Error('There is no canvas.');
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], alpha: a / 255 };
  };
  // WCAG 2.2, "relative luminance" and "contrast ratio".
  const luminance = (rgb: Colour): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a: Colour, b: Colour): number => {
    const [one, other] = [luminance(a), luminance(b)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const opacityOf = (element: Element): number => {
    let opacity = Number(getComputedStyle(element).fillOpacity);
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      opacity *= Number(getComputedStyle(at).opacity);
    }
    return opacity;
  };
  /** Only what letters touch, and one pixel around: what lies beside a word says nothing of it. */
  const isLetter = (x: number, y: number): boolean => {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const [a, b] = [colourAt(seen, x + dx, y + dy), colourAt(behind, x + dx, y + dy)];
        if (a.some((value, i) => Math.abs(value - (b[i] ?? 0)) > 24)) return true;
      }
    }
    return false;
  };

  const leaves = Array.from(region.querySelectorAll('svg text, svg tspan')).filter(
    (element) => element.firstElementChild === null && element.textContent.trim() !== '',
  );
  return leaves.map((element) => {
    const { rgb, alpha } = parsed(getComputedStyle(element).fill);
    const opacity = alpha * opacityOf(element);
    const box = element.getBoundingClientRect();
    const { left, right } = box;
    // What is scrolled under the axis or the strip below is cut there: their edges are behind no letter.
    const port = element.closest('.timeline-scroll')?.getBoundingClientRect();
    const top = Math.max(box.top, (port?.top ?? 0) + 1);
    const bottom = Math.min(box.bottom, (port?.bottom ?? Infinity) - 1);
    let least: number | null = null;
    for (let y = Math.max(1, Math.floor(top)); y < Math.min(seen.height - 1, bottom); y += 1) {
      for (let x = Math.max(1, Math.floor(left)); x < Math.min(seen.width - 1, right); x += 1) {
        if (!isLetter(x, y)) continue;
        const ground = colourAt(behind, x, y);
        const ink = rgb.map((value, i) => value * opacity + (ground[i] ?? 0) * (1 - opacity));
        const [r = 0, g = 0, b = 0] = ink;
        least = Math.min(least ?? Infinity, ratio([r, g, b], ground));
      }
    }
    return { words: element.textContent, least };
  });
}
