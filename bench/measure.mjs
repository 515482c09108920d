/**
 * Measures one subject in a page of its own: load, size, filter, zooming, panning. Input is real, and
 * what is told is wall time, except for the script of a frame, which is processor time.
 */
import { readFileSync } from 'node:fs';
import { drag, notches, zoom } from './gestures.mjs';
import { watchMemory } from './memory.mjs';
import { TRACE_CATEGORIES, scriptPerFrame } from './trace.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./subjects.mjs').Subject} Subject */

/**
 * @typedef {object} Sample times in milliseconds
 * @property {number[]} load from navigation to the first picture
 * @property {number[]} filterOn
 * @property {number[]} filterOff
 * @property {number[]} zoom from input to frame, for each step
 * @property {number[]} pan
 * @property {number[]} zoomScript the page's own script, for each frame with a step
 * @property {number[]} panScript
 * @property {number} elements the most that the picture consisted of
 * @property {number} bytes in use
 */

const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8');
/** Longer than this nobody waits. */
const LOAD_MS = 60_000;

/**
 * Every page is measured in one like this. No service worker: on a first visit it fetches the whole program
 * beside the measuring, and takes one of two cores for some seconds; no other visit has that.
 */
export const CONTEXT = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'UTC',
  serviceWorkers: /** @type {const} */ ('block'),
};
const STEP_MS = 30_000;
const FILTERS = 3;
/** About four times as near. */
const NOTCHES_BEFORE_PANNING = 10;

/** Something took longer than anybody would wait: a result, not a mistake. */
export class TooSlow extends Error {}

/**
 * Fails with TooSlow where the page does not do its work in time.
 * @param {Browser} browser
 * @param {Subject} subject
 * @param {string} address
 * @returns {Promise<Sample>}
 */
export async function measureSubject(browser, subject, address) {
  const context = await browser.newContext(CONTEXT);
  try {
    // How long anything may take is said here, where it is a result.
    context.setDefaultTimeout(0);
    const page = await context.newPage();
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    const sample = await measurePage(browser, page, subject, address);
    if (errors.length > 0) throw new AggregateError(errors, 'The page threw errors.');
    return sample;
  } finally {
    await context.close();
  }
}

/**
 * @param {Browser} browser
 * @param {Page} page
 * @param {Subject} subject
 * @param {string} address
 * @returns {Promise<Sample>}
 */
async function measurePage(browser, page, subject, address) {
  const cdp = await page.context().newCDPSession(page);
  const bytesInUse = await watchMemory(cdp);
  const probe = await attachProbe(page, cdp);
  const loaded = probe.measured('load', LOAD_MS);
  await page.goto(address);
  const load = await loaded;
  const picture = page.locator(subject.picture);
  await rest(page);
  const bytes = await bytesInUse();
  const count = () => picture.evaluate((element) => element.querySelectorAll('*').length);
  let elements = await count();

  const box = await picture.boundingBox();
  if (box === null) throw new Error('There is no picture.');
  const spot = { x: Math.round(box.x + box.width * 0.6), y: Math.round(box.y + box.height * 0.6) };
  await page.mouse.move(spot.x, spot.y);
  await rest(page);
  const nothing = () => Promise.resolve();
  /** @type {import('./gestures.mjs').Hand} */
  const hand = { cdp, spot, frame: () => probe.frame(STEP_MS), atHalf: nothing };
  /** @param {(hand: import('./gestures.mjs').Hand) => Promise<number[]>} gesture */
  const measureGesture = async (gesture) => {
    const before = await picture.innerHTML();
    const atHalf = async () => {
      elements = Math.max(elements, await count());
      // A picture that stands still costs nothing, and would look like the fastest of all.
      if ((await picture.innerHTML()) === before) throw new Error('The picture did not move.');
    };
    const times = await gesture({ ...hand, atHalf });
    await rest(page);
    await browser.startTracing(page, { categories: TRACE_CATEGORIES });
    await gesture(hand);
    const script = scriptPerFrame(await browser.stopTracing());
    await rest(page);
    return { times, script };
  };
  const none = { times: [], script: [] };
  const zooming = await unlessTooSlow(() => measureGesture(zoom), none);
  await notches(hand, 1, NOTCHES_BEFORE_PANNING);
  await rest(page);
  const panning = await unlessTooSlow(() => measureGesture(drag), none);
  await notches(hand, -1, NOTCHES_BEFORE_PANNING);
  await rest(page);

  /** @type {number[]} */
  const filterOn = [];
  /** @type {number[]} */
  const filterOff = [];
  const measureFilter = async () => {
    for (let i = 0; i < FILTERS; i++) {
      for (const times of [filterOn, filterOff]) {
        const [ms] = await Promise.all([probe.measured('filter', STEP_MS), subject.filter(page)]);
        times.push(ms);
        await rest(page);
      }
    }
  };
  await unlessTooSlow(measureFilter, undefined);
  return {
    load: [load],
    filterOn,
    filterOff,
    zoom: zooming.times,
    pan: panning.times,
    zoomScript: zooming.script,
    panScript: panning.script,
    elements,
    bytes,
  };
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {T} otherwise what stands for it where it took too long
 */
export async function unlessTooSlow(work, otherwise) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooSlow) return otherwise;
    throw error;
  }
}

/** Lets what follows a change (animations, answers, the idle time that d3 and React wait for) pass. @param {Page} page */
export async function rest(page) {
  await page.waitForTimeout(500);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestIdleCallback(resolve, { timeout: 10_000 });
      }),
  );
}

/**
 * What the page tells of its frames and measures, from before its own script runs.
 * @param {Page} page
 * @param {CDPSession} cdp
 */
export async function attachProbe(page, cdp) {
  /** @type {((ms: number) => void) | null} */
  let onFrame = null;
  /** @type {Map<string, (ms: number) => void>} */
  const onMeasure = new Map();
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'benchFrame') onFrame?.(Number(payload));
    if (name !== 'benchMeasure') return;
    const { name: measure, tookMs } = /** @type {{ name: string, tookMs: number }} */ (
      JSON.parse(payload)
    );
    onMeasure.get(measure)?.(tookMs);
  });
  await cdp.send('Runtime.enable');
  for (const name of ['benchFrame', 'benchMeasure']) await cdp.send('Runtime.addBinding', { name });
  await page.addInitScript({ content: PROBE });
  return {
    /** @param {number} limitMs */
    frame: (limitMs) =>
      within(limitMs, 'a frame', (resolve) => {
        onFrame = resolve;
      }),
    /**
     * @param {string} name
     * @param {number} limitMs
     */
    measured: (name, limitMs) =>
      within(limitMs, `the measure ${name}`, (resolve) => {
        onMeasure.set(name, resolve);
      }),
  };
}

/**
 * @param {number} limitMs
 * @param {string} what
 * @param {(resolve: (ms: number) => void) => void} listen
 * @returns {Promise<number>}
 */
function within(limitMs, what, listen) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TooSlow(`${what} did not come within ${limitMs / 1000} s`));
    }, limitMs);
    listen((ms) => {
      clearTimeout(timer);
      resolve(ms);
    });
  });
}
