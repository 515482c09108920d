/**
 * What is measured: which page draws which history, where its picture is and how it is filtered.
 * A peer is one more entry here and one more page in peers/.
 */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} history what it draws, in words
 * @property {number | null} events of a made-up history; null for the bundled one
 * @property {'app' | 'peers'} server
 * @property {string} address relative to the server's
 * @property {string} picture selector of the element that is zoomed and panned
 * @property {(page: Page) => Promise<void>} filter one press puts the filter on, the next takes it off
 */

/** Sizes of the made-up histories; the last only when it is asked for. */
export const SIZES = [30, 1000, 10_000, 100_000];
export const MILLION = 1_000_000;

/** Pages of peers/, and the sizes at which each is measured. */
export const PEERS = [
  { name: 'vis-timeline', page: 'vis-timeline.html', sizes: [30, 1000, 10_000] },
];

/** The timeline by itself, as the peers are. */
const ALONE = '#v=1&view=timeline';

/** @param {Page} page */
async function pressFirstOrganisation(page) {
  const organisations = page.getByRole('group', { name: 'Organisations' });
  await organisations.getByRole('checkbox').first().click();
}

/** @param {Page} page */
async function pressButton(page) {
  await page.getByRole('button', { name: 'Filter' }).click();
}

/**
 * @param {readonly number[]} sizes
 * @returns {Subject[]}
 */
export function subjectsOf(sizes) {
  const app = {
    name: 'Threadline',
    server: /** @type {const} */ ('app'),
    picture: 'section[aria-label="Timeline"]',
    filter: pressFirstOrganisation,
  };
  return [
    { ...app, history: 'the bundled history', events: null, address: ALONE },
    ...sizes.map((events) => ({
      ...app,
      history: eventsInWords(events),
      events,
      address: `?data=histories/${events}.json${ALONE}`,
    })),
    ...PEERS.flatMap(({ name, page, sizes: ownSizes }) =>
      ownSizes.map((events) => ({
        name,
        history: eventsInWords(events),
        events,
        server: /** @type {const} */ ('peers'),
        address: `${page}?events=${events}`,
        picture: '#picture',
        filter: pressButton,
      })),
    ),
  ];
}

/** @param {number} events */
function eventsInWords(events) {
  return `${events.toLocaleString('en-GB')} events`;
}
