/*
 * What is taken along is opened again by other programs, or other libraries than wrote it, and says there what
 * it said here.
 */
import { AxeBuilder } from '@axe-core/playwright';
import JSZip from 'jszip';
import { expect, test } from './app.ts';
import {
  bundledScenes,
  lookAt,
  lookOn,
  onBlankPage,
  openExport,
  readPdf,
  readSlide,
  saveAs,
} from './exports.ts';
import { Views } from './views.ts';

test.describe('a view as SVG', () => {
  for (const { address, format, found } of [
    {
      address: './#v=1&view=timeline,network&org=google',
      format: 'the timeline and the network',
      found: ['Filters: Google', '5 of 32 events', 'UK–US taskforce', 'Microsoft', 'On a day'],
    },
    {
      address: './#v=1&view=map',
      format: 'the map',
      found: ['United Kingdom', 'No filters', 'Events at a place, by its area'],
    },
    {
      address: './#v=1&view=table&theme=industry',
      format: 'the table',
      found: [
        'Industry and technology',
        'Hackathon for breakthrough technology concepts',
        'Actors',
      ],
    },
  ]) {
    test(`${format} stands on its own, says what it shows, and links back`, async ({
      page,
      browser,
    }, info) => {
      await new Views(page).open(address);
      await openExport(page);
      const svg = await saveAs(page, 'SVG picture', ['Dark'], info.outputPath.bind(info));
      const text = svg.bytes.toString('utf8');

      // As any program reads it: as XML, by its elements.
      const read = await onBlankPage(browser, (blank) =>
        blank.evaluate((xml) => {
          const parsed = new DOMParser().parseFromString(xml, 'image/svg+xml');
          return {
            mistakes: parsed.querySelectorAll('parsererror').length,
            texts: Array.from(parsed.querySelectorAll('text'), (each) => each.textContent),
            link: parsed.querySelector('a')?.getAttribute('href'),
            title: parsed.querySelector('title')?.textContent,
            elsewhere: Array.from(
              parsed.querySelectorAll('[href]'),
              (each) => each.getAttribute('href') ?? '',
            ).filter((href) => !href.startsWith('data:') && !href.startsWith('http')),
            styled: parsed.querySelectorAll('[class], [style]').length,
          };
        }, text),
      );
      expect(read.mistakes).toBe(0);
      expect(read.title).toContain('The History of WePROTECT');
      for (const words of found) expect(read.texts.join('\n')).toContain(words);
      expect(read.texts.join('\n')).toContain(
        'Source: The History Of WePROTECT, with 17 references',
      );
      expect(read.texts).toContain(read.link);
      expect(decodeURIComponent(read.link ?? '')).toContain(new URL(page.url()).hash);
      expect(read.elsewhere).toEqual([]);
      expect(read.styled).toBe(0);
      // The faces are inside, and a program that takes none of them knows what to take instead.
      expect(text).toContain('@font-face{font-family:"Inter Variable"');
      expect(text).toContain('Arial');

      const looked = await lookAt(browser, svg.bytes, 'image/svg+xml');
      expect(looked.colours).toBeGreaterThan(50);
    });
  }

  test('a painted network comes as it is painted, with its names as text', async ({
    page,
  }, info) => {
    await page.route('**/datasets/weprotect.json', async (route) => {
      const actors = Array.from({ length: 500 }, (_, i) => ({
        id: `a${String(i)}`,
        name: `Actor ${String(i)}`,
        kind: 'organisation',
      }));
      const events = Array.from({ length: 500 }, (_, i) => ({
        id: `e${String(i)}`,
        title: `Event ${String(i)}`,
        date: `2014-${String((i % 12) + 1).padStart(2, '0')}`,
        actors: [i, (i * 7) % 500, (i * 13) % 500].map((each) => ({ actor: `a${String(each)}` })),
      }));
      await route.fulfill({ json: { version: 1, title: 'Many', actors, events } });
    });
    await page.goto('./#v=1&view=network&nodes=2000');
    await expect(page.getByRole('region', { name: 'Network' })).toHaveAttribute(
      'aria-busy',
      'false',
    );
    await openExport(page);
    const svg = await saveAs(page, 'SVG picture', [], info.outputPath.bind(info));
    const text = svg.bytes.toString('utf8');
    expect(text).toMatch(/<image [^>]*href="data:image\/png;base64,/u);
    expect(text).toMatch(/>Actor \d+</u);
  });
});

test.describe('a view as PNG', () => {
  for (const { size, scale } of [
    { size: 'As on the screen', scale: (width: number) => width },
    { size: 'Twice as fine', scale: (width: number) => 2 * width },
    { size: '4K, 3840 pixels wide', scale: () => 3840 },
  ]) {
    test(size, async ({ app, page, browser }, info) => {
      await app.open();
      await openExport(page);
      const path = info.outputPath.bind(info);
      const svg = await saveAs(page, 'SVG picture', ['Light'], path);
      const drawn = await lookAt(browser, svg.bytes, 'image/svg+xml');
      const png = await saveAs(page, 'PNG picture', ['Light', size], path);
      const looked = await lookAt(browser, png.bytes, 'image/png');
      expect(looked.widthPx).toBe(scale(drawn.widthPx));
      expect(looked.heightPx).toBeCloseTo((drawn.heightPx * looked.widthPx) / drawn.widthPx, -1);
      expect(looked.colours).toBeGreaterThan(50);
    });
  }
});

test('a handout has a page a scene, with words, figures, notes, numbered sources and faces inside', async ({
  app,
  page,
}, info) => {
  await app.open();
  await openExport(page);
  const path = info.outputPath.bind(info);
  const scenes = await bundledScenes();
  const pdf = await readPdf(
    (await saveAs(page, 'PDF handout', ['With speaker’s notes'], path)).bytes,
  );
  expect(pdf.pages).toHaveLength(scenes.length);
  expect(pdf.title).toBe('The History of WePROTECT');
  expect(pdf.contents).toEqual(scenes.map(({ title }) => title));
  expect(pdf.faces.length).toBeGreaterThan(1);
  expect(pdf.faces.filter((face) => face.startsWith('missing'))).toEqual([]);
  pdf.pages.forEach(({ text, links }, i) => {
    const squeezed = text.replaceAll(/\s+/gu, ' ');
    expect(squeezed).toContain(scenes[i]?.title ?? '');
    expect(squeezed).toMatch(/Notes .* Sources? 1 /u);
    expect(squeezed).toContain(`${String(i + 1)} / ${String(scenes.length)}`);
    expect(links).toHaveLength(1);
    expect(links[0]).toContain('#v=1');
  });
  const money = pdf.pages.find(({ text }) => text.includes('Money and signatures'));
  expect(money?.text).toContain('£50m');
  // The picture is no image: its names are text.
  expect(money?.text).toContain('Companies pledge to develop May’s concepts');

  await page.getByRole('switch', { name: 'With speaker’s notes' }).uncheck();
  const bare = await readPdf((await saveAs(page, 'PDF handout', [], path)).bytes);
  expect(bare.pages[0]?.text).not.toContain('Take care');
});

test('the browser prints the same pages', async ({ app, page }) => {
  await app.open();
  // The real one opens a window of the system's.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await openExport(page);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'PDF handout' }).check();
  await dialog.getByRole('button', { name: 'Print' }).click();
  const scenes = await bundledScenes();
  await expect(dialog.getByRole('status')).toContainText(`${String(scenes.length)} pages`);
  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(printed.pages).toHaveLength(scenes.length);
  printed.pages.forEach(({ text }, i) => {
    // The browser's own writer of PDF names the apostrophe by the shape that the face gives it.
    const read = text.replaceAll(/\s*ʼ\s*/gu, '’').replaceAll(/\s+/gu, ' ');
    expect(read).toContain(scenes[i]?.title ?? '');
  });
});

test('slides have titles, words, pictures with alternative text, notes, sources and a link', async ({
  app,
  page,
  browser,
}, info) => {
  await app.open();
  await openExport(page);
  const saved = await saveAs(page, 'PowerPoint slides', ['Dark'], info.outputPath.bind(info));
  const zip = await JSZip.loadAsync(saved.bytes);
  const read = async (path: string): Promise<string> =>
    (await zip.file(path)?.async('string')) ?? '';
  const scenes = await bundledScenes();
  const paths = Object.keys(zip.files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/u.test(path));
  expect(paths).toHaveLength(scenes.length);
  await onBlankPage(browser, async (blank) => {
    for (const [i, scene] of scenes.entries()) {
      const number = String(i + 1);
      const slide = await readSlide(blank, await read(`ppt/slides/slide${number}.xml`));
      expect(slide.mistakes).toBe(0);
      expect(slide.title).toBe(scene.title);
      expect(slide.all).toMatch(/Sources: 1 /u);
      expect(slide.alt).toMatch(/^(?:Timeline|Network|Map|Table).*20\d\d/u);
      expect(await read(`ppt/slides/_rels/slide${number}.xml.rels`)).toContain('#v=1');
      const notes = await read(`ppt/notesSlides/notesSlide${number}.xml`);
      const first = (scene.notes ?? '').split(/[\n*]/u)[0]?.replace(/^[-•]\s*/u, '') ?? '';
      expect(notes).toContain(first.slice(0, 40));
      // A line each, which PowerPoint shows as paragraphs.
      expect(notes.match(/<a:p>/gu)?.length ?? 0).toBeGreaterThan(2);
      const image = await zip.file(`ppt/media/image-${number}-1.png`)?.async('nodebuffer');
      const looked = await lookOn(blank, image ?? Buffer.alloc(0), 'image/png');
      expect(looked.widthPx).toBeGreaterThan(1400);
      expect(looked.colours).toBeGreaterThan(50);
    }
  });
});

test('what takes long says how far it is, and can be cancelled', async ({ app, page }) => {
  await app.open();
  await openExport(page);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'PDF handout' }).check();
  await dialog.getByRole('button', { name: 'Save file' }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText(/Scene \d+ of \d+/u);
  let saved = 0;
  page.on('download', () => {
    saved += 1;
  });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Cancelled; nothing was saved.');
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  // Nothing goes on behind it, and nothing is left on the page.
  await expect(page.locator('.export-studio')).toHaveCount(0);
  expect(saved).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`the dialog, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in it, and keys alone save a file', async ({ app, page }, info) => {
      await app.open();
      await openExport(page);
      const dialog = page.getByRole('dialog', { name: 'Export' });
      await expect(dialog.getByRole('radio', { name: 'SVG picture' })).toBeFocused();
      for (const format of ['PNG picture', 'PDF handout', 'PowerPoint slides', 'One HTML file']) {
        await page.keyboard.press('ArrowDown');
        await expect(dialog.getByRole('radio', { name: format })).toBeChecked();
        const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
        expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
      }
      await page.keyboard.press('Tab');
      await expect(dialog.getByRole('button', { name: 'Save file' })).toBeFocused();
      const downloading = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      await (await downloading).saveAs(info.outputPath('keys.html'));
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
    });
  });
}
