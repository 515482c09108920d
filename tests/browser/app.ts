/*
 * The app as a person meets it: its parts by role and name, and readings of what stands on the screen.
 * Every wait is for something that can be seen, never for a time.
 */
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { axisOf, type Axis } from './axis.ts';

/** The timeline by itself, with the room of the whole window. */
export const TIMELINE_ALONE = './#v=1&view=timeline';

/** A box on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is drawn by itself, or as density, on the timeline: a button. */
export interface Drawn {
  readonly name: string;
  /** How it is told apart in words: whether it matches, its status. */
  readonly description: string;
  readonly isCurrent: boolean;
  /** Of the shape and its name together, from the top left corner of the picture. */
  readonly box: Box;
}

/** What the same address must show again. */
export interface Picture {
  readonly status: string;
  readonly chips: readonly string[];
  readonly range: string;
  readonly details: string | null;
  readonly drawn: readonly Drawn[];
}

export class App {
  readonly page: Page;
  readonly main: Locator;
  readonly timeline: Locator;
  /** The events on the timeline: one tab stop, a button for each mark. */
  readonly picture: Locator;
  readonly filters: Locator;
  readonly details: Locator;
  /** "N of M events". */
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.timeline = page.getByRole('region', { name: 'Timeline' });
    this.picture = this.timeline.getByRole('group', { name: /^Events on the timeline/ });
    this.filters = page.getByRole('region', { name: 'Filters' });
    this.details = page.getByRole('region', { name: 'Details' });
    this.status = page.getByRole('status').filter({ hasText: / of .* events?$/ });
  }

  /** Opens an address of the app and waits for the first picture. */
  async open(address = './'): Promise<void> {
    await this.page.goto(address);
    await this.stands();
  }

  async stands(): Promise<void> {
    await expect(this.main).toHaveAttribute('aria-busy', 'false');
    await expect(this.status).toBeVisible();
    await expect(this.marks.first()).toBeVisible();
  }

  get marks(): Locator {
    return this.picture.getByRole('button');
  }

  /** The marks of one event: one in each lane that it belongs to. */
  mark(title: string): Locator {
    return this.picture.getByRole('button', { name: `${title}, ` });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A button of the timeline's own bar: every view has its Zoom in, Zoom out and Fit all. */
  tool(name: string): Locator {
    return this.timeline.getByRole('button', { name, exact: true });
  }

  value(name: string): Locator {
    return this.filters.getByRole('checkbox', { name, exact: true });
  }

  chip(words: string | RegExp): Locator {
    return this.page
      .getByRole('group', { name: 'Active filters' })
      .getByRole('listitem')
      .filter({ hasText: words });
  }

  get axisPicture(): Locator {
    return this.timeline.locator('svg[aria-hidden]:has(text)').first();
  }

  /** The strip that shows all of the history's time. */
  get overview(): Locator {
    return this.timeline.locator('svg[aria-hidden]').last();
  }

  /** What the ticks say about where which instant stands, at this moment. */
  async axis(): Promise<Axis> {
    return axisOf(
      await this.axisPicture.evaluate((svg) =>
        Array.from(svg.querySelectorAll('text'), (text) => {
          const { left, right, top } = text.getBoundingClientRect();
          return { words: text.textContent, left, centre: (left + right) / 2, top };
        }),
      ),
    );
  }

  /** The visible range as the address holds it once a gesture is over. */
  range(): { readonly startMs: number; readonly endMs: number } | null {
    const pairs = new URLSearchParams(new URL(this.page.url()).hash.slice(1));
    const from = pairs.get('from');
    const to = pairs.get('to');
    return from === null || to === null
      ? null
      : { startMs: Date.parse(from), endMs: Date.parse(to) };
  }

  /** Waits until the picture is the same in one frame after another: nothing flies or glides any more. */
  async still(): Promise<void> {
    await this.timeline.evaluate(async (region) => {
      const drawn = (): string =>
        Array.from(region.querySelectorAll('svg'), (svg) => svg.outerHTML).join('');
      let before = drawn();
      for (let same = 0; same < 3;) {
        await new Promise(requestAnimationFrame);
        const now = drawn();
        same = now === before ? same + 1 : 0;
        before = now;
      }
    });
  }

  /** All that is drawn on the timeline, in the order in which it is read. */
  async drawn(): Promise<readonly Drawn[]> {
    return this.picture.evaluate((picture) =>
      Array.from(picture.querySelectorAll('[role=button]'), (mark) => {
        const origin = picture.getBoundingClientRect();
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return {
          name: mark.getAttribute('aria-label') ?? '',
          description: mark.getAttribute('aria-description') ?? '',
          isCurrent: mark.getAttribute('aria-current') === 'true',
          box: {
            left: left - origin.left,
            right: right - origin.left,
            top: top - origin.top,
            bottom: bottom - origin.top,
          },
        };
      }),
    );
  }

  /** The events drawn that match what filters, by name, each once. */
  async matching(): Promise<ReadonlySet<string>> {
    const drawn = await this.drawn();
    return new Set(
      drawn
        .filter(({ description }) => !/does not match/i.test(description))
        .map(({ name }) => name),
    );
  }

  async seen(): Promise<Picture> {
    await this.still();
    const chips = this.page.getByRole('group', { name: 'Active filters' }).getByRole('listitem');
    const isDetailed = await this.details.isVisible();
    return {
      status: await this.status.innerText(),
      chips: await chips.allInnerTexts(),
      range: await this.timeline
        .getByText(/ – .*\d{4}$/)
        .first()
        .innerText(),
      details: isDetailed ? await this.details.innerText() : null,
      drawn: (await this.drawn()).map((mark) => ({ ...mark, box: rounded(mark.box) })),
    };
  }
}

/** To whole pixels: the same picture on another page may differ by a rounding. */
function rounded({ left, right, top, bottom }: Box): Box {
  return {
    left: Math.round(left),
    right: Math.round(right),
    top: Math.round(top),
    bottom: Math.round(bottom),
  };
}

export const test = base.extend<{ app: App }>({
  app: async ({ page }, hand) => {
    await hand(new App(page));
  },
});

export { expect };
