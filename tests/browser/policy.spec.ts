/*
 * The content security policy, of the served build and of the one file: a whole journey breaks none of it, and
 * what would break it is stopped and seen. Without the policy, or with a laxer one, the second half fails.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { App, expect, test } from './app.ts';
import { openExport, saveAs } from './exports.ts';
import { Views } from './views.ts';

/** What the page's documents and workers were kept from, by directive, or said on the console. */
async function watchPolicy(context: BrowserContext): Promise<readonly string[]> {
  const seen: string[] = [];
  await context.exposeBinding('noteViolation', (_source, words: string) => void seen.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteViolation } = window as unknown as { noteViolation: (words: string) => void }; // bound above
      noteViolation(event.effectiveDirective);
    });
  });
  // A worker's violations are told on the console alone.
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The tests' own setting, which says so.
    if (!message.text().includes('blocked by Playwright')) seen.push(message.text());
  });
  context.on('weberror', (error) => seen.push(error.error().message));
  return seen;
}

/** Through every part that draws, styles, starts a worker, saves a file or shows a stranger's words. */
async function journey(page: Page): Promise<void> {
  const app = new App(page);
  const views = new Views(page);
  await app.stands();
  await app.marks.first().press('Enter');
  await expect(app.details.getByRole('figure').first()).toBeVisible();
  for (const tab of ['Network', 'Map', 'Table', 'Timeline']) {
    await views.tab(tab).click();
    await views.stand();
  }
  await app.button('Help').click();
  await expect(page.getByRole('region', { name: 'About this history' })).toBeVisible();
  await page.keyboard.press('Escape');
  await app.button('Edit').click();
  await app.button('Stop editing').click();
  await app.button('Present').click();
  await expect(page.getByRole('heading', { name: 'It began with a speech' })).toBeVisible();
  await page.keyboard.press('Escape');
  await openFile(page, 'timeline.json', TIMELINE);
  await page.getByRole('button', { name: 'Show the history' }).click();
  await expect(app.status).toHaveText('1 of 1 event');
  await app.stands();
}

const TIMELINE = JSON.stringify({
  events: [
    {
      start_date: { year: 2014 },
      text: { headline: 'A<script>run()</script>', text: '<p style="color: red">Text' },
      media: { url: 'assets/a.png' },
    },
  ],
});

async function openFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page
    .getByLabel('File to open')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

/** Does what a stranger's script would, and tells which of it had an effect. */
function breakPolicy(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const worked = (): boolean => Reflect.get(window, 'hasRun') === 1;
    const acts: Readonly<Record<string, () => void>> = {
      // oxlint-disable-next-line no-eval -- the policy has to stop it
      eval: () => void window.eval('window.hasRun = 1'),
      'a timer out of a text': () =>
        void Reflect.apply(window.setTimeout, window, ['window.hasRun = 1', 0]),
      'a script element': () => {
        const script = document.createElement('script');
        script.append('window.hasRun = 1');
        document.body.append(script);
      },
      'a script from elsewhere': () => {
        const script = document.createElement('script');
        script.src = 'https://evil.test/run.js';
        document.body.append(script);
      },
      'HTML with a handler': () => {
        const box = document.createElement('div');
        box.innerHTML = '<img src="x" onerror="window.hasRun = 1">';
        document.body.append(box);
      },
      'a handler as an attribute': () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.hasRun = 1');
        document.body.append(button);
        button.click();
      },
      'a worker out of a text': () => void new Worker('data:text/javascript,postMessage(1)'),
    };
    const effects: string[] = [];
    const aMoment = (): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    // What the browser's debugger runs itself may evaluate texts; what comes later is held like any script.
    await aMoment();
    for (const [name, act] of Object.entries(acts)) {
      try {
        act();
      } catch {
        // Stopped: that is what the policy is for, and it is told as a violation.
      }
      await aMoment();
      if (worked()) effects.push(name);
      Reflect.set(window, 'hasRun', 0);
    }
    const styled = document.createElement('p');
    styled.setAttribute('style', 'position: fixed');
    const sheet = document.createElement('style');
    sheet.textContent = 'p { visibility: hidden }';
    document.body.append(sheet, styled);
    const { position, visibility } = getComputedStyle(styled);
    if (position === 'fixed') effects.push('a style as an attribute');
    if (visibility === 'hidden') effects.push('a style element');
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.test/';
    document.body.append(frame);
    const base = document.createElement('base');
    base.href = 'https://evil.test/';
    document.head.append(base);
    if (document.baseURI.includes('evil')) effects.push('another base address');
    return effects;
  });
}

