/* What goes wrong is told with its place and a way on, keeps what was open, and stays in its own part of the page. */
import type { Page, Route } from '@playwright/test';
import { expect, test, type App } from './app.ts';

const OTHER = 'datasets/other.json';
const SMALL = {
  version: 1,
  title: 'A small history',
  events: [{ id: 'one', title: 'The only event', date: '2014-01-10' }],
};

interface Failure {
  readonly what: string;
  readonly answer: (route: Route) => Promise<void>;
  /** Parts of what is told: what is wrong, where, what to do. */
  readonly told: readonly RegExp[];
}

const json = (body: unknown) => (route: Route) =>
  route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) });
const text = (body: string) => (route: Route) =>
  route.fulfill({ contentType: 'application/json', body });

const FAILURES: readonly Failure[] = [
  {
    what: 'an address with nothing there',
    answer: (route) => route.fulfill({ status: 404, body: 'nothing' }),
    told: [/404/, /Check the address/],
  },
  {
    what: 'a connection that breaks',
    answer: (route) => route.abort('connectionreset'),
    told: [/Nothing could be fetched/, /connection/],
  },
  {
    what: 'a web page',
    answer: (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
    told: [/web page, not a dataset/],
  },
  {
    what: 'broken JSON',
    answer: text('{\n  "version": 1,\n  "title": "Broken",\n  "events": [}\n}\n'),
    told: [/not JSON/, /line 4, column 14/],
  },
  {
    what: 'nothing at all',
    answer: text(''),
    told: [/empty/],
  },
  {
    what: 'a breach of the schema',
    answer: json({ ...SMALL, events: 'none' }),
    told: [/does not hold a history/, /events/, /Found\s*"none"/, /Expected/, /What to do/],
  },
];

for (const { what, answer, told } of FAILURES) {
  test(`${what} is told with a way on`, async ({ app, page }) => {
    await page.route(`**/${OTHER}`, answer);
    await page.goto(`./?data=${OTHER}`);
    const failure = page.getByRole('region', { name: 'Not opened' });
    await expect(failure.getByRole('heading')).toHaveText('This history could not be opened');
    await expect(app.main).toHaveAttribute('aria-busy', 'false');
    await expect(failure).toContainText(OTHER);
    for (const words of told) await expect(failure).toContainText(words);

    // It works the second time.
    await page.unroute(`**/${OTHER}`);
    await page.route(`**/${OTHER}`, json(SMALL));
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expect(app.status).toHaveText('1 of 1 event');
    await expect(failure).toBeHidden();
  });
}

test('where nothing is open the bundled history is offered', async ({ app, page }) => {
  await page.goto('./?data=datasets/none.json');
  await app.button('Open the bundled history').click();
  await expect(app.status).toHaveText('32 of 32 events');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('what was open stays open when another history fails', async ({ app, page }) => {
  await app.open('./#v=1&org=google');
  await app.mark('Companies pledge to develop May’s concepts').first().click();
  await expect(app.details.getByRole('heading', { level: 2 })).toBeVisible();
  await page.route(`**/${OTHER}`, json({ ...SMALL, events: 'none' }));
  await app.button('Open').click();
  const dialog = page.getByRole('dialog', { name: 'Open a history' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill(OTHER);
  await dialog.getByRole('button', { name: 'Open history' }).click();
  await expect(dialog).toContainText('It could not be opened');
  await expect(dialog).toContainText('events');
  await expect(dialog).toContainText('The History of WePROTECT stays open.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(app.status).toHaveText('5 of 32 events');
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
    'Companies pledge to develop May’s concepts',
  );
  expect(new URL(page.url()).search).toBe('');
});

test('a date that cannot be read costs the history nothing, and help says where it is', async ({
  app,
  page,
}) => {
  const events = [...SMALL.events, { id: 'two', title: 'No date at all', date: 'soon' }];
  await page.route(`**/${OTHER}`, json({ ...SMALL, events }));
  await page.goto(`./?data=${OTHER}`);
  await expect(app.status).toHaveText('2 of 2 events');
  await app.button('Help').click();
  const about = page.getByRole('region', { name: 'About this history' });
  await expect(about).toContainText('events[1].date');
  await expect(about).toContainText('"soon"');
});

test('an error in the timeline leaves the rest of the page working', async ({ app, page }) => {
  // What the timeline alone needs, and cannot do without, is missing in this browser.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'ResizeObserver', {
      get: () => {
        throw new Error('No sizes today.');
      },
    });
  });
  await page.goto('./');
  await expectOnlyTimelineFailed(app, page, 'No sizes today.');
});

test('an error while the timeline draws leaves the rest of the page working', async ({
  app,
  page,
}) => {
  // The first mark cannot be drawn: marks are the only SVG elements that are buttons.
  await page.addInitScript(() => {
    const setAttribute = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute');
    const original = setAttribute?.value as typeof Element.prototype.setAttribute;
    SVGElement.prototype.setAttribute = function refuse(name: string, value: string): void {
      if (name === 'role' && value === 'button') throw new Error('No marks today.');
      original.call(this, name, value);
    };
  });
  await page.goto('./');
  await expectOnlyTimelineFailed(app, page, 'No marks today.');
});

async function expectOnlyTimelineFailed(app: App, page: Page, words: string): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: 'Something went wrong in the timeline' });
  await expect(alert).toContainText(words);
  await expect(app.main).toHaveAttribute('aria-busy', 'false');
  await expect(app.status).toHaveText('32 of 32 events');
  await app.value('Google').click();
  await expect(app.status).toHaveText('5 of 32 events');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('hackathon');
  await page.getByRole('option', { name: /^Hackathon for breakthrough/ }).click();
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText(
    'Hackathon for breakthrough technology concepts',
  );
  await app.button('Undo').click();
  await expect(app.details).toBeHidden();
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
}
