/**
 * Measures networks: the first picture, zooming and panning, of Threadline and of its peers; of Threadline a
 * filter and the layout too. Input is real; how it is measured is said in visit.mjs.
 */
import { readFileSync } from 'node:fs';
import { drag, zoom } from './gestures.mjs';
import { addressOfPage } from './site.mjs';
import { NETWORKS } from './sizes.mjs';
import { measureGesture, rest, unlessTooSlow, visit } from './visit.mjs';

/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./visit.mjs').Tools} Tools */
/** @typedef {import('./visit.mjs').Visit} Visit */

/**
 * @typedef {object} NetworkSubject
 * @property {string} name
 * @property {string} network what it draws, in words
 * @property {{ actors: number, ties: number } | null} size null for the bundled history
 * @property {'app' | 'peers'} server
 * @property {string} address relative to the server's
 */

/**
 * @typedef {object} NetworkSample times in milliseconds
 * @property {number[]} load from navigation to the first picture
 * @property {number[]} zoom from input to frame, for each step
 * @property {number[]} pan
 * @property {number[]} panScript the page's own script, for each frame with a step
 * @property {number} bytes in use
 * @property {import('./weights.mjs').Weight} weight
 * @property {OwnSample | null} own of Threadline
 */

/**
 * @typedef {object} OwnSample
 * @property {number[]} filter from pressing to the end of the work on the new network's first frame
 * @property {number} ticks until it was settled the first time
 * @property {number} tickingMs that they took, in the worker
 */

/** @typedef {{ ticks: number, tickingMs: number }} Work */
/** What networkProbe.js tells. @typedef {{ kind: 'settled' } & Work | { kind: 'placed' | 'painted', atMs: number }} News */
/** @typedef {import('./results.mjs').Result<NetworkSubject, NetworkSample>} NetworkResult */

const PROBE = readFileSync(new URL('networkProbe.js', import.meta.url), 'utf8');
/** Above this only the page's last choice of how many are shown has them all. */
const MIDDLE_SHOWN = 2000;
const SETTLE_MS = 180_000;
const FILTERS = 3;
/** From the picture's corner, where no node stands: a drag that begins on one would move it. */
const CORNER_PX = 12;
/** Some of them zoom so far with each notch that more would leave nothing to be seen. */
const ZOOM_TURN = 3;

/** Pages of peers/network; larger networks take some of them a minute to draw. */
const PEERS = [
  { name: 'sigma', page: 'sigma' },
  { name: 'cytoscape', page: 'cytoscape' },
  { name: 'cytoscape, fast options', page: 'cytoscape-fast' },
  { name: 'vis-network', page: 'vis-network' },
  { name: 'force-graph', page: 'force-graph' },
];

export const NETWORK_PAGES = PEERS.map(({ page }) => ({
  kind: /** @type {const} */ ('network'),
  name: page,
}));

/** @type {readonly NetworkSubject[]} */
export const NETWORK_SUBJECTS = [
  {
    name: 'Threadline',
    network: 'the bundled history',
    size: null,
    server: 'app',
    address: '#v=1&view=network',
  },
  ...Object.values(NETWORKS).map((size) => ({
    name: 'Threadline',
    network: sizeInWords(size),
    size,
    server: /** @type {const} */ ('app'),
    address: `?data=networks/${size.actors}.json#v=1&view=network&net.nodes=${size.actors > MIDDLE_SHOWN ? 10_000 : MIDDLE_SHOWN}`,
  })),
  ...PEERS.flatMap(({ name, page }) =>
    [NETWORKS.small, NETWORKS.middle, NETWORKS.large].map((size) => ({
      name,
      network: sizeInWords(size),
      size,
      server: /** @type {const} */ ('peers'),
      address: `${addressOfPage({ kind: 'network', name: page })}?actors=${size.actors}`,
    })),
  ),
];

/** @param {{ actors: number, ties: number }} size */
function sizeInWords({ actors, ties }) {
  return `${actors.toLocaleString('en-GB')} actors, ${ties.toLocaleString('en-GB')} ties`;
}

/**
 * @param {Tools} tools
 * @param {NetworkSubject} subject
 * @returns {Promise<NetworkSample>}
 */
