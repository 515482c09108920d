/*
 * A briefing as the room and the presenter meet it: by roles, names and keys.
 */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Dataset, Scene } from '../../src/model/types.ts';

const bundled = JSON.parse(
  readFileSync(new URL('../../public/datasets/weprotect.json', import.meta.url), 'utf8'),
) as Dataset;

export const SCENES: readonly Scene[] = (bundled.scenes ?? []).filter(
  ({ hidden }) => hidden !== true,
);

export interface Place {
  readonly scene: string;
  readonly step: number;
}

/** Every place of the bundled briefing, first to last. */
export const PLACES: readonly Place[] = SCENES.flatMap(({ id, steps = [] }) =>
  [0, ...steps.map((_, index) => index + 1)].map((step) => ({ scene: id, step })),
);

export class Stage {
  readonly page: Page;
  readonly main: Locator;
  readonly title: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Stage' });
    this.title = this.main.getByRole('heading', { level: 1 });
  }

  /** Waits until the picture stands. */
  async stands(): Promise<void> {
    await expect(this.main).toHaveAttribute('aria-busy', 'false');
  }

  async open(place: Place = { scene: SCENES[0]?.id ?? '', step: 0 }): Promise<void> {
    await this.page.goto(`./#v=1&scene=${place.scene}&step=${place.step}`);
    await this.stands();
  }

  async isAt(place: Place): Promise<void> {
    await expect.poll(() => placeOf(this.page)).toEqual(place);
    const scene = SCENES.find(({ id }) => id === place.scene);
    await expect(this.title).toHaveText(scene?.title ?? '');
    await expect(this.main.locator('.slide-steps > li:not([data-state="to-come"])')).toHaveCount(
      (scene?.steps ?? []).slice(0, place.step).filter(({ text }) => text !== undefined).length,
    );
  }
}

export class Presenter {
  readonly page: Page;
  readonly main: Locator;
  readonly now: Locator;
  readonly next: Locator;
  readonly notes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Presenter' });
    this.now = this.main.getByRole('region', { name: 'Now' });
    this.next = this.main.getByRole('region', { name: 'Next' });
    this.notes = this.main.getByRole('region', { name: 'Notes' });
  }

  async stands(): Promise<void> {
    await expect(this.main).toHaveAttribute('aria-busy', 'false');
  }

  button(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  async isAt(place: Place): Promise<void> {
    await expect.poll(() => placeOf(this.page)).toEqual(place);
    const scene = SCENES.find(({ id }) => id === place.scene);
    await expect(this.now.getByRole('heading', { level: 1 })).toHaveText(scene?.title ?? '');
  }
}

/** What the address says. */
export function placeOf(page: Page): Place | null {
  const pairs = new URLSearchParams(new URL(page.url()).hash.slice(1));
  const scene = pairs.get('scene');
  return scene === null ? null : { scene, step: Number(pairs.get('step') ?? '0') };
}
