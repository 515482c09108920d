/*
 * What the page of every other timeline does alike: reads the history in the form nearest to what
 * libraries take, and hears its filter pressed.
 */
import { asked } from '../frame.js';

/**
 * @typedef {object} PlainEvent
 * @property {string} id
 * @property {string} title
 * @property {number} startMs
 * @property {number} endMs
 * @property {number} theme its first, from 0
 * @property {boolean} isDay drawn as a point rather than a range
 * @property {boolean} isChosen whether the filter leaves it
 */

const found = document.querySelector('#picture');
if (!(found instanceof HTMLElement)) throw new Error('no place to draw');
export const picture = found;

/** @returns {Promise<readonly PlainEvent[]>} the events of the history that `?events=` names */
export async function readEvents() {
  const response = await fetch(`./histories/${asked('events')}.plain.json`);
  return /** @type {Promise<readonly PlainEvent[]>} */ (response.json());
}

/** @param {(isFiltered: boolean, atMs: number) => void} change is called when the button was pressed */
export function onFilter(change) {
  let isFiltered = false;
  document.querySelector('button')?.addEventListener('click', (event) => {
    isFiltered = !isFiltered;
    change(isFiltered, event.timeStamp);
  });
}
