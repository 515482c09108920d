/* Any two views share the window and one set of choices: what one does in one, the other shows. */
import { App, expect, test as base } from './app.ts';
import { countWhere, history } from './history.ts';
import { boxOf, opensElsewhere, Views } from './views.ts';

const test = base.extend<{ views: Views }>({
  views: async ({ page }, hand) => {
    await hand(new Views(page));
  },
});

const SOON = { intervals: [20] };
const ALL = history.events.length;
const GOOGLE = countWhere((actors) => actors.has('Google'));
const GOOGLE_EVENT = 'Companies pledge to develop May’s concepts';

test('an organisation chosen in the network filters the timeline', async ({ app, views, page }) => {
  await views.open();
  await expect(app.status).toHaveText(`${String(ALL)} of ${String(ALL)} events`);
  await views.shape(views.node('Google')).click();
  await expect(app.details.getByRole('heading', { level: 2 })).toHaveText('Google');
  await expect(views.node('Google')).toHaveAttribute('aria-current', 'true');

  const filter = views.network.getByRole('button', { name: 'Filter by Google' });
  await filter.click();
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await expect(app.status).toHaveText(`${String(GOOGLE)} of ${String(ALL)} events`);
  await expect(app.chip('Google')).toBeVisible();
  await expect(app.value('Google')).toBeChecked();
  await expect.poll(async () => (await app.matching()).size, SOON).toBe(GOOGLE);
  // Who has nothing to do with it stays to be seen, and says so.
  await expect(views.node('Mythili Raman')).toHaveAccessibleDescription(/does not match/i);
  await expect(views.node('Microsoft')).not.toHaveAccessibleDescription(/does not match/i);

  await page.getByRole('switch', { name: 'Fade what does not match' }).click();
  await expect(views.node('Mythili Raman')).toHaveCount(0);
  await expect(views.node('Microsoft')).toBeVisible();
});

test('zooming the timeline takes who was not there then out of the network', async ({
  app,
  views,
  page,
}) => {
  await views.open();
  await expect(views.node('Mythili Raman')).toBeVisible();
  await expect(views.node('Keith Bristow')).toBeVisible();
  const before = await views.nodes.count();
  const axis = await app.axis();
  const { top } = await boxOf(app.picture);
  await page.mouse.move(axis.x(Date.UTC(2014, 11, 10)), top + 40);
  await page.keyboard.down('Control');
  for (let turns = 0; turns < 30 && (await views.node('Mythili Raman').count()) > 0; turns += 1) {
    await page.mouse.wheel(0, -60);
    await views.still();
  }
  await page.keyboard.up('Control');
  await expect(views.node('Mythili Raman')).toHaveCount(0);
  await expect(views.node('Keith Bristow')).toBeVisible();
  expect(await views.nodes.count()).toBeLessThan(before);
  // What is seen is no filter: all events still match.
  await expect(app.status).toHaveText(`${String(ALL)} of ${String(ALL)} events`);

  await app.timeline.getByRole('button', { name: 'Fit all' }).click();
  await expect(views.node('Mythili Raman')).toBeVisible();
  await expect(views.nodes).toHaveCount(before);
});

test('the network plays through the months, pauses, and is one step to undo', async ({
  app,
  views,
}) => {
  await views.open();
  const before = await views.nodes.count();
  await views.network.getByRole('button', { name: 'Play through time' }).click();
  const player = views.network.getByRole('group', { name: 'Play through time' });
  await player.getByRole('combobox', { name: 'Speed' }).selectOption('Fast');
  const time = player.getByRole('slider', { name: 'Time' });
  const said = player.locator('output');
  // However seldom one looks: it goes on, and says another time with each step.
  const seen = new Set<string>();
  const timesSaid = async (): Promise<number> => seen.add(await said.innerText()).size;
  await expect.poll(timesSaid, SOON).toBeGreaterThanOrEqual(4);
  expect(Number(await time.inputValue())).toBeGreaterThan(0);
  await player.getByRole('button', { name: 'Pause' }).click();
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  // The timeline has come along, and the network is of that time.
  await expect.poll(() => app.range(), SOON).not.toBeNull();
  await expect(time).toHaveAttribute('aria-valuetext', await said.innerText());
  await views.stand();
  expect(await views.nodes.count()).toBeLessThan(before);

  const paused = app.range();
  await player.getByRole('button', { name: /^On one / }).click();
  await expect.poll(() => app.range()?.startMs ?? 0, SOON).toBeGreaterThan(paused?.startMs ?? 0);
  await app.button('Undo').click();
  await expect.poll(() => app.range(), SOON).toEqual(paused);
  await app.button('Undo').click();
  await expect.poll(() => app.range(), SOON).toBeNull();
  await expect(app.button('Undo')).toBeDisabled();
  await expect(views.nodes).toHaveCount(before);
});

