/** The program on the device: without a network from the second visit on, and no new version under a speaker. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import { App, expect, test as base } from './app.ts';
import { SCENES } from './briefing.ts';
import { history } from './history.ts';

interface Served {
  /** Ends with a slash. */
  readonly address: string;
  /** Puts a newer version in the place of what is served. */
  readonly publish: () => void;
  /** From now on nothing answers. */
  readonly end: () => Promise<void>;
}

const VERSION = 'meta[name="made-up-version"]';

/** A copy of the built folder on a server of its own, so that a newer version can take its place. */
const test = base.extend<{ served: Served }>({
  // Playwright reads off the pattern what a fixture needs: this one needs nothing.
  // oxlint-disable-next-line no-empty-pattern -- see above
  served: async ({}, hand) => {
    const folder = mkdtempSync(join(tmpdir(), 'threadline-'));
    cpSync(process.env['THREADLINE_DIST'] ?? 'dist', folder, { recursive: true });
    const server: PreviewServer = await preview({
      base: '/some/where/',
      logLevel: 'silent',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    });
    const change = (name: string, edit: (text: string) => string): void => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const next = edit(text);
      expect(next, `${name} is changed`).not.toBe(text);
      writeFileSync(path, next);
    };
    await hand({
      address: server.resolvedUrls?.local[0] ?? '',
      publish: () => {
        change('index.html', (text) =>
          text.replace('</head>', '<meta name="made-up-version" content="2" /></head>'),
        );
        change('service-worker.js', (text) =>
          text.replace(/(index\.html.{1,20}?revision.{1,4}?)[\da-f]{16}/, '$1aaaaaaaaaaaaaaaa'),
        );
      },
      end: () => server.close(),
    });
    await server.close();
    rmSync(folder, { recursive: true });
  },
});

test.use({ serviceWorkers: 'allow' });

/** All files are on the device. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => navigator.serviceWorker.ready);
}

test('from the second visit on it works with the network off', async ({
  served,
  context,
  page,
}) => {
  const app = new App(page);
  await app.open(served.address);
  await kept(page);
  await context.setOffline(true);
  await served.end();

  await app.open(served.address);
  await test.step('finds, filters and reads', async () => {
    await app.value('Google').click();
    await expect(app.status).toHaveText(`5 of ${String(history.events.length)} events`);
    await app.mark('Companies pledge to develop May’s concepts').first().click();
    await expect(app.details.getByRole('figure').first()).toBeVisible();
  });
  await test.step('shows what comes only when it is asked for', async () => {
    for (const name of ['Network', 'Map', 'Table']) {
      await page.getByRole('tab', { name, exact: true }).click();
      await expect(
        page.getByRole('region', { name: name === 'Table' ? 'Events' : name, exact: true }),
      ).toBeVisible();
      await expect(app.main).toHaveAttribute('aria-busy', 'false');
    }
    await app.button('Help').click();
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await test.step('opens an address with everything in it, embedded too', async () => {
    await app.open(`${served.address}?embed#v=1&org=microsoft`);
    await expect(app.chip('Microsoft')).toBeVisible();
  });
  await test.step('presents', async () => {
    await page.goto(`${served.address}#v=1&scene=speech`);
    await expect(page.getByRole('heading', { name: 'It began with a speech' })).toBeVisible();
  });
});

test('it can be installed: a manifest, with icons that are there', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('./');
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const address = new URL(href ?? '', baseURL).href;
  const manifest = (await (await request.get(address)).json()) as {
    name: string;
    start_url: string;
    icons: readonly { src: string; sizes: string; purpose: string }[];
  };
  expect(manifest.name).toBe('Threadline');
  expect(new URL(manifest.start_url, address).href).toBe(baseURL);
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return `${String(image.naturalWidth)}x${String(image.naturalHeight)}`;
    }, new URL(src, address).href);
    if (sizes !== 'any') expect(size, src).toBe(sizes);
  }
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A private window, which every test has, cannot install; nothing else may stand in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

test('a new version waits for a word, and takes over at once then', async ({ served, page }) => {
  const app = new App(page);
  await app.open(served.address);
  await kept(page);
  served.publish();
  await app.open(served.address);
  await expect(page.locator(VERSION)).toHaveCount(0);
  await expect(page.getByText('A new version of Threadline is ready.')).toBeVisible();
  await app.value('Google').click();
  await expect(app.status).toHaveText(/^5 of /);
  await app.button('Update now').click();
  await expect(page.locator(VERSION)).toHaveCount(1);
  await app.stands();
  // What was chosen stands in the address, and so comes back.
  await expect(app.status).toHaveText(/^5 of /);
  await expect(page.getByText('A new version of Threadline is ready.')).toBeHidden();
});

test('no new version while somebody presents, in this window or in another', async ({
  served,
  context,
  page,
}) => {
  const app = new App(page);
  await app.open(served.address);
  await kept(page);
  const speaker = await context.newPage();
  await speaker.goto(`${served.address}#v=1&scene=speech`);
  await expect(speaker.getByRole('heading', { name: 'It began with a speech' })).toBeVisible();
  served.publish();

  await page.reload();
  await app.stands();
  await app.button('Update now').click();
  await expect(page.getByText('One of its windows presents')).toBeVisible();
  await expect(page.locator(VERSION)).toHaveCount(0);

  await test.step('nothing is said on the stage', async () => {
    await speaker.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() =>
        speaker.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state),
      )
      .toBe('installed');
    await expect(speaker.getByText('A new version of Threadline is ready.')).toBeHidden();
  });

  await test.step('when it has ended, it is said there too, and either window may take it', async () => {
    await speaker.keyboard.press('Escape');
    await expect(speaker.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect(speaker.getByText('A new version of Threadline is ready.')).toBeVisible();
    await app.button('Update now').click();
    await expect(page.locator(VERSION)).toHaveCount(1);
    await expect(speaker.getByText('Threadline was updated in another window.')).toBeVisible();
    await speaker.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect(speaker.locator(VERSION)).toHaveCount(1);
  });
});

test('no new version while work is not kept', async ({ served, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const app = new App(page);
  await app.open(served.address);
  await kept(page);
  // Only a page that a version answers for can be given another.
  await app.open(served.address);
  await app.button('Briefing').click();
  await app.button(`Options for scene ${SCENES[0]?.title ?? ''}`).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Your changes to the briefing are not kept.')).toBeVisible();
  served.publish();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await app.button('Update now').click();
  await expect(page.getByText('or has changes that are not kept')).toBeVisible();
  await expect(page.locator(VERSION)).toHaveCount(0);

  await app.button(`Undo: delete “${SCENES[0]?.title ?? ''}”`).click();
  await expect(app.button(SCENES[0]?.title ?? '')).toBeVisible();
});
