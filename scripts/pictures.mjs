/**
 * `npm run pictures`: builds and photographs the app for the README and docs, in both themes, at a desk
 * and on a phone, so that the pictures show what is there. `--only name` takes those whose name holds it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { browserFlags, findBrowser } from './browser.mjs';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PROJECTOR = { width: 1920, height: 1080 };

/** A made-up table, with several rows a meeting and dates that are known to the month. */
const MEETINGS = {
  name: 'harbour-meetings.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Meeting ID,Date,Minister,Organisation,Purpose',
      '1,03-2012,Ada North,Harbour Trust,Dredging of the east basin',
      '1,03-2012,Ada North,Pilots’ Guild,Dredging of the east basin',
      '2,17-04-2012,Ada North,Rivers Agency,Flood gates',
      '3,22-05-2012,Bela Quist,Harbour Trust,Night berths',
      '3,22-05-2012,Bela Quist,Fishers’ Union,Night berths',
      '4,June 2012,Bela Quist,Rivers Agency,Gauge at the old bridge',
      '5,31-06-2012,Ada North,Pilots’ Guild,Fees for pilots',
    ].join('\n'),
  ),
};

/** What each picture shows: the address from '?' and after '#', buttons pressed one after the other, the window. */
const PICTURES = [
  {
    name: 'explore',
    hash: 'v=1&org=google,microsoft&sel=event:industry-pledges',
    sizes: [DESK],
  },
  { name: 'timeline', hash: 'v=1&view=timeline', sizes: [DESK, PHONE] },
  { name: 'december', hash: 'v=1&view=timeline&from=2014-12-01&to=2015-01-01', sizes: [DESK] },
  { name: 'network', hash: 'v=1&view=network', sizes: [DESK, PHONE] },
  {
    name: 'making',
    hash: 'v=1&view=timeline',
    press: [/^Briefing$/u, /Money and signatures/u],
    sizes: [DESK],
  },
  {
    name: 'editing',
    hash: 'v=1&view=timeline&sel=event:industry-pledges',
    press: [/^Edit$/u],
    sizes: [DESK],
  },
  { name: 'columns', hash: 'v=1&view=timeline', press: [/^Open$/u], file: MEETINGS, sizes: [DESK] },
  { name: 'map', hash: 'v=1&view=map', sizes: [DESK] },
  { name: 'table', hash: 'v=1&view=table', sizes: [DESK] },
  { name: 'briefing', hash: 'v=1&scene=global-summit&step=2', sizes: [PROJECTOR] },
  {
    name: 'presenter',
    search: '?presenter=for-a-picture',
    hash: 'v=1&scene=commitments&step=1',
    sizes: [DESK],
  },
];

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });

await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn', preview: { port: 4190 } });
const found = await findBrowser();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: { ...process.env, ...found.env },
  args: browserFlags,
});

for (const {
  name,
  search = '',
  hash,
  press = /** @type {RegExp[]} */ ([]),
  file = null,
  sizes,
} of PICTURES.filter((each) => each.name.includes(values.only))) {
  for (const viewport of sizes) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const page = await browser.newPage({
        viewport,
        colorScheme,
        reducedMotion: 'reduce',
        hasTouch: viewport === PHONE,
      });
      await page.goto(`${server.resolvedUrls?.local[0]}${search}#${hash}`);
      await page.locator('main[aria-busy="false"]').waitFor();
      // The stage and the presenter's window say by themselves when all of it stands.
      if (!hash.includes('scene=')) {
        const views = page.getByRole('tabpanel').getByRole('region');
        const isPair = !hash.includes('view=') && viewport !== PHONE;
        await views.nth(isPair ? 1 : 0).waitFor();
        await views.locator('svg [role=button], [role=rowheader]').first().waitFor();
      }
      await page.waitForFunction(
        () => document.querySelector('[role=tabpanel] [aria-busy=true]') === null,
      );
      if (hash.includes('sel='))
        await page.getByRole('region', { name: 'Details' }).getByRole('heading').first().waitFor();
      for (const button of press) await page.getByRole('button', { name: button }).first().click();
      if (file !== null) {
        await page.getByLabel('File to open').setInputFiles(file);
        await page.getByText(/ events from /u).waitFor();
      }
      await page.evaluate(() => document.fonts.ready);
      const picture = `${name}-${colorScheme}-${String(viewport.width)}.png`;
      await page.screenshot({ path: join(folder, picture) });
      console.log(`docs/pictures/${picture}`);
      await page.close();
    }
  }
}
await browser.close();
await server.close();