const STOPPED = [
  'base-uri',
  'frame-src',
  'require-trusted-types-for',
  'style-src-attr',
  'style-src-elem',
];

async function expectStopped(
  page: Page,
  seen: readonly string[],
  directives: readonly string[],
): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'hasRun') === 1)).toBe(false);
  await expect
    .poll(() => directives.filter((directive) => !seen.includes(directive)), {
      message: 'directives that stopped nothing',
    })
    .toEqual([]);
}

/** Markup that stands in the page itself, past Trusted Types: what the parser finds, script-src alone stops. */
const MARKUP =
  '<script>window.hasRun = 1</script><img alt="" src="data:," onerror="window.hasRun = 1">';
const BY_SCRIPT_SRC = ['script-src-attr', 'script-src-elem'];

function spoiled(html: string): string {
  const end = html.lastIndexOf('</body>');
  expect(end).toBeGreaterThan(0);
  return html.slice(0, end) + MARKUP + html.slice(end);
}

test('the served build breaks none of its policy on a whole journey, and is held by it', async ({
  context,
  page,
}) => {
  const seen = await watchPolicy(context);
  await page.goto('./');
  await journey(page);
  expect(seen).toEqual([]);
  expect(await breakPolicy(page)).toEqual([]);
  await expectStopped(page, seen, STOPPED);

  await page.route('./', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: spoiled(await response.text()) });
  });
  await page.goto('./');
  await new App(page).stands();
  await expectStopped(page, seen, BY_SCRIPT_SRC);
});

test('the one file breaks none of its policy on a whole journey, and is held by it', async ({
  app,
  page,
  browser,
}, info) => {
  await app.open();
  await openExport(page);
  const { path } = await saveAs(page, 'One HTML file', [], info.outputPath.bind(info));
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.setOffline(true);
  const seen = await watchPolicy(context);
  const file = await context.newPage();
  await file.goto(pathToFileURL(path).href);
  await journey(file);
  expect(seen).toEqual([]);
  expect(await breakPolicy(file)).toEqual([]);
  await expectStopped(file, seen, STOPPED);

  const other = info.outputPath('spoiled.html');
  await writeFile(other, spoiled(await readFile(path, 'utf8')));
  await file.goto(pathToFileURL(other).href);
  await new App(file).stands();
  await expectStopped(file, seen, BY_SCRIPT_SRC);
  await context.close();
});

test('an address out of a history opens only by http or https, and is told nothing of us', async ({
  app,
  page,
  context,
}) => {
  const asked: { readonly url: string; readonly referrer: string | undefined }[] = [];
  await context.route('https://example.test/**', async (route) => {
    const headers = await route.request().allHeaders();
    asked.push({ url: route.request().url(), referrer: headers['referer'] });
    await route.fulfill({ contentType: 'text/html', body: '<title>There</title>' });
  });
  const addresses = ['https://example.test/a', 'javascript:run()', 'data:text/html,x', 'file:///x'];
  await page.route('**/datasets/links.json', (route) =>
    route.fulfill({
      json: {
        version: 1,
        title: 'Links',
        sources: addresses.map((url, i) => ({ id: `s${i}`, title: `Source ${i}`, url })),
        events: [
          {
            id: 'a',
            title: 'An event',
            date: '2014',
            summary: addresses.map((url, i) => `[text ${i}](${url})`).join(' '),
            citations: addresses.map((_, i) => ({ source: `s${i}` })),
          },
        ],
      },
    }),
  );
  await app.open('./?data=datasets/links.json');
  await app.marks.first().press('Enter');
  await expect(app.details).toContainText('Source 3');
  const links = app.details.getByRole('link');
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('href', 'https://example.test/a');
    await expect(link).toHaveAttribute('rel', /(?=.*\bnoopener\b).*\bnoreferrer\b/u);
  }
  const opening = context.waitForEvent('page');
  await links.filter({ hasText: 'text 0' }).click();
  const other = await opening;
  await expect(other).toHaveTitle('There');
  expect(await other.evaluate(() => [window.opener === null, document.referrer])).toEqual([
    true,
    '',
  ]);
  expect(asked).toEqual([{ url: 'https://example.test/a', referrer: undefined }]);
});
