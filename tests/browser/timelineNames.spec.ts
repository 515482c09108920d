/* Names on the timeline never overlap, never run out of the picture, and stand on nobody else's shape. */
import { expect, test } from './app.ts';
import { faultsIn, writtenOn } from './names.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
] as const;
/** All of it, then closer and closer to where most happened, and where names are longest. */
const RANGES = [
  '',
  '&from=2014-01-01&to=2015-02-01',
  '&from=2014-10-01&to=2015-01-15',
  '&from=2014-11-28&to=2015-01-04',
  '&from=2014-12-10&to=2014-12-20',
  '&from=2015-08-01&to=2015-12-01',
  '&from=2013-07-20&to=2013-07-25',
] as const;
const LANES = ['theme', 'organisation', 'none'] as const;

test.describe('at any size and in both themes', () => {
  // Without flights every picture stands at once.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const { width, height } of SIZES) {
    test(`names keep apart and stay in the picture at ${width} × ${height}`, async ({
      app,
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await app.open('./#v=1&view=timeline');
      for (const lanes of LANES) {
        for (const range of RANGES) {
          await page.goto(`./#v=1&view=timeline&lanes=${lanes}${range}`);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await app.still();
            const written = await writtenOn(app);
            expect(written.words.filter(({ mark }) => mark !== null).length).toBeGreaterThan(0);
            expect.soft(faultsIn(written), `${lanes} ${range} ${colorScheme}`).toEqual([]);
          }
        }
      }
    });
  }
});

test('names keep apart after zooming and panning by hand, and with details open', async ({
  app,
  page,
}) => {
  await app.open('./#v=1&view=timeline');
  await app.mark('#WePROTECT Global Summit in London').click();
  await expect(app.details.getByRole('heading', { level: 2 })).toBeVisible();
  for (const key of ['+', '+', '+', '-', '+', '+', '0', '+']) {
    await page.keyboard.press(key);
    await app.still();
    expect.soft(faultsIn(await writtenOn(app)), key).toEqual([]);
  }
  await app.value('Google').click();
  await expect(app.status).toHaveText('5 of 32 events');
  await app.still();
  expect(faultsIn(await writtenOn(app))).toEqual([]);
});
