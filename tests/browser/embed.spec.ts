/* A history in somebody else's page: an iframe with ?embed, with and without scenes, by keys, with its address. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { headersFor } from '../../scripts/headers.ts';
import { SCENES } from './briefing.ts';
import { expect, test as base } from './app.ts';
import { history } from './history.ts';

const [first, second] = SCENES;

/** Somebody else's page, of another origin, with the frame that docs/embedding.md tells to put there. */
type Embed = (address: string) => Promise<FrameLocator>;

const test = base.extend<{ embed: Embed }>({
  embed: async ({ page, baseURL }, hand) => {
    let src = '';
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Somebody else’s page</title><h1>A report</h1>
        <iframe src="${src.replaceAll('&', '&amp;')}" title="The history of WePROTECT"
          width="1200" height="700" allow="fullscreen; clipboard-write"></iframe>
        <p><a href="#end">The end</a></p>`);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    await hand(async (address) => {
      src = new URL(address, baseURL).href;
      await page.goto(`http://127.0.0.1:${String(port)}/`);
      return page.frameLocator('iframe');
    });
    server.closeAllConnections();
    server.close();
  },
});

/** What the frame's own address bar would say. */
function addressIn(page: Page): string {
  return page.frames()[1]?.url() ?? '';
}

test('no header stands in the way of being embedded', () => {
  const headers = headersFor(readFileSync('public/_headers', 'utf8'), '/index.html');
  expect(headers.get('X-Frame-Options')).toBeUndefined();
  expect(headers.get('Content-Security-Policy')).not.toContain('frame-ancestors');
});

test('the history alone: no header, by pointer and keys, with an address of its own', async ({
  page,
  embed,
}) => {
  const frame = await embed('./?embed#v=1&org=google');
  const host = page.url();
  const status = frame.getByRole('status').filter({ hasText: / of .* events$/ });
  const total = String(history.events.length);
  await expect(status).toHaveText(`5 of ${total} events`);
  await expect(frame.getByRole('banner')).toHaveCount(0);
  await expect(frame.getByRole('button', { name: 'Present', exact: true })).toHaveCount(0);

  await frame.getByRole('checkbox', { name: 'Microsoft', exact: true }).click();
  await expect(frame.getByText('Google or Microsoft', { exact: true })).toBeVisible();
  await expect.poll(() => addressIn(page)).toContain('?embed#v=1&org=google,microsoft');
  expect(page.url()).toBe(host);

  const timeline = frame.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('button', { name: 'Zoom in', exact: true }).focus();
  await page.keyboard.press('+');
  await expect.poll(() => addressIn(page)).toContain('from=');
  await page.keyboard.press('Control+z');
  await expect.poll(() => addressIn(page)).not.toContain('from=');
});

test('the keyboard goes in and comes out again', async ({ page, embed }) => {
  const frame = await embed('./?embed');
  await expect(frame.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('link', { name: 'Skip to the view' })).toBeFocused();
  const end = page.getByRole('link', { name: 'The end' });
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await end.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab never leaves the frame.');
});

test('a scene plays in the frame, step by step, and its address comes back to it', async ({
  page,
  embed,
}) => {
  const frame = await embed(`./?embed#v=1&scene=${first?.id ?? ''}`);
  const host = page.url();
  const stage = frame.getByRole('main', { name: 'Stage' });
  const title = stage.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(first?.title ?? '');
  await expect(stage).toHaveAttribute('aria-busy', 'false');
  await page.locator('iframe').focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => addressIn(page)).toContain('step=1');
  for (let step = first?.steps?.length ?? 0; step > 0; step -= 1) {
    await page.keyboard.press('PageDown');
  }
  await expect(title).toHaveText(second?.title ?? '');
  await expect.poll(() => addressIn(page)).toContain(`scene=${second?.id ?? ''}`);
  expect(page.url()).toBe(host);

  const again = await embed(addressIn(page));
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(second?.title ?? '');

  await test.step('and is left for exploring without a header', async () => {
    await expect(again.getByRole('main', { name: 'Stage' })).toHaveAttribute('aria-busy', 'false');
    await page.locator('iframe').focus();
    await page.keyboard.press('Escape');
    await expect(again.getByRole('region', { name: 'Filters' })).toBeVisible();
    await expect(again.getByRole('banner')).toHaveCount(0);
  });
});
