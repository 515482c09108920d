/* A dataset and an address are from strangers: nothing in them runs, is fetched, or breaks the page. */
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import type { HostileInput } from '../unit/hostile/hostileInput.ts';
import { NETWORKS } from '../unit/hostile/inputs/networks.ts';
import { NO_HISTORY } from '../unit/hostile/inputs/noHistory.ts';
import { OWN_JSON } from '../unit/hostile/inputs/ownJson.ts';
import { TABLES } from '../unit/hostile/inputs/tables.ts';
import { TIMELINES } from '../unit/hostile/inputs/timelines.ts';
import { history } from './history.ts';

const OTHER = 'datasets/other.json';

/** Markup in all its tempers, and the Markdown that a text may hold. */
const MARKUP =
  '"><img src=https://evil.test/x onerror="window.hasRun=1"><script>window.hasRun=1</script>' +
  '<svg onload="window.hasRun=1"><style>*{display:none}</style></svg>' +
  '[press me](javascript:window.hasRun=1) ![x](https://evil.test/y) &lt;b&gt; ${hasRun} {{hasRun}}';
const LONG = 'W'.repeat(10_000);
const SCRIPT_ADDRESS = 'javascript:window.hasRun=1';

/** Keys whose values are not anybody's prose: what refers, dates, and words of a fixed list. */
const BARE: ReadonlySet<string> = new Set(
  (
    'id version date asOf language status weight order part kind actor source place organisation ' +
    'within broader partOf to from places themes cites qualifier currency over country sector view'
  ).split(' '),
);

/** The bundled history with `words` in place of every text, and scripts for addresses. */
function hostile(words: (text: string) => string): unknown {
  const rewritten = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => rewritten(item, key));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([name, item]) => [name, rewritten(item, name)]);
      return {
        ...Object.fromEntries(entries),
        ...('title' in value ? { url: SCRIPT_ADDRESS } : {}),
      };
    }
    return typeof value !== 'string' || BARE.has(key) ? value : words(value);
  };
  return rewritten({ ...history, $schema: undefined }, '');
}

/** Notes everything that a stranger's text should never bring about. */
async function watch(page: Page): Promise<readonly string[]> {
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happened.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') happened.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === 'evil.test') happened.push(`asked ${request.url()}`);
  });
  await page.route('https://evil.test/**', (route) => route.abort());
  return happened;
}

async function expectHarmless(page: Page, happened: readonly string[]): Promise<void> {
  const found = await page.evaluate(() => ({
    hasRun: 'hasRun' in window,
    strangers: document.querySelectorAll('img, iframe, object, embed, body script').length,
    addresses: Array.from(document.querySelectorAll('a'), ({ protocol }) => protocol).filter(
      (protocol) => protocol !== 'http:' && protocol !== 'https:',
    ),
    isTooWide: document.documentElement.scrollWidth > window.innerWidth,
  }));
  expect(found).toEqual({ hasRun: false, strangers: 0, addresses: [], isTooWide: false });
  expect(happened).toEqual([]);
}

