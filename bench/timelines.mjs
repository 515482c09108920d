/**
 * Measures timelines: which page draws which history, and what loading, zooming, panning and filtering cost
 * there. Input is real, and what is told is wall time, except for the script of a frame, which is processor
 * time. A peer is one more entry here and one more page in peers/timeline.
 */
import { drag, zoom, zoomSteps } from './gestures.mjs';
import { MILLION } from './sizes.mjs';
import { addressOfPage } from './site.mjs';
import { measureGesture, rest, STEP_MS, unlessTooSlow, visit } from './visit.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./gestures.mjs').Zooming} Zooming */
/** @typedef {import('./visit.mjs').Tools} Tools */
/** @typedef {import('./visit.mjs').Visit} Visit */

/**
 * @typedef {object} TimelineSubject
 * @property {string} name
 * @property {string} history what it draws, in words
 * @property {number | null} events of a made-up history; null for the bundled one
 * @property {'app' | 'peers'} server
 * @property {string} address relative to the server's
 * @property {string} [arrival] where its first picture is measured, if not there
 * @property {string} picture selector of the element that is zoomed and panned
 * @property {(page: Page) => Promise<Zooming>} zooming
 * @property {number} nearer steps of zooming before it is panned
 * @property {(page: Page, nth: number) => Pick<import('@playwright/test').Locator, 'hover' | 'click'>} filter what is pressed to put the
 *   nth filter on, and once more to take it off
 */

/**
 * @typedef {object} TimelineSample times in milliseconds
 * @property {number[]} load from navigation to the first picture
 * @property {number[]} ready from navigation to the picture that answers input
 * @property {number[]} filterOn
 * @property {number[]} filterOff
 * @property {number[]} zoom from input to frame, for each step
 * @property {number[]} pan
 * @property {number[]} zoomScript the page's own script, for each frame with a step
 * @property {number[]} panScript
 * @property {number} elements the most that the picture consisted of
 * @property {number} bytes in use
 * @property {import('./weights.mjs').Weight} weight by the first picture
 * @property {import('./weights.mjs').Weight} readyWeight by the one that answers input
 */

/** @typedef {import('./results.mjs').Result<TimelineSubject, TimelineSample>} TimelineResult */

const FILTERS = 3;

/** @type {(isCtrlHeld: boolean) => () => Promise<Zooming>} */
const byWheel = (isCtrlHeld) => () => Promise.resolve({ by: 'wheel', isCtrlHeld, turn: 30 });

/** TimelineJS: some presses of its buttons, which are all it has. @param {Page} page @returns {Promise<Zooming>} */
async function byButtons(page) {
  const spotOf = async (/** @type {string} */ icon) => {
    const box = await page.locator(`.tl-menubar-button:has(.${icon})`).boundingBox();
    if (box === null) throw new Error(`There is no button ${icon}.`);
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  };
  return {
    by: 'buttons',
    turn: 5,
    in: await spotOf('tl-icon-zoom-in'),
    out: await spotOf('tl-icon-zoom-out'),
  };
}

/** Pages of peers/timeline, with the sizes that each is known to live through. */
const PEERS = [
  {
    name: 'vis-timeline',
    page: 'vis-timeline',
    sizes: [30, 1000, 10_000],
    zooming: byWheel(true),
    nearer: 10,
    picture: '#picture',
  },
  {
    name: 'TimelineJS 3',
    page: 'timelinejs',
    script: '@knight-lab/timelinejs/dist/js/timeline.js',
    sizes: [30, 1000],
    zooming: byButtons,
    nearer: 2,
    picture: '.tl-timenav',
  },
  {
    name: 'ECharts',
    page: 'echarts',
    sizes: [30, 1000, 10_000, 100_000, MILLION],
    zooming: byWheel(false),
    nearer: 10,
    picture: '#picture',
  },
];

export const TIMELINE_PAGES = PEERS.map(({ page, script }) => ({
  kind: /** @type {const} */ ('timeline'),
  name: page,
  ...(script === undefined ? {} : { script }),
}));

/** Whether a peer draws so many. @param {number} events */
export function isDrawnByPeers(events) {
  return PEERS.some(({ sizes }) => sizes.includes(events));
}

/** The timeline by itself, as the peers are. */
const ALONE = '#v=1&view=timeline';

/** Another organisation each time, so that none is put on twice. @param {Page} page @param {number} nth */
function nthOrganisation(page, nth) {
  return page.getByRole('group', { name: 'Organisations' }).getByRole('checkbox').nth(nth);
}

/** @param {Page} page */
function theButton(page) {
  return page.getByRole('button', { name: 'Filter' });
}

