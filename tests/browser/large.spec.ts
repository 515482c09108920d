/* A history that takes a while to come: how far it is, that the page answers meanwhile, that it can be stopped. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { madeUpHistory } from '../../bench/madeUpHistory.ts';
import { expect, test } from './app.ts';

const EVENTS = 40_000;

interface SlowLine {
  readonly address: string;
  /** What is left of every file comes at once from now on. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
}

/** Serves a history of some megabytes a little at a time. */
async function slowLine(): Promise<SlowLine> {
  const bytes = Buffer.from(JSON.stringify(madeUpHistory({ events: EVENTS })));
  let isSlow = true;
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
      'content-length': bytes.length,
    });
    let sent = 0;
    const send = (): void => {
      if (!isSlow) {
        response.end(bytes.subarray(sent));
        return;
      }
      // Most of it first, then little by little, and never all of it.
      const next = sent === 0 ? 6_000_000 : Math.min(sent + 1_000, bytes.length - 1_000);
      response.write(bytes.subarray(sent, next));
      sent = next;
      setTimeout(send, 50);
    };
    send();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/history.json`,
    hurry: () => {
      isSlow = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

let line: SlowLine;

test.beforeEach(async () => {
  line = await slowLine();
});

test.afterEach(() => line.close());

test('tells how far a large history has come, answers meanwhile, and opens it', async ({
  app,
  page,
}) => {
  await page.goto(`./?data=${encodeURIComponent(line.address)}#v=1&view=timeline`);
  const progress = page
    .getByRole('status')
    .filter({ hasText: /^Loading the history, \d of \d MB …$/u });
  await expect(progress).toBeVisible();
  await app.button('Help').press('Enter');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeHidden();
  await expect(progress).toBeVisible();

  line.hurry();
  await app.stands();
  await expect(app.status).toHaveText('40,000 of 40,000 events');
  await expect(progress).toBeHidden();
  // An event is read again from its bytes.
  const mark = app.picture.getByRole('button', { name: /, number \d+, / }).first();
  const [title = ''] =
    /^.*?, number \d+/u.exec((await mark.getAttribute('aria-label')) ?? '') ?? [];
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(app.details.getByRole('heading', { name: title })).toBeVisible();
});

test('stops a large history on its way, and what was open stays', async ({ app, page }) => {
  await app.open();
  await app.button('Open').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill(line.address);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Escape');
  await expect(app.status).toHaveText('32 of 32 events');
});