test('nobody jumps while time goes by', async ({ app, views, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await views.open();
  const player = views.network.getByRole('group', { name: 'Play through time' });
  await views.network.getByRole('button', { name: 'Play through time' }).click();
  await player.getByRole('button', { name: 'Pause' }).click();
  await player.getByRole('combobox', { name: 'Seen at once' }).selectOption('All until then');
  await player.getByRole('slider', { name: 'Time' }).press('Home');
  let before = await placesOfNodes(views);
  let stayed = 0;
  let came = 0;
  for (let month = 0; month < 12; month += 1) {
    const range = app.range();
    await player.getByRole('button', { name: /^On one / }).click();
    await expect.poll(() => app.range(), SOON).not.toEqual(range);
    const after = await placesOfNodes(views);
    for (const [key, { x, y }] of after) {
      const was = before.get(key);
      if (was === undefined) came += 1;
      else {
        stayed += 1;
        expect.soft(Math.hypot(x - was.x, y - was.y), `${key}, month ${month}`).toBeLessThan(60);
      }
    }
    before = after;
  }
  expect(stayed).toBeGreaterThan(20);
  expect(came).toBeGreaterThan(8);
});

test('what one points at in one view is lit in the other', async ({ app, views, page }) => {
  await views.open();
  const marks = app.mark(GOOGLE_EVENT);
  const isLit = /(?:^| )is-lit(?: |$)/;
  await expect(marks.first()).not.toHaveClass(isLit);

  await test.step('an actor by the pointer', async () => {
    await views.shape(views.node('Google')).hover();
    await expect(marks.first()).toHaveClass(isLit);
    await expect(app.mark('Internet Safety Summit at No 10').first()).not.toHaveClass(isLit);
    await expect(views.node('Microsoft')).toHaveClass(isLit);
    await expect(views.node('Mythili Raman')).toHaveClass(/is-dim/);
  });

  await test.step('an event by the pointer', async () => {
    await app.mark('First meeting of the UK–US taskforce').first().hover();
    await expect(marks.first()).not.toHaveClass(isLit);
    await expect(views.node('Mythili Raman')).toHaveClass(isLit);
    await expect(views.node('Google')).not.toHaveClass(isLit);
  });

  await test.step('an actor by the keyboard', async () => {
    await page.mouse.move(4, 4);
    await expect(views.node('Mythili Raman')).not.toHaveClass(isLit);
    await views.network.getByRole('button', { name: 'Fit all' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await expect(views.netPicture.locator('[role=button]:focus')).toHaveClass(isLit);
    await expect(app.picture.locator('[role=button].is-lit').first()).toBeVisible();
  });
});

test('the divider moves by keys and by pointer, each as one step', async ({ app, views, page }) => {
  await views.open();
  await expect(views.divider).toHaveAccessibleName('Divider between timeline and network');
  const share = async (): Promise<number> =>
    Number(await views.divider.getAttribute('aria-valuenow'));
  const before = await share();
  const heights = {
    timeline: await views.heightOf(app.timeline),
    network: await views.heightOf(views.network),
  };

  await views.divider.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(share, SOON).toBeLessThan(before);
  expect(await views.heightOf(app.timeline)).toBeLessThan(heights.timeline);
  expect(await views.heightOf(views.network)).toBeGreaterThan(heights.network);
  await page.keyboard.press('End');
  await expect.poll(share, SOON).toBe(Number(await views.divider.getAttribute('aria-valuemax')));
  await page.keyboard.press('Home');
  await expect.poll(share, SOON).toBe(Number(await views.divider.getAttribute('aria-valuemin')));
  for (let steps = 0; steps < 3; steps += 1) await app.button('Undo').click();
  await expect.poll(share, SOON).toBe(before);

  const { left, right, top, bottom } = await boxOf(views.divider);
  await page.mouse.move((left + right) / 2, (top + bottom) / 2);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, top - 80, { steps: 8 });
  await page.mouse.up();
  await expect.poll(share, SOON).toBeLessThan(before);
  const moved = await boxOf(views.divider);
  expect(Math.abs(moved.top - (top - 80))).toBeLessThan(16);
  await app.button('Undo').click();
  await expect.poll(share, SOON).toBe(before);
  await expect(app.button('Undo')).toBeDisabled();
});

test('the address alone opens all of it again', async ({ app, views, page }) => {
  await views.open();
  await views.tab('Network').click();
  await views.stand();
  await views.network.getByRole('button', { name: 'Network options' }).click();
  const options = page.getByRole('dialog', { name: 'Network options' });
  await options.getByRole('radio', { name: 'Actors and events' }).check();
  await options.getByRole('combobox', { name: 'Size by' }).selectOption('Ties');
  await options.getByRole('switch', { name: 'Planned or mentioned too' }).click();
  await page.keyboard.press('Escape');
  await expect(options).toBeHidden();
  await views.tab('Map').click();
  await views.stand();
  await views.shape(views.place('United Kingdom')).click();
  await expect(views.place('United Kingdom')).toHaveAttribute('aria-pressed', 'true');
  const filtered = await app.status.innerText();
  await page
    .getByRole('combobox', { name: 'Second view, below the first' })
    .selectOption('and table');
  await views.head('Title').getByRole('button').click();
  await views.head('Title').getByRole('button').click();
  await expect(views.head('Title')).toHaveAttribute('aria-sort', 'descending');
  await views.divider.focus();
  await page.keyboard.press('ArrowUp');
  await views.stand();
  const titles = await views.titles();
  const share = await views.divider.getAttribute('aria-valuenow');

  await opensElsewhere(page, async (other) => {
    const there = new App(other.page);
    await expect(there.status).toHaveText(filtered);
    await expect(other.tab('Map and table')).toHaveAttribute('aria-selected', 'true');
    await expect(other.place('United Kingdom')).toHaveAttribute('aria-pressed', 'true');
    await expect(there.chip('United Kingdom')).toBeVisible();
    await expect(other.head('Title')).toHaveAttribute('aria-sort', 'descending');
    expect(await other.titles()).toEqual(titles);
    await expect(other.divider).toHaveAttribute('aria-valuenow', share ?? '');

    await other.tab('Network').click();
    await other.stand();
    await expect(
      other.network
        .getByText('Who took part in what')
        .or(other.network.getByText(/actors and events/))
        .first(),
    ).toBeVisible();
    await other.network.getByRole('button', { name: 'Network options' }).click();
    const again = other.page.getByRole('dialog', { name: 'Network options' });
    await expect(again.getByRole('radio', { name: 'Actors and events' })).toBeChecked();
    await expect(again.getByRole('combobox', { name: 'Size by' })).toHaveValue('degree');
    await expect(again.getByRole('switch', { name: 'Planned or mentioned too' })).toBeChecked();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one view stands at a time, and a tap leads to each', async ({ app, views, page }) => {
    await views.open();
    const regions = {
      Timeline: app.timeline,
      Network: views.network,
      Map: views.map,
      Table: views.table,
    };
    await expect(page.getByRole('tab')).toHaveText(Object.keys(regions));
    for (const [name, region] of Object.entries(regions)) {
      await views.tab(name).tap();
      await expect(views.tab(name)).toHaveAttribute('aria-selected', 'true');
      await expect(region).toBeVisible();
      await views.stand();
      for (const other of Object.values(regions)) {
        if (other !== region) await expect(other).toHaveCount(0);
      }
      await expect(views.divider).toHaveCount(0);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, name).toBeLessThanOrEqual(390);
    }
  });
});

// ── Readings ─────────────────────────────────────────────────────────────────────────────────────

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where each node stands on the screen, once all are settled. */
async function placesOfNodes(views: Views): Promise<ReadonlyMap<string, Place>> {
  await views.settled();
  const places = await views.nodes.evaluateAll((nodes) =>
    nodes.map((node) => {
      const shape = node.querySelector('.body') ?? node;
      const { x, y, width, height } = shape.getBoundingClientRect();
      return [
        node.getAttribute('data-key') ?? '',
        { x: x + width / 2, y: y + height / 2 },
      ] as const;
    }),
  );
  return new Map(places);
}
