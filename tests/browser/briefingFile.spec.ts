/* Two windows of a briefing in one HTML file, opened from the disk without a network: they speak by their handles. */
import { pathToFileURL } from 'node:url';
import { expect, test } from './app.ts';
import { PLACES, Presenter, SCENES, Stage } from './briefing.ts';
import { openExport, saveAs } from './exports.ts';

const FIRST = PLACES[0] ?? { scene: '', step: 0 };
const SECOND = PLACES[1] ?? FIRST;

test('a file’s stage and presenter’s window agree, and find each other again', async ({
  app,
  browser,
  page,
}, info) => {
  await app.open();
  await openExport(page);
  const saved = await saveAs(page, 'One HTML file', [], info.outputPath.bind(info));

  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
  await context.setOffline(true);
  const stage = new Stage(await context.newPage());
  await stage.page.goto(pathToFileURL(saved.path).href);
  await stage.page.getByRole('button', { name: 'Present', exact: true }).click();
  await stage.isAt(FIRST);
  await stage.stands();
  const opening = context.waitForEvent('page');
  await stage.page.keyboard.press('s');
  const presenter = new Presenter(await opening);
  await presenter.isAt(FIRST);
  const isStageOpen = presenter.main.getByText('The stage is open.');

  await presenter.page.keyboard.press('PageDown');
  await stage.isAt(SECOND);
  await stage.page.reload();
  await stage.isAt(SECOND);
  await expect(isStageOpen).toBeVisible();
  await stage.page.keyboard.press('End');
  const last = { scene: SCENES.at(-1)?.id ?? '', step: 0 };
  await presenter.isAt(last);
  await presenter.page.reload();
  await presenter.isAt(last);
  await presenter.page.keyboard.press('Home');
  await stage.isAt(FIRST);

  // Another file of the same disk shares the browser's channels with this one, and is not heard.
  const other = await context.newPage();
  await other.goto(pathToFileURL(saved.path).href);
  await other.getByRole('button', { name: 'Present', exact: true }).click();
  await new Stage(other).isAt(FIRST);
  await other.keyboard.press('End');
  await new Stage(other).isAt(last);
  await presenter.page.keyboard.press('PageDown');
  await stage.isAt(SECOND);
  await presenter.isAt(SECOND);
  await context.close();
});
