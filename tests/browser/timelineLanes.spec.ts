/* Lanes: by what they can stand, that an event in several of them is counted once, and what fades or goes. */
import type { HistoryEvent } from '../../src/model/types.ts';
import { expect, test, TIMELINE_ALONE, type App } from './app.ts';
import { history } from './history.ts';

const actorsById = new Map((history.actors ?? []).map((actor) => [actor.id, actor]));

/** For a choice of lanes, the groups that an event lies in by the history's own words. */
const GROUPS: Readonly<Record<string, (event: HistoryEvent) => readonly string[]>> = {
  Theme: ({ themes = [] }) =>
    themes.map((id) => history.themes?.find((theme) => theme.id === id)?.name ?? id),
  Organisation: (event) =>
    actorsOf(event)
      .filter(({ kind }) => kind === 'organisation' || kind === 'group')
      .map(({ name }) => name),
  Person: (event) =>
    actorsOf(event)
      .filter(({ kind }) => kind === 'person' || kind === 'office')
      .map(({ name }) => name),
  Nothing: () => ['All events'],
};

test('lanes by each of their kinds: an event is drawn in each of its lanes and counted once', async ({
  app,
  page,
}) => {
  await app.open(TIMELINE_ALONE);
  const groupBy = page.getByRole('combobox', { name: 'Group by' });
  const kinds = ['Theme', 'Organisation', 'Person', 'Place', 'Sector', 'Nothing'];
  await expect(groupBy.getByRole('option')).toHaveText(kinds);
  for (const kind of [...kinds.slice(1), 'Theme']) {
    await test.step(kind, async () => {
      const before = await lanesOf(app);
      await groupBy.selectOption(kind);
      await expect.poll(async () => lanesOf(app)).not.toEqual(before);
      await app.still();
      await expect(app.status).toHaveText('32 of 32 events');
      const lanes = await lanesOf(app);
      const copies = countedByName(await app.drawn());
      const gathered = [...copies].reduce(
        (sum, [name, count]) => sum + gatheredIn(name) * count,
        0,
      );
      // All that a lane counts is drawn in it, by itself or within density.
      const drawn = [...copies].reduce(
        (sum, [name, count]) => sum + (gatheredIn(name) > 0 ? 0 : count),
        0,
      );
      expect(drawn + gathered).toBe(lanes.reduce((sum, lane) => sum + lane.count, 0));
      const groupsOf = GROUPS[kind];
      const missing = groupsOf === undefined ? [] : missingOf(groupsOf, lanes, copies);
      expect(missing.length).toBeLessThanOrEqual(gathered);
      await app.button('Undo').click();
      await expect.poll(async () => lanesOf(app)).toEqual(before);
      await app.button('Redo').click();
      await expect.poll(async () => lanesOf(app)).toEqual(lanes);
    });
  }
});

test('what does not match fades, or goes, as the reader likes', async ({ app, page }) => {
  await app.open(TIMELINE_ALONE);
  const all = (await app.drawn()).length;
  await app.value('Google').click();
  await expect(app.status).toHaveText('5 of 32 events');
  const fade = page.getByRole('switch', { name: 'Fade what does not match' });
  await expect(fade).toBeChecked();
  await expect.poll(async () => (await app.matching()).size).toBe(5);
  expect((await app.drawn()).length).toBe(all);

  await fade.click();
  await expect(fade).not.toBeChecked();
  await expect.poll(async () => new Set((await app.drawn()).map(({ name }) => name)).size).toBe(5);
  await expect(app.status).toHaveText('5 of 32 events');

  await app.button('Undo').click();
  await expect(fade).toBeChecked();
  await expect.poll(async () => (await app.drawn()).length).toBe(all);
});

test('an organisation also finds what its parts did, if one wants it so', async ({ app, page }) => {
  await app.open(TIMELINE_ALONE);
  const parts = page.getByRole('switch', { name: 'Include their parts' });
  await app.value('United Kingdom').click();
  await expect(app.status).not.toHaveText('32 of 32 events');
  const withParts = await app.status.innerText();
  await parts.click();
  await expect(app.status).not.toHaveText(withParts);
  const own = await app.status.innerText();
  expect(Number.parseInt(own, 10)).toBeLessThan(Number.parseInt(withParts, 10));
});

// ── Readings ─────────────────────────────────────────────────────────────────────────────────────

function actorsOf({ actors = [] }: HistoryEvent): readonly { name: string; kind: string }[] {
  return actors.flatMap(({ actor }) => actorsById.get(actor) ?? []);
}

interface Lane {
  readonly name: string;
  readonly count: number;
}

/** The lanes from the top, as their names and counts stand there. */
async function lanesOf(app: App): Promise<readonly Lane[]> {
  return app.picture.evaluate((picture) =>
    Array.from(picture.querySelectorAll('.lanes text'), (text) => {
      const lines = Array.from(text.children, (line) => line.textContent.trim());
      return { name: lines.slice(0, -1).join(' '), count: Number(lines.at(-1)) };
    }),
  );
}

/** "3 events, March 2014, …": how many events density stands for; 0 for an event by itself. */
function gatheredIn(name: string): number {
  return Number.parseInt(/^([\d,]+) events?, /.exec(name)?.[1]?.replaceAll(',', '') ?? '0', 10);
}

/** What is not drawn by itself, once for each lane where it is not. Fails where something is drawn too often. */
function missingOf(
  groupsOf: (event: HistoryEvent) => readonly string[],
  lanes: readonly Lane[],
  copies: ReadonlyMap<string, number>,
): readonly string[] {
  const named = new Set(lanes.map(({ name }) => name));
  return history.events.flatMap((event) => {
    // Beside the named lanes there is one for all others, and one for "No person stated".
    const own = new Set(groupsOf(event).map((name) => (named.has(name) ? name : 'others')));
    const due = Math.max(1, own.size);
    const drawn = [...copies].find(([name]) => name.startsWith(`${event.title}, `))?.[1] ?? 0;
    expect(drawn, event.title).toBeLessThanOrEqual(due);
    return Array.from({ length: due - drawn }, () => event.title);
  });
}

function countedByName(drawn: readonly { readonly name: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of drawn) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
