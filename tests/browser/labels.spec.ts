/* Names in the network and on the map: none overlaps another, none runs out of its picture. */
import type { Locator } from '@playwright/test';
import { expect, test, type Box } from './app.ts';
import { Views } from './views.ts';

/** Boxes that touch share an edge; browsers round text to fractions of a pixel. */
const ROUNDING_PX = 0.75;

const NETWORKS = [
  '',
  '&net.mode=events',
  '&net.mode=themes',
  '&net.tentative=yes&net.communities=yes&net.size=betweenness',
  '&org.any=google',
  '&from=2014-11-01&to=2015-01-15',
  '&net.ego=1:google&sel=actor:google',
  '&net.chain=google,mythili-raman',
] as const;
const MAPS = ['', '&map.at=-0.1,51.5,40', '&org.any=google', '&sel=event:none'] as const;

test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const arrangement of ['network', 'timeline,network', 'network,timeline']) {
      test(`names in the network keep apart (${arrangement})`, async ({ page }) => {
        const views = new Views(page);
        await views.open(`./#v=1&view=${arrangement}`);
        for (const choices of NETWORKS) {
          await page.goto(`./#v=1&view=${arrangement}${choices}`);
          await views.stand();
          const names = await namesOn(views.netPicture);
          expect(names.words.length, choices).toBeGreaterThan(5);
          expect.soft(faultsOf(names), choices).toEqual([]);
        }
      });
    }

    for (const arrangement of ['map', 'timeline,map', 'map,timeline']) {
      test(`names on the map keep apart (${arrangement})`, async ({ page }) => {
        const views = new Views(page);
        await views.open(`./#v=1&view=${arrangement}`);
        for (const choices of MAPS) {
          await page.goto(`./#v=1&view=${arrangement}${choices}`);
          await views.stand();
          const names = await namesOn(views.mapPicture);
          expect(names.words.length, choices).toBeGreaterThan(0);
          expect.soft(faultsOf(names), choices).toEqual([]);
        }
      });
    }
  });
}

test('names in the network keep apart after zooming, dragging and picking', async ({ page }) => {
  const views = new Views(page);
  await views.open('./#v=1&view=network');
  const tool = (name: string): Locator => views.network.getByRole('button', { name, exact: true });
  for (const name of ['Zoom in', 'Zoom in', 'Zoom out', 'Fit all', 'Zoom out']) {
    await tool(name).click();
    await views.stand();
    expect.soft(faultsOf(await namesOn(views.netPicture)), name).toEqual([]);
  }
  await tool('Fit all').click();
  await views.shape(views.node('Google')).click();
  await expect(page.getByRole('region', { name: 'Details' })).toBeVisible();
  await views.stand();
  expect.soft(faultsOf(await namesOn(views.netPicture)), 'picked').toEqual([]);
});

interface Names {
  readonly words: readonly { readonly words: string; readonly box: Box }[];
  readonly frame: Box;
}

/** All that is written in a picture, and the edges of the picture. */
async function namesOn(picture: Locator): Promise<Names> {
  return picture.evaluate((svg) => {
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    return {
      words: Array.from(svg.querySelectorAll('[role=button] text'), (text) => ({
        words: text.textContent,
        box: boxOf(text),
      })).filter(({ words }) => words !== ''),
      frame: boxOf(svg),
    };
  });
}

/** Each fault in words. */
function faultsOf({ words, frame }: Names): readonly string[] {
  const faults: string[] = [];
  words.forEach((one, i) => {
    for (const other of words.slice(i + 1)) {
      if (overlap(one.box, other.box)) faults.push(`“${one.words}” overlaps “${other.words}”`);
    }
    const isOut =
      one.box.left < frame.left - ROUNDING_PX ||
      one.box.right > frame.right + ROUNDING_PX ||
      one.box.top < frame.top - ROUNDING_PX ||
      one.box.bottom > frame.bottom + ROUNDING_PX;
    if (isOut) faults.push(`“${one.words}” runs out of the picture`);
  });
  return faults;
}

function overlap(a: Box, b: Box): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > ROUNDING_PX &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > ROUNDING_PX
  );
}
