/* What every peer's page measures of itself, under the names that Threadline uses. */

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

/**
 * What the page's address asks for.
 * @param {string} name
 */
export function asked(name) {
  const value = new URLSearchParams(location.search).get(name);
  if (value === null) throw new Error(`The address does not say how many ${name}.`);
  return value;
}
