/* force-graph as its examples for large graphs use it: places given, its own layout at rest. */
import ForceGraph from 'force-graph';
import '../page.css';
import { isDrawn, picture, radiusOf, readNetwork } from './network.js';

const { nodes, ties } = await readNetwork();
const graph = new ForceGraph(picture)
  .width(picture.clientWidth)
  .height(picture.clientHeight)
  .cooldownTicks(0)
  .nodeVal(({ ties: degree }) => (radiusOf(degree) / 4) ** 2)
  .nodeLabel('name')
  .nodeColor(() => '#1c5fa8')
  .linkColor(() => '#c4ccd4')
  .graphData({
    nodes: nodes.map((node) => ({ ...node, fx: node.x, fy: node.y })),
    links: ties.map(({ from, to }) => ({ source: from, target: to })),
  });
let frames = 0;
graph.onRenderFramePost(() => {
  // It takes a frame to place the nodes, and another to see them all.
  frames += 1;
  if (frames === 1) graph.zoomToFit(0, 40);
  else isDrawn();
});
