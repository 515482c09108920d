/**
 * Measures how zoom and pan feel in the built page while a database answers: from each input to the end of
 * the work on its frame, beside the same page on a history that it holds itself.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { openEye } from '../../bench/eye.mjs';
import { drag, zoom, zoomSteps } from '../../bench/gestures.mjs';
import { createWeights } from '../../bench/weights.mjs';
import { measureGesture, rest, STEP_MS, visit } from '../../bench/visit.mjs';
import { middleAndMost } from '../../bench/words.mjs';
import { browserFlags, findBrowser } from '../browser.mjs';

/** @typedef {import('../../bench/visit.mjs').Tools} Tools */
/** @typedef {{ name: string, data: string, zoom: number[], pan: number[] }} Subject */

const ALONE = '#v=1&view=timeline';
const ZOOMING = /** @type {const} */ ({ by: 'wheel', isCtrlHeld: true, turn: 30 });

/**
 * @param {object} what
 * @param {string} what.database its address, as the page takes it
 * @param {import('./between.ts').Between} what.between stands before the same database
 * @param {string} what.slow the same database behind that
 * @param {object} what.history one that the page holds itself
 * @param {string} what.historyName
 * @param {number} what.delayMs so much later answers come
 * @param {number} rounds
 * @returns {Promise<readonly string[]>} rows of a table
 */
export async function measurePage(
  { database, between, slow, history, historyName, delayMs },
  rounds,
) {
  const folder = mkdtempSync(join(tmpdir(), 'threadline-page-'));
  cpSync(fileURLToPath(new URL('../../dist/', import.meta.url)), folder, { recursive: true });
  mkdirSync(join(folder, 'histories'));
  writeFileSync(join(folder, 'histories/own.json'), JSON.stringify(history));
  const weights = createWeights();
  const server = await preview({
    logLevel: 'error',
    plugins: [weights.plugin],
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...browserFlags],
    env: { ...process.env, ...env },
  });
  const home = server.resolvedUrls?.local[0] ?? '';
  const addresses = { app: home, peers: home };
  const site = { addresses, weights, close: () => Promise.all([server.close(), server.close()]) };
  const tools = { browser, site, eye: await openEye(browser) };
  /** @type {Subject[]} */
  const subjects = [
    { name: historyName, data: 'histories/own.json', zoom: [], pan: [] },
    { name: 'the database', data: database, zoom: [], pan: [] },
    { name: `the database, ${String(delayMs)} ms later`, data: slow, zoom: [], pan: [] },
  ];
  between.delay(delayMs);
  try {
    // Round by round, so that what else the machine does falls on all alike.
    for (let round = 0; round < rounds; round++) {
      for (const subject of subjects) await measureSubject(tools, subject);
    }
  } finally {
    between.release();
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return subjects.map(
    ({ name, zoom: zoomed, pan }) =>
      `| ${name} | ${middleAndMost(zoomed)} | ${middleAndMost(pan)} |`,
  );
}

/** @param {Tools} tools @param {Subject} subject */
async function measureSubject(tools, subject) {
  const address = `${tools.site.addresses.app}?data=${encodeURIComponent(subject.data)}${ALONE}`;
  await visit(tools, address, { first: 'load' }, async (page) => {
    const box = await page.page.getByRole('region', { name: 'Timeline' }).boundingBox();
    if (box === null) throw new Error('There is no picture.');
    const spot = {
      x: Math.round(box.x + box.width * 0.6),
      y: Math.round(box.y + box.height * 0.6),
    };
    await page.page.mouse.move(spot.x, spot.y);
    await rest(page.page);
    /** @param {(hand: import('../../bench/gestures.mjs').Hand) => Promise<number[]>} gesture */
    const measured = async (gesture) => {
      const { times } = await measureGesture(
        tools,
        page,
        box,
        { spot },
        { gesture, isTraced: false },
      );
      return times;
    };
    const hand = {
      cdp: page.cdp,
      spot,
      frame: () => page.probe.frame(STEP_MS),
      away: () => Promise.resolve(),
    };
    subject.zoom.push(...(await measured((at) => zoom(at, ZOOMING))));
    await zoomSteps(hand, ZOOMING, 1, 10);
    await rest(page.page);
    await page.page.mouse.move(spot.x, spot.y);
    subject.pan.push(...(await measured(drag)));
  });
}