for (const [what, words] of [
  ['markup and scripts', (text: string) => `${text.slice(0, 20)} ${MARKUP}`],
  ['ten thousand letters', (text: string) => `${text.slice(0, 20)} ${LONG}`],
] as const) {
  test(`a history whose every text is ${what} neither runs nor breaks`, async ({ app, page }) => {
    const happened = await watch(page);
    const body = JSON.stringify(hostile(words));
    await page.route(`**/${OTHER}`, (route) =>
      route.fulfill({ contentType: 'application/json', body }),
    );
    await app.open(`./?data=${OTHER}`);
    await expect(app.status).toHaveText('32 of 32 events');
    await expectHarmless(page, happened);

    await app.marks.first().press('Enter');
    await expect(app.details.getByRole('figure').first()).toBeVisible();
    await expectHarmless(page, happened);
    await app.filters.getByRole('checkbox').first().click();
    await expect(app.status).not.toHaveText('32 of 32 events');
    await app.filters
      .getByRole('button', { name: /^Options for/ })
      .first()
      .click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectHarmless(page, happened);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('summit');
    await expect(
      page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first(),
    ).toBeVisible();
    await expectHarmless(page, happened);
    await page.keyboard.press('Escape');
    await app.button('Help').click();
    await expect(page.getByRole('region', { name: 'About this history' })).toBeVisible();
    await expectHarmless(page, happened);
    await page.keyboard.press('Escape');
    for (const width of [800, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await expect(app.details).toBeVisible();
      await expectHarmless(page, happened);
    }
  });
}

const HASHES: readonly string[] = [
  '#%',
  '#%E0%A4%A&&&==&=x',
  '#v=0&lanes=constructor&view=__proto__&rest=toString&parts=maybe',
  '#v=999999&from=2014-01-01&to=2014-02-01',
  '#v=1&from=soon&to=later&during=2014',
  '#v=1&from=2015-01-01&to=2014-01-01',
  '#v=1&from=-999999-01-01&to=999999-12-31',
  '#v=1&from=ms:1e308&to=ms:-1e308',
  '#v=1&sel=event:__proto__',
  '#v=1&sel=actor:constructor',
  '#v=1&sel=<script>window.hasRun=1</script>',
  '#v=1&org="><img src=https://evil.test/x onerror=window.hasRun=1>',
  '#v=1&org.all=toString,hasOwnProperty&theme.not=__proto__',
  `#v=1&q=${'%F0%9F%92%A9'.repeat(2000)}`,
  `#v=1&person=${Array.from({ length: 20_000 }, (_, i) => i).join(',')}`,
];

test('no address after # breaks the page', async ({ app, page }) => {
  const happened = await watch(page);
  for (const hash of HASHES) {
    // Each in a page of its own, as a link from elsewhere opens it.
    await page.goto('about:blank');
    await page.goto(`./${hash}`);
    await expect(app.main, hash).toHaveAttribute('aria-busy', 'false');
    await expect(app.status, hash).toHaveText(/^\d+ of 32 events$/);
    await expectHarmless(page, happened);
  }
  // And one after the other in the same page, as they are pasted over each other.
  for (const hash of HASHES) {
    await page.goto(`./${hash}`);
    await expect(app.status, hash).toHaveText(/^\d+ of 32 events$/);
  }
  await expectHarmless(page, happened);
});

test('a value that cannot be read is told once, and the rest of the address holds', async ({
  app,
  page,
}) => {
  await app.open('./#v=1&lanes=constructor&org=google&sel=actor:constructor');
  await expect(app.status).toHaveText('5 of 32 events');
  const notice = app.main.getByText('This history has no actor “constructor”.');
  await expect(notice).toContainText('lanes=constructor');
  await app.button('Close notice').click();
  await expect(notice).toBeHidden();
  await page.reload();
  await app.stands();
  await expect(app.status).toHaveText('5 of 32 events');
  await expect(app.button('Close notice')).toBeHidden();
});

test('an address of a dataset that is none opens nothing and says so', async ({ app, page }) => {
  const happened = await watch(page);
  for (const address of [
    'javascript:window.hasRun=1',
    'data:application/json,{}',
    'file:///etc/passwd',
    'blob:https://evil.test/1',
    'https://[bad',
  ]) {
    await page.goto(`./?data=${encodeURIComponent(address)}`);
    await expect(app.main).toHaveAttribute('aria-busy', 'false');
    await expect(page.getByRole('region', { name: 'Not opened' }), address).toBeVisible();
    await app.button('Open the bundled history').click();
    await expect(app.status).toHaveText('32 of 32 events');
    await expectHarmless(page, happened);
  }
});

/** Of the table of hostile inputs (docs/hostile-inputs.md), some of each kind. */
const REFUSED = ['a login page named .csv', 'a zip named .json', 'lists 100,000 deep'];
const OPENED = [
  'HTML and scripts in every text',
  'a field that is nested 100,000 deep',
  'what turns the writing direction and is not closed',
  'TimelineJS: a script in every text',
  'GraphML: a script in a label and a stylesheet beside it',
];

function inputs(names: readonly string[]): readonly HostileInput[] {
  const all = [...NO_HISTORY, ...OWN_JSON, ...TIMELINES, ...NETWORKS, ...TABLES];
  return names.map((name) => {
    const input = all.find(({ what }) => what === name);
    if (input === undefined) throw new Error(`The table has no “${name}”.`);
    return input;
  });
}

async function bring(page: Page, { name, content }: HostileInput): Promise<void> {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByLabel('File to open').setInputFiles({
    name: name ?? 'pasted',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content() as string),
  });
}

test('a file that is no history is told what it is, and what was open stays', async ({
  app,
  page,
}) => {
  const happened = await watch(page);
  await app.open();
  for (const input of inputs(REFUSED)) {
    await bring(page, input);
    const words = 'refused' in input.gets ? input.gets.refused : '';
    await expect(page.getByRole('alert'), input.what).toContainText(words);
    await page.keyboard.press('Escape');
    await expect(app.status).toHaveText('32 of 32 events');
    await expectHarmless(page, happened);
  }
});

test('a hostile file from the disk opens, and nothing in it runs', async ({ app, page }) => {
  const happened = await watch(page);
  await app.open();
  for (const input of inputs(OPENED)) {
    await bring(page, input);
    await page.getByRole('button', { name: 'Show the history' }).click();
    const total = 'events' in input.gets ? input.gets.events : 0;
    const words = `${total} of ${total} ${total === 1 ? 'event' : 'events'}`;
    await expect(app.status, input.what).toHaveText(words);
    await expect(app.main).toHaveAttribute('aria-busy', 'false');
    await expectHarmless(page, happened);
  }
});