/**
 * @param {readonly number[]} sizes
 * @returns {TimelineSubject[]}
 */
export function timelineSubjects(sizes) {
  const app = {
    name: 'Threadline',
    server: /** @type {const} */ ('app'),
    picture: 'section[aria-label="Timeline"]',
    zooming: byWheel(true),
    // About four times as near.
    nearer: 10,
    filter: nthOrganisation,
  };
  return [
    // As whoever comes meets it; moved and filtered by itself, as the others are.
    { ...app, history: 'the bundled history', events: null, address: ALONE, arrival: '' },
    ...sizes.map((events) => ({
      ...app,
      history: eventsInWords(events),
      events,
      address: `?data=histories/${events}.json${ALONE}`,
    })),
    ...PEERS.flatMap(({ page, sizes: ownSizes, ...peer }) =>
      ownSizes
        .filter((events) => sizes.includes(events))
        .map((events) => ({
          ...peer,
          history: eventsInWords(events),
          events,
          server: /** @type {const} */ ('peers'),
          address: `${addressOfPage({ kind: 'timeline', name: page })}?events=${events}`,
          filter: theButton,
        })),
    ),
  ];
}

/** @param {number} events */
function eventsInWords(events) {
  return `${events.toLocaleString('en-GB')} events`;
}

/**
 * @param {Tools} tools
 * @param {TimelineSubject} subject
 * @returns {Promise<TimelineSample>}
 */
export async function measureTimeline(tools, subject) {
  const server = tools.site.addresses[subject.server];
  const first = { first: 'load' };
  const { arrival, address } = subject;
  const arrived =
    arrival === undefined
      ? null
      : await visit(tools, server + arrival, first, (page) => Promise.resolve(loadOf(page)));
  const sample = await visit(tools, server + address, first, (page) =>
    measurePage(tools, subject, page),
  );
  return { ...sample, ...arrived };
}

/** @param {Visit} visit */
function loadOf({ loadMs, weight, readyMs, readyWeight }) {
  return { load: [loadMs], weight, ready: [readyMs], readyWeight };
}

/**
 * @param {Tools} tools
 * @param {TimelineSubject} subject
 * @param {Visit} visit
 * @returns {Promise<TimelineSample>}
 */
async function measurePage(tools, subject, visit) {
  const { page, cdp, probe } = visit;
  const picture = page.locator(subject.picture);
  const bytes = await visit.bytesInUse();
  const count = () => picture.evaluate((element) => element.querySelectorAll('*').length);
  let elements = await count();

  const box = await picture.boundingBox();
  if (box === null) throw new Error('There is no picture.');
  const spot = { x: Math.round(box.x + box.width * 0.6), y: Math.round(box.y + box.height * 0.6) };
  await page.mouse.move(spot.x, spot.y);
  await rest(page);
  const away = async () => {
    elements = Math.max(elements, await count());
  };
  const zooming = await subject.zooming(page);
  /** @param {(hand: import('./gestures.mjs').Hand) => Promise<number[]>} gesture */
  const measured = (gesture) =>
    unlessTooSlow(
      () =>
        measureGesture(
          tools,
          visit,
          box,
          { spot },
          { gesture, away, isTraced: subject.server === 'app' },
        ),
      { times: [], script: [] },
    );
  const hand = { cdp, spot, frame: () => probe.frame(STEP_MS), away };
  const zoomed = await measured((hand) => zoom(hand, zooming));
  await unlessTooSlow(() => zoomSteps(hand, zooming, 1, subject.nearer), undefined);
  await rest(page);
  await page.mouse.move(spot.x, spot.y);
  const panned = await measured(drag);
  await unlessTooSlow(() => zoomSteps(hand, zooming, -1, subject.nearer), undefined);
  await rest(page);

  /** @type {number[]} */
  const filterOn = [];
  /** @type {number[]} */
  const filterOff = [];
  const measureFilter = async () => {
    for (let i = 0; i < FILTERS; i++) {
      const pressed = subject.filter(page, i);
      // A hand is there before it presses.
      await pressed.hover();
      await rest(page);
      for (const times of [filterOn, filterOff]) {
        const drawn = probe.measured('filter', STEP_MS);
        const [{ tookMs }] = await Promise.all([drawn, pressed.click()]);
        times.push(tookMs);
        await rest(page);
      }
    }
  };
  await unlessTooSlow(measureFilter, undefined);
  return {
    ...loadOf(visit),
    filterOn,
    filterOff,
    zoom: zoomed.times,
    pan: panned.times,
    zoomScript: zoomed.script,
    panScript: panned.script,
    elements,
    bytes,
  };
}
