/* cytoscape as its examples use it: places given ("preset"), nodes with their names. */
import cytoscape from 'cytoscape';
import { isDrawn, picture, radiusOf, readNetwork } from './network.js';

/** @param {object} options those beside the examples' own */
export async function drawNetwork(options) {
  const { nodes, ties } = await readNetwork();
  const cy = cytoscape({
    container: picture,
    elements: [
      ...nodes.map(({ id, name, x, y, ties: degree }) => ({
        data: { id, name, sizePx: 2 * radiusOf(degree) },
        position: { x, y },
      })),
      ...ties.map(({ from, to }, i) => ({ data: { id: `tie ${i}`, source: from, target: to } })),
    ],
    layout: { name: 'preset', fit: true, padding: 40 },
    style: [
      {
        selector: 'node',
        style: {
          width: 'data(sizePx)',
          height: 'data(sizePx)',
          label: 'data(name)',
          'font-size': 10,
          'background-color': '#1c5fa8',
        },
      },
      { selector: 'edge', style: { width: 1, 'line-color': '#c4ccd4' } },
    ],
    ...options,
  });
  cy.on('render', isDrawn);
}