export function measureNetwork(tools, subject) {
  const address = tools.site.addresses[subject.server] + subject.address;
  return subject.server === 'app' ? measureOwn(tools, address) : measurePeer(tools, address);
}

/** @param {Tools} tools @param {string} address */
function measurePeer(tools, address) {
  return visit(tools, address, { first: 'load' }, async (visit) => {
    const moved = await move(tools, visit, visit.page.locator('#picture'), false);
    return { ...moved, load: [visit.loadMs], own: null };
  });
}

/**
 * Memory, zooming and panning.
 * @param {Tools} tools
 * @param {Visit} visit
 * @param {Locator} picture
 * @param {boolean} isOwn Threadline zooms with Ctrl held; of it alone the script is told
 */
async function move(tools, visit, picture, isOwn) {
  const { page, weight } = visit;
  const bytes = await visit.bytesInUse();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('There is no picture.');
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const corner = { x: Math.round(box.x + box.width) - CORNER_PX, y: Math.round(box.y) + CORNER_PX };
  const none = { times: [], script: [] };
  await page.mouse.move(middle.x, middle.y);
  await rest(page);
  const zoomed = await unlessTooSlow(
    () =>
      measureGesture(
        tools,
        visit,
        box,
        { spot: middle },
        {
          gesture: (hand) => zoom(hand, { by: 'wheel', isCtrlHeld: isOwn, turn: ZOOM_TURN }),
          isTraced: false,
        },
      ),
    none,
  );
  await page.mouse.move(corner.x, corner.y);
  await rest(page);
  const panned = await unlessTooSlow(
    () => measureGesture(tools, visit, box, { spot: corner }, { gesture: drag, isTraced: isOwn }),
    none,
  );
  return { zoom: zoomed.times, pan: panned.times, panScript: panned.script, bytes, weight };
}

/**
 * @param {Tools} tools
 * @param {string} address
 * @returns {Promise<NetworkSample>}
 */
function measureOwn(tools, address) {
  /** @type {Work[]} */
  const settled = [];
  /** When the first places were drawn, and pictures of the worker. @type {{ placed: number[], painted: number[] }} */
  const seen = { placed: [], painted: [] };
  /** @param {Page} page @param {import('./visit.mjs').CDPSession} cdp */
  const prepare = async (page, cdp) => {
    await cdp.send('Runtime.addBinding', { name: 'benchNetwork' });
    await page.addInitScript({ content: PROBE });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'benchNetwork') return;
      const news = /** @type {News} */ (JSON.parse(payload));
      if (news.kind === 'settled') settled.push(news);
      else seen[news.kind].push(news.atMs);
    });
  };
  return visit(tools, address, { first: 'network', prepare }, async (visit) => {
    const { page, probe } = visit;
    const standing = async () => {
      await page.locator('section[aria-label="Network"][aria-busy="false"]').waitFor({
        timeout: SETTLE_MS,
      });
      await rest(page);
    };
    await standing();
    const [first] = settled;
    // A large one is painted by the worker, and seen with its first picture.
    const [loadMs] = seen.painted.length > 0 ? seen.painted : seen.placed;
    if (first === undefined || loadMs === undefined) {
      throw new Error('The layout told nothing of its work.');
    }
    const network = page.locator('section[aria-label="Network"]');
    const moved = await move(tools, visit, network.locator('.network-ground'), true);
    if (page.url().includes('net.pins')) {
      throw new Error('A node was dragged, and not the picture.');
    }
    await page.keyboard.press('0');
    await standing();

    const value = page.getByRole('group', { name: 'Organisations' }).getByRole('checkbox').first();
    /** @type {number[]} */
    const filter = [];
    const measureFilter = async () => {
      for (let i = 0; i < 2 * FILTERS; i++) {
        const pressedMs = await page.evaluate(() => performance.now());
        seen.painted = [];
        const drawn = probe.measured('network', SETTLE_MS);
        const [{ tookMs }] = await Promise.all([drawn, value.click()]);
        await standing();
        // A painted network is seen with its first picture, which the worker brings after the names.
        filter.push(Math.max(tookMs, ...seen.painted.map((atMs) => atMs - pressedMs)));
      }
    };
    await unlessTooSlow(measureFilter, undefined);
    const own = { filter, ticks: first.ticks, tickingMs: first.tickingMs };
    return { ...moved, load: [loadMs], own };
  });
}
