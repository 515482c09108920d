/* vis-network with places given: no physics, straight ties, as its page on performance advises. */
import { Network } from 'vis-network/standalone';
import '../page.css';
import { isDrawn, picture, radiusOf, readNetwork } from './network.js';

const { nodes, ties } = await readNetwork();
const network = new Network(
  picture,
  {
    nodes: nodes.map(({ id, name, x, y, ties: degree }) => ({
      id,
      label: name,
      x,
      y,
      size: radiusOf(degree),
    })),
    edges: ties.map(({ from, to }) => ({ from, to })),
  },
  {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { shape: 'dot', font: { size: 10 } },
    edges: { smooth: false, color: '#c4ccd4' },
  },
);
network.fit({ animation: false });
network.on('afterDrawing', isDrawn);
