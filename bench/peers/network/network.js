/* What the page of every other network does alike: reads the nodes with their places, and the ties. */
import { asked, measureToFrame } from '../frame.js';

/**
 * @typedef {object} PlainNetwork
 * @property {{ id: string, name: string, x: number, y: number, ties: number }[]} nodes
 * @property {{ from: string, to: string }[]} ties
 */

const found = document.querySelector('#picture');
if (!(found instanceof HTMLElement)) throw new Error('no place to draw');
export const picture = found;

/** @returns {Promise<PlainNetwork>} the network that `?actors=` names */
export async function readNetwork() {
  const response = await fetch(`./networks/${asked('actors')}.plain.json`);
  return /** @type {Promise<PlainNetwork>} */ (response.json());
}

/** @param {number} ties @returns {number} a node's radius, in pixels */
export function radiusOf(ties) {
  return 2 + Math.sqrt(ties);
}

let isShown = false;
/** To be called with every picture drawn: the first is measured. */
export function isDrawn() {
  if (isShown) return;
  isShown = true;
  measureToFrame('load', 0);
}
