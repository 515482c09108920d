/*
 * What every peer's page does alike: reads the history in the form nearest to what libraries take,
 * and measures its own work under the names that Threadline uses.
 */

/**
 * @typedef {object} PlainEvent
 * @property {string} id
 * @property {string} title
 * @property {number} startMs
 * @property {number} endMs
 * @property {boolean} isDay drawn as a point rather than a range
 * @property {boolean} isChosen whether the filter leaves it
 */

/** @returns {Promise<readonly PlainEvent[]>} the events of the history that `?events=` names */
export async function readEvents() {
  const events = new URLSearchParams(location.search).get('events') ?? '30';
  const response = await fetch(`./histories/${events}.plain.json`);
  return /** @type {Promise<readonly PlainEvent[]>} */ (response.json());
}

/**
 * Measures from then to the next frame, as Threadline does itself.
 * @param {'load' | 'filter'} name
 * @param {number} startMs since the page's time origin
 */
export function measureToFrame(name, startMs) {
  requestAnimationFrame(() =>
    performance.measure(name, { start: startMs, end: performance.now() }),
  );
}
