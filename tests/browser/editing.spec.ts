/* Editing a history in the browser: forms, the table, merging, and every act undone and redone. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { history } from './history.ts';

const total = history.events.length;

test('a date is changed, an event added with an actor made new, two actors merged, all undone and redone', async ({
  app,
  page,
}) => {
  const { details } = app;
  const said = (words: string) => expect(details.getByText(words, { exact: true })).toBeVisible();
  await app.open('./#v=1&view=timeline&sel=event:cameron-speech');
  await app.button('Edit').click();

  await test.step('a date in words is understood, and the mark moves', async () => {
    const date = details.getByRole('textbox', { name: 'Date', exact: true });
    await expect(date).toHaveValue('2013-07-22');
    await date.fill('25 July 2013');
    await expect(date).toHaveAccessibleDescription(
      /25 July 2013\. Drawn as a dot\. Kept as 2013-07-25/u,
    );
    const { violations } = await new AxeBuilder({ page }).include('.details').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.keyboard.press('Control+s');
    await said('Changed: Cameron’s speech on child abuse images online');
    const mark = app.picture.getByRole('button', {
      name: 'Cameron’s speech on child abuse images online, 25 July 2013',
    });
    await expect(mark.first()).toBeVisible();
  });

  await test.step('an event comes with an actor that is new', async () => {
    await details.getByRole('button', { name: 'All there is to edit' }).click();
    await details.getByRole('button', { name: 'Add event' }).click();
    await details.getByRole('textbox', { name: 'Title', exact: true }).fill('A meeting in Paris');
    await details.getByRole('textbox', { name: 'Date', exact: true }).fill('March 2014');
    await details.getByRole('button', { name: 'Add actor' }).click();
    const actor = details.getByRole('combobox', { name: 'Actor 1: actor' });
    await actor.fill('the uk government');
    await page.getByRole('option', { name: 'New organisation: “the uk government”' }).click();
    await details.getByRole('button', { name: 'Add event' }).click();
    await said('Added: A meeting in Paris');
    await expect(app.status).toHaveText(`${String(total + 1)} of ${String(total + 1)} events`);
    await expect(app.mark('A meeting in Paris').first()).toHaveAttribute('aria-current', 'true');
  });

  await test.step('it turns out to be one that was there, and is merged', async () => {
    await details.getByRole('button', { name: 'All there is to edit' }).click();
    const same = details.getByRole('region', { name: 'These may be the same' });
    await same.getByRole('button', { name: 'Look at merging them' }).click();
    await expect(
      same.getByText(/1 event \(“A meeting in Paris”\) will name “UK Government”/u),
    ).toBeVisible();
    await same.getByRole('button', { name: 'Merge', exact: true }).click();
    await said('Merged: the uk government into UK Government');
    await expect(app.value('UK Government')).toHaveAccessibleDescription(/^7\b/u);
  });

  await test.step('the table is written by keys', async () => {
    await page.getByRole('tab', { name: 'Table' }).click();
    const row = page.getByRole('row', { name: 'A meeting in Paris' });
    await row.getByRole('rowheader').click();
    await page.keyboard.press('F2');
    const title = page.getByRole('textbox', { name: 'Title of A meeting in Paris' });
    await expect(title).toBeFocused();
    await title.fill('A meeting in Lyon');
    await page.keyboard.press('Tab');
    // Actors, places and themes have the form: the next cell to write is the next event's date.
    await expect(page.getByRole('textbox', { name: /^Date of / })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('rowheader', { name: 'A meeting in Lyon' })).toBeVisible();
  });

  await test.step('all is undone, the latest act first, and redone', async () => {
    const step = (name: string, words: string) =>
      expect(app.button(name)).toHaveAttribute('title', `${name}: ${words}`);
    await step('Undo', 'change the title of the event “A meeting in Lyon”');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('rowheader', { name: 'A meeting in Paris' })).toBeVisible();
    // The table was chosen after the merge: a step of choosing like any other.
    await app.button('Undo').click();
    await step('Undo', 'merge “the uk government” into “UK Government”');
    await app.button('Undo').click();
    await expect(app.value('UK Government')).toHaveAccessibleDescription(/^6\b/u);
    await step('Undo', 'add the event “A meeting in Paris”');
    await app.button('Undo').click();
    await expect(app.status).toHaveText(`${String(total)} of ${String(total)} events`);
    await step(
      'Undo',
      'change the date of the event “Cameron’s speech on child abuse images online”',
    );
    await app.button('Undo').click();
    await expect(app.button('Undo')).toHaveAttribute('aria-disabled', 'true');
    const mark = 'Cameron’s speech on child abuse images online, 22 July 2013';
    await expect(app.picture.getByRole('button', { name: mark }).first()).toBeVisible();
    await step(
      'Redo',
      'change the date of the event “Cameron’s speech on child abuse images online”',
    );
    await app.button('Redo').click();
    await step('Redo', 'add the event “A meeting in Paris”');
    await app.button('Redo').click();
    await expect(app.status).toHaveText(`${String(total + 1)} of ${String(total + 1)} events`);
    await expect(app.mark('A meeting in Paris').first()).toHaveAttribute('aria-current', 'true');
  });
});
