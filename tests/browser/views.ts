/*
 * The views beside the timeline as a person meets them: their parts by role and name, and when they rest.
 * Every wait is for something that can be seen, never for a time.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Box } from './app.ts';

/** A column of the table, as its head names it. */
export type Column =
  'Date' | 'Title' | 'Status' | 'Kind' | 'Actors' | 'Places' | 'Themes' | 'Weight';

export class Views {
  readonly page: Page;
  readonly network: Locator;
  /** Actors, events and themes: one tab stop, a button for each that is drawn. */
  readonly netPicture: Locator;
  readonly map: Locator;
  readonly mapPicture: Locator;
  readonly table: Locator;
  readonly grid: Locator;
  readonly divider: Locator;

  constructor(page: Page) {
    this.page = page;
    this.network = page.getByRole('region', { name: 'Network', exact: true });
    this.netPicture = this.network.getByRole('group', { name: /^The network/ });
    this.map = page.getByRole('region', { name: 'Map', exact: true });
    this.mapPicture = this.map.getByRole('group', { name: /^Places on the map/ });
    this.table = page.getByRole('region', { name: 'Events', exact: true });
    this.grid = this.table.getByRole('grid');
    this.divider = page.getByRole('separator', { name: /^Divider between / });
  }

  /** Opens an address and waits until all that it shows stands, settled. */
  async open(address = './'): Promise<void> {
    await this.page.goto(address);
    await this.stand();
  }

  /** Every view on the page has its answer, is drawn, and moves no more. */
  async stand(): Promise<void> {
    await expect(this.page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect(
      this.page.getByRole('status').filter({ hasText: / of .* events?$/ }),
    ).toBeVisible();
    // The second of two views comes once the first has been seen; on a phone there is one.
    const tab = await this.page.getByRole('tab', { selected: true }).innerText();
    const shown = this.page.getByRole('tabpanel').getByRole('region');
    await expect(shown).toHaveCount(tab.includes(' and ') ? 2 : 1);
    if (await this.network.isVisible()) {
      await expect(this.network).toHaveAttribute('aria-busy', 'false');
      await expect(this.nodes.first()).toBeVisible();
    }
    if (await this.map.isVisible()) await expect(this.places.first()).toBeVisible();
    if (await this.table.isVisible()) {
      await expect(this.grid).toHaveAttribute('aria-busy', 'false');
      await expect(this.rows.first()).toBeVisible();
    }
    await this.still();
  }

  /** The network is laid out and moves no more, also where nobody is left in it. */
  async settled(): Promise<void> {
    await expect(this.network).toHaveAttribute('aria-busy', 'false');
    await this.still();
  }

  /** Waits until all pictures are the same in one frame after another. */
  async still(): Promise<void> {
    await this.page.getByRole('main').evaluate(async (main) => {
      const drawn = (): string =>
        Array.from(main.querySelectorAll('svg, [aria-busy]'), (part) =>
          part instanceof SVGElement ? part.outerHTML : (part.getAttribute('aria-busy') ?? ''),
        ).join('');
      let before = drawn();
      for (let same = 0; same < 4;) {
        await new Promise(requestAnimationFrame);
        const now = drawn();
        same = now === before ? same + 1 : 0;
        before = now;
      }
    });
  }

  get nodes(): Locator {
    return this.netPicture.getByRole('button');
  }

  /** One actor, event or theme of the network, by the name that it is read by, without its count. */
  node(name: string): Locator {
    return this.netPicture.getByRole('button', { name: `${name}, ` });
  }

  get places(): Locator {
    return this.mapPicture.getByRole('button');
  }

  place(name: string): Locator {
    return this.mapPicture.getByRole('button', { name: `${name}, ` });
  }

  /** The events in rows, without the row of the columns' names. */
  get rows(): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
  }

  head(column: Column): Locator {
    return this.grid.getByRole('columnheader', { name: column, exact: true });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  /** The titles of the events in rows, from the top. */
  async titles(): Promise<readonly string[]> {
    return this.rows.getByRole('rowheader').allInnerTexts();
  }

  /** How a view shares the window: the height of its region. */
  async heightOf(region: Locator): Promise<number> {
    return (await boxOf(region)).bottom - (await boxOf(region)).top;
  }

  /** The shape of a mark, a node or a place, which the pointer goes to: its name may lie aside. */
  shape(of: Locator): Locator {
    return of.first().locator('circle, path, rect').first();
  }
}

/** Where a thing stands on the screen; fails where it is not drawn. */
export async function boxOf(target: Locator): Promise<Box> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} is not drawn.`);
  const { x, y, width, height } = box;
  return { left: x, right: x + width, top: y, bottom: y + height };
}

/** The same choices, by the address alone, in a new window of another reader. */
export async function opensElsewhere(
  page: Page,
  read: (views: Views) => Promise<void>,
): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser to open another window in.');
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    locale: 'en-GB',
    timezoneId: 'Pacific/Apia',
  });
  const views = new Views(await context.newPage());
  await views.open(page.url());
  await read(views);
  await context.close();
}
