/**
 * Opens a page for measuring, from navigation to its first picture, and watches it: frames, measures,
 * memory, what it had sent. One page at a time, in a browser context of its own.
 */
import { readFileSync } from 'node:fs';
import { screenshot } from './eye.mjs';
import { watchMemory } from './memory.mjs';
import { TRACE_CATEGORIES, scriptPerFrame } from './trace.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./gestures.mjs').Hand} Hand */
/** @typedef {import('./weights.mjs').Weight} Weight */
/** A measure of the page's own: how long it took, and when it ended since navigation, in milliseconds. @typedef {{ tookMs: number, untilMs: number }} Measured */
/** What measures: the browser, its eye, and what is served. @typedef {{ browser: Browser, eye: Awaited<ReturnType<typeof import('./eye.mjs').openEye>>, site: import('./site.mjs').Site }} Tools */

/**
 * @typedef {object} Visit
 * @property {Page} page
 * @property {CDPSession} cdp
 * @property {Awaited<ReturnType<typeof attachProbe>>} probe
 * @property {number} loadMs from navigation to the end of the work on the frame that shows the first picture
 * @property {Weight} weight what had been asked for by then
 * @property {number} readyMs the same for the picture that answers input, where another comes before it
 * @property {Weight} readyWeight
 * @property {() => Promise<number>} bytesInUse after garbage collection
 */

const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8');
/** A page's own measure of a picture that is seen, and does not answer input yet. */
const STILL = 'picture';
/** Longer than this nobody waits. */
export const LOAD_MS = 60_000;
export const STEP_MS = 15_000;
/** Whatever a page does with it all: the whole run is bounded by this. */
const VISIT_MS = 150_000;

/**
 * No service worker: on a first visit it fetches the whole program beside the measuring, and takes one of two
 * cores for some seconds; no other visit has that.
 */
const CONTEXT = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'UTC',
  serviceWorkers: /** @type {const} */ ('block'),
};

/** Something took longer than anybody would wait, or more than there is: a result, not a mistake. */
export class TooSlow extends Error {}

/**
 * Fails with TooSlow where the page does not do its work in time.
 * @template T
 * @param {Tools} tools
 * @param {string} address
 * @param {object} how
 * @param {string} how.first the page's own measure that ends with its first picture that answers input; where
 *   one comes before it, its measure is STILL
 * @param {(page: Page, cdp: CDPSession) => Promise<void>} [how.prepare] before its script runs
 * @param {(visit: Visit) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function visit({ browser, site }, address, { first, prepare }, work) {
  const context = await browser.newContext(CONTEXT);
  /** @type {NodeJS.Timeout | undefined} */
  let overdue;
  try {
    // How long anything may take is said here, where it is a result.
    context.setDefaultTimeout(0);
    const page = await context.newPage();
    /** @type {(error: Error) => void} */
    let stop = () => {};
    /** @type {Promise<never>} */
    const broken = new Promise((_, reject) => {
      stop = reject;
    });
    overdue = setTimeout(
      () => stop(new TooSlow(`it was not measured within ${VISIT_MS / 1000} s`)),
      VISIT_MS,
    );
    page.on('pageerror', (error) => stop(error));
    page.on('crash', () => stop(new TooSlow('the page crashed, most likely for want of memory')));
    const cdp = await context.newCDPSession(page);
    const bytesInUse = await watchMemory(cdp);
    const probe = await attachProbe(page, cdp);
    /** @type {{ loadMs: number, weight: Weight }[]} */
    const stills = [];
    probe.hear(STILL, ({ untilMs }) => {
      stills.push({ loadMs: untilMs, weight: site.weights.now() });
    });
    await prepare?.(page, cdp);
    site.weights.restart();
    // Two waits, so that a page that is slow to begin with is told as slow too.
    const loaded = Promise.race([probe.measured(first, LOAD_MS), broken]);
    await Promise.all([page.goto(address, { waitUntil: 'commit' }), loaded]);
    const { untilMs: readyMs } = await loaded;
    const readyWeight = site.weights.now();
    const [{ loadMs, weight } = { loadMs: readyMs, weight: readyWeight }] = stills;
    await rest(page);
    const visited = { page, cdp, probe, loadMs, weight, readyMs, readyWeight, bytesInUse };
    return await Promise.race([work(visited), broken]);
  } finally {
    clearTimeout(overdue);
    await context.close();
  }
}

