/* sigma as its documentation begins: a graphology graph with places, all settings as they are. */
import { UndirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import '../page.css';
import { isDrawn, picture, radiusOf, readNetwork } from './network.js';

const { nodes, ties } = await readNetwork();
const graph = new UndirectedGraph();
for (const { id, name, x, y, ties: degree } of nodes) {
  graph.addNode(id, { label: name, x, y, size: radiusOf(degree), color: '#1c5fa8' });
}
for (const { from, to } of ties) graph.addEdge(from, to, { size: 1, color: '#c4ccd4' });
const sigma = new Sigma(graph, picture);
// Its first picture is drawn while it is made, before anybody could listen.
sigma.on('afterRender', isDrawn);
isDrawn();
