/**
 * Looks at a page as a person would, to see whether it drew and whether its picture moved: what stands still
 * costs nothing, and would look like the fastest of all. In a page of its own, so that it costs the measured
 * one no more than a screenshot.
 */

/** @typedef {import('@playwright/test').CDPSession} CDPSession */
/** @typedef {NonNullable<Awaited<ReturnType<import('@playwright/test').Locator['boundingBox']>>>} Box */

/**
 * @typedef {object} Seen shares of the box's pixels, 0 to 1
 * @property {number} ink in the first picture, not of the colour that most have
 * @property {number} moved of another colour in the second
 */

/** The least that is a picture: some thirty dots. */
const INK = 0.001;
/** More than a cursor or the mark of what is under it changes. */
const MOVED = 0.001;

/**
 * @param {import('@playwright/test').Browser} browser
 */
export async function openEye(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  return {
    /**
     * Fails where the first screenshot shows nothing in the box, or the second the same.
     * @param {string} first a PNG in base 64, as `screenshot` makes it
     * @param {string} second
     * @param {Box} box
     */
    async compare(first, second, box) {
      const { ink, moved } = await page.evaluate(compareInPage, { first, second, box });
      if (ink < INK) throw new Error(`There is no picture: ${(ink * 100).toFixed(3)} % of it.`);
      if (moved < MOVED) {
        throw new Error(`The picture did not move: ${(moved * 100).toFixed(3)} % of it.`);
      }
    },
    close: () => context.close(),
  };
}

/** @param {CDPSession} cdp @returns {Promise<string>} a PNG in base 64 */
export async function screenshot(cdp) {
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
  return data;
}

/**
 * Runs in the eye's page.
 * @param {{ first: string, second: string, box: Box }} pictures
 * @returns {Promise<Seen>}
 */
async function compareInPage({ first, second, box }) {
  /** @param {string} data */
  const pixelsOf = async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const { x, y, width, height } = box;
    return new Uint32Array(context.getImageData(x, y, width, height).data.buffer);
  };
  const [one, other] = [await pixelsOf(first), await pixelsOf(second)];
  /** @type {Map<number, number>} */
  const colours = new Map();
  let moved = 0;
  for (const [i, colour] of one.entries()) {
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
    if (other[i] !== colour) moved += 1;
  }
  return { ink: 1 - Math.max(...colours.values()) / one.length, moved: moved / one.length };
}