/**
 * Makes a gesture and sees that the picture moved; once more for the script that its frames ran, unless the
 * first was too slow to be repeated.
 * @param {Tools} tools
 * @param {Visit} visit
 * @param {import('./eye.mjs').Box} box where the picture is
 * @param {Omit<Hand, 'cdp' | 'frame' | 'away'>} at
 * @param {object} how
 * @param {(hand: Hand) => Promise<number[]>} how.gesture
 * @param {() => Promise<void>} [how.away] when the picture is farthest from where it began
 * @param {boolean} how.isTraced
 */
export async function measureGesture(tools, visit, box, at, { gesture, away, isTraced }) {
  const { cdp, page, probe } = visit;
  const before = await screenshot(cdp);
  /** @type {Hand} */
  const hand = {
    ...at,
    cdp,
    frame: () => probe.frame(STEP_MS),
    away: async () => {
      await away?.();
      await tools.eye.compare(before, await screenshot(cdp), box);
    },
  };
  const startMs = performance.now();
  const times = await gesture(hand);
  const tookMs = performance.now() - startMs;
  await rest(page);
  if (!isTraced || tookMs > REPEATED_MS) return { times, script: [] };
  await tools.browser.startTracing(page, { categories: TRACE_CATEGORIES });
  /** @type {Uint8Array} */
  let trace;
  try {
    await gesture({ ...hand, away: nothing });
  } finally {
    // The browser traces one page at a time.
    trace = await tools.browser.stopTracing();
  }
  await rest(page);
  return { times, script: scriptPerFrame(trace) };
}

/** A gesture that takes longer is not repeated. */
const REPEATED_MS = 8000;
const nothing = () => Promise.resolve();

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
        // After a drag the browser finds no idle time for long, though nothing runs.
        requestIdleCallback(resolve, { timeout: 1000 });
      }),
  );
}

/**
 * What the page tells of its frames and measures, from before its own script runs.
 * @param {Page} page
 * @param {CDPSession} cdp
 */
async function attachProbe(page, cdp) {
  /** @type {((ms: number) => void) | null} */
  let onFrame = null;
  /** @type {Map<string, (measured: Measured) => void>} */
  const onMeasure = new Map();
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'benchFrame') onFrame?.(Number(payload));
    if (name !== 'benchMeasure') return;
    const { name: measure, ...measured } = /** @type {{ name: string } & Measured} */ (
      JSON.parse(payload)
    );
    onMeasure.get(measure)?.(measured);
  });
  await cdp.send('Runtime.enable');
  for (const name of ['benchFrame', 'benchMeasure']) await cdp.send('Runtime.addBinding', { name });
  await page.addInitScript({ content: PROBE });
  return {
    /** @param {number} limitMs @returns {Promise<number>} */
    frame: (limitMs) =>
      within(limitMs, 'a frame', (/** @type {(ms: number) => void} */ resolve) => {
        onFrame = resolve;
      }),
    /** @param {string} name @param {(measured: Measured) => void} listen called each time, if at all */
    hear(name, listen) {
      onMeasure.set(name, listen);
    },
    /**
     * @param {string} name
     * @param {number} limitMs
     * @returns {Promise<Measured>}
     */
    measured: (name, limitMs) =>
      within(limitMs, WORK[name] ?? name, (/** @type {(measured: Measured) => void} */ resolve) => {
        onMeasure.set(name, resolve);
      }),
  };
}

/** What a measure waits for, in words. @type {Record<string, string>} */
const WORK = { load: 'the first picture', network: 'the network', filter: 'the filtered picture' };

/**
 * @template T
 * @param {number} limitMs
 * @param {string} what
 * @param {(resolve: (value: T) => void) => void} listen
 * @returns {Promise<T>}
 */
function within(limitMs, what, listen) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TooSlow(`${what} did not come within ${limitMs / 1000} s`));
    }, limitMs);
    listen((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
